//! Applies fixes to a text.

use std::collections::BTreeMap;

use rapporteur_draft::{Draft, Hints};
use rapporteur_registry::Registry;

use crate::{Applicability, Edit, Finding, RULES, Settings, Which, apply, check_with, compose, trimmed};

/// How many rounds of fixes a text gets. Fixes converge in two or three; the bound keeps a faulty pair of rules,
/// each undoing the other, from going on for ever.
const ROUNDS: usize = 10;

/// A text to which fixes have been applied.
pub struct Fixed {
    /// The text.
    pub text: String,
    /// What makes the text of the one that was given: small edits, in the order of the text, that don't touch.
    pub edits: Vec<Edit>,
    /// How many fixes were applied.
    pub applied: usize,
    /// In how many rounds: fixes that touch one another, or that others make possible, take turns.
    pub rounds: usize,
    /// What is still found, by the rules that were run.
    pub remaining: Vec<Finding>,
}

/// Applies safe fixes, round after round, until nothing changes.
pub fn fix_all(text: &str, hints: &Hints, registry: &Registry, settings: &Settings) -> Fixed {
    fix_where(Which::On, text, Draft::read(text, hints), hints, registry, settings, |_, finding| is_safe(finding))
}

/// Whether a finding has a fix that may be applied without asking.
pub(crate) fn is_safe(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe)
}

/// Whether the fix of a finding is applied with all others of its rule: safe ones are, and the suggestions of a rule that
/// does nothing but suggest.
pub fn goes_with_rule(finding: &Finding) -> bool {
    let only_suggests = |name| RULES.iter().any(|rule| rule.name == name && rule.fixes == [Applicability::Suggested]);
    is_safe(finding) || (finding.fix.is_some() && only_suggests(finding.rule))
}

/// Applies the fixes of one rule, round after round, until nothing changes; also where the settings have it off.
pub fn fix_rule(rule: &'static str, text: &str, hints: &Hints, registry: &Registry, settings: &Settings) -> Fixed {
    let draft = Draft::read(text, hints);
    fix_where(Which::Named(&[rule]), text, draft, hints, registry, settings, |_, finding| goes_with_rule(finding))
}

/// Applies the fixes of some rules, as far as they are wanted, round after round, until nothing changes. `draft` is the
/// reading of the text that the first round sees. `wanted` is asked for each finding in each round, of the text as it then is.
pub fn fix_where(
    which: Which<'_>,
    text: &str,
    mut draft: Draft,
    hints: &Hints,
    registry: &Registry,
    settings: &Settings,
    wanted: impl Fn(&str, &Finding) -> bool,
) -> Fixed {
    let mut fixed = Fixed { text: text.to_owned(), edits: Vec::new(), applied: 0, rounds: 0, remaining: Vec::new() };
    loop {
        let findings = check_with(which, &fixed.text, &draft, registry, settings);
        let fixes = compatible_fixes(findings.iter().filter(|finding| wanted(&fixed.text, finding)));
        if fixes.is_empty() || fixed.rounds == ROUNDS {
            fixed.remaining = findings;
            break;
        }
        fixed.applied += fixes.len();
        fixed.rounds += 1;
        let mut edits: Vec<Edit> = fixes.into_iter().flatten().cloned().collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        fixed.edits = compose(&fixed.edits, &fixed.text, &edits);
        fixed.text = apply(&fixed.text, &edits);
        draft = draft.update(&fixed.text, hints);
    }
    fixed.edits = fixed.edits.iter().filter_map(|edit| trimmed(text, edit)).collect();
    fixed
}

/// The fixes of some findings that don't touch one another: of two that do, the first; the other gets its turn in the next
/// round. A fix that two findings share (renumbering) touches itself, and so is applied once.
fn compatible_fixes<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<&'f [Edit]> {
    // By their starts, the ends of the stretches that are taken. As they don't touch, the ends are in order as well.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut fixes: Vec<&[Edit]> = Vec::new();
    for fix in findings.filter_map(|finding| finding.fix.as_ref()) {
        let touches = |edit: &Edit| {
            let nearest = taken.range(..=edit.span.end).next_back();
            nearest.is_some_and(|(_, end)| *end >= edit.span.start)
        };
        if !fix.edits.is_empty() && !fix.edits.iter().any(touches) {
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit.span.end)));
            fixes.push(&fix.edits);
        }
    }
    fixes
}
