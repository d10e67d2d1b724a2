//! How catalogues write symbols, dates, titles and votes.

use rapporteur_symbol::{Letter, Symbol};
use time::Date;

use crate::{
    facts::{Basis, Known},
    format::{self, read_day},
};

/// What the field for the symbol names.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// These adopted texts.
    Adopted(Vec<Symbol>),
    /// Some other document: a draft, a report, a record.
    Other,
    /// What should be an adopted text and can't be read; the reason says why.
    Unreadable(String),
}

/// What separates several values in one cell.
const SEPARATORS: [char; 3] = ['|', ';', '\n'];

/// What stands in the symbol of adopted texts only.
const ADOPTED: [&str; 3] = ["/RES/", "/DEC/", "/PRST/"];

/// Reads the field for the symbol: `A/RES/75/100`, `S/RES/2504(2020)`, `A/RES/37/100[A]`, `A/RES/217(III)[A]`,
/// `A/RES/75/101 A-B`, several of them between `|`, `;` or line breaks.
pub(super) fn symbols(cell: &str) -> Named {
    let pieces: Vec<&str> = values(cell).collect();
    let adopted: Vec<Symbol> = pieces.iter().filter_map(|piece| parse_symbols(piece)).flatten().collect();
    if !adopted.is_empty() {
        return Named::Adopted(adopted);
    }
    match pieces.iter().find(|piece| ADOPTED.iter().any(|mark| piece.contains(mark))) {
        Some(piece) => {
            Named::Unreadable(piece.parse::<Symbol>().map_or_else(|error| error.to_string(), |_| String::new()))
        }
        None => Named::Other,
    }
}

/// The values of a cell that are not empty.
pub(super) fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(SEPARATORS).map(str::trim).filter(|value| !value.is_empty())
}

/// Reads one symbol, or all parts that it names at once.
fn parse_symbols(text: &str) -> Option<Vec<Symbol>> {
    let text = text.replace(['[', ']'], "");
    if let Ok(symbol) = text.parse() {
        return Some(vec![symbol]);
    }
    // The letter of the part after the session: 217(III)A.
    if let Some((before, part)) = text.rsplit_once(')')
        && let Some((number, session)) = before.split_once('(')
        && let Ok(symbol) = format!("{number}{}({session})", part.trim()).parse()
    {
        return Some(vec![symbol]);
    }
    // Several parts: 75/101 A-B, 76/416 A and B.
    let (rest, last) = split_letter(&text)?;
    let rest = rest.trim_end_matches(" and").trim_end().trim_end_matches(['-', '\u{2010}', '\u{2013}', '&', ',']);
    let (whole, first) = split_letter(rest)?;
    let whole: Symbol = whole.parse().ok()?;
    let parts: Vec<Symbol> =
        (first..=last).filter_map(Letter::new).map(|letter| Symbol { part: Some(letter), ..whole }).collect();
    (parts.len() > 1).then_some(parts)
}

/// Splits the capital at the end from what stands before it.
fn split_letter(text: &str) -> Option<(&str, char)> {
    let letter = text.trim_end().chars().next_back().filter(char::is_ascii_uppercase)?;
    Some((text.trim_end().strip_suffix(letter)?.trim_end(), letter))
}

/// Reads a field for the date of adoption: `2020-12-10`, `20201210`, `2020-12-10T00:00:00`, `2020-12`; several of them
/// bound the date. Empty, or a year alone, is no date.
pub(super) fn date(cell: &str) -> Result<(Known, Basis), String> {
    let mut dates = Vec::new();
    for value in cell.split(SEPARATORS).flat_map(|value| value.split(',')).map(str::trim) {
        let day = value.split(['T', ' ']).next().unwrap_or_default();
        let digits = day.bytes().all(|byte| byte.is_ascii_digit());
        let dashed = match day.len() {
            // A year alone, or one before the United Nations, which stands for "not known".
            0 => continue,
            4 if digits => continue,
            _ if day.starts_with("0001") => continue,
            8 if digits => format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]),
            6 if digits => format!("{}-{}", &day[..4], &day[4..]),
            _ => day.to_owned(),
        };
        dates.push(format::read_date(&dashed).or_else(|_| format::read_date(value))?);
    }
    let days: Vec<Date> =
        dates.iter().filter_map(|known| if let Known::Day(day) = known { Some(*day) } else { None }).collect();
    Ok(match (dates.first(), days.iter().min(), days.iter().max()) {
        (_, Some(from), Some(to)) if from < to => (Known::Between { from: Some(*from), to: Some(*to) }, Basis::Bounds),
        (Some(month @ Known::Month { .. }), ..) => (*month, Basis::MonthOnly),
        (Some(known), ..) => (*known, Basis::Official),
        (None, ..) => (Known::Existence, Basis::ExistenceOnly),
    })
}

