//! Searching titles by words, and texts by their number.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashSet},
    iter,
};

use rapporteur_symbol::Symbol;
use time::Date;

use crate::{
    entry::Entry,
    facts::Known,
    registry::Registry,
    slips::{Slips, Typed},
    table::Table,
    words::{forms, is_ideograph, letters, words},
};

/// Words of a query beyond these are not looked at.
const MOST_WORDS: usize = 12;

/// How many of the titles with the best words are looked at for the order of the words.
const MOST_READ: usize = 32;

/// How exact a mistyped word is at most, so that any word that is typed right comes before it; and what each slip costs.
const MISTYPED: f32 = 0.2;
const SLIP: f32 = 0.05;

/// What speaks for a title beside its words, against 1 for all words as searched: that it has them in the same order,
/// that it begins with them, that it has few others, that its texts are often cited.
const ORDER: f32 = 0.25;
const BEGINNING: f32 = 0.05;
const BREVITY: f32 = 0.2;
const CITED: f32 = 0.25;

/// A text that was searched for.
#[derive(Clone, Copy)]
pub struct Hit<'a> {
    /// The text.
    pub entry: Entry<'a>,
    /// The code of the language and the title that has the words. Of a text that was found by its number the English
    /// title, or else one in another language, if there is any.
    pub title: Option<(&'a str, &'a str)>,
}

impl Registry {
    /// The texts that a query means, the likeliest first: those whose number it is, in any printed form (as
    /// [`Registry::find`] reads it), then those with titles, in any language, that have all its words or words that
    /// start with them. Case, accents, the Arabic article and the like are free (see `words.rs`); a part of a Chinese
    /// title is found wherever it begins.
    ///
    /// Only where no title has the words as typed are words put up with that are one or two slips away, by their
    /// length. A title comes the earlier, the rarer and the more exact the words are, if it has them in this order, the
    /// fewer others it has, and the more its texts are cited; of the texts with one title the latest comes first.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit<'_>> = self
            .find(query, None)
            .into_iter()
            .filter_map(|symbol| self.lookup(symbol))
            .map(|entry| Hit { entry, title: title(entry) })
            .collect();
        let mut seen: HashSet<Symbol> = hits.iter().map(|hit| hit.entry.symbol()).collect();
        let mut words = words(query);
        words.truncate(MOST_WORDS);
        if !words.is_empty() {
            self.search_titles(&Query::new(words), limit, &mut seen, &mut hits);
        }
        hits.truncate(limit);
        hits
    }

    fn search_titles<'a>(&'a self, query: &Query, limit: usize, seen: &mut HashSet<Symbol>, hits: &mut Vec<Hit<'a>>) {
        let tables: Vec<&Table> = self.tables().collect();
        let mut with_slips = false;
        let mut found = query.titles(&tables, with_slips);
        if found.is_empty() && query.allows_slips() {
            with_slips = true;
            found = query.titles(&tables, with_slips);
        }
        let mut found: BinaryHeap<Found> = found.into();
        while hits.len() < limit && !found.is_empty() {
            let best = iter::from_fn(|| found.pop()).take(MOST_READ.max(limit));
            let mut read: Vec<(Read, Found)> =
                best.map(|found| (query.read(tables[found.table], &found, with_slips), found)).collect();
            read.sort_by(|(a, _), (b, _)| b.cmp(a));
            for (_, Found { table, title: Reverse(title), .. }) in read {
                hits.extend(
                    self.titled(tables[table], title).into_iter().filter(|hit| seen.insert(hit.entry.symbol())),
                );
                if hits.len() >= limit {
                    break;
                }
            }
        }
    }

    /// The texts that have this title, the latest first.
    fn titled<'a>(&'a self, table: &'a Table, title: u32) -> Vec<Hit<'a>> {
        let text = table.title(title);
        let mut hits: Vec<Hit<'_>> = table
            .titled(title)
            .filter_map(|(row, language)| {
                let entry = self.lookup(Symbol::from_key(row.key())?)?;
                // A layer above may have another title, and the symbol itself may be doubtful.
                let has_it = entry.title(language) == Some(text) && !entry.is_doubtful();
                has_it.then_some(Hit { entry, title: Some((language, text)) })
            })
            .collect();
        hits.sort_by_key(|hit| (Reverse(latest(hit.entry.known())), hit.entry.symbol()));
        hits
    }
}

