//! `rapporteur lint` on drafts with defects.

use std::fs;

use serde_json::{Value, json};

use crate::project::{Project, Said, said};

/// A resolution with one defect: the date of 2012/19, in line 5.
const WRONG: &str = "*The Commission on Crime Prevention and Criminal Justice*,\n\n\
    *Recalling* General Assembly resolution 65/230 of 21 December 2010,\n\n\
    *Recalling also* Economic and Social Council resolution 2012/19 of 27 December 2012,\n\n\
    1. *Requests* the Executive Director to report;\n\n\
    2. *Decides* to consider the matter.\n";

fn right() -> String {
    WRONG.replace("27 December 2012", "26 July 2012")
}

/// Lints with the one rule that these tests are about.
fn lint(project: &Project, arguments: &[&str]) -> Said {
    project.run(&[&["lint", "--select", "citation-date"], arguments].concat())
}

#[test]
fn findings_are_shown_with_their_lines_and_a_summary() {
    let project = Project::new(&[("a.md", &right()), ("b.md", WRONG)]);
    let said = lint(&project, &[]);
    assert_eq!((said.code, said.err.as_str()), (Some(1), ""));
    assert!(said.out.starts_with("error[citation-date]: "), "{}", said.out);
    assert!(said.out.contains(" --> b.md:5:68\n"), "{}", said.out);
    assert!(said.out.contains("^^^^^^^^^^^^^^^^"), "{}", said.out);
    assert!(said.out.contains("1 finding (1 error) in 1 of 2 files; 1 can be fixed with --fix\n"), "{}", said.out);
    assert!(said.out.ends_with("`rapporteur explain RULE` says more: citation-date\n"), "{}", said.out);
    assert!(!lint(&project, &["--quiet"]).out.contains("in 1 of 2 files"));
}

#[test]
fn a_line_for_each_finding_when_concise() {
    let said = lint(&Project::new(&[("b.md", WRONG)]), &["--format", "concise"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.starts_with("b.md:5:68: error: "), "{}", said.out);
    assert!(said.out.ends_with(" [citation-date]\n") && said.out.lines().count() == 1, "{}", said.out);
}

#[test]
fn json_has_the_shape_that_other_tools_rely_on() {
    let project = Project::new(&[("b.md", WRONG)]);
    let said = lint(&project, &["--format", "json"]);
    let findings: Value = serde_json::from_str(&said.out).unwrap();
    let finding = findings[0].as_object().unwrap();
    let keys: Vec<&str> = finding.keys().map(String::as_str).collect();
    assert_eq!(keys.len(), 8, "{keys:?}");
    let offset = WRONG.find("27 December").unwrap();
    let (start, end) = (
        json!({ "line": 5, "column": 68, "offset": offset }),
        json!({ "line": 5, "column": 84, "offset": offset + 16 }),
    );
    assert_eq!((&finding["path"], &finding["rule"]), (&json!("b.md"), &json!("citation-date")));
    assert_eq!((&finding["severity"], &finding["start"], &finding["end"]), (&json!("error"), &start, &end));
    assert!(finding["message"].is_string() && finding["url"].is_string());
    let fix = &finding["fix"];
    assert_eq!(fix["applicability"], json!("safe"));
    assert!(fix["title"].is_string());
    assert_eq!(fix["edits"], json!([{ "start": start, "end": end, "text": "26 July 2012" }]));
    project.write("b.md", right());
    assert_eq!(lint(&project, &["--format", "json"]).out, "[]\n");
}

#[test]
fn columns_count_characters_and_offsets_count_bytes() {
    let text = WRONG.replace("*Recalling also* ", "*Recalling also* 😀大é\u{301} ");
    let said = lint(&Project::new(&[("b.md", &text)]), &["--format", "json"]);
    let findings: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(findings[0]["start"]["column"], json!(68 + 5));
    assert_eq!(findings[0]["start"]["offset"], json!(text.find("27 December").unwrap()));
}

#[test]
fn the_order_is_that_of_paths_and_always_the_same() {
    let names: Vec<String> = (0..40).map(|number| format!("{}/{number}.md", number % 7)).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), WRONG)).collect();
    let project = Project::new(&files);
    let first = lint(&project, &["--format", "concise"]);
    let paths: Vec<&str> = first.out.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(paths.len(), 40);
    assert!(paths.is_sorted(), "{paths:?}");
    for _ in 0..5 {
        assert_eq!(lint(&project, &["--format", "concise"]).out, first.out);
    }
}

