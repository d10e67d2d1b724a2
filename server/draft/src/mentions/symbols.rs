//! Document symbols: `A/HRC/17/26`, `E/2012/30/Corr.1`, `A/CONF.157/24 (Part I)`.

use super::{Cursor, RawSymbol};
use crate::{
    homoglyphs,
    token::{TokenKind, is_ideograph, plain_mark},
};

/// The length of the longest series, in characters.
const LONGEST_SERIES: usize = 12;

/// How many tokens before its first slash may be of what is written like a symbol.
const LONGEST_HEAD: usize = 8;

/// The symbols of a block, and what is written like one but begins with no series that is known: a slip may be in it.
pub(super) fn find(cursor: Cursor<'_>) -> (Vec<RawSymbol>, Vec<RawSymbol>) {
    let (mut symbols, mut unknown) = (Vec::new(), Vec::new());
    let mut free_from = 0;
    for at in 0..cursor.tokens.len() {
        if !cursor.is_mark(at, '/') || (cursor.tokens[at].start as usize) < free_from {
            continue;
        }
        let series = at >= 1 && cursor.glued(at) && is_series(cursor.text(at - 1));
        let first = if series { at - 1 } else { head(cursor, at, free_from) };
        let start = cursor.tokens[first].start as usize;
        // Within a path or an address nothing begins.
        let inside = !cursor.tokens[first].gap && first >= 1 && matches!(cursor.text(first - 1), "/" | "." | "_" | "=");
        if start < free_from || inside {
            continue;
        }
        if series {
            let (end, symbol) = read(cursor.block, start);
            symbols.extend(symbol);
            free_from = end;
        } else if resembles(cursor, first) {
            let (end, symbol) = read(cursor.block, start);
            unknown.extend(symbol.filter(|symbol| symbol.text.contains('/')));
            free_from = end;
        }
    }
    (symbols, unknown)
}

/// The first token of what stands together with a slash, as in a symbol, behind the symbol before and its hyphen.
fn head(cursor: Cursor<'_>, slash: usize, free_from: usize) -> usize {
    let belongs = |at: usize| match cursor.tokens[at].kind {
        TokenKind::Number(_) | TokenKind::Mark('.' | '-' | '/') => true,
        TokenKind::Mark(_) => false,
        TokenKind::Word(_) => cursor.text(at).chars().all(|c| homoglyphs::latin(c).is_ascii()),
    };
    let joined = |at: &usize| cursor.glued(*at) && belongs(at - 1) && cursor.tokens[at - 1].start as usize >= free_from;
    let first = (1..=slash).rev().take(LONGEST_HEAD).take_while(joined).last().map_or(slash, |at| at - 1);
    let hyphened = cursor.is_mark(first, '-') && cursor.tokens[first].start as usize == free_from;
    if hyphened && first < slash { first + 1 } else { first }
}

/// Whether a symbol may begin at a token: with a letter, or with a slash before which a letter has been lost.
fn resembles(cursor: Cursor<'_>, first: usize) -> bool {
    let begins = match cursor.tokens[first].kind {
        TokenKind::Word(_) => true,
        TokenKind::Mark(mark) => mark == '/',
        TokenKind::Number(_) => false,
    };
    // Behind the bracket of `GC(68)/RES/8` or the colon of an address, what began before goes on.
    let opening = |mark| {
        matches!(mark, '(' | '[' | '"' | '“' | '”' | '«' | '„' | '‘' | '《' | '「' | ',' | ';' | '-' | '–' | '—')
    };
    // Behind a letter a slash goes on with its word; ideographs are no part of it.
    let within = cursor.is_mark(first, '/') && cursor.glued(first) && !cursor.text(first - 1).ends_with(is_ideograph);
    let apart = cursor.tokens[first].gap || first == 0 || cursor.mark(first - 1).map_or(!within, opening);
    begins && apart
}

fn is_series(text: &str) -> bool {
    text.len() <= 2 * LONGEST_SERIES && rapporteur_symbol::is_series(&homoglyphs::in_latin(text))
}

