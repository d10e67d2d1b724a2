//! Published records with the symbols of their documents: "Official Records of the Economic and Social Council, 2017,
//! Supplement No. 10 (E/2017/30)".

use super::{Cursor, RawRecord, RawSymbol};
use crate::years::is_year_of_resolutions;

/// How many tokens the title of a record may have behind its first words.
const LONGEST: usize = 48;

/// How many tokens may stand between the word for a supplement and its number.
const SIGNS: usize = 4;

/// Finds the records of a block; `symbols` are those of the same block.
pub(super) fn find(cursor: Cursor<'_>, symbols: &[RawSymbol]) -> Vec<RawRecord> {
    // A record that has no symbol says nothing that could be compared.
    if symbols.is_empty() {
        return Vec::new();
    }
    let titles = (0..cursor.tokens.len()).filter_map(|at| cursor.phrase(&cursor.data.record_title, at));
    titles.filter_map(|(next, ())| read(cursor, symbols, next)).collect()
}

/// Reads what stands behind the first words of a title, up to the symbol in brackets.
fn read(cursor: Cursor<'_>, symbols: &[RawSymbol], from: usize) -> Option<RawRecord> {
    let data = cursor.data;
    let end = (from..cursor.tokens.len().min(from + LONGEST)).find(|at| cursor.is_mark(*at, '('))?;
    let start = cursor.tokens.get(end + 1)?.start as usize;
    let symbol = symbols.binary_search_by_key(&start, |symbol| symbol.span.start).ok()?;
    let (mut session, mut year, mut supplement) = (None, None, None);
    for at in from..end {
        let number = |at: usize| cursor.number(at).map(|number| (cursor.tokens[at].span(), number));
        if session.is_none()
            && let Some((next, number)) = cursor.phrase(&data.sessions, at)
        {
            session = Some((cursor.span(at, next - 1), number));
        } else if let Some((next, ())) = cursor.phrase(&data.record_supplement, at) {
            supplement = (next..end.min(next + SIGNS)).find_map(number);
        } else if year.is_none() {
            year = number(at).filter(|(_, number)| is_year_of_resolutions(*number));
        }
    }
    Some(RawRecord { session, year, supplement, symbol })
}
