//! When a document belongs.

use rapporteur_draft::{NamedSession, digit};
use rapporteur_symbol::{Body, Meetings, Number, Session, Symbol};

/// When a document belongs, by its symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Meeting {
    /// In a regular session of a body.
    Session(Body, u16),
    /// In a year; of the body where the symbol tells it.
    Year(Option<Body>, u16),
}

impl Meeting {
    /// From `A/RES/78/155`, `A/HRC/55/L.1`, `A/C.3/81/L.9`, `E/CN.15/2013/L.5`, `S/RES/2579 (2021)`.
    pub(in crate::rules) fn of(symbol: &str) -> Option<Meeting> {
        if let Ok(Symbol { body, number, .. }) = symbol.parse() {
            return match number {
                Number::Session { session: Session { meetings: Meetings::Regular, ordinal }, .. } => {
                    Some(Meeting::Session(body, ordinal))
                }
                Number::Yearly { year, .. } | Number::Running { year, .. } => Some(Meeting::Year(Some(body), year)),
                _ => None,
            };
        }
        let mut parts = symbol.split('/').map(str::trim);
        let organ = parts.next()?;
        let second = parts.clone().next()?;
        let (at, figures) =
            parts.enumerate().find(|(_, part)| !part.is_empty() && part.chars().all(|c| digit(c).is_some()))?;
        let value: u16 = figures.parse().ok()?;
        // `A/78/L.3`, `A/C.3/78/L.3`; what other organs below the Assembly count is not known.
        let body = match (organ, second) {
            ("A", "HRC") if at == 1 => Some(Body::HumanRightsCouncil),
            ("A", _) if at == 0 || (at == 1 && second.starts_with("C.")) => Some(Body::GeneralAssembly),
            ("E", "CN.15") => Some(Body::CrimeCommission),
            ("E", "CN.7") => Some(Body::NarcoticsCommission),
            ("E", "CN.6") => Some(Body::StatusOfWomen),
            _ => None,
        };
        match value {
            1946..=2099 => Some(Meeting::Year(body, value)),
            1..=199 => body.map(|body| Meeting::Session(body, value)),
            _ => None,
        }
    }

    /// Whether the session that the masthead names can be the one of the symbol.
    pub(in crate::rules) fn allows(self, named: NamedSession) -> bool {
        match (self, named) {
            (Meeting::Session(_, session), NamedSession::Ordinal(named)) => u32::from(session) == named,
            (Meeting::Year(_, year), NamedSession::Year(named)) => u32::from(year) == named,
            (Meeting::Year(Some(body), year), NamedSession::Ordinal(named)) => {
                let session = u16::try_from(named).ok().map(Session::regular);
                session.and_then(|session| session.years(body)).is_none_or(|years| years.contains(&year))
            }
            _ => true,
        }
    }

    /// The first and the last year in which such a document is dated.
    pub(in crate::rules) fn years(self) -> Option<(u16, u16)> {
        match self {
            Meeting::Session(body, session) => {
                let years = Session::regular(session).years(body)?;
                Some((*years.start(), *years.end()))
            }
            // The Economic and Social Council begins its session in the July before.
            Meeting::Year(Some(Body::EconomicAndSocialCouncil), year) => Some((year.saturating_sub(1), year)),
            Meeting::Year(_, year) => Some((year, year)),
        }
    }
}
