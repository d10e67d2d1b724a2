//! Asking the reader of drafts what it would make of a place in the text, were something else written there.
//!
//! What a half-typed number or date is to be, the words around it tell, in each language by rules of its own. These are the
//! rules by which drafts are read: so the paragraph is read once more, with something whole in the place of what is
//! half typed.

use rapporteur_draft::{Citation, Draft, Hints, Language, Span};
use time::{Date, Month};

use crate::printed::symbol_prefix;

/// How much before the cursor, and how much after it, is read at most, in bytes: as much as a long list.
const BEFORE: usize = 4096;
const AFTER: usize = 1024;

/// The number that stands in the place of one of which next to nothing is typed.
const NUMBER: &str = "65/1";

/// The paragraph around the cursor.
pub(crate) struct Probe<'t> {
    text: &'t str,
    /// Where the paragraph begins and ends, as far as it is read.
    start: usize,
    end: usize,
    /// The language of the draft.
    pub(crate) language: Language,
    hints: Hints,
}

/// The paragraph as it reads with something else in it.
pub(crate) struct Reading {
    /// What is read. Offsets count from the start of the paragraph.
    pub(crate) draft: Draft,
    /// Where what was put in begins.
    at: usize,
}

impl<'t> Probe<'t> {
    /// The paragraph around a byte offset, which lies between two characters.
    pub(crate) fn new(text: &'t str, draft: &Draft, offset: usize) -> Probe<'t> {
        let from = boundary(text, offset.saturating_sub(BEFORE));
        let to = boundary(text, offset.saturating_add(AFTER));
        let start = blank_lines(&text[from..offset]).last().map_or(from, |line| from + line.end);
        let end = blank_lines(&text[offset..to]).next().map_or(to, |line| offset + line.start);
        Probe { text, start, end, language: draft.language, hints: draft.as_hints() }
    }

    /// The text of the paragraph up to an offset.
    pub(crate) fn before(&self, offset: usize) -> &'t str {
        &self.text[self.start..offset]
    }

    /// Where the last citation ends that the paragraph has before an offset, and where its date ends if it has a whole
    /// one.
    pub(crate) fn cited_before(&self, offset: usize) -> Option<(usize, Option<usize>)> {
        let draft = Draft::read(self.before(offset), &self.hints);
        let citation = draft.citations.last()?;
        let date = draft.date_of(citation).filter(|date| date.complete).map(|date| self.start + date.span.end);
        Some((self.start + citation.span.end, date))
    }

    /// The paragraph with a whole number in the place of a stretch, and the citation that this makes: of a text that
    /// the words around it call a resolution or decision, or give to a body.
    pub(crate) fn citation(&self, replaced: &Span) -> Option<(Reading, usize)> {
        let (open, close) = self.language.number_marks();
        // As much as is typed tells, with its session, whether a date can be its own.
        let printed = &self.text[replaced.clone()];
        let printed = &printed[symbol_prefix(printed).map_or(0, |(.., length)| length)..];
        let mut number = match printed.rsplit_once('/') {
            Some((_, "")) => format!("{printed}1"),
            Some((_, rest)) if rest.ends_with(|last: char| last.is_ascii_digit()) => printed.to_owned(),
            _ => NUMBER.to_owned(),
        };
        if !self.text[..replaced.start].ends_with(open) {
            number.insert_str(0, open);
        }
        // Where numbers end with a mark, the word "resolution" follows, and is not typed yet.
        if !close.is_empty() && !self.text[replaced.end..].starts_with(close) {
            number.push_str(close);
            number.extend(self.language.citation_nouns().next().map(|(noun, _)| noun));
        }
        let reading = self.read_with(replaced, &number);
        let at = reading.at..reading.at + number.len();
        let named = |citation: &Citation| citation.noun.is_some() && at.contains(&citation.span.start);
        let index = reading.draft.citations.iter().position(named)?;
        Some((reading, index))
    }

    /// The paragraph with a whole date in the place of a stretch, and those that it then is the date of, in the order of
    /// the text; none where it would be no citation's.
    pub(crate) fn dated(&self, replaced: &Span) -> Vec<Citation> {
        let Ok(any) = Date::from_calendar_date(2001, Month::February, 3) else { return Vec::new() };
        let Reading { draft, at } = self.read_with(replaced, &self.language.format_date(any));
        let index = draft.dates.iter().position(|date| date.span.start == at);
        let dated = |citation: &Citation| index.is_some() && citation.date == index && citation.span.end <= at;
        draft.citations.into_iter().filter(dated).collect()
    }

    fn read_with(&self, replaced: &Span, by: &str) -> Reading {
        let mut paragraph = String::with_capacity(self.end - self.start + by.len());
        paragraph.push_str(&self.text[self.start..replaced.start]);
        paragraph.push_str(by);
        paragraph.push_str(&self.text[replaced.end..self.end.max(replaced.end)]);
        Reading { draft: Draft::read(&paragraph, &self.hints), at: replaced.start - self.start }
    }
}

/// The last place between two characters that does not lie behind this byte.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The stretches of white space that hold two line breaks.
fn blank_lines(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find(['\n', '\r'])?;
            let rest = text[start..].trim_start();
            let end = text.len() - rest.len();
            from = end;
            let breaks = text[start..end].replace("\r\n", "\n").matches(['\n', '\r']).count();
            if breaks > 1 {
                return Some(start..end);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs() {
        let found = |text: &'static str| blank_lines(text).collect::<Vec<_>>();
        assert_eq!(found("a\n\nb\r\n \r\nc\r\n\r"), [1..3, 4..9, 10..13]);
        assert!(found("a\nb\r\nc\rd\n").is_empty() && found("").is_empty());
    }
}
