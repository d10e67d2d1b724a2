//! What follows from the calendar of the sessions, where no table says it: when a text can have been adopted, and which
//! numbers a session can't have reached.

use rapporteur_symbol::{Body, Kind, Meetings, Number, Session, Symbol};
use time::{Date, Duration, Month};

use crate::{
    facts::{Basis, Known},
    registry::Registry,
};

/// The sessions whose days no rule gives, from `data/sessions.tsv`: body, series of sessions, ordinal, first and last
/// Julian day.
const HELD: &[(u8, u8, u16, i32, i32)] = &include!(concat!(env!("OUT_DIR"), "/sessions.rs"));

/// The first and the last day on which a text with this number can have been adopted; `None` where no rule tells.
///
/// The bounds are wide: a regular session of the General Assembly counts from September to the end of the next
/// September, a session of a commission as its whole year.
pub fn span(body: Body, number: Number) -> Option<(Date, Date)> {
    if let Some(held) = number.session().and_then(|session| held(body, session)) {
        return Some(held);
    }
    match number {
        Number::Running { year, .. } => (body == Body::SecurityCouncil).then(|| years(year, year))?,
        Number::Yearly { year, .. } => match body {
            // Since 2014 the year of the Council runs from July to July; part of it may go on to December.
            Body::EconomicAndSocialCouncil if year >= 2014 => {
                Some((date(year - 1, Month::July, 1)?, date(year, Month::December, 31)?))
            }
            Body::GeneralAssembly => None,
            _ => years(year, year),
        },
        Number::Session { session, .. } | Number::Roman { session, .. } => regular(body, session),
    }
}

/// The regular sessions of a body that were held, or counted, on a day, as far as a rule gives them.
pub fn held_on(body: Body, day: Date) -> impl Iterator<Item = Session> {
    let held = move |session: &Session| {
        let number = Number::Session { session: *session, number: 1 };
        span(body, number).is_some_and(|(from, to)| (from..=to).contains(&day))
    };
    (1..=LAST_SESSION).map(Session::regular).filter(held)
}

/// No body has met more often.
const LAST_SESSION: u16 = 200;

fn held(body: Body, session: Session) -> Option<(Date, Date)> {
    let (_, _, _, opened, closed) = *HELD.iter().find(|(of, meetings, ordinal, _, _)| {
        (*of, *meetings, *ordinal) == (body as u8, session.meetings as u8, session.ordinal)
    })?;
    Some((Date::from_julian_day(opened).ok()?, Date::from_julian_day(closed).unwrap_or(Date::MAX)))
}

/// The span of a regular session that is not among those [`HELD`].
fn regular(body: Body, session: Session) -> Option<(Date, Date)> {
    let Session { meetings: Meetings::Regular, ordinal } = session else { return None };
    match body {
        Body::GeneralAssembly => {
            let held = session.years(body)?;
            Some((date(*held.start(), Month::September, 1)?, date(*held.end(), Month::September, 30)?))
        }
        Body::EconomicAndSocialCouncil => {
            // Two sessions a year, from 1953 in spring and summer; resumed sessions end in December or January.
            let year = match ordinal {
                1..=3 => 1946,
                4..=13 => 1947 + (ordinal - 4) / 2,
                14 => 1952,
                15..=36 => 1953 + (ordinal - 15) / 2,
                37 => 1964,
                38..=63 => 1965 + (ordinal - 38) / 2,
                _ => return None,
            };
            Some((date(year, Month::January, 1)?, date(year + 1, Month::January, 31)?))
        }
        Body::HumanRightsCouncil if ordinal <= 6 => {
            Some((date(2006, Month::June, 19)?, date(2007, Month::December, 31)?))
        }
        _ => {
            let held = session.years(body)?;
            years(*held.start(), *held.end())
        }
    }
}

fn years(first: u16, last: u16) -> Option<(Date, Date)> {
    Some((date(first, Month::January, 1)?, date(last, Month::December, 31)?))
}

