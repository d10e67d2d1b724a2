//! What holds of the findings on any text, and of their fixes.

#[path = "../../draft/tests/support/texts.rs"]
mod texts;

use std::sync::LazyLock;

use proptest::{prelude::*, test_runner::TestCaseResult};
use rapporteur_draft::{DocumentKind, Draft, Hints, Span};
use rapporteur_lint::{Finding, Fix, Settings, apply, broken_rules, check, fix_all};
use rapporteur_registry::Registry;

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::embedded);
static SETTINGS: LazyLock<Settings> = LazyLock::new(Settings::default);

/// Half of the texts are said to be resolutions: most of them don't look like one, and few rules would run.
fn hints() -> impl Strategy<Value = Hints> {
    any::<bool>().prop_map(|said| Hints { kind: said.then_some(DocumentKind::Resolution), ..Hints::default() })
}

proptest! {
    #![proptest_config(texts::cases(800))]

    #[test]
    fn findings_lie_in_the_text_and_fixes_fit_it(text in texts::text(), hints in hints()) {
        let findings = findings(&text, &hints);
        prop_assert!(broken_rules().is_empty(), "rules that panic: {:?}", broken_rules());
        prop_assert!(findings.is_sorted_by_key(|finding| finding.span.start), "not in the order of the text");
        for finding in &findings {
            within(&text, &finding.span)?;
            for related in &finding.related {
                within(&text, &related.span)?;
            }
            if let Some(fix) = &finding.fix {
                fits(&text, fix)?;
            }
        }
    }

    #[test]
    fn fixing_all_once_is_enough(text in texts::text(), hints in hints()) {
        let once = fix_all(&text, &hints, &REGISTRY, &SETTINGS);
        let twice = fix_all(&once.text, &hints, &REGISTRY, &SETTINGS);
        prop_assert_eq!(&once.text, &twice.text);
        prop_assert_eq!(twice.applied, 0);
        prop_assert_eq!(once.remaining, twice.remaining);
    }
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
