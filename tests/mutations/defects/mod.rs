//! Ways to break published resolutions.

#![allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]

mod citations;
mod document;
mod emphasis;
mod labels;
mod notes;
mod numbering;
mod punctuation;
mod references;
mod symbols;
mod verbs;

use std::{collections::HashSet, ops::Range};

use fastrand::Rng;
use rapporteur_lint::Edit;
use rapporteur_registry::Registry;

pub use document::{Document, read_all};

const ALL: [&[Defect]; 9] = [
    citations::ALL,
    emphasis::ALL,
    numbering::ALL,
    notes::ALL,
    punctuation::ALL,
    verbs::ALL,
    labels::ALL,
    references::ALL,
    symbols::ALL,
];

/// All defects, in the order of the table.
pub fn all() -> impl Iterator<Item = &'static Defect> {
    ALL.into_iter().flatten()
}

/// A way to break a text.
pub struct Defect {
    /// What is wrong afterwards.
    pub name: &'static str,
    /// The rules that are about such defects: any of them will do.
    pub rules: &'static [&'static str],
    /// How many of 100 must be found, in each language.
    pub least: f64,
    /// The ways to break one text so, each by itself.
    pub mutations: fn(&Document, &Known, &mut Rng) -> Vec<Mutation>,
}

/// A text broken in one place.
pub struct Mutation {
    pub edits: Vec<Edit>,
    /// Where a finding counts, as places in the text before the edits: what is broken, and what it breaks with.
    pub places: Vec<Range<usize>>,
}

/// How much must be found of what a draft lives by: dates and numbers of citations, emphasis, numbers of notes and
/// paragraphs.
pub const NEARLY_ALL: f64 = 99.0;

/// How much must be found of everything else.
pub const MOST: f64 = 95.0;

/// What tells a defect from what is as right as what was printed.
pub struct Known {
    pub registry: Registry,
    /// Everything that is emphasised at the head of a clause in any resolution of the corpus in this language.
    pub phrases: HashSet<String>,
    /// The words that stand in symbols of documents.
    pub symbol_words: HashSet<String>,
}

impl Known {
    /// What a language's documents attest.
    pub fn new(documents: &[Document]) -> Known {
        let clauses =
            documents.iter().flat_map(|document| document.clauses.iter().map(move |clause| (document, clause)));
        let phrases = clauses.map(|(document, clause)| document.text[clause.phrase.clone()].to_owned());
        Known { registry: Registry::embedded(), phrases: phrases.collect(), symbol_words: symbols::attested(documents) }
    }
}

impl Mutation {
    /// One replacement, to be found in the same line.
    pub fn replace(document: &Document, span: Range<usize>, text: impl Into<String>) -> Mutation {
        let place = document.line_span(span.start);
        Mutation { edits: vec![Edit { span, text: text.into() }], places: vec![place] }
    }
}
