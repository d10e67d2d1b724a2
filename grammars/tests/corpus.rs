//! The corpus tests of the tree-sitter grammar, in the format that `tree-sitter test` reads; `RAPPORTEUR_UPDATE=1` writes the
//! trees anew.

mod support;

use std::{fmt::Write, fs};

use tree_sitter::{Node, TreeCursor};

/// A test of a file: its name, its text, and the tree that is expected.
struct Case {
    name: String,
    text: String,
    tree: String,
}

#[test]
fn every_text_has_its_tree() {
    let folder = support::grammar().join("test/corpus");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    assert!(files.len() >= 6, "each language has a file: {files:?}");
    let mut faults = Vec::new();
    for path in files {
        let source = fs::read_to_string(&path).expect("the file is text");
        let mut cases = read(&source);
        assert!(!cases.is_empty(), "{} has no test", path.display());
        for case in &mut cases {
            let tree = support::parse(&case.text);
            let printed = print(tree.root_node());
            assert!(!tree.root_node().has_error(), "{}: {}: {printed}", path.display(), case.name);
            if plain(&printed) != plain(&case.tree) {
                faults.push(format!("{}: {}:\n{printed}", path.display(), case.name));
                case.tree = printed;
            }
        }
        if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
            fs::write(&path, write(&cases)).expect("the file can be written");
        }
    }
    let is_updating = std::env::var_os("RAPPORTEUR_UPDATE").is_some();
    assert!(faults.is_empty() || is_updating, "{}", faults.join("\n"));
}

/// A tree without the way in which it is broken into lines.
fn plain(tree: &str) -> String {
    tree.split_whitespace().collect::<Vec<_>>().join(" ").replace(" )", ")")
}

/// Reads the tests of a file: a name between two lines of `=`, a text, a line of `-`, a tree.
fn read(source: &str) -> Vec<Case> {
    let is_line = |line: &str, mark: char| line.len() >= 3 && line.chars().all(|c| c == mark);
    let lines: Vec<&str> = source.split('\n').collect();
    let heads: Vec<usize> = (0..lines.len().saturating_sub(2))
        .filter(|&at| is_line(lines[at], '=') && !lines[at + 1].is_empty() && is_line(lines[at + 2], '='))
        .collect();
    let ends = heads.iter().skip(1).copied().chain([lines.len()]);
    let case = |(&head, end): (&usize, usize)| {
        let body = &lines[head + 3..end];
        // The text may have rules of its own: the last one parts it from the tree.
        let rule =
            body.iter().rposition(|line| is_line(line, '-')).expect("a line of hyphens parts the text from its tree");
        let text = body[..rule].join("\n");
        Case {
            name: lines[head + 1].to_owned(),
            // The blank lines around a text are not its own.
            text: text.strip_prefix('\n').unwrap_or(&text).trim_end_matches('\n').to_owned(),
            tree: body[rule + 1..].join("\n").trim().to_owned(),
        }
    };
    heads.iter().zip(ends).map(case).collect()
}

fn write(cases: &[Case]) -> String {
    let mut file = String::new();
    for Case { name, text, tree } in cases {
        let (head, rule) = ("=".repeat(80), "-".repeat(80));
        let _ = write!(file, "{head}\n{name}\n{head}\n\n{text}\n\n{rule}\n\n{tree}\n\n");
    }
    file.trim_end().to_owned() + "\n"
}

/// A tree as tests have it: nodes that have a name, with their fields, a line each.
fn print(node: Node<'_>) -> String {
    let mut printed = String::new();
    print_into(&mut printed, &mut node.walk(), 0);
    printed
}

fn print_into(printed: &mut String, cursor: &mut TreeCursor<'_>, depth: usize) {
    let field = cursor.field_name().map(|name| format!("{name}: ")).unwrap_or_default();
    let _ = write!(printed, "{:width$}{field}({}", "", cursor.node().kind(), width = 2 * depth);
    if cursor.goto_first_child() {
        loop {
            if cursor.node().is_named() {
                printed.push('\n');
                print_into(printed, cursor, depth + 1);
            }
            if !cursor.goto_next_sibling() {
                break;
            }
        }
        cursor.goto_parent();
    }
    printed.push(')');
}
