//! Numbers operative paragraphs in sequence; what findings that renumber have in common.

use std::collections::BTreeMap;

use rapporteur_draft::{
    CrossReference, DocumentKind, Draft, EMPHASIS_MARKS, Label, Paragraph, ParagraphKind, Parts, Span, digit,
    digits_as_in, stands_beside,
};

use crate::Edit;

/// Operative paragraphs that count in one sequence: those of one series, or several if the later go on counting where
/// the earlier stopped.
pub(in crate::rules) struct Sequence<'a> {
    pub(in crate::rules) paragraphs: Vec<&'a Paragraph>,
    /// The number that is due for the first.
    pub(in crate::rules) first: u32,
}

impl Sequence<'_> {
    /// Whether its paragraphs must have numbers: more than one, or one that has a number.
    pub(in crate::rules) fn is_numbered(&self) -> bool {
        self.paragraphs.len() > 1 || self.paragraphs.iter().any(|paragraph| paragraph.label.is_some())
    }

    /// The number due for each paragraph; one whose label stands beside the sequence (`5 bis.`) takes none.
    pub(in crate::rules) fn due(&self) -> impl Iterator<Item = (&Paragraph, Option<u32>)> {
        let mut next = self.first;
        self.paragraphs.iter().map(move |paragraph| {
            let beside = paragraph.label.as_ref().is_some_and(|label| label.number.is_none());
            let due = (!beside).then_some(next);
            next += u32::from(!beside);
            (*paragraph, due)
        })
    }
}

/// A fix that many findings share: it is worked out once, and given with the first of them only, lest a text in which
/// every number is wrong take as many edits as it has numbers, squared.
#[derive(Default)]
pub(in crate::rules) struct SharedFix {
    edits: Option<Vec<Edit>>,
    taken: usize,
}

impl SharedFix {
    /// With how many findings the fix is given.
    const FINDINGS: usize = 20;

    /// The edits; `make` makes them the first time.
    pub(in crate::rules) fn take(&mut self, make: impl FnOnce() -> Vec<Edit>) -> Vec<Edit> {
        self.taken += 1;
        if self.taken > Self::FINDINGS {
            return Vec::new();
        }
        self.edits.get_or_insert_with(make).clone()
    }
}

/// The sequences of a draft.
pub(in crate::rules) fn sequences(draft: &Draft) -> Vec<Sequence<'_>> {
    let mut by_series: BTreeMap<u32, Vec<&Paragraph>> = BTreeMap::new();
    for paragraph in draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Operative) {
        by_series.entry(paragraph.series).or_default().push(paragraph);
    }
    let mut sequences: Vec<Sequence<'_>> = Vec::new();
    let mut last = None;
    for paragraphs in by_series.into_values() {
        let number = |paragraph: &&Paragraph| paragraph.label.as_ref()?.number;
        let begins = paragraphs.iter().find_map(number);
        // A part may count on from the part before it; of an excerpt nobody knows what came before.
        let goes_on = begins.is_some() && begins == last.map(|last: u32| last + 1);
        let excerpt = draft.kind == DocumentKind::Excerpt && sequences.is_empty();
        let first = if goes_on || excerpt { begins.unwrap_or(1) } else { 1 };
        last = paragraphs.iter().rev().find_map(number).or(last);
        sequences.push(Sequence { paragraphs, first });
    }
    sequences
}

/// The label of a paragraph with the space behind it, without the emphasis that begins before it and goes on (`*1.
/// Recalling*`).
pub(in crate::rules) fn label_with_space(text: &str, paragraph: &Paragraph, label: &Label) -> Span {
    let opened = label.span.start < label.value_span.start;
    let closed = text[..label.span.end].ends_with(EMPHASIS_MARKS);
    let start = if opened && !closed { label.value_span.start } else { label.span.start };
    start..paragraph.content.start.max(start)
}

/// The largest number that is read as that of a paragraph: `1946.` is a year at the end of a sentence.
const LARGEST: u32 = 999;

