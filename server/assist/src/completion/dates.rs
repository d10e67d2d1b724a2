//! The date of a citation, behind its number.

use super::{Item, place::Place};
use crate::dating;

/// The dates that can stand at the cursor, behind a citation.
pub(super) fn items(place: &Place<'_>) -> Vec<Item> {
    let Some((span, cited)) = dating::at(place.text, place.draft, place.offset) else { return Vec::new() };
    let mut items: Vec<Item> = Vec::new();
    // Of several that are to share the date, the last one stands next to it.
    for entry in cited.into_iter().rev().filter_map(|symbol| place.registry.lookup(symbol)) {
        let Some(day) = entry.day() else { continue };
        let typed = &place.text[span.clone()];
        let date = place.in_digits(typed, place.draft.language.format_date(day));
        // It may stand there already, with the cursor in it.
        let is_news = !place.text[span.start..].starts_with(&date);
        if is_news && !items.iter().any(|item| item.label == date) {
            items.push(place.offer(entry, &span, date.clone(), date));
        }
    }
    items
}
