//! Formatting: numbers, labels, spaces and marks as they ought to be, and the ends of lines as the editor wants them.

use rapporteur_draft::{Hints, Span, line_break};
use rapporteur_lint::{Edit, batch::FORMATTING, compose, trimmed};

use crate::Checked;

/// What the editor wants done at the ends of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineEnds {
    /// Blanks there are taken out; of two or more, which break the line in Markdown, two stay.
    pub trim_trailing_whitespace: bool,
    /// The last line gets a line break.
    pub insert_final_newline: bool,
    /// No blank lines stay behind the last line.
    pub trim_final_newlines: bool,
}

/// The edits that format a draft, or of it the lines that a range touches; small, and in the order of the text. `hints`
/// are those with which the draft was read.
pub fn format(checked: Checked<'_>, hints: &Hints, ends: LineEnds, range: Option<&Span>) -> Vec<Edit> {
    let Checked { text, registry, settings, .. } = checked;
    let lines = range.map_or(0..text.len(), |range| whole_lines(text, range));
    let fixed = match range {
        None => FORMATTING.apply(text, hints, registry, settings),
        Some(_) => FORMATTING.apply_within(&lines, text, hints, registry, settings),
    };
    let behind = text.len() - lines.end;
    let ends = ends.edits(&fixed.text, lines.start..fixed.text.len() - behind);
    let edits = compose(&fixed.edits, &fixed.text, &ends);
    edits.iter().filter_map(|edit| trimmed(text, edit)).collect()
}

/// The lines that a range touches, with what ends the last; one that ends at the start of a line does not touch it.
fn whole_lines(text: &str, range: &Span) -> Span {
    let breaks = ['\n', '\r'];
    let start = text[..range.start].rfind(breaks).map_or(0, |at| at + 1);
    if range.start < range.end && text[..range.end].ends_with(breaks) {
        return start..range.end;
    }
    let end = text[range.end..].find(breaks).map_or(text.len(), |at| range.end + at);
    let rest = &text[end..];
    let length = ["\r\n", "\n", "\r"].into_iter().find(|found| rest.starts_with(found)).map_or(0, str::len);
    start..end + length
}

impl LineEnds {
    /// The edits in some lines of a text.
    fn edits(self, text: &str, lines: Span) -> Vec<Edit> {
        let line_break = line_break(text);
        // With both, lines of nothing but blanks are no lines.
        let is_nothing =
            |c: char| matches!(c, '\n' | '\r') || (self.trim_trailing_whitespace && matches!(c, ' ' | '\t'));
        let end = match self.trim_final_newlines && lines.end == text.len() {
            true => text.trim_end_matches(is_nothing).len().max(lines.start),
            false => text.len(),
        };
        let mut edits = Vec::new();
        if self.trim_trailing_whitespace {
            let mut at = lines.start;
            for line in text[lines.start..lines.end.min(end)].split_inclusive(['\n', '\r']) {
                edits.extend(without_trailing_blanks(line.trim_end_matches(['\n', '\r']), at));
                at += line.len();
            }
        }
        let ended = text.ends_with(['\n', '\r']);
        if end < text.len() {
            let kept = if ended && end > 0 { line_break } else { "" };
            edits.push(Edit { span: end..text.len(), text: kept.to_owned() });
        }
        if self.insert_final_newline && !ended && end > 0 && lines.end == text.len() {
            edits.push(Edit { span: text.len()..text.len(), text: line_break.to_owned() });
        }
        edits
    }
}

/// The edit that takes out the blanks at the end of a line; `start` is where the line begins.
fn without_trailing_blanks(line: &str, start: usize) -> Option<Edit> {
    let printed = line.trim_end_matches([' ', '\t']);
    let breaks_line = !printed.is_empty() && line[printed.len()..].ends_with("  ");
    let kept = if breaks_line { "  " } else { "" };
    let span = start + printed.len()..start + line.len();
    (line[printed.len()..] != *kept).then(|| Edit { span, text: kept.to_owned() })
}