/// The edits that number a sequence as it is due, and that take references to its paragraphs along where it is the
/// only one: in a text of several parts "paragraph 3 above" may be of any of them. None where numbers would grow too large.
pub(in crate::rules) fn edits(draft: &Draft, text: &str, sequence: &Sequence<'_>, single: bool) -> Vec<Edit> {
    if sequence.due().any(|(_, due)| due.is_some_and(|due| due > LARGEST)) {
        return Vec::new();
    }
    let (sample, after_number) = manner(draft, text, sequence);
    let unnumbered = sequence.due().filter(|(paragraph, _)| paragraph.label.is_none());
    let insertions = unnumbered.filter_map(|(paragraph, due)| {
        let at = paragraph.content.start;
        Some(Edit { span: at..at, text: digits_as_in(sample, &format!("{}{after_number}", due?)) })
    });
    let mut edits: Vec<Edit> = insertions.collect();
    edits.extend(moves(draft, text, sequence.due(), |_| single));
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits
}

/// The edits that give paragraphs that have a number the one that is due, and take along the references to them that follow.
fn moves<'a>(
    draft: &Draft,
    text: &str,
    due: impl Iterator<Item = (&'a Paragraph, Option<u32>)>,
    follows: impl Fn(&CrossReference) -> bool,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut moved: BTreeMap<u32, Option<u32>> = BTreeMap::new();
    for (paragraph, due) in due {
        let Some((label, due)) = paragraph.label.as_ref().zip(due) else { continue };
        if let Some(number) = label.number {
            // What refers to a number that was given twice can't be told.
            moved.entry(number).and_modify(|to| *to = None).or_insert(Some(due));
        }
        if label.number != Some(due) {
            let text = digits_as_in(&text[label.span.clone()], &due.to_string());
            edits.push(Edit { span: label.value_span.clone(), text });
        }
    }
    for reference in &draft.cross_references {
        if let Some(number) = reference.paragraph_number()
            && let Some(Some(due)) = moved.get(&number).copied()
            && due != number
            && let printed = &text[reference.span.clone()]
            && *printed == digits_as_in(printed, &number.to_string())
            && follows(reference)
        {
            edits.push(Edit { span: reference.span.clone(), text: digits_as_in(printed, &due.to_string()) });
        }
    }
    edits
}

/// Why something can't have the number or label that it is to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmovable {
    /// It has none that counts.
    NotCounted,
    /// It would not come after what stands before it; that has this number or label.
    NotAfter(String),
    /// It would be no label of its list.
    NotOfList,
    /// It, or one that follows it, would be beyond what can be counted.
    TooFar,
}

/// The edits that give an operative paragraph another number. Those behind it in its sequence move by the same step, and
/// the references to all of them with them. `paragraph` is an index into [`Draft::paragraphs`].
pub fn renumber_from(draft: &Draft, text: &str, paragraph: usize, number: u32) -> Result<Vec<Edit>, Unmovable> {
    let target = draft.paragraphs.get(paragraph).ok_or(Unmovable::NotCounted)?;
    let old = target.label.as_ref().and_then(|label| label.number).ok_or(Unmovable::NotCounted)?;
    let run = run_of(draft, target).ok_or(Unmovable::NotCounted)?;
    let start = run.iter().position(|other| std::ptr::eq(*other, target)).ok_or(Unmovable::NotCounted)?;
    let before = run[..start].iter().rev().find_map(|other| other.label.as_ref()?.number);
    if number <= before.unwrap_or(0) {
        return Err(Unmovable::NotAfter(before.unwrap_or(0).to_string()));
    }
    let moved = |own: u32| own.checked_add_signed(number.wrapping_sub(old).cast_signed()).filter(|due| *due > 0);
    let behind = &run[start..];
    let due = behind.iter().map(|other| {
        let own = other.label.as_ref().and_then(|label| label.number);
        (*other, own.map(|own| moved(own).unwrap_or(own)))
    });
    if due.clone().any(|(_, due)| due.is_some_and(|due| due > LARGEST)) {
        return Err(Unmovable::TooFar);
    }
    let parts = Parts::of(draft, text);
    let series = behind[0].series..=behind.last().map_or(0, |last| last.series);
    let is_within = |index: usize| {
        let meant = &draft.paragraphs[index];
        meant.kind == ParagraphKind::Operative
            && series.contains(&meant.series)
            && meant.span.start >= target.span.start
    };
    let mut edits = moves(draft, text, due, |reference| parts.meant(draft, reference).is_some_and(is_within));
    edits.extend(behind.iter().filter_map(|other| beside(text, other.label.as_ref()?, moved)));
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    Ok(edits)
}

