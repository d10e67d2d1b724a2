//! Dates: `18 December 2019`, `1er mars 2021`, `25 and 27 June 1950`, `16 March, … of 16 June and … of 16 December 1966`.

mod counted;

use time::{Date, Month};

pub(super) use counted::figure;

use super::{Cursor, RawDate};
use crate::token::digit;

/// A day and a month at certain tokens; the year may come later.
struct Reading {
    first: usize,
    end: usize,
    day: u32,
    month: u8,
    year: Option<u32>,
    /// How many bytes of the last token belong to the date: a raised figure may have been lost in it (`20171`).
    last_bytes: usize,
}

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawDate> {
    if !cursor.data.date_units.is_empty() {
        return counted::find(cursor);
    }
    let mut readings: Vec<Reading> = Vec::new();
    for at in 0..cursor.tokens.len() {
        if let Some((after_month, month)) = month_at(cursor, at) {
            let free_from = readings.last().map_or(0, |reading| reading.end);
            read_around(cursor, at, after_month, month, free_from, &mut readings);
        }
    }
    share_years(cursor, &mut readings);
    readings.into_iter().map(|reading| finish(cursor, reading)).collect()
}

/// The month at a token and the token after it. It may have two names: `كانون الأول/ديسمبر`. Should they be of two months,
/// it is the second that counts: those of the first kind are told apart by "first" and "second" alone.
fn month_at(cursor: Cursor<'_>, at: usize) -> Option<(usize, u8)> {
    let (next, month) = cursor.phrase(&cursor.data.month_words, at)?;
    let second = cursor.is_mark(next, '/').then(|| cursor.phrase(&cursor.data.month_words, next + 1)).flatten();
    Some(second.unwrap_or((next, month)))
}

/// Reads the days before a month (or the day after it) and the year.
fn read_around(cursor: Cursor<'_>, month_at: usize, after: usize, month: u8, free_from: usize, out: &mut Vec<Reading>) {
    let Some((first, day)) = day_before(cursor, month_at, free_from) else {
        // `December 18, 2019`.
        if let (Some(day @ 1..=31), true) = (cursor.number(after), cursor.is_mark(after + 1, ','))
            && let Some((year, last_bytes)) = year(cursor, after + 2)
        {
            out.push(Reading { first: month_at, end: after + 3, day, month, year: Some(year), last_bytes });
        }
        return;
    };
    let year_at = cursor.phrase(&cursor.data.date_particles, after).map_or(after, |(next, ())| next);
    let (year, end, last_bytes) = match year(cursor, year_at) {
        Some((year, bytes)) => match year_ending(cursor, year_at + 1) {
            Some(end) => (Some(year), end, cursor.text(end - 1).len()),
            None => (Some(year), year_at + 1, bytes),
        },
        None => (None, after, cursor.text(after - 1).len()),
    };
    // The days of a list before this one have its month and year: "25 and 27 June 1950", "4, 12 et 15 juillet 2001".
    let mut days = Vec::new();
    let mut next = first;
    while let Some((first, day)) = listed_day(cursor, next, free_from) {
        days.push((first, day));
        next = first;
    }
    for (first, day) in days.into_iter().rev() {
        out.push(Reading { first, end: first + 1, day, month, year, last_bytes: cursor.text(first).len() });
    }
    out.push(Reading { first, end, day, month, year, last_bytes });
}

/// The day that ends right before a token: its first token and its number.
fn day_before(cursor: Cursor<'_>, end: usize, free_from: usize) -> Option<(usize, u32)> {
    let mut at = end.checked_sub(1)?;
    // `2 de marzo`.
    if let Some(start) = cursor.phrase_before(&cursor.data.date_particles, end) {
        at = start.checked_sub(1)?;
    }
    // `1^{er}`.
    if cursor.is_mark(at, '}') {
        at = at.checked_sub(1)?;
        if !cursor.is_mark(at.checked_sub(2)?, '^') {
            return None;
        }
        let day_at = at.checked_sub(3)?;
        return Some((day_at, day_number(cursor, day_at, free_from)?));
    }
    let at = before_ordinal(cursor, at)?;
    Some((at, day_number(cursor, at, free_from)?))
}

