//! Numbers of resolutions as they are printed: `65/230`, `S-8/1`, `66/253 A`, `1514 (XV)`, `1325 (2000)`.

use rapporteur_symbol::{Letter, Meetings, Number, Session, parse_roman};

use super::Cursor;
use crate::{Span, homoglyphs, token::is_ideograph, words::WordId, years::is_year_of_resolutions};

/// A number in the shape of a resolution's.
pub(super) struct Atom {
    pub(super) number: Number,
    pub(super) part: Option<Letter>,
    /// The last part of a range that is one word: the E of `43/222 A-E`.
    pub(super) last_part: Option<Letter>,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Reads a number in the shape of a resolution's at a token: `65/230`, `S-8/1`, `66/253 A`, `1514 (XV)`,
/// `217 A (III)`, `1325 (2000)`, `2012/19`.
pub(super) fn atom(cursor: Cursor<'_>, at: usize) -> Option<Atom> {
    let major = cursor.number(at)?;
    if cursor.is_mark(at + 1, '/') && cursor.glued(at + 1) {
        return slashed(cursor, at, major);
    }
    let number = u16::try_from(major).ok().filter(|number| *number > 0)?;
    if at > 0 && cursor.glued(at) && matches!(cursor.mark(at - 1), Some('/' | '.' | '-')) {
        return None;
    }
    let part = part_letter(cursor, at + 1);
    let end = at + 1 + usize::from(part.is_some());
    // "181 A and B (II)": the session is that of all parts.
    let mut open = end;
    while let Some((next, _)) = part.and_then(|_| next_part(cursor, open)) {
        open = next + 1;
    }
    if !cursor.is_mark(open, '(') {
        return None;
    }
    let (number, close) = match cursor.number(open + 1) {
        Some(year @ 1000..=9999) if part.is_none() => (Number::Running { year: year as u16, number }, open + 2),
        Some(_) => return None,
        None => {
            let (session, close) = session_at(cursor, open + 1)?;
            (Number::Roman { session, number }, close)
        }
    };
    let end = if open == end { close + 1 } else { end };
    closes(cursor, close).then_some(Atom { number, part, last_part: None, first: at, end })
}

pub(super) fn slashed(cursor: Cursor<'_>, at: usize, major: u32) -> Option<Atom> {
    let minor = cursor.number(at + 2).filter(|_| cursor.glued(at + 2))?;
    // Not a date (18/12/2019), a path, or the end of a document symbol; but `70/1-70/5` is a range.
    let begins_range = cursor.is_mark(at + 3, '-') && is_slashed(cursor, at + 4);
    let goes_on = cursor.glued(at + 3) && matches!(cursor.mark(at + 3), Some('/' | '-')) && !begins_range;
    let ends_range = at >= 4 && matches!(cursor.mark(at - 1), Some('-' | '–' | '—')) && is_slashed(cursor, at - 4);
    let within = at > 0
        && cursor.glued(at)
        && !ends_range
        && cursor.word(at - 1).is_none_or(|id| id == WordId::UNKNOWN)
        && !cursor.text(at - 1).starts_with(is_ideograph)
        && !matches!(
            cursor.mark(at - 1),
            Some('(' | '[' | '-' | '«' | '“' | '”' | '"' | '*' | '_' | '\'' | '’' | '‘' | ',')
        );
    if goes_on || within {
        return None;
    }
    let (meetings, first) = match at.checked_sub(2).filter(|_| !ends_range && is_dash(cursor, at - 1)) {
        Some(prefix) => (session_prefix(cursor, prefix)?, prefix),
        None => (Meetings::Regular, at),
    };
    let (major, minor) = (u16::try_from(major).ok()?, u16::try_from(minor).ok()?);
    let number = match (meetings, major) {
        (Meetings::Regular, _) if is_year_of_resolutions(major.into()) => Number::Yearly { year: major, number: minor },
        // `7/2019` counts within a year, as other organizations do.
        (_, 1..=199) if major >= 31 || !is_year_of_resolutions(minor.into()) => {
            Number::Session { session: Session { meetings, ordinal: major }, number: minor }
        }
        // No year is too far off to be a slip for another.
        (Meetings::Regular, 1000..=9999) if minor < 1000 => Number::Yearly { year: major, number: minor },
        _ => return None,
    };
    let range = letter_range(cursor.text(at + 3));
    let part = range.map(|(first, _)| first).or_else(|| part_letter(cursor, at + 3));
    let last_part = range.map(|(_, last)| last);
    Some(Atom { number, part, last_part, first, end: at + 3 + usize::from(part.is_some()) })
}

/// Whether two numbers with a slash between them begin at a token.
pub(super) fn is_slashed(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.number(at).is_some() && cursor.is_mark(at + 1, '/') && cursor.number(at + 2).is_some()
}

/// The year in brackets that stands at a token, behind the number of a session, as it would behind one of the Security
/// Council: `75/200 (2020)`.
pub(super) fn stray_year(cursor: Cursor<'_>, at: usize) -> Option<Span> {
    let year = cursor.number(at + 1).filter(|_| cursor.is_mark(at, '(') && cursor.is_mark(at + 2, ')'));
    year.filter(|year| is_year_of_resolutions(*year)).map(|_| cursor.span(at, at + 2))
}

/// The letter of a part: a capital that stands alone, and with which no document symbol (`65/230 A/65/457`) and no number
/// of a special session (`65/230, S-8/1`) begins.
pub(super) fn part_letter(cursor: Cursor<'_>, at: usize) -> Option<Letter> {
    if let Some((_, letter)) = cursor.phrase(&cursor.data.part_letters, at) {
        return Some(letter);
    }
    let text = cursor.text(at);
    let mut chars = text.chars();
    let letter = Letter::new(homoglyphs::latin(chars.next()?))?;
    let begins_other = cursor.glued(at + 1)
        && (cursor.is_mark(at + 1, '/') || (cursor.is_mark(at + 1, '-') && cursor.number(at + 2).is_some()));
    (chars.next().is_none() && !begins_other).then_some(letter)
}

/// The ends of a range of parts that a hyphen makes one word: `A-E`.
pub(super) fn letter_range(word: &str) -> Option<(Letter, Letter)> {
    let mut chars = word.chars();
    let (first, hyphen, last) = (chars.next()?, chars.next()?, chars.next()?);
    let hyphened = matches!(hyphen, '-' | '\u{2010}' | '\u{2011}') && chars.next().is_none();
    let letter = |c| Letter::new(homoglyphs::latin(c));
    Some((letter(first)?, letter(last)?)).filter(|(first, last)| hyphened && first < last)
}

/// The next letter of a list of parts, behind a joiner, a comma or a dash.
pub(super) fn next_part(cursor: Cursor<'_>, end: usize) -> Option<(usize, Letter)> {
    let at = match cursor.phrase(&cursor.data.joiners, end) {
        Some((next, ())) => next,
        None if matches!(cursor.mark(end), Some(',' | '-' | '–')) => end + 1,
        None => return None,
    };
    Some((at, part_letter(cursor, at)?))
}

/// Whether a bracket closes at a token. In text from right to left its mirror image is often typed: `2334 (2016(`.
pub(super) fn closes(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.is_mark(at, ')') || (cursor.is_mark(at, '(') && cursor.glued(at))
}

pub(super) fn is_dash(cursor: Cursor<'_>, at: usize) -> bool {
    let closed_up = cursor.is_mark(at, '-') && cursor.glued(at + 1);
    // `دإط – 10/15`.
    closed_up || (matches!(cursor.mark(at), Some('-' | '–')) && session_letter(cursor, at).is_some())
}

/// The series of sessions that a letter before a dash names, which stands before the number: `S-8/1`, `دإ-8/1`.
pub(super) fn session_prefix(cursor: Cursor<'_>, at: usize) -> Option<Meetings> {
    match &*homoglyphs::in_latin(cursor.text(at)) {
        "S" => Some(Meetings::Special),
        "ES" => Some(Meetings::Emergency),
        _ => session_letter(cursor, at + 1),
    }
}

/// The series of sessions that the letter right before a token names.
pub(super) fn session_letter(cursor: Cursor<'_>, end: usize) -> Option<Meetings> {
    cursor.phrase(&cursor.data.session_letters, end.checked_sub(1)?).map(|(_, meetings)| meetings)
}

/// The session at a token, and the token after it: `XV`, `S-VI`, `د-15`.
pub(super) fn session_at(cursor: Cursor<'_>, at: usize) -> Option<(Session, usize)> {
    let Some((next, meetings)) = cursor.phrase(&cursor.data.session_letters, at) else {
        return Some((roman_session(cursor.text(at))?, at + 1));
    };
    let next = next + usize::from(matches!(cursor.mark(next), Some('-' | '–')));
    let ordinal = u16::try_from(cursor.number(next)?).ok().filter(|ordinal| *ordinal > 0)?;
    Some((Session { meetings, ordinal }, next + 1))
}

/// `XV`, `S-VI`, `ES-II`.
pub(super) fn roman_session(text: &str) -> Option<Session> {
    let plain = homoglyphs::in_latin(text).replace(['\u{2010}', '\u{2011}'], "-");
    let (meetings, numeral) = [Meetings::Emergency, Meetings::Special]
        .into_iter()
        .find_map(|meetings| Some((meetings, plain.strip_prefix(meetings.prefix())?)))
        .unwrap_or((Meetings::Regular, plain.as_str()));
    Some(Session { meetings, ordinal: parse_roman(numeral)? })
}
