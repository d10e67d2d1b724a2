//! What imports take over from exports in their real forms, what they leave alone, what they refuse.

use std::{fs, path::Path};

use rapporteur_registry::{Added, Basis, Export, Gain, Import, Known, Layer, Registry};
use time::{Date, Month};

/// An export among the samples.
fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    fs::read_to_string(path).unwrap()
}

/// What an import of samples into an empty table makes of them: what became of each, and the table.
fn import(names: &[&str]) -> (Vec<Added>, String) {
    let registry = Registry::embedded();
    let mut import = Import::new(&registry, "").unwrap();
    let added = names.iter().map(|name| import.add(&sample(name), name).unwrap()).collect();
    (added, import.table(false).unwrap())
}

/// What is refused, as `line: reason`.
fn refused(added: &Added) -> Vec<String> {
    added.refused.iter().map(|problem| format!("{}: {}", problem.line, problem.reason)).collect()
}

#[test]
fn votes_of_members_are_one_text() {
    let (added, table) = import(&["ga-voting.csv"]);
    let [added] = &added[..] else { panic!() };
    assert_eq!((added.export, added.read, added.others), (Export::LibraryCsv, 3, 0));
    let refused = refused(added);
    assert!(refused[0].starts_with("7: A/RES/31/73: `10 December 1976` is no date"), "{refused:?}");
    assert!(refused[1].starts_with("8: `A/RES/31/` is not the symbol of a resolution"), "{refused:?}");
    assert_eq!(
        table,
        "symbol\tdate\tbasis\ttitle_en\tmeeting\tvote\tsource\n\
         A/RES/31/72\t1976-12-10\tV\tConvention on the Prohibition of Military or Any Other Hostile Use of Environmental \
         Modification Techniques\tA/31/PV.96\t96-8-30\tDigital Library CSV ga-voting.csv\n\
         A/RES/2131 (XX)\t1965-12-21\tV\tDeclaration on the Inadmissibility of Intervention in the Domestic Affairs of \
         States and the Protection of Their Independence and Sovereignty\tA/PV.1408\t109-0-1\tDigital Library CSV \
         ga-voting.csv\n"
    );
}

#[test]
fn every_edition_of_the_voting_data_is_read() {
    let (added, table) = import(&["ga-voting-2024.csv", "sc-voting.csv"]);
    assert_eq!(added.iter().map(|added| added.read).collect::<Vec<usize>>(), [2, 1]);
    let rows: Vec<&str> = table.lines().skip(1).collect();
    let [moon] = rows[..] else { panic!("the registry knows the others as well: {table}") };
    assert_eq!(moon, "A/RES/34/68\t1979-12-05\tV\tA/34/PV.89\twithout a vote\tDigital Library CSV ga-voting-2024.csv");
}

#[test]
fn records_are_read_by_their_marc_fields() {
    let (added, table) = import(&["records.csv"]);
    assert_eq!((added[0].read, added[0].others, &added[0].refused[..]), (3, 1, &[][..]));
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "A/RES/57/307\t2003-04-15\tP\t\tA/57/PV.83 83rd plenary meeting\twithout a vote\tDigital Library CSV records.csv",
            "A/RES/2106 A (XX)\t1965-12-21\tP\tInternational Convention on the Elimination of All Forms of Racial \
             Discrimination\t\t\tDigital Library CSV records.csv",
            "A/DEC/59/501\t2004-09-14/2004-10-04\tB\t\t1st and 18th plenary meetings\t\tDigital Library CSV records.csv",
        ]
    );
}

#[test]
fn marcxml_is_read_record_by_record() {
    let (added, table) = import(&["records.xml"]);
    assert_eq!((added[0].export, added[0].read, added[0].others), (Export::LibraryMarcxml, 3, 1));
    let refused = refused(&added[0]);
    assert!(refused[0].starts_with("31: A/RES/1904 (XVIII): `19631320` is no date"), "{refused:?}");
    assert!(refused[1].starts_with("35: A/RES/2222 (XXI) can't have been adopted on 1976-12-19"), "{refused:?}");
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "A/RES/31/72\t1976-12-10\tV\tConvention on the Prohibition of Military or Any Other Hostile Use of Environmental \
             Modification Techniques\tA/31/PV.96\t96-8-30\tDigital Library MARCXML records.xml",
            "A/RES/34/68\t1979-12-05\tP\t\tA/34/PV.89 89th plenary meeting\twithout a vote\tDigital Library MARCXML records.xml",
        ]
    );
}

