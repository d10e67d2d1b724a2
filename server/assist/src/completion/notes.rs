//! The labels of notes, within `[^`.

use std::collections::BTreeSet;

use rapporteur_draft::{NoteDefinition, Span};

use super::{Item, ItemKind, place::Place, topic::Topic};

/// A label is no longer than this, in bytes.
const LONGEST: usize = 24;

/// How many characters of a definition are shown.
const BEGINNING: usize = 80;

/// The labels that can stand in a call, or before a definition, that is begun at the cursor; `None` where none is.
pub(super) fn items(place: &Place<'_>) -> Option<Vec<Item>> {
    let before = place.before();
    let open = before.rfind("[^").filter(|open| before.len() - open <= LONGEST)?;
    let typed = &before[open + 2..];
    if !typed.chars().all(is_of_label) || !place.asked_after("^") {
        return None;
    }
    let after = place.after();
    let label = after.find(|c| !is_of_label(c)).unwrap_or(after.len());
    let closed = usize::from(after[label..].starts_with(']'));
    let span = place.line + open..place.offset + label + closed;
    let defines = before[..open].trim().is_empty();
    let labels = if defines { called(place) } else { defined(place) };
    let colon = if defines && !after[label + closed..].starts_with(':') { ": " } else { "" };
    let item = |(label, title): (String, Option<String>)| {
        let key = if title.is_some() || defines { "note" } else { "new-note" };
        let mark = format!("[^{label}]");
        Item { title, ..Item::new(ItemKind::Note, &label, place.say(key), span.clone()) }
            .found_by(&place.text[span.start..place.offset], [mark.as_str()])
            .inserting(format!("{mark}{colon}"))
            .about(Topic::Note(label))
    };
    Some(labels.into_iter().map(item).collect())
}

/// The labels of notes that are defined and not called, and the next number.
fn defined(place: &Place<'_>) -> Vec<(String, Option<String>)> {
    let notes = &place.draft.notes;
    let called: BTreeSet<&str> =
        notes.calls.iter().filter(|call| !place.is_here(&call.span)).map(|call| call.label.as_str()).collect();
    let waiting = notes.definitions.iter().filter(|definition| !called.contains(definition.mark.label.as_str()));
    let mut labels: Vec<_> =
        waiting.map(|definition| (definition.mark.label.clone(), Some(beginning(definition, place)))).collect();
    labels.push((next(place).to_string(), None));
    labels
}

/// The labels of notes that are called and not defined, and the next number.
fn called(place: &Place<'_>) -> Vec<(String, Option<String>)> {
    let notes = &place.draft.notes;
    let others = notes.definitions.iter().filter(|definition| !place.is_here(&definition.mark.span));
    let defined: BTreeSet<&str> = others.map(|definition| definition.mark.label.as_str()).collect();
    let mut seen = BTreeSet::new();
    let waiting = notes.calls.iter().filter(|call| !place.is_here(&call.span)).map(|call| call.label.as_str());
    let waiting = waiting.filter(|label| !defined.contains(label) && seen.insert(*label));
    let mut labels: Vec<(String, Option<String>)> = waiting.map(|label| (label.to_owned(), None)).collect();
    if labels.is_empty() {
        labels.push((next(place).to_string(), None));
    }
    labels
}

/// The number of the next note.
fn next(place: &Place<'_>) -> u32 {
    let notes = &place.draft.notes;
    let calls = notes.calls.iter().filter(|call| !place.is_here(&call.span));
    let definitions = notes.definitions.iter().map(|definition| &definition.mark);
    let definitions = definitions.filter(|mark| !place.is_here(&mark.span));
    let numbers = calls.chain(definitions).filter_map(|mark| mark.label.parse::<u32>().ok());
    numbers.max().unwrap_or_default().saturating_add(1)
}

/// The first words of a definition.
fn beginning(definition: &NoteDefinition, place: &Place<'_>) -> String {
    let text = words(definition, |span| place.printed(span));
    match text.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{} …", &text[..text[..end].rfind(' ').unwrap_or(end)]),
        None => text,
    }
}

/// What a note says, without its label.
pub(super) fn words<'t>(definition: &NoteDefinition, printed: impl Fn(&Span) -> &'t str) -> String {
    let text = printed(&(definition.mark.span.end..definition.span.end.max(definition.mark.span.end)));
    text.trim_start_matches([':', ' ', '\u{a0}']).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_of_label(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '*')
}
