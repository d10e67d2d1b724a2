//! Documentation that follows from the code: a page for each rule, and the tables of the README.
//! `RAPPORTEUR_UPDATE=1` writes it anew.

#[path = "support/committed.rs"]
mod committed;

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    fs,
    path::PathBuf,
};

use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{RULES, Rule, Settings, Subject, check, settings::Options};
use rapporteur_registry::Registry;

use committed::{assert_current, assert_part_of_readme, root};

/// The folder of the pages.
fn folder() -> PathBuf {
    root().join("server/lint/docs")
}

/// The page that lists all rules.
const OVERVIEW: &str = "README.md";

/// What shows what rules offer: the examples of all, and the sample drafts.
fn texts() -> Vec<String> {
    let examples = RULES.iter().flat_map(Rule::examples).map(|example| example.text.to_owned());
    let drafts = fs::read_dir(root().join("tests/drafts")).expect("the drafts are here");
    let drafts = drafts.map(|entry| entry.expect("it can be read").path());
    let drafts = drafts.filter(|path| path.extension() == Some("md".as_ref()));
    examples.chain(drafts.map(|path| fs::read_to_string(path).expect("it is UTF-8"))).collect()
}

#[test]
fn rules_offer_the_fixes_that_they_declare() {
    let mut offered: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for text in texts() {
        let draft = Draft::read(&text, &Hints::default());
        for finding in check(&text, &draft, &Registry::embedded(), &Settings::default()) {
            offered.entry(finding.rule).or_default().extend(finding.fix.map(|fix| fix.applicability.name()));
        }
    }
    for rule in RULES {
        let declared = rule.fixes.iter().map(|fix| fix.name()).collect();
        assert_eq!(offered.remove(rule.name).unwrap_or_default(), declared, "{}", rule.name);
    }
}

#[test]
fn every_rule_has_its_page() {
    for rule in RULES {
        assert_current(&folder().join(format!("{}.md", rule.name)), &rule.page());
    }
    let pages: BTreeSet<_> = fs::read_dir(folder())
        .expect("the pages are here")
        .map(|page| page.expect("it can be read").file_name())
        .collect();
    let expected = RULES.iter().map(|rule| format!("{}.md", rule.name)).chain([OVERVIEW.to_owned()]);
    let gone: Vec<_> = pages.difference(&expected.map(OsString::from).collect()).cloned().collect();
    assert!(gone.is_empty(), "pages of rules that are gone, remove them: {gone:?}");
}

#[test]
fn every_rule_says_where_it_comes_from() {
    for rule in RULES {
        let sources = rule.documentation.lines().filter(|line| line.starts_with("Source: ")).count();
        assert_eq!(sources, 1, "{}", rule.name);
    }
}

#[test]
fn what_is_set_for_a_rule_stands_in_its_documentation() {
    for key in ["acronyms", "treaties", "verbs", "bodies"] {
        let says = |rule: &&Rule| rule.documentation.contains(&format!("the key `{key}` of `rapporteur.toml`"));
        assert!(RULES.iter().any(|rule| says(&rule)), "no rule says what `{key}` is for");
    }
}

#[test]
fn the_overview_names_every_rule_by_subject() {
    let mut overview = String::from("# The rules\n");
    for (subject, heading) in Subject::NAMES {
        overview += &format!("\n## {heading}\n\n| rule | what holds | severity | fix | document | languages |\n");
        overview += "|---|---|---|---|---|---|\n";
        for rule in subject.rules() {
            let (name, summary, severity) = (rule.name, rule.summary(), rule.severity.name());
            let (fixes, scope, languages) = (rule.fixes_in_words(), rule.scope.name(), rule.languages.name());
            overview +=
                &format!("| [`{name}`]({name}.md) | {summary} | {severity} | {fixes} | {scope} | {languages} |\n");
        }
    }
    assert_current(&folder().join(OVERVIEW), &overview);
}

#[test]
fn the_readme_names_every_rule() {
    let mut table = String::from("| subject | rules |\n|---|---|\n");
    for (subject, heading) in Subject::NAMES {
        let link = |rule: &Rule| format!("[`{0}`](server/lint/docs/{0}.md)", rule.name);
        let rules: Vec<String> = subject.rules().map(link).collect();
        table += &format!("| {heading} ({}) | {} |\n", rules.len(), rules.join(", "));
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

#[test]
fn french_messages_have_no_space_at_which_a_line_ends_before_a_mark() {
    for folder in ["lint", "assist", "rapporteur"] {
        let file = root().join("server").join(folder).join("messages/fr.toml");
        let messages = fs::read_to_string(&file).expect("the messages are here");
        for (number, line) in messages.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let plain = [" :", " ;", " ?", " !", " »", "« "].into_iter().find(|plain| line.contains(plain));
            assert_eq!(plain, None, "{}:{}: {line}", file.display(), number + 1);
        }
    }
}
