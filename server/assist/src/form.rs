//! Texts with places to be filled in.

use rapporteur_draft::{ClauseMark, Language, Span};

use crate::completion::{Item, ItemKind};

/// What stands for what the user is to write.
pub(crate) const OPEN: &str = "…";

/// A text with places to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The text, with what stands there until somebody writes something else.
    pub text: String,
    /// What of it is to be overwritten, in this order.
    pub stops: Vec<Span>,
}

impl Form {
    /// Adds what stays as it is.
    pub(crate) fn push(mut self, text: &str) -> Form {
        self.text.push_str(text);
        self
    }

    /// Adds a place to be filled in, with what stands there until then.
    pub(crate) fn stop(mut self, text: &str) -> Form {
        let start = self.text.len();
        self.text.push_str(text);
        self.stops.push(start..self.text.len());
        self
    }

    /// Adds a phrase that opens a paragraph, in its emphasis.
    pub(crate) fn lead(self, language: Language, phrase: &str, emphasised: bool) -> Form {
        let mark = if emphasised { language.emphasis_mark() } else { "" };
        // Nothing parts ideographs.
        let gap = if phrase.starts_with(rapporteur_draft::is_ideograph) { "" } else { " " };
        self.push(mark).stop(phrase).push(mark).push(gap)
    }

    /// What inserts it in the place of a stretch of the text.
    pub(crate) fn item(self, label: String, detail: String, span: Span) -> Item {
        Item { insert: self.text, stops: self.stops, ..Item::new(ItemKind::Snippet, label, detail, span) }
    }
}

/// What stands before a mark in running text.
pub(crate) fn space_before(language: Language, mark: ClauseMark) -> &'static str {
    if matches!(mark, ClauseMark::Semicolon | ClauseMark::Colon) { language.space_before_marks() } else { "" }
}
