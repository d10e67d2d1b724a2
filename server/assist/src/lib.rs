//! What helps to write a draft resolution, free of any protocol.
//!
//! Features take the text, a reading of it and a byte offset, and give spans of bytes and plain text; the language
//! server turns them into its protocol's forms.

mod acronym;
mod actions;
mod card;
mod completion;
mod context;
mod counts;
mod dating;
mod direction;
mod divisions;
mod find;
mod folding;
mod form;
mod formatting;
mod hints;
mod hover;
mod lens;
mod links;
mod outline;
mod phrase;
mod plain;
mod preview;
mod printed;
mod probe;
mod rename;
mod selection;
mod settings_file;
mod show;
mod subject;
mod templates;
mod tokens;
mod typing;
mod within;
mod wording;

pub use actions::{Action, ActionKind, Checked, Work, actions, edits_of};
pub use card::{caption, card, title_of};
pub use completion::{Completions, Item, ItemKind, Query, Topic, complete, describe};
pub use counts::Counts;
pub use find::{Citable, Found, citable, find};
pub use folding::{Fold, folds};
pub use form::Form;
pub use formatting::{LineEnds, format};
pub use hints::{Hint, HintKind, hints};
pub use hover::{Hover, hover};
pub use lens::{Lens, lenses};
pub use links::{DocumentLink, links};
pub use outline::{OutlineEntry, OutlineKind, outline};
pub use preview::{Direction, Preview, preview};
pub use rename::{Renamable, renamable, rename};
pub use selection::selections;
pub use settings_file::{complete_settings, hover_settings};
pub use show::{Piece, Shown};
pub use subject::{Destination, Map, Mention, Role, Subject, Thing};
pub use templates::{Template, templates};
pub use tokens::{Token, TokenKind, TokenRole, tokens};
pub use typing::typed;
