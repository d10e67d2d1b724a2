//! Finding resolutions by number or by the words of their titles, for whoever looks for one.

use std::collections::HashSet;

use rapporteur_draft::Language;
use rapporteur_registry::{Entry, Registry};
use rapporteur_symbol::Symbol;
use time::Date;

use crate::card::title_of;

/// A resolution or decision that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which one.
    pub symbol: Symbol,
    /// Its number and its title: `65/230 Twelfth United Nations Congress …`.
    pub name: String,
    /// Its body and its date.
    pub detail: String,
    /// Its page.
    pub page: String,
}

/// A text that can be cited, with what is inserted for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citable {
    /// Which one.
    pub symbol: Symbol,
    /// The day of its adoption, where it is known.
    pub day: Option<Date>,
    /// Its title.
    pub title: Option<String>,
    /// The name of its body.
    pub body: &'static str,
    /// How it is cited where nothing around it names its body: `General Assembly resolution 74/173 of 18 December 2019`.
    pub citation: String,
}

/// The texts with a page of their own that a query means, the likeliest first, `limit` at most. Titles, names and dates are
/// in `language`.
pub fn find(query: &str, registry: &Registry, language: Language, limit: usize) -> Vec<Found> {
    meant(query, registry, limit).filter_map(|entry| found(entry, registry, language)).take(limit).collect()
}

/// The texts that a query means, the likeliest first, `limit` at most. All is in `language`. An empty query means none.
pub fn citable(query: &str, registry: &Registry, language: Language, limit: usize) -> Vec<Citable> {
    let citable = |entry: Entry<'_>| {
        let (symbol, day) = (entry.symbol(), entry.day());
        Citable {
            symbol,
            day,
            title: title_of(symbol, registry, language),
            body: language.body_name(symbol.body),
            citation: language.citation(symbol, day),
        }
    };
    meant(query.trim(), registry, limit).take(limit).map(citable).collect()
}

/// What a query means, each text once: those whose number it is or begins, then those with its words in their titles.
fn meant<'a>(query: &str, registry: &'a Registry, limit: usize) -> impl Iterator<Item = Entry<'a>> {
    let whole = registry.find(query, None).into_iter().filter_map(|symbol| registry.lookup(symbol));
    let begun = query.contains('/').then(|| registry.with_number_prefix(None, query, limit));
    let titled = registry.search(query, limit).into_iter().map(|hit| hit.entry);
    let mut seen = HashSet::new();
    whole.chain(begun.into_iter().flatten()).chain(titled).filter(move |entry| seen.insert(entry.symbol()))
}

fn found(entry: Entry<'_>, registry: &Registry, language: Language) -> Option<Found> {
    let symbol = entry.symbol();
    let page = registry.address(symbol, language.code())?;
    let name = [Some(language.number(symbol)), title_of(symbol, registry, language)];
    let detail = [Some(language.body_name(symbol.body).to_owned()), entry.day().map(|day| language.format_date(day))];
    let joined = |parts: [Option<String>; 2], by: &str| parts.into_iter().flatten().collect::<Vec<_>>().join(by);
    Some(Found { symbol, name: joined(name, " "), detail: joined(detail, ", "), page })
}
