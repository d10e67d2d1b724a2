//! Edits at random, as somebody makes them who writes a draft.

use std::ops::Range;

use tree_sitter::{InputEdit, Point};

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

/// What a block may end with.
const ENDS: &[&str] = &[",", ";", ".", ":", "", "[^1]", "، ", "*"];
/// What a block may begin with.
const BEGINNINGS: &[&str] =
    &["1. ", "2. ", "3) ", "(a) ", "(b) ", "4 - ", "## ", "* ", "*", "and ", "1 ", "[^2]: ", "Annex "];

/// Puts something in anywhere, takes something away, or both.
pub fn anywhere(random: &mut fastrand::Rng, text: &mut String) -> InputEdit {
    let all = 0..text.len();
    within(random, text, all)
}

/// Changes something of a block: its beginning, its end, something in it, or the whole of it.
pub fn of_block(random: &mut fastrand::Rng, text: &mut String, block: usize) -> InputEdit {
    let all = blocks(text);
    let Some(range) = all.get(block % all.len().max(1)).cloned() else { return anywhere(random, text) };
    let own = text[range.clone()].to_owned();
    let mut one_of = |list: &[&'static str]| *random.choice(list).expect("the lists have something");
    let (beginning, end) = (one_of(BEGINNINGS), one_of(ENDS));
    match random.u8(..10) {
        0 => replace(text, range.start..range.start, beginning),
        1 => {
            let label = own.find(' ').map_or(0, |space| space + 1);
            replace(text, range.start..range.start + label, if random.bool() { beginning } else { "" })
        }
        2 => {
            let last = own.chars().next_back().map_or(0, char::len_utf8);
            replace(text, range.end - last..range.end, end)
        }
        3 => replace(text, range.end..range.end, end),
        4 => replace(text, range, ""),
        5 => replace(text, range.end..range.end, &format!("\n\n{own}")),
        6 => {
            let next = all.iter().find(|next| next.start >= range.end).map_or(text.len(), |next| next.start);
            replace(text, range.end..next, if random.bool() { " " } else { "\n" })
        }
        7 => {
            let other = &all[random.usize(..all.len())];
            let other = text[other.clone()].to_owned();
            replace(text, range, &other)
        }
        _ => within(random, text, range),
    }
}

/// The blocks of a text, which blank lines part.
pub fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let (mut at, mut open) = (0, false);
    for line in text.split_inclusive('\n') {
        let printed = line.trim_end().len();
        match blocks.last_mut() {
            Some(block) if open && printed > 0 => block.end = at + printed,
            _ if printed > 0 => blocks.push(at..at + printed),
            _ => (),
        }
        open = printed > 0;
        at += line.len();
    }
    blocks
}

fn within(random: &mut fastrand::Rng, text: &mut String, range: Range<usize>) -> InputEdit {
    let boundary = |text: &str, mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(text, random.usize(range.start..=range.end));
    let removed = if random.bool() { random.usize(..40) } else { 0 };
    let end = boundary(text, (start + removed).min(range.end)).max(start);
    let typed = if removed > 0 && random.bool() { "" } else { TYPED[random.usize(..TYPED.len())] };
    replace(text, start..end, typed)
}

/// Puts something in the place of something else.
pub fn replace(text: &mut String, range: Range<usize>, with: &str) -> InputEdit {
    let (start_position, old_end_position) = (point(text, range.start), point(text, range.end));
    text.replace_range(range.clone(), with);
    let new_end_byte = range.start + with.len();
    InputEdit {
        start_byte: range.start,
        old_end_byte: range.end,
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
