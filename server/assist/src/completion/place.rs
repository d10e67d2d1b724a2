//! Where something is completed.

use rapporteur_draft::{DocumentKind, Draft, Hints, Language, Markup, Paragraph, ParagraphKind, Span};
use rapporteur_lint::{Locale, Settings};
use rapporteur_registry::Registry;
use rapporteur_symbol::Body;

use super::Query;
use crate::{phrase::goes_on, probe::boundary, wording::say};

/// A text that is no draft yet is shorter than this, in bytes.
const BEGUN: usize = 1500;

/// How many paragraphs are passed over in search of one of another kind.
const NEAR: usize = 64;

/// What stands above the line of the cursor in a text that has no more than an enacting line and what is being typed
/// behind it, and how it reads as the resolution that it will be. `None` for any other.
pub(super) fn as_resolution<'a>(query: &Query<'a>) -> Option<(&'a str, Draft)> {
    let Query { text, draft, .. } = *query;
    if draft.kind != DocumentKind::Other || text.len() >= BEGUN || draft.body.is_none() {
        return None;
    }
    let above = &text[..line_start(text, boundary(text, query.offset))];
    let read = Draft::read(above, &Hints { kind: Some(DocumentKind::Resolution), ..draft.as_hints() });
    let enacts = |paragraph: &Paragraph| paragraph.kind == ParagraphKind::EnactingLine;
    read.paragraphs.iter().any(enacts).then_some((above, read))
}

/// The place, and what is known of the text around it.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    /// The cursor, between two characters.
    pub(super) offset: usize,
    pub(super) draft: &'a Draft,
    /// What the draft is the reading of.
    pub(super) read: &'a str,
    pub(super) registry: &'a Registry,
    pub(super) settings: &'a Settings,
    pub(super) trigger: Option<char>,
    /// The language in which is written here.
    pub(super) language: Language,
    /// Where the line begins.
    pub(super) line: usize,
    /// Where text and reading part: up to here the text has not changed since it was read.
    known: usize,
}

impl<'a> Place<'a> {
    pub(super) fn new(query: &Query<'a>) -> Place<'a> {
        let Query { text, draft, read, registry, settings, trigger, .. } = *query;
        let offset = boundary(text, query.offset);
        let line = line_start(text, offset);
        let known = common(&text[..offset], read);
        let mut place =
            Place { text, offset, draft, read, registry, settings, trigger, language: draft.language, line, known };
        if place.is_begun() {
            place.language = place.chosen_language(query.name);
        }
        place
    }

    /// Whether the text is so short that it can't be told yet what it is.
    pub(super) fn is_begun(&self) -> bool {
        self.draft.kind == DocumentKind::Other && self.text.len() < BEGUN
    }

    /// Whether the text has clauses: then what they are made of is offered.
    pub(super) fn has_clauses(&self) -> bool {
        matches!(self.draft.kind, DocumentKind::Resolution | DocumentKind::Excerpt)
    }

    /// Whether the text is one that we know something of.
    pub(super) fn is_draft(&self) -> bool {
        self.draft.kind != DocumentKind::Other
    }

    /// Whether the editor asks of its own accord after one of these marks, or the user does.
    pub(super) fn asked_after(&self, marks: &str) -> bool {
        self.trigger.is_none_or(|mark| marks.contains(mark))
    }

    /// The language of a text that does not tell: that of the settings, of the file's name, of the reader.
    fn chosen_language(&self, name: Option<&str>) -> Language {
        let named = name.and_then(|name| name.rsplit('.').nth(1)).and_then(Language::from_code);
        named.or(self.settings.hints.language).unwrap_or_else(|| match self.is_empty() {
            true => self.settings.locale.language(),
            false => self.draft.language,
        })
    }

    /// Whether nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The language of the messages.
    pub(super) fn locale(&self) -> Locale {
        self.settings.locale
    }

    /// A word of the reader's language for what is offered.
    pub(super) fn say(&self, key: &str) -> String {
        say(self.locale(), "completion", key, &[])
    }

    /// The line up to the cursor.
    pub(super) fn before(&self) -> &'a str {
        &self.text[self.line..self.offset]
    }

