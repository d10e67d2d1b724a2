//! Our own sample drafts: no error, and the same paragraphs of either part as the server has.

mod support;

use rapporteur_draft::{Draft, Hints, ParagraphKind};

#[test]
fn the_server_and_the_grammar_agree() {
    let mut paragraphs = 0;
    for (name, text) in support::drafts() {
        let (draft, tree) = (Draft::read(&text, &Hints::default()), support::parse(&text));
        assert!(!tree.root_node().has_error(), "{name}");
        let nodes = support::nodes(&tree);
        for (kind, paragraph) in [
            ("operative_paragraph", ParagraphKind::Operative),
            ("preambular_paragraph", ParagraphKind::Preambular),
            ("enacting_line", ParagraphKind::EnactingLine),
            ("sub_paragraph", ParagraphKind::SubParagraph),
            ("title", ParagraphKind::Title),
            ("annex", ParagraphKind::AnnexHeading),
            ("adoption_line", ParagraphKind::AdoptionLine),
            ("note_definition", ParagraphKind::NoteDefinition),
        ] {
            let lines = |starts: Vec<usize>| -> Vec<&str> {
                starts.iter().map(|at| text[*at..].lines().next().unwrap_or_default()).collect()
            };
            let of_kind = nodes.iter().filter(|node| node.kind() == kind);
            let grammar = lines(of_kind.map(tree_sitter::Node::start_byte).collect());
            let of_kind = draft.paragraphs.iter().filter(|found| found.kind == paragraph);
            let server = lines(of_kind.map(|found| found.span.start).collect());
            assert_eq!(grammar, server, "{name}: {kind}");
            paragraphs += server.len();
        }
    }
    assert!(paragraphs > 1_000, "{paragraphs}");
}

#[test]
fn a_readme_has_no_clauses() {
    let text = "# Tool\n\nRecommends nothing.\n\n1. Install it.\n2. Run it.\n\n*Note* that it is slow.\n";
    let tree = support::parse(text);
    let clauses = ["operative_paragraph", "preambular_paragraph", "enacting_line", "masthead"];
    assert!(!support::nodes(&tree).iter().any(|node| clauses.contains(&node.kind())));
}
