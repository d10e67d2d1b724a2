//! Applies fixes to a text.

use std::collections::BTreeMap;

use rapporteur_draft::{Draft, Hints};
use rapporteur_registry::Registry;

use crate::{Applicability, Edit, Finding, Settings, check};

/// How many rounds of fixes a text gets. Fixes converge in two or three; the bound keeps a faulty pair of rules,
/// each undoing the other, from going on for ever.
const ROUNDS: usize = 10;

/// A text to which all safe fixes have been applied.
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many fixes were applied.
    pub applied: usize,
    /// In how many rounds: fixes that touch one another, or that others make possible, take turns.
    pub rounds: usize,
    /// What is still found.
    pub remaining: Vec<Finding>,
}

/// Applies safe fixes, round after round, until nothing changes.
pub fn fix_all(text: &str, hints: &Hints, registry: &Registry, settings: &Settings) -> Fixed {
    let mut text = text.to_owned();
    let mut draft = Draft::read(&text, hints);
    let mut applied = 0;
    for round in 0..ROUNDS {
        let findings = check(&text, &draft, registry, settings);
        let edits = compatible_fixes(&findings);
        if edits.is_empty() {
            return Fixed { text, applied, rounds: round, remaining: findings };
        }
        applied += edits.len();
        text = apply(&text, edits.into_iter().flatten());
        draft = draft.update(&text, hints);
    }
    let remaining = check(&text, &draft, registry, settings);
    Fixed { text, applied, rounds: ROUNDS, remaining }
}

/// The safe fixes that don't touch one another: of two that do, the first; the other gets its turn in the next round.
/// A fix that two findings share (renumbering) touches itself, and so is applied once.
fn compatible_fixes(findings: &[Finding]) -> Vec<&[Edit]> {
    // By their starts, the ends of the stretches that are taken. As they don't touch, the ends are in order as well.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut fixes: Vec<&[Edit]> = Vec::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let touches = |edit: &Edit| {
            let nearest = taken.range(..=edit.span.end).next_back();
            nearest.is_some_and(|(_, end)| *end >= edit.span.start)
        };
        let applies = fix.applicability == Applicability::Safe && !fix.edits.is_empty();
        if applies && !fix.edits.iter().any(touches) {
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit.span.end)));
            fixes.push(&fix.edits);
        }
    }
    fixes
}

/// Applies edits that don't overlap, in any order, to a text.
pub fn apply<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    out
}
