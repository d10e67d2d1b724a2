//! Sessions that are still to come: "to include in the provisional agenda of its eightieth session", "to report to the
//! General Assembly at its eightieth session".

use super::{BodyName, Cursor, RawDueSession};

/// How many tokens before a body are looked at for what tells that something was done already: "the report submitted by
/// the Secretary-General to the General Assembly at its …".
const TOLD: usize = 10;

/// How many tokens a name of a body may have.
const LONGEST_NAME: usize = 12;

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawDueSession> {
    (0..cursor.tokens.len()).filter_map(|at| read(cursor, at)).collect()
}

/// The session whose number in words begins at a token.
fn read(cursor: Cursor<'_>, at: usize) -> Option<RawDueSession> {
    let due = &cursor.data.due_sessions;
    let (next, number) = cursor.phrase(&due.numbers, at)?;
    let noun = cursor.phrase(&due.session, next);
    if !due.session.is_empty() && noun.is_none() {
        return None;
    }
    let agenda = noun.is_some_and(|(_, agenda)| agenda);
    let session = |body, agenda| RawDueSession { span: cursor.span(at, next - 1), number, body, agenda };
    if let Some(before) = own(cursor, at) {
        return Some(session(None, agenda || before));
    }
    let behind = cursor.phrase_before(&due.behind_body, at)?;
    let (name, start) = body_before(cursor, past_comma(cursor, behind))?;
    (agenda || is_told_to(cursor, start)).then(|| session(Some(name), agenda))
}

/// Whether the body whose name begins at a token is one to which something is to be told, and has not been told already.
fn is_told_to(cursor: Cursor<'_>, name: usize) -> bool {
    let due = &cursor.data.due_sessions;
    let Some(to) = cursor.phrase_before(&due.before_body, name) else { return false };
    (to.saturating_sub(TOLD)..to).all(|at| cursor.phrase(&due.done, at).is_none())
}

/// Whether the session at a token is of the body that acts, and whether it is its agenda that is spoken of. A comma may
/// stand before the last words: "lui présenter, à sa".
fn own(cursor: Cursor<'_>, end: usize) -> Option<bool> {
    let own = &cursor.data.due_sessions.own;
    // One comma among the words takes the place of one token.
    let first = end.saturating_sub(own.longest_length() + 1);
    (first..end).find_map(|start| {
        let mark = (start..end).find(|&at| cursor.is_mark(at, ','));
        let word = |at: usize| cursor.word(if mark.is_some_and(|mark| at >= mark) { at + 1 } else { at });
        let length = end - start - usize::from(mark.is_some());
        own.longest(start, word).filter(|(found, _)| *found == length).map(|(_, agenda)| agenda)
    })
}

/// The token behind which a comma stands, if one stands before a token.
fn past_comma(cursor: Cursor<'_>, end: usize) -> usize {
    end - usize::from(end > 0 && cursor.is_mark(end - 1, ','))
}

/// The body whose name ends right before a token, and where the name begins.
fn body_before(cursor: Cursor<'_>, end: usize) -> Option<(BodyName, usize)> {
    let ends = |start: usize| {
        let full = cursor.phrase(&cursor.data.body_phrases, start).map(|(next, body)| (next, BodyName::Full(body)));
        let short =
            || cursor.phrase(&cursor.data.short_body_phrases, start).map(|(next, i)| (next, BodyName::Short(i)));
        full.or_else(short).filter(|(next, _)| *next == end).map(|(_, name)| (name, start))
    };
    (end.saturating_sub(LONGEST_NAME)..end).find_map(ends)
}
