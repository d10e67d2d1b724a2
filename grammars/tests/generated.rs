//! That what is generated of the tree-sitter grammar is what grammar.js and the data files of the languages make.
//! `RAPPORTEUR_UPDATE=1` writes it.

#[path = "../../tests/support/committed.rs"]
mod committed;
mod support;

use std::fs;

use committed::assert_current;
use rapporteur_grammars::{header::words_h, words};
use tree_sitter_generate::{OptLevel, generate_parser_in_directory};

/// The version of the tables: 14 is what editors of some years ago read too.
const ABI: usize = 14;

#[test]
fn the_words_are_those_of_the_data_files() {
    hold("src/words.h", &words_h(&words::all()));
}

/// Needs Node, which runs grammar.js.
#[test]
fn the_parser_is_that_of_the_grammar() {
    let written = tempfile::tempdir().expect("a folder for what is generated");
    generate_parser_in_directory(
        support::grammar(),
        Some(written.path()),
        Some(support::grammar().join("grammar.js")),
        ABI,
        None,
        Some("node"),
        true,
        OptLevel::default(),
    )
    .expect("Node runs grammar.js, and a parser can be generated of it");
    for file in [
        "grammar.json",
        "node-types.json",
        "parser.c",
        "tree_sitter/alloc.h",
        "tree_sitter/array.h",
        "tree_sitter/parser.h",
    ] {
        let text = fs::read_to_string(written.path().join(file)).expect("the generator writes it");
        hold(&format!("src/{file}"), &text);
    }
}

/// Fails unless a file of the grammar has this text.
fn hold(name: &str, made: &str) {
    assert_current(&support::grammar().join(name), made);
}
