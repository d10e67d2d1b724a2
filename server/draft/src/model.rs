//! What a draft is once it has been read.

use std::{ops::Range, sync::Arc};

use rapporteur_symbol::{Body, Kind, Letter, Number, Symbol};
use time::Date;

use crate::{Glyph, Language, Vocabulary};

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

/// In which part of a resolution a lead phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeadPart {
    /// In the preamble: "Recalling".
    Preambular,
    /// In the operative part: "Recalls".
    Operative,
}

/// A grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// As "le Conseil" is.
    Masculine,
    /// As "l’Assemblée" is.
    Feminine,
}

/// The lead phrase of a paragraph: "Recalling also", "Decides".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The phrase in the text, without emphasis marks and without a comma.
    pub span: Span,
    /// Whether the vocabulary of the language has the phrase in the preamble, in the operative part.
    pub preambular: bool,
    /// See [`Lead::preambular`].
    pub operative: bool,
    /// Whether words of the phrase say that the body that acts is masculine: "Conscient".
    pub masculine: bool,
    /// The same for a feminine one: "Consciente".
    pub feminine: bool,
    /// The emphasised stretch at the head of the paragraph, without its marks; `None` where it is in roman type.
    pub emphasis: Option<Span>,
    /// The verb with the words that modify it, without its complements: "Notes also" of "Notes also with appreciation".
    pub verb: Span,
    /// The word that says that the verb of the paragraph before is repeated: "also".
    pub repeat: Option<Repeat>,
    /// A number that two phrases share if they are the same but for such a word: "Recalling" and "Recalling also".
    pub identity: u64,
    /// Whether the verb tells somebody to do something: "Requests".
    pub addresses: bool,
    /// Words behind the emphasis that belong to the phrase: "also" of "*Recalling* also".
    pub missing: Option<Span>,
    /// Words at the end of the emphasis that don't belong to the phrase: "that" of "*Noting that*".
    pub excess: Option<Span>,
}

/// A word that says that a verb is repeated: "also", "further".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Which time it says that the verb is said.
    pub place: RepeatPlace,
    /// The word in the text.
    pub span: Span,
}

/// Which time a verb is said in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepeatPlace {
    /// The second: "also".
    Second,
    /// The third: "further".
    Third,
    /// Any but the first: "asimismo".
    Any,
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

/// A body that is named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedBody {
    /// The body.
    pub body: Body,
    /// The name in the text.
    pub span: Span,
}

/// How a citation came by its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyClue {
    /// The body is named with it: "General Assembly resolution", "de la Commission des stupéfiants".
    Named(NamedBody),
    /// "Its": the body that the sentence or the enacting line gives. The span is that of the possessive.
    Possessive {
        /// "its", "sa", "ses".
        span: Span,
        /// The body that is meant: the subject of the sentence or the enacting body.
        body: Option<Body>,
    },
    /// Nothing is said; the shape of the number tells.
    Shape,
    /// The symbol itself says it: A/RES/65/230.
    Symbol,
}

/// A resolution, decision or presidential statement that the text cites by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The number as printed, with its part, year or session: `1325 (2000)`, `66/253 A`, `A/RES/65/230`.
    pub span: Span,
    /// Resolution, decision or statement, as the text calls it.
    pub kind: Kind,
    /// The number.
    pub number: Number,
    /// The letter of the part, if one is cited.
    pub part: Option<Letter>,
    /// The symbol that is meant; `None` where the body can't be told or is unknown to the registry.
    pub symbol: Option<Symbol>,
    /// How the body is known.
    pub clue: BodyClue,
    /// The word "resolution" or "decision" that opens the list in which it stands.
    pub noun: Option<Span>,
    /// Whether it is a further item of the list that the citation before it is in: nothing stands between them but
    /// dates, bodies and the words and marks that join the items of a list.
    pub listed: bool,
    /// Whether it ends a range that the citation before it begins ("70/1 to 70/5", "43/222 A–E"): what lies between them
    /// is cited as well, see [`Draft::between`].
    pub ends_range: bool,
    /// A year in brackets behind a number that names its session or year already: the `(2020)` of `75/200 (2020)`.
    pub stray_year: Option<Span>,
    /// The title that is quoted with it, without the quotation marks: "entitled “Transforming our world: …”".
    pub title: Option<Span>,
    /// The date that goes with it, as an index into [`Draft::dates`]; several citations may share one.
    pub date: Option<usize>,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// A date in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// From day to year, as printed; for a date without its own year or month ("25 and 27 June 1950") what is printed
    /// of it alone.
    pub span: Span,
    /// The date; `None` where the calendar has no such day (31 April), or no year is given.
    pub date: Option<Date>,
    /// The number of the day.
    pub day: u32,
    /// The number of the month.
    pub month: u32,
    /// The year, its own or that of a date it shares it with.
    pub year: Option<u32>,
    /// Whether day, month and year are all printed within [`DateMention::span`].
    pub complete: bool,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// Two names of months that stand together as the names of one and do not belong together: `كانون الثاني/نوفمبر`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MixedMonths {
    /// Both names.
    pub span: Span,
    /// The month that the first names.
    pub first: time::Month,
    /// The month that the second names.
    pub second: time::Month,
}

