//! What a single line begins with: a heading mark, a rule, the label of a paragraph or of a note.

use crate::{
    Label, NoteMark, NoteNotation, Span,
    token::{digit, is_ideograph, is_unprinted, number, superscript_digit},
};

/// The characters with which Markdown encloses emphasised words.
pub const EMPHASIS_MARKS: [char; 2] = ['*', '_'];

/// Words on one line, without the marks of emphasis.
pub fn unmarked(words: &str) -> String {
    words.replace(EMPHASIS_MARKS, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Chinese figures, of which labels are made: `(二十一)`.
const CHINESE_FIGURES: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// A label at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LineLabel {
    pub(crate) label: Label,
    /// Where the text of the paragraph begins.
    pub(crate) content: usize,
    /// Whether the emphasis that encloses the label goes on after it (`*2. Décide*`).
    pub(crate) emphasised: bool,
    /// Whether it is the number of a paragraph, or else the label of a sub-paragraph.
    pub(crate) numbered: bool,
    /// Whether it ends as a label does: with a full stop or a bracket.
    pub(crate) ended: bool,
}

/// Whether a line is a rule: of hyphens, asterisks or underscores, also emphasised ones (`**________**`).
pub(crate) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let marks = line.bytes().filter(|byte| matches!(byte, b'-' | b'*' | b'_' | 0xe2 | 0x80 | 0x94)).count();
    marks >= 3 && line.bytes().all(|byte| matches!(byte, b'-' | b'*' | b'_' | b' ' | 0xe2 | 0x80 | 0x94))
}

