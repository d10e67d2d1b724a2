//! Finding texts by what is printed of their number.

use std::{cmp::Reverse, collections::HashSet};

use rapporteur_symbol::{Body, Kind, Number, Session, Symbol};
use unicode_normalization::UnicodeNormalization;

use crate::{entry::Entry, registry::Registry, words::plain_digit};

const KINDS: [Kind; 3] = [Kind::Resolution, Kind::Decision, Kind::Statement];

/// The first year in which anything was adopted.
const FIRST_YEAR: u16 = 1946;

/// No number is printed longer than this, in bytes.
const LONGEST: usize = 64;

impl Registry {
    /// The texts that a printed number can mean, the most likely first: `65/230`, `1514 (XV)`, `217 A (III)`, `1325`,
    /// `1325 (2000)`, `2012/19`, `S-17/1`, `22/8`, `A/RES/65/230`, and of a symbol also less than the whole:
    /// `S/RES/1325`, `PRST/2009/9`, `UNSCR 1325`, `A-RES-65-230`, `resolution 65/230`, `第65/230号决议`. Case, spaces,
    /// kinds of hyphen, and the digits of other scripts are free.
    ///
    /// A full symbol is read whether or not the registry knows it, and so is a number whose `body` is given; without
    /// either, the texts that the registry knows in any body. A number that is known by its parts alone gives the parts.
    pub fn find(&self, printed: &str, body: Option<Body>) -> Vec<Symbol> {
        let text = normalise(printed);
        if text.is_empty() || text.len() > LONGEST {
            return Vec::new();
        }
        let printed = Printed::read(&text, body);
        let read = printed.symbols();
        let mut known: Vec<Entry<'_>> = match printed.number.parse() {
            Ok(number) => printed.running(number).into_iter().flat_map(|symbol| self.numbered(symbol)).collect(),
            Err(_) => read.iter().flat_map(|symbol| self.known_as(*symbol)).collect(),
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
}

/// The text without spaces, in capitals, with one kind of hyphen, stroke and digits, and nothing that does not print.
fn normalise(printed: &str) -> String {
    let shown = printed
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'));
    shown
        .flat_map(char::to_uppercase)
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2044}' | '\u{2215}' => '/',
            _ => plain_digit(c),
        })
        .collect()
}

/// What a printed number is made of.
struct Printed {
    /// The number, without what names the body.
    number: String,
    /// The bodies and kinds whose text it may be.
    of: Vec<(Body, Kind)>,
}

impl Printed {
    /// Takes a normalised text apart; `body` is the one that is meant, if that is known.
    fn read(text: &str, body: Option<Body>) -> Printed {
        let text = bare(text);
        // Names of files have other signs in the place of strokes: `A-RES-65-230`.
        let stroked = || by_prefix(&text.replace(['-', '_'], "/")).filter(|_| !text.contains('/'));
        by_prefix(text).or_else(stroked).or_else(|| by_name(text)).unwrap_or_else(|| Printed {
            number: text.to_owned(),
            of: bodies(body).flat_map(|body| KINDS.map(|kind| (body, kind))).collect(),
        })
    }

    /// The symbols that have this number.
    fn symbols(&self) -> Vec<Symbol> {
        let of = self.of.iter().filter(|(body, kind)| !body.prefix(*kind).is_empty());
        of.filter_map(|(body, kind)| {
            let of_council = (*body, *kind) == (Body::SecurityCouncil, Kind::Resolution);
            // The year of a resolution of the Security Council comes behind a stroke in names of files.
            let number = match self.number.split_once('/').filter(|_| of_council) {
                Some((number, year)) => format!("{number}({year})"),
                None => self.number.to_string(),
            };
            format!("{}{number}", body.prefix(*kind)).parse().ok()
        })
        .filter(|symbol| counts_so(*symbol))
        .collect()
    }

