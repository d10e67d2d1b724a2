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
        Body::GeneralAssembly if (1..=150).contains(&ordinal) => {
            Some((date(1945 + ordinal, Month::September, 1)?, date(1946 + ordinal, Month::September, 30)?))
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
        Body::HumanRightsCouncil => match ordinal {
            1..=6 => Some((date(2006, Month::June, 19)?, date(2007, Month::December, 31)?)),
            7..=300 => years(2008 + (ordinal - 7) / 3, 2008 + (ordinal - 7) / 3),
            _ => None,
        },
        // One session a year since the year given; before that the count slips.
        Body::CrimeCommission => yearly(1991, ordinal, 1992),
        Body::NarcoticsCommission => yearly(1957, ordinal, 1991),
        Body::StatusOfWomen => yearly(1956, ordinal, 1989),
        _ => None,
    }
}

fn yearly(zeroth: u16, ordinal: u16, since: u16) -> Option<(Date, Date)> {
    let year = zeroth.checked_add(ordinal).filter(|year| (since..=2099).contains(year))?;
    years(year, year)
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

/// Numbers beyond the highest known one of which no more is claimed.
const MARGIN: u16 = 20;

/// The highest number of the series (session or year) of this symbol, where the series is over and its numbers are known
/// well enough to say that much higher ones do not exist. The number within the series is not looked at.
///
/// - Security Council, running numbers: the year is over, and the first number of the next year is the one after. This
///   is exact. Nothing is said of the last year in the table and those after it.
/// - General Assembly and Human Rights Council (regular sessions), Economic and Social Council (years): resolutions only;
///   the next session or year has a text that was adopted after this one was over, and at least half of the numbers are
///   documented one by one, by the text, a citation or a vote. Then twenty more texts, all of them unknown, are
///   out of the question, and fewer are allowed for as [`Closed::margin`].
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
    let last = registry.series(symbol).last()?.symbol().number.ordinal();
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
    (closed && covered && last > MARGIN).then_some(Closed { last, margin: MARGIN })
}
