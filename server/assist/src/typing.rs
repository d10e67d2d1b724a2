//! What is written by itself while somebody types: the next number after Enter, the number of a note.

mod enter;
mod note;

use rapporteur_draft::{Draft, Hints, ParagraphKind, front_matter};
use rapporteur_lint::Edit;

/// The edits that follow on a character that was typed; the text has it already, and `offset` is behind it. They are in
/// the order of the text, and none where nothing is due. `hints` are those with which the draft was read.
pub fn typed(text: &str, draft: &Draft, hints: &Hints, offset: usize, character: &str) -> Vec<Edit> {
    if is_verbatim(text, draft, offset) {
        return Vec::new();
    }
    match character {
        "\n" => enter::entered(text, draft, hints, offset),
        "^" | "]" => note::called(text, draft, offset),
        _ => None,
    }
    .unwrap_or_default()
}

/// Whether a place is in front matter, code, a comment or a table.
fn is_verbatim(text: &str, draft: &Draft, offset: usize) -> bool {
    let line = text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let paragraph = draft.paragraph_at(offset).map(|index| &text[draft.paragraphs[index].span.clone()]);
    let is_kept = |paragraph: &str| ["```", "~~~", "<!--", "|"].iter().any(|mark| paragraph.starts_with(mark));
    front_matter(text).is_some_and(|end| offset <= end)
        || text[line..].trim_start_matches([' ', '\t']).starts_with('|')
        || paragraph.is_some_and(is_kept)
}

/// The paragraph before an offset that is the last of its kind, as an index: of the preamble or the operative part.
fn clause_before(draft: &Draft, offset: usize) -> Option<usize> {
    let end = draft.paragraphs.partition_point(|paragraph| paragraph.span.start < offset);
    let is_clause =
        |index: &usize| matches!(draft.paragraphs[*index].kind, ParagraphKind::Preambular | ParagraphKind::Operative);
    (0..end).rev().find(is_clause)
}