/// What is searched for.
struct Query {
    terms: Vec<Term>,
    /// The bytes of all terms.
    length: usize,
}

/// A word that is searched for.
struct Term {
    word: String,
    typed: Typed,
    /// Whether it is one of a run of ideographs.
    ideographs: bool,
}

/// A title that has all terms. The greatest is the best.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    /// The bits of the score, which sort as the score does since it is positive.
    score: u32,
    title: Reverse<u32>,
    table: usize,
}

/// What was read of a title that was found. The greatest is the best.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Read {
    score: u32,
    latest: Option<Date>,
}

impl Query {
    fn new(words: Vec<String>) -> Query {
        let length = words.iter().map(String::len).sum();
        let terms = words.into_iter().map(|word| Term {
            typed: Typed::new(&word),
            ideographs: word.starts_with(is_ideograph),
            word,
        });
        Query { terms: terms.collect(), length }
    }

    fn allows_slips(&self) -> bool {
        self.terms.iter().any(|term| term.typed.allows_slips()) || self.spare() > 0
    }

    /// How many pairs of ideographs a title may lack where slips are put up with: one wrong ideograph spoils two.
    fn spare(&self) -> usize {
        let pairs = self.terms.iter().filter(|term| term.ideographs).count();
        if pairs > 3 { 2 } else { 0 }
    }

    /// The titles that have all terms, with how rare these are and how exactly they stand there.
    fn titles(&self, tables: &[&Table], with_slips: bool) -> Vec<Found> {
        let titles: usize = tables.iter().map(|table| table.titles()).sum();
        let spare = if with_slips { self.spare() } else { 0 };
        let mut sums: Vec<Vec<f32>> = tables.iter().map(|table| vec![0.0; table.titles()]).collect();
        let mut lacking: Vec<Vec<u8>> = tables.iter().map(|table| vec![0; table.titles()]).collect();
        let mut whole = 0.0;
        for term in &self.terms {
            let words: Vec<Vec<(usize, f32)>> = tables.iter().map(|table| term.words(table, with_slips)).collect();
            let postings = |(table, words): (&&Table, &Vec<(usize, f32)>)| -> usize {
                words.iter().map(|(word, _)| table.postings(*word).len()).sum()
            };
            let frequency: usize = tables.iter().zip(&words).map(postings).sum();
            if frequency == 0 && !(term.ideographs && spare > 0) {
                return Vec::new();
            }
            let rarity = (1.0 + titles as f32 / (1.0 + frequency as f32)).ln();
            whole += rarity;
            for (((table, words), sums), lacking) in tables.iter().zip(words).zip(&mut sums).zip(&mut lacking) {
                let mut best = vec![0.0_f32; sums.len()];
                for (word, exactness) in words {
                    let weight = rarity * exactness;
                    for title in table.postings(word) {
                        if let Some(best) = best.get_mut(title as usize) {
                            *best = best.max(weight);
                        }
                    }
                }
                let missing = if term.ideographs { 1 } else { u8::MAX };
                for ((sum, lacking), best) in sums.iter_mut().zip(lacking).zip(best) {
                    *sum += best;
                    *lacking = lacking.saturating_add(if best > 0.0 { 0 } else { missing });
                }
            }
        }
        let mut found = Vec::new();
        for (at, ((table, sums), lacking)) in tables.iter().zip(sums).zip(lacking).enumerate() {
            for ((title, sum), lacking) in (0..).zip(sums).zip(lacking) {
                if usize::from(lacking) <= spare && sum > 0.0 {
                    let score = sum / whole + self.merit(table, title);
                    found.push(Found { score: score.to_bits(), title: Reverse(title), table: at });
                }
            }
        }
        found
    }

