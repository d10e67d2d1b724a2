//! What is selected as a selection grows: word, mention, clause, paragraph, part, document.

use rapporteur_draft::{Draft, EMPHASIS_MARKS, Paragraph, Span, is_ideograph, plain_mark};

use crate::{
    divisions::{Division, divisions},
    probe::boundary,
    within::touching,
};

/// How far from the cursor the ends of a clause and of an emphasised phrase are looked for, in bytes.
const FARTHEST: usize = 4096;

/// For each byte offset of the text, the stretches that are selected one after the other: each holds the offset and the
/// stretch before it, and is longer; the last one is the document. `draft` must be the reading of `text`.
pub fn selections(text: &str, draft: &Draft, offsets: &[usize]) -> Vec<Vec<Span>> {
    let document = divisions(text, draft);
    offsets.iter().map(|offset| selection(text, draft, &document, *offset)).collect()
}

fn selection(text: &str, draft: &Draft, document: &Division, offset: usize) -> Vec<Span> {
    let offset = boundary(text, offset);
    let mut wanted = Vec::new();
    wanted.extend(word(text, offset));
    if let Some(index) = draft.paragraph_at(offset) {
        let paragraph = &draft.paragraphs[index];
        mentions(text, draft, paragraph, offset, &mut wanted);
        if (paragraph.content.start..=paragraph.content.end).contains(&offset) {
            let inner = wanted.iter().fold(offset..offset, |all, span| hull(&all, span));
            wanted.extend(emphasised(text, paragraph, &inner));
            wanted.extend(clause(text, paragraph, &inner));
            wanted.push(paragraph.content.clone());
        }
        wanted.push(paragraph.span.clone());
    }
    let path = document.path(offset);
    wanted.extend(path.into_iter().rev().map(|division| division.span.clone()));
    grown(wanted)
}

/// Those of some stretches that hold all of the ones kept before them and more.
fn grown(wanted: Vec<Span>) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::new();
    for span in wanted {
        let grows =
            kept.last().is_none_or(|last| span.start <= last.start && last.end <= span.end && span.len() > last.len());
        if grows && (!span.is_empty() || kept.is_empty()) {
            kept.push(span);
        }
    }
    kept
}

/// The word at an offset. Ideographs make no words that could be told apart.
fn word(text: &str, offset: usize) -> Option<Span> {
    let is_part = |c: char| (c.is_alphanumeric() && !is_ideograph(c)) || matches!(c, '\'' | '’' | '-' | '\u{2011}');
    let before: usize =
        text[..offset].chars().rev().take_while(|c| is_part(*c)).take(FARTHEST).map(char::len_utf8).sum();
    let behind: usize = text[offset..].chars().take_while(|c| is_part(*c)).take(FARTHEST).map(char::len_utf8).sum();
    let whole = &text[offset - before..offset + behind];
    let trimmed = whole.trim_matches(|c: char| !c.is_alphanumeric());
    let start = offset - before + (whole.len() - whole.trim_start_matches(|c: char| !c.is_alphanumeric()).len());
    let span = start..start + trimmed.len();
    (!trimmed.is_empty() && span.start <= offset && offset <= span.end).then_some(span)
}

/// Whatever is mentioned at an offset, the shortest first.
fn mentions(text: &str, draft: &Draft, paragraph: &Paragraph, offset: usize, wanted: &mut Vec<Span>) {
    let here = offset..offset;
    let mut found: Vec<Span> = Vec::new();
    found.extend(touching(&draft.symbols, |symbol| &symbol.span, &here).iter().map(|symbol| symbol.span.clone()));
    found.extend(touching(&draft.dates, |date| &date.span, &here).iter().map(|date| date.span.clone()));
    found.extend(touching(&draft.treaties, |treaty| &treaty.span, &here).iter().map(|treaty| treaty.span.clone()));
    found.extend(touching(&draft.notes.calls, |call| &call.span, &here).iter().map(|call| call.span.clone()));
    found.extend(
        touching(&draft.links, |link| &link.span, &here)
            .iter()
            .flat_map(|link| [link.label.clone(), link.span.clone()]),
    );
    found.extend(paragraph.lead.iter().map(|lead| lead.span.clone()));
    found.extend(paragraph.lead.iter().filter_map(|lead| lead.emphasis.clone()));
    found.extend(paragraph.label.iter().flat_map(|label| [label.value_span.clone(), label.span.clone()]));
    cited(text, draft, offset, &mut found);
    found.retain(|span| span.start <= offset && offset <= span.end);
    found.sort_by_key(Span::len);
    wanted.extend(found);
}

