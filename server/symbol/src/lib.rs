//! What a resolution is called: its body, its number in that body's way of numbering, its part.
//!
//! [`Symbol`] is the one type that the draft and the registry share. It is normalised: however a number is
//! printed (`65/230`, `A/RES/65/230`, `résolution 65/230 de l'Assemblée générale`), its symbol is the same.

mod address;
mod body;
mod document;
mod number;
mod roman;
mod symbol;

pub use address::document_address;
pub use body::Body;
pub use document::{Slip, Verdict, is_series, judge_document, series};
pub use number::{Meetings, Number, Session};
pub use roman::{parse_roman, to_roman};
pub use symbol::{Kind, Letter, ParseSymbolError, Symbol};
