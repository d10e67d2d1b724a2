//! Numbers that are a slip of the keyboard away from what is meant.

use rapporteur_draft::{Citation, fits};
use rapporteur_registry::{Entry, sessions};
use rapporteur_symbol::{Number, Symbol};

use crate::check::Context;

/// The symbol of the same series with another number.
pub(in crate::rules) fn in_series(symbol: Symbol, ordinal: u16) -> Symbol {
    Symbol { number: symbol.number.with_ordinal(ordinal), ..symbol.whole() }
}

/// The one text that the body adopted on the day that the draft gives, in the same series or in a session that was then
/// held, and whose number is a slip away.
pub(in crate::rules) fn meant<'a>(context: &Context<'a>, citation: &Citation, symbol: Symbol) -> Option<Entry<'a>> {
    // A symbol printed in full is not replaced by a number alone.
    citation.noun.as_ref()?;
    let date = context.draft.date_of(citation)?.date?;
    let printed = symbol.short();
    let then = sessions::held_on(symbol.body, date)
        .map(|session| Symbol { number: Number::Session { session, number: 0 }, ..symbol.whole() });
    let same = fits(symbol.body, symbol.number).then_some(symbol);
    let series = same.into_iter().chain(then.filter(|other| in_series(symbol, 0) != *other));
    let mut alike = series
        .flat_map(|symbol| context.registry.series(symbol))
        .filter(|entry| entry.day() == Some(date) && is_slip(&printed, &entry.symbol().short()));
    let only = alike.next()?;
    alike.next().is_none().then_some(only)
}

/// Whether one number is a slip of the keyboard away from another: a figure too many, too few or different, or two
/// figures swapped.
pub(in crate::rules) fn is_slip(a: &str, b: &str) -> bool {
    strsim::osa_distance(a, b) == 1
}
