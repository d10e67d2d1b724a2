//! Holds that the rules are keen: published resolutions are broken, one defect at a time, and the rules find it.
//!
//! Each defect is made at random places of the corpus where its rules find nothing, always the same ones. It counts as
//! found where one of the rules that are about it finds something in the paragraph that is broken, or in one that
//! it disagrees with now. What a defect is and is not is said where it is made; nothing here asks the rules, or the
//! reader of drafts, what they can find. README.md has the result; `RAPPORTEUR_UPDATE=1` writes it anew.
//! `RAPPORTEUR_MUTATIONS=misses` lists what was not found, with its place and the broken text, and
//! `RAPPORTEUR_MUTATIONS=all` breaks every place that can be broken; a filter narrows that down:
//! `cargo test --release -p rapporteur-tests --test mutations -- --nocapture "en: wrong day"`.
#![allow(clippy::print_stdout)]

#[path = "../support/committed.rs"]
mod committed;
mod defects;
#[path = "../support/mod.rs"]
mod support;
mod trial;

use std::{
    collections::BTreeMap,
    fmt::Write,
    path::Path,
    process::ExitCode,
    sync::{Arc, Mutex, OnceLock},
};

use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::Language;

use committed::{assert_part, root};
use defects::Defect;
use trial::{Amount, Library, Score};

/// The defects whose rules are still to come.
const LEFT_OUT: &[&str] = &[];

/// What was found, by defect and language.
type Scores = Arc<Mutex<BTreeMap<(&'static str, &'static str), Score>>>;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let corpus = support::shared().map(|shared| shared.join("corpus"));
    if corpus.is_none() {
        println!("skipped: the corpus is not here; set RAPPORTEUR_SHARED to the folder that holds it");
    }
    let scores = Scores::default();
    let mut trials = Vec::new();
    for language in Language::all() {
        let library: Arc<OnceLock<Library>> = Arc::default();
        for defect in tried() {
            let (library, scores) = (Arc::clone(&library), Arc::clone(&scores));
            let folder = corpus.clone().unwrap_or_default();
            let run = move || hold(defect, library.get_or_init(|| open(&folder, language)), language, &scores);
            trials.push(
                Trial::test(format!("{}: {}", language.code(), defect.name), run).with_ignored_flag(corpus.is_none()),
            );
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    // A part of the defects makes no table.
    if conclusion.num_filtered_out == 0 && conclusion.num_ignored == 0 {
        assert_part(
            &root().join("tests/mutations/README.md"),
            "found",
            &table(&scores.lock().expect("no trial has panicked")),
        );
    }
    conclusion.exit_code()
}

fn tried() -> impl Iterator<Item = &'static Defect> {
    defects::all().filter(|defect| !LEFT_OUT.contains(&defect.name))
}

fn open(corpus: &Path, language: Language) -> Library {
    Library::new(defects::read_all(corpus, language).expect("the corpus can be read"))
}

fn hold(defect: &'static Defect, library: &Library, language: Language, scores: &Scores) -> Result<(), Failed> {
    let wish = std::env::var("RAPPORTEUR_MUTATIONS").unwrap_or_default();
    let score = library.try_out(defect, if wish == "all" { Amount::ALL } else { Amount::SAMPLE });
    if wish == "misses" || wish == "all" {
        for miss in &score.misses {
            println!("{}, {}: {miss}", language.code(), defect.name);
        }
    }
    let (made, found, least) = (score.made, score.found, defect.least);
    scores.lock().expect("no trial has panicked").insert((defect.name, language.code()), score);
    if 100.0 * found as f64 >= least * made as f64 {
        return Ok(());
    }
    Err(format!("{found} of {made} are found, less than {least} in 100; RAPPORTEUR_MUTATIONS=misses lists the others")
        .into())
}

/// A row for each defect, a column for each language: how many of how many were found.
fn table(scores: &BTreeMap<(&str, &str), Score>) -> String {
    let languages: Vec<Language> = Language::all().collect();
    let mut table = String::from("| defect |");
    for language in &languages {
        write!(table, " {} |", language.code()).expect("memory can be written");
    }
    table += " found |\n|---|";
    table += &"--:|".repeat(languages.len() + 1);
    for defect in tried() {
        write!(table, "\n| {} |", defect.name).expect("memory can be written");
        let (mut made, mut found) = (0, 0);
        for language in &languages {
            let score = &scores[&(defect.name, language.code())];
            (made, found) = (made + score.made, found + score.found);
            let cell = if score.made == 0 { "–".to_owned() } else { format!("{}/{}", score.found, score.made) };
            write!(table, " {cell} |").expect("memory can be written");
        }
        write!(table, " {:.1} % |", 100.0 * found as f64 / made.max(1) as f64).expect("memory can be written");
    }
    table + "\n"
}