fn date(year: u16, month: Month, day: u8) -> Option<Date> {
    Date::from_calendar_date(i32::from(year), month, day).ok()
}

/// How high the numbers of a series went that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The highest number that is known.
    pub last: u16,
    /// How many numbers may follow it unknown to the registry; 0 where `last` is the last.
    pub margin: u16,
}

impl Closed {
    /// Whether no text of the series has this number.
    pub fn excludes(self, number: u16) -> bool {
        number > self.last.saturating_add(self.margin)
    }
}

/// Numbers beyond the highest known one of which nothing is said.
const MARGIN: u16 = 20;
/// The same for the Economic and Social Council, some of whose years were compiled before they were complete.
const COUNCIL_MARGIN: u16 = 50;

/// The highest number of the series (session or year) of this symbol, where the series is over and its numbers are known
/// well enough to say that much higher ones do not exist. The number within the series is not looked at.
///
/// - Security Council, running numbers: the year is over, and the first number of the next year is the one after. This
///   is exact. Nothing is said of the last year in the table and those after it.
/// - General Assembly and Human Rights Council (regular sessions), Economic and Social Council (years): resolutions only;
///   the next session or year has a text that was adopted after this one was over, and at least half of the numbers are
///   documented one by one, by the text, a citation or a vote. Then a long tail of texts, all of them unknown, is out of
///   the question; a short one is allowed for as [`Closed::margin`].
/// - All else: `None`. So are decisions and statements, whose tables are too thin.
pub fn last_number(registry: &Registry, symbol: Symbol) -> Option<Closed> {
    if symbol.kind != Kind::Resolution {
        return None;
    }
    match (symbol.body, symbol.number) {
        (Body::SecurityCouncil, Number::Running { year, .. }) => last_of_year(registry, symbol, year),
        (Body::GeneralAssembly | Body::HumanRightsCouncil, Number::Session { session, .. }) => {
            let ordinal = session.ordinal.checked_add(1)?;
            let next = Number::Session { session: Session { ordinal, ..session }, number: 0 };
            let regular = session.meetings == Meetings::Regular;
            regular.then(|| last_documented(registry, symbol, Symbol { number: next, ..symbol }))?
        }
        (Body::EconomicAndSocialCouncil, Number::Yearly { year, .. }) => {
            let next = Number::Yearly { year: year.checked_add(1)?, number: 0 };
            last_documented(registry, symbol, Symbol { number: next, ..symbol })
        }
        _ => None,
    }
}

fn last_of_year(registry: &Registry, symbol: Symbol, year: u16) -> Option<Closed> {
    let last = registry.series(symbol).next_back()?.symbol().number.ordinal();
    let next = Symbol { number: Number::Running { year: year.checked_add(1)?, number: 0 }, ..symbol };
    let following = registry.series(next).next()?.symbol().number.ordinal();
    (Some(following) == last.checked_add(1)).then_some(Closed { last, margin: 0 })
}

