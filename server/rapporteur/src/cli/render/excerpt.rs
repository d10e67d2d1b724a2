//! Cuts a line that is too long around what is to be shown of it. A paragraph of a resolution is often one line of
//! thousands of characters.

use rapporteur_draft::Span;
use unicode_width::UnicodeWidthChar;

const ELLIPSIS: &str = "…";

/// A piece of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The piece, with an ellipsis where something was cut.
    pub(super) text: String,
    /// Which bytes of the line it holds.
    kept: Span,
    /// How many bytes the ellipsis at its beginning has.
    shift: usize,
}

impl Excerpt {
    /// Cuts a line to a width in columns, with as much on both sides of the shown bytes as there is room for.
    pub(super) fn new(line: &str, shown: Span, width: usize) -> Excerpt {
        let shown = shown.start..shown.start + prefix_that_fits(&line[shown], width);
        let room = width.saturating_sub(columns(&line[shown.clone()]) + 2 * ELLIPSIS.len().min(1));
        let (before, after) = (&line[..shown.start], &line[shown.end..]);
        // What one side does not need is room for the other.
        let half = room / 2;
        let left = suffix_that_fits(before, room - prefix_width(after, half));
        let right = prefix_that_fits(after, room - columns(&before[before.len() - left..]).min(room));
        let kept = shown.start - left..shown.end + right;
        let (opening, closing) =
            (if kept.start > 0 { ELLIPSIS } else { "" }, if kept.end < line.len() { ELLIPSIS } else { "" });
        Excerpt { text: format!("{opening}{}{closing}", &line[kept.clone()]), shift: opening.len(), kept }
    }

    /// Where bytes of the line stand in the excerpt; `None` if some of them were cut.
    pub(super) fn locate(&self, span: &Span) -> Option<Span> {
        let inside = self.kept.start <= span.start && span.end <= self.kept.end;
        inside.then(|| span.start - self.kept.start + self.shift..span.end - self.kept.start + self.shift)
    }

    /// Where bytes of the line stand in the excerpt, as far as they do.
    pub(super) fn locate_visible(&self, span: &Span) -> Span {
        let clamp = |at: usize| at.clamp(self.kept.start, self.kept.end) - self.kept.start + self.shift;
        clamp(span.start)..clamp(span.end)
    }
}

/// How many columns a text takes on a terminal.
fn columns(text: &str) -> usize {
    text.chars().map(char_columns).sum()
}

fn char_columns(char: char) -> usize {
    const TAB: usize = 4;
    if char == '\t' { TAB } else { char.width().unwrap_or(1) }
}

/// How many columns the beginning of a text takes that fits into `width`.
fn prefix_width(text: &str, width: usize) -> usize {
    columns(&text[..prefix_that_fits(text, width)])
}

/// How many bytes from the start of a text fit into a width.
fn prefix_that_fits(text: &str, width: usize) -> usize {
    let mut used = 0;
    let end = text.char_indices().find(|(_, char)| {
        used += char_columns(*char);
        used > width
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// How many bytes from the end of a text fit into a width.
fn suffix_that_fits(text: &str, width: usize) -> usize {
    let mut used = 0;
    let cut = text.char_indices().rev().find(|(_, char)| {
        used += char_columns(*char);
        used > width
    });
    cut.map_or(text.len(), |(at, char)| text.len() - at - char.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(line: &str, shown: &str, width: usize) -> Excerpt {
        let start = line.find(shown).unwrap();
        Excerpt::new(line, start..start + shown.len(), width)
    }

    #[test]
    fn a_short_line_is_left_alone() {
        assert_eq!(excerpt("Recalling its resolution 65/230,", "65/230", 80).text, "Recalling its resolution 65/230,");
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_shown() {
        let line = format!("{}65/230{}", "a".repeat(3000), "b".repeat(900));
        let cut = excerpt(&line, "65/230", 30);
        assert_eq!(cut.text, "…aaaaaaaaaaa65/230bbbbbbbbbbb…");
        assert_eq!(&cut.text[cut.locate(&(3000..3006)).unwrap()], "65/230");
        assert_eq!(cut.locate(&(0..3006)), None);
    }

    #[test]
    fn near_an_end_the_other_side_gets_the_room() {
        let line = format!("{}65/230", "a".repeat(300));
        assert_eq!(excerpt(&line, "65/230", 20).text, format!("…{}65/230", "a".repeat(12)));
        let line = format!("65/230{}", "b".repeat(300));
        assert_eq!(excerpt(&line, "65/230", 20).text, format!("65/230{}…", "b".repeat(12)));
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let line = format!("{}第65/230号{}", "大".repeat(200), "会".repeat(200));
        let cut = excerpt(&line, "65/230", 20);
        assert_eq!(columns(&cut.text), 20);
        assert_eq!(&cut.text[cut.locate(&(603..609)).unwrap()], "65/230");
    }

    #[test]
    fn what_is_wider_than_the_room_is_cut_itself() {
        let line = "x".repeat(500);
        let cut = Excerpt::new(&line, 100..400, 40);
        assert_eq!(cut.locate_visible(&(100..400)).len(), 40);
    }
}
