//! The thing at the cursor, where it is defined, and where else the text mentions it.
//!
//! Whatever leads from one place of a draft to another goes through here: definition, references, highlights, renaming and
//! what is shown of references, calls and acronyms.

use rapporteur_draft::{Citation, CrossReference, Draft, NoteMark, ParagraphKind, Parts, ReferenceTarget, Span};
use rapporteur_symbol::Symbol;

use crate::acronym::introduction;

/// Something that a draft mentions in several places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A resolution, decision or statement that is cited.
    Text(Symbol),
    /// Another document, by its symbol.
    Document(String),
    /// A note, by its label.
    Note(String),
    /// A part of the draft itself, as the index into [`Draft::paragraphs`]: a paragraph with its number, a sub-paragraph with
    /// its label, the heading of a section or annex.
    Part(usize),
    /// An acronym, by its letters.
    Acronym(String),
}

/// A subject at a place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What stands for it there.
    pub span: Span,
    /// What it is.
    pub subject: Subject,
    /// Whether it is defined right there: the label of the paragraph, the definition of the note.
    pub role: Role,
}

/// What a mention does for its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Makes it what it is: the label of a paragraph, the definition of a note, the brackets in which an acronym is explained.
    Defines,
    /// Speaks of it.
    Uses,
}

/// A place where a subject is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What stands for it: a number, a call, letters.
    pub span: Span,
    /// What it does there.
    pub role: Role,
}

/// Where something stands in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// All of it: the paragraph, the definition.
    pub whole: Span,
    /// What is to be looked at: its number, its label. Within [`Destination::whole`].
    pub spot: Span,
}

/// A draft with its text, ready for questions about places in it.
#[derive(Clone, Copy)]
pub struct Map<'a> {
    pub(crate) text: &'a str,
    pub(crate) draft: &'a Draft,
}

