//! `rapporteur registry check`, and its exit codes.

use serde_json::{Value, json};

use crate::project::Project;

const TABLE: (&str, &str) = (
    "ours.tsv",
    "symbol\tdate\tbasis\nA/RES/74/173\t2019-12-01\t\nA/RES/74/174\t2009-12-18\tP\nA/RES/74/175\tsoon\t\n\
     S/RES/1325 (2000)\t2000-10-31\tP\nS/RES/1325 (2000)\t2000-10-30\tP\n",
);

#[test]
fn the_registry_that_comes_with_the_program_is_no_fault_of_the_project() {
    let project = Project::new(&[("rapporteur.toml", "registry = ['good.csv']\n")]);
    project.write("good.csv", "symbol,date\nA/RES/95/1,2040-09-20\n");
    let said = project.run(&["registry", "check"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(
        said.out.contains(
            "A/RES/311 (IX)      number  has a number of session IV: next to it is A/RES/304 (IV) of 16 November 1949"
        ),
        "{}",
        said.out
    );
    assert!(said.out.ends_with(" inconsistencies, 0 of them in the tables of the project\n"), "{}", said.out);
}

#[test]
fn each_inconsistency_is_a_sentence_with_what_speaks_against_it() {
    let project = Project::new(&[TABLE, ("rapporteur.toml", "registry = ['*.tsv']\n")]);
    for arguments in [&["registry", "check"][..], &["registry", "check", "ours.tsv", "--no-config"]] {
        let said = project.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (Some(1), ""));
        for line in [
            "order    is of 1 December 2019 (a table of the project), but comes after A/RES/74/172 of 18 December 2019 (the \
             text itself or an official table)\n",
            "session  is of 18 December 2009 (the text itself or an official table), but the texts of session 74 were adopted \
             from 1 September 2019 to 30 September 2020\n",
            "ours.tsv:4: `soon` is no date",
            "ours.tsv:6: S/RES/1325 (2000) stands already in line 5; keep one of the two rows\n",
            ", 4 of them in the tables of the project\n",
        ] {
            assert!(said.out.contains(line), "{line}: {}", said.out);
        }
    }
    let said = project.run(&["registry", "check", "ours.tsv"]);
    assert_eq!(said.out.lines().count(), 5, "only what concerns the table: {}", said.out);
}

#[test]
fn bodies_and_sessions_can_be_chosen() {
    let project = Project::new(&[]);
    let said = project.run(&["registry", "check", "--body", "ga", "--session", "ix"]);
    assert_eq!(said.code, Some(0));
    assert_eq!(said.out.lines().count(), 2, "{}", said.out);
    let said = project.run(&["registry", "check", "--body", "hrc", "--session", "54"]);
    assert_eq!(said.out, "0 inconsistencies, 0 of them in the tables of the project\n");
}

#[test]
fn the_json_has_the_texts_that_speak_against_one() {
    let said = Project::new(&[TABLE]).run(&["registry", "check", "ours.tsv", "--format", "json"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    let found: Value = serde_json::from_str(&said.out).unwrap();
    let first = &found[0];
    assert_eq!(
        (&first["symbol"], &first["fault"], &first["own"]),
        (&json!("A/RES/74/173"), &json!("order"), &json!(true))
    );
    assert_eq!(
        (&first["session"], &first["date"], &first["source"]),
        (&json!("74"), &json!("2019-12-01"), &json!("ours.tsv"))
    );
    assert_eq!(first["against"], json!([{ "symbol": "A/RES/74/172", "date": "2019-12-18", "basis": "P" }]));
    assert_eq!(
        (&found[2]["fault"], &found[2]["path"], &found[2]["line"]),
        (&json!("row"), &json!("ours.tsv"), &json!(4))
    );
}

#[test]
fn a_table_that_cannot_be_read_is_exit_code_2() {
    let project = Project::new(&[TABLE]);
    let said = project.run(&["registry", "check", "missing.tsv", "ours.tsv"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("missing.tsv: there is no such file or folder"), "{}", said.err);
    assert!(said.out.contains("ours.tsv:4: "), "the other is checked: {}", said.out);
    project.write("rapporteur.toml", "registry = ['missing.tsv']\n");
    let said = project.run(&["registry", "check"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("there is no table `missing.tsv`"), "{}", said.err);
}
