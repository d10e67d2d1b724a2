//! The numbers of sections and annexes: `VII`, `3`, `十二`, `الثاني`.

use super::{Cursor, dates};
use crate::homoglyphs::in_latin;

/// Sections have no larger numbers; and no single letter beyond the X is one.
const LARGEST: u32 = 99;

/// The number at a token, and the token after it.
pub(super) fn read(cursor: Cursor<'_>, at: usize) -> Option<(usize, u32)> {
    let known = || cursor.phrase(&cursor.data.numerals, at);
    let read = roman(cursor.text(at)).map(|number| (at + 1, number));
    read.or_else(known).or_else(|| dates::figure(cursor, at)).filter(|(_, number)| (1..=LARGEST).contains(number))
}

/// A Roman number in capitals; Cyrillic look-alikes may be typed for its letters.
fn roman(printed: &str) -> Option<u32> {
    // Most words are none.
    if printed.len() > 12 || !printed.starts_with(['I', 'V', 'X', 'L', 'Х', 'І']) {
        return None;
    }
    rapporteur_symbol::parse_roman(&in_latin(printed)).map(u32::from)
}
