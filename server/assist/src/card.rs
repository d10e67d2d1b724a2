//! What is known of an adopted text, as it is shown.

use rapporteur_draft::Language;
use rapporteur_lint::{Locale, names};
use rapporteur_registry::{Entry, Known, Registry, sessions};
use rapporteur_symbol::{Body, Symbol};
use time::Date;

use crate::{
    plain::shortened,
    show::{Piece, Shown},
    wording::say,
};

/// How many characters of a title are shown.
const TITLE_LENGTH: usize = 300;

/// How many parts of a text are shown.
const MOST_PARTS: usize = 12;

/// What the registry knows of a text: its title in the language of the draft where it is known, all else in the
/// language of the reader. Of a text that it does not know, what follows from its number.
pub fn card(symbol: Symbol, registry: &Registry, language: Language, locale: Locale) -> Shown {
    let parts: Vec<Entry<'_>> = registry.parts(symbol).filter(|entry| entry.symbol().part.is_some()).collect();
    let entry = registry.lookup(symbol).or_else(|| registry.lookup(symbol.whole()));
    let mut pieces = Vec::new();
    let title = title_of(symbol, registry, language);
    let subject = symbol.body == Body::SecurityCouncil;
    pieces.extend(title.clone().filter(|_| !subject).map(Piece::Title));
    pieces.push(name(symbol, registry, language, locale));
    if entry.is_none() && parts.is_empty() {
        pieces.push(Piece::Notice(say(locale, "unknown", "text", &[])));
        pieces.push(Piece::Facts(by_number(symbol, registry, locale)));
        return Shown(pieces);
    }
    let mut facts = Vec::new();
    // The Security Council gives its resolutions no titles; what stands in their place says what they are about.
    facts.extend(title.filter(|_| subject).map(|title| say(locale, "subject", "subject", &[("subject", &title)])));
    if let Some(entry) = entry {
        facts.push(adopted(entry, locale));
        facts.extend(entry.meeting().and_then(|meeting| met(meeting, locale)));
        facts.extend(entry.vote().map(|vote| voted(vote, locale)));
    }
    if parts.len() > 1 || (entry.is_none() && !parts.is_empty()) {
        facts.push(in_parts(&parts, locale));
    }
    pieces.push(Piece::Facts(facts));
    Shown(pieces)
}

/// A text of the registry in a line, in the language of the reader: "Resolution 65/230 of the General Assembly. Adopted on 21
/// December 2010 (as its own text or an official table has it)". `None` where the registry does not have it.
pub fn caption(symbol: Symbol, registry: &Registry, locale: Locale) -> Option<String> {
    let entry = registry.lookup(symbol)?;
    Some(format!("{}. {}", names::heading(locale, symbol), adopted(entry, locale)))
}

/// The title of a text as [`card`] shows it.
pub fn title_of(symbol: Symbol, registry: &Registry, language: Language) -> Option<String> {
    let entry = registry.lookup(symbol).or_else(|| registry.lookup(symbol.whole()));
    title(entry.or_else(|| registry.parts(symbol).next())?, language)
}

/// What a text is called, with its symbol and page where it has them.
fn name(symbol: Symbol, registry: &Registry, language: Language, locale: Locale) -> Piece {
    let page = registry.address(symbol, language.code());
    // The keys of the registry for texts that are no documents are no symbols of the United Nations.
    let printed = page.is_some().then(|| symbol.to_string());
    Piece::Name { name: names::heading(locale, symbol), symbol: printed, page }
}

/// The title in a language, or else in English, or else in any; cut to a length that can be shown.
fn title(entry: Entry<'_>, language: Language) -> Option<String> {
    let english = Language::ENGLISH.code();
    let known = entry.title(language.code()).or_else(|| entry.title(english));
    let title = known.or_else(|| entry.titles().first().map(|(_, title)| *title))?;
    // What resolutions of the Security Council are about is listed as the end of a sentence: "on the situation in Haiti".
    let title = title.strip_prefix("on ").unwrap_or(title);
    Some(shortened(title, TITLE_LENGTH))
}

