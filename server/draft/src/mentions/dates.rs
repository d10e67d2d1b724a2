//! Dates: `18 December 2019`, `1er mars 2021`, `25 and 27 June 1950`, `16 March, … of 16 June and … of 16 December 1966`.

mod counted;

use time::{Date, Month};

pub(super) use counted::figure;

use super::{Cursor, MixedMonths, RawDate};
use crate::{
    Span,
    token::{digit, is_ideograph},
    years,
};

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
        let free_from = readings.last().map_or(0, |reading| reading.end);
        if let Some((after_month, month)) = month_at(cursor, at) {
            read_around(cursor, at, after_month, month, free_from, &mut readings);
        } else if at >= free_from {
            readings.extend(in_figures(cursor, at));
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

/// The date in figures alone at a token: `18/12/2019`, `18.12.2019`, `2019-12-18`. Where the second figure can't be a
/// month, it is the day.
fn in_figures(cursor: Cursor<'_>, at: usize) -> Option<Reading> {
    // Most tokens are no number, and most numbers have no mark behind them.
    let first = cursor.number(at)?;
    let mark = cursor.mark(at + 1).filter(|mark| matches!(mark, '/' | '.' | '-'))?;
    let joined = cursor.is_mark(at + 3, mark) && (at + 1..at + 5).all(|at| cursor.glued(at));
    // Not a piece of an address, of a symbol or of a longer number.
    let belongs = |at: usize| {
        let latin = || cursor.word(at).is_some() && !cursor.text(at).starts_with(is_ideograph);
        latin() || matches!(cursor.mark(at), Some('/' | '-' | '_' | '='))
    };
    let decimal = cursor.is_mark(at + 5, '.') && cursor.glued(at + 5) && cursor.glued(at + 6);
    let parted = !(at > 0 && cursor.glued(at) && (belongs(at - 1) || cursor.is_mark(at - 1, '.')))
        && !(cursor.glued(at + 5) && belongs(at + 5))
        && !decimal;
    let (second, third) = (cursor.number(at + 2)?, cursor.number(at + 4)?);
    let is_year = |at: usize, value| years::is_year(value) && cursor.text(at).chars().count() == 4;
    let (day, month, year) = match (is_year(at, first), is_year(at + 4, third)) {
        (true, false) if mark != '.' => (third, second, first),
        (false, true) if mark != '-' && second > 12 && first <= 12 => (second, first, third),
        (false, true) => (first, second, third),
        _ => return None,
    };
    let possible = (1..=31).contains(&day) && (1..=12).contains(&month);
    let year = Some(year).filter(|_| joined && parted && possible)?;
    let (end, last_bytes) = (at + 5, cursor.text(at + 4).len());
    Some(Reading { first: at, end, day, month: month as u8, year: Some(year), last_bytes })
}

/// The months of which the names stand together and do not belong together, in a language in which each month has two:
/// `كانون الثاني/نوفمبر` names January and November.
pub(super) fn mixed_months(cursor: Cursor<'_>) -> Vec<MixedMonths> {
    // Where months have one name, "January/February" are two.
    if !cursor.data.has_paired_months() {
        return Vec::new();
    }
    let slashes = (1..cursor.tokens.len()).filter(|&at| cursor.is_mark(at, '/'));
    let pairs = slashes.filter_map(|slash| {
        let (end, second) = cursor.phrase(&cursor.data.month_words, slash + 1)?;
        let start = cursor.phrase_before(&cursor.data.month_words, slash)?;
        let (_, first) = cursor.phrase(&cursor.data.month_words, start)?;
        let series = |span: Span| cursor.data.month_series(&cursor.block[span]);
        let (left, right) = (series(cursor.span(start, slash - 1))?, series(cursor.span(slash + 1, end - 1))?);
        (first != second && left != right).then(|| MixedMonths { span: cursor.span(start, end - 1), first, second })
    });
    pairs.collect()
}

/// Reads the days before a month (or the day after it) and the year.
fn read_around(cursor: Cursor<'_>, month_at: usize, after: usize, month: u8, free_from: usize, out: &mut Vec<Reading>) {
    let Some((first, day)) = day_before(cursor, month_at, free_from) else {
        out.extend(month_first(cursor, month_at, after, month));
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

/// `December 18, 2019`, `December 18th, 2019`.
fn month_first(cursor: Cursor<'_>, first: usize, after: usize, month: u8) -> Option<Reading> {
    let day = cursor.number(after).filter(|day| (1..=31).contains(day))?;
    let ordinal = cursor.glued(after + 1).then(|| cursor.phrase(&cursor.data.day_ordinals, after + 1)).flatten();
    let comma = ordinal.map_or(after + 1, |(next, ())| next);
    let (year, last_bytes) = year(cursor, comma + 1).filter(|_| cursor.is_mark(comma, ','))?;
    Some(Reading { first, end: comma + 2, day, month, year: Some(year), last_bytes })
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
    let readable = left == 0 || (left <= 2 && years::is_year(year));
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
    let (day, month, year) = (reading.day, u32::from(reading.month), reading.year);
    RawDate { span, date, day, month, year, complete, first_token: reading.first, end_token: reading.end }
}

/// The day that these figures name, if the calendar has it.
fn calendar(year: u32, month: u32, day: u32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::try_from(year).ok()?, month, u8::try_from(day).ok()?).ok()
}
