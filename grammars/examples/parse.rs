//! Shows how the grammar parses a draft: `cargo run -p rapporteur-grammars --example parse FILE`.

#![allow(clippy::print_stdout, reason = "that is what it is for")]

use tree_sitter::{Parser, TreeCursor};

fn main() {
    let path = std::env::args().nth(1).expect("the path of a draft is given");
    let text = std::fs::read_to_string(path).expect("the draft can be read");
    let mut parser = Parser::new();
    parser.set_language(&rapporteur_grammars::LANGUAGE.into()).expect("the tables can be read");
    let tree = parser.parse(&text, None).expect("no time limit is set");
    show(&mut tree.walk(), &text, 0);
}

fn show(cursor: &mut TreeCursor<'_>, text: &str, depth: usize) {
    let node = cursor.node();
    let begin: String = text[node.byte_range()].chars().take(60).map(|c| if c == '\n' { ' ' } else { c }).collect();
    let field = cursor.field_name().map(|name| format!("{name}: ")).unwrap_or_default();
    let place = node.start_position();
    println!("{:depth$}{field}{} {}:{} {begin}", "", node.kind(), place.row + 1, place.column + 1, depth = 2 * depth);
    if cursor.goto_first_child() {
        loop {
            show(cursor, text, depth + 1);
            if !cursor.goto_next_sibling() {
                break;
            }
        }
        cursor.goto_parent();
    }
}