/// When it was adopted, and how that is known.
fn adopted(entry: Entry<'_>, locale: Locale) -> String {
    let known = names::how_known(locale, entry);
    let date = |date: Date| locale.language().format_date(date);
    match entry.known() {
        Known::Day(day) => say(locale, "adopted", "day", &[("date", &date(day)), ("known", &known)]),
        Known::Month { year, month } => {
            let month = locale.language().month_name(month);
            say(locale, "adopted", "month", &[("month", &month), ("year", &year), ("known", &known)])
        }
        Known::Between { from, to } => {
            let (key, values) = match (from, to) {
                (Some(from), Some(to)) => ("between", vec![("from", date(from)), ("to", date(to))]),
                (Some(from), None) => ("after", vec![("from", date(from))]),
                (None, Some(to)) => ("before", vec![("to", date(to))]),
                (None, None) => return say(locale, "adopted", "unknown", &[]),
            };
            let mut filled: Vec<(&str, &dyn std::fmt::Display)> = vec![("known", &known)];
            filled.extend(values.iter().map(|(name, value)| (*name, value as &dyn std::fmt::Display)));
            say(locale, "adopted", key, &filled)
        }
        Known::Suspected(day) => say(locale, "adopted", "suspected", &[("date", &date(day))]),
        Known::Existence => say(locale, "adopted", "unknown", &[]),
    }
}

/// The meeting, from `A/74/PV.50 50th plenary meeting`, either half of which may be missing.
fn met(meeting: &str, locale: Locale) -> Option<String> {
    let record = meeting.split_whitespace().next().filter(|word| word.contains('/'));
    let rest = meeting[record.map_or(0, str::len)..].trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = Some(&rest[..digits]).filter(|number| !number.is_empty());
    match (number, record) {
        (Some(number), Some(record)) => {
            Some(say(locale, "meeting", "record", &[("number", &number), ("record", &record)]))
        }
        (Some(number), None) => Some(say(locale, "meeting", "number", &[("number", &number)])),
        (None, Some(record)) => Some(say(locale, "meeting", "symbol", &[("record", &record)])),
        (None, None) => None,
    }
}

/// The vote, from `12-0-3`, `without a vote`, `roll call`.
fn voted(vote: &str, locale: Locale) -> String {
    let mut counts = vote.split('-');
    match (counts.next(), counts.next(), counts.next()) {
        (Some(yes), Some(no), Some(abstaining)) => {
            say(locale, "vote", "count", &[("yes", &yes), ("no", &no), ("abstaining", &abstaining)])
        }
        _ if matches!(vote, "without a vote" | "consensus" | "acclamation") => say(locale, "vote", "without", &[]),
        _ => say(locale, "vote", "with", &[]),
    }
}

/// The parts, each with its day where it is known.
fn in_parts(parts: &[Entry<'_>], locale: Locale) -> String {
    let mut list: Vec<String> = parts
        .iter()
        .take(MOST_PARTS)
        .map(|entry| {
            let part = entry.symbol().part.map(|letter| letter.as_char().to_string()).unwrap_or_default();
            match entry.day() {
                Some(day) => dated(locale, "parts", "dated", "part", &part, day),
                None => part,
            }
        })
        .collect();
    if parts.len() > MOST_PARTS {
        list.push("…".to_owned());
    }
    say(locale, "parts", "list", &[("parts", &list.join(", "))])
}

/// What the number of a text tells of it by itself.
fn by_number(symbol: Symbol, registry: &Registry, locale: Locale) -> Vec<String> {
    let date = |date: Date| locale.language().format_date(date);
    let mut facts = Vec::new();
    if let Some((from, to)) = sessions::span(symbol.body, symbol.number) {
        facts.push(say(locale, "unknown", "span", &[("from", &date(from)), ("to", &date(to))]));
    }
    let (before, after) = registry.neighbours(symbol);
    let neighbours: Vec<String> = [before, after]
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            Some(dated(locale, "unknown", "neighbour", "number", &entry.symbol().short(), entry.day()?))
        })
        .collect();
    if !neighbours.is_empty() {
        facts.push(say(locale, "unknown", "neighbours", &[("neighbours", &neighbours.join(", "))]));
    }
    if let Some(closed) = sessions::last_number(registry, symbol) {
        let last = Symbol { number: symbol.number.with_ordinal(closed.last), ..symbol.whole() };
        facts.push(say(locale, "unknown", "last", &[("number", &last.short())]));
    }
    facts
}

fn dated(locale: Locale, section: &str, key: &str, name: &str, value: &str, day: Date) -> String {
    say(locale, section, key, &[(name, &value), ("date", &locale.language().format_date(day))])
}
