//! Citations with a wrong day, month, year or number. The table of official links tells what is cited and dated where.

use std::ops::Range;

use fastrand::Rng;
use rapporteur_registry::{Judgement, sessions};
use rapporteur_symbol::Symbol;
use time::{Date, Month};

use super::{
    Defect, Known, Mutation, NEARLY_ALL,
    document::{Cited, Document},
};

const DATES: &[&str] = &["citation-date", "citation-session", "date-invalid"];
const NUMBERS: &[&str] = &[
    "citation-body",
    "citation-date",
    "citation-decision",
    "citation-hybrid",
    "citation-session",
    "citation-unknown",
    "citation-year",
];

pub const ALL: &[Defect] = &[
    Defect {
        name: "wrong day of a citation",
        rules: DATES,
        least: NEARLY_ALL,
        mutations: |d, k, rng| dates(d, k, rng, other_day),
    },
    Defect {
        name: "wrong month of a citation",
        rules: DATES,
        least: NEARLY_ALL,
        mutations: |d, k, rng| dates(d, k, rng, other_month),
    },
    Defect {
        name: "wrong year of a citation",
        rules: DATES,
        least: NEARLY_ALL,
        mutations: |d, k, rng| dates(d, k, rng, other_year),
    },
    Defect { name: "wrong number of a citation", rules: NUMBERS, least: NEARLY_ALL, mutations: numbers },
    Defect { name: "wrong year in brackets", rules: NUMBERS, least: NEARLY_ALL, mutations: years_in_brackets },
];

fn other_day(date: Date, rng: &mut Rng) -> Option<Date> {
    date.replace_day(rng.u8(1..=28)).ok()
}

fn other_month(date: Date, rng: &mut Rng) -> Option<Date> {
    date.replace_month(Month::try_from(rng.u8(1..=12)).ok()?).ok()
}

/// A year nearby, or one with two figures swapped.
fn other_year(date: Date, rng: &mut Rng) -> Option<Date> {
    let year = date.year();
    let swapped = year / 100 * 100 + year % 10 * 10 + year / 10 % 10;
    let other = *rng.choice(&[year - 10, year - 2, year - 1, year + 1, year + 2, swapped])?;
    date.replace_year(other).ok()
}

/// A wrong date beside a number. It is wrong where the registry has another for the text and, if the number was adopted
/// in parts, for each of them. Dates that share their month or year with others are left alone: what they print can't be
/// told from the table.
fn dates(
    document: &Document,
    known: &Known,
    rng: &mut Rng,
    change: fn(Date, &mut Rng) -> Option<Date>,
) -> Vec<Mutation> {
    let mutate = |cited: &Cited| {
        let (symbol, date) = dated(cited, known)?;
        let printed = printed_date(document, cited, date)?;
        let wrong = change(date, rng).filter(|wrong| known.registry.against(symbol, *wrong).is_some())?;
        let written = document.language.format_date_like(&document.text[printed.clone()], wrong);
        Some(Mutation::replace(document, printed, written))
    };
    document.citations.iter().filter_map(mutate).collect()
}

/// What is cited and the date printed with it, where the registry knows both to be right.
fn dated(cited: &Cited, known: &Known) -> Option<(Symbol, Date)> {
    let date = iso(&cited.date)?;
    let symbol = *known.registry.find(&cited.target, None).first()?;
    let agrees = known.registry.lookup(symbol)?.judge(date) == Judgement::Agrees;
    agrees.then_some((symbol, date))
}

