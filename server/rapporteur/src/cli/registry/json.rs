//! What the registry knows, for other tools.

use std::collections::BTreeMap;

use rapporteur_registry::{Entry, Known, Series};
use serde::Serialize;

use super::table::kind;

#[derive(Serialize)]
struct EntryObject<'a> {
    symbol: String,
    body: &'a str,
    kind: &'a str,
    /// The day, if it is known.
    date: Option<String>,
    /// The month, if no more is known.
    month: Option<String>,
    not_before: Option<String>,
    not_after: Option<String>,
    /// A day that documents give and that may not be right.
    suspected: Option<String>,
    /// The letter of the basis; empty for a table of the project.
    basis: &'a str,
    citing: u16,
    titles: BTreeMap<&'a str, &'a str>,
    meeting: Option<&'a str>,
    vote: Option<&'a str>,
    source: Option<&'a str>,
}

#[derive(Serialize)]
struct SeriesObject<'a> {
    body: &'a str,
    kind: &'a str,
    /// The session or year; empty where several are counted together.
    series: &'a str,
    /// How many sessions or years are counted.
    sessions: usize,
    texts: usize,
    days: usize,
    /// Of the days, those that are certain.
    certain: usize,
    months: usize,
    bounds: usize,
    suspected: usize,
    titles: usize,
    /// The highest number that is known.
    highest: u16,
    /// How many numbers there are up to the highest, and how many of these are known.
    numbers: usize,
    known_numbers: usize,
    /// The first and the last day that is known.
    first: Option<String>,
    last: Option<String>,
}

/// Texts as an array.
pub(super) fn entries<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> String {
    let objects: Vec<EntryObject<'a>> = entries.into_iter().map(object).collect();
    array(&objects)
}

fn object(entry: Entry<'_>) -> EntryObject<'_> {
    let known = entry.known();
    let (not_before, not_after) = match known {
        Known::Between { from, to } => (from, to),
        _ => (None, None),
    };
    let iso = |date: time::Date| date.to_string();
    EntryObject {
        symbol: entry.symbol().to_string(),
        body: entry.symbol().body.key(),
        kind: kind(entry.symbol().kind),
        date: entry.day().map(iso),
        month: match known {
            Known::Month { year, month } => Some(format!("{year}-{:02}", u8::from(month))),
            _ => None,
        },
        not_before: not_before.map(iso),
        not_after: not_after.map(iso),
        suspected: match known {
            Known::Suspected(date) => Some(iso(date)),
            _ => None,
        },
        basis: entry.basis().letter(),
        citing: entry.citing(),
        titles: entry.titles().into_iter().collect(),
        meeting: entry.meeting(),
        vote: entry.vote(),
        source: entry.source(),
    }
}

/// Counts as an array, an object for each series.
pub(super) fn stats(series: &[Series]) -> String {
    let objects: Vec<SeriesObject<'_>> = series
        .iter()
        .map(|series| SeriesObject {
            body: series.body.key(),
            kind: kind(series.kind),
            series: &series.label,
            sessions: series.sessions,
            texts: series.texts,
            days: series.days,
            certain: series.certain,
            months: series.months,
            bounds: series.bounds,
            suspected: series.suspected,
            titles: series.titles,
            highest: series.highest,
            numbers: series.numbers,
            known_numbers: series.known_numbers,
            first: series.span.map(|(first, _)| first.to_string()),
            last: series.span.map(|(_, last)| last.to_string()),
        })
        .collect();
    array(&objects)
}

pub(super) fn array<T: Serialize>(objects: &[T]) -> String {
    let array = serde_json::to_string_pretty(objects).expect("strings and numbers always are JSON");
    format!("{array}\n")
}
