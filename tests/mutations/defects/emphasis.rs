//! The words that open a clause without their emphasis, or with it elsewhere.

use fastrand::Rng;
use rapporteur_lint::Edit;

use super::{
    Defect, Known, MOST, Mutation, NEARLY_ALL,
    document::{Clause, Document},
};

const ITALICS: &[&str] = &["operative-verb-italics", "preambular-verb-italics"];
const EXTENT: &[&str] = &["verb-italics-extent"];

pub const ALL: &[Defect] = &[
    Defect { name: "emphasis dropped", rules: ITALICS, least: NEARLY_ALL, mutations: |d, _, _| each(d, dropped) },
    Defect { name: "mark of emphasis lost", rules: ITALICS, least: NEARLY_ALL, mutations: mark_lost },
    Defect { name: "emphasis on other words", rules: ITALICS, least: NEARLY_ALL, mutations: |d, _, _| each(d, moved) },
    Defect {
        name: "emphasis too long",
        rules: EXTENT,
        least: MOST,
        mutations: |d, k, _| each(d, |d, c| too_long(d, k, c)),
    },
    Defect {
        name: "emphasis too short",
        rules: EXTENT,
        least: MOST,
        mutations: |d, k, _| each(d, |d, c| too_short(d, k, c)),
    },
];

fn each(document: &Document, mutate: impl Fn(&Document, &Clause) -> Option<Vec<Edit>>) -> Vec<Mutation> {
    let mutation =
        |clause: &Clause| Some(Mutation { edits: mutate(document, clause)?, places: vec![clause.span.clone()] });
    document.clauses.iter().filter_map(mutation).collect()
}

/// Puts something in the place of the opening and the closing mark.
fn marks(clause: &Clause, opening: &str, closing: &str) -> Vec<Edit> {
    let phrase = &clause.phrase;
    vec![
        Edit { span: phrase.start - clause.marks..phrase.start, text: opening.to_owned() },
        Edit { span: phrase.end..phrase.end + clause.marks, text: closing.to_owned() },
    ]
}

fn dropped(_: &Document, clause: &Clause) -> Option<Vec<Edit>> {
    Some(marks(clause, "", ""))
}

fn mark_lost(document: &Document, _: &Known, rng: &mut Rng) -> Vec<Mutation> {
    let mark = |clause: &Clause| document.text[clause.phrase.start - clause.marks..clause.phrase.start].to_owned();
    let lost = |clause: &Clause| {
        let mark = mark(clause);
        let edits = if rng.bool() { marks(clause, "", &mark) } else { marks(clause, &mark, "") };
        Mutation { edits, places: vec![clause.span.clone()] }
    };
    document.clauses.iter().map(lost).collect()
}

/// The emphasis stands on the word behind the phrase.
fn moved(document: &Document, clause: &Clause) -> Option<Vec<Edit>> {
    let (start, end) = word_behind(document, clause)?;
    let mark = document.text[clause.phrase.start - clause.marks..clause.phrase.start].to_owned();
    let mut edits = marks(clause, "", "");
    edits.extend([start, end].map(|at| Edit { span: at..at, text: mark.clone() }));
    Some(edits)
}

/// The emphasis takes in the word behind the phrase. Where that makes a phrase that some resolution has ("Takes note
/// with"), it is none the worse.
fn too_long(document: &Document, known: &Known, clause: &Clause) -> Option<Vec<Edit>> {
    let (start, end) = word_behind(document, clause)?;
    let phrase = &document.text[clause.phrase.clone()];
    let longer = format!("{phrase}{}", &document.text[clause.phrase.end + clause.marks..end]);
    if known.phrases.contains(&longer) || start - clause.phrase.end - clause.marks > 1 {
        return None;
    }
    let closing = clause.phrase.end..clause.phrase.end + clause.marks;
    let mark = document.text[closing.clone()].to_owned();
    Some(vec![Edit { span: closing, text: String::new() }, Edit { span: end..end, text: mark }])
}

/// The adverbs that say that a verb comes again. They belong to the phrase without any doubt, while "with appreciation"
/// may be left out of it.
const ADVERBS: [&str; 12] = [
    " also",
    " further",
    " également",
    " en outre",
    " también",
    " además",
    " также",
    " далее",
    " أيضا",
    " كذلك",
    " أيضاً",
    " reiteradamente",
];

/// The emphasis leaves out the adverb at the end of the phrase.
fn too_short(document: &Document, _: &Known, clause: &Clause) -> Option<Vec<Edit>> {
    let phrase = &document.text[clause.phrase.clone()];
    let adverb = ADVERBS.iter().find(|adverb| phrase.ends_with(*adverb))?;
    let end = clause.phrase.end - adverb.len();
    let closing = clause.phrase.end..clause.phrase.end + clause.marks;
    let mark = document.text[closing.clone()].to_owned();
    Some(vec![Edit { span: end..end, text: mark }, Edit { span: closing, text: String::new() }])
}

/// The word behind the phrase, if one follows at once: in a language without spaces, the character.
fn word_behind(document: &Document, clause: &Clause) -> Option<(usize, usize)> {
    let behind = clause.phrase.end + clause.marks;
    let rest = &document.text[behind..clause.span.end];
    let start = behind + rest.len() - rest.trim_start_matches(' ').len();
    let rest = &document.text[start..clause.span.end];
    let first = rest.chars().next().filter(|c| c.is_alphabetic())?;
    let is_ideograph = ('\u{3400}'..='\u{9fff}').contains(&first);
    let ends = |c: char| !c.is_alphanumeric() && !matches!(c, '\u{64b}'..='\u{652}');
    let length = if is_ideograph { first.len_utf8() } else { rest.find(ends)? };
    Some((start, start + length))
}