/// What is due behind a paragraph or sub-paragraph; others are told by their indices in [`Draft::paragraphs`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next<T> {
    /// The number or label.
    pub due: T,
    /// What stands behind it and has this already.
    pub taken: Option<usize>,
    /// What stands behind it and has the one after: between them, one is missing.
    pub beyond: Option<usize>,
}

/// The number that is due behind an operative paragraph. `paragraph` is an index into [`Draft::paragraphs`].
pub fn next_in_sequence(draft: &Draft, paragraph: usize) -> Option<Next<u32>> {
    let target = draft.paragraphs.get(paragraph)?;
    let due = target.label.as_ref()?.number?.checked_add(1).filter(|due| *due <= LARGEST)?;
    let run = run_of(draft, target)?;
    let behind = run.into_iter().filter(|other| other.span.start > target.span.start);
    let next = behind.into_iter().find_map(|other| Some((other, other.label.as_ref()?.number?)));
    let with = |wanted| {
        next.filter(|(_, number)| *number == wanted).and_then(|(other, _)| draft.paragraph_at(other.span.start))
    };
    Some(Next { due, taken: with(due), beyond: with(due + 1) })
}

/// The operative paragraphs that count with one of them, in the order of the text: those of its sequence, and of the next
/// as long as they count on.
fn run_of<'a>(draft: &'a Draft, target: &Paragraph) -> Option<Vec<&'a Paragraph>> {
    let mut sequences = sequences(draft).into_iter().peekable();
    let holds = |sequence: &Sequence<'_>| sequence.paragraphs.iter().any(|other| std::ptr::eq(*other, target));
    let mut run = sequences.find(holds)?.paragraphs;
    while let Some(next) = sequences.next_if(|next| next.first > 1) {
        run.extend(next.paragraphs);
    }
    Some(run)
}

/// The edit that moves a label that stands beside the sequence, `5 bis.`, with the number before it.
fn beside(text: &str, label: &Label, moved: impl Fn(u32) -> Option<u32>) -> Option<Edit> {
    let value = &text[label.value_span.clone()];
    let end = value.find(|c| digit(c).is_none()).filter(|_| label.number.is_none() && stands_beside(value))?;
    let number =
        value[..end].chars().filter_map(digit).try_fold(0_u32, |sum, d| sum.checked_mul(10)?.checked_add(d))?;
    let text = digits_as_in(&value[..end], &moved(number)?.to_string());
    Some(Edit { span: label.value_span.start..label.value_span.start + end, text })
}

/// How the draft writes the numbers of a sequence: a number, for its digits, and what stands between numbers and text. As
/// the language has it where the sequence has no number yet.
fn manner<'a>(draft: &Draft, text: &'a str, sequence: &Sequence<'_>) -> (&'a str, &'a str) {
    let labels =
        sequence.paragraphs.iter().filter_map(|paragraph| Some((paragraph.label.as_ref()?, paragraph.content.start)));
    let mut between =
        labels.map(|(label, content)| (&text[label.value_span.clone()], &text[label.value_span.end..content]));
    let plain = |after: &str| {
        !after.contains(|c: char| matches!(c, '*' | '_' | '\\') || c.is_alphanumeric()) && after.trim() != ""
    };
    between.find(|(_, after)| plain(after)).unwrap_or(("", draft.language.after_paragraph_number()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_draft::Hints;

    #[test]
    fn no_number_is_given_that_is_not_read_as_one() {
        let text = "999. *Decides* to go;\n\n2. *Also decides* to come.\n";
        let draft = Draft::read(text, &Hints { kind: Some(DocumentKind::Excerpt), ..Hints::default() });
        let sequences = sequences(&draft);
        assert_eq!(sequences.len(), 1);
        assert_eq!(edits(&draft, text, &sequences[0], true), []);
    }
}
