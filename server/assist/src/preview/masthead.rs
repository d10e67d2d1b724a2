//! What the lines of a masthead are, by which they find their places in the letterhead.

use rapporteur_draft::{Draft, Language, Span, digit, unmarked};

use crate::within::touching;

/// The place of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// "United Nations".
    Name,
    /// The symbol of the document.
    Symbol,
    /// The organ.
    Organ,
    /// Distribution, date and languages.
    Distribution,
    /// Session, committee, agenda item.
    Session,
    /// The title of the agenda item.
    Item,
    /// "Norway: draft resolution".
    Sponsors,
    /// "Resolution adopted by …", and on whose report.
    Adopted,
    /// Anything else, in a draft that has no letterhead.
    Line,
}

impl Role {
    pub(super) fn name(self) -> &'static str {
        match self {
            Role::Name => "name",
            Role::Symbol => "symbol",
            Role::Organ => "organ",
            Role::Distribution => "distribution",
            Role::Session => "session",
            Role::Item => "item",
            Role::Sponsors => "sponsors",
            Role::Adopted => "adopted",
            Role::Line => "line",
        }
    }

    /// The part of the letterhead in which it stands.
    pub(super) fn group(self) -> &'static str {
        match self {
            Role::Name | Role::Symbol => "letterhead-top",
            Role::Organ => "letterhead-organ",
            Role::Distribution => "letterhead-distribution",
            Role::Session | Role::Item => "letterhead-session",
            Role::Sponsors | Role::Adopted => "letterhead-adopted",
            Role::Line => "letterhead-lines",
        }
    }
}

/// A line of the masthead.
pub(super) struct Line {
    pub(super) role: Role,
    pub(super) span: Span,
    /// The paragraph in which it stands.
    pub(super) paragraph: usize,
}

/// The lines of the first paragraphs, in the order of the letterhead: that of the text, but for "United Nations" and the
/// symbol, which come first.
pub(super) fn lines(text: &str, draft: &Draft, count: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for (paragraph, span) in draft.paragraphs[..count].iter().map(|paragraph| &paragraph.span).enumerate() {
        let mut start = span.start;
        for line in text[span.clone()].split_inclusive(['\n', '\r']) {
            let printed = line.trim();
            let at = start + (line.len() - line.trim_start().len());
            if !printed.is_empty() && !printed.starts_with("<!--") {
                lines.push(Line { role: Role::Line, span: at..at + printed.len(), paragraph });
            }
            start += line.len();
        }
    }
    let reader = Reader { text, draft };
    reader.place(&mut lines);
    lines.sort_by_key(|line| match line.role {
        Role::Name => 0,
        Role::Symbol => 1,
        Role::Organ => 2,
        Role::Distribution => 3,
        _ => 4,
    });
    lines
}

/// How many lines stand below the distribution at most: date, languages, original.
const BELOW_DISTRIBUTION: usize = 4;

/// How many words a line has at most that names a language.
const WORDS_OF_LANGUAGE: usize = 3;

struct Reader<'a> {
    text: &'a str,
    draft: &'a Draft,
}

