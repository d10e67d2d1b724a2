//! The packed form of a table: one run of bytes, used in place. The build script packs the embedded tables, the
//! loader those of a project; [`Table`](crate::table::Table) reads both.
//!
//! All numbers are little-endian, `u32` where nothing else is said. In order:
//!
//! 1. the header, [`HEADER`] counts: rows, languages, strings, titles, words, postings, titles of rows, rows of titles,
//!    bytes of strings, bytes of words;
//! 2. the languages: the string that is the code of each;
//! 3. the rows, by [`Symbol::key`]: key (u64), number of citing documents (u16), first and last day (u16 each, days from
//!    1 January 1945 counted from 1, 0 for none), shape of the date (u8), basis (u8), the strings of meeting, vote and
//!    source;
//! 4. where the titles of each row start (one more than rows), and these titles: the language in the highest byte, the
//!    title, counted from 0, in the others;
//! 5. where each string starts, and where the last ends. String 0 is empty and stands for "not stated"; the titles
//!    come next;
//! 6. where each word starts; where the postings of each word start (each list one longer than the words); the
//!    [`letters`] of each word (u64);
//! 7. the postings: for each word in alphabetical order, the titles that contain it, counted from 0;
//! 8. where the rows of each title start (one more than titles), and these rows;
//! 9. the bytes of the strings, then of the words; then the [`weight`] of each title (u8).

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    iter,
};

use rapporteur_symbol::Symbol;
use time::Date;

use crate::{
    facts::Known,
    format::Row,
    words::{forms, letters, words},
};

/// Numbers in the header.
pub const HEADER: usize = 10;
/// Bytes of a row.
pub const ROW: usize = 28;
/// The bits below the language of a title of a row.
pub const TITLE_BITS: u32 = 24;

/// Packs rows, which must be sorted by [`Symbol::key`] and name every symbol once.
pub fn pack(rows: &[Row]) -> Vec<u8> {
    debug_assert!(rows.is_sorted_by(|a, b| Symbol::key(a.symbol) < Symbol::key(b.symbol)));
    let languages: BTreeSet<&str> =
        rows.iter().flat_map(|row| &row.titles).map(|(language, _)| language.as_str()).collect();

    let mut strings = Strings::default();
    strings.add("");
    let mut row_titles: Vec<Vec<u32>> = Vec::with_capacity(rows.len());
    let mut title_rows: Vec<Vec<u32>> = Vec::new();
    let mut citing: Vec<u32> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut titles = Vec::with_capacity(row.titles.len());
        for (code, text) in &row.titles {
            let title = strings.add(text) as usize - 1;
            let language = languages.iter().position(|language| language == code).unwrap_or_default() as u32;
            titles.push(language << TITLE_BITS | title as u32);
            if title == title_rows.len() {
                title_rows.push(Vec::new());
                citing.push(0);
            }
            if title_rows[title].last() != Some(&(at as u32)) {
                title_rows[title].push(at as u32);
                citing[title] += u32::from(row.citing);
            }
        }
        titles.sort_unstable();
        row_titles.push(titles);
    }
    let postings = index(&strings.texts[1..]);

    let mut packed_rows = Vec::with_capacity(rows.len() * ROW);
    for row in rows {
        let (shape, from, to) = pack_date(row.known);
        packed_rows.extend(row.symbol.key().to_le_bytes());
        packed_rows.extend([row.citing, from, to].map(u16::to_le_bytes).as_flattened());
        packed_rows.extend([shape, row.basis as u8]);
        for text in [&row.meeting, &row.vote, &row.source] {
            packed_rows.extend(strings.add(text).to_le_bytes());
        }
    }
    let codes: Vec<u32> = languages.iter().map(|code| strings.add(code)).collect();

    let string_starts = starts(strings.texts.iter().map(String::len));
    let mut out = Vec::new();
    put(
        &mut out,
        [
            rows.len(),
            languages.len(),
            strings.texts.len(),
            title_rows.len(),
            postings.len(),
            postings.values().map(Vec::len).sum(),
            row_titles.iter().map(Vec::len).sum(),
            title_rows.iter().map(Vec::len).sum(),
            strings.texts.iter().map(String::len).sum(),
            postings.keys().map(String::len).sum(),
        ]
        .map(|count| count as u32),
    );
    put(&mut out, codes);
    out.extend(packed_rows);
    put(&mut out, starts(row_titles.iter().map(Vec::len)));
    put(&mut out, row_titles.into_iter().flatten());
    put(&mut out, string_starts);
    put(&mut out, starts(postings.keys().map(String::len)));
    put(&mut out, starts(postings.values().map(Vec::len)));
    out.extend(postings.keys().flat_map(|word| letters(word).to_le_bytes()));
    put(&mut out, postings.values().flatten().copied());
    put(&mut out, starts(title_rows.iter().map(Vec::len)));
    put(&mut out, title_rows.into_iter().flatten());
    strings.texts.iter().chain(postings.keys()).for_each(|text| out.extend(text.bytes()));
    out.extend(citing.into_iter().map(weight));
    out
}

