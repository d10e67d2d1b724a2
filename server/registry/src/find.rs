//! Finding texts by what is printed of their number.

use std::{cmp::Reverse, collections::HashSet};

use rapporteur_symbol::{Body, Kind, Number, Session, Symbol};
use unicode_normalization::UnicodeNormalization;

use crate::{entry::Entry, registry::Registry};

const KINDS: [Kind; 3] = [Kind::Resolution, Kind::Decision, Kind::Statement];

/// The first year in which anything was adopted.
const FIRST_YEAR: u16 = 1946;

/// No number is printed longer than this, in bytes.
const LONGEST: usize = 64;

impl Registry {
    /// The texts that a printed number can mean, the most likely first: `65/230`, `1514 (XV)`, `217 A (III)`, `1325`,
    /// `1325 (2000)`, `2012/19`, `S-17/1`, `22/8`, `A/RES/65/230`. Case, spaces and kinds of hyphen are free.
    ///
    /// A full symbol is read whether or not the registry knows it, and so is a number whose `body` is given; without
    /// either, the texts that the registry knows in any body. A number that is known by its parts alone gives the parts.
    pub fn find(&self, printed: &str, body: Option<Body>) -> Vec<Symbol> {
        let text = normalise(printed);
        if text.is_empty() || text.len() > LONGEST {
            return Vec::new();
        }
        let read = match read_symbol(&text) {
            Some(symbol) => vec![symbol],
            None => read_number(&text, body),
        };
        let mut known: Vec<Entry<'_>> = if let Ok(number) = text.parse() {
            self.with_running_number(number, body)
        } else {
            read.iter().flat_map(|symbol| self.known_as(*symbol)).collect()
        };
        if known.iter().any(|entry| !entry.is_doubtful()) {
            known.retain(|entry| !entry.is_doubtful());
        }
        known.sort_by_key(|entry| (entry.symbol().kind, Reverse(entry.citing())));
        let mut symbols: Vec<Symbol> = known.into_iter().map(Entry::symbol).collect();
        let named = body.is_some() || text.contains(char::is_alphabetic);
        if symbols.is_empty() && named {
            symbols.extend(read.first());
        }
        symbols
    }

    /// The texts of a body, or of all, whose printed number starts in this way, in order of number, resolutions
    /// first: after `65/2` 65/2, 65/20 …; after `13` the running numbers 13, 130 …; after `15` also 1514 (XV).
    pub fn with_number_prefix(&self, body: Option<Body>, printed: &str, limit: usize) -> Vec<Entry<'_>> {
        let text = normalise(printed);
        if text.len() > LONGEST {
            return Vec::new();
        }
        let series: Vec<Symbol> = series_of(&text, body);
        let digits = text.rsplit('/').next().unwrap_or_default();
        let digits = &digits[..digits.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
        let whole_counting = !text.contains('/');
        if digits.is_empty() && whole_counting {
            return Vec::new();
        }
        let entries = series.into_iter().flat_map(|symbol| -> Box<dyn Iterator<Item = Entry<'_>>> {
            if whole_counting { Box::new(self.counted_like(symbol)) } else { Box::new(self.series(symbol)) }
        });
        entries
            .filter(|entry| {
                starts_with_digits(entry.symbol().number.ordinal(), digits)
                    && normalise(&entry.symbol().short()).starts_with(&text)
                    && !entry.is_doubtful()
            })
            .take(limit)
            .collect()
    }

    /// The whole where the registry knows it, otherwise its parts.
    fn known_as(&self, symbol: Symbol) -> Vec<Entry<'_>> {
        match self.lookup(symbol) {
            Some(entry) => vec![entry],
            None if symbol.part.is_none() => self.parts(symbol).collect(),
            None => Vec::new(),
        }
    }

    /// The texts with this running number, whatever session or year it is printed with.
    fn with_running_number(&self, number: u16, body: Option<Body>) -> Vec<Entry<'_>> {
        let counted = series_of(&number.to_string(), body);
        counted
            .into_iter()
            .flat_map(|symbol| self.counted_like(symbol))
            .filter(|entry| entry.symbol().number.ordinal() == number)
            .collect()
    }
}

