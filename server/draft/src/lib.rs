//! Reads a draft resolution: from its text to paragraphs, structure, citations, dates, symbols and notes.
//!
//! [`Draft::read`] takes any text and never fails; [`Draft::update`] does the same for an edited text at the cost
//! of what changed. All positions are byte offsets into the text. This crate knows no files, no registry of
//! resolutions and no protocol.

mod inline;
mod language;
mod model;
mod token;
mod words;

pub use language::Language;
pub use model::*;

// Provisional, until the reader is in.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlockCache;
impl Draft {
    /// Reads a text.
    pub fn read(_text: &str, hints: &Hints) -> Draft {
        Draft {
            language: hints.language.unwrap_or(Language::ENGLISH),
            kind: hints.kind.unwrap_or(DocumentKind::Other),
            markup: Markup::Plain,
            body: hints.body,
            symbol: None,
            title: None,
            paragraphs: Vec::new(),
            citations: Vec::new(),
            dates: Vec::new(),
            symbols: Vec::new(),
            notes: Notes::default(),
            cross_references: Vec::new(),
            directives: Vec::new(),
            cache: BlockCache,
        }
    }

    /// Reads the text as it is after an edit, reusing what this reading knows of unchanged blocks.
    pub fn update(&self, text: &str, hints: &Hints) -> Draft {
        Draft::read(text, hints)
    }
}
