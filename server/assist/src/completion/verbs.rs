//! The phrases that open paragraphs, by the part in which one is opened.

use rapporteur_draft::{Language, LeadPart, Opening, Paragraph, ParagraphKind, RepeatPlace, is_ideograph, unmarked};
use rapporteur_lint::due_behind;
use rapporteur_symbol::Body;

use super::{Completions, Item, ItemKind, head::Head, place::Place, topic::Topic};
use crate::phrase::phrase_begins;

/// How many phrases are offered at once.
const MOST: usize = 50;

/// A phrase that can open the paragraph.
struct Phrase {
    text: String,
    /// How else it may be typed: a repeated one as if it were not.
    bare: Option<String>,
    part: LeadPart,
}

/// The phrases that can stand at the head of a paragraph, the likely part first, and there the due and the frequent.
pub(super) fn items(place: &Place<'_>, head: &Head) -> Completions {
    let typed = &place.text[head.words.clone()];
    if !place.has_clauses() || !head.is_open || head.is_blank() && place.trigger.is_some() || !place.asked_after(" *") {
        return Completions::default();
    }
    let parts = head.parts(place);
    let likely = if typed.is_empty() { &parts[..parts.len().min(1)] } else { &parts[..] };
    let mut phrases: Vec<Phrase> = likely.iter().flat_map(|part| phrases(place, head, *part, typed)).collect();
    // A phrase that is typed already, with what may follow it, is no news.
    if phrases.iter().all(|phrase| phrase.text.trim_end() == typed.trim_end()) {
        phrases.clear();
    }
    // What is repeated is found by other words than it is written in: then the editor can't tell what to keep.
    let incomplete = phrases.len() > MOST || phrases.iter().any(|phrase| phrase.bare.is_some()) || typed.is_empty();
    phrases.truncate(MOST);
    Completions {
        incomplete: incomplete && !phrases.is_empty(),
        items: phrases.into_iter().map(|phrase| item(place, head, phrase)).collect(),
    }
}

/// The phrases of a part that begin as is typed.
fn phrases(place: &Place<'_>, head: &Head, part: LeadPart, typed: &str) -> Vec<Phrase> {
    let language = place.language;
    let before = place.paragraph_before(head.start).map(|(_, paragraph)| paragraph);
    let kind = if part == LeadPart::Preambular { ParagraphKind::Preambular } else { ParagraphKind::Operative };
    // Sub-paragraphs belong to the paragraph above them.
    let previous = before.filter(|before| before.kind == kind).or_else(|| above_its_list(place, head, kind));
    let due = previous.and_then(|previous| previous.lead.as_ref()).and_then(|lead| {
        let phrase = unmarked(place.printed(&lead.span));
        Some((language.opening_identity(&phrase)?, due_behind(lead, place.body())?, phrase.to_lowercase()))
    });
    let gender = place.body().and_then(|body| language.gender(body));
    let gender = gender.or_else(|| language.gender(Body::GeneralAssembly));
    let hints = place.draft.as_hints();
    let own = hints.vocabulary.as_ref().and_then(|vocabulary| vocabulary.added(language));
    let own = own.map(|added| if part == LeadPart::Preambular { &added.preambular } else { &added.operative });
    let own = own.into_iter().flatten().map(|phrase| Opening { phrase: phrase.clone(), count: 0 });
    let openings = own.chain(language.openings(part, gender, previous.is_none()));
    let (mut repeated, mut others) = (Vec::new(), Vec::new());
    for Opening { phrase, .. } in openings {
        if let Some((identity, place, previous)) = &due
            // To read each phrase takes longer than to see that most have nothing in common with the one before.
            && previous.contains(&telling_word(&phrase))
            && language.opening_identity(&phrase) == Some(*identity)
            && let Some(text) = language.repeated(&phrase, part, *place)
            && (phrase_begins(&text, typed) || phrase_begins(&phrase, typed))
        {
            let addresses = language.opening_addresses(&phrase);
            // Somebody else may be told the same, which is no repetition.
            let bare = addresses.then(|| Phrase { text: phrase.clone(), bare: None, part });
            others.extend(bare.filter(|bare| phrase_begins(&bare.text, typed)));
            repeated.push(Phrase { text, bare: Some(phrase), part });
        } else if phrase_begins(&phrase, typed) {
            others.push(Phrase { text: phrase, bare: None, part });
        }
    }
    repeated.extend(others);
    repeated
}

