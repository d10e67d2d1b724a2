//! What an editor can fold away: the parts of a draft, paragraphs with those below them, comments, tables.

use rapporteur_draft::{Draft, ParagraphKind, Span};

use crate::divisions::{Division, DivisionKind, divisions};

/// A stretch of several lines that can be folded into its first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// From somewhere in the line that stays to the last character that goes.
    pub span: Span,
    /// Whether it is a comment or front matter.
    pub comment: bool,
    /// How many others it lies within. Where there are too many folds, the deepest can go.
    pub depth: usize,
}

/// The folds of a draft in the order of the text, an outer one before those within it. `draft` must be the reading of `text`.
pub fn folds(text: &str, draft: &Draft) -> Vec<Fold> {
    let mut folds = Vec::new();
    for division in divisions(text, draft).within {
        add(text, &division, 0, &mut folds);
    }
    let comments = draft.paragraphs.iter().filter(|paragraph| {
        let own = &text[paragraph.span.clone()];
        paragraph.kind == ParagraphKind::Furniture && (own.starts_with("<!--") || own.starts_with(['-', '+']))
    });
    folds.extend(comments.map(|comment| Fold { span: comment.span.clone(), comment: true, depth: 0 }));
    folds.retain(|fold| text[fold.span.clone()].contains(['\n', '\r']));
    folds.sort_by_key(|fold| (fold.span.start, std::cmp::Reverse(fold.span.end)));
    folds.dedup_by(|inner, outer| inner.span == outer.span);
    folds
}

/// Adds the fold of a division and those within it.
fn add(text: &str, division: &Division, depth: usize, folds: &mut Vec<Fold>) {
    let headless = matches!(division.kind, DivisionKind::Preamble | DivisionKind::Operative | DivisionKind::Notes)
        && division.within.first().is_some_and(|first| {
            first.span.start == division.span.start && text[first.span.clone()].contains(['\n', '\r'])
        });
    let start = match headless.then(|| blank_before(text, division.span.start)).flatten() {
        Some(blank) => blank,
        None => division.span.start,
    };
    folds.push(Fold { span: start..division.span.end, comment: false, depth });
    for within in &division.within {
        add(text, within, depth + 1, folds);
    }
}

/// The start of the blank line before a line. What has no heading is folded into it, since editors fold but one thing into
/// a line, and its first line is that of its first paragraph.
fn blank_before(text: &str, start: usize) -> Option<usize> {
    let before = text[..start].trim_end_matches([' ', '\t']);
    let above = without_break(before)?;
    let line = above.trim_end_matches([' ', '\t']);
    (line.is_empty() || line.ends_with(['\n', '\r'])).then_some(line.len())
}

/// A text without the line break at its end.
fn without_break(text: &str) -> Option<&str> {
    text.strip_suffix("\r\n").or_else(|| text.strip_suffix(['\n', '\r']))
}
