//! Our own sample drafts: what is found in them, and what the fixes make of them.
//!
//! Beside each draft `x.md` in `drafts/` stands `x.expected`, what `rapporteur lint --format concise` says of it, and,
//! where there is something to fix, `x.fixed.md`. `RAPPORTEUR_UPDATE=1` writes these files anew. `drafts/mun` has papers
//! of Model United Nations conferences, under the profile for these.

#[path = "support/committed.rs"]
mod committed;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use rapporteur_draft::{Draft, Hints, Language};
use rapporteur_lint::{
    Finding, RULES, Rule, Settings, check, fix_all,
    settings::{Choices, Named, Options, Profile},
};
use rapporteur_registry::Registry;

use committed::{assert_current, root};

/// The settings of a profile.
fn settings(profile: Profile) -> Settings {
    let choices = Choices { profile: Some(Named(profile)), ..Choices::default() };
    Settings::resolve([&Options { choices, ..Options::default() }], "")
}

/// The folder with the sample drafts of a profile.
fn folder(profile: Profile) -> PathBuf {
    let drafts = root().join("tests/drafts");
    if profile == Profile::ModelUnitedNations { drafts.join("mun") } else { drafts }
}

/// The sample drafts with their texts, without what the fixes made.
fn drafts(profile: Profile) -> BTreeMap<PathBuf, String> {
    let entries = fs::read_dir(folder(profile)).expect("the drafts are here");
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    let is_draft = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".md") && !name.ends_with(".fixed.md")
    };
    let drafts = paths.filter(is_draft).map(|path| (path.clone(), fs::read_to_string(path).expect("it is UTF-8")));
    drafts.collect()
}

fn findings(text: &str, settings: &Settings) -> Vec<Finding> {
    check(text, &Draft::read(text, &settings.hints), &Registry::embedded(), settings)
}

/// A line for each finding, as `--format concise` has it.
fn concise(path: &Path, text: &str, settings: &Settings) -> String {
    let shown = path.strip_prefix(root()).unwrap_or(path).display();
    let mut lines = String::new();
    for finding in findings(text, settings) {
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
    for (_, profile) in Profile::NAMES {
        for (path, text) in drafts(profile) {
            assert_current(&path.with_extension("expected"), &concise(&path, &text, &settings(profile)));
        }
    }
}

#[test]
fn fixes_make_the_committed_text_and_the_second_time_nothing() {
    for (_, profile) in Profile::NAMES {
        let settings = settings(profile);
        let fix = |text: &str| fix_all(text, &settings.hints, &Registry::embedded(), &settings);
        for (path, text) in drafts(profile) {
            let fixed = fix(&text);
            let again = fix(&fixed.text);
            assert_eq!((again.applied, &again.text), (0, &fixed.text), "{}", path.display());
            if fixed.applied > 0 {
                assert_current(&path.with_extension("fixed.md"), &fixed.text);
            }
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
    let settings = Settings::default();
    for text in drafts(Profile::UnitedNations).values() {
        let rules = findings(text, &settings).iter().map(|finding| finding.rule).collect();
        found_in.entry(Draft::read(text, &Hints::default()).language.code()).or_default().push(rules);
    }
    for language in Language::all().map(Language::code) {
        let drafts = found_in.remove(language).unwrap_or_default();
        assert!(drafts.iter().any(BTreeSet::is_empty), "{language}: no draft is clean");
        let needed = EVERY_RULE.contains(&language);
        let applies = |rule: &&Rule| rule.languages.include(language) && (needed || MISSION.contains(&rule.name));
        for rule in RULES.iter().filter(applies) {
            assert!(drafts.iter().any(|rules| rules.contains(rule.name)), "{language}: no draft needs {}", rule.name);
        }
    }
}