/// A day in an attribute; `None` where it is empty or stands for "not known" (`0001-01-01`).
pub(super) fn day(text: &str) -> Option<Date> {
    read_day(text.trim())
}

/// The title without what the catalogue adds to it: ` : resolution / adopted by the General Assembly`, `Security
/// Council resolution 2504 (2020) [on …]`. Empty where nothing is left.
pub(super) fn title(text: &str) -> String {
    let text = squeeze(text);
    let folded = text.to_ascii_lowercase();
    let adopted = folded.find("/ adopted by").or_else(|| folded.find("/adopted by"));
    let end = adopted.map_or(text.len(), |at| {
        ["resolution", "decision"].iter().filter_map(|kind| folded[..at].rfind(kind)).max().unwrap_or(at)
    });
    // `:P` is a frequent slip of the catalogue.
    let title = text[..end].trim_end().trim_end_matches(":P").trim_end_matches([' ', ':', '/']);
    let folded = title.to_ascii_lowercase();
    if folded.starts_with("resolution adopted by") || folded.starts_with("decision adopted by") {
        return String::new();
    }
    if folded.starts_with("security council resolution") || folded.starts_with("resolution ") {
        let inside = title.split_once('[').map_or("", |(_, rest)| rest.trim_end_matches(']'));
        return inside.trim().to_owned();
    }
    title.to_owned()
}

/// The text with single spaces, fit for a cell between tabs.
pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A vote as the registry writes it, from the numbers in favour, against and abstaining; `None` if nobody voted.
pub(super) fn counts(in_favour: &str, against: &str, abstaining: &str) -> Option<String> {
    // Spreadsheets write 120.0 for 120.
    let number = |cell: &str| cell.trim().split('.').next().and_then(|digits| digits.parse::<u16>().ok());
    let in_favour = number(in_favour).filter(|count| *count > 0)?;
    Some(format!("{in_favour}-{}-{}", number(against).unwrap_or(0), number(abstaining).unwrap_or(0)))
}

/// A vote from a note or a keyword: `Adopted without vote, 83rd plenary meeting`, `Adopted 122-55-1`, `Without a vote`,
/// `Vote, recorded`.
pub(super) fn vote(note: &str) -> Option<String> {
    let is_counts = |word: &&str| {
        let mut counts = word.split('-');
        counts.by_ref().take(3).all(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()))
            && word.matches('-').count() == 2
    };
    if let Some(counts) = note.split([' ', ',', ';', '.']).find(is_counts) {
        return Some(counts.to_owned());
    }
    let folded = note.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if says(&["without vote", "without a vote", "withoutvote", "consensus", "acclamation"]) {
        Some("without a vote".to_owned())
    } else {
        says(&["unanimous"]).then(|| "unanimously".to_owned())
    }
}

/// The meeting that a note names after its last comma: `Adopted without vote, 83rd plenary meeting`.
pub(super) fn meeting(note: &str) -> Option<&str> {
    let (_, meeting) = note.rsplit_once(',')?;
    meeting.to_ascii_lowercase().contains("meeting").then(|| meeting.trim())
}

