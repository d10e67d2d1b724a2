//! What the tests of the grammar have in common.

#![allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]

pub mod changes;
pub mod texts;

use std::{fs, path::Path};

use tree_sitter::{Node, Parser, Tree};

/// A parser of drafts.
pub fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&rapporteur_grammars::LANGUAGE.into()).expect("the tables are of a version that is read");
    parser
}

/// The tree of a text.
pub fn parse(text: &str) -> Tree {
    parser().parse(text, None).expect("no time limit is set")
}

/// All nodes that have a name, in the order of the text.
pub fn nodes(tree: &Tree) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    let mut cursor = tree.walk();
    'walk: loop {
        nodes.push(cursor.node());
        if cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                break 'walk;
            }
        }
    }
    nodes
}

/// The folder of the tree-sitter grammar.
pub fn grammar() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tree-sitter-resolution"))
}

/// Our own sample drafts, by their names.
pub fn drafts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/drafts");
    let files = fs::read_dir(folder).expect("the drafts are part of the repository");
    let paths = files.map(|entry| entry.expect("the folder can be read").path());
    let mut drafts: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("drafts are text");
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text)
        })
        .collect();
    drafts.sort();
    drafts
}
