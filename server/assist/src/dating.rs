//! Where the date of a citation is being typed, behind its number.

use rapporteur_draft::{Draft, Language, Span, digit};
use rapporteur_symbol::Symbol;
use time::Month;

use crate::{
    phrase::{phrase_begins, word_starts},
    probe::Probe,
};

/// How far behind the number its date may begin, in bytes: a body may be named between them.
const FARTHEST: usize = 120;

/// How many words of a date may have been typed.
const MOST_WORDS: usize = 6;

/// What has been typed of a date at an offset, which lies between two characters, and the texts whose date it is to be,
/// in the order of the text. `None` where no date is due.
pub(crate) fn at(text: &str, draft: &Draft, offset: usize) -> Option<(Span, Vec<Symbol>)> {
    let probe = Probe::new(text, draft, offset);
    let (cited, dated) = probe.cited_before(offset)?;
    let gap = &text[cited..offset];
    if gap.len() > FARTHEST || dated.is_some_and(|end| end < offset) {
        return None;
    }
    let begun = |at: &usize| begins_date(&gap[*at..], draft.language);
    let mut starts: Vec<usize> = word_starts(gap).take(MOST_WORDS).filter(begun).map(|at| cited + at).collect();
    starts.reverse();
    if gap.ends_with(char::is_whitespace) {
        starts.push(offset);
    }
    let rest = &text[offset..];
    let end = offset + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    starts.into_iter().find_map(|start| {
        let span = start..if start == offset { offset } else { end };
        let cited: Vec<Symbol> = probe.dated(&span).iter().filter_map(|citation| citation.symbol).collect();
        (!cited.is_empty()).then_some((span, cited))
    })
}

/// Whether words may be the beginning of a date: a day, or the beginning of a month.
fn begins_date(words: &str, language: Language) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let mut months = (1..=12).filter_map(|month| Month::try_from(month).ok());
    first.starts_with(|c| digit(c).is_some()) || months.any(|month| phrase_begins(language.month_name(month), first))
}