/// The text without spaces, in capitals, with one kind of hyphen and nothing that does not print.
fn normalise(printed: &str) -> String {
    let shown = printed
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'));
    shown
        .flat_map(char::to_uppercase)
        .map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c })
        .collect()
}

/// Reads a full symbol, in capitals and without spaces.
fn read_symbol(text: &str) -> Option<Symbol> {
    let prefixes = Body::all().flat_map(|body| KINDS.map(|kind| body.prefix(kind)));
    let (prefix, number) = prefixes
        .filter(|prefix| !prefix.is_empty())
        .filter_map(|prefix| Some((prefix, text.strip_prefix(&prefix.to_ascii_uppercase())?)))
        .max_by_key(|(prefix, _)| prefix.len())?;
    format!("{prefix}{number}").parse().ok()
}

/// Reads a number as each body, or the one that is given, would count it.
fn read_number(text: &str, body: Option<Body>) -> Vec<Symbol> {
    let prefixes = bodies(body).flat_map(|body| KINDS.map(|kind| body.prefix(kind)));
    prefixes
        .filter(|prefix| !prefix.is_empty())
        .filter_map(|prefix| format!("{prefix}{text}").parse().ok())
        .filter(|symbol| counts_so(*symbol))
        .collect()
}

fn bodies(body: Option<Body>) -> impl Iterator<Item = Body> {
    Body::all().filter(move |of| body.is_none_or(|body| body == *of))
}

/// Whether the body counts its texts of this kind in this way.
fn counts_so(symbol: Symbol) -> bool {
    if matches!(symbol.number, Number::Yearly { year, .. } if year < FIRST_YEAR) {
        return false;
    }
    match (symbol.body, symbol.number) {
        (Body::SecurityCouncil, number) => match symbol.kind {
            Kind::Resolution => matches!(number, Number::Running { .. }),
            Kind::Decision | Kind::Statement => matches!(number, Number::Yearly { .. }),
        },
        (Body::GeneralAssembly, number) => matches!(number, Number::Session { .. } | Number::Roman { .. }),
        (Body::EconomicAndSocialCouncil, number) => matches!(number, Number::Yearly { .. } | Number::Roman { .. }),
        (Body::TrusteeshipCouncil, number) => matches!(number, Number::Roman { .. }),
        (Body::CommissionOnHumanRights | Body::PopulationCommission, number) => matches!(number, Number::Yearly { .. }),
        (Body::Other, _) => false,
        (_, number) => matches!(number, Number::Session { .. }),
    }
}

/// A symbol from each series in which a number that starts with this text may stand, resolutions first: a session or
/// year where the text has a stroke, otherwise a way of counting.
fn series_of(text: &str, body: Option<Body>) -> Vec<Symbol> {
    let numbers: Vec<Number> = match text.split_once('/') {
        // A number that every body can read, to learn which session or year is meant.
        Some((series, _)) => {
            read_number(&format!("{series}/1"), None).into_iter().map(|symbol| symbol.number).collect()
        }
        None => {
            vec![Number::Roman { session: Session::regular(0), number: 0 }, Number::Running { year: 0, number: 0 }]
        }
    };
    let mut symbols: Vec<Symbol> = KINDS
        .into_iter()
        .flat_map(|kind| bodies(body).map(move |body| (body, kind)))
        .flat_map(|(body, kind)| numbers.iter().map(move |number| Symbol { body, kind, number: *number, part: None }))
        .filter(|symbol| counts_so(*symbol))
        .collect();
    let mut seen = HashSet::new();
    symbols.retain(|symbol| seen.insert(*symbol));
    symbols
}

/// Whether a number written in decimal starts with these digits; every number starts with none.
fn starts_with_digits(number: u16, digits: &str) -> bool {
    digits.is_empty() || number.to_string().starts_with(digits)
}
