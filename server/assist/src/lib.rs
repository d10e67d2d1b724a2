//! What helps to write a draft resolution, free of any protocol.
//!
//! Features take the text, a reading of it and a byte offset, and give spans of bytes and plain text; the language
//! server turns them into its protocol's forms.

mod completion;
mod context;
mod phrase;
mod printed;

pub use completion::{Completions, Item, complete, documentation};
