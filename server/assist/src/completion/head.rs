//! The head of a paragraph, as far as it is typed.

use rapporteur_draft::{LeadPart, ParagraphKind, Span, digit, is_unprinted};

use super::place::Place;

/// A head is no longer than this, in bytes.
const LONGEST: usize = 160;

/// What stands between the start of a paragraph and the cursor, which is no more than can open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Where the paragraph begins.
    pub(super) start: usize,
    /// The number before it; may be typed without what follows numbers.
    pub(super) label: Option<Span>,
    /// The marks of emphasis.
    pub(super) mark: Span,
    /// The words behind them.
    pub(super) words: Span,
    /// Whether words can follow here: behind a label something has to part them from it.
    pub(super) is_open: bool,
}

impl Head {
    /// The head in which the cursor stands.
    pub(super) fn at(place: &Place<'_>) -> Option<Head> {
        let line = place.before();
        if line.len() > LONGEST {
            return None;
        }
        let indent = line.len() - line.trim_start_matches(|c: char| c.is_whitespace() || is_unprinted(c)).len();
        let digits = line[indent..].find(|c| digit(c).is_none()).unwrap_or(line.len() - indent);
        let label_end = indent + digits + if digits > 0 { after_number(&line[indent + digits..]) } else { 0 };
        let gap = line[label_end..].len() - line[label_end..].trim_start().len();
        let mark_start = label_end + gap;
        let marks = line[mark_start..].find(|c| !matches!(c, '*' | '_')).unwrap_or(line.len() - mark_start);
        let words = &line[mark_start + marks..];
        let is_phrase = !words.starts_with(char::is_whitespace) && words.chars().all(is_of_phrase);
        let is_new = digits > 0 || marks > 0 || follows_gap(place);
        if !is_phrase || !is_new || marks > 3 || digits > 3 {
            return None;
        }
        let at = |offset: usize| place.line + offset;
        // Marks as wide as an ideograph have their space within.
        let parted = gap > 0 || marks > 0 || line[..label_end].ends_with(['．', '、']);
        Some(Head {
            start: place.line,
            label: (digits > 0).then(|| at(indent)..at(label_end)),
            mark: at(mark_start)..at(mark_start + marks),
            words: at(mark_start + marks)..place.offset,
            is_open: digits == 0 || (label_end > indent + digits && parted),
        })
    }

    /// Whether nothing is typed but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.label.is_none() && self.mark.is_empty() && self.words.is_empty()
    }

    /// The parts of a resolution of which the paragraph can be one, the likely one first; by its number and by the
    /// paragraphs around it.
    pub(super) fn parts(&self, place: &Place<'_>) -> Vec<LeadPart> {
        use LeadPart::{Operative, Preambular};
        use ParagraphKind as Kind;
        let before = place.paragraph_before(self.start).map(|(_, paragraph)| paragraph.kind);
        let after = place.paragraph_after().map(|paragraph| paragraph.kind);
        match (before, after) {
            (Some(Kind::Annex | Kind::AnnexHeading), _) => Vec::new(),
            _ if self.label.is_some() => vec![Operative],
            (Some(Kind::EnactingLine | Kind::Preambular), Some(Kind::Preambular)) => vec![Preambular],
            (Some(Kind::EnactingLine | Kind::Preambular), _) => vec![Preambular, Operative],
            (Some(Kind::Operative | Kind::SubParagraph), _) => vec![Operative],
            (_, Some(Kind::Preambular)) => vec![Preambular],
            (_, Some(Kind::Operative)) => vec![Operative],
            _ => Vec::new(),
        }
    }
}

/// The length of what parts the number of a paragraph from its text: `.`, ` -`.
fn after_number(rest: &str) -> usize {
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    match rest[spaces..].chars().next() {
        Some('.' | '．' | '、') if spaces == 0 => rest.chars().next().map_or(0, char::len_utf8),
        Some(dash @ ('-' | '–' | '—')) => spaces + dash.len_utf8(),
        _ => 0,
    }
}

/// Whether a character may stand in a phrase that opens a paragraph.
fn is_of_phrase(c: char) -> bool {
    c.is_alphabetic() || matches!(c, ' ' | '\u{a0}' | '’' | '\'' | '-' | '\u{64b}'..='\u{652}')
}

/// Whether the line of the cursor follows a blank one, or none.
fn follows_gap(place: &Place<'_>) -> bool {
    let above = place.text[..place.line].trim_end_matches([' ', '\t']);
    let above = above.strip_suffix('\n').or_else(|| above.strip_suffix('\r')).unwrap_or(above);
    let above = above.strip_suffix('\r').unwrap_or(above).trim_end_matches([' ', '\t']);
    above.is_empty() || above.ends_with(['\n', '\r'])
}
