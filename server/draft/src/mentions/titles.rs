//! Titles quoted behind a citation: "resolution 70/1 of 25 September 2015, entitled “Transforming our world: …”".

use super::Cursor;
use crate::Span;

/// Pairs of quotation marks.
const QUOTES: [(&str, &str); 8] =
    [("”", "“"), ("“", "”"), ("\"", "\""), ("«", "»"), ("„", "“"), ("《", "》"), ("「", "」"), ("‘", "’")];

/// How many tokens a title may have.
const LONGEST: usize = 160;

/// The title that is quoted at a token, where a citation with its body and date has ended: what stands between the
/// quotation marks.
pub(super) fn after(cursor: Cursor<'_>, at: usize) -> Option<Span> {
    let past_comma = at + usize::from(cursor.is_mark(at, ','));
    // "… of 25 September 2015 and entitled “…”".
    let past_joiner = cursor.phrase(&cursor.data.joiners, past_comma).map_or(past_comma, |(next, ())| next);
    let (open, ()) = cursor.phrase(&cursor.data.entitled, past_joiner)?;
    quoted(cursor, open)
}

/// What stands between the quotation marks of which the first is at a token. Marks within it may be of the same kind.
pub(super) fn quoted(cursor: Cursor<'_>, open: usize) -> Option<Span> {
    let (opening, closing) = QUOTES.iter().find(|(opening, _)| *opening == cursor.text(open))?;
    let mut depth = 0;
    for at in open + 1..cursor.tokens.len().min(open + LONGEST) {
        let text = cursor.text(at);
        if text == *closing {
            if depth == 0 {
                return (at > open + 1).then(|| cursor.span(open + 1, at - 1));
            }
            depth -= 1;
        } else if text == *opening {
            depth += 1;
        }
    }
    None
}
