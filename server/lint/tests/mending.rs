//! What mends a draft at once, and what silences a finding, on all of our own drafts.

#[path = "../../assist/tests/support/drafts.rs"]
mod drafts;

use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{
    Edit, Finding, Settings, apply,
    batch::{FORMATTING, ITALICISE_VERBS, OFFERED, RENUMBER_FOOTNOTES, RENUMBER_PARAGRAPHS},
    check, fix_all, ignoring, ignoring_in_file,
    settings::Options,
};
use rapporteur_registry::Registry;

/// What is checked with.
struct Bench {
    registry: Registry,
    settings: Settings,
}

impl Bench {
    fn new() -> Bench {
        Bench { registry: Registry::embedded(), settings: Settings::default() }
    }

    fn check(&self, text: &str, draft: &Draft) -> Vec<Finding> {
        check(text, draft, &self.registry, &self.settings)
    }
}

/// What a finding is, wherever it stands.
fn said(findings: &[Finding]) -> Vec<(&'static str, &str)> {
    findings.iter().map(|finding| (finding.rule, finding.message.as_str())).collect()
}

#[test]
fn a_finding_that_is_ignored_is_gone_and_none_comes_instead() {
    let bench = Bench::new();
    let mut faults = Vec::new();
    for (name, text) in drafts::all() {
        let draft = Draft::read(&text, &Hints::default());
        let before = bench.check(&text, &draft);
        for finding in &before {
            let here = ignoring(&text, &draft, finding);
            let in_file = Some(ignoring_in_file(&text, &draft, finding.rule));
            for (edit, everywhere) in [(here, false), (in_file, true)] {
                let Some(edit) = edit else {
                    faults.push(format!("{name}: no comment for {} at {:?}", finding.rule, finding.span));
                    continue;
                };
                let with = apply(&text, [&edit]);
                let after = bench.check(&with, &draft.update(&with, &Hints::default()));
                // Those of the rule at the same place are silenced with it; all others are as they were.
                let mut left = said(&after);
                let mut silenced = false;
                for (other, said) in before.iter().zip(said(&before)) {
                    match left.iter().position(|other| *other == said) {
                        Some(index) => drop(left.remove(index)),
                        None if other.rule == finding.rule => silenced = true,
                        None => faults.push(format!("{name}: {} is gone with {}", other.rule, finding.rule)),
                    }
                }
                let how = if everywhere { "in the file" } else { "here" };
                if !silenced {
                    faults.push(format!("{name}: {} at {:?} is not ignored {how}", finding.rule, finding.span));
                }
                for (rule, message) in left {
                    faults.push(format!("{name}: ignoring {} {how} brings {rule}: {message}", finding.rule));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Whether edits are small, in order and apart, and make one text of the other.
fn is_sound(text: &str, edits: &[Edit], fixed: &str) -> bool {
    let apart = edits.windows(2).all(|pair| pair[0].span.end < pair[1].span.start);
    apart && apply(text, edits) == fixed && edits.iter().all(|edit| text[edit.span.clone()] != edit.text)
}

#[test]
fn batches_mend_what_they_are_for_and_once_is_enough() {
    let bench = Bench::new();
    let mut applied = [0; 5];
    for (name, text) in drafts::all() {
        for text in [text.replace('\n', "\r\n"), text] {
            let draft = Draft::read(&text, &Hints::default());
            let findings = bench.check(&text, &draft);
            for (batch, applied) in OFFERED.into_iter().chain([&FORMATTING]).zip(&mut applied) {
                let Bench { registry, settings } = &bench;
                let apply = |text: &str| batch.apply(text, &Hints::default(), registry, settings);
                let fixed = apply(&text);
                assert!(is_sound(&text, &fixed.edits, &fixed.text), "{name}, {}", batch.name);
                assert!(apply(&fixed.text).edits.is_empty(), "{name}, {}: once is not enough", batch.name);
                assert_eq!(text.contains("\r\n"), fixed.text.contains("\r\n"));
                assert!(!text.contains("\r\n") || !fixed.text.replace("\r\n", "").contains(['\r', '\n']), "{name}");
                let due = batch.is_due(&findings, &text, &draft, registry, settings);
                assert_eq!(due, !fixed.edits.is_empty(), "{name}, {}", batch.name);
                *applied += fixed.applied;
            }
        }
    }
    assert!(applied.iter().all(|applied| *applied > 5), "{applied:?} are too few to tell");
}

#[test]
fn who_asks_by_name_gets_it_though_the_rules_are_off() {
    let text = "\
*The General Assembly*,

Recalling the report,[^2]

1. *Welcomes* the report;[^1]

3. Decides to remain seized of the matter.

[^1]: A/74/1.

[^2]: A/74/2.
";
    let options =
        "ignore = ['footnote-sequence', 'operative-verb-italics', 'paragraph-numbering', 'preambular-verb-italics']";
    let (options, problems) = Options::parse(options);
    assert!(problems.is_empty());
    let (registry, settings) = (Registry::embedded(), Settings::resolve([&options], "draft.md"));
    let draft = Draft::read(text, &Hints::default());
    let findings = check(text, &draft, &registry, &settings);
    for (batch, with) in [
        (RENUMBER_PARAGRAPHS, "\n2. Decides"),
        (RENUMBER_FOOTNOTES, "report,[^1]"),
        (ITALICISE_VERBS, "\n3. *Decides*"),
    ] {
        assert!(batch.is_due(&findings, text, &draft, &registry, &settings), "{}", batch.name);
        let fixed = batch.apply(text, &Hints::default(), &registry, &settings);
        assert!(fixed.text.contains(with), "{}", fixed.text);
    }
    assert!(!FORMATTING.is_due(&findings, text, &draft, &registry, &settings));
    assert!(FORMATTING.apply(text, &Hints::default(), &registry, &settings).edits.is_empty());
}

#[test]
fn a_text_without_any_emphasis_gets_it_by_name() {
    let (registry, settings) = (Registry::embedded(), Settings::default());
    for (text, makes) in [
        (
            "The General Assembly,\n\nRecalling its resolution 65/230 of 21 December 2010,\n\nDecides to remain seized of the matter.\n",
            "*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 21 December 2010,\n\n*Decides* to remain seized of the matter.\n",
        ),
        (
            "大会，\n\n回顾其2010年12月21日第65/230号决议，\n\n决定继续处理此案。\n",
            "**大会**，\n\n**回顾**其2010年12月21日第65/230号决议，\n\n**决定**继续处理此案。\n",
        ),
    ] {
        let draft = Draft::read(text, &Hints::default());
        let findings = check(text, &draft, &registry, &settings);
        assert!(ITALICISE_VERBS.is_due(&findings, text, &draft, &registry, &settings));
        let fixed = ITALICISE_VERBS.apply(text, &Hints::default(), &registry, &settings);
        assert_eq!(fixed.text, makes);
        let draft = Draft::read(&fixed.text, &Hints::default());
        assert!(!ITALICISE_VERBS.is_due(&[], &fixed.text, &draft, &registry, &settings));
        // All safe fixes leave such a text as it is.
        assert_eq!(fix_all(text, &Hints::default(), &registry, &settings).text, text);
    }
}

#[test]
fn formatting_leaves_alone_what_it_can_not_tell() {
    let settings = Settings::default();
    let fixed = |clause: &str| {
        let text =
            format!("*L’Assemblée générale*,\n\n*Notant* {clause},\n\n*Décide* de rester saisie de la question.\n");
        FORMATTING.apply(&text, &Hints::default(), &Registry::embedded(), &settings).text
    };
    for (clause, right) in [
        // A mark that opens nothing, where another has lost its fellow.
        ("la ville\" et le rapport du Secrétaire général\"", "la ville\" et le rapport du Secrétaire général\""),
        ("« la ville\" et le rapport\" du Comité »", "« la ville\" et le rapport\" du Comité »"),
        ("le rapport intitulé \"La ville\"", "le rapport intitulé «\u{a0}La ville\u{a0}»"),
        ("les Etats-Unis d’Amérique et les États Membres", "les États-Unis d’Amérique et les États Membres"),
    ] {
        assert!(fixed(clause).contains(&format!("*Notant* {right},")), "{}", fixed(clause));
    }
}
