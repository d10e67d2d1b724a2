//! What the structure of a text costs grows with its length, and no faster, however it is made. Time can't be held to that
//! in a test; memory can.

#[path = "../../draft/tests/support/adversarial.rs"]
mod adversarial;

use allocation_counter::measure;
use rapporteur_assist::{folds, hints, outline, preview, selections, tokens};
use rapporteur_draft::{DocumentKind, Draft, Hints};
use rapporteur_lint::{Locale, Settings, check};
use rapporteur_registry::Registry;

/// How much longer the longer text is, and how much more it may cost: vectors that double make the cost grow in steps.
const LONGER: usize = 8;
const DEARER: u64 = 12;

/// What any answer costs.
const BASE: u64 = 64 * 1024;

/// More of what drafts consist of, without end.
const PARAGRAPHS: &[[&str; 3]] = &[
    ["*The General Assembly*,\n\n", "*Decides* to go;\n\n", ""],
    ["*The General Assembly*,\n\n", "1. *Requests*:\n\n(a) x;\n\n", ""],
    ["*The General Assembly*,\n\n", "(i) x:\n\n", ""],
    ["*The General Assembly*,\n\n", "### X\n\n# Y\n\n", ""],
    ["*The General Assembly*,\n\n", "A\n\n*The General Assembly*,\n\n1. *Decides* it;\n\n", ""],
    ["*The General Assembly*,\n\n*Noting* the Office (UNODC)", "[^1] and UNODC and *that* [65/230](#)", ""],
    ["*The General Assembly*,\n\n", "[^1]: A/81/1.\n\n", ""],
];

#[test]
fn structure_takes_memory_in_proportion_to_the_text() {
    let registry = Registry::embedded();
    let kind = Hints { kind: Some(DocumentKind::Resolution), ..Hints::default() };
    let adversarial = adversarial::TEXTS.iter().map(|parts| (parts, false));
    for (parts, checked) in adversarial.chain(PARAGRAPHS.iter().map(|parts| (parts, true))) {
        let costs = |bytes| {
            let text = adversarial::text(*parts, bytes);
            let draft = Draft::read(&text, &kind);
            // Checking takes the longest, and finds what hints are about in clauses alone.
            let findings = if checked { check(&text, &draft, &registry, &Settings::default()) } else { Vec::new() };
            let all = 0..text.len();
            [
                measure(|| drop(outline(&text, &draft, Locale::ENGLISH))),
                measure(|| drop(folds(&text, &draft))),
                measure(|| drop(selections(&text, &draft, &[all.end / 2, all.end]))),
                measure(|| drop(tokens(&text, &draft, &all, false))),
                measure(|| drop(hints(&text, &draft, &findings, &registry, &all))),
                measure(|| drop(preview(&text, &draft, &findings, Locale::ENGLISH))),
            ]
            .map(|cost| cost.bytes_total)
        };
        // What is compiled once is not counted.
        costs(1000);
        let features = ["the outline", "folding", "selecting", "tokens", "hints", "the preview"];
        for (what, (short, long)) in features.iter().zip(costs(8_000).into_iter().zip(costs(8_000 * LONGER))) {
            assert!(
                long <= short * DEARER + BASE,
                "{parts:?}: {what} takes {short} bytes for a text, {long} for one {LONGER} times as long"
            );
        }
    }
}
