//! Documentation that follows from the code: a page for each rule, and the tables of the README.
//! `RAPPORTEUR_UPDATE=1` writes it anew.

#[path = "support/committed.rs"]
mod committed;

use std::{collections::BTreeSet, fs};

use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{Applicability, RULES, Rule, Settings, check, settings::Options};
use rapporteur_registry::Registry;

use committed::{assert_current, assert_part_of_readme, root};

/// The examples that a page shows: the language, `wrong` or `right`, and the text.
fn examples(rule: &Rule) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut rest = rule.documentation;
    std::iter::from_fn(move || {
        let (_, fenced) = rest.split_once("\n```")?;
        let (info, after) = fenced.split_once('\n')?;
        let (text, after) = after.split_once("```")?;
        rest = after;
        let (language, verdict) = info.split_once(' ')?;
        Some((language, verdict, text))
    })
}

/// What the rule offers for its own examples.
fn fixes(rule: &Rule) -> &'static str {
    let mut offered = BTreeSet::new();
    for (_, _, text) in examples(rule).filter(|(_, verdict, _)| *verdict == "wrong") {
        let draft = Draft::read(text, &Hints::default());
        let findings = check(text, &draft, &Registry::embedded(), &Settings::default());
        let fixes = findings.into_iter().filter(|finding| finding.rule == rule.name).filter_map(|finding| finding.fix);
        offered.extend(fixes.map(|fix| fix.applicability.name()));
    }
    if offered.contains(Applicability::Safe.name()) {
        "safe"
    } else if offered.contains(Applicability::Suggested.name()) {
        "suggested"
    } else {
        "none"
    }
}

fn page(rule: &Rule) -> String {
    let (name, severity, fix) = (rule.name, rule.severity.name(), fixes(rule));
    let mut body = rule.documentation.trim().to_owned();
    for (language, verdict, _) in examples(rule) {
        let said = if verdict == "wrong" { "Found wanting" } else { "Right" };
        body =
            body.replacen(&format!("```{language} {verdict}\n"), &format!("{said} ({language}):\n\n```markdown\n"), 1);
    }
    format!("# {name}\n\nSeverity: {severity}. Fix: {fix}.\n\n{body}\n")
}

#[test]
fn every_rule_has_its_page() {
    let folder = root().join("server/lint/docs");
    fs::create_dir_all(&folder).expect("the repository can be written");
    for rule in RULES {
        assert_current(&folder.join(format!("{}.md", rule.name)), &page(rule));
    }
    let pages = fs::read_dir(&folder).expect("the pages are here").count();
    assert_eq!(pages, RULES.len(), "{} has a page of a rule that is gone: remove it", folder.display());
}

#[test]
fn the_readme_names_every_rule() {
    let mut table = String::from("| rule | what holds | severity | fix |\n|---|---|---|---|\n");
    for rule in RULES {
        let (name, severity, fix) = (rule.name, rule.severity.name(), fixes(rule));
        table += &format!("| [`{name}`](server/lint/docs/{name}.md) | {} | {severity} | {fix} |\n", rule.summary());
    }
    assert_part_of_readme("rules", &table);
}

#[test]
fn the_settings_in_the_readme_are_valid() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README is here");
    let (_, rest) = readme.split_once("```toml\n").expect("the README has settings");
    let (settings, _) = rest.split_once("```").expect("a fence is closed");
    let (_, problems) = Options::parse(settings);
    assert_eq!(problems, []);
}
