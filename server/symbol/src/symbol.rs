//! The symbol of an adopted text, normalised.

use std::{fmt, str::FromStr};

use crate::{Body, Meetings, Number, Session, parse_roman};

/// What kind of adopted text a symbol names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A resolution.
    Resolution = 0,
    /// A decision.
    Decision = 1,
    /// A presidential statement.
    Statement = 2,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Resolution, Kind::Decision, Kind::Statement];
}

/// The letter of a part: the A of `66/253 A`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter(u8);

impl Letter {
    /// The part with this letter, A to Z.
    pub fn new(letter: char) -> Option<Letter> {
        letter.is_ascii_uppercase().then_some(Letter(letter as u8))
    }

    /// The letter.
    pub fn as_char(self) -> char {
        char::from(self.0)
    }
}

/// A resolution, decision or presidential statement, however it is printed.
///
/// Displayed as `A/RES/74/173`, `A/RES/66/253 A`, `A/RES/1514 (XV)`, `A/RES/217 A (III)`, `S/RES/1325 (2000)`,
/// `E/RES/2012/19`, `A/HRC/RES/S-17/1`, `CCPCJ/22/8`, `A/DEC/74/567`, `S/PRST/2009/9`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol {
    /// The body that adopted the text.
    pub body: Body,
    /// Resolution, decision or statement.
    pub kind: Kind,
    /// Its number.
    pub number: Number,
    /// Its part, for texts adopted in parts.
    pub part: Option<Letter>,
}

impl Symbol {
    /// A resolution without parts.
    pub fn resolution(body: Body, number: Number) -> Symbol {
        Symbol { body, kind: Kind::Resolution, number, part: None }
    }

    /// The same text without the letter of its part.
    pub fn whole(self) -> Symbol {
        Symbol { part: None, ..self }
    }

    /// The texts between this one and a later one of its series, or between two parts of one number: `43/222 B` and
    /// `43/222 C` between `43/222 A` and `43/222 D`.
    pub fn between(self, last: Symbol) -> impl Iterator<Item = Symbol> {
        let numbers = self.number.ordinal().saturating_add(1)..last.number.ordinal();
        let letters = match (self.part, last.part) {
            (Some(from), Some(to)) if self.number == last.number => from.0 + 1..to.0,
            _ => 0..0,
        };
        let parts = letters.map(move |letter| Symbol { part: Some(Letter(letter)), ..self });
        numbers.map(move |number| Symbol { number: self.number.with_ordinal(number), ..self }).chain(parts)
    }

    /// Whether it is one of the texts that [`Symbol::between`] gives for these two.
    pub fn is_between(self, first: Symbol, last: Symbol) -> bool {
        let by_number = Symbol { number: first.number.with_ordinal(self.number.ordinal()), ..first } == self
            && (first.number.ordinal() < self.number.ordinal() && self.number.ordinal() < last.number.ordinal());
        let by_letter = Symbol { part: self.part, ..first } == self
            && first.number == last.number
            && (first.part.is_some() && first.part < self.part && self.part < last.part);
        by_number || by_letter
    }

    /// The number as running text has it: `65/230`, `66/253 A`, `1325 (2000)`.
    pub fn short(self) -> String {
        let mut out = String::new();
        self.number.write(self.part.map(Letter::as_char), &mut out).expect("a String takes everything");
        out
    }

    /// A key that sorts by body, kind, series and number, and fits in 64 bits. [`Symbol::from_key`] reads it back.
    ///
    /// From the top: body 8 bits, kind 4, way of counting 4, series of sessions 4, session or year 16,
    /// number 16, part 8.
    pub fn key(self) -> u64 {
        let (way, meetings, major, number) = match self.number {
            Number::Session { session, number } => (0, session.meetings, session.ordinal, number),
            Number::Roman { session, number } => (1, session.meetings, session.ordinal, number),
            Number::Yearly { year, number } => (2, Meetings::Regular, year, number),
            Number::Running { year, number } => (3, Meetings::Regular, year, number),
        };
        let part = self.part.map_or(0, |letter| letter.0);
        u64::from(self.body as u8) << 52
            | u64::from(self.kind as u8) << 48
            | way << 44
            | u64::from(meetings as u8) << 40
            | u64::from(major) << 24
            | u64::from(number) << 8
            | u64::from(part)
    }