/// Whether this is the symbol of the record of a meeting: `A/75/PV.41`, `E/2021/SR.12`.
pub(super) fn is_record(text: &str) -> bool {
    ["/PV.", "/SR."].iter().any(|mark| text.contains(mark)) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adopted(cell: &str) -> Vec<String> {
        match symbols(cell) {
            Named::Adopted(symbols) => symbols.iter().map(Symbol::to_string).collect(),
            other => panic!("{cell}: {other:?}"),
        }
    }

    #[test]
    fn symbols_are_read_in_all_their_forms() {
        for (cell, symbols) in [
            ("A/RES/75/100", &["A/RES/75/100"][..]),
            ("S/RES/2504(2020)", &["S/RES/2504 (2020)"]),
            ("A/RES/37/100[A]", &["A/RES/37/100 A"]),
            ("A/RES/217(III)[A]", &["A/RES/217 A (III)"]),
            ("A/RES/217 A (III)", &["A/RES/217 A (III)"]),
            ("A/RES/75/101 A-B", &["A/RES/75/101 A", "A/RES/75/101 B"]),
            ("A/RES/43/222 A–C", &["A/RES/43/222 A", "A/RES/43/222 B", "A/RES/43/222 C"]),
            ("A/DEC/76/416 A and B", &["A/DEC/76/416 A", "A/DEC/76/416 B"]),
            ("A/66/PV.93 | A/RES/66/253B; A/RES/66/253A", &["A/RES/66/253 B", "A/RES/66/253 A"]),
            ("A/RES/ES-10/21", &["A/RES/ES-10/21"]),
        ] {
            assert_eq!(adopted(cell), symbols, "{cell}");
        }
        assert_eq!(symbols("A/C.2/80/L.35/Rev.1"), Named::Other);
        assert_eq!(symbols(""), Named::Other);
        assert!(matches!(symbols("A/RES/80/"), Named::Unreadable(_)));
        assert!(matches!(symbols("WHO/RES/1"), Named::Unreadable(_)));
    }

    #[test]
    fn dates_are_read_in_all_their_forms() {
        let written = |cell: &str| date(cell).map(|(known, basis)| format!("{known} {}", basis.letter()));
        for (cell, expected) in [
            ("2020-12-10", "2020-12-10 P"),
            ("20201210", "2020-12-10 P"),
            ("2020-12-10T00:00:00Z", "2020-12-10 P"),
            ("2020-12-10 00:00:00", "2020-12-10 P"),
            ("20040914, 20041004", "2004-09-14/2004-10-04 B"),
            ("2004-10-04|2004-10-04", "2004-10-04 P"),
            ("197712", "1977-12 m"),
            ("1977-12", "1977-12 m"),
            ("1977", " -"),
            ("", " -"),
            ("0001-01-01", " -"),
        ] {
            assert_eq!(written(cell).as_deref(), Ok(expected), "{cell}");
        }
        for cell in ["10 December 2020", "2020-13-10", "99999999", "éééé-éé"] {
            assert!(date(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn titles_lose_what_the_catalogue_adds() {
        for (text, expected) in [
            (
                "National human rights institutions : resolution / adopted by the General Assembly",
                "National human rights institutions",
            ),
            ("Trust Territories :P resolution / adopted by the General Assembly", "Trust Territories"),
            ("Admission of Jamaica  resolution / adopted by the General Assembly", "Admission of Jamaica"),
            (
                "Review of resolution 72/305 : resolution / adopted by the General Assembly",
                "Review of resolution 72/305",
            ),
            ("Resolution adopted by the General Assembly at its 2093rd plenary meeting", ""),
            ("Security Council resolution 2504 (2020) [on relief delivery in Syria]", "on relief delivery in Syria"),
            ("Security Council resolution 331 (1973)", ""),
            ("A title\tin\n two  lines", "A title in two lines"),
        ] {
            assert_eq!(title(text), expected, "{text}");
        }
    }

    #[test]
    fn votes_are_read_from_notes() {
        for (note, expected) in [
            ("Adopted without vote, 83rd plenary meeting", Some("without a vote")),
            ("Adopted 122-55-1, 77th plenary meeting", Some("122-55-1")),
            ("Adopted unanimously, 4535th meeting", Some("unanimously")),
            ("adoptedWithoutVote", Some("without a vote")),
            ("Vote, recorded", None),
            ("Adopted, 28th meeting", None),
            ("--", None),
        ] {
            assert_eq!(vote(note).as_deref(), expected, "{note}");
        }
        assert_eq!(meeting("Adopted 122-55-1, 77th plenary meeting"), Some("77th plenary meeting"));
        assert_eq!(meeting("Adopted"), None);
        assert_eq!(counts("120.0", "14.0", "").as_deref(), Some("120-14-0"));
        assert_eq!(counts("", "", ""), None);
    }
}
