//! What is shown between the words of a draft: titles of cited texts, dates that are left out, numbers that are due.

use std::{collections::HashSet, ops::Range};

use rapporteur_draft::{BodyClue, Citation, Draft, ParagraphKind, Span};
use rapporteur_lint::{Edit, Finding};
use rapporteur_registry::Registry;
use rapporteur_symbol::Symbol;

use crate::{card::title_of, direction::runs_leftwards, plain::shortened, within::touching};

/// How many characters of a title are shown. Visual Studio Code shows forty-odd characters of hints a line, which is a whole
/// paragraph.
const TITLE_LENGTH: usize = 32;

/// By how many characters a title is known where the draft gives it.
const TELLING: usize = 24;

/// Of the items of a list of more citations no titles are shown: they would drown the text.
const LONGEST_LIST: usize = 3;

/// How far behind a citation its title may be written out, in bytes.
const NEAR: usize = 400;

/// Something shown between the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where it is shown, as a byte offset.
    pub at: usize,
    /// What is shown, without white space around it.
    pub label: String,
    /// What it is.
    pub kind: HintKind,
    /// Whether a space parts it from what stands before it.
    pub space_before: bool,
    /// Whether a space parts it from what stands behind it.
    pub space_behind: bool,
    /// What puts it into the text, if it may stand there.
    pub edit: Option<Edit>,
    /// The text that it is about, if it is about one.
    pub symbol: Option<Symbol>,
}

/// What a hint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintKind {
    /// The title of a cited text.
    Title,
    /// The date of a cited text.
    Date,
    /// The number of a paragraph.
    Number,
}

/// The hints in a stretch of the text, in its order. `draft` must be the reading of `text`, `findings` what was found in it:
/// a date or number is shown where a rule misses it, and not where that rule is switched off.
///
/// The title of a cited text is shown once in the draft, where it is cited first, unless that is in a long list.
pub fn hints(text: &str, draft: &Draft, findings: &[Finding], registry: &Registry, within: &Span) -> Vec<Hint> {
    let mut hints = dates(draft, findings, within);
    hints.extend(numbers(draft, findings, within));
    hints.extend(titles(text, draft, registry, within));
    // Stable: a date stands before the title at the same place.
    hints.sort_by_key(|hint| hint.at);
    hints
}

/// The dates that bare citations stand for.
fn dates(draft: &Draft, findings: &[Finding], within: &Span) -> Vec<Hint> {
    let missing = findings.iter().filter(|finding| finding.rule == "citation-date-missing");
    let hint = |finding: &Finding| {
        let edit = finding.fix.as_ref()?.edits.first()?;
        let index = draft.citations.binary_search_by_key(&finding.span.start, |citation| citation.span.start).ok()?;
        let hint = insertion(edit, HintKind::Date)?;
        holds(within, hint.at).then_some(Hint { symbol: draft.citations[index].symbol, ..hint })
    };
    missing.filter_map(hint).collect()
}

/// The numbers that paragraphs without one ought to have.
fn numbers(draft: &Draft, findings: &[Finding], within: &Span) -> Vec<Hint> {
    let unlabelled = |at: usize| {
        let index = draft.paragraphs.partition_point(|paragraph| paragraph.content.start < at);
        let paragraph = draft.paragraphs.get(index).filter(|paragraph| paragraph.content.start == at);
        paragraph.is_some_and(|paragraph| paragraph.kind == ParagraphKind::Operative && paragraph.label.is_none())
    };
    // Each fix numbers the whole sequence; one of each is enough.
    let mut seen = HashSet::new();
    let mut hints = Vec::new();
    for fix in findings.iter().filter(|f| f.rule == "paragraph-unnumbered").filter_map(|finding| finding.fix.as_ref()) {
        let Some(first) = fix.edits.iter().find(|edit| edit.span.is_empty() && unlabelled(edit.span.start)) else {
            continue;
        };
        if !seen.insert(first.span.start) {
            continue;
        }
        let due = fix.edits.iter().filter(|edit| edit.span.is_empty() && holds(within, edit.span.start));
        hints.extend(
            due.filter(|edit| unlabelled(edit.span.start)).filter_map(|edit| insertion(edit, HintKind::Number)),
        );
    }
    hints
}