    /// What speaks for a title whatever its words are.
    fn merit(&self, table: &Table, title: u32) -> f32 {
        let brevity = self.length as f32 / table.title(title).len().max(self.length) as f32;
        BREVITY * brevity + CITED * f32::from(table.weight(title)) / 255.0
    }

    /// Reads a title for the order of its words.
    fn read(&self, table: &Table, found: &Found, with_slips: bool) -> Read {
        let Reverse(title) = found.title;
        let words: Vec<(String, u64)> = words(table.title(title))
            .into_iter()
            .map(|word| {
                let letters = letters(&word);
                (word, letters)
            })
            .collect();
        let places: Vec<Vec<usize>> = self
            .terms
            .iter()
            .map(|term| (0..words.len()).filter(|at| term.stands_in(&words[*at].0, words[*at].1, with_slips)).collect())
            .collect();
        let follows = |pair: &&[Vec<usize>]| pair[0].iter().any(|at| pair[1].contains(&(at + 1)));
        let pairs = places.windows(2).filter(follows).count();
        let order = pairs as f32 / places.len().saturating_sub(1).max(1) as f32;
        let begins = places.first().is_some_and(|places| places.contains(&0));
        let score = f32::from_bits(found.score) + ORDER * order + if begins { BEGINNING } else { 0.0 };
        let latest = table.titled(title).filter_map(|(row, _)| latest(row.known())).max();
        Read { score: score.to_bits(), latest }
    }
}

impl Term {
    /// The words of a table that are, or start with, the term, or are so but for a few slips, with how exactly they
    /// are what was searched: 1 for the word itself.
    fn words(&self, table: &Table, with_slips: bool) -> Vec<(usize, f32)> {
        let mut found: Vec<(usize, f32)> = Vec::new();
        for form in iter::once(self.word.as_str()).chain(forms(&self.word)) {
            found.extend(table.words_with_prefix(form).map(|word| (word, share(form, table.word(word)))));
        }
        if with_slips && self.typed.allows_slips() {
            let likely = table.letters().enumerate().filter(|(_, letters)| self.typed.may_be(*letters));
            found.extend(likely.filter_map(|(at, _)| {
                let word = table.word(at);
                let (slips, share) = match self.typed.slips(word)? {
                    Slips::Word(slips) => (slips, 1.0),
                    Slips::Start(slips) => (slips, share(&self.word, word)),
                };
                Some((at, share * (MISTYPED - slips as f32 * SLIP)))
            }));
        }
        found
    }

    /// Whether the term is found in a word of a title, which has these [`letters`].
    fn stands_in(&self, word: &str, letters: u64, with_slips: bool) -> bool {
        let starts = |word: &str| word.starts_with(&self.word) || forms(&self.word).any(|form| word.starts_with(form));
        starts(word)
            || forms(word).any(starts)
            || with_slips && self.typed.allows_slips() && self.typed.may_be(letters) && self.typed.slips(word).is_some()
    }
}

/// 1 for the word itself, less the longer the word that only starts with what was typed. An ideograph stands for itself
/// whichever follows it.
fn share(typed: &str, word: &str) -> f32 {
    let longer = MISTYPED + 0.4 * (typed.len() as f32 / word.len() as f32).min(1.0);
    if typed.len() == word.len() || typed.starts_with(is_ideograph) { 1.0 } else { longer }
}

/// The English title of a text, or else the first in another language.
fn title(entry: Entry<'_>) -> Option<(&str, &str)> {
    let titles = entry.titles();
    titles.iter().find(|(code, _)| *code == "en").or(titles.first()).copied()
}

/// The last day on which a text can have been adopted, as far as known.
fn latest(known: Known) -> Option<Date> {
    match known {
        Known::Day(day) | Known::Suspected(day) => Some(day),
        Known::Month { year, month } => Date::from_calendar_date(year, month, 1).ok(),
        Known::Between { from, to } => to.or(from),
        Known::Existence => None,
    }
}
