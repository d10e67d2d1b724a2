//! What the registry answers on the command line: numbers in the forms in which they are typed, mistyped words, counts.

use serde_json::{Value, json};

use crate::project::Project;

/// The symbols of what a command answers in JSON.
fn symbols(arguments: &[&str]) -> Vec<String> {
    let said = Project::new(&[]).run(&[arguments, &["--format", "json"]].concat());
    let found: Vec<Value> = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}{}", said.out, said.err));
    assert_eq!(said.code, Some(if found.is_empty() { 1 } else { 0 }), "{arguments:?}");
    found.iter().map(|entry| entry["symbol"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_number_is_looked_up_in_the_form_in_which_it_is_typed() {
    for (typed, symbol) in [
        ("S/RES/2322", "S/RES/2322 (2016)"),
        ("s/res/2322 (2016)", "S/RES/2322 (2016)"),
        ("S/PRST/2009/9", "S/PRST/2009/9"),
        ("prst 2009/9", "S/PRST/2009/9"),
        ("A/RES/65\u{2011}230", "A/RES/65/230"),
        ("٦٥/٢٣٠", "A/RES/65/230"),
        ("６５／２３０", "A/RES/65/230"),
    ] {
        assert_eq!(symbols(&["registry", "lookup", typed]), [symbol], "{typed}");
        assert_eq!(symbols(&["registry", "search", typed, "--limit", "1"]), [symbol], "{typed}");
    }
    assert_eq!(symbols(&["registry", "lookup", "UNSCR", "1325"]), ["S/RES/1325 (2000)"], "words apart are one number");
}

#[test]
fn for_an_unknown_text_the_nearest_ones_are_named() {
    let project = Project::new(&[]);
    let said = project.run(&["registry", "lookup", "S/RES/1325 (2001)"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("the nearest that are known:\n    S/RES/1325 (2000)"), "{}", said.out);
    let said = project.run(&["registry", "lookup", "cybercrime"]);
    assert!(said.out.contains("`rapporteur registry search`"), "{}", said.out);
}

#[test]
fn titles_are_found_in_every_language_and_mistyped() {
    for words in
        ["transfroming our wrold", "transformar mundo", "преобразование мира", "عالمنا", "变革我们", "变格我们的世界"]
    {
        assert_eq!(symbols(&["registry", "search", words, "--limit", "1"]), ["A/RES/70/1"], "{words}");
    }
}

#[test]
fn counts_go_by_body_or_by_session() {
    let project = Project::new(&[]);
    let said = project.run(&["registry", "stats"]);
    assert!(said.out.starts_with("body ") && said.out.contains("\nall  "), "{}", said.out);
    let said = project.run(&["registry", "stats", "--by", "session", "--body", "sc"]);
    let line = said.out.lines().find(|line| line.contains(" 2000 ") && line.contains("resolution")).unwrap();
    let cells: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(cells[3..], ["2000", "1334", "50", "100%", "50", "50", "50", "2000-01-13", "2000-12-22"]);
    assert!(!said.out.contains("General Assembly"), "{}", said.out);

    let said = project.run(&["registry", "stats", "--format", "json", "--body", "ga"]);
    let series: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    let session = series.iter().find(|one| one["series"] == "74" && one["kind"] == "resolution").unwrap();
    assert_eq!((&session["highest"], &session["sessions"]), (&json!(307), &json!(1)));
    assert_eq!((&session["first"], &session["last"]), (&json!("2019-10-10"), &json!("2020-09-11")));
    assert_eq!((&session["days"], &session["certain"]), (&json!(327), &json!(325)));
    let said = project.run(&["registry", "stats", "--format", "json", "--by", "body"]);
    let bodies: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    assert!(bodies.len() < 20 && bodies[0]["body"] == "ga", "{}", said.out);
    assert_eq!(project.run(&["registry", "stats", "--body", "other"]).code, Some(1));
}