#[test]
fn documents_give_titles_in_their_language() {
    // No table has titles in German.
    let german = sample("akn/79_90_A.xml").replace("language=\"ara\"", "language=\"ger\"");
    let registry = Registry::embedded();
    let mut import = Import::new(&registry, "").unwrap();
    for (text, name) in [
        (sample("akn/79_90_E.xml"), "79_90_E.xml"),
        (german, "79_90_G.xml"),
        (sample("akn/S_RES_2504_A.xml"), "S_RES_2504_A.xml"),
    ] {
        let added = import.add(&text, name).unwrap();
        assert!((added.export, added.read) == (Export::Akn4un, 1) && added.refused.is_empty(), "{added:?}");
    }
    let table = import.table(false).unwrap();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows, ["A/RES/79/90\t\tالجولان السوري المحتل\tAKN4UN 79_90_G.xml"]);
}

#[test]
fn each_part_of_a_document_is_a_text() {
    let registry = Registry::embedded();
    let mut import = Import::new(&registry, "").unwrap();
    let added = import.add(&sample("akn/75_101A-B_F.xml"), "75_101A-B_F.xml").unwrap();
    assert_eq!(added.read, 2);
    let refused = refused(&added);
    assert!(
        refused[0]
            .starts_with("32: A/RES/75/101 B: the metadata and the text give two days of adoption, 2020-12-10 and"),
        "{refused:?}"
    );
    let table = import.table(true).unwrap();
    assert!(table.contains("A/RES/75/101 A\t2020-12-10\tP\t"), "{table}");
    let [moved] = ["<docNumber refersTo=\"#symbol\">A/RES/75/110 A-B<"]
        .map(|wrong| sample("akn/75_101A-B_F.xml").replace("<docNumber refersTo=\"#symbol\">A/RES/75/101 A-B<", wrong));
    let mut import = Import::new(&registry, "").unwrap();
    let refused = import.add(&moved, "moved.xml").unwrap().refused;
    assert!(refused[0].reason.contains("the URI the number 75-101A-B"), "{refused:?}");
}

#[test]
fn letters_of_parts_in_other_scripts_are_read_from_the_address() {
    let registry = Registry::embedded();
    let mut import = Import::new(&registry, "").unwrap();
    let document = |masthead: &str, uri: &str| {
        sample("akn/79_90_A.xml")
            .replace(">A/RES/79/90<", &format!(">{masthead}<"))
            .replace("79-90/\"", &format!("{uri}/\""))
    };
    let added = import.add(&document("A/RES/72/262 جيم", "72-262C"), "c.xml").unwrap();
    assert!(refused(&added)[0].contains("A/RES/72/262 C can't have been adopted on 2024-12-04"), "{added:?}");
    let added = import.add(&document("A/RES/72/262 جيم", "72-262"), "none.xml").unwrap();
    assert!(refused(&added)[0].contains("is not the symbol of a resolution"), "{added:?}");
}

