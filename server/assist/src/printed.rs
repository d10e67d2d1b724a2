//! Numbers of resolutions as they are printed, finished or half typed, in digits and marks of any script.

use rapporteur_draft::{Language, digit, is_ideograph, plain_mark};
use rapporteur_symbol::{Body, Kind};

/// The length of the number at the start of a text, in bytes: `65/230`, `66/253 A`, `65/`, `S-17/1`, `1325`, `1325 (20`,
/// `217 A (III)`, `A/RES/65/2`, in Arabic `دإ-10/2`. `None` where none starts.
pub(crate) fn number_at(text: &str, language: Language) -> Option<usize> {
    let start = symbol_prefix(text).map_or(0, |(_, _, length)| length);
    let mut scan = Scan { text, at: start };
    let letters = session_letters(text, language).map_or(0, |(letters, _)| letters.len());
    scan.at += letters;
    let meetings = letters > 0 || scan.skip("ES-") || scan.skip("S-");
    let digits = scan.digits();
    if digits == 0 && start == 0 && !meetings {
        return None;
    }
    if scan.mark('/') {
        scan.digits();
        scan.part();
    } else if digits > 0 {
        scan.part();
        scan.session_or_year();
    }
    // What goes on as a word was no number: 1er, 65th.
    let goes_on = scan.rest().chars().next().is_some_and(|next| next.is_alphabetic() && !is_ideograph(next));
    (!goes_on).then_some(scan.at)
}

/// The body, the kind and the length of what a full symbol has before its number.
pub(crate) fn symbol_prefix(text: &str) -> Option<(Body, Kind, usize)> {
    let prefixes = Body::all().flat_map(|body| {
        [Kind::Resolution, Kind::Decision].map(|kind| (body, kind, body.prefix(kind).len(), body.prefix(kind)))
    });
    prefixes
        .filter(|(_, _, length, prefix)| *length > 0 && text.starts_with(prefix))
        .map(|(body, kind, length, _)| (body, kind, length))
        .max_by_key(|(_, _, length)| *length)
}

/// The letters of a session at the start of a text with the hyphen behind them, and what stands for them in English.
fn session_letters(text: &str, language: Language) -> Option<(&str, &'static str)> {
    language.session_letters().find_map(|(letters, meetings)| {
        let hyphen = text.strip_prefix(letters)?.chars().next().filter(|next| plain_mark(*next) == '-')?;
        Some((&text[..letters.len() + hyphen.len_utf8()], meetings.prefix()))
    })
}

/// A number, printed in a language, as the registry reads it: in ASCII, without a session in letters of the language.
pub(crate) fn plain(printed: &str, language: Language) -> String {
    let (prefix, rest) = match session_letters(printed, language) {
        Some((letters, prefix)) => (prefix, &printed[letters.len()..]),
        None => ("", printed),
    };
    let in_brackets =
        rest.find(['(', '（']).filter(|at| rest[*at..].contains(|c: char| c.is_alphabetic() && !c.is_ascii()));
    let rest = &rest[..in_brackets.unwrap_or(rest.len())];
    let rest = rest.chars().map(|c| digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(plain_mark(c)));
    prefix.chars().chain(rest).collect()
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip(&mut self, what: &str) -> bool {
        let found = self.rest().starts_with(what);
        self.at += if found { what.len() } else { 0 };
        found
    }

    /// Skips a mark in any script.
    fn mark(&mut self, mark: char) -> bool {
        let found = self.rest().chars().next().filter(|next| plain_mark(*next) == mark);
        self.at += found.map_or(0, char::len_utf8);
        found.is_some()
    }

    /// Skips digits and gives how many there were.
    fn digits(&mut self) -> usize {
        self.skip_while(|c| digit(c).is_some())
    }

    fn skip_while(&mut self, holds: impl Fn(char) -> bool) -> usize {
        let skipped: Vec<usize> = self.rest().chars().take_while(|c| holds(*c)).map(char::len_utf8).collect();
        self.at += skipped.iter().sum::<usize>();
        skipped.len()
    }

    /// Skips the letter of a part, with or without a space before it.
    fn part(&mut self) {
        let rest = self.rest().trim_start_matches([' ', '\u{a0}']);
        let mut chars = rest.chars();
        let letter = chars.next().is_some_and(|letter| letter.is_ascii_uppercase());
        if letter && !chars.next().is_some_and(|next| next.is_alphanumeric() && !is_ideograph(next)) {
            self.at = self.text.len() - rest.len() + 1;
        }
    }

    /// Skips `(2000)`, `(XV)`, `(S-VI)`, finished or not.
    fn session_or_year(&mut self) {
        let before = self.at;
        self.skip_while(|c| matches!(c, ' ' | '\u{a0}'));
        if !self.mark('(') {
            self.at = before;
            return;
        }
        self.skip_while(|c| digit(c).is_some() || "IVXLCSE-".contains(c));
        if !self.mark(')') && self.rest().starts_with(char::is_alphanumeric) {
            self.at = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end_where_they_end() {
        for (text, number) in [
            ("65/230 of 21 December", "65/230"),
            ("65/", "65/"),
            ("66/253 A, 67/1", "66/253 A"),
            ("66/253 An", "66/253"),
            ("S-17/1", "S-17/1"),
            ("1325 (2000),", "1325 (2000)"),
            ("1325 (20", "1325 (20"),
            ("1514 (", "1514 ("),
            ("217 A (III)", "217 A (III)"),
            ("3201 (S-VI)", "3201 (S-VI)"),
            ("864 (see", "864"),
            ("A/RES/65/2", "A/RES/65/2"),
            ("A/RES/", "A/RES/"),
            ("٦٥/٢٣ المؤرخ", "٦٥/٢٣"),
            ("１５１４（XV）号", "１５１４（XV）"),
            ("65/230号决议", "65/230"),
            ("66/253 A号", "66/253 A"),
        ] {
            assert_eq!(number_at(text, Language::ENGLISH).map(|length| &text[..length]), Some(number), "{text}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        for text in ["", "cyber", "1er mars", "3rd", "(XV)", "/230"] {
            assert_eq!(number_at(text, Language::ENGLISH), None, "{text}");
        }
    }

    #[test]
    fn digits_change_their_script() {
        assert_eq!(plain("１５１４（XV）", Language::ENGLISH), "1514(XV)");
        let arabic = Language::from_code("ar").unwrap();
        assert_eq!(plain("٦٥/٢٣٠", arabic), "65/230");
        assert_eq!(plain("دإ-30/1", arabic), "S-30/1");
        assert_eq!(plain("1514 (د-15)", arabic), "1514 ");
        assert_eq!(number_at("دإط-10/2 المؤرخ", arabic), Some("دإط-10/2".len()));
    }
}
