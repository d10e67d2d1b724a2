//! The names of bodies: in enacting lines and in running text.

use rapporteur_draft::{ParagraphKind, is_ideograph};
use rapporteur_symbol::Body;

use super::{Item, ItemKind, head::Head, place::Place};
use crate::phrase::{phrase_begins, starts_word};

/// How many words of a name may have been typed, and how many ideographs.
const MOST_WORDS: usize = 8;

/// How many names are offered at once: a language may have several forms of each.
const MOST: usize = 12;

/// The lines that say which body acts, at the head of a draft that does not say so yet.
pub(super) fn enacting_lines(place: &Place<'_>, head: &Head) -> Vec<Item> {
    use ParagraphKind::{EnactingLine, Masthead, Part, Preambular, Title};
    let before = place.paragraph_before(head.start).map(|(_, paragraph)| paragraph.kind);
    let is_due = matches!(before, None | Some(Masthead | Title | Part))
        && place.paragraph_after().is_none_or(|after| after.kind == Preambular && before != Some(EnactingLine));
    let named = place.has_clauses() || place.is_begun() && (!head.mark.is_empty() || head.words.len() > 2);
    if !is_due || !named || head.label.is_some() || !place.asked_after("*") || head.is_blank() && !place.has_clauses() {
        return Vec::new();
    }
    let language = place.language;
    let typed = &place.text[head.words.clone()];
    let (marked, comma) = (language.emphasis_mark(), language.comma());
    let after = place.after();
    let closing = &place.text[head.mark.clone()];
    let rest = after.strip_prefix(closing).filter(|_| !closing.is_empty()).map_or(place.word_end(), |rest| {
        let comma = rest.strip_prefix(comma).map_or(0, |_| comma.len());
        place.offset + closing.len() + comma
    });
    let likely = place.body().unwrap_or(Body::GeneralAssembly);
    let bodies = [likely].into_iter().chain(Body::all().filter(|body| *body != likely));
    let lines = bodies.filter_map(|body| Some((body, language.enacting_line(body)?)));
    lines
        .filter_map(|(body, line)| {
            let words = line.trim_start_matches(marked).trim_end_matches(comma).trim_end_matches(marked);
            let name = language.body_name(body);
            (phrase_begins(words, typed) || phrase_begins(name, typed)).then(|| {
                let filters = [words, name].map(|text| format!("{closing}{text}"));
                Item::new(ItemKind::Body, words, place.say("enacting"), head.mark.start..rest)
                    .inserting(if place.emphasises() { line.clone() } else { format!("{words}{comma}") })
                    .found_by(&place.text[head.mark.start..place.offset], filters.iter().map(String::as_str))
            })
        })
        .collect()
}

/// The names of bodies that begin with the words before the cursor.
pub(super) fn in_text(place: &Place<'_>) -> Vec<Item> {
    if place.trigger.is_some() || !place.is_draft() {
        return Vec::new();
    }
    let before = place.before();
    // The name may have begun a few words ago: of several beginnings the longest one tells.
    beginnings(before)
        .into_iter()
        .rev()
        .map(|at| named(place, place.line + at))
        .find(|items| !items.is_empty())
        .unwrap_or_default()
}

/// The bodies whose names begin with what stands between an offset and the cursor.
fn named(place: &Place<'_>, start: usize) -> Vec<Item> {
    let typed = &place.text[start..place.offset];
    let own = place.draft.as_hints().vocabulary;
    let own = own.as_ref().and_then(|vocabulary| vocabulary.added(place.language));
    let own = own.into_iter().flat_map(|added| added.bodies.iter().map(|(name, _)| name.as_str()));
    let mut names: Vec<&str> = own.chain(place.language.body_names().map(|(name, _)| name)).collect();
    // A word that is whole may be all that is meant: "the Assembly".
    let goes_on = |name: &str| name.chars().nth(typed.chars().count()).is_some_and(|next| next != ' ');
    names.retain(|name| phrase_begins(name, typed) && goes_on(name));
    names.truncate(MOST);
    let item = |name: &str| {
        let name = name.replace('\'', "’");
        let end = place.end_of(typed, &name);
        Item::new(ItemKind::Body, &name, place.say("body"), start..end).found_by(typed, [name.as_str()])
    };
    names.into_iter().map(item).collect()
}

/// How many letters of a name have to be typed. Where a capital does not tell names from other words, more of them do.
fn least(first: char) -> usize {
    match first {
        _ if is_ideograph(first) || first.is_uppercase() => 3,
        _ => 6,
    }
}

/// Where a name may begin in a line of which the cursor stands at the end: at words with a capital, at any ideograph, and
/// at words of a script that has no capitals. The last one first.
fn beginnings(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut words, mut letters) = (0, 0);
    for (at, c) in line.char_indices().rev() {
        if !(c.is_alphabetic() || matches!(c, ' ' | '’' | '\'' | '-' | '\u{64b}'..='\u{652}')) {
            break;
        }
        letters += usize::from(c.is_alphabetic());
        let ideograph = is_ideograph(c);
        let begins = ideograph || c.is_alphabetic() && (starts_word(line, at) || line[..at].ends_with(['’', '\'']));
        if !begins {
            continue;
        }
        words += 1;
        if words > MOST_WORDS {
            break;
        }
        let enough = letters >= least(c);
        if enough && !c.is_lowercase() && line.ends_with(char::is_alphabetic) {
            found.push(at);
        }
    }
    found
}
