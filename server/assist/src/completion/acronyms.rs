//! The acronyms that the draft has explained.

use super::{Item, ItemKind, place::Place};
use crate::phrase::starts_word;

/// At how many words the meaning of an acronym may begin.
const MOST_STARTS: usize = 4;

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
    let own = place.settings.acronyms.iter().map(|(acronym, full)| (acronym.as_str(), Some(full.clone())));
    let of_draft = explained.iter().map(|(acronym, mention)| (*acronym, meaning(place, acronym, mention.span.start)));
    let mut items: Vec<Item> = Vec::new();
    for (acronym, title) in of_draft.chain(own) {
        let is_new = acronym != typed && !items.iter().any(|item| item.label == acronym);
        if acronym.starts_with(typed) && is_new {
            items.push(Item { title, ..Item::new(ItemKind::Acronym, acronym, place.say("acronym"), span.clone()) });
        }
    }
    items
}

/// What an acronym stands for: as the language has it, or else the words before the brackets that begin as it does.
fn meaning(place: &Place<'_>, acronym: &str, at: usize) -> Option<String> {
    let known = place.language.abbreviations().find(|(short, _)| *short == acronym);
    if let Some((_, full)) = known {
        return Some(full.to_owned());
    }
    let before = place.read.get(..at)?.trim_end().strip_suffix(['(', '（'])?.trim_end();
    let sentence = before.rfind(['.', ';', ',', '\n', ':', '(', ')']).map_or(0, |end| end + 1);
    let first = acronym.chars().next()?;
    let begins = |at: &usize| before[*at..].starts_with(first) && starts_word(before, *at);
    let starts = before[sentence..].char_indices().rev().map(|(at, _)| sentence + at).filter(begins).take(MOST_STARTS);
    let starts: Vec<usize> = starts.collect();
    let letters = acronym.chars().filter(|c| c.is_uppercase()).count();
    let capitals =
        |at: usize| before[at..].split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    // The nearest that has a word for nearly each letter; words may give several.
    let nearest = starts.iter().find(|at| capitals(**at) + 1 >= letters);
    let meaning = nearest.or(starts.last()).map(|at| &before[*at..])?;
    Some(meaning.to_owned())
}
