//! The embedded registry gives back what its tables say, and the rules of the sessions hold for them.

use std::{fs, path::Path};

use rapporteur_registry::{Basis, Known, Registry, sessions};
use rapporteur_symbol::{Body, Symbol};
use time::Date;

/// The cells of every row of the tables, read without the code under test.
fn rows() -> Vec<Vec<String>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let tables = Body::all().filter_map(|body| fs::read_to_string(data.join(format!("{}.tsv", body.key()))).ok());
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    tables.flat_map(|table| table.lines().skip(1).map(cells).collect::<Vec<_>>()).collect()
}

/// The date as the tables write it.
fn written(known: Known) -> String {
    let bound = |date: Option<Date>| date.map_or("..".to_owned(), |date| date.to_string());
    match known {
        Known::Day(date) | Known::Suspected(date) => date.to_string(),
        Known::Month { year, month } => format!("{year}-{:02}", month as u8),
        Known::Between { from, to } => format!("{}/{}", bound(from), bound(to)),
        Known::Existence => String::new(),
    }
}

#[test]
fn every_row_is_found_with_its_facts() {
    let registry = Registry::embedded();
    let rows = rows();
    assert_eq!(rows.len(), 23_825);
    assert_eq!(registry.entries().count(), rows.len());
    for row in rows {
        let [symbol, date, basis, citing, title_en, title_fr, meeting, vote, source] = &row[..] else {
            panic!("{row:?} has not nine cells");
        };
        let entry = registry.lookup(symbol.parse().unwrap()).unwrap_or_else(|| panic!("{symbol} is not found"));
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        assert_eq!(entry.symbol().to_string(), *symbol);
        assert_eq!(written(entry.known()), *date, "{symbol}");
        assert_eq!(entry.basis().letter(), basis, "{symbol}");
        assert_eq!(entry.citing().to_string(), *citing, "{symbol}");
        assert_eq!(text(entry.title("en")), *title_en, "{symbol}");
        assert_eq!(text(entry.title("fr")), *title_fr, "{symbol}");
        assert_eq!(text(entry.meeting()), *meeting, "{symbol}");
        assert_eq!(text(entry.vote()), *vote, "{symbol}");
        assert_eq!(text(entry.source()), *source, "{symbol}");
    }
}

#[test]
fn every_text_was_adopted_in_its_session() {
    let registry = Registry::embedded();
    let outside: Vec<Symbol> = registry
        .entries()
        .filter(|entry| entry.basis() != Basis::Suspect)
        .filter_map(|entry| Some((entry, sessions::span(entry.symbol().body, entry.symbol().number)?)))
        .filter(|(entry, (from, to))| entry.day().is_some_and(|day| day < *from || *to < day))
        .map(|(entry, _)| entry.symbol())
        .collect();
    assert_eq!(outside, []);
}

#[test]
fn a_span_is_known_for_every_text_with_a_date() {
    let registry = Registry::embedded();
    let without: Vec<String> = registry
        .entries()
        .filter(|entry| entry.day().is_some())
        .map(|entry| entry.symbol())
        .filter(|symbol| sessions::span(symbol.body, symbol.number).is_none())
        .map(|symbol| symbol.to_string())
        .collect();
    assert_eq!(without, Vec::<String>::new());
}

#[test]
fn counts_add_up() {
    let stats = Registry::embedded().stats();
    assert_eq!(stats.texts(), 23_825);
    let session =
        stats.series.iter().find(|series| series.label == "74" && series.body == Body::GeneralAssembly).unwrap();
    assert!(session.days > 300 && session.titles > 300);
}
