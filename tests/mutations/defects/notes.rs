//! Calls and definitions of notes dropped, doubled and swapped.

use std::{collections::BTreeMap, ops::Range};

use rapporteur_lint::Edit;

use super::{Defect, Mutation, NEARLY_ALL, document::Document};

const NOTES: &[&str] = &["footnote-duplicate", "footnote-sequence", "footnote-undefined", "footnote-unused"];

pub const ALL: &[Defect] = &[
    Defect { name: "note call dropped", rules: NOTES, least: NEARLY_ALL, mutations: |d, _, _| calls_dropped(d) },
    Defect { name: "note call doubled", rules: NOTES, least: NEARLY_ALL, mutations: |d, _, _| calls_doubled(d) },
    Defect { name: "note calls swapped", rules: NOTES, least: NEARLY_ALL, mutations: |d, _, _| calls_swapped(d) },
    Defect {
        name: "note definition dropped",
        rules: NOTES,
        least: NEARLY_ALL,
        mutations: |d, _, _| definitions_dropped(d),
    },
    Defect {
        name: "note definition doubled",
        rules: NOTES,
        least: NEARLY_ALL,
        mutations: |d, _, _| definitions_doubled(d),
    },
    Defect {
        name: "note definitions swapped",
        rules: NOTES,
        least: NEARLY_ALL,
        mutations: |d, _, _| definitions_swapped(d),
    },
];

/// Where a number is called or defined.
type Places = Vec<Range<usize>>;

/// A note that is called once and defined once.
struct Note {
    number: u32,
    /// `[^1]`.
    call: Range<usize>,
    /// `[^1]` before the colon.
    definition: Range<usize>,
}

/// The notes of a text in the order of their numbers, but for those that are called or defined more than once.
fn notes(document: &Document) -> Vec<Note> {
    let mut found: BTreeMap<u32, (Places, Places)> = BTreeMap::new();
    for (start, _) in document.text.match_indices("[^") {
        let rest = &document.text[start + 2..];
        let Some(close) = rest.find(']') else { continue };
        let Ok(number) = rest[..close].parse() else { continue };
        let (calls, definitions) = found.entry(number).or_default();
        let is_definition = rest[close..].starts_with("]:") && document.line_span(start).start == start;
        if is_definition { definitions } else { calls }.push(start..start + close + 3);
    }
    let once = |(number, (calls, definitions)): (u32, (Places, Places))| {
        let [call] = calls.as_slice() else { return None };
        let [definition] = definitions.as_slice() else { return None };
        Some(Note { number, call: call.clone(), definition: definition.clone() })
    };
    found.into_iter().filter_map(once).collect()
}

fn label(span: &Range<usize>, number: u32) -> Edit {
    Edit { span: span.clone(), text: format!("[^{number}]") }
}

/// The lines in which these places lie.
fn lines<'a>(document: &Document, spans: impl IntoIterator<Item = &'a Range<usize>>) -> Vec<Range<usize>> {
    spans.into_iter().map(|span| document.line_span(span.start)).collect()
}

/// The definition is called no more, and the call behind leaves out a number.
fn calls_dropped(document: &Document) -> Vec<Mutation> {
    let mutate = |note: &Note| Mutation {
        edits: vec![Edit { span: note.call.clone(), text: String::new() }],
        places: lines(document, [&note.call, &note.definition]),
    };
    notes(document).iter().map(mutate).collect()
}

/// Two calls have the number of the first; the definition of the other is called no more.
fn calls_doubled(document: &Document) -> Vec<Mutation> {
    each_pair(document, |document, first, second| Mutation {
        edits: vec![label(&second.call, first.number)],
        places: lines(document, [&second.call, &second.definition]),
    })
}

fn calls_swapped(document: &Document) -> Vec<Mutation> {
    each_pair(document, |document, first, second| Mutation {
        edits: vec![label(&first.call, second.number), label(&second.call, first.number)],
        places: lines(document, [&first.call, &second.call]),
    })
}

fn definitions_dropped(document: &Document) -> Vec<Mutation> {
    let mutate = |note: &Note| Mutation {
        edits: vec![Edit { span: document.line_span(note.definition.start), text: String::new() }],
        places: lines(document, [&note.call]),
    };
    notes(document).iter().map(mutate).collect()
}

/// One number is defined twice, and the other call leads nowhere.
fn definitions_doubled(document: &Document) -> Vec<Mutation> {
    each_pair(document, |document, first, second| Mutation {
        edits: vec![label(&second.definition, first.number)],
        places: lines(document, [&second.call, &first.definition, &second.definition]),
    })
}

/// The definitions stand in another order than their calls: one of the two has the words of the other.
fn definitions_swapped(document: &Document) -> Vec<Mutation> {
    each_pair(document, |document, first, second| Mutation {
        edits: vec![label(&first.definition, second.number), label(&second.definition, first.number)],
        places: lines(document, [&first.definition, &second.definition]),
    })
}

/// Breaks each two notes that follow upon each other.
fn each_pair(document: &Document, mutate: impl Fn(&Document, &Note, &Note) -> Mutation) -> Vec<Mutation> {
    let notes = notes(document);
    let neighbours = notes.windows(2).filter(|pair| pair[0].number + 1 == pair[1].number);
    neighbours.map(|pair| mutate(document, &pair[0], &pair[1])).collect()
}
