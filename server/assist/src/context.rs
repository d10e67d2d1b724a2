//! What is being cited at a place in the text: which body's, and whether a number or a title has been begun.

use rapporteur_draft::{BodyClue, Citation, Draft, Language, Span, plain_mark};
use rapporteur_symbol::{Body, Kind};
use time::{Date, Month};

use crate::{
    phrase::{ends_with_phrase, goes_on, longest_at, phrase_at, phrase_begins, word_starts},
    printed::{number_at, plain, symbol_prefix},
    probe::{Probe, Reading},
};

/// A number is begun at most this many bytes before the cursor.
const LONGEST_NUMBER: usize = 48;

/// A title is searched by this many words at most.
const MOST_WORDS: usize = 8;

/// What has been typed of a resolution so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Nothing yet.
    Nothing,
    /// The beginning of a number, in ASCII and without the prefix of a full symbol: `65/`, `1514 (X`.
    Number(String),
    /// Words of a title.
    Words(String),
}

/// A place in the text where a resolution is being cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Context {
    /// What is cited, as the words call it.
    pub(crate) kind: Kind,
    /// The body, where the words tell it.
    pub(crate) body: Option<Body>,
    /// What has been typed.
    pub(crate) typed: Typed,
    /// What a completed number takes the place of: all of the number, also what stands after the cursor, with the marks
    /// that the language has around it.
    pub(crate) span: Span,
    /// The number within [`Context::span`], without these marks.
    pub(crate) number: Span,
    /// Whether a full symbol has been begun that nothing calls a resolution: then the symbol is completed.
    pub(crate) in_full: bool,
    /// The date that it has in the text.
    pub(crate) date: Option<Dated>,
}

/// A date that a citation has in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// The date; `None` where it can't be read.
    pub(crate) date: Option<Date>,
    /// Whether it is also the date of another citation, and may be that one's alone.
    shared: bool,
}

impl Dated {
    /// Whether it serves a text that was adopted on this day.
    pub(crate) fn serves(self, day: Option<Date>) -> bool {
        !self.shared || self.date.is_none() || day.is_none() || self.date == day
    }
}

impl Context {
    /// The context at a byte offset, which lies between two characters; `None` where nothing is being cited.
    pub(crate) fn at(text: &str, draft: &Draft, offset: usize) -> Option<Context> {
        let probe = Probe::new(text, draft, offset);
        let cursor = Cursor { text, offset, probe };
        if let Some(span) = cursor.number() {
            return cursor.with_number(span);
        }
        let at_gap = match cursor.marks_numbers() {
            true => cursor.is_opened(),
            false => cursor.probe.before(offset).ends_with(char::is_whitespace),
        };
        if at_gap { cursor.with_nothing() } else { cursor.with_words() }
    }
}

struct Cursor<'t> {
    text: &'t str,
    offset: usize,
    probe: Probe<'t>,
}

