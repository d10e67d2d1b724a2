//! Dates of which each part has its unit behind it, the year first: `2010年12月21日`, `二〇一〇年十二月二十一日`,
//! `2009年7月11日至16日`.

use super::{Cursor, RawDate, calendar, finish, in_figures, sentence_ends};
use crate::language::DateUnit;

/// How many words of figures a number has at most: `二〇一〇`.
const LONGEST_FIGURE: usize = 4;

/// What the last date has told: a later one may leave out its year, or its year and month.
#[derive(Clone, Copy)]
struct Told {
    year: Option<u32>,
    month: u32,
    /// The token after the date.
    end: usize,
}

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawDate> {
    let mut dates = Vec::new();
    let mut told: Option<Told> = None;
    let mut at = 0;
    while at < cursor.tokens.len() {
        match read(cursor, at, told) {
            Some((date, now_told)) => {
                dates.push(date);
                told = Some(now_told);
                at = now_told.end;
            }
            None => match in_figures(cursor, at) {
                Some(reading) => {
                    at = reading.end;
                    dates.push(finish(cursor, reading));
                }
                None => at += 1,
            },
        }
    }
    dates
}

/// The date that begins at a token, and what it tells those after it.
fn read(cursor: Cursor<'_>, first: usize, told: Option<Told>) -> Option<(RawDate, Told)> {
    let (mut at, mut value, mut unit) = part(cursor, first)?;
    let (mut year, mut month) = (None, None);
    if unit == DateUnit::Year {
        year = Some(value).filter(|year| (1000..3000).contains(year));
        (at, value, unit) = part(cursor, at)?;
    }
    if unit == DateUnit::Month {
        month = Some(value);
        (at, value, unit) = part(cursor, at)?;
    }
    if unit != DateUnit::Day || value > 99 {
        return None;
    }
    let complete = year.is_some() && month.is_some();
    let told = told.filter(|told| complete || !sentence_ends(cursor, told.end, first));
    // A day alone is one only where a word joins it to a date.
    let joined = |told: &Told| is_joined(cursor, told.end, first);
    let month = month.or_else(|| told.filter(joined).map(|told| told.month))?;
    let year = year.or_else(|| told.and_then(|told| told.year));
    let date = year.and_then(|year| calendar(year, month, value));
    let span = cursor.span(first, at - 1);
    let read = RawDate { span, date, day: value, month, year, complete, first_token: first, end_token: at };
    Some((read, Told { year, month, end: at }))
}

/// A figure and its unit, and the token after them.
fn part(cursor: Cursor<'_>, at: usize) -> Option<(usize, u32, DateUnit)> {
    let (end, value) = figure(cursor, at)?;
    let (next, unit) = cursor.phrase(&cursor.data.date_units, end)?;
    Some((next, value, unit))
}

/// The figure at a token, in digits or in words, and the token after it.
pub(in crate::mentions) fn figure(cursor: Cursor<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some(number) = cursor.number(at) {
        return Some((at + 1, number));
    }
    let (mut end, mut value, mut tens) = (at, 0, false);
    while end < at + LONGEST_FIGURE
        && let Some((next, figure)) = cursor.phrase(&cursor.data.figures, end)
    {
        // `二十一` is two tens and one, `二〇一〇` figure after figure.
        value = match figure {
            10 => value.max(1) * 10,
            _ if tens => value + figure,
            _ => value * 10 + figure,
        };
        tens |= figure == 10;
        end = next;
    }
    (end > at).then_some((end, value))
}

/// Whether nothing but a joiner, a comma or a dash stands between two tokens.
fn is_joined(cursor: Cursor<'_>, from: usize, to: usize) -> bool {
    match cursor.phrase(&cursor.data.date_joiners, from) {
        Some((next, ())) => next == to,
        None => to == from + 1 && matches!(cursor.mark(from), Some(',' | '-' | '–' | '—' | '~')),
    }
}
