//! Enter: after a paragraph that goes on with another, its number or label; after a number with nothing behind it, the number
//! goes.

use rapporteur_draft::{
    ClauseMark, Draft, EMPHASIS_MARKS, Hints, Label, Language, Numerals, Ordinal, Paragraph, ParagraphKind, Span,
    digits_as_in, line_break, plain_mark,
};
use rapporteur_lint::{Edit, Next, apply, compose, next_in_list, next_in_sequence, relabel_from, renumber_from};

use super::clause_before;

/// The characters with which lines end.
const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// The edits after Enter was typed before an offset.
pub(super) fn entered(text: &str, draft: &Draft, hints: &Hints, offset: usize) -> Option<Vec<Edit>> {
    // The line that Enter began, with the blanks that the editor has put there.
    let start = text[..offset].rfind(LINE_ENDS)? + 1;
    let end = text[offset..].find(LINE_ENDS).map_or(text.len(), |length| offset + length);
    // The line that it ended.
    let broken = text[..start].strip_suffix("\r\n").unwrap_or(&text[..start - 1]);
    let left = broken.rfind(LINE_ENDS).map_or(0, |at| at + 1)..broken.len();
    if !text[start..end].trim().is_empty() || text[left.clone()].trim().is_empty() {
        return None;
    }
    take_away(text, draft, hints, left.start..offset, text[left].trim()).or_else(|| {
        let index = ending_before(text, draft, start)?;
        let opening = opening(text, draft, index)?;
        let line_break = line_break(text);
        let parted = index.checked_sub(1).is_some_and(|previous| {
            let between = draft.paragraphs[previous].span.end..draft.paragraphs[index].span.start;
            text[between].matches(line_break).count() > 1
        });
        let blank = if parted { line_break } else { "" };
        let mut edits = opening.moved_up(text, draft);
        edits.push(Edit { span: start..end, text: format!("{blank}{}", opening.written) });
        edits.sort_by_key(|edit| edit.span.start);
        Some(edits)
    })
}

/// The edits that take away a line on which stands only what Enter has put there, and the line break behind it; what
/// follows moves back. `line` ends at the cursor.
fn take_away(text: &str, draft: &Draft, hints: &Hints, line: Span, printed: &str) -> Option<Vec<Edit>> {
    if printed.len() > LONGEST {
        return None;
    }
    let removal = [Edit { span: line.clone(), text: String::new() }];
    let without = apply(text, &removal);
    let reading = draft.update(&without, hints);
    let index = ending_before(&without, &reading, line.start)?;
    let opening = opening(&without, &reading, index).filter(|opening| opening.written.trim() == printed)?;
    Some(compose(&removal, &without, &opening.moved_back(&without, &reading)))
}

/// The longest number or label that Enter puts there, in bytes.
const LONGEST: usize = 24;

/// The paragraph that is the last before an offset and no more than a line before it, as an index.
fn ending_before(text: &str, draft: &Draft, offset: usize) -> Option<usize> {
    let end = text[..offset].trim_end().len();
    draft.paragraph_at(end).filter(|index| draft.paragraphs[*index].span.end == end)
}

/// What a paragraph begins with that is to follow on another.
struct Opening {
    /// The number or label with what stands between it and the text.
    written: String,
    next: Numbered,
}

/// What is due, and what has it or the one after already.
enum Numbered {
    Number(Next<u32>),
    Label(Next<String>),
}

impl Opening {
    /// The edits by which what has this number or label already makes room.
    fn moved_up(&self, text: &str, draft: &Draft) -> Vec<Edit> {
        let edits = match &self.next {
            Numbered::Number(next) => next.taken.map(|taken| renumber_from(draft, text, taken, next.due + 1)),
            Numbered::Label(next) => next.taken.and_then(|taken| {
                let after = next_in_list(draft, text, taken)?;
                Some(relabel_from(draft, text, taken, &after.due))
            }),
        };
        edits.and_then(Result::ok).unwrap_or_default()
    }

    /// The edits by which what stands one further fills the gap.
    fn moved_back(&self, text: &str, draft: &Draft) -> Vec<Edit> {
        let edits = match &self.next {
            Numbered::Number(next) => next.beyond.map(|beyond| renumber_from(draft, text, beyond, next.due)),
            Numbered::Label(next) => next.beyond.map(|beyond| relabel_from(draft, text, beyond, &next.due)),
        };
        edits.and_then(Result::ok).unwrap_or_default()
    }
}

