//! What a block mentions: dates, document symbols, citations, bodies, references to paragraphs.
//!
//! Everything here depends on the words of one block alone; what needs the rest of the document is left open and is
//! closed in [`crate::resolve`]. Offsets count from the start of the block.

mod acronyms;
mod citations;
mod cross_references;
mod dates;
mod due_sessions;
mod numerals;
mod records;
mod symbols;
mod titles;
mod treaties;

use rapporteur_symbol::{Body, Kind, Letter, Number, Symbol};

use crate::{
    ReferencePlace, ReferenceTarget, Span,
    language::Data,
    token::{Token, TokenKind},
    words::{Phrases, WordId},
};

pub(crate) use citations::leading_number;
pub(crate) use cross_references::{heading_number, sub_label};

/// A body as a block names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyName {
    /// In full.
    Full(Body),
    /// For short ("the Council"): an index into the short names of the language.
    Short(usize),
}

/// What a block says of the body of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Clue {
    Named {
        name: BodyName,
        span: Span,
    },
    Possessive {
        span: Span,
        subject: Option<BodyName>,
        /// Whether it can't mean who speaks.
        third_person: bool,
    },
    None,
    /// The text is cited by its symbol.
    Symbol(Symbol),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawCitation {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    pub(crate) number: Number,
    pub(crate) part: Option<Letter>,
    pub(crate) clue: Clue,
    pub(crate) noun: Option<Span>,
    /// Whether it is a further item of the list that the citation before it is in.
    pub(crate) listed: bool,
    /// Whether it ends a range that the citation before it begins.
    pub(crate) ends_range: bool,
    /// A year in brackets behind a number that has none.
    pub(crate) stray_year: Option<Span>,
    /// An index into [`Mentions::dates`].
    pub(crate) date: Option<usize>,
    /// The title that is quoted with it.
    pub(crate) title: Option<Span>,
}

impl RawCitation {
    /// A citation of which no more is known.
    fn new(span: Span, kind: Kind, number: Number, part: Option<Letter>, clue: Clue) -> RawCitation {
        let (noun, stray_year, date, title) = (None, None, None, None);
        RawCitation { span, kind, number, part, clue, noun, listed: false, ends_range: false, stray_year, date, title }
    }
}

/// A date, and the tokens that it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawDate {
    pub(crate) span: Span,
    pub(crate) date: Option<time::Date>,
    pub(crate) day: u32,
    pub(crate) month: u32,
    pub(crate) year: Option<u32>,
    pub(crate) complete: bool,
    pub(crate) first_token: usize,
    pub(crate) end_token: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawSymbol {
    pub(crate) span: Span,
    pub(crate) text: String,
    pub(crate) noun: Option<Span>,
}

/// Where a treaty is printed: the volumes and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawTreaty {
    pub(crate) span: Span,
    pub(crate) volumes: Vec<(Span, u32)>,
    pub(crate) numbers: Vec<(Span, u32)>,
}

/// What a published record says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawRecord {
    pub(crate) session: Option<(Span, u32)>,
    pub(crate) year: Option<(Span, u32)>,
    pub(crate) supplement: Option<(Span, u32)>,
    /// An index into [`Mentions::symbols`].
    pub(crate) symbol: usize,
}

/// A session that is still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawDueSession {
    pub(crate) span: Span,
    pub(crate) number: u32,
    /// The body that is named; `None` for the one that acts.
    pub(crate) body: Option<BodyName>,
    pub(crate) agenda: bool,
}

/// A word in capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawAcronym {
    pub(crate) span: Span,
    pub(crate) bracketed: bool,
}

/// A body that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawBody {
    pub(crate) name: BodyName,
    pub(crate) start: usize,
    /// Whether it is named as that of a citation, and so is not the subject of anything.
    pub(crate) of_citation: bool,
}

/// A reference to a part of the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawReference {
    pub(crate) span: Span,
    pub(crate) target: ReferenceTarget,
    pub(crate) place: ReferencePlace,
    pub(crate) place_span: Option<Span>,
    pub(crate) label_span: Option<Span>,
}

