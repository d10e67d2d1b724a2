//! Days out of order.

use rapporteur_symbol::{Body, Kind, Letter, Number, Symbol};
use time::Date;

use super::{Fault, Inconsistency, in_order, weight};
use crate::entry::Entry;

/// The last session of the General Assembly whose resolutions were numbered by the committee that proposed them, and not
/// in the order of their adoption.
const NUMBERED_BY_COMMITTEE: u16 = 11;

/// The texts whose day is out of order in their series. They come by symbol.
pub(super) fn out_of_order<'a>(entries: &[Entry<'a>]) -> Vec<Inconsistency<'a>> {
    let dated: Vec<(Entry<'a>, Date)> = entries
        .iter()
        .filter(|entry| is_numbered_by_day(entry.symbol()))
        .filter_map(|entry| Some((*entry, entry.day()?)))
        .collect();
    let mut found = Vec::new();
    for series in dated.chunk_by(|(one, _), (other, _)| series(one.symbol()) == series(other.symbol())) {
        let days: Vec<(Date, u32)> = series.iter().map(|(entry, day)| (*day, weight(entry.basis()))).collect();
        let selected = in_order(&days);
        for (place, (entry, day)) in series.iter().enumerate().filter(|(place, _)| !selected[*place]) {
            let is_selected = |(other, _): &(usize, &(Entry<'a>, Date))| selected[*other];
            let mut before = series.iter().enumerate().take(place).rev().filter(is_selected);
            let mut after = series.iter().enumerate().skip(place).filter(is_selected);
            let before = before.next().filter(|(_, (_, other))| other > day).map(|(_, (other, _))| *other);
            let after = after.next().filter(|(_, (_, other))| other < day).map(|(_, (other, _))| *other);
            found.push(Inconsistency { entry: *entry, fault: Fault::Order { before, after } });
        }
    }
    found
}

/// Whether the number of a text tells its place in the order of adoption.
fn is_numbered_by_day(symbol: Symbol) -> bool {
    let first = Letter::new('A');
    match (symbol.body, symbol.kind, symbol.number) {
        // A part may be added to a resolution in the course of the session.
        _ if symbol.part.is_some() && symbol.part != first => false,
        // Decisions have ranges of numbers for elections, for what committees propose and for all else.
        (Body::GeneralAssembly, Kind::Decision, _) => false,
        (Body::GeneralAssembly, _, Number::Roman { session, .. }) => session.ordinal > NUMBERED_BY_COMMITTEE,
        _ => true,
    }
}

/// What a number is counted within: the session or year, for running numbers all years.
fn series(symbol: Symbol) -> Symbol {
    let number = match symbol.number {
        Number::Running { .. } => Number::Running { year: 0, number: 0 },
        number => number.with_ordinal(0),
    };
    Symbol { number, part: None, ..symbol }
}
