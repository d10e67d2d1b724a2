//! What a draft is once it has been read.

mod lead;
mod mentions;
mod notes;

use std::{ops::Range, sync::Arc};

use rapporteur_symbol::{Body, Symbol};

use crate::{Glyph, Language, Vocabulary};
pub use lead::{Gender, Lead, LeadPart, Repeat, RepeatPlace};
pub use mentions::{
    AcronymMention, BodyClue, Citation, CrossReference, DateMention, DueSession, MixedMonths, NamedBody, RecordMention,
    ReferencePlace, ReferenceTarget, SymbolMention, TreatyMention,
};
pub use notes::{NoteDefinition, NoteMark, NoteNotation, Notes};

/// A stretch of the text: byte offsets, end excluded, on character boundaries.
pub type Span = Range<usize>;

/// What kind of document a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// A draft or adopted resolution.
    Resolution,
    /// A decision.
    Decision,
    /// A report, note or presidential statement: prose about resolutions.
    Report,
    /// A piece of a resolution, without its beginning.
    Excerpt,
    /// Anything else. It is read, and never checked.
    Other,
}

impl DocumentKind {
    /// The kinds and their names in settings, directives and `inspect`.
    pub const NAMES: [(&'static str, DocumentKind); 5] = [
        ("resolution", DocumentKind::Resolution),
        ("decision", DocumentKind::Decision),
        ("report", DocumentKind::Report),
        ("excerpt", DocumentKind::Excerpt),
        ("other", DocumentKind::Other),
    ];

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<DocumentKind> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// The name of the kind.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("other", |(name, _)| name)
    }
}

/// How a text marks emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Markup {
    /// Markdown, with something in it emphasised.
    Markdown,
    /// Plain text, or Markdown in which nothing is emphasised: verbs can't be in italics here.
    Plain,
}

/// What is known of a text before it is read: from settings, from the editor. Whatever is `None` is detected.
///
/// What the text says of itself (front matter, `<!-- rapporteur: language=fr -->`) comes before these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The language of the text.
    pub language: Option<Language>,
    /// The kind of document.
    pub kind: Option<DocumentKind>,
    /// The body that is to adopt the text.
    pub body: Option<Body>,
    /// What the project adds to the languages.
    pub vocabulary: Option<Arc<Vocabulary>>,
}

/// The label of a numbered paragraph or sub-paragraph: `3.`, `(a)`, `ii)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is printed, without the space after it, with the emphasis that may enclose it.
    pub span: Span,
    /// The number or letters alone, within [`Label::span`].
    pub value_span: Span,
    /// The number, if the label is one.
    pub number: Option<u32>,
}

/// What part a paragraph plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// What stands above the title: organ, symbol, distribution, date, session, agenda item.
    Masthead,
    /// The title of the resolution.
    Title,
    /// The organ that acts: "The General Assembly,".
    EnactingLine,
    /// A paragraph of the preamble.
    Preambular,
    /// A paragraph of the operative part.
    Operative,
    /// A lettered or Roman-numbered paragraph below another, or a numbered one inside an operative paragraph.
    SubParagraph,
    /// A heading within the text.
    Heading,
    /// The letter of a part: A, B.
    Part,
    /// The heading of an annex.
    AnnexHeading,
    /// A paragraph of an annex, numbered or not.
    Annex,
    /// The definition of a note.
    NoteDefinition,
    /// Meeting and date of adoption, votes.
    AdoptionLine,
    /// Page numbers, running heads, job numbers, rules, the words between pages.
    Furniture,
    /// The rest of a paragraph that page furniture or notes cut in two.
    Continuation,
    /// A numbered or plain paragraph of a report; anything else.
    Other,
}

impl ParagraphKind {
    /// The name of the kind in `inspect`.
    pub fn name(self) -> &'static str {
        match self {
            ParagraphKind::Masthead => "masthead",
            ParagraphKind::Title => "title",
            ParagraphKind::EnactingLine => "enacting-line",
            ParagraphKind::Preambular => "preambular",
            ParagraphKind::Operative => "operative",
            ParagraphKind::SubParagraph => "sub-paragraph",
            ParagraphKind::Heading => "heading",
            ParagraphKind::Part => "part",
            ParagraphKind::AnnexHeading => "annex-heading",
            ParagraphKind::Annex => "annex",
            ParagraphKind::NoteDefinition => "note",
            ParagraphKind::AdoptionLine => "adoption-line",
            ParagraphKind::Furniture => "furniture",
            ParagraphKind::Continuation => "continuation",
            ParagraphKind::Other => "other",
        }
    }
}

/// A paragraph, or whatever else stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What part it plays.
    pub kind: ParagraphKind,
    /// From the first character (label and marks included) to the last one that is no white space.
    pub span: Span,
    /// From after the label.
    pub content: Span,
    /// Its label.
    pub label: Option<Label>,
    /// Its lead phrase.
    pub lead: Option<Lead>,
    /// The body that acts from here on, if this is an enacting line; [`Body::Other`] for one that the language data does
    /// not name.
    pub enacts: Option<Body>,
    /// The series of numbers in which an operative paragraph counts: parts A and B, a quoted draft, each has its own.
    pub series: u32,
}

