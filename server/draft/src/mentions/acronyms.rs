//! Acronyms: `UNODC`, `ЮНОДК`; and where one is put in brackets behind what it stands for: "the United Nations Office on
//! Drugs and Crime (UNODC)".

use super::{Cursor, RawAcronym};
use crate::token::TokenKind;

/// How many letters an acronym may have. Longer words in capitals are headings and names.
const LONGEST: usize = 10;

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawAcronym> {
    let mut acronyms = Vec::new();
    for (at, token) in cursor.tokens.iter().enumerate() {
        if !matches!(token.kind, TokenKind::Word(_)) || !is_acronym(cursor.text(at)) || is_code(cursor, at) {
            continue;
        }
        let bracketed = at > 0 && cursor.is_mark(at - 1, '(') && cursor.glued(at) && cursor.is_mark(at + 1, ')');
        acronyms.push(RawAcronym { span: token.span(), bracketed });
    }
    acronyms
}

/// Whether a word is all in capitals, but for the ending of a plural, and no Roman numeral.
fn is_acronym(word: &str) -> bool {
    // Most words are told by their second letter.
    let mut chars = word.chars();
    let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    if !capital(chars.next()) || !capital(chars.next()) {
        return false;
    }
    let letters = word.strip_suffix('s').unwrap_or(word);
    letters.chars().count() <= LONGEST
        && letters.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
        && !letters.bytes().all(|byte| b"IVXLCDM".contains(&byte))
}

/// Whether the word is a piece of a symbol, an address or a code: a slash, a point, a hyphen or a figure joins it to what
/// stands beside it.
fn is_code(cursor: Cursor<'_>, at: usize) -> bool {
    let joins = |at: usize| cursor.number(at).is_some() || matches!(cursor.mark(at), Some('/' | '-' | '_' | '@' | '&'));
    let before = at > 0 && cursor.glued(at) && (joins(at - 1) || cursor.is_mark(at - 1, '.'));
    let point =
        cursor.is_mark(at + 1, '.') && cursor.glued(at + 1) && cursor.glued(at + 2) && at + 2 < cursor.tokens.len();
    before
        || (cursor.glued(at + 1) && joins(at + 1))
        || (point && (cursor.word(at + 2).is_some() || cursor.number(at + 2).is_some()))
}
