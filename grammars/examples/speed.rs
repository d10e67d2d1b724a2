//! How long the grammar takes for a megabyte of drafts, and for a letter that is typed in one:
//! `cargo run -p rapporteur-grammars --example speed FILE...`.

#![allow(clippy::print_stdout, reason = "that is what it is for")]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/support/changes.rs"]
mod changes;

use std::time::Instant;

use tree_sitter::Parser;

fn main() {
    let drafts: Vec<String> =
        std::env::args().skip(1).map(|path| std::fs::read_to_string(path).expect("the draft can be read")).collect();
    assert!(!drafts.is_empty(), "the paths of drafts are given");
    let mut parser = Parser::new();
    parser.set_language(&rapporteur_grammars::LANGUAGE.into()).expect("the tables can be read");
    for megabytes in [1, 2, 4] {
        let mut text = String::new();
        for draft in drafts.iter().cycle() {
            if text.len() >= megabytes << 20 {
                break;
            }
            text.push_str(draft);
        }
        let begin = Instant::now();
        let mut tree = parser.parse(&text, None).expect("no time limit is set");
        let parsed = begin.elapsed();
        // A letter in the middle of the text.
        let at = (text.len() / 2..).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        tree.edit(&changes::replace(&mut text, at..at, "x"));
        let begin = Instant::now();
        parser.parse(&text, Some(&tree)).expect("no time limit is set");
        println!("{megabytes} MB: {parsed:.1?} to parse, {:.1?} for a letter that is typed", begin.elapsed());
    }
}
