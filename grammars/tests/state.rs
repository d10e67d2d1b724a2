//! That the scanner goes on from its state alone. The parser keeps the state with each token and goes on from there when a
//! text is edited; so a scanner that remembered more would say one thing of a text as it is typed, and another anew.

#![allow(unsafe_code, reason = "the scanner is called as the parser calls it, in C")]

mod support;

use std::ffi::{c_char, c_uint, c_void};

// Links the scanner.
use rapporteur_grammars as _;

unsafe extern "C" {
    fn tree_sitter_resolution_external_scanner_create() -> *mut c_void;
    fn tree_sitter_resolution_external_scanner_destroy(scanner: *mut c_void);
    fn tree_sitter_resolution_external_scanner_scan(
        scanner: *mut c_void,
        lexer: *mut c_void,
        valid_symbols: *const bool,
    ) -> bool;
    fn tree_sitter_resolution_external_scanner_serialize(scanner: *mut c_void, buffer: *mut c_char) -> c_uint;
    fn tree_sitter_resolution_external_scanner_deserialize(scanner: *mut c_void, buffer: *const c_char, length: c_uint);
}

/// How many bytes the parser keeps of a state, at most.
const MOST_OF_STATE: usize = 1024;
/// More than there are tokens.
const ALL_VALID: [bool; 64] = [true; 64];
/// How many small texts are read.
const TEXTS: u64 = 2_000;

/// What the scanner sees of a text: `TSLexer` of `tree_sitter/parser.h`, and behind it what is ours.
#[repr(C)]
struct Lexer {
    lookahead: i32,
    result_symbol: u16,
    advance: extern "C" fn(&mut Lexer, bool),
    mark_end: extern "C" fn(&mut Lexer),
    get_column: extern "C" fn(&mut Lexer) -> u32,
    is_at_included_range_start: extern "C" fn(&Lexer) -> bool,
    eof: extern "C" fn(&Lexer) -> bool,
    log: usize,
    text: Vec<char>,
    at: usize,
    start: usize,
    end: usize,
}

impl Lexer {
    fn new(text: &str) -> Self {
        Self {
            lookahead: 0,
            result_symbol: 0,
            advance,
            mark_end,
            get_column,
            is_at_included_range_start,
            eof,
            log: 0,
            text: text.chars().collect(),
            at: 0,
            start: 0,
            end: 0,
        }
    }

    fn go_to(&mut self, at: usize) {
        self.at = at;
        self.lookahead = self.text.get(at).map_or(0, |&c| c as i32);
    }
}

extern "C" fn advance(lexer: &mut Lexer, skip: bool) {
    lexer.go_to(lexer.at + 1);
    if skip {
        lexer.start = lexer.at;
    }
}

extern "C" fn mark_end(lexer: &mut Lexer) {
    lexer.end = lexer.at;
}

extern "C" fn get_column(_: &mut Lexer) -> u32 {
    unreachable!("a column means nothing in a draft")
}

extern "C" fn is_at_included_range_start(_: &Lexer) -> bool {
    false
}

extern "C" fn eof(lexer: &Lexer) -> bool {
    lexer.at >= lexer.text.len()
}

/// A scanner, in C.
struct Scanner(*mut c_void);

impl Scanner {
    fn new() -> Self {
        // SAFETY: the scanner is given back when this is dropped.
        Self(unsafe { tree_sitter_resolution_external_scanner_create() })
    }

    fn scan(&mut self, lexer: &mut Lexer) -> bool {
        // SAFETY: the lexer begins as C's does, and no token is beyond the array.
        unsafe { tree_sitter_resolution_external_scanner_scan(self.0, (&raw mut *lexer).cast(), ALL_VALID.as_ptr()) }
    }

    fn state(&self) -> Vec<c_char> {
        let mut state = vec![0; MOST_OF_STATE];
        // SAFETY: the buffer has the size of the parser's.
        let length = unsafe { tree_sitter_resolution_external_scanner_serialize(self.0, state.as_mut_ptr()) };
        state.truncate(length as usize);
        state
    }

    fn of_state(state: &[c_char]) -> Self {
        let scanner = Self::new();
        let length = c_uint::try_from(state.len()).expect("a state is short");
        // SAFETY: the state was written by a scanner.
        unsafe { tree_sitter_resolution_external_scanner_deserialize(scanner.0, state.as_ptr(), length) };
        scanner
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        // SAFETY: it was made in `new`, and nobody else has it.
        unsafe { tree_sitter_resolution_external_scanner_destroy(self.0) };
    }
}

/// The tokens of a text: what each is, where it starts and ends. `between` is done to the scanner after each.
fn tokens(text: &str, between: impl Fn(Scanner) -> Scanner) -> Vec<(u16, usize, usize)> {
    let (mut lexer, mut scanner) = (Lexer::new(text), Scanner::of_state(&[]));
    let mut tokens = Vec::new();
    loop {
        lexer.go_to(lexer.end);
        lexer.start = lexer.at;
        if !scanner.scan(&mut lexer) {
            return tokens;
        }
        tokens.push((lexer.result_symbol, lexer.start, lexer.end));
        scanner = between(scanner);
    }
}

fn check(text: &str) {
    let remembering = tokens(text, |scanner| scanner);
    let forgetting = tokens(text, |scanner| Scanner::of_state(&scanner.state()));
    assert!(remembering.len() > 1, "{text:?} has tokens");
    let at = remembering.iter().zip(&forgetting).take_while(|(one, other)| one == other).count();
    assert!(
        remembering == forgetting,
        "token {at} is {:?}, and {:?} from the state alone, in:\n{text}",
        remembering.get(at),
        forgetting.get(at)
    );
}

#[test]
fn the_scanner_goes_on_from_its_state_alone() {
    for (_, text) in support::drafts() {
        check(&text);
    }
    check(&support::texts::far());
    for seed in 0..TEXTS {
        check(&support::texts::small(&mut fastrand::Rng::with_seed(seed)));
    }
}