#[test]
fn better_knowledge_is_never_overwritten_with_worse() {
    let table = "symbol\tdate\tbasis\tsource\n\
                 A/RES/31/72\t1976-12-13\t\t\n\
                 A/RES/90/1\t2035-12\tm\tours\nA/RES/90/2\t2035-12-02\tV\tours\nA/RES/90/3\t2035-12-03\tC\tours\n";
    let (layer, problems) = Layer::from_tsv(table, "ours.tsv");
    assert_eq!(problems, []);
    let registry = Registry::embedded().with_layers(vec![layer]);
    let mut import = Import::new(&registry, table).unwrap();
    import.add(&sample("ga-voting.csv"), "ga-voting.csv").unwrap();
    let export = "symbol\tdate\tbasis\ttitle\n\
                  A/RES/90/1\t2035-12-01\tc\tWater\nA/RES/90/2\t2035-12-09\tC\t\nA/RES/90/3\t2035-12-09\tc\t\n\
                  A/RES/90/3\t2035-12-03\tP\t\nA/RES/74/173\t2019-12-18\tc\t\n";
    let added = import.add(export, "more.tsv").unwrap();
    assert_eq!((added.export, added.read), (Export::Table, 5));
    let conflicts: Vec<String> = import
        .conflicts()
        .iter()
        .map(|conflict| format!("{}:{} {} kept {}", conflict.path, conflict.line, conflict.symbol, conflict.kept))
        .collect();
    assert_eq!(
        conflicts,
        [
            "ga-voting.csv:6 A/RES/31/72 kept true",
            "more.tsv:3 A/RES/90/2 kept false",
            "more.tsv:4 A/RES/90/3 kept true",
        ]
    );
    let changes = import.changes();
    let gains: Vec<(String, Gain)> = changes.iter().map(|change| (change.symbol.to_string(), change.gain)).collect();
    let expected = [
        ("A/RES/31/72", Gain::Titled),
        ("A/RES/90/1", Gain::Dated),
        ("A/RES/90/2", Gain::Dated),
        ("A/RES/90/3", Gain::Dated),
        ("A/RES/2131 (XX)", Gain::New),
    ];
    assert_eq!(gains, expected.map(|(symbol, gain)| (symbol.to_owned(), gain)));
    assert_eq!(changes[1].before, Some((Known::Month { year: 2035, month: Month::December }, Basis::MonthOnly)));
    let first = Date::from_calendar_date(2035, Month::December, 1).unwrap();
    assert_eq!(changes[1].after, (Known::Day(first), Basis::Citation));
    assert_eq!(import.unchanged(), 2);
    let table = import.table(false).unwrap();
    assert!(table.contains("\nA/RES/31/72\t1976-12-13\t\tours.tsv; Digital Library CSV ga-voting.csv\t"), "{table}");
    assert!(table.contains("\nA/RES/90/1\t2035-12-01\tc\ttable more.tsv; ours\tWater\t"), "{table}");
    assert!(table.contains("\nA/RES/90/2\t2035-12-09\tC\ttable more.tsv; ours\t"), "{table}");
    assert!(table.contains("\nA/RES/90/3\t2035-12-03\tP\ttable more.tsv; ours\t"), "{table}");
    assert!(!table.contains("A/RES/74/173"), "the registry knows it better: {table}");
}

#[test]
fn an_import_twice_changes_nothing() {
    let names = ["ga-voting.csv", "records.xml", "records.csv", "akn/79_90_A.xml"];
    let (_, table) = import(&names);
    let (layer, problems) = Layer::from_tsv(&table, "ours.tsv");
    assert_eq!(problems, []);
    let registry = Registry::embedded().with_layers(vec![layer]);
    let mut import = Import::new(&registry, &table).unwrap();
    for name in names {
        import.add(&sample(name), name).unwrap();
    }
    assert_eq!(import.changes(), []);
    assert_eq!(import.table(false), None);
}

#[test]
fn with_all_the_table_stands_by_itself() {
    let registry = Registry::embedded();
    let mut import = Import::new(&registry, "").unwrap();
    import.add("symbol,date\nA/RES/74/173,2019-12-18\n", "ours.csv").unwrap();
    let table = import.table(true).unwrap();
    assert!(table.contains("\nA/RES/74/173\t2019-12-18\tP\t4\tPromoting technical assistance"), "{table}");
    assert!(table.contains("\tUNxml/GAresolutions; table ours.csv"), "{table}");
}

#[test]
fn what_is_no_export_is_told_with_its_line() {
    let registry = Registry::embedded();
    let mut import = Import::new(&registry, "").unwrap();
    for (text, line, reason) in [
        ("", 1, "can't be told"),
        ("# Notes\n\nWater.\n", 1, "can't be told"),
        ("<html></html>", 1, "the root `html` is unknown"),
        ("<collection>\n<record>\n</collection>", 3, "not well formed"),
    ] {
        let problem = import.add(text, "x").unwrap_err();
        assert_eq!(problem.line, line, "{problem}");
        assert!(problem.reason.contains(reason), "{problem}");
    }
}

#[test]
fn whatever_is_cut_off_or_put_in_nothing_fails() {
    let registry = Registry::embedded();
    for name in ["ga-voting.csv", "records.csv", "records.xml", "akn/75_101A-B_F.xml", "akn/79_90_A.xml"] {
        let sample = sample(name);
        for at in (0..sample.len()).step_by(37).filter(|at| sample.is_char_boundary(*at)) {
            let (before, after) = sample.split_at(at);
            for text in [before.to_owned(), after.to_owned(), format!("{before}é9-;\"<({after}")] {
                let mut import = Import::new(&registry, &text).or_else(|_| Import::new(&registry, "")).unwrap();
                if import.add(&text, name).is_ok() {
                    import.table(true);
                }
            }
        }
    }
}