/// The citation at an offset, or the one whose date is there: its number, with its date, with the word "resolution".
fn cited(text: &str, draft: &Draft, offset: usize, found: &mut Vec<Span>) {
    let next = draft.citations.partition_point(|citation| citation.span.end < offset);
    let near = next.saturating_sub(1)..draft.citations.len().min(next + 2);
    for citation in &draft.citations[near] {
        let number = draft.language.with_marks(text, &citation.span);
        let dated = draft.date_of(citation).map_or_else(|| number.clone(), |date| hull(&number, &date.span));
        let called = citation.noun.as_ref().map_or_else(|| dated.clone(), |noun| hull(&dated, noun));
        let titled = citation.title.as_ref().map_or_else(|| called.clone(), |title| hull(&called, title));
        found.extend(citation.title.clone());
        found.extend([citation.span.clone(), number, dated, called, titled]);
    }
}

/// The stretch from the first character of two to the last.
fn hull(a: &Span, b: &Span) -> Span {
    a.start.min(b.start)..a.end.max(b.end)
}

/// The emphasised phrase around a stretch of a paragraph, without its marks.
fn emphasised(text: &str, paragraph: &Paragraph, inner: &Span) -> Option<Span> {
    let (first, last) = room(text, &paragraph.content, inner);
    let open = text[first..inner.start].rfind(EMPHASIS_MARKS).map(|at| first + at + 1)?;
    let close = text[inner.end..last].find(EMPHASIS_MARKS).map(|at| inner.end + at)?;
    // A mark that opens has a word behind it and none before it; one that closes the other way round.
    let marks = text[first..open].len() - text[first..open].trim_end_matches(EMPHASIS_MARKS).len();
    let opens =
        !text[first..open - marks].ends_with(char::is_alphanumeric) && !text[open..].starts_with(char::is_whitespace);
    let closes = !text[..close].ends_with(char::is_whitespace);
    (opens && closes).then_some(open..close)
}

/// What stands between two marks around a stretch of a paragraph.
fn clause(text: &str, paragraph: &Paragraph, inner: &Span) -> Option<Span> {
    let (first, last) = room(text, &paragraph.content, inner);
    let start = text[first..inner.start]
        .char_indices()
        .rev()
        .find(|(at, c)| parts(text, first + at, *c))
        .map_or(first, |(at, c)| first + at + c.len_utf8());
    let end = text[inner.end..last]
        .char_indices()
        .find(|(at, c)| parts(text, inner.end + at, *c))
        .map_or(last, |(at, _)| inner.end + at);
    let words = &text[start..end];
    let from = start + (words.len() - words.trim_start().len());
    let span = from..from + words.trim().len();
    (span.start <= inner.start && inner.end <= span.end).then_some(span)
}

/// Whether a mark parts clauses. Between figures it does not: 1,000; nor does the comma of Chinese lists.
fn parts(text: &str, at: usize, mark: char) -> bool {
    let is_mark = mark == '。' || (matches!(plain_mark(mark), ',' | ';' | ':') && mark != '、');
    let between_figures =
        || text[..at].ends_with(char::is_numeric) && text[at + mark.len_utf8()..].starts_with(char::is_numeric);
    is_mark && !between_figures()
}

/// How far around a stretch of a paragraph something is looked for.
fn room(text: &str, content: &Span, inner: &Span) -> (usize, usize) {
    let first = content.start.max(inner.start.saturating_sub(FARTHEST)).min(inner.start);
    let last = content.end.min(inner.end + FARTHEST).max(inner.end);
    let first = (first..=inner.start).find(|at| text.is_char_boundary(*at)).unwrap_or(inner.start);
    let last = (inner.end..=last).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(inner.end);
    (first, last)
}
