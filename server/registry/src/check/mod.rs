//! What contradicts itself in the registry.

mod numbers;
mod order;
mod parts;
mod tables;

use std::collections::HashSet;

use rapporteur_symbol::Symbol;
use time::Date;

use crate::{
    entry::Entry,
    facts::{Basis, Known},
    registry::Registry,
    sessions,
};

/// A text of which something can't be right.
#[derive(Clone, Copy)]
pub struct Inconsistency<'a> {
    /// The text.
    pub entry: Entry<'a>,
    /// What is wrong.
    pub fault: Fault<'a>,
}

/// What can be wrong with a text.
#[derive(Clone, Copy)]
pub enum Fault<'a> {
    /// Its day is out of order: texts before it in number were adopted later, or texts after it earlier. Of a series
    /// the fewest texts, and those whose dates are known worst, are out of order.
    Order {
        /// The last text before it that is in order, if its day is later.
        before: Option<Entry<'a>>,
        /// The first text after it that is in order, if its day is earlier.
        after: Option<Entry<'a>>,
    },
    /// Its date lies outside its session, or outside the year in its number.
    Session {
        /// The first day on which it can have been adopted.
        from: Date,
        /// The last one.
        to: Date,
    },
    /// Its number, which runs through all sessions or years, belongs to another one.
    Number {
        /// A text with this number, or next to it.
        other: Entry<'a>,
    },
    /// It is a part, and was adopted before the whole or the first part.
    Part {
        /// The whole, or the first part.
        first: Entry<'a>,
    },
    /// A table of the project has it as a whole, and it was adopted in parts.
    Whole {
        /// The first part.
        first: Entry<'a>,
    },
    /// A table of the project has it, and its number is far beyond the last one of its session or year, which is over.
    Last {
        /// The last number that is known.
        number: u16,
    },
    /// A table of the project gives a date that contradicts what is known better, or another table of the project.
    Contradiction {
        /// What is known, and how.
        known: (Known, Basis),
        /// Where that is known from.
        source: Option<&'a str>,
    },
}

impl Fault<'_> {
    /// The name of the fault in reports.
    pub fn name(&self) -> &'static str {
        match self {
            Fault::Order { .. } => "order",
            Fault::Session { .. } => "session",
            Fault::Number { .. } => "number",
            Fault::Part { .. } => "part",
            Fault::Whole { .. } => "whole",
            Fault::Last { .. } => "last",
            Fault::Contradiction { .. } => "contradiction",
        }
    }
}

impl<'a> Inconsistency<'a> {
    /// The other texts that speak against this one.
    pub fn against(&self) -> impl Iterator<Item = Entry<'a>> {
        let (one, other) = match self.fault {
            Fault::Order { before, after } => (before, after),
            Fault::Number { other } => (Some(other), None),
            Fault::Part { first } | Fault::Whole { first } => (Some(first), None),
            Fault::Session { .. } | Fault::Last { .. } | Fault::Contradiction { .. } => (None, None),
        };
        one.into_iter().chain(other)
    }

    /// Whether a table of the project has a part in it: it says something of this text, or of one that speaks against it.
    pub fn is_own(&self) -> bool {
        self.entry.is_own() || self.against().any(Entry::is_own)
    }
}

impl Registry {
    /// What contradicts itself, by symbol. Dates that the tables give as suspect, and texts whose symbols are
    /// doubtful, are left out: they are known for what they are.
    pub fn inconsistencies(&self) -> Vec<Inconsistency<'_>> {
        let entries: Vec<Entry<'_>> =
            self.entries().filter(|entry| !matches!(entry.known(), Known::Suspected(_))).collect();
        let mut found: Vec<Inconsistency<'_>> = entries.iter().filter_map(|entry| out_of_session(*entry)).collect();
        found.extend(numbers::of_other_sessions(&entries));
        // What is wrong by itself is told once, and is no measure for others.
        let rest = without(&entries, &found);
        found.extend(tables::of_the_project(self, &rest));
        let rest = without(&entries, &found);
        found.extend(parts::before_the_first(&rest));
        found.extend(order::out_of_order(&rest));
        found.sort_by_key(|one| one.entry.symbol().key());
        found
    }
}

