//! What is being cited at a place in the text: the words before it tell the body, and whether a number or a title
//! has been begun.

use rapporteur_draft::{Draft, Language, Span};
use rapporteur_symbol::{Body, Kind};
use time::Month;

use crate::{
    phrase::{longest_at, phrase_at, word_starts},
    printed::{number_at, symbol_prefix},
};

/// How far back the word "resolution" is looked for, in bytes: as long as a long list.
const REACH: usize = 4096;

/// A title is searched by this many words at most.
const MOST_WORDS: usize = 8;

/// What has been typed of a resolution so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Nothing yet.
    Nothing,
    /// The beginning of a number, without the prefix of a full symbol: `65/`, `1514 (X`.
    Number(String),
    /// Words of a title.
    Words(String),
}

/// A place in the text where a resolution is being cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Context {
    /// Whether resolutions or decisions are cited.
    pub(crate) kind: Kind,
    /// The body, where the words before the number tell it.
    pub(crate) body: Option<Body>,
    /// What has been typed.
    pub(crate) typed: Typed,
    /// What a completed number takes the place of: all of the number, also what stands after the cursor.
    pub(crate) span: Span,
}

impl Context {
    /// The context at a byte offset; `None` where nothing is being cited.
    pub(crate) fn at(text: &str, draft: &Draft, offset: usize) -> Option<Context> {
        let offset = boundary(text, offset);
        let from = boundary(text, offset.saturating_sub(REACH));
        let language = draft.language;
        let before = &text[from..offset];
        let (start, noun, kind) = word_starts(before).find_map(|at| {
            let (length, kind) = noun_at(language, &before[at..])?;
            Some((from + at, from + at + length, kind))
        })?;
        if noun >= offset {
            return None;
        }
        let mut list = List { text, language, offset, at: noun, slot: noun, last: Token::Noun, items: 0, body: None };
        let (typed, span) = list.read()?;
        let prefix = symbol_prefix(&text[span.clone()]);
        let body = list.body.or_else(|| body_before(language, draft, &text[from..start]));
        Some(match (prefix, typed) {
            (Some((body, kind, length)), Typed::Number(number)) => {
                let number = number.get(length..).unwrap_or_default().to_owned();
                Context { kind, body: Some(body), typed: Typed::Number(number), span }
            }
            (_, typed) => Context { kind, body, typed, span },
        })
    }

    /// Whether a date follows, so that none need be inserted: `65/2| of 21 December 2010`.
    pub(crate) fn is_dated(&self, text: &str, language: Language) -> bool {
        let rest = text[self.span.end..].trim_start();
        let rest = rest.strip_prefix(',').map_or(rest, str::trim_start);
        longest_at(rest, language.date_connectors())
            .is_some_and(|length| rest[length..].trim_start().starts_with(|c: char| c.is_ascii_digit()))
    }
}

/// The last place between two characters that does not lie behind this byte.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn noun_at(language: Language, text: &str) -> Option<(usize, Kind)> {
    let nouns = language.citation_nouns();
    nouns
        .filter_map(|(noun, decision)| {
            Some((phrase_at(text, noun)?, if decision { Kind::Decision } else { Kind::Resolution }))
        })
        .max_by_key(|(length, _)| *length)
}

/// The body that is named before the word "resolution", or the one that "its" there means.
fn body_before(language: Language, draft: &Draft, before: &str) -> Option<Body> {
    // "its previous resolution": a word may stand between.
    let near: Vec<usize> = word_starts(before).take(2).collect();
    if near.iter().any(|at| longest_at(&before[*at..], language.possessives()).is_some()) {
        return draft.body;
    }
    word_starts(before).take(MOST_WORDS).find_map(|at| {
        let (length, body) = body_at(language, &before[at..])?;
        before[at + length..].trim().is_empty().then_some(body)
    })
}

fn body_at(language: Language, text: &str) -> Option<(usize, Body)> {
    let names = language.body_names();
    let found = names.filter_map(|(name, body)| Some((phrase_at(text, name)?, body)));
    found.max_by_key(|(length, _)| *length)
}

/// What stands last before the place that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Noun,
    Body,
    Number,
    Date,
    /// "dated", "on", "en date du": a date follows.
    Dated,
    /// "of", "of the", "du": a body follows, or a date.
    Of,
    /// A comma or "and": the next item follows.
    Joiner,
}

/// Reads the list of citations that follows the word "resolutions", up to the cursor.
struct List<'t> {
    text: &'t str,
    language: Language,
    /// The cursor.
    offset: usize,
    at: usize,
    /// Where the item that is being typed may start.
    slot: usize,
    last: Token,
    items: usize,
    body: Option<Body>,
}