/// The token before what makes an ordinal of a number, if that stands at a token, else the token: `1er`, `18th`, `1.º`, `1-го`.
fn before_ordinal(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let ordinal = cursor.phrase(&cursor.data.day_ordinals, at).is_some() || cursor.is_mark(at, '°');
    if !ordinal || !cursor.glued(at) {
        return Some(at);
    }
    let number = at.checked_sub(1)?;
    if matches!(cursor.mark(number), Some('.' | '-')) && cursor.glued(number) {
        number.checked_sub(1)
    } else {
        Some(number)
    }
}

fn day_number(cursor: Cursor<'_>, at: usize, free_from: usize) -> Option<u32> {
    let number = cursor.number(at).filter(|number| (1..=99).contains(number))?;
    let inside_another = at > 0 && cursor.glued(at) && matches!(cursor.mark(at - 1), Some('/' | '.' | ','));
    (at >= free_from && !inside_another).then_some(number)
}

/// The day that a joiner or comma links to the day at `next`.
fn listed_day(cursor: Cursor<'_>, next: usize, free_from: usize) -> Option<(usize, u32)> {
    let joined = match cursor.phrase_before(&cursor.data.date_joiners, next) {
        Some(start) => start,
        None if next > 0 && matches!(cursor.mark(next - 1), Some(',' | '-' | '–')) => next - 1,
        None => return None,
    };
    let at = before_ordinal(cursor, joined.checked_sub(1)?)?;
    let day = day_number(cursor, at, free_from).filter(|day| *day <= 31)?;
    // Not the end of a resolution's number or of a symbol.
    (at == 0 || !matches!(cursor.mark(at - 1), Some('/' | '('))).then_some((at, day))
}

/// What belongs to a year behind it (`2010 года`, `2010 г.`): the token after it.
fn year_ending(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let (next, ()) = cursor.phrase(&cursor.data.year_endings, at)?;
    // An abbreviation has its full stop.
    let abbreviated = cursor.text(next - 1).chars().count() <= 2 && cursor.is_mark(next, '.') && cursor.glued(next);
    Some(next + usize::from(abbreviated))
}

/// The year at a token and how many bytes of it are the year.
fn year(cursor: Cursor<'_>, at: usize) -> Option<(u32, usize)> {
    cursor.number(at)?;
    let text = cursor.text(at);
    let mut digits = text.char_indices().filter_map(|(at, c)| Some((at + c.len_utf8(), digit(c)?)));
    let (mut year, mut bytes) = (0, 0);
    for _ in 0..4 {
        let (end, digit) = digits.next()?;
        (year, bytes) = (year * 10 + digit, end);
    }
    // `20171` is 2017 and a note whose figure is no longer raised.
    let left = digits.count();
    let readable = left == 0 || (left <= 2 && (1900..2100).contains(&year));
    (readable && (1000..3000).contains(&year)).then_some((year, bytes))
}

/// A date without a year has that of the next date in the sentence.
fn share_years(cursor: Cursor<'_>, readings: &mut [Reading]) {
    for index in (0..readings.len().saturating_sub(1)).rev() {
        let (reading, next) = (&readings[index], &readings[index + 1]);
        if reading.year.is_none() && !sentence_ends(cursor, reading.end, next.first) {
            readings[index].year = next.year;
        }
    }
}

fn sentence_ends(cursor: Cursor<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| matches!(cursor.mark(at), Some('.' | ';')))
}

fn finish(cursor: Cursor<'_>, reading: Reading) -> RawDate {
    let start = cursor.tokens[reading.first].start as usize;
    let last = &cursor.tokens[reading.end - 1];
    let span = start..last.start as usize + reading.last_bytes;
    let date = reading.year.and_then(|year| calendar(year, u32::from(reading.month), reading.day));
    let complete = reading.year.is_some() && reading.end - reading.first >= 3;
    RawDate { span, date, complete, first_token: reading.first, end_token: reading.end }
}

/// The day that these figures name, if the calendar has it.
fn calendar(year: u32, month: u32, day: u32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::try_from(year).ok()?, month, u8::try_from(day).ok()?).ok()
}