impl<'a> Map<'a> {
    /// The map of a text, of which `draft` must be the reading.
    pub fn new(text: &'a str, draft: &'a Draft) -> Map<'a> {
        Map { text, draft }
    }

    /// The thing at a byte offset. What the offset lies in comes before what ends there.
    pub fn at(self, offset: usize) -> Option<Thing> {
        let looked_at = [Map::note, Map::reference, Map::label, Map::citation, Map::document, Map::acronym];
        let found = || looked_at.iter().filter_map(|look| look(self, offset));
        found().find(|found| found.span.contains(&offset)).or_else(|| found().next())
    }

    /// Every mention of a subject, in the order of the text.
    pub fn mentions(self, subject: &Subject) -> Vec<Mention> {
        let mut mentions = match subject {
            Subject::Text(symbol) => self.citations_of(*symbol),
            Subject::Document(symbol) => {
                let same = self.draft.symbols.iter().filter(|mention| mention.text == *symbol);
                same.map(|mention| using(&mention.span)).collect()
            }
            Subject::Note(label) => self.marks_of(label),
            Subject::Part(index) => self.references_to(*index),
            Subject::Acronym(letters) => self.acronyms_of(letters),
        };
        mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        mentions.dedup_by(|later, earlier| later.span == earlier.span);
        mentions
    }

    /// Where the thing that was found is defined. From a definition this leads to the first use, where that tells more:
    /// from the definition of a note to its call. Nothing where there is no other place to go to.
    pub fn definition(self, found: &Thing) -> Option<Destination> {
        match &found.subject {
            Subject::Part(index) => Some(self.part(*index)).filter(|_| found.role == Role::Uses),
            Subject::Note(label) => {
                let notes = &self.draft.notes;
                let call = || notes.calls.iter().find(|call| call.label == *label).map(|call| spot(&call.span));
                let defined = || notes.definitions.iter().find(|definition| definition.mark.label == *label);
                match found.role {
                    Role::Defines => call(),
                    Role::Uses => defined().map(|definition| Destination {
                        whole: definition.span.clone(),
                        spot: definition.mark.span.clone(),
                    }),
                }
            }
            Subject::Acronym(letters) => {
                let defined = introduction(self.text, self.draft, letters).filter(|_| found.role == Role::Uses)?;
                Some(spot(&(defined.span.start..defined.span.start + letters.len())))
            }
            Subject::Text(_) | Subject::Document(_) => {
                // Also where that is the one found: editors then show the others, and don't say that there is nothing.
                self.mentions(&found.subject).first().map(|first| spot(&first.span))
            }
        }
    }

    /// A part of the draft: the paragraph, and its number or label; a heading without a number is one whole.
    pub(crate) fn part(self, index: usize) -> Destination {
        let whole = self.draft.paragraphs[index].span.clone();
        let spot = self.label_of(index).unwrap_or_else(|| whole.clone());
        Destination { whole, spot }
    }

    /// Where the number or label of a part stands, without brackets and full stop.
    fn label_of(self, index: usize) -> Option<Span> {
        let paragraph = &self.draft.paragraphs[index];
        match &paragraph.label {
            Some(label) => Some(label.value_span.clone()),
            None if can_be_heading(paragraph.kind) => self.draft.heading_number(self.text, index).map(|(span, _)| span),
            None => None,
        }
    }

    fn note(self, offset: usize) -> Option<Thing> {
        let found =
            |mark: &NoteMark, role| Thing { span: mark.span.clone(), subject: Subject::Note(mark.label.clone()), role };
        let notes = &self.draft.notes;
        let call = touched(&notes.calls, |call| &call.span, offset);
        let defined = || touched(&notes.definitions, |definition| &definition.mark.span, offset);
        call.map(|call| found(call, Role::Uses))
            .or_else(|| defined().map(|definition| found(&definition.mark, Role::Defines)))
    }

    /// The part that is referred to; a sub-paragraph where the cursor is on its label.
    fn reference(self, offset: usize) -> Option<Thing> {
        let reference = touched(&self.draft.cross_references, whole_of, offset).filter(|r| !is_vague(r));
        // The label of "paragraph 3 (b)" stands behind the number, that of "alinéa b) du paragraphe 3" before it.
        let labelled = || {
            let references = &self.draft.cross_references;
            let after = references.partition_point(|reference| reference.span.start <= offset);
            let mut near = references[after.saturating_sub(1)..].iter().take(2);
            near.find(|r| r.label_span.as_ref().is_some_and(|label| touches(label, offset)))
        };
        let reference = reference.or_else(labelled)?;
        let parts = Parts::of(self.draft, self.text);
        let (index, span) = match &reference.label_span {
            Some(label) if is_sub_paragraph(reference) || touches(label, offset) => {
                (parts.sub_paragraph_meant(self.draft, reference)?, label)
            }
            _ => (parts.meant(self.draft, reference)?, &reference.span),
        };
        Some(Thing { span: span.clone(), subject: Subject::Part(index), role: Role::Uses })
    }

    /// The part whose number or label this is.
    fn label(self, offset: usize) -> Option<Thing> {
        let index = self.draft.paragraph_at(offset)?;
        let printed = self.draft.paragraphs[index].label.as_ref().map(|label| label.span.clone());
        let span = printed.filter(|_| can_be_referred_to(self.draft.paragraphs[index].kind));
        let span = span.or_else(|| self.heading_at(index))?;
        touches(&span, offset).then_some(Thing { span, subject: Subject::Part(index), role: Role::Defines })
    }

    /// The number of a heading with its noun: "Annex II", "VII".
    fn heading_at(self, index: usize) -> Option<Span> {
        let paragraph = &self.draft.paragraphs[index];
        if paragraph.label.is_some() || !can_be_heading(paragraph.kind) {
            return None;
        }
        let number = self.draft.heading_number(self.text, index).map(|(span, _)| span);
        if paragraph.kind != ParagraphKind::AnnexHeading {
            return number;
        }
        let noun = self.draft.language.annex_noun(&self.text[paragraph.content.clone()]);
        let noun = noun.map(|noun| paragraph.content.start + noun.start..paragraph.content.start + noun.end);
        match (noun, number) {
            (Some(noun), Some(number)) => Some(noun.start.min(number.start)..noun.end.max(number.end)),
            (noun, number) => noun.or(number),
        }
    }

    fn citation(self, offset: usize) -> Option<Thing> {
        let citation = touched(&self.draft.citations, |citation| &citation.span, offset)?;
        Some(Thing { span: citation.span.clone(), subject: Subject::Text(citation.symbol?), role: Role::Uses })
    }

    fn document(self, offset: usize) -> Option<Thing> {
        let mention = touched(&self.draft.symbols, |mention| &mention.span, offset)?;
        let subject = mention.text.parse().map_or_else(|_| Subject::Document(mention.text.clone()), Subject::Text);
        Some(Thing { span: mention.span.clone(), subject, role: Role::Uses })
    }

    fn acronym(self, offset: usize) -> Option<Thing> {
        let mention = touched(&self.draft.acronyms, |mention| &mention.span, offset)?;
        let letters = mention.letters(self.text);
        let span = mention.span.start..mention.span.start + letters.len();
        let introduced = introduction(self.text, self.draft, letters) == Some(mention);
        let role = if introduced { Role::Defines } else { Role::Uses };
        Some(Thing { span, subject: Subject::Acronym(letters.to_owned()), role })
    }

    /// The citations of a text, and the ranges that it lies in.
    fn citations_of(self, symbol: Symbol) -> Vec<Mention> {
        let citations = &self.draft.citations;
        let cited = |(index, citation): (usize, &Citation)| {
            if citation.symbol == Some(symbol) {
                return Some(using(&citation.span));
            }
            // "70/1 to 70/5" speaks of 70/3 as a whole.
            let range = || citations[index - 1].span.start..citation.span.end;
            self.draft.is_between(index, symbol).then(|| using(&range()))
        };
        let printed = symbol.to_string();
        let named = self.draft.symbols.iter().filter(|mention| mention.text == printed);
        let named = named.map(|mention| using(&mention.span));
        citations.iter().enumerate().filter_map(cited).chain(named).collect()
    }

    /// The calls and definitions of a note.
    fn marks_of(self, label: &str) -> Vec<Mention> {
        let notes = &self.draft.notes;
        let calls = notes.calls.iter().filter(|call| call.label == label).map(|call| using(&call.span));
        let definitions = notes.definitions.iter().map(|definition| &definition.mark);
        let definitions = definitions.filter(|mark| mark.label == label).map(|mark| defining(&mark.span));
        calls.chain(definitions).collect()
    }

    /// The label of a part, and what refers to it.
    fn references_to(self, index: usize) -> Vec<Mention> {
        let own = self.label_of(index).or_else(|| self.heading_at(index));
        let mut mentions: Vec<Mention> = own.iter().map(defining).collect();
        if self.draft.cross_references.is_empty() {
            return mentions;
        }
        let parts = Parts::of(self.draft, self.text);
        for reference in &self.draft.cross_references {
            if !is_sub_paragraph(reference) && parts.meant(self.draft, reference) == Some(index) {
                mentions.push(using(&reference.span));
            }
            if let Some(label) = &reference.label_span
                && parts.sub_paragraph_meant(self.draft, reference) == Some(index)
            {
                mentions.push(using(label));
            }
        }
        mentions
    }

    fn acronyms_of(self, letters: &str) -> Vec<Mention> {
        let introduced = introduction(self.text, self.draft, letters).map(|mention| mention.span.start);
        let same = self.draft.acronyms.iter().filter(|mention| mention.letters(self.text) == letters);
        let found = same.map(|mention| {
            let span = mention.span.start..mention.span.start + letters.len();
            if introduced == Some(span.start) { defining(&span) } else { using(&span) }
        });
        found.collect()
    }
}

