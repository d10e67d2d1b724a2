//! The editor and the command line find the same in every official text and seed. There are so many that it needs a program
//! that is fast; `tests/run one-truth` runs it so.
#![allow(clippy::print_stdout)]

#[path = "../../../tests/support/mod.rs"]
mod corpus;
mod support;

use support::truth::{Stored, compare};

#[test]
fn editor_and_terminal_find_the_same_in_the_corpus() {
    let Some(shared) = corpus::shared() else {
        return println!("skipped: the corpus is not here; set RAPPORTEUR_SHARED to the folder that holds it");
    };
    let path = |name: &str| match name.starts_with("seeds/") {
        true => shared.join(name),
        false => shared.join("corpus").join(name),
    };
    let texts = corpus::texts(&shared).expect("the texts can be read").into_iter();
    let texts: Vec<Stored> = texts.map(|(name, text)| Stored { path: path(&name), text }).collect();
    let findings = compare(&texts);
    assert!(findings > 0, "the texts have something to find");
    println!(
        "{findings} findings in {} texts are the same in the editor, in each encoding, pushed and pulled",
        texts.len()
    );
}
