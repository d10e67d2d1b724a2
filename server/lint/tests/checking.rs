//! What holds of the findings on any text, and of their fixes.

#[path = "support/examples.rs"]
mod examples;
#[path = "../../draft/tests/support/texts.rs"]
mod texts;

use std::sync::LazyLock;

use proptest::{prelude::*, test_runner::TestCaseResult};
use rapporteur_draft::{DocumentKind, Draft, Hints, Span};
use rapporteur_lint::{Finding, Fix, Settings, apply, broken_rules, check, fix_all};
use rapporteur_registry::Registry;

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::embedded);
static SETTINGS: LazyLock<Settings> = LazyLock::new(Settings::default);

/// Texts made up at random on which some rule once failed.
const FOUND: &[&str] = &[
    // Notes that are called in the definitions of others.
    "<sup>1</sup>[^12] ",
    "<sup>1</sup>²³ Voir ",
    "<sup>1</sup><sup>2</sup> Ibid.\n<!-- rapporteur: kind=resolution -->\n",
    "its resolution 65/230 of 21 December 2010²³ Voir * E/CN.15/2021/1.\n[^1][^1]",
    "the [^12] the # Strengthening cooperation\n\n[^12] *Recalling* [^1]",
    "[^1]the its resolution 65/230 of 21 December 2010[^12] ",
    // The space behind a quotation mark that opens, before the call of a note.
    "the sa résolution 65/230 du 21 décembre 2010 « [^a]:the  »",
    "*Rappelant* the  « [^1] « <!-- rapporteur: language=fr -->\n",
    // Slashes within words.
    "e\u{301}A/RES/74/173\n",
    "e\u{301}A/\n70/1[^1]",
    // A date in figures in Chinese, where the year comes first.
    "大会第65/230号决议21/12/2010 ",
];

fn said(kind: Option<DocumentKind>) -> Hints {
    Hints { kind, ..Hints::default() }
}

/// Half of the texts are said to be resolutions: most of them don't look like one, and few rules would run.
fn hints() -> impl Strategy<Value = Hints> {
    any::<bool>().prop_map(|resolution| said(resolution.then_some(DocumentKind::Resolution)))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![texts::text(), examples::text()]
}

proptest! {
    #![proptest_config(texts::cases(800))]

    #[test]
    fn findings_lie_in_the_text_and_fixes_fit_it(text in text(), hints in hints()) {
        fit(&text, &hints)?;
    }

    #[test]
    fn fixing_all_once_is_enough(text in text(), hints in hints()) {
        converge(&text, &hints)?;
    }
}

#[test]
fn what_once_failed_holds() {
    for text in FOUND {
        for hints in [said(None), said(Some(DocumentKind::Resolution))] {
            fit(text, &hints).and_then(|()| converge(text, &hints)).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        }
    }
}

/// Whether all findings and fixes lie in the text, in order, and no rule panics.
fn fit(text: &str, hints: &Hints) -> TestCaseResult {
    let findings = findings(text, hints);
    prop_assert!(broken_rules().is_empty(), "rules that panic: {:?}", broken_rules());
    prop_assert!(findings.is_sorted_by_key(|finding| finding.span.start), "not in the order of the text");
    for finding in &findings {
        within(text, &finding.span)?;
        for related in &finding.related {
            within(text, &related.span)?;
        }
        if let Some(fix) = &finding.fix {
            fits(text, fix)?;
        }
    }
    Ok(())
}

/// Whether fixing all a second time changes nothing.
fn converge(text: &str, hints: &Hints) -> TestCaseResult {
    let once = fix_all(text, hints, &REGISTRY, &SETTINGS);
    let twice = fix_all(&once.text, hints, &REGISTRY, &SETTINGS);
    prop_assert_eq!(&once.text, &twice.text);
    prop_assert_eq!(twice.applied, 0);
    prop_assert_eq!(once.remaining, twice.remaining);
    Ok(())
}

fn findings(text: &str, hints: &Hints) -> Vec<Finding> {
    check(text, &Draft::read(text, hints), &REGISTRY, &SETTINGS)
}

fn within(text: &str, span: &Span) -> TestCaseResult {
    prop_assert!(text.get(span.clone()).is_some(), "{:?} is no stretch of the text", span);
    Ok(())
}

/// Whether the edits of a fix are in order, don't overlap, change something, and leave all else as it is.
fn fits(text: &str, fix: &Fix) -> TestCaseResult {
    prop_assert!(!fix.edits.is_empty());
    let mut expected = String::new();
    let mut end = 0;
    for edit in &fix.edits {
        within(text, &edit.span)?;
        prop_assert!(end <= edit.span.start, "{:?} begins before {}", edit, end);
        prop_assert_ne!(&text[edit.span.clone()], &edit.text, "an edit that changes nothing");
        expected += &text[end..edit.span.start];
        expected += &edit.text;
        end = edit.span.end;
    }
    expected += &text[end..];
    prop_assert_eq!(apply(text, &fix.edits), expected);
    Ok(())
}
