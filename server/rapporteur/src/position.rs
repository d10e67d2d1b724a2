//! Where a byte of the text stands: its line, and its column in the units that the reader counts in.

use clap::ValueEnum;
use ropey::Rope;

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// Bytes of UTF-8.
    #[value(name = "utf-8")]
    Utf8,
    /// Code units of UTF-16, as editors count unless they say otherwise.
    #[default]
    #[value(name = "utf-16")]
    Utf16,
    /// Characters (Unicode scalar values), as the command line counts.
    #[value(name = "utf-32")]
    Utf32,
}

/// A place in a text. Lines end at LF, CR LF and CR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 0.
    pub line: usize,
    /// The column, from 0, in units.
    pub column: usize,
}

impl Unit {
    /// The place of a byte offset. An offset within a character is taken for its start, one past the end for the end.
    pub fn position(self, text: &Rope, offset: usize) -> Position {
        let char = text.byte_to_char(offset.min(text.len_bytes()));
        let line = text.char_to_line(char);
        let start = text.line_to_char(line);
        Position { line, column: self.count(text, char) - self.count(text, start) }
    }

    /// The byte offset of a place. A column past the end of its line is taken for that end (before the line break),
    /// a line past the end of the text for the end of the text, a column within a character for its start.
    pub fn offset(self, text: &Rope, position: Position) -> usize {
        if position.line >= text.len_lines() {
            return text.len_bytes();
        }
        let start = text.line_to_char(position.line);
        let end = end_of_line(text, position.line);
        let units = self.count(text, start).saturating_add(position.column);
        let char = if units >= self.count(text, end) { end } else { self.char_at(text, units) };
        text.char_to_byte(char)
    }

    /// How many units a text has.
    pub fn length(self, text: &str) -> usize {
        match self {
            Unit::Utf8 => text.len(),
            Unit::Utf16 => text.encode_utf16().count(),
            Unit::Utf32 => text.chars().count(),
        }
    }

    /// How many units stand before a character.
    fn count(self, text: &Rope, char: usize) -> usize {
        match self {
            Unit::Utf8 => text.char_to_byte(char),
            Unit::Utf16 => text.char_to_utf16_cu(char),
            Unit::Utf32 => char,
        }
    }

    /// The character that has this many units before it, or holds that unit.
    fn char_at(self, text: &Rope, units: usize) -> usize {
        match self {
            Unit::Utf8 => text.byte_to_char(units),
            Unit::Utf16 => text.utf16_cu_to_char(units),
            Unit::Utf32 => units,
        }
    }
}

/// The character index at which the content of a line ends and its line break, if it has one, begins.
fn end_of_line(text: &Rope, line: usize) -> usize {
    let mut end = text.line_to_char(line + 1);
    let start = text.line_to_char(line);
    for mark in ['\n', '\r'] {
        if end > start && text.get_char(end - 1) == Some(mark) {
            end -= 1;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: [Unit; 3] = [Unit::Utf8, Unit::Utf16, Unit::Utf32];
    /// Emoji, Arabic with combining marks, CJK, and all three line breaks.
    const TEXT: &str = "a😀b\r\nمُقَرَّر\r大会，回顾\n\nend";

    #[test]
    fn every_character_reads_back() {
        let rope = Rope::from_str(TEXT);
        for unit in UNITS {
            for (offset, char) in TEXT.char_indices().filter(|(_, char)| !"\r\n".contains(*char)) {
                assert_eq!(unit.offset(&rope, unit.position(&rope, offset)), offset, "{unit:?} {char:?}");
            }
        }
    }

    #[test]
    fn columns_count_in_their_units() {
        let rope = Rope::from_str(TEXT);
        let after_emoji = 1 + '😀'.len_utf8();
        let columns = UNITS.map(|unit| unit.position(&rope, after_emoji).column);
        assert_eq!(columns, [5, 3, 2]);
    }

    #[test]
    fn places_out_of_range_are_clamped() {
        let rope = Rope::from_str(TEXT);
        for unit in UNITS {
            let at = |line, column| unit.offset(&rope, Position { line, column });
            assert_eq!(at(0, 99), "a😀b".len());
            assert_eq!(at(1, usize::MAX), "a😀b\r\nمُقَرَّر".len());
            assert_eq!(at(3, 7), TEXT.len() - "\nend".len());
            assert_eq!(at(4, 99), TEXT.len());
            assert_eq!(at(99, 0), TEXT.len());
            assert_eq!(unit.position(&rope, 999), unit.position(&rope, TEXT.len()));
        }
    }

    #[test]
    fn a_column_within_a_character_is_its_start() {
        let rope = Rope::from_str(TEXT);
        assert_eq!(Unit::Utf8.offset(&rope, Position { line: 0, column: 3 }), 1);
        assert_eq!(Unit::Utf16.offset(&rope, Position { line: 0, column: 2 }), 1);
    }
}