impl RawReference {
    /// A reference to a part of this text, of which it is not said where it lies.
    fn new(span: Span, target: ReferenceTarget) -> RawReference {
        RawReference { span, target, place: ReferencePlace::Here, place_span: None, label_span: None }
    }
}

/// Two names of months that stand together and do not belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MixedMonths {
    pub(crate) span: Span,
    /// What the first names, 1 to 12.
    pub(crate) first: u8,
    /// What the second names.
    pub(crate) second: u8,
}

/// All mentions of a block, each kind in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mentions {
    pub(crate) dates: Vec<RawDate>,
    pub(crate) symbols: Vec<RawSymbol>,
    /// What is written like a symbol but begins with no series that is known.
    pub(crate) unknown_symbols: Vec<RawSymbol>,
    pub(crate) acronyms: Vec<RawAcronym>,
    pub(crate) treaties: Vec<RawTreaty>,
    pub(crate) records: Vec<RawRecord>,
    pub(crate) due_sessions: Vec<RawDueSession>,
    pub(crate) citations: Vec<RawCitation>,
    pub(crate) bodies: Vec<RawBody>,
    pub(crate) cross_references: Vec<RawReference>,
    pub(crate) mixed_months: Vec<MixedMonths>,
}

impl Mentions {
    /// The date that begins at a token, as an index into the dates.
    fn date_at(&self, token: usize) -> Option<usize> {
        let index = self.dates.partition_point(|date| date.first_token < token);
        (self.dates.get(index)?.first_token == token).then_some(index)
    }
}

/// Finds what a block mentions.
pub(crate) fn find(block: &str, tokens: &[Token], data: &Data) -> Mentions {
    let cursor = Cursor { block, tokens, data };
    let mut mentions = Mentions { dates: dates::find(cursor), ..Mentions::default() };
    (mentions.symbols, mentions.unknown_symbols) = symbols::find(cursor);
    mentions.acronyms = acronyms::find(cursor);
    mentions.treaties = treaties::find(cursor);
    mentions.records = records::find(cursor, &mentions.symbols);
    mentions.due_sessions = due_sessions::find(cursor);
    citations::find(cursor, &mut mentions);
    mentions.cross_references = cross_references::find(cursor);
    mentions.mixed_months = dates::mixed_months(cursor);
    mentions
}

/// The tokens of a block with what is needed to read them.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    block: &'a str,
    tokens: &'a [Token],
    data: &'a Data,
}

impl<'a> Cursor<'a> {
    fn word(self, at: usize) -> Option<WordId> {
        self.tokens.get(at).and_then(Token::word)
    }

    fn number(self, at: usize) -> Option<u32> {
        self.tokens.get(at).and_then(Token::number)
    }

    fn is_mark(self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }

    /// The mark at a token, as ASCII has it.
    fn mark(self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            TokenKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether a token follows the one before it without white space.
    fn glued(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.gap)
    }

    fn text(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.block[token.span()])
    }

    /// The first token that begins at an offset or behind it.
    fn token_from(self, offset: usize) -> usize {
        self.tokens.partition_point(|token| (token.start as usize) < offset)
    }

    /// From the start of one token to the end of another.
    fn span(self, first: usize, last: usize) -> Span {
        self.tokens[first].start as usize..self.tokens[last].end as usize
    }

    /// The phrase that begins at a token: the index of the token after it, and its meaning.
    fn phrase<T: Copy>(self, phrases: &Phrases<T>, at: usize) -> Option<(usize, T)> {
        let first = self.word(at)?;
        if first == WordId::UNKNOWN {
            return None;
        }
        phrases.longest(at, |i| self.word(i)).map(|(length, meaning)| (at + length, meaning))
    }

    /// Whether a phrase ends right before a token; the index of its first token.
    fn phrase_before<T: Copy>(self, phrases: &Phrases<T>, end: usize) -> Option<usize> {
        (end.saturating_sub(phrases.longest_length())..end)
            .find(|&at| self.phrase(phrases, at).is_some_and(|(next, _)| next == end))
    }
}
