//! The mark at the end of a paragraph: where it stands, which it is, and how it is put right.

use rapporteur_draft::{ClauseMark, Language, NoteMark, Paragraph, Span, is_ideograph, is_unprinted, plain_mark};

use crate::{Edit, check::Context};

/// How a paragraph ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Ending {
    /// In a mark, or in several side by side.
    Marked {
        /// From the first mark to the last, with the note calls between them.
        marks: Span,
        /// What the last mark is.
        last: ClauseMark,
        /// Whether closing quotation marks stand behind it.
        quoted: bool,
    },
    /// In a word, a figure or a closing bracket.
    Unmarked,
    /// In something that leaves open what comes: an ellipsis, a dash, half a word.
    Open,
}

/// How a paragraph ends, note calls, emphasis and a conjunction ("; and") behind the mark aside.
pub(in crate::rules) fn ending(context: &Context<'_>, paragraph: &Paragraph) -> Ending {
    let tail = Tail::new(context, paragraph);
    let end = tail.before_markup(paragraph.span.end, |_| false);
    let behind_mark = || tail.before_conjunction(end).or_else(|| tail.before_lost_call(end));
    if let Some(ending) = tail.marked(behind_mark().unwrap_or(end), false) {
        return ending;
    }
    let quoted = tail.before_markup(end, |c| CLOSERS.contains(&c));
    if let Some(ending) = (quoted < end).then(|| tail.marked(quoted, true)).flatten() {
        return ending;
    }
    match tail.last(end) {
        Some(c) if c.is_alphanumeric() || CLOSERS.contains(&c) || matches!(c, ')' | '）' | '%' | '％') => {
            Ending::Unmarked
        }
        _ => Ending::Open,
    }
}

/// What closes a quotation or a bracket around a paragraph. In Arabic texts `“` does.
const CLOSERS: [char; 9] = ['”', '»', '"', '“', '’', '\'', ']', '》', '」'];

/// How long a tag is at most, in bytes: `</strong>`.
const LONGEST_TAG: usize = 12;

/// The end of a paragraph, read backwards.
struct Tail<'a> {
    text: &'a str,
    /// Where the paragraph begins.
    from: usize,
    calls: &'a [NoteMark],
    language: Language,
}

