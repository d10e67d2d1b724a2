//! The words of a draft without its marks, for where no Markdown is shown.

use rapporteur_draft::{Draft, Span, is_ideograph};

use crate::within::touching;

/// A tag of HTML has at most this many bytes.
const LONGEST_TAG: usize = 40;

/// What is printed of a stretch of the text, on one line: without emphasis, calls of notes, tags, comments and the targets
/// of links. Cut to a number of characters.
pub(crate) fn plain(text: &str, draft: &Draft, span: &Span, length: usize) -> String {
    let mut calls = touching(&draft.notes.calls, |call| &call.span, span).iter().map(|call| &call.span).peekable();
    let mut links = touching(&draft.links, |link| &link.span, span).iter().peekable();
    let mut words = Words { out: String::new(), count: 0, gap: false };
    let mut at = span.start;
    // A few more than are shown, so that it is known whether some are left out.
    while at < span.end && words.count <= length + 1 {
        while calls.next_if(|call| call.start < at).is_some() {}
        if let Some(call) = calls.next_if(|call| call.start == at) {
            at = call.end;
            continue;
        }
        while links.next_if(|link| link.span.end <= at).is_some() {}
        if let Some(link) = links.peek() {
            if at == link.span.start && at < link.label.start {
                at = link.label.start;
                continue;
            }
            if (link.label.end..link.span.end).contains(&at) {
                at = link.span.end;
                continue;
            }
        }
        at += words.take(&text[at..span.end], text[..at].chars().next_back());
    }
    shortened(&words.out, length)
}

/// A text cut to a number of characters, at a space where there is one, with dots for what is left out.
pub(crate) fn shortened(text: &str, length: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(length) else { return text.to_owned() };
    let kept = &text[..end];
    let space = if text[end..].starts_with(' ') { Some(end) } else { kept.rfind(' ') };
    match space.filter(|space| *space * 2 > end) {
        Some(space) => format!("{} …", kept[..space].trim_end_matches([' ', ',', '،'])),
        None => format!("{kept}…"),
    }
}

struct Words {
    out: String,
    count: usize,
    /// Whether white space comes before the next character.
    gap: bool,
}

impl Words {
    /// Takes what a text begins with, and gives its length in bytes, which is 1 at least. `before` is what stands before it.
    fn take(&mut self, rest: &str, before: Option<char>) -> usize {
        let mut chars = rest.chars();
        let Some(first) = chars.next() else { return 1 };
        let next = chars.next();
        let within_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match first {
            '*' | '`' => {}
            '_' if !(within_word(before) && within_word(next)) => {}
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                self.push(next.unwrap_or_default());
                return 2;
            }
            '<' => match unprinted(rest) {
                Some(length) => return length,
                None => self.push(first),
            },
            _ if first.is_whitespace() => self.gap = true,
            _ => self.push(first),
        }
        first.len_utf8()
    }

    fn push(&mut self, char: char) {
        let glues = self.out.chars().next_back().is_some_and(is_chinese) && is_chinese(char);
        if std::mem::take(&mut self.gap) && !self.out.is_empty() && !glues {
            self.out.push(' ');
            self.count += 1;
        }
        self.out.push(char);
        self.count += 1;
    }
}

/// Whether a character is an ideograph or a mark of their width: no space parts them, but for one at a note's call or the
/// end of a line.
pub(crate) fn is_chinese(c: char) -> bool {
    is_ideograph(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// The length of the comment or tag that a text begins with.
fn unprinted(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return Some(text.find("-->").map_or(text.len(), |at| at + 3));
    }
    let is_tag = text[1..].starts_with(|c: char| c == '/' || c.is_ascii_alphabetic());
    let close = text.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    is_tag.then_some(close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_draft::Hints;

    fn whole(text: &str, length: usize) -> String {
        plain(text, &Draft::read(text, &Hints::default()), &(0..text.len()), length)
    }

    #[test]
    fn only_what_is_printed_is_left() {
        assert_eq!(
            whole(
                "*Recalling*  its\nresolution [70/1](https://undocs.org/A/RES/70/1),[^1] <i>all</i> of it <!-- no -->\n",
                99
            ),
            "Recalling its resolution 70/1, all of it"
        );
        assert_eq!(whole("**注意到**该报告，[^1] 其中述及\n湿地", 99), "注意到该报告，其中述及湿地");
        assert_eq!(whole("snake_case \\*and\\* _this_ 1 < 2", 99), "snake_case *and* this 1 < 2");
    }

    #[test]
    fn long_texts_are_cut_between_words_or_characters() {
        assert_eq!(whole("Requests the Secretary-General, always", 32), "Requests the Secretary-General …");
        assert_eq!(whole("回顾其关于可持续发展的决议", 6), "回顾其关于可…");
        assert_eq!(shortened("short", 5), "short");
        assert_eq!(shortened("all of it", 6), "all of …");
    }
}