/// What follows on a paragraph of the operative part, if it says that something does.
fn opening(text: &str, draft: &Draft, index: usize) -> Option<Opening> {
    let paragraph = &draft.paragraphs[index];
    let clause = clause_before(draft, paragraph.span.end)?;
    if draft.paragraphs[clause].kind != ParagraphKind::Operative {
        return None;
    }
    let label = paragraph.label.as_ref()?;
    let like = |value: &str| like(text, paragraph, label, value, draft.language);
    match (paragraph.kind, closing(text, draft, paragraph)?) {
        (ParagraphKind::Operative, ClauseMark::Semicolon) => {
            let next = next_in_sequence(draft, index)?;
            Some(Opening { written: like(&next.due.to_string()), next: Numbered::Number(next) })
        }
        (ParagraphKind::SubParagraph, ClauseMark::Semicolon) => {
            let next = next_in_list(draft, text, index)?;
            Some(Opening { written: like(&next.due), next: Numbered::Label(next) })
        }
        (ParagraphKind::Operative | ParagraphKind::SubParagraph, ClauseMark::Colon) => {
            first_of_list(text, draft, index)
        }
        _ => None,
    }
}

/// The mark with which a paragraph says that another follows: a semicolon, also with "and" behind it, or a colon.
fn closing(text: &str, draft: &Draft, paragraph: &Paragraph) -> Option<ClauseMark> {
    let mut end = paragraph.span.end;
    let first = draft.notes.calls.partition_point(|call| call.span.start < paragraph.span.start);
    let calls = &draft.notes.calls[first..];
    let calls = &calls[..calls.partition_point(|call| call.span.start < paragraph.span.end)];
    for call in calls.iter().rev().take_while(|call| call.span.end <= paragraph.span.end) {
        if call.span.end == end {
            end = call.span.start;
        }
    }
    let printed = text[paragraph.content.start..end.max(paragraph.content.start)].trim_end_matches(EMPHASIS_MARKS);
    let mark = |printed: &str| match printed.chars().next_back().map(plain_mark) {
        Some(';') => Some(ClauseMark::Semicolon),
        Some(':') => Some(ClauseMark::Colon),
        _ => None,
    };
    let joined = || {
        let words = draft.language.closing_conjunctions();
        let rest = words.filter_map(|word| printed.strip_suffix(word)).map(str::trim_end);
        rest.filter_map(mark).find(|mark| *mark == ClauseMark::Semicolon)
    };
    mark(printed).or_else(joined)
}

/// What opens a list below a paragraph: as the list that is there already has it, or others of this depth, or the language.
fn first_of_list(text: &str, draft: &Draft, index: usize) -> Option<Opening> {
    let above = draft.paragraphs[index].kind;
    let is_at = |paragraph: &Paragraph, place| ordinal(text, draft, paragraph, place).is_some();
    let next = draft.paragraphs.get(index + 1);
    let behind = |place| next.is_some_and(|next| is_at(next, place)).then_some(index + 1);
    let (taken, beyond) = (behind(1), behind(2));
    let opens = |pair: &&[Paragraph]| {
        // Below a sub-paragraph that does not say so, no list begins.
        let says_so = || above == ParagraphKind::Operative || closing(text, draft, &pair[0]) == Some(ClauseMark::Colon);
        pair[0].kind == above && is_at(&pair[1], 1) && says_so()
    };
    let elsewhere = || draft.paragraphs.windows(2).find(opens).map(|pair| &pair[1]);
    let (written, due) = match next.filter(|_| taken.or(beyond).is_some()).or_else(elsewhere) {
        Some(sample) => {
            let label = sample.label.as_ref()?;
            let first = [1, 2].into_iter().find_map(|place| ordinal(text, draft, sample, place))?;
            let due = draft.language.label(Ordinal { place: 1, ..first }, &text[label.value_span.clone()])?;
            (like(text, sample, label, &due, draft.language), due)
        }
        None if above == ParagraphKind::Operative => {
            let (before, after) = draft.language.label_brackets();
            let first = Ordinal { numerals: Numerals::Letters(0), place: 1 };
            let due = draft.language.label(first, "")?;
            (format!("{before}{due}{after} "), due)
        }
        None => return None,
    };
    Some(Opening { written, next: Numbered::Label(Next { due, taken, beyond }) })
}

/// How a sub-paragraph is labelled that may have a place in its list.
fn ordinal(text: &str, draft: &Draft, paragraph: &Paragraph, place: u32) -> Option<Ordinal> {
    let label = paragraph.label.as_ref().filter(|_| paragraph.kind == ParagraphKind::SubParagraph)?;
    let readings = draft.language.label_readings(&text[label.value_span.clone()]);
    readings.iter().map(|reading| reading.ordinal).find(|ordinal| ordinal.place == place)
}

/// A number or label written as that of a paragraph is, with what stands between it and the text.
fn like(text: &str, paragraph: &Paragraph, label: &Label, value: &str, language: Language) -> String {
    let printed = &text[label.value_span.clone()];
    let value = digits_as_in(printed, value);
    let closed = text[..label.span.end].ends_with(EMPHASIS_MARKS);
    let before = &text[label.span.start..label.value_span.start];
    // Emphasis that goes on into the text is that of the text.
    let before = if closed { before } else { before.trim_start_matches(EMPHASIS_MARKS) };
    let after = &text[label.value_span.end..paragraph.content.start];
    let after = if after.trim().is_empty() { language.after_paragraph_number() } else { after };
    format!("{before}{value}{after}")
}
