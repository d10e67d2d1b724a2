//! What is found to contradict itself, and what is not.

use rapporteur_registry::{Fault, Inconsistency, Layer, Registry};

/// The registry with a table over it.
fn with(table: &str) -> Registry {
    let (layer, problems) = Layer::from_tsv(&format!("symbol\tdate\tbasis\n{table}"), "ours.tsv");
    assert_eq!(problems, []);
    Registry::embedded().with_layers(vec![layer])
}

fn told(one: &Inconsistency<'_>) -> String {
    let against: Vec<String> = one.against().map(|entry| entry.symbol().to_string()).collect();
    format!("{} {} {}", one.entry.symbol(), one.fault.name(), against.join(" ")).trim_end().to_owned()
}

/// What is wrong with the table.
fn found(table: &str) -> Vec<String> {
    with(table).inconsistencies().iter().filter(|one| one.is_own()).map(told).collect()
}

#[test]
fn the_registry_itself_contradicts_itself_in_few_places() {
    let registry = Registry::embedded();
    let found = registry.inconsistencies();
    assert!(found.len() < 30, "{:?}", found.iter().map(told).collect::<Vec<String>>());
    assert!(found.iter().all(|one| !one.is_own() && matches!(one.fault.name(), "order" | "number" | "part")));
    let told: Vec<String> = found.iter().map(told).collect();
    for expected in ["A/RES/311 (IX) number A/RES/304 (IV)", "E/CN.4/RES/1992/27 order E/CN.4/RES/1992/31"] {
        assert!(told.iter().any(|one| one == expected), "{told:?}");
    }
}

#[test]
fn each_fault_of_a_table_is_told_once() {
    for (row, expected) in [
        // A day among later ones, and one among earlier ones.
        ("A/RES/74/173\t2019-12-01\t", "A/RES/74/173 order A/RES/74/172"),
        ("A/RES/74/173\t2020-03-01\t", "A/RES/74/173 order A/RES/74/174"),
        ("A/HRC/RES/26/4\t2014-06-02\t", "A/HRC/RES/26/4 order A/HRC/RES/26/3"),
        // Another session, another year, by a day, a month, bounds.
        ("A/RES/74/173\t2018-12-18\t", "A/RES/74/173 session"),
        ("A/RES/74/173\t2018-12\tm", "A/RES/74/173 session"),
        ("A/RES/74/173\t../2018-12-18\tB", "A/RES/74/173 session"),
        ("S/RES/1325 (2000)\t2001-10-31\tP", "S/RES/1325 (2000) session"),
        ("E/RES/2012/19\t2011-07-26\tP", "E/RES/2012/19 session"),
        // A running number in another year or session than those around it.
        ("S/RES/1325 (2001)\t2001-10-31\tP", "S/RES/1325 (2001) number S/RES/1325 (2000)"),
        ("S/RES/1334 (2001)\t2001-01-02\tc", "S/RES/1334 (2001) number S/RES/1334 (2000)"),
        ("A/RES/1514 (XIV)\t1959-12-14\tc", "A/RES/1514 (XIV) number A/RES/1508 (XV)"),
        // A part before the first, a whole that was adopted in parts, a number that no session reached.
        ("A/RES/75/290 B\t2021-06-20\t", "A/RES/75/290 B part A/RES/75/290 A"),
        ("A/RES/75/101\t2020-12-10\t", "A/RES/75/101 whole A/RES/75/101 A"),
        ("A/RES/74/999\t2020-09-10\t", "A/RES/74/999 last"),
        // A date that is known better.
        ("A/RES/74/173\t2019-12-17\tc", "A/RES/74/173 contradiction"),
        ("A/RES/65/230\t2010-12\tm\nA/RES/74/173\t2019-11\tm", "A/RES/74/173 contradiction"),
    ] {
        assert_eq!(found(row), [expected], "{row}");
    }
}

#[test]
fn what_fits_is_not_told() {
    for row in [
        "",
        "A/RES/74/173\t2019-12-18\tV",
        // A correction of what is bounded, of a single citation, of a day between its neighbours.
        "A/RES/31/72\t1976-12-10\tV",
        "E/RES/8 (I)\t1946-02-16\tP\nE/RES/9 (II)\t1946-06-21\tc",
        // A part of a resolution that was adopted later, a number after the last one, a session that is still open.
        "A/RES/74/173 B\t2020-06-30\tc",
        "A/RES/74/309\t2020-09-14\t",
        "A/RES/95/1\t2040-09-20\t\nA/RES/95/2\t2040-09-21\t",
        // Decisions and the first sessions are not numbered by day.
        "A/DEC/78/414\t2023-11-01\t",
        "A/RES/96 (I)\t1946-11-01\t",
        // A suspect date says so itself.
        "A/RES/74/173\t2018-12-18\t?",
    ] {
        assert_eq!(found(row), Vec::<String>::new(), "{row}");
    }
}

#[test]
fn tables_of_a_project_are_held_against_each_other() {
    let layer = |text: &str| Layer::from_tsv(&format!("symbol\tdate\n{text}"), "a.tsv").0;
    let layers = vec![layer("A/RES/95/1\t2040-09-20\n"), layer("A/RES/95/1\t2040-09-21\n")];
    let registry = Registry::embedded().with_layers(layers);
    let found: Vec<String> = registry.inconsistencies().iter().filter(|one| one.is_own()).map(told).collect();
    assert_eq!(found, ["A/RES/95/1 contradiction"]);
}

#[test]
fn a_date_that_makes_others_wrong_is_told_against_them() {
    let registry = with("S/RES/2504 (2020)\t2020-12-31\t\nS/RES/2505 (2020)\t2020-12-31\t\n");
    let found: Vec<Inconsistency<'_>> = registry.inconsistencies().into_iter().filter(Inconsistency::is_own).collect();
    assert_eq!(found.iter().map(told).collect::<Vec<String>>()[..1], ["S/RES/2504 (2020) order S/RES/2506 (2020)"]);
    let Fault::Order { before: None, after: Some(after) } = found[0].fault else { panic!() };
    assert!(!after.is_own() && found[0].entry.is_own());
}
