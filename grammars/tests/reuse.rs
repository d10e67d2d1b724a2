//! That an edit reads anew what stands around it, and not the rest of the text. Tokens are counted, not time.

mod support;

use std::{cell::Cell, rc::Rc};

use tree_sitter::{Parser, Tree};

/// How long the text is that is edited, in bytes.
const LENGTH: usize = 150_000;
/// Only each so manieth block is edited.
const STEP: usize = 7;

#[test]
fn an_edit_reads_little_of_a_long_text_anew() {
    let mut long = Long::new();
    // A letter, the end of a sentence, and a paragraph with a number, which changes what others are that follow.
    for (typed, most, mean) in [("x", 20, 40), (". ", 20, 40), ("\n\n1. *Decides* so;\n\n", 200, 1_000)] {
        let mut counts: Vec<usize> = long.places().into_iter().map(|at| long.tokens_read_for(at, typed)).collect();
        counts.sort_unstable();
        let found = (counts[counts.len() / 2], counts.iter().sum::<usize>() / counts.len());
        assert!(found.0 <= most && found.1 <= mean, "{typed:?} reads {found:?} of {} tokens", long.tokens);
    }
}

#[test]
fn a_letter_at_the_beginning_leaves_the_rest_as_it_is() {
    let mut long = Long::new();
    let first = long.places()[0];
    let read = long.tokens_read_for(first, "x");
    assert!(read <= 20, "it reads {read} of {} tokens", long.tokens);
}

/// A long text, its tree, and how many tokens it has.
struct Long {
    text: String,
    tree: Tree,
    tokens: usize,
    parser: Parser,
    count: Rc<Cell<usize>>,
}

impl Long {
    fn new() -> Self {
        let mut text = String::new();
        for (_, draft) in support::drafts().iter().cycle() {
            text.push_str(draft);
            text.push_str("\n\n");
            if text.len() > LENGTH {
                break;
            }
        }
        let count = Rc::new(Cell::new(0));
        let mut parser = counting(&count);
        let tree = parser.parse(&text, None).expect("no time limit is set");
        Self { text, tree, tokens: count.get(), parser, count }
    }

    /// A place in the middle of some blocks.
    fn places(&self) -> Vec<usize> {
        let blocks = support::changes::blocks(&self.text);
        let middle = |block: &std::ops::Range<usize>| {
            let half = usize::midpoint(block.start, block.end);
            (half..block.end).find(|at| self.text.is_char_boundary(*at)).unwrap_or(block.end)
        };
        blocks.iter().step_by(STEP).map(middle).collect()
    }

    fn tokens_read_for(&mut self, at: usize, typed: &str) -> usize {
        let (mut text, mut tree) = (self.text.clone(), self.tree.clone());
        tree.edit(&support::changes::replace(&mut text, at..at, typed));
        self.count.set(0);
        self.parser.parse(&text, Some(&tree)).expect("no time limit is set");
        self.count.get()
    }
}

/// A parser that counts the tokens that it reads.
fn counting(count: &Rc<Cell<usize>>) -> Parser {
    let mut parser = support::parser();
    let count = Rc::clone(count);
    parser.set_logger(Some(Box::new(move |_, message| {
        count.set(count.get() + usize::from(message.starts_with("lexed_lookahead")));
    })));
    parser
}
