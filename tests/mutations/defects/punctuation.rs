//! Clauses that end in the mark of the other part, or in none.

use std::ops::Range;

use super::{
    Defect, MOST, Mutation,
    document::{Clause, Document, Part},
};

const MARKS: &[&str] = &["operative-punctuation", "preamble-punctuation"];

pub const ALL: &[Defect] = &[
    Defect {
        name: "semicolon for comma",
        rules: MARKS,
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| is(d, c, Part::Preamble, COMMAS).then_some(SEMICOLONS)),
    },
    Defect {
        name: "comma for semicolon",
        rules: MARKS,
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| is(d, c, Part::Operative, SEMICOLONS).then_some(COMMAS)),
    },
    Defect {
        name: "full stop for semicolon",
        rules: MARKS,
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| is(d, c, Part::Operative, SEMICOLONS).then_some(STOPS)),
    },
    Defect {
        name: "semicolon for the last full stop",
        rules: MARKS,
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| (is(d, c, Part::Operative, STOPS) && is_last(d, c)).then_some(SEMICOLONS)),
    },
    Defect {
        name: "comma dropped",
        rules: MARKS,
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| is(d, c, Part::Preamble, COMMAS).then_some(NONE)),
    },
    Defect {
        name: "semicolon dropped",
        rules: MARKS,
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| is(d, c, Part::Operative, SEMICOLONS).then_some(NONE)),
    },
    Defect {
        name: "last full stop dropped",
        rules: MARKS,
        least: MOST,
        mutations: |d, _, _| each(d, |d, c| (is(d, c, Part::Operative, STOPS) && is_last(d, c)).then_some(NONE)),
    },
];

/// A mark as the scripts have it: Latin and Cyrillic, Arabic, Chinese.
type Mark = [&'static str; 3];

const COMMAS: Mark = [",", "،", "，"];
const SEMICOLONS: Mark = [";", "؛", "；"];
const STOPS: Mark = [".", ".", "。"];
const NONE: Mark = [""; 3];

fn each(document: &Document, change: impl Fn(&Document, &Clause) -> Option<Mark>) -> Vec<Mutation> {
    let script = match document.language.code() {
        "ar" => 1,
        "zh" => 2,
        _ => 0,
    };
    let mutate = |clause: &Clause| {
        let mark = change(document, clause)?[script];
        Some(Mutation::replace(document, end_mark(document, clause)?, mark))
    };
    document.clauses.iter().filter_map(mutate).collect()
}

/// Whether a clause is of a part and ends in this mark: only a right one can be made wrong.
fn is(document: &Document, clause: &Clause, part: Part, mark: Mark) -> bool {
    let printed = end_mark(document, clause).map(|span| &document.text[span]);
    clause.part == part && printed.is_some_and(|printed| mark.contains(&printed))
}

/// Whether no clause follows under the same enacting line, and no sub-paragraph.
fn is_last(document: &Document, clause: &Clause) -> bool {
    let follows = |other: &Clause| other.enactment == clause.enactment && other.span.start > clause.span.start;
    let behind = document.text[clause.span.end..].trim_start();
    !document.clauses.iter().any(follows) && !behind.starts_with(['(', 'a', '’'])
}

/// The last mark of a clause, before the notes that may be called behind it.
fn end_mark(document: &Document, clause: &Clause) -> Option<Range<usize>> {
    let mut text = document.text[clause.span.clone()].trim_end();
    while let Some(before) = text.strip_suffix(']').and_then(|text| text.rfind("[^").map(|at| &text[..at])) {
        text = before.trim_end();
    }
    let mark = text.chars().next_back()?;
    let end = clause.span.start + text.len();
    [COMMAS, SEMICOLONS, STOPS].concat().contains(&&*mark.to_string()).then_some(end - mark.len_utf8()..end)
}
