//! The text in which findings stand.

use std::path::Path;

use rapporteur_draft::Span;
use ropey::Rope;
use serde::Serialize;

use crate::{position::Unit, project::shown};

/// A text with its lines.
pub(crate) struct Source<'t> {
    /// The path, as people write it.
    pub(crate) path: String,
    /// The text.
    pub(crate) text: &'t str,
    lines: Rope,
}

/// A place in a text, as the JSON formats give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column in characters, from 1.
    pub(crate) column: usize,
    /// The offset in bytes, from 0.
    pub(crate) offset: usize,
}

impl<'t> Source<'t> {
    /// The text of the file at this path.
    pub(crate) fn new(path: &Path, text: &'t str) -> Source<'t> {
        Source { path: shown(path).display().to_string(), text, lines: Rope::from_str(text) }
    }

    /// The place of a byte offset.
    pub(crate) fn place(&self, offset: usize) -> Place {
        let position = Unit::Utf32.position(&self.lines, offset);
        Place { line: position.line + 1, column: position.column + 1, offset }
    }

    /// The line that holds a byte offset, without its line break, in bytes.
    pub(crate) fn line(&self, offset: usize) -> Span {
        let line = self.lines.byte_to_line(offset.min(self.text.len()));
        let start = self.lines.line_to_byte(line);
        let end = if line + 1 < self.lines.len_lines() { self.lines.line_to_byte(line + 1) } else { self.text.len() };
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}
