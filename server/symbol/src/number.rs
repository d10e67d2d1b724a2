//! Numbers in the ways in which the bodies count.

use std::{fmt, ops::RangeInclusive};

use crate::{Body, roman::to_roman};

/// Which of a body's three series of sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Meetings {
    /// Regular sessions: `65/230`, `1514 (XV)`.
    Regular = 0,
    /// Special sessions: `S-8/1`, `3201 (S-VI)`.
    Special = 1,
    /// Emergency special sessions: `ES-10/20`, `1004 (ES-II)`.
    Emergency = 2,
}

impl Meetings {
    /// What stands before the session's number: nothing, `S-` or `ES-`.
    pub fn prefix(self) -> &'static str {
        match self {
            Meetings::Regular => "",
            Meetings::Special => "S-",
            Meetings::Emergency => "ES-",
        }
    }
}

/// A session of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    /// Regular, special or emergency special.
    pub meetings: Meetings,
    /// The ordinal of the session, from 1.
    pub ordinal: u16,
}

impl Session {
    /// The regular session with this ordinal.
    pub fn regular(ordinal: u16) -> Session {
        Session { meetings: Meetings::Regular, ordinal }
    }

    /// The civil years in which a regular session was held, where a rule gives them: the General Assembly has met from
    /// September to September since 1946, the Human Rights Council three times a year since 2008, a commission once a
    /// year. `None` for other bodies and sessions.
    pub fn years(self, body: Body) -> Option<RangeInclusive<u16>> {
        let Session { meetings: Meetings::Regular, ordinal: ordinal @ 1.. } = self else { return None };
        // One session a year since the year given; before that the count slips.
        let yearly = |zeroth: u16, since: u16| {
            let year = zeroth.checked_add(ordinal).filter(|year| (since..=2099).contains(year))?;
            Some(year..=year)
        };
        match body {
            Body::GeneralAssembly if ordinal <= 199 => Some(1945 + ordinal..=1946 + ordinal),
            Body::HumanRightsCouncil if ordinal <= 6 => Some(2006..=2007),
            Body::HumanRightsCouncil if ordinal <= 280 => Some(2008 + (ordinal - 7) / 3..=2008 + (ordinal - 7) / 3),
            Body::CrimeCommission => yearly(1991, 1992),
            Body::NarcoticsCommission => yearly(1957, 1991),
            Body::StatusOfWomen => yearly(1956, 1989),
            _ => None,
        }
    }
}

/// The number of a resolution, in the form in which its body counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// Session and number: `65/230`, `S-17/1`.
    Session {
        /// The session.
        session: Session,
        /// The number within the session.
        number: u16,
    },
    /// A running number and the session in Roman numerals: `1514 (XV)`.
    Roman {
        /// The session.
        session: Session,
        /// The running number.
        number: u16,
    },
    /// Year and number: `2012/19`.
    Yearly {
        /// The year of the series (not always that of adoption).
        year: u16,
        /// The number within the year.
        number: u16,
    },
    /// A running number and the year of adoption: `1325 (2000)`.
    Running {
        /// The year of adoption.
        year: u16,
        /// The running number.
        number: u16,
    },
}

impl Number {
    /// The number that counts within its series: 230 in `65/230`, 1325 in `1325 (2000)`.
    pub fn ordinal(self) -> u16 {
        match self {
            Number::Session { number, .. }
            | Number::Roman { number, .. }
            | Number::Yearly { number, .. }
            | Number::Running { number, .. } => number,
        }
    }

    /// The number of the same series (session or year) that counts so much within it.
    pub fn with_ordinal(self, number: u16) -> Number {
        match self {
            Number::Session { session, .. } => Number::Session { session, number },
            Number::Roman { session, .. } => Number::Roman { session, number },
            Number::Yearly { year, .. } => Number::Yearly { year, number },
            Number::Running { year, .. } => Number::Running { year, number },
        }
    }

    /// Whether both are counted within the same session or year.
    pub fn is_of_series(self, other: Number) -> bool {
        self.with_ordinal(0) == other.with_ordinal(0)
    }

    /// The session or the year that the number is counted within: `65`, `S-8`, `XV`, `2012`; for a running number the year
    /// beside it.
    pub fn series(self) -> String {
        match self {
            Number::Session { session, .. } => format!("{}{}", session.meetings.prefix(), session.ordinal),
            Number::Roman { session, .. } => format!("{}{}", session.meetings.prefix(), to_roman(session.ordinal)),
            Number::Yearly { year, .. } | Number::Running { year, .. } => year.to_string(),
        }
    }

    /// The session that the number names, if it names one.
    pub fn session(self) -> Option<Session> {
        match self {
            Number::Session { session, .. } | Number::Roman { session, .. } => Some(session),
            Number::Yearly { .. } | Number::Running { .. } => None,
        }
    }

    /// Writes the number with the letter of a part where the running text has it:
    /// `66/253 A`, but `217 A (III)`.
    pub(crate) fn write(self, part: Option<char>, out: &mut impl fmt::Write) -> fmt::Result {
        let (before, after) = match self {
            Number::Session { session, number } => {
                (format!("{}{}/{number}", session.meetings.prefix(), session.ordinal), String::new())
            }
            Number::Yearly { year, number } => (format!("{year}/{number}"), String::new()),
            Number::Running { year, number } => (number.to_string(), format!(" ({year})")),
            Number::Roman { session, number } => {
                (number.to_string(), format!(" ({}{})", session.meetings.prefix(), to_roman(session.ordinal)))
            }
        };
        out.write_str(&before)?;
        if let Some(letter) = part {
            write!(out, " {letter}")?;
        }
        out.write_str(&after)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(None, f)
    }
}