/// Reads the symbol that begins at an offset: where it ends, and the symbol if a number is in it.
fn read(block: &str, start: usize) -> (usize, Option<RawSymbol>) {
    let rest = &block[start..];
    let mut end = run(rest);
    // Broken after a slash: the rest is on the next line, or behind a space.
    if rest[..end].ends_with('/') {
        let space = rest[end..].len() - rest[end..].trim_start().len();
        let next = &rest[end + space..];
        let length = run(next);
        let on_next_line =
            rest[end..end + space].contains('\n') && next.starts_with(|c: char| c.is_ascii_alphanumeric());
        let slashes = rest[..end].matches('/').count() + next[..length].matches('/').count();
        let behind_space = space > 0 && next.starts_with(|c: char| c.is_ascii_digit()) && slashes > 1;
        if on_next_line || behind_space {
            end += space + length;
        }
    }
    end = spaced_number(rest, end).unwrap_or_else(|| trim(rest, end));
    // Volumes, parts and sections in brackets, years and sessions of adopted texts.
    while let Some(length) = bracketed(&rest[end..]) {
        end += length;
        end = trim(rest, end + run(&rest[end..]));
    }
    let printed = &rest[..end];
    let text = joined(printed);
    let text = if text.is_ascii() { text } else { homoglyphs::in_latin(&text).chars().map(plain_mark).collect() };
    let counted = text.contains(|c: char| c.is_ascii_digit());
    (start + end, counted.then_some(RawSymbol { span: start..start + end, text, noun: None }))
}

/// What stands before the numbers of revisions, addenda and corrigenda.
const MODIFIERS: [&str; 4] = ["/Rev.", "/Add.", "/Corr.", "/Amend."];

/// Where the number ends that a space parts from what it counts: `S/96/Rev. 1`.
fn spaced_number(text: &str, end: usize) -> Option<usize> {
    let (symbol, rest) = text.split_at(end);
    let number = rest.strip_prefix([' ', '\u{a0}'])?;
    let figures = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let modifies = MODIFIERS.iter().any(|modifier| symbol.ends_with(modifier));
    (modifies && figures > 0).then(|| text.len() - number.len() + figures)
}

/// A symbol without the white space in which it is broken; that before a bracket is its own.
fn joined(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len());
    for c in printed.chars() {
        let broken = c == '\n' || (c.is_whitespace() && text.ends_with(['/', '.']) && !text.contains('('));
        text.extend((!broken).then_some(c));
    }
    text
}

/// How many bytes from the start can belong to a symbol. A hyphen before another series ends it (`A/70/1-S/2015/2`).
fn run(text: &str) -> usize {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        let belongs = homoglyphs::latin(c).is_ascii_alphanumeric()
            || matches!(c, '/' | '.')
            || (matches!(c, '-' | '\u{2010}' | '\u{2011}') && !begins_series(&text[at + c.len_utf8()..]));
        if !belongs {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// Whether a double symbol goes on here: a series of one or two letters, or any other, and a slash; or a figure, where the
/// slash before it has been lost (`-S2015/2`).
fn begins_series(text: &str) -> bool {
    let series = text.bytes().take(2 * LONGEST_SERIES + 1).position(|byte| byte == b'/');
    series.is_some_and(|end| {
        let before = text.get(..end).unwrap_or_default();
        let letters = before.trim_end_matches(|c: char| c.is_ascii_digit());
        is_series(letters) && (letters == before || letters.len() == 1)
    })
}

/// Leaves punctuation at the end out.
fn trim(text: &str, end: usize) -> usize {
    text[..end].trim_end_matches(['/', '.', '-', '\u{2010}', '\u{2011}']).len()
}

/// How much may stand in brackets after a symbol, in characters.
const LONGEST_BRACKET: usize = 20;

/// The length of ` (Part I)`, ` (Vol. II)`, ` (Sect. 3)`, ` (2000)`, ` (XV)`, ` (S-VI)` or ` A (III)` at the start.
fn bracketed(text: &str) -> Option<usize> {
    let after_space = text.trim_start_matches([' ', '\u{a0}']);
    let mut inner = after_space;
    // The letter of a part stands before the session.
    if let Some(letter) = inner.strip_prefix(|c: char| c.is_ascii_uppercase()) {
        inner = letter.trim_start_matches([' ', '\u{a0}']);
    }
    let open = inner.strip_prefix(['(', '（'])?;
    let (close, bracket) = open.char_indices().take(LONGEST_BRACKET + 1).find(|(_, c)| plain_mark(*c) == ')')?;
    let words = &open[..close];
    let known = ["Part", "Vol", "Sect", "Supp", "SUPP", "Partie", "Parte"].iter().any(|word| words.starts_with(word));
    let counted = words.len() <= 8 && words.bytes().all(|b| b.is_ascii_digit() || b"IVXLS-E".contains(&b));
    if !(known || counted) || text.len() - after_space.len() > 2 {
        return None;
    }
    Some(text.len() - open.len() + words.len() + bracket.len_utf8())
}