impl List<'_> {
    /// Reads on to the item at the cursor. `None` if none is being typed there.
    fn read(&mut self) -> Option<(Typed, Span)> {
        loop {
            self.skip_space_and_marks();
            if self.at >= self.offset {
                let begun = matches!(self.last, Token::Noun | Token::Body) && self.items == 0;
                let open = self.text[..self.offset].ends_with(char::is_whitespace);
                return (begun && open).then_some((Typed::Nothing, self.offset..self.offset));
            }
            if let Some(length) = number_at(&self.text[self.at..]) {
                let end = self.at + length;
                let item = matches!(self.last, Token::Noun | Token::Body | Token::Joiner);
                if end >= self.offset {
                    let typed = self.text[self.at..self.offset].to_owned();
                    return item.then_some((Typed::Number(typed), self.at..end));
                }
                self.step(length, if item { Token::Number } else { Token::Date });
                self.items += usize::from(item);
            } else if !self.read_word() {
                return self.words();
            }
        }
    }

    /// Reads one of the words that a list of citations is made of.
    fn read_word(&mut self) -> bool {
        let rest = &self.text[self.at..self.offset];
        let language = self.language;
        let after_number = matches!(self.last, Token::Number | Token::Date);
        if rest.starts_with(',') {
            self.step(1, Token::Joiner);
        } else if let Some((length, body)) = body_at(language, rest) {
            self.body = Some(body);
            self.step(length, Token::Body);
        } else if let Some(length) = day_at(rest).filter(|_| !after_number) {
            self.step(length, Token::Date);
        } else if let Some(length) = month_at(language, rest).filter(|_| after_number) {
            self.step(length, Token::Date);
        } else if let Some(length) = longest_at(rest, language.citation_joiners()).filter(|_| self.items > 0) {
            self.step(length, Token::Joiner);
        } else if let Some(length) = longest_at(rest, language.body_connectors()) {
            self.step(length, Token::Of);
        } else if let Some(length) = longest_at(rest, language.date_connectors()) {
            self.step(length, Token::Dated);
        } else {
            return false;
        }
        true
    }

    fn step(&mut self, length: usize, token: Token) {
        self.at += length;
        self.last = token;
        if matches!(token, Token::Body | Token::Joiner) {
            self.slot = self.at;
        }
    }

    /// Skips white space, marks of emphasis, and calls of notes.
    fn skip_space_and_marks(&mut self) {
        loop {
            let rest = &self.text[self.at..self.offset];
            let skipped = rest.trim_start_matches(|c: char| c.is_whitespace() || "*_¹²³⁰⁴⁵⁶⁷⁸⁹".contains(c));
            let skipped = skip_enclosed(skipped, "[^", "]")
                .or_else(|| skip_enclosed(skipped, "<sup>", "</sup>"))
                .unwrap_or(skipped);
            if skipped.len() == rest.len() {
                return;
            }
            self.at = self.offset - skipped.len();
        }
    }

    /// The words of a title in the place of a number, if the cursor stands at one.
    fn words(&self) -> Option<(Typed, Span)> {
        let slot = &self.text[self.slot..self.offset];
        let typed = slot.trim_start();
        let start = self.offset - typed.len();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let telling: Vec<&str> = words.iter().copied().filter(|word| self.tells(word)).collect();
        let prose = typed.contains(['.', ',', ';', ':', '(', ')', '[', ']', '\n']) || words.len() > MOST_WORDS;
        let at_word = typed.ends_with(char::is_alphanumeric);
        // After a number the sentence may as well go on: only a single telling word is taken for a title.
        let enough = if self.items == 0 { !telling.is_empty() } else { words.len() == 1 && telling == words };
        let possible = matches!(self.last, Token::Noun | Token::Body | Token::Joiner)
            // "resolution on cybercrime"; but "resolution of the Council" names a body.
            || (self.last == Token::Dated && self.items == 0);
        if prose || !at_word || !enough || !possible {
            return None;
        }
        let rest = &self.text[self.offset..];
        let end = self.offset + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some((Typed::Words(telling.join(" ")), start..end))
    }

    /// Whether a word tells something of a title.
    fn tells(&self, word: &str) -> bool {
        let small = self
            .language
            .citation_joiners()
            .chain(self.language.date_connectors())
            .chain(self.language.body_connectors())
            .chain(self.language.possessives());
        let long = if self.items == 0 { 3 } else { 5 };
        word.chars().count() >= long && !small.into_iter().any(|small| phrase_at(word, small) == Some(word.len()))
    }
}

/// The day of a date that is no plain number: `1er`, `1st`.
fn day_at(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letters = text[digits..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    ((1..=2).contains(&digits) && (1..=5).contains(&letters)).then_some(digits + letters)
}

fn month_at(language: Language, text: &str) -> Option<usize> {
    let months = (1..=12).filter_map(|month| Month::try_from(month).ok());
    longest_at(text, months.map(|month| language.month_name(month)))
}

/// What follows something that is enclosed in marks, if the text starts with it.
fn skip_enclosed<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    let inside = text.strip_prefix(open)?;
    inside.split_once(close).map(|(_, after)| after)
}
