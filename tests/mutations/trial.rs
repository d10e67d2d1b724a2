//! Breaks the documents of a language in one way, and counts what is found.

use std::{ops::Range, sync::OnceLock};

use fastrand::Rng;
use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{Edit, Finding, Settings, apply, check};
use rapporteur_registry::Registry;

use crate::defects::{Defect, Document, Known, Mutation};

/// How often a language is broken in one way, and how often of these the same document.
#[derive(Clone, Copy)]
pub struct Amount {
    mutations: usize,
    in_one_document: usize,
}

impl Amount {
    /// What the table counts.
    pub const SAMPLE: Amount = Amount { mutations: 200, in_one_document: 4 };
    /// Every place that can be broken.
    pub const ALL: Amount = Amount { mutations: usize::MAX, in_one_document: usize::MAX };
}

/// The documents of a language.
pub struct Library {
    pub known: Known,
    shelves: Vec<Shelf>,
}

/// A document, and what is made of it unbroken.
struct Shelf {
    document: Document,
    checked: OnceLock<(Draft, Vec<Finding>)>,
}

/// How many defects were made and found.
#[derive(Clone, Default)]
pub struct Score {
    pub made: usize,
    pub found: usize,
    /// What was not found: file, line, and the broken text.
    pub misses: Vec<String>,
}

impl Library {
    pub fn new(documents: Vec<Document>) -> Library {
        let known = Known::new(&documents);
        let shelves = documents.into_iter().map(|document| Shelf { document, checked: OnceLock::new() }).collect();
        Library { known, shelves }
    }

    /// Makes a defect many times, each time in a text that is otherwise as published. Which places are broken, and how,
    /// is left to chance, but is the same each time.
    pub fn try_out(&self, defect: &Defect, amount: Amount) -> Score {
        let seed = defect.name.bytes().fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
        let mut rng = Rng::with_seed(seed);
        let mut order: Vec<&Shelf> = self.shelves.iter().collect();
        rng.shuffle(&mut order);
        let mut score = Score::default();
        for shelf in order {
            if score.made == amount.mutations {
                break;
            }
            let mut mutations = (defect.mutations)(&shelf.document, &self.known, &mut rng);
            rng.shuffle(&mut mutations);
            let clean = mutations.iter().filter(|mutation| shelf.is_clean(defect, mutation));
            for mutation in clean.take(amount.in_one_document.min(amount.mutations - score.made)) {
                score.made += 1;
                match shelf.miss(defect, mutation) {
                    None => score.found += 1,
                    Some(miss) => score.misses.push(miss),
                }
            }
        }
        score
    }
}

impl Shelf {
    fn checked(&self) -> &(Draft, Vec<Finding>) {
        self.checked.get_or_init(|| {
            let draft = Draft::read(&self.document.text, &Hints::default());
            let findings = check(&self.document.text, &draft, &Registry::embedded(), &Settings::default());
            (draft, findings)
        })
    }

    /// Whether the rules of a defect find nothing where it is to be made.
    fn is_clean(&self, defect: &Defect, mutation: &Mutation) -> bool {
        let findings = &self.checked().1;
        mutation.places.iter().all(|place| !is_found(defect, place, findings))
    }

    /// What is said of a defect that is not found; `None` if it is.
    fn miss(&self, defect: &Defect, mutation: &Mutation) -> Option<String> {
        let broken = apply(&self.document.text, &mutation.edits);
        let draft = self.checked().0.update(&broken, &Hints::default());
        let findings = check(&broken, &draft, &Registry::embedded(), &Settings::default());
        let places = mutation.places.iter().map(|place| moved(place, &mutation.edits));
        if places.clone().any(|place| is_found(defect, &place, &findings)) {
            return None;
        }
        let at = mutation.edits[0].span.start;
        Some(format!("{}:{}: {}", self.document.name, self.document.line(at), excerpt(&broken, at)))
    }
}

fn is_found(defect: &Defect, place: &Range<usize>, findings: &[Finding]) -> bool {
    let touches = |finding: &&Finding| finding.span.start <= place.end && place.start <= finding.span.end;
    findings.iter().filter(touches).any(|finding| defect.rules.contains(&finding.rule))
}

/// Where a place lies after the edits.
fn moved(place: &Range<usize>, edits: &[Edit]) -> Range<usize> {
    let shift = |at: usize, edits: &mut dyn Iterator<Item = &Edit>| {
        edits.fold(at, |at, edit| at + edit.text.len() - edit.span.len())
    };
    let start = shift(place.start, &mut edits.iter().filter(|edit| edit.span.end <= place.start));
    let end = shift(place.end, &mut edits.iter().filter(|edit| edit.span.start <= place.end));
    start..end
}

/// A little of the text around a place.
fn excerpt(text: &str, at: usize) -> String {
    let (before, after) = text.split_at(at);
    let start = before.char_indices().rev().take(40).last().map_or(0, |(at, _)| at);
    format!("{}⟨here⟩{}", &before[start..], after.chars().take(80).collect::<String>()).replace('\n', "⏎")
}