/// A link of Markdown that has its target beside it: `[74/173](https://undocs.org/en/A/RES/74/173)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// All of it.
    pub span: Span,
    /// What is printed.
    pub label: Span,
    /// Where it leads; may be empty.
    pub target: Span,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// An instruction to Rapporteur in a comment: `<!-- rapporteur: ignore citation-date -->`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The whole comment.
    pub span: Span,
    /// What stands after `rapporteur:`, trimmed.
    pub text: String,
    /// Where [`Directive::text`] stands.
    pub text_span: Span,
}

/// A word that is spelt otherwise than the United Nations spell it: "organise".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The word.
    pub span: Span,
    /// As it ought to be: "organize".
    pub right: String,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// A text that has been read. Readings are equal if they say the same, however they came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The language, detected or set.
    pub language: Language,
    /// The kind of document, detected or set.
    pub kind: DocumentKind,
    /// Whether anything is emphasised.
    pub markup: Markup,
    /// The body that acts: that of the enacting line, else that of the masthead, else the one that is set.
    pub body: Option<Body>,
    /// The symbol that the text gives itself in its masthead or title, as printed.
    pub symbol: Option<Span>,
    /// The title of the resolution.
    pub title: Option<Span>,
    /// All paragraphs in the order of the text; they don't overlap.
    pub paragraphs: Vec<Paragraph>,
    /// Cited resolutions, decisions and statements in the order of the text.
    pub citations: Vec<Citation>,
    /// Dates in the order of the text.
    pub dates: Vec<DateMention>,
    /// Names of months that do not belong together, in the order of the text.
    pub mixed_months: Vec<MixedMonths>,
    /// Document symbols in the order of the text, those of cited resolutions (`A/RES/65/230`) among them.
    pub symbols: Vec<SymbolMention>,
    /// What is written like a symbol but begins with no series that is known (`AHRC/17/26`, `ABC/1`), in the order of the text.
    pub unknown_symbols: Vec<SymbolMention>,
    /// Places of treaties in the order of the text.
    pub treaties: Vec<TreatyMention>,
    /// Published records in the order of the text.
    pub records: Vec<RecordMention>,
    /// Sessions that are still to come, in the order of the text.
    pub due_sessions: Vec<DueSession>,
    /// Acronyms in the order of the text.
    pub acronyms: Vec<AcronymMention>,
    /// Links in the order of the text.
    pub links: Vec<Link>,
    /// Words that ought to be spelt otherwise, in the order of the text.
    pub spellings: Vec<Spelling>,
    /// Note calls and definitions.
    pub notes: Notes,
    /// References to parts of the same text.
    pub cross_references: Vec<CrossReference>,
    /// In what its typography shows, paragraph by paragraph.
    pub glyphs: Vec<Glyph>,
    /// Instructions to Rapporteur in comments.
    pub directives: Vec<Directive>,
    /// What was read of each block, for [`Draft::update`].
    pub(crate) cache: crate::BlockCache,
}

impl Draft {
    /// The hints under which a part of the text reads as it does within the whole.
    pub fn as_hints(&self) -> Hints {
        let vocabulary = self.cache.vocabulary().cloned();
        Hints { language: Some(self.language), kind: Some(self.kind), body: self.body, vocabulary }
    }

    /// The date that is printed with a citation.
    pub fn date_of(&self, citation: &Citation) -> Option<&DateMention> {
        citation.date.map(|index| &self.dates[index])
    }

    /// What is cited between the ends of a range and printed nowhere: B, C and D of "43/222 A–E". `index` is that of the
    /// citation that ends the range; nothing lies between any other citation and the one before it.
    pub fn between(&self, index: usize) -> impl Iterator<Item = Symbol> {
        let last = self.citations.get(index).filter(|last| last.ends_range).and_then(|last| last.symbol);
        let first = index.checked_sub(1).and_then(|before| self.citations[before].symbol);
        first.zip(last).into_iter().flat_map(|(first, last)| first.between(last))
    }

    /// Whether a text lies between the ends of a range; see [`Draft::between`].
    pub fn is_between(&self, index: usize, symbol: Symbol) -> bool {
        let last = self.citations.get(index).filter(|last| last.ends_range).and_then(|last| last.symbol);
        let first = index.checked_sub(1).and_then(|before| self.citations[before].symbol);
        first.zip(last).is_some_and(|(first, last)| symbol.is_between(first, last))
    }

    /// The paragraph at a byte offset: the one that holds it, if any does.
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.span.end < offset);
        (index < self.paragraphs.len() && self.paragraphs[index].span.start <= offset).then_some(index)
    }
}
