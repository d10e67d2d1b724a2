//! Edits of a text: they are applied, one set of them is put after another, and what they leave as it is is taken out.

use unicode_normalization::char::is_combining_mark;

use crate::Edit;

/// Applies edits that don't overlap, in any order, to a text.
pub fn apply<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The edits that do at once what `first` and then `second` do. `between` is the text after `first`, to which `second`
/// applies; both are in the order of their texts, and so is what this gives. Edits that touch become one.
pub fn compose(first: &[Edit], between: &str, second: &[Edit]) -> Vec<Edit> {
    let mut composed = Vec::with_capacity(first.len() + second.len());
    let mut earlier = Placed { edits: first, grown: 0 };
    let mut later = second;
    while let Some(start) =
        [earlier.next().map(|(start, _)| start), later.first().map(|edit| edit.span.start)].into_iter().flatten().min()
    {
        // The stretch between the two texts that is edited in one go, and what `second` makes of it.
        let (mut end, mut at) = (start, start);
        let origin = start.saturating_add_signed(-earlier.grown);
        let mut text = String::new();
        loop {
            if let Some((from, to)) = earlier.next().filter(|(from, _)| *from <= end) {
                end = end.max(to.max(from));
                earlier.pass();
            } else if let Some(edit) = later.first().filter(|edit| edit.span.start <= end) {
                text.push_str(&between[at..edit.span.start]);
                text.push_str(&edit.text);
                at = edit.span.end;
                end = end.max(at);
                later = &later[1..];
            } else {
                break;
            }
        }
        text.push_str(&between[at..end]);
        composed.push(Edit { span: origin..end.saturating_add_signed(-earlier.grown), text });
    }
    composed
}

/// Edits that have been applied, seen from the text that they have made.
struct Placed<'e> {
    edits: &'e [Edit],
    /// By how much the edits before have made the text longer.
    grown: isize,
}

impl Placed<'_> {
    /// Where the next one stands now.
    fn next(&self) -> Option<(usize, usize)> {
        let edit = self.edits.first()?;
        let start = edit.span.start.saturating_add_signed(self.grown);
        Some((start, start + edit.text.len()))
    }

    /// Goes on to the one after.
    fn pass(&mut self) {
        if let Some(edit) = self.edits.first() {
            self.grown += edit.text.len() as isize - edit.span.len() as isize;
            self.edits = &self.edits[1..];
        }
    }
}

/// An edit without what it leaves as it is at its ends; `None` if that is all. It neither parts a line break of two
/// characters nor a letter from the marks on it.
pub fn trimmed(text: &str, edit: &Edit) -> Option<Edit> {
    let old = &text[edit.span.clone()];
    if old == edit.text {
        return None;
    }
    let parts = |text: &str, at: usize| !text.is_char_boundary(at) || is_within(text, at);
    let mut before = old.bytes().zip(edit.text.bytes()).take_while(|(a, b)| a == b).count();
    while before > 0 && (parts(text, edit.span.start + before) || parts(&edit.text, before)) {
        before -= 1;
    }
    let most = old.len().min(edit.text.len()) - before;
    let mut after = old.bytes().rev().zip(edit.text.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
    while after > 0 && (parts(text, edit.span.end - after) || parts(&edit.text, edit.text.len() - after)) {
        after -= 1;
    }
    let span = edit.span.start + before..edit.span.end - after;
    Some(Edit { span, text: edit.text[before..edit.text.len() - after].to_owned() })
}

/// Whether a place is within what is shown as one: a line break, a letter with its marks, a joined sign.
fn is_within(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next()) else { return false };
    let joins = |c: char| matches!(c, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    (before == '\r' && after == '\n') || is_combining_mark(after) || joins(after) || before == '\u{200d}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit { span: start..end, text: text.to_owned() }
    }

    #[test]
    fn two_sets_of_edits_become_one() {
        let text = "one two three four";
        let sets: [&[Edit]; 6] = [
            &[edit(0, 3, "ONE"), edit(8, 13, "3")],
            &[edit(4, 8, "")],
            &[edit(0, 0, "> "), edit(18, 18, ".")],
            &[edit(3, 4, "-"), edit(7, 8, "-"), edit(13, 14, "-")],
            &[edit(0, 18, "all")],
            &[],
        ];
        for first in sets {
            let between = apply(text, first);
            for start in 0..=between.len() {
                for end in start..=between.len() {
                    let second = [edit(start, end, "é")];
                    let composed = compose(first, &between, &second);
                    assert_eq!(apply(text, &composed), apply(&between, &second), "{first:?} {second:?} {composed:?}");
                    let apart = composed.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
                    assert!(apart, "{composed:?}");
                }
            }
            assert_eq!(apply(text, &compose(first, &between, &[])), between);
        }
    }

    #[test]
    fn an_edit_is_as_small_as_it_can_be() {
        let trim = |text: &str, new: &str| {
            trimmed(text, &edit(0, text.len(), new)).map(|edit| (text[edit.span].to_owned(), edit.text))
        };
        let pair = |old: &str, new: &str| Some((old.to_owned(), new.to_owned()));
        assert_eq!(trim("same", "same"), None);
        assert_eq!(trim("a  b", "a b"), pair(" ", ""));
        assert_eq!(trim("2. *Decides*", "3. *Decides*"), pair("2", "3"));
        assert_eq!(trim("aé", "aè"), pair("é", "è"));
        assert_eq!(trim("e\u{301}x", "ex"), pair("e\u{301}", "e"));
        assert_eq!(trim("a\r\n", "a\n"), pair("\r\n", "\n"));
        assert_eq!(trim("a\r\nb", "a\r\n\r\nb"), pair("", "\r\n"));
        assert_eq!(trim("مُ", "م"), pair("مُ", "م"));
    }
}
