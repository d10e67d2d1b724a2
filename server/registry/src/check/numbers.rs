//! Running numbers that are said of the wrong session or year.

use std::collections::HashSet;

use rapporteur_symbol::{Body, Kind, Meetings, Number, Symbol};

use super::{Fault, Inconsistency, in_order, weight};
use crate::entry::Entry;

/// The texts whose number belongs to another session or year. They come by symbol.
pub(super) fn of_other_sessions<'a>(entries: &[Entry<'a>]) -> Vec<Inconsistency<'a>> {
    let running: Vec<(Entry<'a>, u16)> =
        entries.iter().filter_map(|entry| Some((*entry, session_or_year(entry.symbol())?))).collect();
    let mut found = Vec::new();
    for numbers in running.chunk_by(|(one, _), (other, _)| counting(one.symbol()) == counting(other.symbol())) {
        let mut numbers = numbers.to_vec();
        numbers.sort_by_key(|(entry, session)| (entry.symbol().number.ordinal(), *session));
        let sessions: Vec<(u16, u32)> =
            numbers.iter().map(|(entry, session)| (*session, weight(entry.basis()))).collect();
        let mut told = HashSet::new();
        for (place, _) in in_order(&sessions).iter().enumerate().filter(|(_, selected)| !**selected) {
            let (entry, session) = numbers[place];
            let neighbours = [place.checked_sub(1), Some(place + 1)].into_iter().flatten();
            let other = neighbours.filter_map(|at| numbers.get(at)).find(|(_, other)| *other != session);
            if let Some((other, _)) = other {
                told.insert(entry.symbol());
                found.push(Inconsistency { entry, fault: Fault::Number { other: *other } });
            }
        }
        // The last number of a session, said of the next one too, is in order.
        for pair in numbers.windows(2) {
            let [(one, session), (other, next)] = pair else { continue };
            let same = one.symbol().number.ordinal() == other.symbol().number.ordinal() && session != next;
            if same && !told.contains(&one.symbol()) && !told.contains(&other.symbol()) {
                let (weak, strong) =
                    if weight(one.basis()) < weight(other.basis()) { (one, other) } else { (other, one) };
                found.push(Inconsistency { entry: *weak, fault: Fault::Number { other: *strong } });
            }
        }
    }
    found
}

/// The session or year that stands beside a number that runs through all of them, in order of time: that of the Security
/// Council, and of the General Assembly and the Trusteeship Council in regular sessions. (Those of the Economic and Social
/// Council began anew in its first sessions.)
fn session_or_year(symbol: Symbol) -> Option<u16> {
    match symbol.number {
        Number::Running { year, .. } => Some(year),
        Number::Roman { session, .. } => {
            let runs = symbol.body != Body::EconomicAndSocialCouncil && session.meetings == Meetings::Regular;
            runs.then_some(session.ordinal)
        }
        Number::Session { .. } | Number::Yearly { .. } => None,
    }
}

/// What a number runs through.
fn counting(symbol: Symbol) -> (Body, Kind, bool) {
    (symbol.body, symbol.kind, matches!(symbol.number, Number::Running { .. }))
}