impl Cursor<'_> {
    /// The number in which the cursor stands, or after which.
    fn number(&self) -> Option<Span> {
        let before = self.probe.before(self.offset);
        let first = self.offset - before.len();
        let mut starts: Vec<usize> = before
            .char_indices()
            .rev()
            .take_while(|(at, _)| before.len() - at <= LONGEST_NUMBER)
            .filter(|(at, begins)| {
                // A number behind a stroke is one of a symbol, which may follow an ideograph at once.
                let in_word = |c: char| match begins.is_ascii_alphabetic() {
                    true => goes_on(c),
                    false => c.is_alphanumeric() && !is_mark(self.probe.language, c),
                };
                !before[..*at].ends_with(|c| c == '/' || in_word(c))
            })
            .map(|(at, _)| first + at)
            .collect();
        starts.reverse();
        let numbers = starts
            .into_iter()
            .filter_map(|start| Some(start..start + number_at(&self.text[start..], self.probe.language)?));
        numbers.into_iter().find(|number| number.end >= self.offset)
    }

    /// Whether the language puts marks around numbers.
    fn marks_numbers(&self) -> bool {
        !self.probe.language.number_marks().0.is_empty()
    }

    /// Whether the mark with which numbers begin in this language stands right before the cursor.
    fn is_opened(&self) -> bool {
        self.marks_numbers() && self.probe.before(self.offset).ends_with(self.probe.language.number_marks().0)
    }

    fn with_number(&self, number: Span) -> Option<Context> {
        let prefix = symbol_prefix(&self.text[number.clone()]);
        let typed = &self.text[number.start..self.offset];
        let printed =
            plain(typed.get(prefix.map_or(0, |(.., length)| length)..).unwrap_or_default(), self.probe.language);
        let cited = self.probe.citation(&number);
        let Some((body, kind, _)) = prefix else {
            let (reading, index) = cited?;
            // "65/230 of 21": a bare number behind another may as well be of a date.
            let bare = printed.bytes().all(|byte| byte.is_ascii_digit());
            let other = bare && !is_first(&reading.draft, index) && !self.is_joined(number.start);
            let citation = &reading.draft.citations[index];
            let elsewhere = match self.marks_numbers() {
                // 第65: so begin sessions and chapters as well.
                true => citation.clue == BodyClue::Shape,
                // "the resolution adopted on 1": so does a date.
                false => is_first(&reading.draft, index) && self.goes_elsewhere(citation, number.start),
            };
            let astray = other || bare && elsewhere;
            return if astray { None } else { self.context(reading, index, Typed::Number(printed), number) };
        };
        let Some((reading, index)) = cited else {
            let (typed, span) = (Typed::Number(printed), number.clone());
            return Some(Context { kind, body: Some(body), typed, span, number, in_full: true, date: None });
        };
        let context = self.context(reading, index, Typed::Number(printed), number)?;
        Some(Context { kind, body: Some(body), ..context })
    }

    /// Whether what stands before a number joins it to another of a list.
    fn is_joined(&self, number: usize) -> bool {
        let (open, _) = self.probe.language.number_marks();
        let before = self.probe.before(number).trim_end_matches(open).trim_end();
        before.ends_with(|last| plain_mark(last) == ',')
            || self.probe.language.citation_joiners().any(|joiner| ends_with_phrase(before, joiner))
    }

    fn with_nothing(&self) -> Option<Context> {
        let here = self.offset..self.offset;
        let (reading, index) = self.probe.citation(&here)?;
        // Behind anything but the word "resolution" or the body the sentence may as well go on with something else.
        let citation = &reading.draft.citations[index];
        let called = citation.noun.is_some() && !self.goes_elsewhere(citation, self.offset);
        let first = is_first(&reading.draft, index) && called;
        first.then(|| self.context(reading, index, Typed::Nothing, here))?
    }

    /// Whether a place for a number lies apart from what calls it a resolution: the noun, or the body if that comes later.
    fn goes_elsewhere(&self, citation: &Citation, number: usize) -> bool {
        let named = match &citation.clue {
            BodyClue::Named(named) => named.span.end,
            BodyClue::Possessive { span, .. } => span.end,
            BodyClue::Shape | BodyClue::Symbol => 0,
        };
        let before = self.probe.before(number);
        if self.marks_numbers() {
            // The noun comes last, and the date and more may stand before the number.
            let parted = |between: &str| between.contains(['，', '；', '：', '。']);
            return citation.clue == BodyClue::Shape || before.get(named..).is_none_or(parted);
        }
        let noun = citation.noun.as_ref().map_or(0, |noun| noun.end);
        before.get(noun.max(named)..).unwrap_or_default().contains(char::is_alphanumeric)
    }

    /// The words of a title in the place of a number.
    fn with_words(&self) -> Option<Context> {
        let before = self.probe.before(self.offset);
        if !before.ends_with(char::is_alphabetic) {
            return None;
        }
        let prose = before.rfind(|c: char| c.is_numeric() || c == '\n' || ".,;:()[]*_»”،؛。，、；：（）".contains(c));
        let begin = prose.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let (open, _) = self.probe.language.number_marks();
        let starts: Vec<usize> = match before[begin..].rfind(open).filter(|_| self.marks_numbers()) {
            Some(at) => vec![at + open.len()],
            None => word_starts(&before[begin..]).take(MOST_WORDS + 1).collect(),
        };
        let rest = &self.text[self.offset..];
        let end = self.offset + rest.find(|c: char| !goes_on(c)).unwrap_or(rest.len());
        // As many words as can stand in the place of a number: "resolution on technical assistance".
        starts.into_iter().rev().find_map(|start| {
            let span = self.offset - before.len() + begin + start..end;
            let (reading, index) = self.probe.citation(&span)?;
            Some(self.title(&before[begin + start..], reading, index, span))
        })?
    }

    /// The context in which words are those of a title, if they may be.
    fn title(&self, typed: &str, reading: Reading, index: usize, span: Span) -> Option<Context> {
        let language = self.probe.language;
        let first = is_first(&reading.draft, index);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let telling: Vec<&str> = words.iter().copied().filter(|word| tells(language, word, first)).collect();
        // After a number the sentence may as well go on: only a single telling word is taken for a title.
        let enough = if first { !telling.is_empty() } else { words.len() == 1 && telling == words };
        let names_body = longest_at(typed, language.body_connectors()).is_some()
            || body_forms(language).any(|form| phrase_begins(form, typed));
        if !enough || names_body || words.len() > MOST_WORDS {
            return None;
        }
        self.context(reading, index, Typed::Words(telling.join(" ")), span)
    }

    fn context(&self, reading: Reading, index: usize, typed: Typed, number: Span) -> Option<Context> {
        let citation = &reading.draft.citations[index];
        let body = match &citation.clue {
            // Of bodies that the registry does not have there is nothing to offer.
            BodyClue::Named(named) if named.body == Body::Other => return None,
            BodyClue::Named(named) => Some(named.body),
            BodyClue::Possessive { body, .. } => *body,
            BodyClue::Shape | BodyClue::Symbol => None,
        };
        let date = citation.date.map(|date| Dated {
            date: reading.draft.dates[date].date,
            shared: reading.draft.citations.iter().filter(|other| other.date == Some(date)).count() > 1,
        });
        let span = self.probe.language.with_marks(self.text, &number);
        Some(Context { kind: citation.kind, body, typed, span, number, in_full: false, date })
    }
}

