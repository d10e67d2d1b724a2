//! Lists of citations: "resolutions 65/230 of 21 December 2010, 66/177 and 66/178 of 19 December 2011".

use std::ops::Range;

use rapporteur_draft::{BodyClue, Citation, DateMention, Draft, Span};

use crate::check::Context;

/// The lists of a draft in the order of the text; most have one item.
pub(in crate::rules) fn lists(draft: &Draft) -> impl Iterator<Item = &[Citation]> {
    draft.citations.chunk_by(|_, next| next.listed)
}

/// What moves in a list as one: a number with its date, or numbers that share a date, the parts of one number
/// (`66/253 A and B`) or a range, with the body that is named between them and the next number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::rules) struct Unit {
    /// From its first number, or from the date before it, to its last number, date or body.
    pub(in crate::rules) span: Span,
    /// Its citations, as indices into the list.
    pub(in crate::rules) citations: Range<usize>,
}

impl Unit {
    /// The date that its citations have, if they have the same and it is printed within the unit: behind a list, as many
    /// dates may stand as it has numbers ("… and 19 December 2011, respectively").
    pub(in crate::rules) fn date<'a>(&self, draft: &'a Draft, list: &[Citation]) -> Option<&'a DateMention> {
        let citations = &list[self.citations.clone()];
        let same = citations.iter().all(|citation| citation.date == citations[0].date);
        let mention = citations.first().filter(|_| same).and_then(|citation| draft.date_of(citation))?;
        (self.span.start <= mention.span.start && mention.span.end <= self.span.end).then_some(mention)
    }
}

/// The units of a list in the order of the text.
pub(in crate::rules) fn units(context: &Context<'_>, list: &[Citation]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (index, citation) in list.iter().enumerate() {
        let from = index.checked_sub(1).map_or(0, |before| list[before].span.end);
        let to = list.get(index + 1).map_or(usize::MAX, |next| next.span.start);
        let own = extent(context, citation, from..to);
        let last = units.last_mut().filter(|_| index > 0 && belongs(context, &list[index - 1], citation));
        match last {
            Some(unit) => {
                unit.span.end = own.end;
                unit.citations.end = index + 1;
            }
            None => units.push(Unit { span: own, citations: index..index + 1 }),
        }
    }
    units
}

/// The stretch of a citation with its date and its body, as far as they stand between its neighbours.
fn extent(context: &Context<'_>, citation: &Citation, room: Range<usize>) -> Span {
    let number = context.draft.language.with_marks(context.text, &citation.span);
    let date = context.draft.date_of(citation).map(|date| &date.span);
    let body = match &citation.clue {
        BodyClue::Named(named) if named.span.start > number.end => Some(&named.span),
        _ => None,
    };
    let near = [date, body].into_iter().flatten().filter(|span| room.start <= span.start && span.end <= room.end);
    near.fold(number, |own, span| own.start.min(span.start)..own.end.max(span.end))
}

/// Whether a citation goes with the one before it: they share a date, or it is a further part of the same number, of
/// which only the letter is printed, or the end of a range.
fn belongs(context: &Context<'_>, before: &Citation, citation: &Citation) -> bool {
    is_letter(context.text, citation)
        || citation.ends_range
        || (citation.date.is_some() && citation.date == before.date)
}

/// Whether of a citation only the letter of a part is printed: the B of "66/253 A and B".
pub(in crate::rules) fn is_letter(text: &str, citation: &Citation) -> bool {
    !text[citation.span.clone()].contains(|c: char| c.is_numeric())
}

/// A printed date with the words that join it to the numbers, or to the body that is named after them: ` of 21 December
/// 2010`. `None` where anything else stands between.
pub(in crate::rules) fn joined_date(context: &Context<'_>, citations: &[Citation]) -> Option<Span> {
    let language = context.draft.language;
    let last = citations.last()?;
    let date = &context.draft.date_of(last)?.span;
    let start = language.with_marks(context.text, &citations.first()?.span).start;
    let mut end = language.with_marks(context.text, &last.span).end;
    if let BodyClue::Named(named) = &last.clue
        && (end..=date.start).contains(&named.span.start)
    {
        end = named.span.end;
    }
    let (joined, between) = match date.start >= end {
        true => (end..date.end, end..date.start),
        false => (date.start..start, date.end..start),
    };
    let words = context.text.get(between)?.trim().trim_start_matches([',', '،']).trim().to_lowercase();
    let joins = words.is_empty() || language.date_connectors().any(|known| known == words);
    joins.then_some(joined)
}

/// Whether a note is called within a stretch of the text: what holds a call is not moved about.
pub(in crate::rules) fn holds_call(draft: &Draft, span: &Span) -> bool {
    let calls = &draft.notes.calls;
    let next = calls.partition_point(|call| call.span.start < span.start);
    calls.get(next).is_some_and(|call| call.span.start < span.end)
}