/// Where the date of a citation stands: on the side of the number on which the language has it, in the same line.
fn printed_date(document: &Document, cited: &Cited, date: Date) -> Option<Range<usize>> {
    let written = document.language.format_date(date);
    // A no-break space may stand for any of its spaces.
    let mut spellings = vec![String::new()];
    for character in written.chars() {
        let spaced: &[char] = if character == ' ' { &[' ', '\u{a0}'] } else { &[character] };
        spellings =
            spellings.iter().flat_map(|before| spaced.iter().map(move |next| format!("{before}{next}"))).collect();
    }
    let line = document.line_span(cited.span.start);
    let (before, after) = (line.start..cited.span.start, cited.span.end..line.end);
    let places = spellings.iter().filter_map(|spelling| {
        let start = match document.language.date_comes_first() {
            true => before.start + document.text[before.clone()].rfind(spelling)?,
            false => after.start + document.text[after.clone()].find(spelling)?,
        };
        Some(start..start + spelling.len())
    });
    let place = places.min_by_key(|place| place.start.abs_diff(cited.span.start))?;
    // "21 December 2010" also stands at the end of "121 December 2010".
    let whole = !document.text[..place.start].ends_with(|c: char| c.is_ascii_digit());
    whole.then_some(place)
}

/// A wrong number before its date: a figure replaced, left out, doubled or swapped with the next. It is wrong where the
/// registry has another date for that number or knows that there is no such number, or where the session or year that
/// it now names was not held on that date. A number of which nothing is known may be right.
fn numbers(document: &Document, known: &Known, rng: &mut Rng) -> Vec<Mutation> {
    let mutate = |cited: &Cited| {
        let (symbol, date) = dated(cited, known)?;
        let printed = &document.text[cited.span.clone()];
        let wrong = mistype(printed, rng)?;
        // The target has the same figures, behind the letters of the body.
        let target = cited.target.strip_suffix(&squeezed(printed)).map(|before| format!("{before}{wrong}"))?;
        let meant = *known.registry.find(&target, None).first()?;
        // Of a number that is known by its parts alone the first part is found.
        let meant = if symbol.part.is_none() { meant.whole() } else { meant };
        let excluded = || {
            let unknown = known.registry.parts(meant).next().is_none();
            unknown
                && sessions::last_number(&known.registry, meant)
                    .is_some_and(|last| last.excludes(meant.number.ordinal()))
        };
        let outside = || sessions::span(meant.body, meant.number).is_some_and(|(from, to)| date < from || to < date);
        let is_wrong = meant != symbol && (known.registry.against(meant, date).is_some() || excluded() || outside());
        is_wrong.then(|| Mutation::replace(document, cited.span.clone(), wrong))
    };
    document.citations.iter().filter_map(mutate).collect()
}

/// The year of a resolution of the Security Council, `1325 (2001)`; of the two that have the same number in different
/// years neither is known to the registry.
fn years_in_brackets(document: &Document, known: &Known, rng: &mut Rng) -> Vec<Mutation> {
    let mutate = |cited: &Cited| {
        let symbol = *known.registry.find(&cited.target, None).first()?;
        let right = known.registry.lookup(symbol)?.symbol();
        let printed = &document.text[cited.span.clone()];
        let open = printed.find('(')? + 1;
        let year: u16 = printed[open..].strip_suffix(')')?.parse().ok()?;
        let wrong = *rng.choice(&[year - 10, year - 1, year + 1, year + 2])?;
        let span = cited.span.start + open..cited.span.end - 1;
        (right == symbol).then(|| Mutation::replace(document, span, wrong.to_string()))
    };
    document.citations.iter().filter_map(mutate).collect()
}

/// A date as ISO 8601 writes it.
fn iso(written: &str) -> Option<Date> {
    let mut parts = written.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()
}

fn squeezed(printed: &str) -> String {
    printed.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text with one of its figures replaced, left out, doubled or swapped with the one behind it.
pub fn mistype(text: &str, rng: &mut Rng) -> Option<String> {
    let figures: Vec<usize> =
        text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect();
    let at = *rng.choice(&figures)?;
    let (before, figure, after) = (&text[..at], &text[at..=at], &text[at + 1..]);
    let mistyped = match rng.u8(0..4) {
        0 => format!("{before}{}{after}", rng.u8(0..=9)),
        1 => format!("{before}{after}"),
        2 => format!("{before}{figure}{figure}{after}"),
        _ => {
            let next = after.chars().next().filter(char::is_ascii_digit)?;
            format!("{before}{next}{figure}{}", &after[1..])
        }
    };
    (mistyped != text).then_some(mistyped)
}
