//! The acronyms that the draft has explained.

use std::collections::BTreeSet;

use super::{Item, ItemKind, place::Place};
use crate::{acronym::meaning, phrase::starts_word};

/// How many acronyms are offered at once.
const MOST: usize = 20;

/// The acronyms that begin with the capitals before the cursor.
pub(super) fn items(place: &Place<'_>) -> Vec<Item> {
    let before = place.before();
    let length =
        before.chars().rev().take_while(|c| c.is_uppercase() || c.is_ascii_digit()).map(char::len_utf8).sum::<usize>();
    let start = before.len() - length;
    let typed = &before[start..];
    let is_begun = typed.chars().count() >= 2 && typed.starts_with(char::is_uppercase) && starts_word(before, start);
    // A stroke makes it a symbol.
    if !is_begun || before[..start].ends_with('/') || place.trigger.is_some() || !place.is_draft() {
        return Vec::new();
    }
    let span = place.line + start..place.word_end();
    let explained = place.draft.explained_acronyms(place.read);
    let own = place.settings.acronyms.keys().map(String::as_str);
    let fits = |acronym: &&str| acronym.starts_with(typed) && *acronym != typed;
    let known: BTreeSet<&str> = explained.keys().copied().chain(own).filter(fits).collect();
    let item = |acronym: &str| {
        let meaning = meaning(place.read, place.draft, place.settings, acronym).map(|(meaning, _)| meaning);
        Item { title: meaning, ..Item::new(ItemKind::Acronym, acronym, place.say("acronym"), span.clone()) }
    };
    known.into_iter().take(MOST).map(item).collect()
}
