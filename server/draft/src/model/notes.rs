//! Notes, their calls and their definitions.

use crate::Span;

/// How a note call is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteNotation {
    /// `[^1]`.
    Markdown,
    /// `<sup>1</sup>`.
    Html,
    /// `¹`.
    Superscript,
    /// `\*`, and a plain `1 ` before a definition.
    Plain,
}

/// A note call or the label of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteMark {
    /// All of the mark: `[^1]`, `<sup>1</sup>`, `¹`.
    pub span: Span,
    /// The label within the marks.
    pub label_span: Span,
    /// The label: "1", "a", "*"; superscript figures are given as plain ones.
    pub label: String,
    /// How it is written.
    pub notation: NoteNotation,
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs).
    pub paragraph: usize,
}

/// The definition of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDefinition {
    /// The label with its marks.
    pub mark: NoteMark,
    /// The whole definition, label included.
    pub span: Span,
}

/// The calls and definitions of the notes, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Where notes are called.
    pub calls: Vec<NoteMark>,
    /// Where they are defined.
    pub definitions: Vec<NoteDefinition>,
}
