//! What helps to write a draft resolution, free of any protocol.
//!
//! Features take the text, a reading of it and a byte offset, and give spans of bytes and plain text; the language
//! server turns them into its protocol's forms.

mod acronym;
mod actions;
mod card;
mod completion;
mod context;
mod dating;
mod find;
mod formatting;
mod hover;
mod lens;
mod links;
mod phrase;
mod printed;
mod probe;
mod rename;
mod show;
mod subject;
mod wording;

pub use actions::{Action, ActionKind, Checked, Work, actions, edits_of};
pub use card::{card, title_of};
pub use completion::{Completions, Item, complete};
pub use find::{Found, find};
pub use formatting::{LineEnds, format};
pub use hover::{Hover, hover};
pub use lens::{Lens, lenses};
pub use links::{DocumentLink, links};
pub use rename::{Renamable, renamable, rename};
pub use show::{Piece, Shown};
pub use subject::{Destination, Map, Mention, Role, Subject, Thing};