/// The entries of which nothing is told yet.
fn without<'a>(entries: &[Entry<'a>], told: &[Inconsistency<'a>]) -> Vec<Entry<'a>> {
    let told: HashSet<Symbol> = told.iter().map(|one| one.entry.symbol()).collect();
    entries.iter().copied().filter(|entry| !told.contains(&entry.symbol())).collect()
}

fn out_of_session(entry: Entry<'_>) -> Option<Inconsistency<'_>> {
    let (first, last) = entry.known().span()?;
    let (from, to) = sessions::span(entry.symbol().body, entry.symbol().number)?;
    (last < from || to < first).then_some(Inconsistency { entry, fault: Fault::Session { from, to } })
}

/// How much a date weighs against others that contradict it. Two texts outweigh one, however well it is known.
fn weight(basis: Basis) -> u32 {
    match basis {
        Basis::Official | Basis::Project => 6,
        Basis::Citations => 5,
        Basis::Citation | Basis::RollCall => 4,
        _ => 3,
    }
}

/// Which of these values are in order: the heaviest selection that never falls, so that a value that is too high or too
/// low stands out alone. Values come with their weights.
fn in_order<T: Ord + Copy>(values: &[(T, u32)]) -> Vec<bool> {
    let mut ranks: Vec<T> = values.iter().map(|(value, _)| *value).collect();
    ranks.sort();
    ranks.dedup();
    // A Fenwick tree: the heaviest selection so far that ends at or below a rank, as its weight and its last place.
    let mut heaviest: Vec<(u32, Option<usize>)> = vec![(0, None); ranks.len() + 1];
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(values.len());
    let mut best = (0, None);
    for (place, (value, weight)) in values.iter().enumerate() {
        let rank = ranks.partition_point(|known| known < value) + 1;
        let mut below = (0, None);
        let mut at = rank;
        while at > 0 {
            below = heavier(below, heaviest[at]);
            at &= at - 1;
        }
        previous.push(below.1);
        let selection = (below.0 + weight, Some(place));
        best = heavier(best, selection);
        at = rank;
        while at < heaviest.len() {
            heaviest[at] = heavier(heaviest[at], selection);
            at += at & at.wrapping_neg();
        }
    }
    let mut selected = vec![false; values.len()];
    let mut last = best.1;
    while let Some(place) = last {
        selected[place] = true;
        last = previous[place];
    }
    selected
}

/// The heavier of two selections; the first where they weigh the same.
fn heavier(one: (u32, Option<usize>), other: (u32, Option<usize>)) -> (u32, Option<usize>) {
    if other.0 > one.0 { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(values: &[(u8, u32)]) -> Vec<u8> {
        values.iter().zip(in_order(values)).filter(|(_, selected)| *selected).map(|((value, _), _)| *value).collect()
    }

    #[test]
    fn one_wrong_value_stands_out_alone() {
        let values = |values: &[u8]| values.iter().map(|value| (*value, 3)).collect::<Vec<(u8, u32)>>();
        assert_eq!(selected(&values(&[1, 2, 9, 3, 4, 4, 5])), [1, 2, 3, 4, 4, 5]);
        assert_eq!(selected(&values(&[5, 6, 7, 1, 8, 9])), [5, 6, 7, 8, 9]);
        assert_eq!(selected(&values(&[9, 1, 2])), [1, 2]);
        assert_eq!(selected(&values(&[])), [0; 0]);
        assert_eq!(selected(&[(1, 3), (9, 6), (2, 3), (3, 3), (4, 3)]), [1, 2, 3, 4]);
        assert_eq!(selected(&[(5, 3), (4, 6)]), [4]);
    }
}
