//! What the tables of a project say against the registry, or against each other.

use rapporteur_symbol::Letter;

use super::{Fault, Inconsistency};
use crate::{
    entry::Entry,
    facts::{Basis, Known},
    registry::Registry,
    sessions,
};

/// What is wrong with the texts of which the tables of the project say something.
pub(super) fn of_the_project<'a>(registry: &'a Registry, entries: &[Entry<'a>]) -> Vec<Inconsistency<'a>> {
    if registry.layers().is_empty() {
        return Vec::new();
    }
    // The project's own rows must not speak for themselves.
    let embedded = Registry::embedded();
    let own = entries.iter().copied().filter(|entry| entry.is_own());
    let fault = |entry| contradiction(entry).or_else(|| whole(registry, entry)).or_else(|| last(&embedded, entry));
    own.filter_map(|entry| Some(Inconsistency { entry, fault: fault(entry)? })).collect()
}

/// The date contradicts that of a table below, and does not say that it is known better.
fn contradiction(entry: Entry<'_>) -> Option<Fault<'_>> {
    let mut dated = entry.rows().filter_map(|row| Some((row, row.known().span()?)));
    let (own, (first, last)) = dated.next()?;
    let rank = |basis: Basis| if basis == Basis::Project { -1 } else { basis as i8 };
    let (below, _) = dated.find(|(below, (from, to))| {
        let is_no_better = rank(own.basis()) >= rank(below.basis());
        (last < *from || *to < first) && is_no_better
    })?;
    Some(Fault::Contradiction { known: (below.known(), below.basis()), source: below.source() })
}

/// The tables that come with the program have the text by its parts only.
fn whole<'a>(registry: &'a Registry, entry: Entry<'a>) -> Option<Fault<'a>> {
    if entry.symbol().part.is_some() || entry.is_embedded() || entry.known() == Known::Existence {
        return None;
    }
    let first = registry.parts(entry.symbol()).find(|part| part.is_embedded())?;
    (first.symbol().part == Letter::new('A')).then_some(Fault::Whole { first })
}

/// The number is far beyond the last one of a session that is over.
fn last<'a>(embedded: &Registry, entry: Entry<'a>) -> Option<Fault<'a>> {
    let closed = sessions::last_number(embedded, entry.symbol())?;
    closed.excludes(entry.symbol().number.ordinal()).then_some(Fault::Last { number: closed.last })
}
