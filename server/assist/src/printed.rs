//! Numbers of resolutions as they are printed, finished or half typed.

use rapporteur_symbol::{Body, Kind};

/// The length of the number at the start of a text, in bytes: `65/230`, `66/253 A`, `65/`, `S-17/1`, `1325`, `1325 (20`,
/// `217 A (III)`, `A/RES/65/2`. `None` where none starts.
pub(crate) fn number_at(text: &str) -> Option<usize> {
    let start = symbol_prefix(text).map_or(0, |(_, _, length)| length);
    let mut scan = Scan { text, at: start };
    let meetings = scan.one_of(&["ES-", "S-"]);
    let digits = scan.digits();
    if digits == 0 && start == 0 && !meetings {
        return None;
    }
    if scan.one_of(&["/"]) {
        scan.digits();
        scan.part();
    } else if digits > 0 {
        scan.part();
        scan.session_or_year();
    }
    // What goes on as a word was no number: 1er, 65th.
    (!scan.rest().starts_with(char::is_alphabetic)).then_some(scan.at)
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

struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn one_of(&mut self, marks: &[&str]) -> bool {
        let found = marks.iter().find(|mark| self.rest().starts_with(**mark));
        self.at += found.map_or(0, |mark| mark.len());
        found.is_some()
    }

    /// Skips digits and gives how many there were.
    fn digits(&mut self) -> usize {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += digits;
        digits
    }

    /// Skips the letter of a part, with or without a space before it.
    fn part(&mut self) {
        let rest = self.rest().trim_start_matches([' ', '\u{a0}']);
        let mut chars = rest.chars();
        let letter = chars.next().is_some_and(|letter| letter.is_ascii_uppercase());
        if letter && !chars.next().is_some_and(char::is_alphanumeric) {
            self.at = self.text.len() - rest.len() + 1;
        }
    }

    /// Skips `(2000)`, `(XV)`, `(S-VI)`, finished or not.
    fn session_or_year(&mut self) {
        let rest = self.rest().trim_start_matches([' ', '\u{a0}']);
        let Some(inside) = rest.strip_prefix('(') else { return };
        let length = inside.bytes().take_while(|byte| byte.is_ascii_digit() || b"IVXLCSE-".contains(byte)).count();
        let after = &inside[length..];
        if let Some(after) = after.strip_prefix(')') {
            self.at = self.text.len() - after.len();
        } else if !after.starts_with(char::is_alphanumeric) {
            self.at = self.text.len() - after.len();
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
        ] {
            assert_eq!(number_at(text).map(|length| &text[..length]), Some(number), "{text}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        for text in ["", "cyber", "1er mars", "3rd", "(XV)", "/230"] {
            assert_eq!(number_at(text), None, "{text}");
        }
    }
}