impl<'a> Tail<'a> {
    fn new(context: &Context<'a>, paragraph: &Paragraph) -> Tail<'a> {
        Tail {
            text: context.text,
            from: paragraph.content.start,
            calls: &context.draft.notes.calls,
            language: context.draft.language,
        }
    }

    fn last(&self, end: usize) -> Option<char> {
        self.text[self.from..end].chars().next_back()
    }

    /// The end without white space, marks of emphasis, tags, comments and note calls, and without what `also` accepts.
    fn before_markup(&self, end: usize, also: impl Fn(char) -> bool) -> usize {
        let shows_nothing = |c: char| c.is_whitespace() || is_unprinted(c) || matches!(c, '*' | '_' | '\\') || also(c);
        self.before(end, shows_nothing)
    }

    /// The end without the characters that `aside` accepts, tags, comments and note calls.
    fn before(&self, mut end: usize, aside: impl Fn(char) -> bool) -> usize {
        loop {
            let at = self.from + self.text[self.from..end].trim_end_matches(&aside).len();
            let at = self.before_call(at).or_else(|| self.before_tag(at)).unwrap_or(at);
            if at == end {
                return end;
            }
            end = at;
        }
    }

    fn before_call(&self, end: usize) -> Option<usize> {
        let index = self.calls.partition_point(|call| call.span.end < end);
        let call = self.calls.get(index).filter(|call| call.span.end == end && call.span.start >= self.from)?;
        Some(call.span.start)
    }

    /// `</i>`, `<br>`, `<!-- … -->`.
    fn before_tag(&self, end: usize) -> Option<usize> {
        let text = &self.text[self.from..end];
        if !text.ends_with('>') {
            return None;
        }
        let start = match text.ends_with("-->") {
            true => text.rfind("<!--"),
            false => text.rfind('<').filter(|start| text.len() - start <= LONGEST_TAG),
        };
        start.map(|start| self.from + start)
    }

    /// "… to go; and", "… to go; and,".
    fn before_conjunction(&self, end: usize) -> Option<usize> {
        let text = self.text[self.from..end].trim_end_matches(|c| plain_mark(c) == ',').trim_end();
        let before = self.language.closing_conjunctions().filter_map(|conjunction| text.strip_suffix(conjunction));
        let ends = before.map(|text| self.before_markup(self.from + text.len(), |_| false));
        ends.into_iter().find(|end| self.mark_at(*end).is_some())
    }

    /// "… of 21 December,5": the figures of a call that is no longer raised.
    fn before_lost_call(&self, end: usize) -> Option<usize> {
        let text = &self.text[self.from..end];
        let label = text.bytes().rev().take_while(u8::is_ascii_digit).count();
        let before = text[..text.len() - label].trim_end();
        ((1..=3).contains(&label) && self.mark_at(self.from + before.len()).is_some())
            .then_some(self.from + before.len())
    }

    /// The mark that ends at an offset.
    fn mark_at(&self, end: usize) -> Option<(ClauseMark, usize)> {
        let c = self.last(end)?;
        let mark = match plain_mark(c) {
            ',' => ClauseMark::Comma,
            ';' => ClauseMark::Semicolon,
            ':' => ClauseMark::Colon,
            '.' => ClauseMark::FullStop,
            _ => return None,
        };
        Some((mark, end - c.len_utf8()))
    }

    /// Whether the word that ends at an offset may be cut short there; an ellipsis is no word.
    fn is_short_word(&self, end: usize) -> bool {
        let text = &self.text[self.from..end];
        let letters = text.chars().rev().take_while(|c| c.is_alphabetic() && !is_ideograph(*c)).count();
        letters <= LONGEST_ABBREVIATION && !self.last(end).is_some_and(is_ideograph)
    }

    /// The marks that end at an offset. A full stop before another mark may be that of an abbreviation.
    fn marked(&self, end: usize, quoted: bool) -> Option<Ending> {
        let (last, mut start) = self.mark_at(end)?;
        loop {
            let before = self.before_markup(start, |_| false);
            match self.mark_at(before) {
                Some((ClauseMark::FullStop, at)) if last != ClauseMark::FullStop && self.is_short_word(at) => break,
                Some((_, at)) => start = at,
                None => break,
            }
        }
        let marks = start..end;
        let elliptic = self.text[marks.clone()].matches('.').count() > 2 || self.last(start) == Some('…');
        Some(if elliptic { Ending::Open } else { Ending::Marked { marks, last, quoted } })
    }
}

/// Whether a character is a comma, a semicolon, a colon or a full stop of any script.
pub(in crate::rules) fn is_clause_mark(c: char) -> bool {
    matches!(plain_mark(c), ',' | ';' | ':' | '.')
}

/// How long a word is at most that a full stop may cut short, in characters: "p.m.", "долл.".
const LONGEST_ABBREVIATION: usize = 4;

/// Whether the last word of a paragraph that ends in a full stop may be cut short by it: "etc.".
pub(in crate::rules) fn may_abbreviate(context: &Context<'_>, stop: usize) -> bool {
    ["etc", "al", "Inc", "Ltd", "Corp"].iter().any(|word| context.text[..stop].ends_with(word))
}

/// The edits that make a paragraph end in a mark.
pub(in crate::rules) fn edits(
    context: &Context<'_>,
    house: &House,
    paragraph: &Paragraph,
    ending: &Ending,
    mark: ClauseMark,
) -> Vec<Edit> {
    let written = house.written(context, mark);
    match ending {
        Ending::Marked { marks, .. } => replace(context, marks, &written),
        Ending::Unmarked => {
            let at = insertion(context, paragraph);
            vec![Edit { span: at..at, text: written }]
        }
        Ending::Open => Vec::new(),
    }
}

/// Puts one mark in the place of several: it stands before the note calls between them, or behind these, as the language
/// has it.
fn replace(context: &Context<'_>, marks: &Span, written: &str) -> Vec<Edit> {
    let text = &context.text[marks.clone()];
    let is_mark = |c: &(usize, char)| is_clause_mark(c.1);
    let places: Vec<Span> =
        text.char_indices().filter(is_mark).map(|(at, c)| marks.start + at..marks.start + at + c.len_utf8()).collect();
    let kept = if context.draft.language.calls_follow_marks() { 0 } else { places.len().saturating_sub(1) };
    let edit = |(index, place): (usize, Span)| {
        // The space before a mark goes with it.
        let gap = context.text[..place.start].trim_end().len();
        Edit { span: gap..place.end, text: if index == kept { written.to_owned() } else { String::new() } }
    };
    places.into_iter().enumerate().map(edit).collect()
}

/// Where a mark is put in.
fn insertion(context: &Context<'_>, paragraph: &Paragraph) -> usize {
    let tail = Tail::new(context, paragraph);
    let blank = |c: char| c.is_whitespace() || is_unprinted(c);
    let end = paragraph.span.start + context.text[paragraph.span.clone()].trim_end_matches(blank).len();
    if context.draft.language.calls_follow_marks() { tail.before(end, blank) } else { end }
}

/// What an editor underlines where a mark is missing: the last word.
pub(in crate::rules) fn last_word(context: &Context<'_>, paragraph: &Paragraph) -> Span {
    let end = insertion(context, paragraph);
    let words = &context.text[paragraph.content.start..end];
    let mut start = 0;
    for (at, c) in words.char_indices().rev() {
        if c.is_whitespace() {
            break;
        }
        start = at;
        if is_ideograph(c) {
            break;
        }
    }
    paragraph.content.start + start..end
}

/// How a draft spaces its marks: in French, the house of New York puts a no-break space before a semicolon and a colon, the
/// older one of Vienna nothing.
pub(in crate::rules) struct House {
    space: &'static str,
}

impl House {
    /// Goes by what most semicolons and colons of the text have before them.
    pub(in crate::rules) fn of(context: &Context<'_>) -> House {
        let usual = context.draft.language.space_before_marks();
        if usual.is_empty() {
            return House { space: "" };
        }
        let (mut spaced, mut narrow, mut bare) = (0, 0, 0);
        for (at, _) in context.text.match_indices([';', ':']) {
            // `https://` has nothing before its colon in any house.
            if !context.text[at + 1..].starts_with(|c: char| c.is_whitespace()) {
                continue;
            }
            match context.text[..at].chars().next_back() {
                Some('\u{202f}') => narrow += 1,
                Some(c) if c.is_whitespace() => spaced += 1,
                Some(c) if c.is_alphanumeric() => bare += 1,
                _ => {}
            }
        }
        let space = match () {
            () if bare > spaced + narrow => "",
            () if narrow > spaced => "\u{202f}",
            () => usual,
        };
        House { space }
    }

    /// A mark with the space that stands before it.
    fn written(&self, context: &Context<'_>, mark: ClauseMark) -> String {
        let space = if matches!(mark, ClauseMark::Semicolon | ClauseMark::Colon) { self.space } else { "" };
        format!("{space}{}", context.draft.language.mark(mark))
    }
}
