//! That a text that is edited parses as the same text does anew, whatever is typed, and that no text stops the parser.

mod support;

use std::fmt::Write;

use tree_sitter::{InputEdit, Node, Tree};

/// How many edits are made in each draft.
const EDITS: usize = 60;
/// How many small texts are edited.
const TEXTS: u64 = 400;

#[test]
fn an_edited_text_parses_as_it_does_anew() {
    for (seed, (name, text)) in (1..).zip(support::drafts()) {
        let mut random = fastrand::Rng::with_seed(seed);
        edit_and_compare(&name, text, EDITS, |text, _| support::changes::anywhere(&mut random, text));
    }
}

/// In a small text each edit is near everything: each block is edited in turn.
#[test]
fn a_small_text_parses_as_it_does_anew_whichever_block_is_edited() {
    for seed in 0..TEXTS {
        let mut random = fastrand::Rng::with_seed(seed);
        let text = support::texts::small(&mut random);
        let blocks = support::changes::blocks(&text).len();
        let name = format!("text {seed}");
        edit_and_compare(&name, text, blocks, |text, block| support::changes::of_block(&mut random, text, block));
    }
}

fn edit_and_compare(
    name: &str,
    mut text: String,
    edits: usize,
    mut change: impl FnMut(&mut String, usize) -> InputEdit,
) {
    let mut parser = support::parser();
    let mut tree = parser.parse(&text, None).expect("no time limit is set");
    for edit in 0..edits {
        let before = text.clone();
        let change = change(&mut text, edit);
        tree.edit(&change);
        tree = parser.parse(&text, Some(&tree)).expect("no time limit is set");
        let anew = support::parse(&text);
        if shown(&tree) != shown(&anew) {
            let difference = difference(&tree, &anew);
            panic!("{name}, edit {edit}: {difference}\n{change:?} in:\n{before}");
        }
    }
}

fn line(node: &Node<'_>) -> String {
    format!("{} {:?} {:?}", node.kind(), node.byte_range(), node.start_position())
}

fn shown(tree: &Tree) -> Vec<String> {
    support::nodes(tree).iter().map(line).collect()
}

fn difference(tree: &Tree, anew: &Tree) -> String {
    let (tree, anew) = (shown(tree), shown(anew));
    let at = tree.iter().zip(&anew).take_while(|(one, other)| one == other).count();
    format!("{:?}, and anew {:?}", tree.get(at), anew.get(at))
}

#[test]
fn a_text_that_is_typed_has_no_error_on_the_way() {
    let drafts = support::drafts();
    for (name, text) in drafts.iter().filter(|(name, _)| name.starts_with("wells") || name.starts_with("abar")) {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)).step_by(7) {
            let tree = support::parse(&text[..end]);
            assert!(!tree.root_node().has_error(), "{name} up to {end}");
        }
    }
}

#[test]
fn lines_may_end_in_any_way() {
    for (name, text) in support::drafts() {
        let kinds = |text: &str| {
            let tree = support::parse(text);
            support::nodes(&tree).iter().map(|node| node.kind()).collect::<Vec<_>>()
        };
        assert_eq!(kinds(&text), kinds(&text.replace('\n', "\r\n")), "{name}");
        assert_eq!(kinds(&text), kinds(&format!("\u{feff}{text}")), "{name}");
    }
}

/// Texts made to be expensive: each is parsed ten times as long, and the test ends.
#[test]
fn no_text_stops_the_parser() {
    let mut sections = String::new();
    for level in (1..=6).cycle().take(3_000) {
        let _ = write!(sections, "{} I\n\n", "#".repeat(level));
    }
    let texts = [
        sections,
        "*".repeat(100_000),
        "[^".repeat(50_000),
        "<!--".repeat(30_000),
        "(a) ".repeat(30_000),
        "65/230 of ".repeat(20_000),
        "*Decides* so;\n\n".repeat(5_000),
        "The General Assembly,\n\n".repeat(5_000),
        "1. *Decides* so;\n\n[^1]: See.\n\n".repeat(3_000),
        "[^1]: See.\n\n".repeat(8_000),
        "1".repeat(200_000),
        "word ".repeat(100_000),
        "Recalling it,\n".repeat(8_000),
        "\n".repeat(200_000),
        "大会".repeat(60_000),
        "و".repeat(100_000),
        format!("The General Assembly,\n\nRecalling {},", "resolution 74/173 of 18 December 2019, ".repeat(6_000)),
    ];
    for text in texts {
        let begin: String = text.chars().take(20).collect();
        let tree = support::parse(&text);
        assert!(!tree.root_node().has_error(), "{begin:?}");
    }
}