/// The level of a Markdown heading and where its text begins.
pub(crate) fn heading(line: &str) -> Option<(u8, usize)> {
    let trimmed = line.trim_start();
    let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let rest = &trimmed[level..];
    ((1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t'])))
        .then(|| (level as u8, line.len() - rest.trim_start().len()))
}

/// The label of a numbered paragraph (`3.`, `**3.**`, `5 bis.`) or sub-paragraph (`(a)`, `ii)`) at the start of a line;
/// positions count from the start of the line.
pub(crate) fn label(line: &str) -> Option<LineLabel> {
    // A mark for the direction of the text may stand before it.
    let start = line.len() - line.trim_start_matches(|c: char| c.is_whitespace() || is_unprinted(c)).len();
    let marks = line[start..].len() - line[start..].trim_start_matches(EMPHASIS_MARKS).len();
    let value_start = start + marks;
    let rest = &line[value_start..];
    let printed = number_label(rest).or_else(|| letter_label(rest)).or_else(|| stopped_letter(rest))?;
    let printed_end = value_start + printed.length;
    let closing = line[printed_end..].len() - line[printed_end..].trim_start_matches(EMPHASIS_MARKS).len();
    let closed = marks > 0 && closing == marks;
    let end = if closed { printed_end + closing } else { printed_end };
    let after = &line[end..];
    let space = after.len() - after.trim_start().len();
    // In Chinese no space need stand behind a label.
    let parted = space > 0 || after.is_empty() || after.trim_start_matches(EMPHASIS_MARKS).starts_with(is_ideograph);
    if !parted {
        return None;
    }
    let value_span = value_start + printed.value.start..value_start + printed.value.end;
    let label = Label { span: start..end, value_span, number: printed.number };
    Some(LineLabel {
        label,
        content: end + space,
        emphasised: marks > 0 && !closed,
        numbered: printed.numbered,
        ended: printed.ended,
    })
}

/// A label as it is printed; positions count from its start.
struct Printed {
    value: Span,
    length: usize,
    number: Option<u32>,
    numbered: bool,
    ended: bool,
}

/// How many digits the number of a paragraph or sub-paragraph may have.
const MOST_DIGITS: usize = 3;

/// The length of the digits at the start of a text, and their value, if they can be a label.
fn digits(text: &str) -> Option<(usize, u32)> {
    let length = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let count = text[..length].chars().count();
    (1..=MOST_DIGITS).contains(&count).then(|| (length, number(&text[..length])))
}

/// What makes a label that was put in between two others: `5 bis`, `(c ter)`.
const BESIDE: [&str; 8] = [" bis", " ter", " quater", " quinquies", " مكررا", " مكرر", "\u{a0}bis", "\u{a0}ter"];

/// Whether a label stands beside the sequence: it was put in between two others.
pub fn stands_beside(label: &str) -> bool {
    BESIDE.iter().any(|suffix| label.ends_with(suffix))
}

/// `3.`, `5 bis.` and `3 -`.
fn number_label(text: &str) -> Option<Printed> {
    let (digits, number) = digits(text)?;
    let rest = &text[digits..];
    let suffix = BESIDE.iter().find(|suffix| rest.starts_with(**suffix)).map_or(0, |suffix| suffix.len());
    let stop = rest[suffix..].strip_prefix('\\').unwrap_or(&rest[suffix..]);
    let (length, ended) = match stop.strip_prefix(['.', '．']).or_else(|| after_dash(stop)) {
        Some(after) => (text.len() - after.len(), true),
        // The full stop may be forgotten: `5 *Encourages* …`.
        None if suffix == 0 && stop.starts_with([' ', '\u{a0}']) && stop.trim_start().starts_with('*') => {
            (digits, false)
        }
        None => return None,
    };
    // A number that "bis" follows stands beside the sequence.
    let number = (suffix == 0).then_some(number);
    Some(Printed { value: 0..digits + suffix, length, number, numbered: true, ended })
}

/// What follows the dash of a label (`3 - Decides`), as far as it is no other figure (`3 - 5`).
fn after_dash(text: &str) -> Option<&str> {
    let after = text.trim_start_matches([' ', '\u{a0}']).strip_prefix(['-', '–', '\u{2011}', '\u{2010}'])?;
    let next = after.trim_start_matches([' ', '\u{a0}']);
    (next.len() < after.len() && !next.starts_with(|c| digit(c).is_some())).then_some(after)
}

/// `a.` and `iv.`. Capitals are the initials of names.
fn stopped_letter(text: &str) -> Option<Printed> {
    let close = text.find('.').filter(|length| (1..=5).contains(length))?;
    let value = &text[..close];
    let roman = value.bytes().all(|byte| b"ivx".contains(&byte));
    let letter = value.chars().all(char::is_lowercase) && value.chars().count() == 1;
    (letter || roman).then(|| Printed {
        value: 0..close,
        length: close + 1,
        number: None,
        numbered: false,
        ended: true,
    })
}

/// `(a)`, `a)`, `(iv)`, `iv)`, `(aa)`, `(a bis)`, `(1)`, `’1‘`, `（二十一）`, `㈠`.
fn letter_label(text: &str) -> Option<Printed> {
    if let Some(enclosed) = text.chars().next().filter(|c| matches!(c, '㈠'..='㈩')) {
        let length = enclosed.len_utf8();
        return Some(Printed { value: 0..length, length, number: None, numbered: false, ended: true });
    }
    if let Some(quoted) = text.strip_prefix(['’', '‘', '\'']) {
        let (length, number) = digits(quoted)?;
        let open = text.len() - quoted.len();
        let after = quoted[length..].strip_prefix(['’', '‘', '\''])?;
        let (value, length) = (open..open + length, text.len() - after.len());
        return Some(Printed { value, length, number: Some(number), numbered: false, ended: true });
    }
    let rest = text.strip_prefix(['(', '（']).unwrap_or(text);
    let open = text.len() - rest.len();
    let close = rest.find([')', '）']).filter(|length| (1..=18).contains(length))?;
    let bracket = rest[close..].chars().next().map_or(0, char::len_utf8);
    let value = &rest[..close];
    let plain = BESIDE.iter().find_map(|suffix| value.strip_suffix(suffix)).unwrap_or(value);
    let letters = (plain.chars().count() <= 2 && plain.chars().all(char::is_alphabetic))
        || value.chars().all(|c| CHINESE_FIGURES.contains(&c));
    let roman = value.bytes().all(|byte| b"ivxl".contains(&byte)) || value.bytes().all(|byte| b"IVXL".contains(&byte));
    let number = digits(value).filter(|(length, _)| *length == value.len()).map(|(_, number)| number);
    (letters || roman || number.is_some()).then(|| Printed {
        value: open..open + close,
        length: open + close + bracket,
        number,
        numbered: false,
        ended: true,
    })
}

/// The label of a note at the start of a line: `[^1]:`, `<sup>1</sup>`, `¹`, `\*`; and, where `plain` says that notes
/// are expected, `1 `. Positions count from the start of the line; the second value is where the note's text begins.
pub(crate) fn note_label(line: &str, plain: bool) -> Option<(NoteMark, usize)> {
    let start = line.len() - line.trim_start().len();
    let rest = &line[start..];
    let (span, label_span, notation): (Span, Span, NoteNotation) = if let Some(inside) = rest.strip_prefix("[^") {
        let close = inside.find(']').filter(|close| *close > 0 && *close <= 40)?;
        // Without a colon it is no definition in Markdown, but text taken out of a PDF has it so; and a call has
        // something before it.
        let colon = inside[close + 1..].starts_with(':');
        let notation = if colon { NoteNotation::Markdown } else { NoteNotation::Plain };
        (0..close + 3 + usize::from(colon), 2..close + 2, notation)
    } else if let Some(inside) = rest.strip_prefix("<sup>") {
        let close = inside.find("</sup>")?;
        let label = inside[..close].trim_start_matches('\\');
        if !(label == "*"
            || (!label.is_empty()
                && label.len() <= 3
                && label.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())))
        {
            return None;
        }
        (0..close + 11, 5..close + 5, NoteNotation::Html)
    } else if rest.starts_with(|c| superscript_digit(c).is_some()) {
        let end = rest.find(|c| superscript_digit(c).is_none()).unwrap_or(rest.len());
        (0..end, 0..end, NoteNotation::Superscript)
    } else if rest.starts_with("\\*") {
        let end = rest.len() - rest.trim_start_matches(['\\', '*']).len();
        (0..end, 0..end, NoteNotation::Plain)
    } else {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest[digits..].trim_start();
        let note = plain
            && (1..=3).contains(&digits)
            && after.len() < rest.len() - digits
            && after.starts_with(|c: char| c.is_uppercase() || c == '*');
        note.then_some((0..digits, 0..digits, NoteNotation::Plain))?
    };
    let after = &rest[span.end..];
    let content = start + span.end + (after.len() - after.trim_start().len());
    let label =
        rest[label_span.clone()].chars().filter(|c| *c != '\\').map(|c| superscript_digit(c).unwrap_or(c)).collect();
    let shift = |span: Span| span.start + start..span.end + start;
    Some((NoteMark { span: shift(span), label_span: shift(label_span), label, notation, paragraph: 0 }, content))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(&str, &str, Option<u32>, bool)> {
        let read = label(line)?;
        Some((&line[read.label.value_span.clone()], &line[read.content..], read.label.number, read.numbered))
    }

    #[test]
    fn labels_of_paragraphs() {
        assert_eq!(read("3. *Decides*"), Some(("3", "*Decides*", Some(3), true)));
        assert_eq!(read("  12\\. Decides"), Some(("12", "Decides", Some(12), true)));
        assert_eq!(read("**4.** Decides"), Some(("4", "Decides", Some(4), true)));
        assert_eq!(read("*2. Décide* de"), Some(("2", "Décide* de", Some(2), true)));
        assert_eq!(read("5 *Encourages* States"), Some(("5", "*Encourages* States", Some(5), true)));
        assert_eq!(read("5 bis. Decides"), Some(("5 bis", "Decides", None, true)));
        assert_eq!(read("3 - ***تقرر***"), Some(("3", "***تقرر***", Some(3), true)));
        assert_eq!(read("١٢- تقرر"), Some(("١٢", "تقرر", Some(12), true)));
        assert_eq!(read("\u{200f}3 - تقرر"), Some(("3", "تقرر", Some(3), true)));
        assert_eq!(read("’2‘ النظر"), Some(("2", "النظر", Some(2), false)));
        assert_eq!(read("(هـ) النظر"), Some(("هـ", "النظر", None, false)));
        assert_eq!(read("a. To go"), Some(("a", "To go", None, false)));
        assert_eq!(read("*iv.* To go"), Some(("iv", "To go", None, false)));
        assert_eq!(read("(c bis) To go"), Some(("c bis", "To go", None, false)));
        assert_eq!(read("(a) To go"), Some(("a", "To go", None, false)));
        assert_eq!(read("iv) Aller"), Some(("iv", "Aller", None, false)));
        assert_eq!(read("１２．决定"), Some(("１２", "决定", Some(12), true)));
        assert_eq!(read("3.**决定**设立"), Some(("3", "**决定**设立", Some(3), true)));
        assert_eq!(read("（a）设立"), Some(("a", "设立", None, false)));
        assert_eq!(read("(二十一) 设立"), Some(("二十一", "设立", None, false)));
        assert_eq!(read("㈡ 设立"), Some(("㈡", "设立", None, false)));
        for line in [
            "2019. The",
            "65/230, the",
            "3.5 per cent",
            "(see above) it",
            "A. Opening",
            "word",
            "3 - 5 May",
            "3-5",
            "’90s",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn labels_of_notes() {
        let read = |line, plain| note_label(line, plain).map(|(mark, content)| (mark.label, content));
        assert_eq!(read("[^12]: See", false), Some(("12".to_owned(), 7)));
        assert_eq!(read("<sup>1</sup> Résolution", false), Some(("1".to_owned(), 13)));
        assert_eq!(read("¹² Disponible", false), Some(("12".to_owned(), 5)));
        assert_eq!(read("\\* E/CN.15/2013/1.", false), Some(("*".to_owned(), 3)));
        assert_eq!(read("1 Voir", true), Some(("1".to_owned(), 2)));
        assert_eq!(read("1 Voir", false), None);
        assert_eq!(read("[^17] Voir", false), Some(("17".to_owned(), 6)));
    }

    #[test]
    fn rules_and_headings() {
        assert!(is_rule("---") && is_rule("**__________________**") && is_rule("* * *"));
        assert!(!is_rule("--") && !is_rule("**bold**") && !is_rule("- item"));
        assert_eq!(heading("## **Title**"), Some((2, 3)));
        assert_eq!(heading("#hashtag"), None);
    }
}
