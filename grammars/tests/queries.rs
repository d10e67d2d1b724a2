//! That the queries fit the grammar, and what they find in our drafts.

mod support;

use std::fs;

use tree_sitter::{Language, Query, QueryCursor, StreamingIterator};

fn language() -> Language {
    rapporteur_grammars::LANGUAGE.into()
}

fn query(name: &str) -> Query {
    let path = support::grammar().join("queries").join(name);
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Query::new(&language(), &source).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a query captures under a name.
fn captured(name: &str, capture: &str, text: &str) -> Vec<String> {
    let (query, tree) = (query(name), support::parse(text));
    let index = query.capture_index_for_name(capture).unwrap_or_else(|| panic!("{name} has no @{capture}"));
    let mut cursor = QueryCursor::new();
    let mut captures = cursor.captures(&query, tree.root_node(), text.as_bytes());
    let mut found = Vec::new();
    while let Some((matched, at)) = captures.next() {
        let node = matched.captures[*at];
        if node.index == index {
            found.push(text[node.node.byte_range()].to_owned());
        }
    }
    found
}

#[test]
fn every_query_fits_the_grammar() {
    let folder = support::grammar().join("queries");
    let names: Vec<String> = fs::read_dir(folder)
        .expect("the queries are there")
        .map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.len() >= 5, "{names:?}");
    for name in names {
        query(&name);
    }
}

const DRAFT: &str = "# Wells\n\n*The General Assembly*,\n\n*Recalling also* its resolution 74/173 of 18 December 2019,[^1]\n\n\
    1. *Requests* the Secretary-General:\n\n(a) To report in A/75/1;\n\n(b) To go on.\n\n<!-- rapporteur: off -->\n\n[^1]: Annex.\n";

#[test]
fn highlights_are_those_of_the_words() {
    let highlights = |capture| captured("highlights.scm", capture, DRAFT);
    assert_eq!(highlights("type"), ["General Assembly"]);
    assert_eq!(highlights("keyword"), ["Recalling also"]);
    assert_eq!(highlights("function"), ["Requests"]);
    assert_eq!(highlights("markup.list"), ["1.", "(a)", "(b)"]);
    assert_eq!(highlights("markup.link.label"), ["74/173"]);
    assert_eq!(highlights("number"), ["18 December 2019"]);
    assert_eq!(highlights("constant"), ["A/75/1"]);
    assert_eq!(highlights("markup.link"), ["[^1]", "[^1]:"]);
    assert_eq!(highlights("markup.heading.1"), ["Wells"]);
    assert_eq!(highlights("keyword.directive"), ["<!-- rapporteur: off -->"]);
}

#[test]
fn a_clause_is_a_text_object_with_its_sub_paragraphs() {
    let clauses = captured("textobjects.scm", "clause.outer", DRAFT);
    assert_eq!(clauses.len(), 2);
    assert!(clauses[1].starts_with("1. *Requests*") && clauses[1].ends_with("(b) To go on."), "{clauses:?}");
    let inner = captured("textobjects.scm", "clause.inner", DRAFT);
    assert_eq!(inner[1], "the Secretary-General:");
    assert_eq!(captured("textobjects.scm", "parameter.inner", DRAFT), ["To report in A/75/1;", "To go on."]);
    assert_eq!(captured("textobjects.scm", "function.outer", DRAFT), clauses);
}

#[test]
fn clauses_fold_with_what_belongs_to_them() {
    let folds = captured("folds.scm", "fold", DRAFT);
    assert!(folds.iter().any(|fold| fold.starts_with("1. *Requests*") && fold.ends_with("(b) To go on.")), "{folds:?}");
}

#[test]
fn the_outline_has_title_body_and_verbs() {
    let names = captured("outline.scm", "name", DRAFT);
    assert_eq!(names, ["Wells", "General Assembly", "Recalling also", "Requests"]);
}

#[test]
fn markdown_is_injected_behind_the_verbs() {
    let injected = captured("injections.scm", "injection.content", DRAFT);
    assert!(injected.iter().any(|text| text.starts_with("its resolution 74/173")), "{injected:?}");
}
