//! Our own sample drafts: what is found in them, and what the fixes make of them.
//!
//! Beside each draft `x.md` in `drafts/` stands `x.expected`, what `rapporteur lint --format concise` says of it, and,
//! where there is something to fix, `x.fixed.md`. `RAPPORTEUR_UPDATE=1` writes these files anew.

#[path = "support/committed.rs"]
mod committed;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use rapporteur_draft::{Draft, Hints, Language};
use rapporteur_lint::{Finding, RULES, Settings, check, fix_all};
use rapporteur_registry::Registry;

use committed::{assert_current, root};

/// The sample drafts with their texts, without what the fixes made.
fn drafts() -> BTreeMap<PathBuf, String> {
    let folder = root().join("tests/drafts");
    let paths = fs::read_dir(&folder).expect("the drafts are here").map(|entry| entry.expect("it can be read").path());
    let is_draft = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".md") && !name.ends_with(".fixed.md")
    };
    let drafts = paths.filter(is_draft).map(|path| (path.clone(), fs::read_to_string(path).expect("it is UTF-8")));
    drafts.collect()
}

fn findings(text: &str) -> Vec<Finding> {
    check(text, &Draft::read(text, &Hints::default()), &Registry::embedded(), &Settings::default())
}

/// A line for each finding, as `--format concise` has it.
fn concise(path: &Path, text: &str) -> String {
    let shown = path.strip_prefix(root()).unwrap_or(path).display();
    let mut lines = String::new();
    for finding in findings(text) {
        let before = &text[..finding.span.start];
        let start_of_line = before.rfind('\n').map_or(0, |at| at + 1);
        let (line, column) = (before.matches('\n').count() + 1, before[start_of_line..].chars().count() + 1);
        let (severity, message, rule) = (finding.severity.name(), &finding.message, finding.rule);
        writeln!(lines, "{shown}:{line}:{column}: {severity}: {message} [{rule}]").expect("memory can be written");
    }
    lines
}

#[test]
fn the_expected_findings_are_found() {
    for (path, text) in drafts() {
        assert_current(&path.with_extension("expected"), &concise(&path, &text));
    }
}

#[test]
fn fixes_make_the_committed_text_and_the_second_time_nothing() {
    let fix = |text: &str| fix_all(text, &Hints::default(), &Registry::embedded(), &Settings::default());
    for (path, text) in drafts() {
        let fixed = fix(&text);
        let again = fix(&fixed.text);
        assert_eq!((again.applied, &again.text), (0, &fixed.text), "{}", path.display());
        if fixed.applied > 0 {
            assert_current(&path.with_extension("fixed.md"), &fixed.text);
        }
    }
}

/// The languages whose drafts need every rule; the examples in the documentation of the rules show the others.
const EVERY_RULE: [&str; 2] = ["en", "fr"];

/// What drafts in any language need: that what is cited is known, verbs are in italics, notes and paragraphs numbered.
const MISSION: [&str; 4] = ["citation-date", "operative-verb-italics", "footnote-sequence", "paragraph-numbering"];

#[test]
fn each_language_has_drafts_for_its_rules_and_one_in_which_nothing_is_found() {
    let mut found_in: BTreeMap<&str, Vec<BTreeSet<&str>>> = BTreeMap::new();
    for text in drafts().values() {
        let rules = findings(text).iter().map(|finding| finding.rule).collect();
        found_in.entry(Draft::read(text, &Hints::default()).language.code()).or_default().push(rules);
    }
    for language in Language::all().map(Language::code) {
        let drafts = found_in.remove(language).unwrap_or_default();
        assert!(drafts.iter().any(BTreeSet::is_empty), "{language}: no draft is clean");
        for rule in RULES.iter().filter(|rule| EVERY_RULE.contains(&language) || MISSION.contains(&rule.name)) {
            assert!(drafts.iter().any(|rules| rules.contains(rule.name)), "{language}: no draft needs {}", rule.name);
        }
    }
}
