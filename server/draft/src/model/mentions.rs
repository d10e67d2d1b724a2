//! What a text mentions: bodies, resolutions, dates, documents, treaties, acronyms, other parts of itself.

use rapporteur_symbol::{Body, Kind, Letter, Number, Symbol};
use time::Date;

use crate::Span;

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
    /// is cited as well, see [`Draft::between`](crate::Draft::between).
    pub ends_range: bool,
    /// A year in brackets behind a number that names its session or year already: the `(2020)` of `75/200 (2020)`.
    pub stray_year: Option<Span>,
    /// The title that is quoted with it, without the quotation marks: "entitled “Transforming our world: …”".
    pub title: Option<Span>,
    /// The date that goes with it, as an index into [`Draft::dates`](crate::Draft::dates); several citations may share one.
    pub date: Option<usize>,
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs).
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
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs).
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
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs).
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
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs).
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
    /// The index into [`Draft::symbols`](crate::Draft::symbols).
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
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs).
    pub paragraph: usize,
}

/// An acronym: a word in capitals that is no Roman numeral and no piece of a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcronymMention {
    /// The letters.
    pub span: Span,
    /// Whether it stands alone in brackets, as behind what it stands for: "(UNODC)".
    pub bracketed: bool,
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs).
    pub paragraph: usize,
}

/// A part of the same text that is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// A paragraph, and the first label behind its number: "paragraph 3 (b)".
    Paragraph {
        /// Its number.
        number: u32,
        /// The label of its sub-paragraph, as [`Language::sub_label`](crate::Language::sub_label) gives it.
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
    /// The letters of the label of the sub-paragraph that it names, without brackets.
    pub label_span: Option<Span>,
    /// The index into [`Draft::paragraphs`](crate::Draft::paragraphs) of the paragraph that holds it.
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