#[test]
fn fixes_are_written_and_what_is_left_is_reported() {
    let project = Project::new(&[("b.md", WRONG)]);
    let said = lint(&project, &["--fix"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert_eq!(project.read("b.md"), right());
    assert_eq!(said.out, "1 fix applied in 1 file; no findings left in 1 file\n");
    assert_eq!(fs::read_dir(project.folder()).unwrap().count(), 1);
}

#[test]
fn a_diff_changes_nothing_and_can_be_applied() {
    let project = Project::new(&[("b.md", WRONG)]);
    let said = lint(&project, &["--diff"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(project.read("b.md"), WRONG);
    assert!(said.out.starts_with("--- b.md\n+++ b.md\n@@ -2,7 +2,7 @@\n"), "{}", said.out);
    assert!(said.out.contains("resolution 2012/19 of 26 July 2012,\n"), "{}", said.out);
    project.write("b.md", right());
    let said = lint(&project, &["--diff"]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), ""));
}

#[test]
fn standard_input_is_linted_under_the_name_it_is_given() {
    let project = Project::new(&[("rapporteur.toml", "[[overrides]]\npaths = ['old/*']\nselect = []\n")]);
    let arguments = ["lint", "-", "--format", "concise", "--select", "citation-date", "--stdin-filename", "new/a.md"];
    let said = project.run_with_input(&arguments, WRONG);
    assert_eq!(said.code, Some(1));
    assert!(said.out.starts_with("new/a.md:5:68: "), "{}", said.out);
    let said = project.run_with_input(&["lint", "-", "--stdin-filename", "old/a.md"], WRONG);
    assert_eq!(said.code, Some(0), "{}", said.out);
}

#[test]
fn fixed_standard_input_goes_to_standard_output() {
    let arguments = ["lint", "-", "--fix", "--select", "citation-date"];
    let said = Project::new(&[]).run_with_input(&arguments, WRONG);
    assert_eq!((said.code, said.out), (Some(0), right()));
    assert!(said.err.contains("1 fix applied"), "{}", said.err);
}

#[test]
fn the_fail_level_decides_the_exit_code() {
    let project = Project::new(&[("b.md", WRONG), ("rapporteur.toml", "[rules]\ncitation-date = 'info'\n")]);
    assert!(lint(&project, &["--format", "concise"]).out.starts_with("b.md:5:68: info: "));
    let code = |level: &str| lint(&project, &["--fail-level", level]).code;
    assert_eq!((code("warning"), code("info"), code("hint")), (Some(0), Some(1), Some(1)));
}

#[test]
fn rules_are_chosen_in_the_settings_and_on_the_command_line() {
    let project = Project::new(&[("b.md", WRONG), ("rapporteur.toml", "ignore = ['citation-date']\n")]);
    let finds = |arguments: &[&str]| {
        let said = project.run(&[&["lint", "--format", "concise"], arguments].concat());
        said.out.contains("[citation-date]")
    };
    assert!(!finds(&[]));
    assert!(finds(&["--no-config"]));
    assert!(finds(&["--select", "citation-date"]), "the command line has the last word");
    assert!(!finds(&["--no-config", "--ignore", "citation-date"]));
    project.write("rapporteur.toml", "[rules]\ncitation-date = 'off'\n");
    assert!(!finds(&[]));
    project.write("rapporteur.toml", "[[overrides]]\npaths = ['*.md']\nignore = ['citation-date']\n");
    assert!(!finds(&[]));
}

#[test]
fn a_comment_silences_a_finding() {
    let text = WRONG.replace("*Recalling also*", "<!-- rapporteur: ignore citation-date -->\n*Recalling also*");
    let said = lint(&Project::new(&[("b.md", &text)]), &[]);
    assert_eq!(said.code, Some(0), "{}", said.out);
}

#[test]
fn statistics_count_by_rule_and_severity() {
    let project = Project::new(&[("a.md", WRONG), ("b.md", WRONG), ("c.md", &right())]);
    for format in ["full", "concise"] {
        let said = lint(&project, &["--statistics", "--format", format]);
        assert_eq!(said.code, Some(1));
        assert_eq!(
            said.out,
            "count  rule           severity  safe fix  suggested fix\n    \
             2  citation-date  error            2\n\
             2 findings (2 errors) in 2 of 3 files; 2 can be fixed with --fix\n"
        );
    }
    let said = lint(&project, &["--statistics", "--format", "json"]);
    let counts: Value = serde_json::from_str(&said.out).unwrap();
    let count = json!({ "rule": "citation-date", "severity": "error", "count": 2, "fixable": 2, "suggested": 0 });
    assert_eq!(counts, json!([count]));
}

#[test]
fn statistics_begin_with_what_is_found_most() {
    let text = WRONG.replace("*Requests*", "Requests").replace("*Decides*", "Decides");
    let project = Project::new(&[("a.md", &text)]);
    let statistics = ["lint", "--select", "citation-date,operative-verb-italics", "--statistics", "--quiet"];
    let said = project.run(&statistics);
    let rules: Vec<_> =
        said.out.lines().skip(1).map(|line| line.split_whitespace().take(2).collect::<Vec<_>>()).collect();
    assert_eq!(rules, [["2", "operative-verb-italics"], ["1", "citation-date"]]);
}

#[test]
fn statistics_of_nothing_are_nothing() {
    let project = Project::new(&[("a.md", &right())]);
    assert_eq!(lint(&project, &["--statistics"]).out, "no findings in 1 file\n");
    assert_eq!(lint(&project, &["--statistics", "--format", "json"]).out, "[]\n");
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let project = Project::new(&[("b.md", WRONG)]);
    assert!(!lint(&project, &[]).out.contains('\x1b'));
    assert!(lint(&project, &["--color", "always"]).out.contains('\x1b'));
    let mut command = project.command(&["lint", "--select", "citation-date"]);
    command.env("NO_COLOR", "1").env("CLICOLOR_FORCE", "1");
    assert!(!said(command, "").out.contains('\x1b'));
}

#[test]
fn a_rule_is_explained_from_inside_the_program() {
    let project = Project::new(&[]);
    let said = project.run(&["explain", "citation-date"]);
    assert_eq!(said.code, Some(0));
    let facts = "citation-date\n\nSubject    Citations\nSeverity   error\nFix        safe, suggested\n\
                 Document   any\nLanguages  all\n\nA cited resolution";
    assert!(said.out.starts_with(facts), "{}", said.out);
    assert!(said.out.contains("\nSource: "), "{}", said.out);
    assert!(
        said.out.contains("\nFound wanting (en):\n\n    *The General Assembly*,\n\n    *Recalling*"),
        "{}",
        said.out
    );
    assert!(said.out.ends_with("/citation-date.md\n"), "{}", said.out);
    assert!(project.run(&["explain"]).out.contains("\ncitation-date "));
    let said = project.run(&["explain", "citaton-date"]);
    assert!(said.err.contains("did you mean `citation-date`?"), "{}", said.err);
}