    /// The line after the cursor.
    pub(super) fn after(&self) -> &'a str {
        let rest = &self.text[self.offset..];
        &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())]
    }

    /// Where the word ends that the cursor stands in. What follows in ideographs is not of it: it may be all of a sentence.
    pub(super) fn word_end(&self) -> usize {
        let rest = self.after();
        self.offset + rest.find(|c: char| !goes_on(c)).unwrap_or(rest.len())
    }

    /// Where a phrase ends that stands there already, when the cursor is behind what is typed of it, or else the word: so
    /// that it is not written twice where no space parts it from the rest.
    pub(super) fn end_of(&self, typed: &str, phrase: &str) -> usize {
        let left = phrase.strip_prefix(typed).filter(|left| self.after().starts_with(left));
        self.word_end().max(self.offset + left.map_or(0, str::len))
    }

    /// The body that acts.
    pub(super) fn body(&self) -> Option<Body> {
        self.draft.body.or(self.settings.hints.body)
    }

    /// A stretch of the text that the draft is the reading of.
    pub(super) fn printed(&self, span: &Span) -> &'a str {
        self.read.get(span.clone()).unwrap_or_default()
    }

    /// An offset of the text before the cursor, in the text that was read.
    pub(super) fn in_reading(&self, offset: usize) -> usize {
        offset.min(self.known)
    }

    /// Whether a stretch of the text that was read is that in which the cursor stands, or behind which on its line only
    /// blanks are typed.
    pub(super) fn is_here(&self, span: &Span) -> bool {
        let here = self.in_reading(self.offset);
        let blank = |gap: &str| gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\t'));
        span.start <= here && (here <= span.end || self.read.get(span.end..here).is_some_and(blank))
    }

    /// The index of the first paragraph that does not lie before an offset.
    pub(super) fn first_from(&self, offset: usize) -> usize {
        let at = self.in_reading(offset);
        self.draft.paragraphs.partition_point(|paragraph| paragraph.span.end <= at && paragraph.span.start < at)
    }

    /// The last paragraph before an offset that plays a part, with its index.
    pub(super) fn paragraph_before(&self, offset: usize) -> Option<(usize, &'a Paragraph)> {
        let first = self.first_from(offset);
        let before = self.draft.paragraphs[..first].iter().enumerate().rev().take(NEAR);
        before.into_iter().find(|(_, paragraph)| plays_a_part(paragraph))
    }

    /// Whether the text has not begun yet above the cursor, which is in the masthead or the title then.
    pub(super) fn is_in_head(&self) -> bool {
        let above = self.paragraph_before(self.line).map(|(_, paragraph)| paragraph.kind);
        above.is_none_or(|kind| matches!(kind, ParagraphKind::Masthead | ParagraphKind::Title))
    }

    /// The first paragraph that plays a part and begins behind the line of the cursor.
    pub(super) fn paragraph_after(&self) -> Option<&'a Paragraph> {
        let behind = self.read.len().saturating_sub(common_end(&self.text[self.offset..], self.read));
        let end = behind + self.after().len();
        let first = self.draft.paragraphs.partition_point(|paragraph| paragraph.span.start < end);
        self.draft.paragraphs[first..].iter().take(NEAR).find(|paragraph| plays_a_part(paragraph))
    }

    /// Whether the draft marks emphasis, or may yet.
    pub(super) fn emphasises(&self) -> bool {
        let has_clause = || {
            self.draft.paragraphs.iter().any(|p| matches!(p.kind, ParagraphKind::Preambular | ParagraphKind::Operative))
        };
        self.draft.markup == Markup::Markdown || !has_clause()
    }
}

/// Where the line begins that an offset stands in.
fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1)
}

/// Whether a paragraph is one of the text itself, and not of what stands beside it.
fn plays_a_part(paragraph: &Paragraph) -> bool {
    use ParagraphKind::{AdoptionLine, Continuation, Furniture, Heading, NoteDefinition, Other};
    !matches!(paragraph.kind, AdoptionLine | Continuation | Furniture | Heading | NoteDefinition | Other)
}

/// How many bytes two texts have in common at their start.
fn common(one: &str, other: &str) -> usize {
    let length = one.len().min(other.len());
    if one.as_bytes()[..length] == other.as_bytes()[..length] {
        return length;
    }
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

/// How many bytes two texts have in common at their end.
fn common_end(one: &str, other: &str) -> usize {
    let length = one.len().min(other.len());
    if one.as_bytes()[one.len() - length..] == other.as_bytes()[other.len() - length..] {
        return length;
    }
    one.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count()
}
