//! The parts of a draft that its own text refers to: numbered paragraphs, their sub-paragraphs, sections, annexes.

use std::collections::{HashMap, HashSet};

use crate::{CrossReference, Draft, Paragraph, ParagraphKind, ReferencePlace, ReferenceTarget, Span};

/// The parts of a draft that can be referred to. All of them are given as indices into [`Draft::paragraphs`], in the order of
/// the text.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The paragraphs that have a number.
    numbered: HashMap<u32, Vec<usize>>,
    /// The highest number of a paragraph.
    last_number: Option<u32>,
    /// The headings of sections that have a number.
    sections: HashMap<u32, Vec<usize>>,
    /// The headings of annexes that have a number.
    annexes: HashMap<u32, Vec<usize>>,
    /// The headings of annexes.
    any_annex: Vec<usize>,
    /// The paragraphs that may have sub-paragraphs.
    holders: Vec<usize>,
    /// The first sub-paragraph with a label below each of these.
    sub_paragraphs: HashMap<(usize, String), usize>,
    /// Those of these that have sub-paragraphs.
    divided: HashSet<usize>,
}

impl Parts {
    /// The parts of a draft, which must be the reading of the text.
    pub fn of(draft: &Draft, text: &str) -> Parts {
        use ParagraphKind::{Annex, AnnexHeading, Heading, Operative, Other, SubParagraph};
        let mut parts = Parts::default();
        for (index, paragraph) in draft.paragraphs.iter().enumerate() {
            let number = paragraph.label.as_ref().and_then(|label| label.number);
            if paragraph.kind == Operative || (matches!(paragraph.kind, Annex | Other) && number.is_some()) {
                parts.holders.push(index);
            }
            match (paragraph.kind, &paragraph.label) {
                (Operative | Annex | Other, Some(_)) if number.is_some() => {
                    parts.numbered.entry(number.unwrap_or_default()).or_default().push(index);
                    parts.last_number = parts.last_number.max(number);
                }
                (SubParagraph | Annex, Some(label)) => {
                    let Some(&holder) = parts.holders.last() else { continue };
                    let label = draft.language.sub_label(&text[label.value_span.clone()]);
                    parts.sub_paragraphs.entry((holder, label)).or_insert(index);
                    if paragraph.kind == SubParagraph {
                        parts.divided.insert(holder);
                    }
                }
                // In plain text the heading of a section is a line like others.
                (Heading | Annex | Other, None) => {
                    if let Some((_, number)) = draft.heading_number(text, index) {
                        parts.sections.entry(number).or_default().push(index);
                    }
                }
                (AnnexHeading, _) => {
                    parts.any_annex.push(index);
                    if let Some((_, number)) = draft.heading_number(text, index) {
                        parts.annexes.entry(number).or_default().push(index);
                    }
                }
                _ => {}
            }
        }
        parts
    }

    /// The highest number of a paragraph, if any paragraph has a number.
    pub fn last_number(&self) -> Option<u32> {
        self.last_number
    }

    /// Whether there is an annex.
    pub fn has_annex(&self) -> bool {
        !self.any_annex.is_empty()
    }

    /// The parts that are called so: of a sub-paragraph the paragraphs with its number.
    pub fn named(&self, target: &ReferenceTarget) -> &[usize] {
        let found = match target {
            ReferenceTarget::Paragraph { number, .. } => self.numbered.get(number),
            ReferenceTarget::Section(number) => self.sections.get(number),
            ReferenceTarget::Annex(Some(number)) => self.annexes.get(number),
            ReferenceTarget::Annex(None) => Some(&self.any_annex),
            ReferenceTarget::SubParagraph(_) | ReferenceTarget::Unsaid => None,
        };
        found.map_or(&[], Vec::as_slice)
    }

    /// The sub-paragraph of a paragraph with a label, as [`Language::sub_label`](crate::Language::sub_label) gives it.
    pub fn sub_paragraph(&self, paragraph: usize, label: &str) -> Option<usize> {
        self.sub_paragraphs.get(&(paragraph, label.to_owned())).copied()
    }

    /// Whether a paragraph has sub-paragraphs with labels.
    pub fn is_divided(&self, paragraph: usize) -> bool {
        self.divided.contains(&paragraph)
    }

    /// The part that a reference means: of several that are called so the nearest on the side where the reference says that
    /// it lies; without such a word, that of the same series of paragraphs. Where it names a sub-paragraph, this is the
    /// paragraph that has it.
    pub fn meant(&self, draft: &Draft, reference: &CrossReference) -> Option<usize> {
        if let ReferenceTarget::SubParagraph(_) = reference.target {
            return self.holder_of(reference.paragraph);
        }
        let named = self.named(&reference.target);
        let lies_above = |index: &usize| draft.paragraphs[*index].span.start < reference.span.start;
        let (above, below) = named.split_at(named.partition_point(lies_above));
        let meant = match reference.place {
            ReferencePlace::Above => above.last().or(below.first()),
            ReferencePlace::Below => below.first().or(above.last()),
            ReferencePlace::Here => {
                let series = draft.paragraphs[reference.paragraph].series;
                let is_beside = |index: &&usize| is_operative(&draft.paragraphs[**index], series);
                let beside = above.last().filter(is_beside).or(below.first().filter(is_beside));
                beside.or(named.first())
            }
        };
        meant.copied()
    }

    /// The sub-paragraph that a reference means, if it names one that is there.
    pub fn sub_paragraph_meant(&self, draft: &Draft, reference: &CrossReference) -> Option<usize> {
        let label = match &reference.target {
            ReferenceTarget::Paragraph { label, .. } => label.as_deref()?,
            ReferenceTarget::SubParagraph(label) => label,
            _ => return None,
        };
        self.sub_paragraph(self.meant(draft, reference)?, label)
    }

    /// The paragraph that a place in the text belongs to, given the paragraph or sub-paragraph that it stands in.
    fn holder_of(&self, paragraph: usize) -> Option<usize> {
        let after = self.holders.partition_point(|holder| *holder <= paragraph);
        after.checked_sub(1).map(|before| self.holders[before])
    }
}

/// Whether it is an operative paragraph of a series.
fn is_operative(paragraph: &Paragraph, series: u32) -> bool {
    paragraph.kind == ParagraphKind::Operative && paragraph.series == series
}

impl Draft {
    /// The number of a section or annex that a paragraph has as its heading, and where it stands; `text` is what this is the
    /// reading of.
    pub fn heading_number(&self, text: &str, paragraph: usize) -> Option<(Span, u32)> {
        let content = &self.paragraphs.get(paragraph)?.content;
        let (span, number) = self.language.heading_number(&text[content.clone()])?;
        Some((content.start + span.start..content.start + span.end, number))
    }
}
