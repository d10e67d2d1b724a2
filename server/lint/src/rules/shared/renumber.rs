//! Numbers operative paragraphs in sequence; what findings that renumber have in common.

use std::collections::BTreeMap;

use rapporteur_draft::{DocumentKind, Draft, EMPHASIS_MARKS, Label, Paragraph, ParagraphKind, Span, digits_as_in};

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
    let mut edits = Vec::new();
    if sequence.due().any(|(_, due)| due.is_some_and(|due| due > LARGEST)) {
        return edits;
    }
    let mut moved: BTreeMap<u32, Option<u32>> = BTreeMap::new();
    let (sample, after_number) = manner(draft, text, sequence);
    for (paragraph, due) in sequence.due() {
        let Some(due) = due else { continue };
        match &paragraph.label {
            Some(label) => {
                if let Some(number) = label.number {
                    // What refers to a number that was given twice can't be told.
                    moved.entry(number).and_modify(|to| *to = None).or_insert(Some(due));
                }
                if label.number != Some(due) {
                    edits.push(Edit {
                        span: label.value_span.clone(),
                        text: digits_as_in(&text[label.span.clone()], &due.to_string()),
                    });
                }
            }
            None => {
                let at = paragraph.content.start;
                edits.push(Edit { span: at..at, text: digits_as_in(sample, &format!("{due}{after_number}")) });
            }
        }
    }
    for reference in draft.cross_references.iter().filter(|_| single) {
        if let Some(number) = reference.paragraph_number()
            && let Some(Some(due)) = moved.get(&number).copied()
            && due != number
            && let printed = &text[reference.span.clone()]
            && *printed == digits_as_in(printed, &number.to_string())
        {
            edits.push(Edit { span: reference.span.clone(), text: digits_as_in(printed, &due.to_string()) });
        }
    }
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits
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
