//! Document symbols: `A/HRC/17/26`, `E/2012/30/Corr.1`, `A/CONF.157/24 (Part I)`.

use super::{Cursor, RawSymbol};
use crate::{homoglyphs, token::plain_mark};

/// The series of documents: what may stand before the first slash of a symbol.
const SERIES: [&str; 62] = [
    "A",
    "S",
    "E",
    "T",
    "ST",
    "DP",
    "CD",
    "TD",
    "PBC",
    "PCNICC",
    "UNEP",
    "UNDP",
    "UNW",
    "UNA",
    "UNODC",
    "UNFPA",
    "UNHCR",
    "UNCTAD",
    "UNICEF",
    "UNIDO",
    "HSP",
    "HS",
    "HRI",
    "CRC",
    "CCPR",
    "CEDAW",
    "CERD",
    "CAT",
    "CMW",
    "CRPD",
    "CED",
    "SPT",
    "FCCC",
    "CBD",
    "CTOC",
    "CAC",
    "NPT",
    "BWC",
    "CCW",
    "APLC",
    "CCM",
    "ATT",
    "BIBLIOGRAPHY",
    "IDB",
    "GC",
    "LC",
    "ECE",
    "ECA",
    "ESCAP",
    "ESCWA",
    "EB",
    "ICCD",
    "ISBA",
    "SPLOS",
    "CLCS",
    "ICC-ASP",
    "MP",
    "IPBES",
    "WFP",
    "JIU",
    "DPI",
    "UNESCO",
];

/// The length of the longest series, in characters.
const LONGEST_SERIES: usize = 12;

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawSymbol> {
    let mut symbols: Vec<RawSymbol> = Vec::new();
    let mut free_from = 0;
    for at in 1..cursor.tokens.len() {
        if !cursor.is_mark(at, '/') || !cursor.glued(at) || !is_series(cursor.text(at - 1)) {
            continue;
        }
        let start = cursor.tokens[at - 1].start as usize;
        // Within a path or an address nothing begins.
        let inside = !cursor.tokens[at - 1].gap && at >= 2 && matches!(cursor.text(at - 2), "/" | "." | "_" | "=");
        if start >= free_from && !inside {
            let (end, symbol) = read(cursor.block, start);
            symbols.extend(symbol);
            free_from = end;
        }
    }
    symbols
}

fn is_series(text: &str) -> bool {
    text.len() <= 2 * LONGEST_SERIES && SERIES.contains(&&*homoglyphs::in_latin(text))
}

/// Reads the symbol that begins at an offset: where it ends, and the symbol if a number is in it.
fn read(block: &str, start: usize) -> (usize, Option<RawSymbol>) {
    let rest = &block[start..];
    let mut end = run(rest);
    // Broken after a slash: the rest is on the next line.
    if rest[..end].ends_with('/') {
        let space = rest[end..].len() - rest[end..].trim_start().len();
        let next = &rest[end + space..];
        let length = run(next);
        if rest[end..end + space].contains('\n') && next.starts_with(|c: char| c.is_ascii_alphanumeric()) && length > 0
        {
            end += space + length;
        }
    }
    end = trim(rest, end);
    // Volumes, parts and sections in brackets, years and sessions of adopted texts.
    while let Some(length) = bracketed(&rest[end..]) {
        end += length;
        end = trim(rest, end + run(&rest[end..]));
    }
    let printed = &rest[..end];
    let text: String = if printed.contains('\n') { printed.split_whitespace().collect() } else { printed.to_owned() };
    let text = if text.is_ascii() { text } else { homoglyphs::in_latin(&text).chars().map(plain_mark).collect() };
    let counted = text.contains(|c: char| c.is_ascii_digit());
    (start + end, counted.then_some(RawSymbol { span: start..start + end, text, noun: None }))
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

/// Whether a double symbol goes on here: a series of one or two letters, or any other, and a slash.
fn begins_series(text: &str) -> bool {
    let series = text.bytes().take(2 * LONGEST_SERIES + 1).position(|byte| byte == b'/');
    series.is_some_and(|end| text.get(..end).is_some_and(is_series))
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
