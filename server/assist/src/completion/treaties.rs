//! The places of treaties in the *Treaty Series*: in notes by their names, behind the name of the series by volume.

use rapporteur_draft::ParagraphKind;
use rapporteur_lint::{Treaty, treaties};

use super::{Completions, Item, ItemKind, place::Place};
use crate::phrase::phrase_begins;

/// How many letters of a name have to be typed.
const LEAST: usize = 3;

/// How many treaties are offered at once.
const MOST: usize = 30;

/// A place of a treaty.
struct Printed {
    number: u32,
    volume: u32,
    name: &'static str,
    is_certain: bool,
}

/// The places that can be meant at the cursor.
pub(super) fn items(place: &Place<'_>) -> Completions {
    let begun = begun_place(place);
    let named = if begun.is_none() { begun_name(place) } else { None };
    let Some(start) = begun.or(named) else { return Completions::default() };
    let typed = &place.text[start..place.offset];
    let fits = |printed: &Printed| match begun {
        Some(_) => written(place, printed).starts_with(typed),
        None => is_named(printed, typed),
    };
    let mut found: Vec<Printed> = all(place).filter(fits).collect();
    found.sort_by_key(|printed| (!printed.is_certain, printed.volume, printed.number));
    let incomplete = found.len() > MOST || named.is_some() && !found.is_empty();
    let items = found.into_iter().take(MOST).map(|printed| item(place, &printed, start, begun.is_some())).collect();
    Completions { items, incomplete }
}

fn item(place: &Place<'_>, printed: &Printed, start: usize, by_place: bool) -> Item {
    let typed = &place.text[start..place.offset];
    let place_of = written(place, printed);
    let label = match printed.name {
        "" => place_of.replace('*', ""),
        name => name.to_owned(),
    };
    let detail = place.say(if printed.is_certain { "treaty" } else { "treaty-unverified" });
    let key = if by_place { place_of.clone() } else { label.clone() };
    let title = Some(place_of.replace('*', "")).filter(|title| *title != label);
    let end = if by_place { end_of_place(place, start) } else { place.word_end() };
    Item { title, ..Item::new(ItemKind::Treaty, label, detail, start..end) }
        .inserting(place_of)
        .found_by(typed, [key.as_str()])
}

/// Every place of every treaty that is known.
fn all<'a>(place: &Place<'a>) -> impl Iterator<Item = Printed> + use<'a> {
    treaties(place.settings).flat_map(|(number, Treaty { volumes, name })| {
        volumes.into_iter().map(move |volume| Printed {
            number,
            volume: volume.number,
            name,
            is_certain: volume.is_certain,
        })
    })
}

fn written(place: &Place<'_>, printed: &Printed) -> String {
    place.language.treaty(&printed.volume.to_string(), &printed.number.to_string())
}

/// Where the place of a treaty begins that is typed up to the cursor, in the language's form: at least who publishes the
/// series, and a letter more.
fn begun_place(place: &Place<'_>) -> Option<usize> {
    let sample = place.language.treaty("", "");
    let head = sample.find([',', '،', '，']).map(|at| &sample[..at])?;
    let before = place.before();
    let start = before.rfind(head)?;
    let typed = &before[start..];
    let common = typed.bytes().zip(sample.bytes()).take_while(|(one, other)| one == other).count();
    // As far as a volume is typed the sample does not go.
    let goes_on =
        typed.get(common..).is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()));
    (goes_on && common > head.len() + 2 && place.is_draft()).then_some(place.line + start)
}

/// Where the place of a treaty ends that begins at an offset, as far as it is written in the language's form.
fn end_of_place(place: &Place<'_>, start: usize) -> usize {
    const ANY: char = '0';
    let rest = &place.text[start..place.offset + place.after().len()];
    let mut end = 0;
    for due in place.language.treaty(&ANY.to_string(), &ANY.to_string()).chars() {
        let left = &rest[end..];
        end += match due {
            ANY => left.len() - left.trim_start_matches(|c: char| c.is_ascii_digit()).len(),
            _ if left.starts_with(due) => due.len_utf8(),
            _ => break,
        };
    }
    place.word_end().max(start + end)
}

/// Where the name of a treaty begins that is typed in a note.
fn begun_name(place: &Place<'_>) -> Option<usize> {
    let before = place.before();
    if place.trigger.is_some() || !before.ends_with(char::is_alphanumeric) || !is_note(place, before) {
        return None;
    }
    let begin = before
        .rfind(['.', ';', ':', ',', '(', ']', '>', '“', '«', '*'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let words = before[begin..].trim_start();
    (words.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST).then(|| place.offset - words.len())
}

/// Whether the cursor stands in a note.
fn is_note(place: &Place<'_>, before: &str) -> bool {
    let read = place.draft.paragraph_at(place.in_reading(place.offset));
    before.trim_start().starts_with("[^") && before.contains("]:")
        || read.is_some_and(|index| place.draft.paragraphs[index].kind == ParagraphKind::NoteDefinition)
}

/// Whether words are the beginning of the name of a treaty, or of words of it; or its number.
fn is_named(printed: &Printed, typed: &str) -> bool {
    let words: Vec<&str> = printed.name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut wanted = typed.split_whitespace().filter(|word| word.chars().count() >= LEAST).peekable();
    wanted.peek().is_some() && wanted.all(|wanted| words.iter().any(|word| phrase_begins(word, wanted)))
        || printed.number.to_string() == typed
}
