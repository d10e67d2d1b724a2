//! The symbols of documents that the draft has already.

use std::collections::HashSet;

use super::{Item, ItemKind, LIMIT, place::Place};

/// A symbol is begun at most this many bytes before the cursor.
const LONGEST: usize = 60;

/// The symbols of the draft that begin with what is typed of one, the last one first.
pub(super) fn items(place: &Place<'_>) -> Vec<Item> {
    let before = place.before();
    let length = before.bytes().rev().take_while(|byte| is_of_symbol(*byte)).count();
    let typed = &before[before.len() - length..];
    let is_begun = typed.starts_with(|c: char| c.is_ascii_uppercase()) && typed.contains('/');
    if !is_begun || length > LONGEST || !place.asked_after("/") {
        return Vec::new();
    }
    let after = place.after();
    let rest = after.bytes().take_while(|byte| is_of_symbol(*byte) && *byte != b'.').count();
    let span = place.offset - length..place.offset + rest;
    let mut seen = HashSet::new();
    let symbols = place.draft.symbols.iter().rev().filter(|mention| !place.is_here(&mention.span));
    let known = symbols.filter(|mention| mention.text.starts_with(typed) && seen.insert(mention.text.as_str()));
    let item = |symbol: &str| Item::new(ItemKind::Document, symbol, place.say("document"), span.clone());
    known.map(|mention| item(&mention.text)).take(LIMIT).collect()
}

fn is_of_symbol(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-')
}