/// The titles of cited texts, each where the draft cites it first.
fn titles(text: &str, draft: &Draft, registry: &Registry, within: &Span) -> Vec<Hint> {
    let until = draft.citations.partition_point(|citation| citation.span.start <= within.end);
    let mut seen: HashSet<Symbol> = HashSet::new();
    let mut hints = Vec::new();
    let mut first = 0;
    for list in draft.citations.chunk_by(|_, next| next.listed) {
        // The list is looked at to its end, though the stretch that is asked for end within it.
        if first >= until {
            break;
        }
        let mut last = None;
        for (index, citation) in (first..).zip(list) {
            let Some(symbol) = citation.symbol.filter(|symbol| is_in_prose(draft, citation) && seen.insert(*symbol))
            else {
                continue;
            };
            let next = draft.citations.get(index + 1).map_or(text.len(), |next| next.span.start);
            let at = end_of(text, draft, citation, next);
            if list.len() > LONGEST_LIST || citation.title.is_some() || !holds(within, at) {
                continue;
            }
            // Behind the last word there is, somebody may still be at the number.
            if text[at..draft.paragraphs[citation.paragraph].span.end].trim().is_empty() {
                continue;
            }
            // A title that runs the other way would scramble the line.
            let title = title_of(symbol, registry, draft.language)
                .filter(|title| runs_leftwards(title) == runs_leftwards(draft.language.name()));
            // Several texts of a list often have the same title.
            let Some(title) = title.filter(|title| last.as_ref() != Some(title)) else { continue };
            if !says(text, draft, citation, at, &title) {
                hints.push(Hint {
                    at,
                    label: shortened(&title, TITLE_LENGTH),
                    kind: HintKind::Title,
                    space_before: true,
                    space_behind: false,
                    edit: None,
                    symbol: Some(symbol),
                });
            }
            last = Some(title);
        }
        first += list.len();
    }
    hints
}

/// Whether a citation stands in running text or in a note: titles and headings say enough by themselves.
fn is_in_prose(draft: &Draft, citation: &Citation) -> bool {
    use ParagraphKind::{AnnexHeading, Furniture, Heading, Masthead, Part, Title};
    let kind = draft.paragraphs[citation.paragraph].kind;
    !matches!(kind, Masthead | Title | Heading | Part | AnnexHeading | Furniture)
}

/// The end of a citation with the body and the date behind it, as far as they stand before the next one, and with the calls
/// of notes.
fn end_of(text: &str, draft: &Draft, citation: &Citation, next: usize) -> usize {
    let number = draft.language.with_marks(text, &citation.span).end;
    let body = match &citation.clue {
        BodyClue::Named(named) => named.span.end,
        _ => number,
    };
    let date = draft.date_of(citation).map_or(number, |date| {
        let ending = draft.language.year_ending();
        date.span.end + if text[date.span.end..].starts_with(ending) { ending.len() } else { 0 }
    });
    let end = [number, body, date].into_iter().filter(|end| *end <= next).max().unwrap_or(number);
    let call = touching(&draft.notes.calls, |call| &call.span, &(end..end)).iter().find(|call| call.span.start == end);
    call.map_or(end, |call| call.span.end)
}

/// Whether the words behind a citation are those of its title.
fn says(text: &str, draft: &Draft, citation: &Citation, at: usize, title: &str) -> bool {
    let end = draft.paragraphs[citation.paragraph].span.end.min(at + NEAR).max(at);
    let end = (at..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(at);
    let begins: String = title.chars().take(TELLING).collect();
    text[at..end].to_lowercase().contains(&begins.to_lowercase())
}

/// A hint that shows what an edit would put in.
fn insertion(edit: &Edit, kind: HintKind) -> Option<Hint> {
    let label = edit.text.trim();
    let whole = edit.span.is_empty() && !label.is_empty();
    whole.then(|| Hint {
        at: edit.span.start,
        label: label.to_owned(),
        kind,
        space_before: edit.text.starts_with(char::is_whitespace),
        space_behind: edit.text.ends_with(char::is_whitespace),
        edit: Some(edit.clone()),
        symbol: None,
    })
}

/// Whether a place lies in a stretch of the text or at its ends.
fn holds(within: &Range<usize>, at: usize) -> bool {
    (within.start..=within.end).contains(&at)
}