/// The symbol of a document: `A/HRC/17/26`, `E/2012/30/Corr.1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SymbolMention {
    /// The symbol as printed, broken over lines or not.
    pub span: Span,
    /// As it ought to read: without the white space of a line break, with the letters and marks of ASCII.
    pub text: String,
    /// The word beside it that calls it a resolution or decision.
    pub noun: Option<Span>,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// Where a treaty is printed: "United Nations, *Treaty Series*, vol. 2225, No. 39574".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreatyMention {
    /// From who publishes the series to the last number.
    pub span: Span,
    /// The volumes, with their numbers; at least one.
    pub volumes: Vec<(Span, u32)>,
    /// The numbers under which the treaties are registered; at least one.
    pub numbers: Vec<(Span, u32)>,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// A published record with the symbol of its document: "Official Records of the Economic and Social Council, 2017,
/// Supplement No. 10 (E/2017/30)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordMention {
    /// The session in words.
    pub session: Option<(Span, u32)>,
    /// The year.
    pub year: Option<(Span, u32)>,
    /// The number of the supplement.
    pub supplement: Option<(Span, u32)>,
    /// The index into [`Draft::symbols`].
    pub symbol: usize,
}

/// A session that is still to come, in words: "to include in the provisional agenda of its eightieth session", "to report to
/// the General Assembly at its eightieth session".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueSession {
    /// The number in words.
    pub span: Span,
    /// The number.
    pub number: u32,
    /// The body whose session it is, if that is known.
    pub body: Option<Body>,
    /// Whether it is its agenda that is spoken of.
    pub agenda: bool,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// An acronym: a word in capitals that is no Roman numeral and no piece of a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcronymMention {
    /// The letters.
    pub span: Span,
    /// Whether it stands alone in brackets, as behind what it stands for: "(UNODC)".
    pub bracketed: bool,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
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

/// How a note call is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteNotation {
    /// `[^1]`.
    Markdown,
    /// `<sup>1</sup>`.
    Html,
    /// `¹`.
    Superscript,
    /// `\*`, and a plain `1 ` before a definition.
    Plain,
}

/// A note call or the label of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteMark {
    /// All of the mark: `[^1]`, `<sup>1</sup>`, `¹`.
    pub span: Span,
    /// The label within the marks.
    pub label_span: Span,
    /// The label: "1", "a", "*"; superscript figures are given as plain ones.
    pub label: String,
    /// How it is written.
    pub notation: NoteNotation,
    /// The index into [`Draft::paragraphs`].
    pub paragraph: usize,
}

/// The definition of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDefinition {
    /// The label with its marks.
    pub mark: NoteMark,
    /// The whole definition, label included.
    pub span: Span,
}

/// A part of the same text that is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// A paragraph, and the first label behind its number: "paragraph 3 (b)".
    Paragraph {
        /// Its number.
        number: u32,
        /// The label of its sub-paragraph, as [`Language::sub_label`] gives it.
        label: Option<String>,
    },
    /// A sub-paragraph without the number of its paragraph, by its label: "subparagraph (b)".
    SubParagraph(String),
    /// A section, by its number.
    Section(u32),
    /// An annex; without a number the only one.
    Annex(Option<u32>),
    /// Nothing in particular: "see above".
    Unsaid,
}

/// Where a part of the same text is said to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferencePlace {
    /// "Above".
    Above,
    /// "Below".
    Below,
    /// "Of the present resolution".
    Here,
}

/// A reference to a part of the same text: "paragraph 9 above", "section VII ci-après", "the annex to the present resolution".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossReference {
    /// The number or label that is named; where there is none, the noun.
    pub span: Span,
    /// What it names.
    pub target: ReferenceTarget,
    /// Where that is said to lie.
    pub place: ReferencePlace,
    /// The words that say so, if any do.
    pub place_span: Option<Span>,
    /// The index into [`Draft::paragraphs`] of the paragraph that holds it.
    pub paragraph: usize,
}

impl CrossReference {
    /// The number of the paragraph that it names.
    pub fn paragraph_number(&self) -> Option<u32> {
        match self.target {
            ReferenceTarget::Paragraph { number, .. } => Some(number),
            _ => None,
        }
    }
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

/// The calls and definitions of the notes, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Where notes are called.
    pub calls: Vec<NoteMark>,
    /// Where they are defined.
    pub definitions: Vec<NoteDefinition>,
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

    /// The paragraph at a byte offset: the one that holds it, if any does.
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.span.end < offset);
        (index < self.paragraphs.len() && self.paragraphs[index].span.start <= offset).then_some(index)
    }
}