/// How much the documents that cite texts of a title speak for it in a search: from 0, for none, to 255, for 65,535,
/// on a logarithmic scale.
fn weight(citing: u32) -> u8 {
    (16.0 * (1.0 + citing as f32).log2()) as u8
}

/// The titles, counted from 0, in which each word stands.
fn index(titles: &[String]) -> BTreeMap<String, Vec<u32>> {
    let mut postings: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (title, text) in titles.iter().enumerate() {
        for word in words(text) {
            for form in iter::once(word.as_str()).chain(forms(&word)) {
                match postings.get_mut(form) {
                    Some(list) if list.last() == Some(&(title as u32)) => {}
                    Some(list) => list.push(title as u32),
                    None => drop(postings.insert(form.to_owned(), vec![title as u32])),
                }
            }
        }
    }
    postings
}

/// Where each of several pieces starts when they follow one another, and where the last ends.
fn starts(lengths: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut starts = vec![0];
    let mut end = 0;
    for length in lengths {
        end += length as u32;
        starts.push(end);
    }
    starts
}

fn put(out: &mut Vec<u8>, numbers: impl IntoIterator<Item = u32>) {
    out.extend(numbers.into_iter().flat_map(u32::to_le_bytes));
}

/// Texts, each once.
#[derive(Default)]
struct Strings {
    texts: Vec<String>,
    known: HashMap<String, u32>,
}

impl Strings {
    fn add(&mut self, text: &str) -> u32 {
        if let Some(id) = self.known.get(text) {
            return *id;
        }
        let id = self.texts.len() as u32;
        self.texts.push(text.to_owned());
        self.known.insert(text.to_owned(), id);
        id
    }
}

/// The Julian day of 31 December 1944, from which the packed days count.
const EPOCH: i32 = 2_431_456;

fn pack_date(known: Known) -> (u8, u16, u16) {
    // The format admits days from 1945 to 2099 only, so that they fit.
    let day = |date: Date| (date.to_julian_day() - EPOCH) as u16;
    match known {
        Known::Existence => (0, 0, 0),
        Known::Day(date) => (1, day(date), day(date)),
        Known::Month { year, month } => {
            let first = Date::from_calendar_date(year, month, 1).map_or(0, day);
            (2, first, first)
        }
        Known::Between { from, to } => (3, from.map_or(0, day), to.map_or(0, day)),
        Known::Suspected(date) => (4, day(date), day(date)),
    }
}

/// Reads what [`pack`] wrote of a date; anything else is [`Known::Existence`].
pub fn unpack_date(shape: u8, from: u16, to: u16) -> Known {
    let day = |packed: u16| {
        Some(packed)
            .filter(|packed| *packed > 0)
            .and_then(|packed| Date::from_julian_day(EPOCH + i32::from(packed)).ok())
    };
    match (shape, day(from)) {
        (1, Some(date)) => Known::Day(date),
        (2, Some(date)) => Known::Month { year: date.year(), month: date.month() },
        (3, from) => Known::Between { from, to: day(to) },
        (4, Some(date)) => Known::Suspected(date),
        _ => Known::Existence,
    }
}

#[cfg(test)]
mod tests {
    use time::Month;

    use super::*;

    #[test]
    fn dates_come_back() {
        let date = |year, month| Date::from_calendar_date(year, month, 1).unwrap();
        let (first, last) = (date(1945, Month::January), date(2099, Month::December));
        for known in [
            Known::Existence,
            Known::Day(first),
            Known::Day(last),
            Known::Month { year: 1977, month: Month::December },
            Known::Between { from: None, to: Some(last) },
            Known::Between { from: Some(first), to: None },
            Known::Suspected(last),
        ] {
            let (shape, from, to) = pack_date(known);
            assert_eq!(unpack_date(shape, from, to), known);
        }
    }
}
