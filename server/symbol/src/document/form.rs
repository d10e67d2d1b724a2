//! The forms of the data file, and what has one of them.

use crate::parse_roman;

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// These letters.
    Word(&'static str),
    /// Letters, the point behind them included, and a value: `C.{1-6}`, `WHA#`.
    Keyed(&'static str, Value),
    Value(Value),
    /// Any part.
    Any,
    /// Any further parts.
    Rest,
}

/// What a part counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Numbers from, to.
    Numbers(Vec<(u32, u32)>),
    /// A year, from.
    Year(u32),
    /// A session of the General Assembly in whose symbols it stands.
    AssemblySession,
    /// A session of the Human Rights Council.
    RightsSession,
    Roman,
    /// A number that a letter may follow, or a range.
    Text,
    Anything,
}

/// The kinds of documents that have a series of their own below a body.
const NATURES: [&str; 9] = ["L.", "CRP.", "WP.", "SR.", "PV.", "R.", "INF.", "NGO.", "PC."];

/// What stands behind a symbol that revises, adds or puts right.
pub(super) const MODIFIERS: [Element; 5] = [
    Element::Keyed("Rev.", Value::Text),
    Element::Keyed("Add.", Value::Text),
    Element::Keyed("Corr.", Value::Text),
    Element::Keyed("Amend.", Value::Text),
    Element::Word("Summary"),
];

/// The largest number of four figures.
const LARGEST: u32 = 9999;

/// The first session of the General Assembly that stands in symbols.
const FIRST_SESSION: u32 = 31;

/// The forms that a line of the data file stands for.
pub(super) fn parse(line: &'static str) -> Vec<Vec<Element>> {
    let mut forms: Vec<Vec<Element>> = vec![Vec::new()];
    for part in line.split('/') {
        let meanings: Vec<Vec<Element>> = match part {
            "{document}" => [vec![vec![Element::Value(value("#"))]], natures()].concat(),
            "{nature}" => natures(),
            _ => vec![vec![element(part)]],
        };
        let longer =
            |form: &Vec<Element>| meanings.iter().map(|meaning| [&form[..], meaning].concat()).collect::<Vec<_>>();
        forms = forms.iter().flat_map(longer).collect();
    }
    forms
}

/// `L.12`, `INF.2` and `INF/2`.
fn natures() -> Vec<Vec<Element>> {
    let pointed = NATURES.iter().map(|key| vec![Element::Keyed(key, value("#"))]);
    let parted = ["INF", "NGO"].iter().map(|word| vec![Element::Word(word), Element::Value(value("#"))]);
    pointed.chain(parted).collect()
}

fn element(part: &'static str) -> Element {
    match part {
        "*" => Element::Any,
        "**" => Element::Rest,
        _ => match part.find(['#', '{']).or_else(|| part.strip_suffix(".*").map(|key| key.len() + 1)) {
            None => Element::Word(part),
            Some(0) => Element::Value(value(part)),
            Some(at) => Element::Keyed(&part[..at], value(&part[at..])),
        },
    }
}

fn value(part: &str) -> Value {
    match part.trim_matches(['{', '}']) {
        "#" => Value::Numbers(vec![(1, LARGEST)]),
        "*" => Value::Anything,
        "year" => Value::Year(1946),
        "ga" => Value::AssemblySession,
        "hrc" => Value::RightsSession,
        "roman" => Value::Roman,
        "text" => Value::Text,
        numbers => match numbers.strip_suffix('-') {
            Some(year) => Value::Year(year.parse().unwrap_or_default()),
            None => Value::Numbers(numbers.split(',').map(range).collect()),
        },
    }
}

/// `1-6`, `-400`, `7`.
fn range(numbers: &str) -> (u32, u32) {
    let (from, to) = numbers.split_once('-').unwrap_or((numbers, numbers));
    (from.parse().unwrap_or(1), to.parse().unwrap_or(LARGEST))
}

/// Whether the parts of a symbol have a form, with any modifiers behind it.
pub(super) fn fits(form: &[Element], parts: &[&str], year: u16) -> bool {
    match (form, parts) {
        ([Element::Rest], _) | ([], []) => true,
        ([], rest) => rest.iter().all(|part| MODIFIERS.iter().any(|modifier| modifier.fits(part, year))),
        ([element, form @ ..], [part, parts @ ..]) => element.fits(part, year) && fits(form, parts, year),
        (_, []) => false,
    }
}

/// A part without what stands in brackets behind it, and that: `6`, ` (Sect. 3)`; `253`, ` A (XV)`.
pub(super) fn without_brackets(part: &str) -> (&str, &str) {
    let end = part.find([' ', '(']).unwrap_or(part.len());
    part.split_at(end)
}

impl Element {
    pub(super) fn fits(&self, part: &str, year: u16) -> bool {
        let (part, _) = without_brackets(part);
        match self {
            Element::Word(word) => part == *word,
            Element::Keyed(key, value) => part.strip_prefix(key).is_some_and(|rest| value.fits(rest, year)),
            Element::Value(value) => value.fits(part, year),
            Element::Any | Element::Rest => !part.is_empty(),
        }
    }
}

impl Value {
    pub(super) fn fits(&self, text: &str, year: u16) -> bool {
        let number = number(text);
        let within = |from: u32, to: u32| number.is_some_and(|number| (from..=to).contains(&number));
        let year = u32::from(year);
        match self {
            Value::Numbers(ranges) => ranges.iter().any(|(from, to)| within(*from, *to)),
            Value::Year(from) => within(*from, year),
            // A session begins in September of the year that gives it its number.
            Value::AssemblySession => within(FIRST_SESSION, year.saturating_sub(1945)),
            // Three sessions a year since 2007.
            Value::RightsSession => within(1, 3 * year.saturating_sub(2006) + 3),
            Value::Roman => parse_roman(text).is_some(),
            Value::Text => {
                let figures = text.trim_end_matches(|c: char| c.is_ascii_uppercase());
                let (first, last) = figures.split_once('-').unwrap_or((figures, figures));
                let numbered = |figures| self::number(figures).is_some_and(|number| number <= LARGEST);
                text.len() - figures.len() <= 2 && numbered(first) && numbered(last)
            }
            Value::Anything => !text.is_empty(),
        }
    }
}

/// The number that figures without a zero before them are.
fn number(figures: &str) -> Option<u32> {
    let plain = !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit()) && !figures.starts_with('0');
    figures.parse().ok().filter(|_| plain)
}