/// Whether an offset is on a stretch of the text; its end counts, for editors whose cursor stands between characters.
pub(crate) fn touches(span: &Span, offset: usize) -> bool {
    (span.start..=span.end).contains(&offset)
}

/// Of stretches in the order of the text, the one that an offset is on: the one that holds it, else the one that ends there.
pub(crate) fn touched<T>(items: &[T], span: impl Fn(&T) -> &Span, offset: usize) -> Option<&T> {
    let first = items.partition_point(|item| span(item).end < offset);
    let near = items[first..].iter().take(2);
    near.clone().find(|item| span(item).contains(&offset)).or_else(|| near.clone().find(|i| touches(span(i), offset)))
}

fn whole_of(reference: &CrossReference) -> &Span {
    &reference.span
}

/// Whether a reference names no part: "see above".
fn is_vague(reference: &CrossReference) -> bool {
    reference.target == ReferenceTarget::Unsaid
}

/// Whether a reference gives the label of a sub-paragraph alone.
fn is_sub_paragraph(reference: &CrossReference) -> bool {
    matches!(reference.target, ReferenceTarget::SubParagraph(_))
}

/// Whether labels of such paragraphs can be referred to.
fn can_be_referred_to(kind: ParagraphKind) -> bool {
    use ParagraphKind::{Annex, Operative, Other, SubParagraph};
    matches!(kind, Annex | Operative | Other | SubParagraph)
}

/// Whether such a paragraph may be the heading of a section or annex.
fn can_be_heading(kind: ParagraphKind) -> bool {
    use ParagraphKind::{Annex, AnnexHeading, Heading, Other};
    matches!(kind, Annex | AnnexHeading | Heading | Other)
}

fn spot(span: &Span) -> Destination {
    Destination { whole: span.clone(), spot: span.clone() }
}

fn using(span: &Span) -> Mention {
    Mention { span: span.clone(), role: Role::Uses }
}

fn defining(span: &Span) -> Mention {
    Mention { span: span.clone(), role: Role::Defines }
}