    /// A symbol with this number for each way of counting in which numbers run through several sessions or years.
    fn running(&self, number: u16) -> Vec<Symbol> {
        let ways = [Number::Roman { session: Session::regular(0), number }, Number::Running { year: 0, number }];
        let symbols = self
            .of
            .iter()
            .flat_map(|(body, kind)| ways.map(|number| Symbol { body: *body, kind: *kind, number, part: None }));
        symbols.filter(|symbol| counts_so(*symbol)).collect()
    }
}

/// What stands before and after a number in running text, in the six languages.
const BEFORE: [&str; 16] = [
    "RESOLUTIONS",
    "RESOLUTION",
    "RÉSOLUTION",
    "RESOLUCIÓN",
    "RESOLUCION",
    "РЕЗОЛЮЦИЯ",
    "РЕЗОЛЮЦИИ",
    "РЕЗОЛЮЦИЮ",
    "القرار",
    "قرار",
    "决议",
    "第",
    "RES.",
    "RES",
    "NO.",
    "NO",
];
const AFTER: [&str; 2] = ["号决议", "号"];

/// The text without words that say that it is the number of a resolution.
fn bare(text: &str) -> &str {
    let mut bare = text;
    while let Some(rest) = BEFORE.iter().find_map(|word| bare.strip_prefix(word)) {
        bare = rest;
    }
    let bare = AFTER.iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    if begins_number(bare) { bare } else { text }
}

fn begins_number(text: &str) -> bool {
    let number = ["S-", "ES-"].iter().find_map(|series| text.strip_prefix(series)).unwrap_or(text);
    number.starts_with(|c: char| c.is_ascii_digit())
}

/// Reads a symbol, or one without the letters of its body: `A/RES/65/230`, `RES/65/230`, `PRST 2009/9`.
fn by_prefix(text: &str) -> Option<Printed> {
    let all: Vec<(Body, Kind, String)> = Body::all()
        .flat_map(|body| KINDS.map(|kind| (body, kind, body.prefix(kind).trim_end_matches('/').to_ascii_uppercase())))
        .filter(|(_, _, prefix)| !prefix.is_empty())
        .collect();
    let number_after = |prefix: &str| {
        let rest = text.strip_prefix(prefix)?;
        Some(rest.strip_prefix('/').unwrap_or(rest)).filter(|number| begins_number(number))
    };
    let of = |prefix: &dyn Fn(&str) -> bool| -> Vec<(Body, Kind)> {
        all.iter().filter(|(_, _, of)| prefix(of)).map(|(body, kind, _)| (*body, *kind)).collect()
    };
    let whole = all.iter().filter_map(|(_, _, prefix)| Some((prefix.as_str(), number_after(prefix)?)));
    let kinds = all.iter().filter_map(|(_, _, prefix)| {
        let (_, kind) = prefix.rsplit_once('/')?;
        Some((kind, number_after(kind)?))
    });
    let (number, of) = match whole.max_by_key(|(prefix, _)| prefix.len()) {
        Some((prefix, number)) => (number, of(&|of| of == prefix)),
        None => {
            let (kind, number) = kinds.max_by_key(|(kind, _)| kind.len())?;
            (number, of(&|of| of.rsplit_once('/').is_some_and(|(_, last)| last == kind)))
        }
    };
    let number = if number.contains(['/', '(']) { number.to_owned() } else { number.replace(['-', '_'], "/") };
    Some(Printed { number, of })
}

/// Reads a number behind the abbreviation of a body: `UNSCR 1325`, `GA 65/230`, `HRC/RES/22/8`.
fn by_name(text: &str) -> Option<Printed> {
    let text = text.strip_prefix("UN").unwrap_or(text);
    Body::all().find_map(|body| {
        let rest = text.strip_prefix(&body.key().to_ascii_uppercase())?.trim_start_matches(['/', '.']);
        let rest = ["RES", "R"].iter().find_map(|kind| rest.strip_prefix(kind)).unwrap_or(rest);
        let number = rest.trim_start_matches(['/', '.']);
        begins_number(number).then(|| Printed { number: number.to_owned(), of: KINDS.map(|kind| (body, kind)).into() })
    })
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
