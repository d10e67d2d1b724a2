//! What it costs to read and to check a draft. Run by `cargo bench -p rapporteur-lint`.

#![allow(clippy::print_stdout, reason = "what is skipped is said")]

#[path = "../../draft/tests/support/adversarial.rs"]
mod adversarial;
#[path = "../../rapporteur/benches/support/drafts.rs"]
mod drafts;
#[path = "../../../tests/support/mod.rs"]
mod official;

use std::{fs, path::PathBuf};

use divan::{Bencher, black_box, counter::BytesCount};
use rapporteur_assist::Query;
use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{Settings, check};
use rapporteur_registry::Registry;

/// An ordinary draft, a long one, and one that nobody has written.
const SIZES: [usize; 3] = [25_000, 75_000, 5_000_000];

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES)]
fn read(bencher: Bencher<'_, '_>, size: usize) {
    let text = drafts::english(size);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| Draft::read(black_box(&text), &Hints::default()));
}

#[divan::bench(name = "check", args = SIZES)]
fn check_alone(bencher: Bencher<'_, '_>, size: usize) {
    let (registry, settings, text) = (Registry::embedded(), Settings::default(), drafts::english(size));
    let draft = Draft::read(&text, &Hints::default());
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| check(black_box(&text), &draft, &registry, &settings));
}

#[divan::bench(args = SIZES)]
fn read_and_check(bencher: Bencher<'_, '_>, size: usize) {
    let (registry, settings, text) = (Registry::embedded(), Settings::default(), drafts::french(size));
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| lint(black_box(&text), &registry, &settings));
}

/// A letter is typed in the middle of a draft that has been read.
#[divan::bench(args = SIZES)]
fn update_and_check(bencher: Bencher<'_, '_>, size: usize) {
    let (registry, settings, mut text) = (Registry::embedded(), Settings::default(), drafts::french(size));
    let draft = Draft::read(&text, &Hints::default());
    let middle = text.char_indices().map(|(at, _)| at).find(|at| *at >= size / 2).unwrap_or(0);
    text.insert(middle, 'e');
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let draft = draft.update(black_box(&text), &Hints::default());
        check(&text, &draft, &registry, &settings)
    });
}

/// The published texts in a language, one after the other.
#[divan::bench(sample_count = 10, args = ["ar", "en", "es", "fr", "ru", "zh"])]
fn corpus(bencher: Bencher<'_, '_>, language: &str) {
    let texts = published(language);
    if texts.is_empty() {
        println!("skipped: the corpus is not here; set RAPPORTEUR_SHARED to the folder that holds it");
        return;
    }
    let (registry, settings) = (Registry::embedded(), Settings::default());
    let size: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(size))
        .bench_local(|| texts.iter().map(|text| lint(text, &registry, &settings)).sum::<usize>());
}

/// Completion where a number is being typed.
#[divan::bench]
fn completion(bencher: Bencher<'_, '_>) {
    let (registry, text) = (Registry::embedded(), drafts::english(SIZES[0]));
    let draft = Draft::read(&text, &Hints::default());
    let number = text.find("65/230").map_or(0, |at| at + "65/2".len());
    complete_at(bencher, &registry, &text, &draft, number);
}

/// Completion where a paragraph is opened, in the middle of a draft.
#[divan::bench]
fn completion_of_a_verb(bencher: Bencher<'_, '_>) {
    let (registry, mut text) = (Registry::embedded(), drafts::english(SIZES[1]));
    let middle = text[text.len() / 2..].find("\n\n").map_or(0, |at| text.len() / 2 + at + 2);
    text.insert_str(middle, "*Re\n\n");
    let draft = Draft::read(&text, &Hints::default());
    complete_at(bencher, &registry, &text, &draft, middle + "*Re".len());
}

fn complete_at(bencher: Bencher<'_, '_>, registry: &Registry, text: &str, draft: &Draft, offset: usize) {
    let settings = &Settings::default();
    let query = Query { text, offset, draft, read: text, registry, settings, name: None, trigger: None };
    bencher.bench_local(|| rapporteur_assist::complete(black_box(&query)));
}

/// Texts made to cost more than their length: of two sizes, so that the cost can be seen to grow no faster.
#[divan::bench(args = [250_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn adversarial(bencher: Bencher<'_, '_>, size: usize) {
    let (registry, settings) = (Registry::embedded(), Settings::default());
    let texts: Vec<String> = adversarial::TEXTS.iter().map(|parts| adversarial::text(*parts, size)).collect();
    let size: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(size))
        .bench_local(|| texts.iter().map(|text| lint(text, &registry, &settings)).sum::<usize>());
}

/// Reads and checks a text; gives how much is found.
fn lint(text: &str, registry: &Registry, settings: &Settings) -> usize {
    check(text, &Draft::read(text, &Hints::default()), registry, settings).len()
}

fn published(language: &str) -> Vec<String> {
    let Some(shared) = official::shared() else { return Vec::new() };
    let mut texts = Vec::new();
    for body in fs::read_dir(shared.join("corpus")).into_iter().flatten().flatten() {
        let mut files: Vec<PathBuf> =
            fs::read_dir(body.path()).into_iter().flatten().flatten().map(|file| file.path()).collect();
        files.retain(|file| file.to_string_lossy().ends_with(&format!(".{language}.md")));
        files.sort();
        texts.extend(files.iter().filter_map(|file| fs::read_to_string(file).ok()));
    }
    texts
}
