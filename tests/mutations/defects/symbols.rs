//! Mistyped symbols of documents.

use std::{collections::HashSet, ops::Range};

use fastrand::Rng;

use super::{Defect, Known, MOST, Mutation, document::Document};

const SYMBOLS: &[&str] = &["symbol-broken", "symbol-malformed", "symbol-near-miss"];

pub const ALL: &[Defect] = &[
    Defect {
        name: "letter of a symbol dropped",
        rules: SYMBOLS,
        least: MOST,
        mutations: |d, k, rng| words(d, k, rng, dropped),
    },
    Defect {
        name: "letter of a symbol doubled",
        rules: SYMBOLS,
        least: MOST,
        mutations: |d, k, rng| words(d, k, rng, doubled),
    },
    Defect {
        name: "letters of a symbol swapped",
        rules: SYMBOLS,
        least: MOST,
        mutations: |d, k, rng| words(d, k, rng, swapped),
    },
    Defect {
        name: "symbol in lower case",
        rules: SYMBOLS,
        least: MOST,
        mutations: |d, k, rng| words(d, k, rng, lowered),
    },
    Defect { name: "stroke of a symbol lost", rules: SYMBOLS, least: MOST, mutations: |d, _, rng| lost(d, rng, '/') },
    Defect { name: "point of a symbol lost", rules: SYMBOLS, least: MOST, mutations: |d, _, rng| lost(d, rng, '.') },
    Defect { name: "figure of a session doubled", rules: SYMBOLS, least: MOST, mutations: |d, _, _| sessions(d) },
];

/// The series whose symbols are broken.
const SERIES: [&str; 3] = ["A/", "E/", "S/"];

/// The symbols of a text below its masthead, outside addresses.
pub fn symbols(document: &Document) -> Vec<Range<usize>> {
    let from = document.clauses.first().map_or(document.text.len(), |clause| clause.span.start);
    let mut symbols = Vec::new();
    let mut at = from;
    while let Some(found) = document.text[at..].find(SERIES.map(|series| series.chars().next().unwrap_or_default())) {
        let start = at + found;
        at = start + 1;
        let rest = &document.text[start..];
        let before = document.text[..start].chars().next_back();
        let begins = before.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '/' | '-' | '.' | '_'));
        if !begins || !SERIES.iter().any(|series| rest.starts_with(series)) {
            continue;
        }
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
        let symbol = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        let symbol = symbol.trim_end_matches(['.', '-', '/']);
        at = start + symbol.len().max(1);
        if symbol.matches('/').count() > 1 && symbol.bytes().any(|byte| byte.is_ascii_digit()) {
            symbols.push(start..start + symbol.len());
        }
    }
    symbols
}

/// The words that stand in symbols of these documents: `HRC`, `RES`, `Add`.
pub fn attested(documents: &[Document]) -> HashSet<String> {
    let texts = documents.iter().flat_map(|document| symbols(document).into_iter().map(|span| &document.text[span]));
    texts.flat_map(|symbol| symbol.split(|c: char| !c.is_ascii_alphabetic())).map(str::to_owned).collect()
}

/// The kinds of documents of one letter, which few symbols of these texts have: drafts of limited and restricted
/// distribution.
const KINDS: [&str; 2] = ["L", "R"];

/// Changes one word of more than a letter in each symbol. What makes another word that symbols have is no defect.
fn words(document: &Document, known: &Known, rng: &mut Rng, change: fn(&str, &mut Rng) -> String) -> Vec<Mutation> {
    let mutate = |symbol: Range<usize>| {
        let text = &document.text[symbol.clone()];
        let mut words: Vec<Range<usize>> = Vec::new();
        for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()) {
            match words.last_mut() {
                Some(word) if word.end == at => word.end += 1,
                _ => words.push(at..at + 1),
            }
        }
        words.retain(|word| word.len() > 1);
        let word = rng.choice(&words)?.clone();
        let changed = change(&text[word.clone()], rng);
        let span = symbol.start + word.start..symbol.start + word.end;
        let legal = changed == text[word] || known.symbol_words.contains(&changed) || KINDS.contains(&&*changed);
        (!legal).then(|| Mutation::replace(document, span, changed))
    };
    symbols(document).into_iter().filter_map(mutate).collect()
}

fn dropped(word: &str, rng: &mut Rng) -> String {
    let mut word = word.to_owned();
    word.remove(rng.usize(..word.len()));
    word
}

fn doubled(word: &str, rng: &mut Rng) -> String {
    let at = rng.usize(..word.len());
    format!("{}{}", &word[..=at], &word[at..])
}

fn swapped(word: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = rng.usize(..letters.len() - 1);
    letters.swap(at, at + 1);
    letters.into_iter().collect()
}

fn lowered(word: &str, _: &mut Rng) -> String {
    word.to_lowercase()
}

/// A stroke or a point is lost. Between two figures the number that this makes may be a right one (`A/72/80`, `A/7280`),
/// and behind the first letter a name of something else (`A74/1`, `S2023/1`).
fn lost(document: &Document, rng: &mut Rng, mark: char) -> Vec<Mutation> {
    let mutate = |symbol: Range<usize>| {
        let text = &document.text[symbol.clone()];
        let bytes = text.as_bytes();
        let figure = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let marks = text.match_indices(mark).map(|(at, _)| at);
        let marks: Vec<usize> = marks.filter(|at| *at > 1 && !(figure(at - 1) && figure(at + 1))).collect();
        let at = symbol.start + *rng.choice(&marks)?;
        Some(Mutation::replace(document, at..at + 1, ""))
    };
    symbols(document).into_iter().filter_map(mutate).collect()
}

/// The session of the General Assembly has a figure too many: `A/778/1`.
fn sessions(document: &Document) -> Vec<Mutation> {
    let mutate = |symbol: Range<usize>| {
        let rest = document.text[symbol.clone()].strip_prefix("A/")?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let at = symbol.start + 2 + digits;
        let figure = document.text[at - 1..at].to_owned();
        (digits == 2 && rest[digits..].starts_with('/')).then(|| Mutation::replace(document, at..at, figure))
    };
    symbols(document).into_iter().filter_map(mutate).collect()
}
