//! Sub-paragraphs whose labels are out of order or in another form.

use std::ops::Range;

use rapporteur_lint::Edit;

use super::{Defect, MOST, Mutation, document::Document};

const LABELS: &[&str] = &["subparagraph-label", "subparagraph-sequence"];

pub const ALL: &[Defect] = &[
    Defect { name: "label skipped", rules: LABELS, least: MOST, mutations: |d, _, _| shifted(d, 1) },
    Defect { name: "label doubled", rules: LABELS, least: MOST, mutations: |d, _, _| shifted(d, -1) },
    Defect { name: "labels swapped", rules: LABELS, least: MOST, mutations: |d, _, _| swapped(d) },
    Defect { name: "label in another form", rules: LABELS, least: MOST, mutations: |d, _, _| other_form(d) },
];

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
/// The letters in the order in which they count in Arabic.
const ARABIC: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

/// The line of a sub-paragraph.
struct Labelled {
    /// The letter, in the text.
    letter: Range<usize>,
    /// Its place in the alphabet.
    ordinal: usize,
    /// The whole line.
    line: Range<usize>,
}

/// The sub-paragraphs that follow upon each other a, b, c …, at least two, with nothing between them: none of them is of
/// the level below, where an i may be a number.
fn lists(document: &Document) -> Vec<Vec<Labelled>> {
    let (Some(first), Some(last)) = (document.clauses.first(), document.clauses.last()) else { return Vec::new() };
    let mut lists: Vec<Vec<Labelled>> = Vec::new();
    let mut broken = true;
    let mut at = 0;
    for line in document.text.split('\n') {
        let start = at;
        at += line.len() + 1;
        // Below the last clause its own list may follow, and then the annexes.
        let below = start > last.span.end && line.starts_with(['#', '*', '[']);
        if below {
            break;
        }
        if start < first.span.start || line.trim().is_empty() {
            continue;
        }
        let Some(labelled) = labelled(document, line, start) else {
            broken = true;
            continue;
        };
        match lists.last_mut() {
            Some(list) if !broken && list.last().is_some_and(|last| last.ordinal + 1 == labelled.ordinal) => {
                list.push(labelled);
            }
            _ => lists.push(vec![labelled]),
        }
        broken = false;
    }
    lists.retain(|list| list.len() > 1 && list[0].ordinal == 0);
    lists
}

/// A line that begins `(a) ` or `a) `.
fn labelled(document: &Document, line: &str, start: usize) -> Option<Labelled> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let letter = inner.chars().next()?;
    let at = start + line.len() - inner.len();
    let ordinal = alphabet(document).chars().position(|known| known == letter)?;
    let closed = inner[letter.len_utf8()..].starts_with(") ");
    let line = start..start + line.len();
    closed.then_some(Labelled { letter: at..at + letter.len_utf8(), ordinal, line })
}

fn alphabet(document: &Document) -> &'static str {
    if document.language.code() == "ar" { ARABIC } else { LATIN }
}

fn relabel(document: &Document, labelled: &Labelled, ordinal: usize) -> Option<Edit> {
    let letter = alphabet(document).chars().nth(ordinal)?;
    Some(Edit { span: labelled.letter.clone(), text: letter.to_string() })
}

/// From a sub-paragraph on all labels are one further, or one back: a, b, d, e or a, b, b, c.
fn shifted(document: &Document, by: isize) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    for list in lists(document) {
        for from in usize::from(by < 0)..list.len() {
            let edits = list[from..].iter().filter_map(|l| relabel(document, l, l.ordinal.checked_add_signed(by)?));
            let places = list[from.saturating_sub(1)..=from].iter().map(|labelled| labelled.line.clone()).collect();
            mutations.push(Mutation { edits: edits.collect(), places });
        }
    }
    mutations
}

fn swapped(document: &Document) -> Vec<Mutation> {
    let swap = |pair: &[Labelled]| {
        let edits = vec![relabel(document, &pair[0], pair[1].ordinal)?, relabel(document, &pair[1], pair[0].ordinal)?];
        Some(Mutation { edits, places: pair.iter().map(|labelled| labelled.line.clone()).collect() })
    };
    lists(document).iter().flat_map(|list| list.windows(2).filter_map(swap).collect::<Vec<_>>()).collect()
}

/// The bracket before the letter is left out, or one is added: each language has the one form or the other.
fn other_form(document: &Document) -> Vec<Mutation> {
    let mutate = |labelled: &Labelled| match labelled.letter.start - labelled.line.start {
        0 => Mutation::replace(document, labelled.line.start..labelled.line.start, "("),
        _ => Mutation::replace(document, labelled.line.start..labelled.letter.start, ""),
    };
    lists(document).iter().flatten().map(mutate).collect()
}
