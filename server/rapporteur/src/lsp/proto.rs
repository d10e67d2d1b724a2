//! Between byte offsets and the protocol's positions, between paths and its documents.

use std::{borrow::Cow, path::PathBuf};

use rapporteur_draft::Span;
use rapporteur_lint::Edit;
use ropey::Rope;
use tower_lsp::ls_types::{self, Range, TextEdit, Uri};

use crate::position::{Position, Unit};

/// The protocol's range for a span.
pub(super) fn range(text: &Rope, unit: Unit, span: &Span) -> Range {
    Range { start: position(text, unit, span.start), end: position(text, unit, span.end) }
}

/// The protocol's position for a byte offset.
pub(super) fn position(text: &Rope, unit: Unit, offset: usize) -> ls_types::Position {
    let Position { line, column } = unit.position(text, offset);
    // No draft has four thousand million lines; a position that far out is taken for the last there can be.
    let clamped = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    ls_types::Position { line: clamped(line), character: clamped(column) }
}

/// The byte offset of a position, which is clamped to the text.
pub(super) fn offset(text: &Rope, unit: Unit, position: ls_types::Position) -> usize {
    unit.offset(text, Position { line: position.line as usize, column: position.character as usize })
}

/// The span of a range. One that ends before it begins is turned around.
pub(super) fn span(text: &Rope, unit: Unit, range: Range) -> Span {
    let (a, b) = (offset(text, unit, range.start), offset(text, unit, range.end));
    a.min(b)..a.max(b)
}

/// The protocol's form of an edit.
pub(super) fn text_edit(text: &Rope, unit: Unit, edit: &Edit) -> TextEdit {
    TextEdit { range: range(text, unit, &edit.span), new_text: edit.text.clone() }
}

/// The path of a document that is a file.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    if uri.scheme().as_str() != "file" {
        return None;
    }
    uri.to_file_path().map(Cow::into_owned)
}

/// The last name in the path of a document, as the client writes it.
pub(super) fn file_name(uri: &Uri) -> &str {
    uri.path().as_str().rsplit('/').next().unwrap_or_default()
}

/// A snippet that inserts a text as it is, and leads from one place in it that is to be filled in to the next.
pub(super) fn snippet_of(text: &str, stops: &[Span]) -> String {
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
    let mut snippet = String::with_capacity(text.len() + 8 * stops.len());
    let mut end = 0;
    for (number, stop) in (1..).zip(stops) {
        snippet.push_str(&escaped(&text[end..stop.start]));
        snippet.push_str(&format!("${{{number}:{}}}", escaped(&text[stop.clone()])));
        end = stop.end;
    }
    snippet.push_str(&escaped(&text[end..]));
    snippet
}