/// A word that a phrase has in all its forms, in lower case: the second, since a conjunction may be joined to the first, or
/// the only one; of ideographs the first.
fn telling_word(phrase: &str) -> String {
    let mut words = phrase.split([' ', '’']);
    let first = words.next().unwrap_or_default();
    let word = words.next().unwrap_or(first);
    let letters = if word.starts_with(is_ideograph) { 1 } else { word.len() };
    word.chars().take(letters).flat_map(char::to_lowercase).collect()
}

/// The operative paragraph to which the sub-paragraphs before the head belong.
fn above_its_list<'a>(place: &Place<'a>, head: &Head, kind: ParagraphKind) -> Option<&'a Paragraph> {
    let (index, last) = place.paragraph_before(head.start)?;
    let mut above = place.draft.paragraphs[..index].iter().rev().take(64);
    let above = above.find(|paragraph| paragraph.kind != ParagraphKind::SubParagraph);
    above.filter(|above| last.kind == ParagraphKind::SubParagraph && above.kind == kind)
}

fn item(place: &Place<'_>, head: &Head, phrase: Phrase) -> Item {
    let Phrase { text, bare, part } = phrase;
    let (mark, end) = marks(place, head);
    let closing = if end.1 { "" } else { mark.as_str() };
    let end = end.0.max(place.end_of(&place.text[head.words.clone()], &text));
    let detail = place.say(if part == LeadPart::Preambular { "preambular" } else { "operative" });
    let span = head.mark.start..end;
    let typed = &place.text[head.mark.start..place.offset];
    let opened = &place.text[head.mark.clone()];
    let filters = [Some(&text), bare.as_ref()].map(|text| text.map(|text| format!("{opened}{text}")));
    Item::new(ItemKind::Verb, &text, detail, span)
        .inserting(format!("{mark}{text}{closing}"))
        .found_by(typed, filters.iter().flatten().map(String::as_str))
        .about(Topic::Verb { phrase: bare.unwrap_or(text), part })
}

/// The mark that opens the emphasis of the phrase; and where what is replaced ends, with whether the mark that closes it
/// stands there already.
fn marks(place: &Place<'_>, head: &Head) -> (String, (usize, bool)) {
    let typed = &place.text[head.mark.clone()];
    let own = place.language.emphasis_mark();
    let mark = match typed {
        "" if !place.emphasises() => "",
        // One of two asterisks.
        _ if own.starts_with(typed) => own,
        _ => typed,
    };
    let rest = place.after();
    let words = rest.find(|c: char| !(c.is_alphabetic() || matches!(c, ' ' | '’' | '\''))).unwrap_or(rest.len());
    if !typed.is_empty() && rest[words..].starts_with(typed) {
        // An editor closes what is opened: one asterisk that was typed has one behind it, and both are replaced.
        let closed = mark == typed;
        let end = place.offset + words + if closed { 0 } else { typed.len() };
        return (mark.to_owned(), (end, closed));
    }
    (mark.to_owned(), (place.word_end(), false))
}

/// What is said of a phrase: where it stands, how often, and what it is in the other part.
pub(super) struct Account {
    /// The sample of official texts opens as many paragraphs with it; none where nothing is known.
    pub(super) count: u32,
    /// The phrase in the other part.
    pub(super) other: Option<String>,
    /// The phrase with the words that say that it is repeated.
    pub(super) repeated: Vec<String>,
}

/// What is known of a phrase that opens paragraphs.
pub(super) fn account(language: Language, phrase: &str, part: LeadPart, body: Option<Body>) -> Account {
    let gender = language.gender(body.unwrap_or(Body::GeneralAssembly));
    let counts = [true, false].into_iter().flat_map(|first| language.openings(part, gender, first));
    let count = counts.filter(|opening| opening.phrase == phrase).map(|opening| opening.count).max();
    let other = if part == LeadPart::Preambular { LeadPart::Operative } else { LeadPart::Preambular };
    let places = [RepeatPlace::Second, RepeatPlace::Third];
    Account {
        count: count.unwrap_or_default(),
        other: language.lead_in(phrase, other, gender, false),
        repeated: places.into_iter().filter_map(|place| language.repeated(phrase, part, place)).collect(),
    }
}
