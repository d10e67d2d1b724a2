//! What a text costs grows with its length, and no faster, however it is made. Time can't be held to that in a test;
//! memory can.

#[path = "support/adversarial.rs"]
mod adversarial;

use allocation_counter::measure;
use rapporteur_draft::{Draft, Hints};

/// How much longer the longer text is, and how much more it may cost: vectors that double make the cost grow in steps.
const LONGER: usize = 8;
const DEARER: u64 = 12;

/// What any reading costs.
const BASE: u64 = 16 * 1024;

#[test]
fn reading_takes_memory_in_proportion_to_the_text() {
    // What is compiled once is not counted.
    let _ = Draft::read(&adversarial::text(["", "a", ""], 1000), &Hints::default());
    for parts in adversarial::TEXTS {
        let cost = |bytes| {
            let text = adversarial::text(*parts, bytes);
            measure(|| drop(Draft::read(&text, &Hints::default()))).bytes_total
        };
        let (short, long) = (cost(8_000), cost(8_000 * LONGER));
        assert!(
            long <= short * DEARER + BASE,
            "{parts:?}: {short} bytes for a text, {long} for one {LONGER} times as long"
        );
    }
}