impl Reader<'_> {
    fn place(&self, lines: &mut [Line]) {
        let distribution = lines.iter().position(|line| self.tells_distribution(&line.span));
        let symbol = lines.iter().position(|line| self.is_symbol(&line.span));
        // Without either there is no letterhead: a paper of a model conference.
        let Some(top) = distribution.or(symbol) else { return self.below(lines) };
        let top = if distribution.is_some() { top } else { self.end_of_names(lines, top) };
        let names = (0..top).filter(|at| !self.is_symbol(&lines[*at].span)).count();
        for (place, line) in lines[..top].iter_mut().enumerate() {
            line.role = match () {
                () if self.is_symbol(&line.span) => Role::Symbol,
                () if names > 1 && (place == 0 || (place == 1 && symbol == Some(0))) => Role::Name,
                () => Role::Organ,
            };
        }
        let mut end = top;
        if distribution.is_some() {
            lines[top].role = Role::Distribution;
            end += 1;
            while end < lines.len() && end <= top + BELOW_DISTRIBUTION && self.stands_below(&lines[end].span) {
                lines[end].role = Role::Distribution;
                end += 1;
            }
        }
        for line in &mut lines[end..] {
            line.role = Role::Session;
        }
        self.below(&mut lines[end..]);
    }

    /// Where names and symbol end: the organ may follow the symbol.
    fn end_of_names(&self, lines: &[Line], symbol: usize) -> usize {
        let organ = lines.get(symbol + 1).is_some_and(|next| self.is_body(&self.words(&next.span)));
        symbol + 1 + usize::from(organ)
    }

    /// Tells sponsors, what says how the text was adopted, and the title of the agenda item.
    fn below(&self, lines: &mut [Line]) {
        let mut adopted = false;
        for at in 0..lines.len() {
            let words = self.words(&lines[at].span);
            let after_number =
                || at > 0 && lines[at - 1].role == Role::Session && self.numbers_item(&lines[at - 1].span);
            let role = if self.language().tells_adoption(&words) || (adopted && words.starts_with('[')) {
                Role::Adopted
            } else if self.language().calls_itself_resolution(&words) {
                Role::Sponsors
            } else if lines[at].role == Role::Session && after_number() {
                Role::Item
            } else {
                lines[at].role
            };
            adopted |= role == Role::Adopted;
            lines[at].role = role;
        }
    }

    /// Whether a line has the number of an agenda item. One with a year says where and when a session is.
    fn numbers_item(&self, span: &Span) -> bool {
        let words = self.words(span);
        let longest = words.split(|c| digit(c).is_none()).map(|digits| digits.chars().count()).max();
        longest.is_some_and(|longest| (1..4).contains(&longest)) && self.language().session_named(&words).is_none()
    }

    fn language(&self) -> Language {
        self.draft.language
    }

    /// The words of a line without marks.
    fn words(&self, span: &Span) -> String {
        unmarked(&self.text[span.clone()])
    }

    /// "Distr.: Limited", in the language of the draft or in English, as it often stays.
    fn tells_distribution(&self, span: &Span) -> bool {
        let words = self.words(span);
        let tells = |language: Language| language.distribution(&words).is_some();
        [self.language(), Language::ENGLISH].into_iter().any(tells)
    }

    fn is_symbol(&self, span: &Span) -> bool {
        let symbols = touching(&self.draft.symbols, |symbol| &symbol.span, span);
        let longest = symbols.iter().map(|symbol| symbol.span.len()).max();
        let own = self.draft.symbol.as_ref().is_some_and(|own| span.start <= own.start && own.end <= span.end);
        let length = if own { self.draft.symbol.as_ref().map(ExactSizeIterator::len) } else { longest };
        // What has more than the symbol says something about it.
        length.is_some_and(|length| span.len() < 2 * length)
    }

    /// Whether a line is the name of a body.
    fn is_body(&self, words: &str) -> bool {
        let lower = words.to_lowercase();
        self.language().body_names().any(|(name, _)| name.to_lowercase() == lower)
    }

    /// Whether a line below the distribution belongs to it: a date, the name of a language, "Original: English".
    fn stands_below(&self, span: &Span) -> bool {
        let words = self.words(span);
        if self.is_body(&words) || self.language().session_named(&words).is_some() {
            return false;
        }
        // The date stays in English in some languages.
        let dated =
            touching(&self.draft.dates, |date| &date.span, span).iter().any(|date| date.span.len() * 2 > span.len());
        let count = words.split_whitespace().count();
        let figures = words.chars().filter(char::is_ascii_digit).count();
        let english_date = count == 3 && figures >= 5 && words.starts_with(|c: char| c.is_ascii_digit());
        dated || english_date || count == 1 || (count <= WORDS_OF_LANGUAGE && words.contains([':', '：']))
    }
}