fn last_documented(registry: &Registry, symbol: Symbol, next: Symbol) -> Option<Closed> {
    let (mut last, mut documented) = (0, Vec::new());
    let mut latest = None;
    for entry in registry.series(symbol) {
        let number = entry.symbol().number.ordinal();
        // A project's own rows may be drafts, or reach beyond; they never close a session.
        let direct = matches!(entry.basis(), Basis::Official | Basis::Citations | Basis::Citation | Basis::RollCall);
        if let (true, Known::Day(day)) = (direct, entry.known()) {
            documented.push(number);
            latest = latest.max(Some(day));
        }
        last = last.max(number);
    }
    documented.dedup();
    let over = match symbol.body {
        // Three sessions a year, and texts are adopted on the last days of each.
        Body::HumanRightsCouncil => latest?.checked_add(Duration::days(30))?,
        body => span(body, symbol.number)?.1,
    };
    let closed = registry.series(next).any(|entry| entry.day().is_some_and(|day| day > over));
    let covered = 2 * documented.len() >= usize::from(last);
    let margin = if symbol.body == Body::EconomicAndSocialCouncil { COUNCIL_MARGIN } else { MARGIN };
    // In a series shorter than the margin, half of the numbers is too few to tell.
    (closed && covered && last > MARGIN).then_some(Closed { last, margin })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sessions_of_a_day() {
        let on = |body, day: &str| {
            let mut parts = day.split('-').map(|part| part.parse::<i32>().unwrap());
            let mut next = || parts.next().unwrap();
            let (year, month, day) = (next(), next() as u8, next() as u8);
            let day = Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap();
            held_on(body, day).map(|session| session.ordinal).collect::<Vec<_>>()
        };
        assert_eq!(on(Body::GeneralAssembly, "2022-12-14"), [77]);
        assert_eq!(on(Body::GeneralAssembly, "2022-09-08"), [76, 77]);
        assert!(on(Body::SecurityCouncil, "2022-09-08").is_empty());
    }

    fn span_of(symbol: &str) -> Option<(String, String)> {
        let symbol: Symbol = symbol.parse().unwrap();
        span(symbol.body, symbol.number).map(|(from, to)| (from.to_string(), to.to_string()))
    }

    #[test]
    fn spans_follow_the_calendar() {
        for (symbol, from, to) in [
            ("A/RES/74/173", "2019-09-01", "2020-09-30"),
            ("A/RES/97 (I)", "1946-01-10", "1946-12-15"),
            ("A/RES/1514 (XV)", "1960-09-01", "1961-09-30"),
            ("A/RES/S-30/1", "2016-04-19", "2016-04-21"),
            ("A/RES/3201 (S-VI)", "1974-04-09", "1974-05-02"),
            ("S/RES/1325 (2000)", "2000-01-01", "2000-12-31"),
            ("S/PRST/2009/9", "2009-01-01", "2009-12-31"),
            ("E/RES/2012/19", "2012-01-01", "2012-12-31"),
            ("E/RES/2021/20", "2020-07-01", "2021-12-31"),
            ("E/RES/663 C (XXIV)", "1957-01-01", "1958-01-31"),
            ("A/HRC/RES/6/1", "2006-06-19", "2007-12-31"),
            ("A/HRC/RES/20/7", "2012-01-01", "2012-12-31"),
            ("CCPCJ/22/8", "2013-01-01", "2013-12-31"),
            ("CND/58/7", "2015-01-01", "2015-12-31"),
            ("CSW/60/2", "2016-01-01", "2016-12-31"),
        ] {
            assert_eq!(span_of(symbol), Some((from.to_owned(), to.to_owned())), "{symbol}");
        }
    }

    #[test]
    fn where_no_rule_tells_there_is_no_span() {
        for symbol in
            ["A/RES/S-99/1", "A/HRC/RES/ES-10/13", "T/RES/2183 (LIII)", "CND/5/1", "A/RES/65535/1", "CSW/65535/1"]
        {
            assert_eq!(span_of(symbol), None, "{symbol}");
        }
    }

    #[test]
    fn closed_series_exclude_what_lies_far_beyond() {
        let registry = Registry::embedded();
        let excludes = |symbol: &str| {
            let symbol: Symbol = symbol.parse().unwrap();
            last_number(&registry, symbol).map(|closed| closed.excludes(symbol.number.ordinal()))
        };
        for symbol in ["A/RES/74/999", "S/RES/2196 (2014)", "A/HRC/RES/50/77", "E/RES/2021/99"] {
            assert_eq!(excludes(symbol), Some(true), "{symbol}");
        }
        for symbol in ["A/RES/74/307", "A/RES/59/314", "A/RES/62/278", "S/RES/2195 (2014)"] {
            assert_eq!(excludes(symbol), Some(false), "{symbol}");
        }
        for symbol in
            ["A/RES/80/999", "A/DEC/74/999", "S/RES/9999 (2026)", "A/RES/44/999", "CCPCJ/22/99", "A/RES/65535/1"]
        {
            assert_eq!(excludes(symbol), None, "{symbol}");
        }
    }
}