    /// The symbol that has this [`key`](Symbol::key); `None` where no symbol has it.
    pub fn from_key(key: u64) -> Option<Symbol> {
        let nibble = |shift: u32| (key >> shift & 0xf) as u8;
        let half = |shift: u32| (key >> shift & 0xffff) as u16;
        let meetings = match nibble(40) {
            0 => Meetings::Regular,
            1 => Meetings::Special,
            2 => Meetings::Emergency,
            _ => return None,
        };
        let (major, ordinal) = (half(24), half(8));
        let session = Session { meetings, ordinal: major };
        let number = match nibble(44) {
            0 => Number::Session { session, number: ordinal },
            1 => Number::Roman { session, number: ordinal },
            2 => Number::Yearly { year: major, number: ordinal },
            3 => Number::Running { year: major, number: ordinal },
            _ => return None,
        };
        let part = match (key & 0xff) as u8 {
            0 => None,
            letter => Some(Letter::new(char::from(letter))?),
        };
        Some(Symbol {
            body: Body::from_code((key >> 52) as u8)?,
            kind: *Kind::ALL.get(usize::from(nibble(48)))?,
            number,
            part,
        })
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.body.prefix(self.kind))?;
        self.number.write(self.part.map(Letter::as_char), f)
    }
}

/// A text that is not the symbol of an adopted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseSymbolError(String);

impl fmt::Display for ParseSymbolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not the symbol of a resolution; write it as in A/RES/74/173, A/RES/1514 (XV), S/RES/1325 (2000), \
             E/RES/2012/19, A/HRC/RES/26/4 or CCPCJ/22/8",
            self.0
        )
    }
}

impl std::error::Error for ParseSymbolError {}

impl FromStr for Symbol {
    type Err = ParseSymbolError;

    /// Reads a full symbol, as [`Display`](fmt::Display) writes it; spaces within it are free
    /// (`S/RES/1325(2000)`, `A/RES/75/290A`).
    fn from_str(text: &str) -> Result<Symbol, ParseSymbolError> {
        let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        // The longest prefix wins: `CCPCJ/DEC/22/1` is no resolution `DEC/22/1`.
        let found = Body::all()
            .flat_map(|body| Kind::ALL.map(|kind| (body, kind, body.prefix(kind))))
            .filter(|(_, _, prefix)| !prefix.is_empty() && squeezed.starts_with(prefix))
            .max_by_key(|(_, _, prefix)| prefix.len());
        let read = found.and_then(|(body, kind, prefix)| {
            let (number, part) = parse_number(&squeezed[prefix.len()..], kind)?;
            Some(Symbol { body, kind, number, part })
        });
        read.ok_or_else(|| ParseSymbolError(text.to_owned()))
    }
}

/// Reads what stands after the prefix of a symbol, without spaces: `65/230A`, `217A(III)`, `1325(2000)`.
fn parse_number(text: &str, kind: Kind) -> Option<(Number, Option<Letter>)> {
    if let Some((before, rest)) = text.split_once('(') {
        let (number, part) = split_part(before)?;
        let number = number.parse().ok()?;
        let inside = rest.strip_suffix(')')?;
        let (meetings, inside) = split_meetings(inside);
        return Some(match inside.parse::<u16>() {
            Ok(year) if year >= 1946 => (Number::Running { year, number }, part),
            Ok(_) => return None,
            Err(_) => (Number::Roman { session: Session { meetings, ordinal: parse_roman(inside)? }, number }, part),
        });
    }
    let (meetings, text) = split_meetings(text);
    let (major, number) = text.split_once('/')?;
    let (number, part) = split_part(number)?;
    let (major, number): (u16, u16) = (major.parse().ok()?, number.parse().ok()?);
    let number = if major >= 1946 || kind == Kind::Statement {
        Number::Yearly { year: major, number }
    } else {
        Number::Session { session: Session { meetings, ordinal: major }, number }
    };
    Some((number, part))
}

