//! Operative paragraphs with wrong numbers.

use std::ops::Range;

use fastrand::Rng;
use rapporteur_lint::Edit;

use super::{
    Defect, Known, Mutation, NEARLY_ALL,
    citations::mistype,
    document::{Clause, Document},
};

const NUMBERING: &[&str] = &["paragraph-numbering", "paragraph-unnumbered"];

pub const ALL: &[Defect] = &[
    Defect {
        name: "paragraph number skipped",
        rules: NUMBERING,
        least: NEARLY_ALL,
        mutations: |d, _, _| shifted(d, 1),
    },
    Defect {
        name: "paragraph number doubled",
        rules: NUMBERING,
        least: NEARLY_ALL,
        mutations: |d, _, _| shifted(d, -1),
    },
    Defect { name: "paragraph number mistyped", rules: NUMBERING, least: NEARLY_ALL, mutations: mistyped },
    Defect { name: "paragraph number left out", rules: NUMBERING, least: NEARLY_ALL, mutations: |d, _, _| left_out(d) },
    Defect {
        name: "stop behind a number lost",
        rules: NUMBERING,
        least: NEARLY_ALL,
        mutations: |d, _, _| stop_lost(d),
    },
];

/// A numbered clause with its number, where the figures stand, and the clauses before and behind it.
struct Numbered<'a> {
    clause: &'a Clause,
    number: u32,
    figures: &'a Range<usize>,
    places: Vec<Range<usize>>,
}

/// The clauses that count 1, 2, 3 … in one go; a section or a part may begin anew.
fn runs(document: &Document) -> Vec<Vec<Numbered<'_>>> {
    let mut runs: Vec<Vec<Numbered<'_>>> = Vec::new();
    for clause in &document.clauses {
        let Some((number, figures)) = &clause.number else { continue };
        let previous = runs.last().and_then(|run| run.last()).map(|last| last.number);
        let numbered = Numbered { clause, number: *number, figures, places: vec![clause.span.clone()] };
        match runs.last_mut() {
            Some(run) if previous.map(|previous| previous + 1) == Some(*number) => run.push(numbered),
            _ => runs.push(vec![numbered]),
        }
    }
    // What does not begin at 1 has lost something already.
    runs.retain(|run| run.len() > 1 && run[0].number == 1);
    for run in &mut runs {
        let spans: Vec<Range<usize>> = run.iter().map(|numbered| numbered.clause.span.clone()).collect();
        for (index, numbered) in run.iter_mut().enumerate() {
            numbered.places = spans[index.saturating_sub(1)..spans.len().min(index + 2)].to_vec();
        }
    }
    runs
}

/// From a paragraph on all numbers are one more or one less: 1, 2, 4, 5 or 1, 2, 2, 3. The first number of all is not made
/// less; that of a later part is not changed, since it may go on counting; and a section may begin again with 1.
fn shifted(document: &Document, by: i32) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    for (index, run) in runs(document).iter().enumerate() {
        let from = usize::from(index > 0 || by < 0);
        let may_restart = |at: usize| by < 0 && at == 1 && run[at].clause.opens_section;
        for first in (from..run.len()).filter(|at| !may_restart(*at)) {
            let edit = |numbered: &Numbered<'_>| Edit {
                span: numbered.figures.clone(),
                text: numbered.number.saturating_add_signed(by).to_string(),
            };
            let edits = run[first..].iter().map(edit).collect();
            mutations.push(Mutation { edits, places: run[first].places.clone() });
        }
    }
    mutations
}

/// One number is another. A section may begin again with 1.
fn mistyped(document: &Document, _: &Known, rng: &mut Rng) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    for numbered in runs(document).iter().flat_map(|run| &run[1..]) {
        let text = mistype(&numbered.number.to_string(), rng).filter(|text| !text.is_empty());
        let text = text.filter(|text| text != "1" || !numbered.clause.opens_section);
        let edits = text.map(|text| vec![Edit { span: numbered.figures.clone(), text }]);
        mutations.extend(edits.map(|edits| Mutation { edits, places: numbered.places.clone() }));
    }
    mutations
}

fn left_out(document: &Document) -> Vec<Mutation> {
    let mutate = |numbered: &Numbered<'_>| {
        let edit = Edit { span: numbered.figures.start..numbered.clause.content, text: String::new() };
        Mutation { edits: vec![edit], places: numbered.places.clone() }
    };
    runs(document).iter().flatten().map(mutate).collect()
}

fn stop_lost(document: &Document) -> Vec<Mutation> {
    let mutate = |numbered: &Numbered<'_>| {
        let edit = Edit { span: numbered.figures.end..numbered.clause.content, text: " ".to_owned() };
        Mutation { edits: vec![edit], places: numbered.places.clone() }
    };
    runs(document).iter().flatten().map(mutate).collect()
}