/// Whether a citation is the first that its word "resolutions" governs.
fn is_first(draft: &Draft, index: usize) -> bool {
    let governed = |citation: &Citation| citation.noun == draft.citations[index].noun;
    !draft.citations[..index].iter().any(governed)
}

/// Whether a letter is one of the marks that a language puts around numbers.
fn is_mark(language: Language, letter: char) -> bool {
    let (open, close) = language.number_marks();
    open.contains(letter) || close.contains(letter)
}

/// Whether a word tells something of a title.
fn tells(language: Language, word: &str, first: bool) -> bool {
    let small = language
        .citation_joiners()
        .chain(language.date_connectors())
        .chain(language.body_connectors())
        .chain(language.possessives());
    let long = if first { 3 } else { 5 };
    let mut months = (1..=12).filter_map(|month| Month::try_from(month).ok()).map(|month| language.month_name(month));
    word.chars().count() >= long
        && !months.any(|month| phrase_begins(month, word))
        && !small.into_iter().any(|small| phrase_at(word, small) == Some(word.len()))
}

/// The names of bodies as they stand alone and as they follow a citation.
fn body_forms(language: Language) -> impl Iterator<Item = &'static str> {
    let names = language.body_names().map(|(name, _)| name);
    names.chain(Body::all().map(move |body| language.of_body(body)))
}
