//! Reads a draft resolution: from its text to paragraphs, structure, citations, dates, symbols and notes.
//!
//! [`Draft::read`] takes any text and never fails; [`Draft::update`] does the same for an edited text at the cost
//! of what changed. All positions are byte offsets into the text. This crate knows no files, no registry of
//! resolutions and no protocol.

mod acronyms;
mod blocks;
mod capitals;
mod detect;
mod draft;
mod facts;
mod glyph;
mod homoglyphs;
mod inline;
mod language;
mod lead;
mod lines;
mod mentions;
mod model;
mod parts;
mod resolve;
mod spelling;
mod structure;
mod token;
mod typography;
mod vocabulary;
mod words;
mod years;

pub use blocks::{front_matter, line_break};
pub use capitals::as_printed;
pub(crate) use facts::BlockCache;
pub use glyph::{Glyph, GlyphKind, Misspelling, Spacing};
pub use language::{
    ClauseMark, Distribution, LabelReading, Language, Lexicon, Likeness, NamedSession, Numerals, Opening, Ordinal,
};
pub use lines::{EMPHASIS_MARKS, stands_beside, unmarked};
pub use model::*;
pub use parts::Parts;
pub use resolve::fits;
pub use token::{digit, digits_as_in, is_ideograph, is_unprinted, plain_mark, superscript_digit};
pub use vocabulary::{Additions, Vocabulary};
pub use words::normalise;
pub use years::{is_year, is_year_of_resolutions};
