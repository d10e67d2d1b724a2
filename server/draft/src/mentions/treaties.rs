//! Where treaties are printed: "United Nations, *Treaty Series*, vol. 2225, No. 39574".

use super::{Cursor, RawTreaty};
use crate::token::TokenKind;

/// How many tokens behind the name of the series may belong to a treaty: a few volumes and numbers.
const LONGEST: usize = 40;

/// How many marks may stand between who publishes the series and its name.
const MARKS: usize = 2;

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawTreaty> {
    let mut treaties = Vec::new();
    let mut at = 0;
    while at < cursor.tokens.len() {
        let Some((next, ())) = cursor.phrase(&cursor.data.treaty_series, at) else {
            at += 1;
            continue;
        };
        treaties.extend(publisher(cursor, at).and_then(|first| read(cursor, first, next)));
        at = next;
    }
    treaties
}

/// The first token of who publishes the series. Others than the United Nations have such series too.
fn publisher(cursor: Cursor<'_>, series: usize) -> Option<usize> {
    let marks = (0..=MARKS)
        .take_while(|count| *count == 0 || series.checked_sub(*count).is_some_and(|at| cursor.mark(at).is_some()));
    marks
        .filter_map(|count| series.checked_sub(count))
        .find_map(|end| cursor.phrase_before(&cursor.data.treaty_organization, end))
}

/// Reads the volumes and numbers behind the name of the series.
fn read(cursor: Cursor<'_>, first: usize, series_end: usize) -> Option<RawTreaty> {
    let data = cursor.data;
    let (mut volumes, mut numbers) = (Vec::new(), Vec::new());
    let mut in_numbers = false;
    let (mut at, mut end) = (series_end, series_end);
    while at < cursor.tokens.len().min(series_end + LONGEST) {
        if let Some(number) = cursor.number(at) {
            let read = if in_numbers { &mut numbers } else { &mut volumes };
            read.push((cursor.tokens[at].span(), number));
            (at, end) = (at + 1, at + 1);
        } else if let Some((next, ())) = cursor.phrase(&data.treaty_number, at) {
            // In Chinese the word stands behind the number.
            end = if in_numbers && !numbers.is_empty() { next } else { end };
            (at, in_numbers) = (next, true);
        } else if let Some((next, ())) = cursor.phrase(&data.treaty_volume, at) {
            in_numbers = !volumes.is_empty();
            at = next;
        } else if let Some((next, ())) =
            cursor.phrase(&data.joiners, at).or_else(|| cursor.phrase(&data.number_opening, at))
        {
            at = next;
        } else if matches!(
            cursor.tokens[at].kind,
            TokenKind::Mark(',' | '.' | '-' | '–' | '°' | 'º' | '》' | '»' | '”' | '*')
        ) {
            at += 1;
        } else {
            break;
        }
    }
    (!volumes.is_empty() && !numbers.is_empty()).then(|| RawTreaty {
        span: cursor.span(first, end - 1),
        volumes,
        numbers,
    })
}
