//! What checking a text costs grows with its length, and no faster, however it is made. Time can't be held to that in a
//! test; memory can.

#[path = "../../draft/tests/support/adversarial.rs"]
mod adversarial;

use allocation_counter::measure;
use rapporteur_draft::{DocumentKind, Draft, Hints};
use rapporteur_lint::{Settings, check, fix_all};
use rapporteur_registry::Registry;

/// How much longer the longer text is, and how much more it may cost: vectors that double make the cost grow in steps.
const LONGER: usize = 8;
const DEARER: u64 = 12;

/// What any check costs.
const BASE: u64 = 64 * 1024;

#[test]
fn checking_takes_memory_in_proportion_to_the_text() {
    let registry = Registry::embedded();
    let settings = Settings::default();
    // Whatever is repeated, all rules run.
    let hints = Hints { kind: Some(DocumentKind::Resolution), ..Hints::default() };
    holds("checking", |text| {
        let draft = Draft::read(text, &hints);
        measure(|| drop(check(text, &draft, &registry, &settings))).bytes_total
    });
    holds("fixing", |text| measure(|| drop(fix_all(text, &hints, &registry, &settings))).bytes_total);
}

fn holds(what: &str, cost: impl Fn(&str) -> u64) {
    // What is compiled once is not counted.
    cost(&adversarial::text(["", "1. Decides x;\n\n", ""], 1000));
    for parts in adversarial::TEXTS {
        let cost = |bytes| cost(&adversarial::text(*parts, bytes));
        let (short, long) = (cost(8_000), cost(8_000 * LONGER));
        assert!(
            long <= short * DEARER + BASE,
            "{parts:?}: {what} takes {short} bytes for a text, {long} for one {LONGER} times as long"
        );
    }
}
