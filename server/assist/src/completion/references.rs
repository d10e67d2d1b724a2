//! References to parts of this text: the numbers of its paragraphs, sections and annexes.

use rapporteur_draft::{Draft, Paragraph, ParagraphKind, Span, digit};

use super::{Item, ItemKind, LIMIT, place::Place};
use crate::phrase::ends_with_phrase;

/// How many characters of a paragraph are shown.
const BEGINNING: usize = 80;

/// A part that can be referred to.
struct Part<'a> {
    /// Its number, as it is written in a reference.
    number: String,
    paragraph: &'a Paragraph,
}

/// The parts whose numbers can stand behind the noun before the cursor.
pub(super) fn items(place: &Place<'_>) -> Vec<Item> {
    let (open, _) = place.language.number_marks();
    let marks = format!(" {open}");
    if !place.has_clauses() || !place.asked_after(&marks) {
        return Vec::new();
    }
    if place.language.noun_comes_last() { before_the_noun(place, open) } else { behind_the_noun(place) }
}

/// "paragraph 3 above", "section II", "annex I".
fn behind_the_noun(place: &Place<'_>) -> Vec<Item> {
    let before = place.before();
    let length = before.chars().rev().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    let (head, typed) = before.split_at(before.len() - length);
    let Some(head) = head.strip_suffix([' ', '\u{a0}']) else { return Vec::new() };
    let language = place.language;
    let last = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let names = |noun: &str| ends_with_phrase(head, noun) || language.is_joined_form(last, noun);
    let is_number = typed.chars().all(|c| digit(c).is_some());
    if is_number && language.paragraph_nouns().any(names) {
        let items = numbered(place).map(|part| {
            let words = place_words(place, part.paragraph);
            let insert = words.map_or_else(|| part.number.clone(), |words| format!("{} {words}", part.number));
            item(place, &part, insert, length)
        });
        return fitting(items, typed);
    }
    let kinds: &[ParagraphKind] = if language.section_nouns().any(names) {
        &[ParagraphKind::Heading, ParagraphKind::Other]
    } else if language.annex_nouns().any(names) {
        &[ParagraphKind::AnnexHeading]
    } else {
        &[]
    };
    let items = headed(place, kinds).map(|part| item(place, &part, part.number.clone(), length));
    fitting(items, typed)
}

/// `上文第3段`, `本决议第3段`: the place or the text stands before the number, and the noun behind it.
fn before_the_noun(place: &Place<'_>, open: &str) -> Vec<Item> {
    let before = place.before();
    let length = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, typed) = before.split_at(before.len() - length);
    let Some(head) = head.strip_suffix(open) else { return Vec::new() };
    let lies = |above| place.language.place_words(above).any(|words| ends_with_phrase(head, words));
    let (above, below) = (lies(true), lies(false));
    let anywhere = place.language.words_for_itself().any(|words| ends_with_phrase(head, words));
    if !above && !below && !anywhere {
        return Vec::new();
    }
    let noun = place.language.paragraph_nouns().next().unwrap_or_default();
    let rest = if place.after().trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(noun) { "" } else { noun };
    let here = place.in_reading(place.offset);
    let there = numbered(place).filter(|part| anywhere || (part.paragraph.span.end <= here) == above);
    fitting(there.map(|part| item(place, &part, format!("{}{rest}", part.number), length)), typed)
}

/// The items that begin with what is typed.
fn fitting(items: impl Iterator<Item = Item>, typed: &str) -> Vec<Item> {
    items.filter(|item| item.label.starts_with(typed) && item.insert != typed).take(LIMIT).collect()
}

fn item(place: &Place<'_>, part: &Part<'_>, insert: String, typed: usize) -> Item {
    let title = beginning(place, part.paragraph);
    let span: Span = place.offset - typed..place.word_end();
    Item { title: Some(title), ..Item::new(ItemKind::Part, &part.number, place.say("part"), span) }.inserting(insert)
}

/// The numbered operative paragraphs of the resolution that the cursor stands in, but for its own.
fn numbered<'a>(place: &Place<'a>) -> impl Iterator<Item = Part<'a>> + use<'a> {
    let place = *place;
    let series = place.paragraph_before(place.offset).map(|(_, paragraph)| paragraph);
    let series =
        series.filter(|paragraph| paragraph.kind == ParagraphKind::Operative).map(|paragraph| paragraph.series);
    let is_one = move |paragraph: &&Paragraph| {
        paragraph.kind == ParagraphKind::Operative
            && series.is_none_or(|series| paragraph.series == series)
            && !place.is_here(&paragraph.span)
    };
    place.draft.paragraphs.iter().filter(is_one).filter_map(move |paragraph| {
        let label = paragraph.label.as_ref().filter(|label| label.number.is_some())?;
        Some(Part { number: place.printed(&label.value_span).to_owned(), paragraph })
    })
}

/// The headings of some kinds that have a number.
fn headed<'a>(place: &Place<'a>, kinds: &'a [ParagraphKind]) -> impl Iterator<Item = Part<'a>> + use<'a> {
    let place = *place;
    let draft: &'a Draft = place.draft;
    draft.paragraphs.iter().filter(|paragraph| kinds.contains(&paragraph.kind)).filter_map(move |paragraph| {
        let heading = place.printed(&paragraph.span);
        let (span, _) = draft.language.heading_number(heading)?;
        Some(Part { number: heading[span].trim_matches(['*', '_', '.']).to_owned(), paragraph })
    })
}

/// The words that say where a paragraph lies, unless they stand there already.
fn place_words(place: &Place<'_>, paragraph: &Paragraph) -> Option<&'static str> {
    let language = place.language;
    let rest = place.text[place.word_end()..].trim_start();
    let stands = |above| language.place_words(above).any(|words| crate::phrase::phrase_at(rest, words).is_some());
    let above = paragraph.span.end <= place.in_reading(place.offset);
    (!stands(true) && !stands(false)).then(|| language.place_words(above).next())?
}

/// The first words of a paragraph, without marks.
fn beginning(place: &Place<'_>, paragraph: &Paragraph) -> String {
    let text = place.printed(&paragraph.content);
    let plain = text.chars().filter(|c| !matches!(c, '*' | '_' | '#'));
    let short: String = plain.take(BEGINNING + 1).collect();
    let short = short.split_whitespace().collect::<Vec<_>>().join(" ");
    match short.char_indices().nth(BEGINNING - 1) {
        Some((end, _)) => format!("{} …", &short[..short[..end].rfind(' ').unwrap_or(end)]),
        None => short,
    }
}
