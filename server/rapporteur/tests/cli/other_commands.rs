//! What the program does beside linting.

use serde_json::{Value, json};

use crate::project::{Project, said};

#[test]
fn an_unknown_rule_is_answered_with_a_way_out() {
    let unknown = "there is no rule `no-such-rule`; `rapporteur explain` lists all rules\n";
    let near = "there is no rule `citaton-date`; did you mean `citation-date`? `rapporteur explain` lists all rules\n";
    for (name, answer) in [("no-such-rule", unknown), ("citaton-date", near)] {
        for command in [&["explain", name][..], &["lint", "--select", name], &["lint", "--ignore", name]] {
            let said = Project::new(&[]).run(command);
            assert_eq!(said.code, Some(2), "{command:?}");
            assert!(said.err.contains(answer), "{command:?}: {}", said.err);
        }
    }
}

#[test]
fn look_up_shows_every_reading_of_a_number() {
    let said = Project::new(&[]).run(&["registry", "lookup", "22/8"]);
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("A/HRC/RES/22/8\n"), "{}", said.out);
    assert!(said.out.contains("CCPCJ/22/8\n"), "{}", said.out);
    assert!(said.out.contains("adopted  26 April 2013"), "{}", said.out);
}

#[test]
fn look_up_answers_in_the_locale_of_the_reader() {
    let project = Project::new(&[]);
    let mut command = project.command(&["registry", "lookup", "65/230"]);
    command.env("LC_ALL", "fr_FR.UTF-8");
    let said = said(command, "");
    assert!(said.out.contains("21 décembre 2010"), "{}", said.out);
}

#[test]
fn look_up_knows_the_tables_of_the_project() {
    let project = Project::new(&[
        ("rapporteur.toml", "registry = ['own.csv']\n"),
        ("own.csv", "symbol,date,title\nA/RES/99/1,2045-01-02,\"Water, for all\"\n"),
    ]);
    let said = project.run(&["registry", "lookup", "A/RES/99/1", "--format", "json"]);
    assert_eq!(said.code, Some(0));
    let found: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(found[0]["date"], json!("2045-01-02"));
    assert_eq!(found[0]["titles"], json!({ "en": "Water, for all" }));
    assert_eq!(found[0]["source"], json!("own.csv"));
}

#[test]
fn what_is_in_no_table_is_exit_code_1() {
    let project = Project::new(&[]);
    let said = project.run(&["registry", "lookup", "A/RES/80/4000"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("is in no table"), "{}", said.out);
    assert_eq!(project.run(&["registry", "search", "xylophone", "quartets"]).code, Some(1));
}

#[test]
fn search_finds_titles() {
    let said = Project::new(&[]).run(&["registry", "search", "cybercrime"]);
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("A/RES/74/173"), "{}", said.out);
}

#[test]
fn inspect_writes_the_model_of_a_draft() {
    let draft = "# Water and sanitation for all\n\n*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 21 December 2010,[^1]\n\n\
                 1. *Requests* the Secretary-General to report.\n\n[^1]: See A/HRC/17/26.\n";
    let project = Project::new(&[("draft.md", draft)]);
    let said = project.run(&["inspect", "draft.md"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let model: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(model["path"], json!("draft.md"));
    assert_eq!((&model["language"], &model["kind"]), (&json!("en"), &json!("resolution")));
    assert_eq!((&model["body"], &model["title"]), (&json!("ga"), &json!("Water and sanitation for all")));
    let citation = &model["citations"][0];
    assert_eq!((&citation["symbol"], &citation["printed"]), (&json!("A/RES/65/230"), &json!("65/230")));
    assert_eq!((&citation["date"], &citation["body"]), (&json!("2010-12-21"), &json!("ga")));
    assert_eq!(citation["start"]["line"], json!(5));
    let operative = model["paragraphs"].as_array().unwrap().iter().find(|one| one["kind"] == "operative").unwrap();
    assert_eq!((&operative["number"], &operative["verb"]), (&json!(1), &json!("Requests")));
    assert_eq!(model["symbols"][0]["symbol"], json!("A/HRC/17/26"));
    assert_eq!(model["footnotes"]["calls"][0]["label"], json!("1"));
    assert_eq!(model["footnotes"]["definitions"].as_array().unwrap().len(), 1);
}

#[test]
fn completions_and_manual_pages_come_from_the_program() {
    let project = Project::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = project.run(&["completions", shell]);
        assert!(said.code == Some(0) && said.out.contains("rapporteur"), "{shell}");
    }
    assert!(project.run(&["man"]).out.contains(".SH NAME"));
    assert!(project.run(&["man", "lint"]).out.contains("fail\\-level"));
    assert_eq!(project.run(&["man", "lnt"]).code, Some(2));
    assert!(project.run(&["--version"]).out.starts_with("rapporteur "));
}
