//! That what is generated of the tree-sitter grammar is what grammar.js and the data files of the languages make.
//! `RAPPORTEUR_UPDATE=1` writes it.

use std::{fs, path::Path};

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
        folder(),
        Some(written.path()),
        Some(folder().join("grammar.js")),
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

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tree-sitter-resolution"))
}

/// Fails unless a file has this text; writes it where it is to be updated.
fn hold(name: &str, expected: &str) {
    let path = folder().join(name);
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        fs::write(&path, expected).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let command = "RAPPORTEUR_UPDATE=1 cargo test -p rapporteur-grammars --test generated";
    assert!(stored == expected, "{} is stale: `{command}` writes it anew", path.display());
}
