//! What is filled in: a new draft, the next operative paragraph, the next sub-paragraph.

use rapporteur_draft::{ClauseMark, LeadPart, Numerals, Ordinal, Paragraph, ParagraphKind, Span, digits_as_in};
use rapporteur_lint::next_in_list;
use rapporteur_symbol::Body;

use super::{Item, head::Head, place::Place};
use crate::{
    form::{Form, OPEN, space_before},
    templates::{Template, templates},
};

/// From this many bytes on, a draft is not looked through while somebody types.
const LARGE: usize = 200_000;

/// The new drafts, in the language of the reader first and of the body that the text names: in a text that has no more than a
/// title. `None` where there is more.
pub(super) fn of_drafts(place: &Place<'_>) -> Option<Vec<Item>> {
    let is_title = |line: &str| line.trim().is_empty() || line.starts_with('#') || line.starts_with("<!--");
    let is_new = place.text.len() < 600 && place.text.lines().all(is_title) && place.before().trim().is_empty();
    if !is_new || place.trigger.is_some() {
        return None;
    }
    let titled = !place.text.lines().any(|line| line.starts_with('#'));
    let likely = place.body().filter(|body| *body != Body::Other).unwrap_or(Body::GeneralAssembly);
    let item = |template: Template| {
        let language = template.language.name();
        let label = format!("{} ({language})", template.title(place.locale()));
        template.form(titled).item(label, place.say("snippet"), here(place)).found_by("", [])
    };
    Some(templates(place.language, likely).into_iter().map(item).collect())
}

/// The next operative paragraph and the next sub-paragraph, at the start of a line where nothing but a number is typed.
pub(super) fn of_paragraphs(place: &Place<'_>, head: &Head) -> Vec<Item> {
    let has_more = !head.mark.is_empty() || !head.words.is_empty() || !place.after().trim().is_empty();
    if has_more || place.trigger.is_some() || !place.has_clauses() || !head.parts(place).contains(&LeadPart::Operative)
    {
        return Vec::new();
    }
    operative(place, head).into_iter().chain(sub_paragraph(place, head)).collect()
}

/// `7. *Requests* …;`
fn operative(place: &Place<'_>, head: &Head) -> Option<Item> {
    let language = place.language;
    let last = last_numbered(place, head);
    let number = last.map_or(1, |(number, _)| number.saturating_add(1)).to_string();
    let number = last.map_or_else(|| number.clone(), |(_, printed)| digits_as_in(printed, &number));
    let typed = &place.text[head.start..place.offset];
    if !number.starts_with(typed.trim().trim_end_matches(['.', '-', ' '])) {
        return None;
    }
    let gender = place.body().and_then(|body| language.gender(body));
    let phrase = language.openings(LeadPart::Operative, gender, last.is_none()).next()?.phrase;
    let closing = format!("{}{}", space_before(language, ClauseMark::Semicolon), language.mark(ClauseMark::Semicolon));
    let opening = format!("{number}{}", language.after_paragraph_number());
    let form = Form::default().push(&opening).lead(language, &phrase, place.emphasises()).stop(OPEN).push(&closing);
    let label = form.text.clone();
    let item = form.item(label.clone(), place.say("next-paragraph"), head.start..place.offset);
    Some(item.found_by(typed, [label.as_str()]))
}

/// The number of the last operative paragraph before the cursor, as such and as it is printed.
fn last_numbered<'a>(place: &Place<'a>, head: &Head) -> Option<(u32, &'a str)> {
    let (index, _) = place.paragraph_before(head.start)?;
    let before = place.draft.paragraphs[..=index].iter().rev();
    let mut operative =
        before.take_while(|p| !matches!(p.kind, ParagraphKind::EnactingLine | ParagraphKind::Preambular));
    let label = operative.find(|p| p.kind == ParagraphKind::Operative)?.label.as_ref()?;
    Some((label.number?, place.printed(&label.value_span)))
}

/// `(c) …;` behind `(b)`, `(a) …;` behind a colon.
fn sub_paragraph(place: &Place<'_>, head: &Head) -> Option<Item> {
    if head.label.is_some() {
        return None;
    }
    let (index, last) = place.paragraph_before(head.start)?;
    let label = match last.kind {
        ParagraphKind::SubParagraph => next_label(place, index, last)?,
        ParagraphKind::Operative if place.printed(&last.span).ends_with([':', '：']) => {
            let (before, after) = place.language.label_brackets();
            let first = Ordinal { numerals: Numerals::Letters(0), place: 1 };
            format!("{before}{}{after}", place.language.label(first, "a")?)
        }
        _ => return None,
    };
    let closing = space_before(place.language, ClauseMark::Semicolon);
    let form = Form::default().push(&format!("{label} ")).stop(OPEN).push(closing);
    let form = form.push(place.language.mark(ClauseMark::Semicolon));
    let text = form.text.clone();
    Some(form.item(text, place.say("next-sub-paragraph"), here(place)).found_by("", []))
}

/// The label behind that of a sub-paragraph, in its form. To tell it, all lists are read: not those of a large draft.
fn next_label(place: &Place<'_>, index: usize, last: &Paragraph) -> Option<String> {
    let label = last.label.as_ref().filter(|_| place.read.len() < LARGE)?;
    let next = next_in_list(place.draft, place.read, index)?.due;
    let span = |span: Span| place.printed(&span);
    let opening = span(label.span.start..label.value_span.start);
    Some(format!("{opening}{next}{}", span(label.value_span.end..label.span.end)))
}

fn here(place: &Place<'_>) -> Span {
    place.offset..place.offset
}
