//! Searching titles by words.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashSet},
    ops::Range,
};

use rapporteur_symbol::Symbol;
use time::Date;

use crate::{entry::Entry, facts::Known, registry::Registry, table::Table, words::words};

/// Words of a query beyond these are not looked at.
const MOST_WORDS: usize = 16;

/// A text whose title has the words that were searched.
#[derive(Clone, Copy)]
pub struct Hit<'a> {
    /// The text.
    pub entry: Entry<'a>,
    /// The language of the title, as its code.
    pub language: &'a str,
    /// The title that has the words.
    pub title: &'a str,
}

impl Registry {
    /// The texts with titles, in any language, that have all these words or words that start with them; case and
    /// accents are free. First those in which rare words stand exactly as searched, then short titles, then recent texts.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit<'_>> {
        let mut terms = words(query);
        terms.truncate(MOST_WORDS);
        if terms.is_empty() {
            return Vec::new();
        }
        let tables: Vec<&Table> = self.tables().collect();
        let mut found: BinaryHeap<Found> = scores(&tables, &terms).into();

        let (mut hits, mut seen) = (Vec::new(), HashSet::new());
        while let Some(Found { table, title: Reverse(title), .. }) = found.pop() {
            let table = tables[table];
            let mut titled: Vec<Hit<'_>> = table
                .titled(title)
                .filter_map(|(row, language)| {
                    let entry = self.lookup(Symbol::from_key(row.key())?)?;
                    let title = table.title(title);
                    // A layer may have put another title in its place.
                    (entry.title(language) == Some(title)).then_some(Hit { entry, language, title })
                })
                .collect();
            titled.sort_by_key(|hit| (Reverse(latest(hit.entry)), hit.entry.symbol()));
            hits.extend(titled.into_iter().filter(|hit| seen.insert(hit.entry.symbol())));
            if hits.len() >= limit {
                break;
            }
        }
        hits.truncate(limit);
        hits
    }
}

/// A title that has all terms. The greatest is the best.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    /// The bits of the score, which sort as the score does since it is positive.
    score: u32,
    length: Reverse<usize>,
    title: Reverse<u32>,
    table: usize,
}

/// The titles that have all terms, with the sum over the terms of how rare the term is and how exactly it stands there.
fn scores(tables: &[&Table], terms: &[String]) -> Vec<Found> {
    let titles: usize = tables.iter().map(|table| table.titles()).sum();
    let mut sums: Vec<Vec<f32>> = tables.iter().map(|table| vec![0.0; table.titles()]).collect();
    for term in terms {
        let ranges: Vec<Range<usize>> = tables.iter().map(|table| table.words_with_prefix(term)).collect();
        let frequency: usize = tables
            .iter()
            .zip(&ranges)
            .flat_map(|(table, range)| range.clone().map(|word| table.postings(word).len()))
            .sum();
        let rarity = (1.0 + titles as f32 / (1.0 + frequency as f32)).ln();
        for ((table, range), sums) in tables.iter().zip(ranges).zip(&mut sums) {
            let mut best = vec![0.0_f32; sums.len()];
            for word in range {
                let weight = rarity * exactness(term, table.word(word));
                for title in table.postings(word) {
                    let best = &mut best[title as usize];
                    *best = best.max(weight);
                }
            }
            for (sum, best) in sums.iter_mut().zip(best) {
                // A title that lacks a term is out for good.
                *sum = if best > 0.0 { *sum + best } else { f32::NEG_INFINITY };
            }
        }
    }
    let found = tables.iter().enumerate().zip(sums).flat_map(|((table, titles), sums)| {
        let alive = (0..).zip(sums).filter(|(_, score)| score.is_finite());
        alive.map(move |(title, score)| Found {
            score: score.to_bits(),
            length: Reverse(titles.title(title).len()),
            title: Reverse(title),
            table,
        })
    });
    found.collect()
}

/// 1 for the word itself, less the longer the word that only starts with the term.
fn exactness(term: &str, word: &str) -> f32 {
    if term.len() == word.len() { 1.0 } else { 0.4 + 0.5 * term.len() as f32 / word.len() as f32 }
}

/// The last day on which the text can have been adopted, as far as known.
fn latest(entry: Entry<'_>) -> Option<Date> {
    match entry.known() {
        Known::Day(day) | Known::Suspected(day) => Some(day),
        Known::Month { year, month } => Date::from_calendar_date(year, month, 1).ok(),
        Known::Between { from, to } => to.or(from),
        Known::Existence => None,
    }
}
