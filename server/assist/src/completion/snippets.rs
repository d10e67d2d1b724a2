//! What is filled in: a new draft, the next operative paragraph, the next sub-paragraph.

use rapporteur_draft::{
    ClauseMark, Language, LeadPart, Numerals, Ordinal, Paragraph, ParagraphKind, Span, digits_as_in,
};
use rapporteur_lint::next_in_list;
use rapporteur_symbol::Body;

use super::{Item, ItemKind, head::Head, place::Place};

/// What stands for what the user is to write.
const OPEN: &str = "…";

/// From this many bytes on, a draft is not looked through while somebody types.
const LARGE: usize = 200_000;

/// A text with places to be filled in.
#[derive(Default)]
struct Form {
    text: String,
    stops: Vec<Span>,
}

impl Form {
    fn push(mut self, text: &str) -> Form {
        self.text.push_str(text);
        self
    }

    /// Adds a place to be filled in, with what stands there until then.
    fn stop(mut self, text: &str) -> Form {
        let start = self.text.len();
        self.text.push_str(text);
        self.stops.push(start..self.text.len());
        self
    }

    /// Adds a phrase that opens a paragraph, in its emphasis.
    fn lead(self, language: Language, phrase: &str, emphasised: bool) -> Form {
        let mark = if emphasised { language.emphasis_mark() } else { "" };
        // Nothing parts ideographs.
        let gap = if phrase.starts_with(rapporteur_draft::is_ideograph) { "" } else { " " };
        self.push(mark).stop(phrase).push(mark).push(gap)
    }

    fn item(self, label: String, detail: String, span: Span) -> Item {
        Item { insert: self.text, stops: self.stops, ..Item::new(ItemKind::Snippet, label, detail, span) }
    }
}

/// A new draft in each language, that of the reader first: in a text that has no more than a title. `None` where there is
/// more.
pub(super) fn of_drafts(place: &Place<'_>) -> Option<Vec<Item>> {
    let is_title = |line: &str| line.trim().is_empty() || line.starts_with('#') || line.starts_with("<!--");
    let is_new = place.text.len() < 600 && place.text.lines().all(is_title) && place.before().trim().is_empty();
    if !is_new || place.trigger.is_some() {
        return None;
    }
    let has_title = place.text.lines().any(|line| line.starts_with('#'));
    let languages = [place.language].into_iter().chain(Language::all().filter(|other| *other != place.language));
    let item = |language: Language| {
        let form = draft(language, place.body().unwrap_or(Body::GeneralAssembly), !has_title);
        form.item(format!("{} ({})", place.say("new-draft"), language.name()), place.say("snippet"), here(place))
            .found_by("", [])
    };
    Some(languages.map(item).collect())
}

/// A draft with an enacting line and two paragraphs of each part.
fn draft(language: Language, body: Body, titled: bool) -> Form {
    let gender = language.gender(body);
    let top = |part, first, at: usize| language.openings(part, gender, first).nth(at).map(|opening| opening.phrase);
    let mark = |mark| format!("{}{}", space_before(language, mark), language.mark(mark));
    let after_number = language.after_paragraph_number();
    let mut form = Form::default();
    if titled {
        form = form.push("# ").stop(OPEN).push("\n\n");
    }
    form = form.push(&language.enacting_line(body).unwrap_or_default()).push("\n\n");
    for (at, first) in [(0, true), (1, false)] {
        let phrase = top(LeadPart::Preambular, first, at).unwrap_or_default();
        form = form.lead(language, &phrase, true).stop(OPEN).push(&mark(ClauseMark::Comma)).push("\n\n");
    }
    for (at, closing) in [(0, ClauseMark::Semicolon), (1, ClauseMark::FullStop)] {
        let phrase = top(LeadPart::Operative, at == 0, at).unwrap_or_default();
        form = form.push(&format!("{}{after_number}", at + 1)).lead(language, &phrase, true).stop(OPEN);
        form = form.push(&mark(closing)).push(if at == 0 { "\n\n" } else { "\n" });
    }
    form
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

/// What stands before a mark in running text.
fn space_before(language: Language, mark: ClauseMark) -> &'static str {
    if matches!(mark, ClauseMark::Semicolon | ClauseMark::Colon) { language.space_before_marks() } else { "" }
}

fn here(place: &Place<'_>) -> Span {
    place.offset..place.offset
}
