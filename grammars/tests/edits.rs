//! That a text that is edited parses as the same text does anew, whatever is typed, and that no text stops the parser.

mod support;

use std::fmt::Write;

use tree_sitter::{InputEdit, Node, Point, Tree};

/// How many edits are made in each draft.
const EDITS: usize = 60;

/// What is typed, pasted or left half typed.
const TYPED: &[&str] = &[
    "\n\n",
    "\n",
    "\r\n",
    "*",
    "***",
    "1. ",
    "(a) ",
    "12.",
    "3 - ",
    "[^1]",
    "[^1]: ",
    "---\n",
    "```\n",
    "<!-- rapporteur: off -->",
    "<!--",
    "-->",
    "# ",
    "### Annex\n\n",
    "The General Assembly,\n\n",
    "*Recalling* its resolution 74/173 of 18 December 2019,",
    "\n\n*Decides* so;\n\n",
    "***وإذ تشير*** إلى",
    "\n\n1 - ***تقرر***",
    "**回顾**其第74/173号决议，",
    "\n\n**大会**，\n\n",
    "A/RES/75/1",
    ".",
    ",",
    ";",
    "\u{feff}",
    "\u{200f}",
    "é",
    "e\u{301}",
    "I\n\n",
    "A\n\n",
    "*18 December 2019*\n",
    "\u{0}",
    "😀",
];

#[test]
fn an_edited_text_parses_as_it_does_anew() {
    let mut parser = support::parser();
    for (seed, (name, mut text)) in (1..).zip(support::drafts()) {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut tree = support::parse(&text);
        for edit in 0..EDITS {
            let change = change(&mut random, &mut text);
            tree.edit(&change);
            tree = parser.parse(&text, Some(&tree)).expect("no time limit is set");
            let anew = support::parse(&text);
            if shown(&tree) != shown(&anew) {
                panic!("{name}, edit {edit} at {}: {}", change.start_byte, difference(&tree, &anew));
            }
        }
    }
}

/// Makes an edit at random: puts something in, takes something away, or both.
fn change(random: &mut fastrand::Rng, text: &mut String) -> InputEdit {
    let boundary = |text: &str, mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(text, random.usize(..=text.len()));
    let removed = if random.bool() { random.usize(..40) } else { 0 };
    let end = boundary(text, (start + removed).min(text.len())).max(start);
    let typed = if removed > 0 && random.bool() { "" } else { TYPED[random.usize(..TYPED.len())] };
    let (start_position, old_end_position) = (point(text, start), point(text, end));
    text.replace_range(start..end, typed);
    let new_end_byte = start + typed.len();
    InputEdit {
        start_byte: start,
        old_end_byte: end,
        new_end_byte,
        start_position,
        old_end_position,
        new_end_position: point(text, new_end_byte),
    }
}

fn point(text: &str, at: usize) -> Point {
    let before = &text[..at];
    Point::new(before.matches('\n').count(), at - before.rfind('\n').map_or(0, |line| line + 1))
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
