//! Parts that were adopted before the whole.

use super::{Fault, Inconsistency};
use crate::entry::Entry;

/// The parts dated before the whole, or before the first part that is dated. They come by symbol.
pub(super) fn before_the_first<'a>(entries: &[Entry<'a>]) -> Vec<Inconsistency<'a>> {
    let mut found = Vec::new();
    for parts in entries.chunk_by(|one, other| one.symbol().whole() == other.symbol().whole()) {
        let mut dated = parts.iter().filter_map(|entry| Some((*entry, entry.day()?)));
        let Some((first, day)) = dated.next() else { continue };
        let earlier = dated.filter(|(_, other)| *other < day);
        found.extend(earlier.map(|(entry, _)| Inconsistency { entry, fault: Fault::Part { first } }));
    }
    found
}