/// Splits `ES-10/20` into the series of sessions and what follows.
fn split_meetings(text: &str) -> (Meetings, &str) {
    for meetings in [Meetings::Emergency, Meetings::Special] {
        if let Some(rest) = text.strip_prefix(meetings.prefix()) {
            return (meetings, rest);
        }
    }
    (Meetings::Regular, text)
}

/// Splits `253A` into digits and part.
fn split_part(text: &str) -> Option<(&str, Option<Letter>)> {
    match text.char_indices().next_back()? {
        (_, digit) if digit.is_ascii_digit() => Some((text, None)),
        (at, letter) => Some((&text[..at], Some(Letter::new(letter)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SYMBOLS: [&str; 17] = [
        "A/RES/74/173",
        "A/RES/66/253 A",
        "A/RES/1514 (XV)",
        "A/RES/217 A (III)",
        "A/RES/3201 (S-VI)",
        "A/RES/1004 (ES-II)",
        "A/RES/S-8/1",
        "A/RES/ES-10/20",
        "S/RES/1325 (2000)",
        "S/PRST/2009/9",
        "E/RES/2012/19",
        "E/RES/1503 (XLVIII)",
        "A/HRC/RES/26/4",
        "A/HRC/RES/S-17/1",
        "A/DEC/74/567",
        "CCPCJ/22/8",
        "E/CN.4/RES/2002/72",
    ];

    #[test]
    fn symbols_read_back_as_they_are_written() {
        for text in SYMBOLS {
            let symbol: Symbol = text.parse().unwrap();
            assert_eq!(symbol.to_string(), text);
            assert_eq!(Symbol::from_key(symbol.key()), Some(symbol), "{text}");
            let squeezed: String = text.split(' ').collect();
            assert_eq!(squeezed.parse(), Ok(symbol));
        }
    }

    #[test]
    fn a_text_is_between_two_others_if_it_is_one_of_those_between_them() {
        let read = |text: &str| text.parse::<Symbol>().unwrap();
        let all: Vec<Symbol> = (1..9)
            .flat_map(|number| ["", " A", " B", " C", " D"].map(|part| read(&format!("A/RES/70/{number}{part}"))))
            .chain(["A/RES/71/3", "E/RES/2012/3", "A/DEC/70/3"].map(read))
            .collect();
        for (first, last) in
            [("70/1", "70/5"), ("70/5", "70/1"), ("70/3 A", "70/3 D"), ("70/3", "70/3 C"), ("70/2", "70/3")]
        {
            let (first, last) = (read(&format!("A/RES/{first}")), read(&format!("A/RES/{last}")));
            let between: Vec<Symbol> = first.between(last).collect();
            for symbol in &all {
                assert_eq!(symbol.is_between(first, last), between.contains(symbol), "{symbol} in {first} to {last}");
            }
        }
    }

    #[test]
    fn what_is_no_symbol_is_refused_with_a_way_out() {
        for text in
            ["", "A/RES/", "A/RES/74", "65/230", "A/RES/74/1733333", "S/RES/1325 (XX", "A/74/173", "A/RES/1514 (12)"]
        {
            let error = text.parse::<Symbol>().unwrap_err().to_string();
            assert!(error.contains("write it as in"), "{text}: {error}");
        }
    }

    #[test]
    fn short_forms_put_the_part_where_the_text_has_it() {
        let short = |text: &str| text.parse::<Symbol>().unwrap().short();
        assert_eq!(short("A/RES/66/253A"), "66/253 A");
        assert_eq!(short("A/RES/217A(III)"), "217 A (III)");
        assert_eq!(short("S/RES/1325(2000)"), "1325 (2000)");
    }
}
