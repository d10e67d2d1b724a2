//! What is known of the date of a text, and how.

use std::fmt;

use time::{Date, Month};

/// What is known of the day on which a text was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    /// The day.
    Day(Date),
    /// The month, not the day.
    Month {
        /// The year.
        year: i32,
        /// The month.
        month: Month,
    },
    /// The first and the last day on which it can have been, each where it is known.
    Between {
        /// Not before this day.
        from: Option<Date>,
        /// Not after this day.
        to: Option<Date>,
    },
    /// A day that documents give and that can't be right, or may not be. Never to be offered as the date.
    Suspected(Date),
    /// Nothing but that the text exists.
    Existence,
}

impl Known {
    /// The first and the last day that it admits; `None` where it says nothing that can be relied on.
    pub fn span(self) -> Option<(Date, Date)> {
        match self {
            Known::Day(day) => Some((day, day)),
            Known::Month { year, month } => Some((
                Date::from_calendar_date(year, month, 1).ok()?,
                Date::from_calendar_date(year, month, month.length(year)).ok()?,
            )),
            Known::Between { from, to } => Some((from.unwrap_or(Date::MIN), to.unwrap_or(Date::MAX))),
            Known::Suspected(_) | Known::Existence => None,
        }
    }
}

impl fmt::Display for Known {
    /// Writes what is known as a table has it: a day, a month, bounds, or nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = |date: Option<Date>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
        match *self {
            Known::Day(date) | Known::Suspected(date) => write!(f, "{date}"),
            Known::Month { year, month } => write!(f, "{year}-{:02}", u8::from(month)),
            Known::Between { from, to } => write!(f, "{}/{}", bound(from), bound(to)),
            Known::Existence => Ok(()),
        }
    }
}

/// How the date of a text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// `P`: the text itself or an official table says so.
    Official,
    /// `C`: two or more official documents cite the text with this date.
    Citations,
    /// `c`: one official document does.
    Citation,
    /// `V`: the record of a roll-call vote says so.
    RollCall,
    /// `I`: the texts before and after it in number were both adopted on this day.
    Neighbours,
    /// `m`: only the month is recorded.
    MonthOnly,
    /// `B`: the texts around it bound the day.
    Bounds,
    /// `?`: the documents contradict one another or the session.
    Suspect,
    /// `-`: the text is known to exist, its date is not known.
    ExistenceOnly,
    /// A table of the project says so.
    Project,
}

/// Every basis with its letter in the tables; the position is its code in the packed form.
const LETTERS: [(Basis, &str); 10] = [
    (Basis::Official, "P"),
    (Basis::Citations, "C"),
    (Basis::Citation, "c"),
    (Basis::RollCall, "V"),
    (Basis::Neighbours, "I"),
    (Basis::MonthOnly, "m"),
    (Basis::Bounds, "B"),
    (Basis::Suspect, "?"),
    (Basis::ExistenceOnly, "-"),
    (Basis::Project, ""),
];

impl Basis {
    /// The letter in the `basis` column of a table; empty for [`Basis::Project`].
    pub fn letter(self) -> &'static str {
        LETTERS[self as usize].1
    }

    /// Whether a draft that gives another date is wrong for certain. One citation, a roll-call record and the neighbours
    /// in number only make it doubtful; a suspect date says nothing.
    pub fn is_certain(self) -> bool {
        !matches!(self, Basis::Citation | Basis::RollCall | Basis::Neighbours | Basis::Suspect | Basis::ExistenceOnly)
    }

    /// The basis with this letter, if there is one.
    pub fn from_letter(letter: &str) -> Option<Basis> {
        LETTERS.iter().find(|(_, known)| *known == letter).map(|(basis, _)| *basis)
    }

    /// The basis with this code, its position in the enum.
    pub(crate) fn from_code(code: u8) -> Option<Basis> {
        LETTERS.get(usize::from(code)).map(|(basis, _)| *basis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_the_order_of_the_enum() {
        for (code, (basis, letter)) in LETTERS.into_iter().enumerate() {
            assert_eq!(basis as usize, code);
            assert_eq!(Basis::from_letter(letter), Some(basis));
        }
    }
}
