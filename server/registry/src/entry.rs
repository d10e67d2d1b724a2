//! What the registry knows of one text.

use rapporteur_symbol::{Kind, Letter, Symbol};
use time::Date;

use crate::{
    facts::{Basis, Known},
    registry::Registry,
    sessions,
    table::Row,
    words::words,
};

/// What the registry knows of one text: the embedded row, and over it what the layers state.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    registry: &'a Registry,
    symbol: Symbol,
    embedded: Option<Row<'a>>,
}

/// How a date that a draft gives stands to what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is the day that is known, or lies in the month or between the bounds that are.
    Agrees,
    /// It is not.
    Contradicts {
        /// Whether what is known is certain: an official source, two citations, a month, bounds, the project's own
        /// table. Otherwise one citation, a roll-call record or the neighbours in number speak against the draft.
        certain: bool,
    },
    /// The date of the text is unknown or suspect.
    CannotTell,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(registry: &'a Registry, symbol: Symbol, embedded: Option<Row<'a>>) -> Entry<'a> {
        Entry { registry, symbol, embedded }
    }

    /// The symbol of the text.
    pub fn symbol(self) -> Symbol {
        self.symbol
    }

    /// What is known of the date.
    pub fn known(self) -> Known {
        self.dating().map_or(Known::Existence, Row::known)
    }

    /// The day of adoption, where it is known and not suspect.
    pub fn day(self) -> Option<Date> {
        match self.known() {
            Known::Day(day) => Some(day),
            _ => None,
        }
    }

    /// How the date is known.
    pub fn basis(self) -> Basis {
        self.dating().map_or(Basis::ExistenceOnly, Row::basis)
    }

    /// How many official documents cite the text.
    pub fn citing(self) -> u16 {
        self.rows().map(Row::citing).find(|citing| *citing > 0).unwrap_or(0)
    }

    /// The title in the language with this code (`en`, `fr` …).
    pub fn title(self, language: &str) -> Option<&'a str> {
        self.rows().flat_map(Row::titles).find(|(code, _)| *code == language).map(|(_, title)| title)
    }

    /// The titles with their language codes, in the order of the codes.
    pub fn titles(self) -> Vec<(&'a str, &'a str)> {
        let mut titles: Vec<(&str, &str)> = self.rows().flat_map(Row::titles).collect();
        // The sort is stable, so that of one language the title of the uppermost layer stays.
        titles.sort_by_key(|(code, _)| *code);
        titles.dedup_by_key(|(code, _)| *code);
        titles
    }

    /// Whether a title that a draft gives is the one that is known in the language with this code; case, accents and
    /// punctuation are free. `None` where no title is known in it.
    pub fn is_titled(self, language: &str, title: &str) -> Option<bool> {
        self.title(language).map(|known| words(known) == words(title))
    }

    /// The meeting at which it was adopted: `A/74/PV.50 50th plenary meeting`.
    pub fn meeting(self) -> Option<&'a str> {
        self.rows().find_map(Row::meeting)
    }

    /// The vote: `without a vote`, `roll call`, or in favour, against and abstaining (`12-0-3`).
    pub fn vote(self) -> Option<&'a str> {
        self.rows().find_map(Row::vote)
    }

    /// Where the date, or the text, is known from: `cited in A/RES/74/177`, `between no. 178 and no. 182`, a
    /// compilation (the `NOTICE` file names them), or the path of a project's table.
    pub fn source(self) -> Option<&'a str> {
        self.dating().and_then(Row::source).or_else(|| self.rows().find_map(Row::source))
    }

    /// Holds a date that a draft gives for this text against what is known.
    pub fn judge(self, date: Date) -> Judgement {
        let fits = match self.known() {
            Known::Existence | Known::Suspected(_) => return Judgement::CannotTell,
            Known::Day(day) => date == day,
            Known::Month { year, month } => (date.year(), date.month()) == (year, month),
            Known::Between { from, to } => from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to),
        };
        let certain = self.basis().is_certain();
        if fits { Judgement::Agrees } else { Judgement::Contradicts { certain } }
    }

    /// Whether a table of the project says something of the text.
    pub fn is_own(self) -> bool {
        self.registry.layers().iter().any(|layer| layer.find(self.symbol.key()).is_some())
    }

    /// Whether the tables that come with the program have the text.
    pub(crate) fn is_embedded(self) -> bool {
        self.embedded.is_some()
    }

    /// Whether the symbol itself is doubtful: documents cite it with a date on which its body can't have adopted it, as
    /// when a resolution of the General Assembly is taken for one of the Human Rights Council.
    pub fn is_doubtful(self) -> bool {
        let Known::Suspected(date) = self.known() else { return false };
        sessions::span(self.symbol.body, self.symbol.number).is_none_or(|(from, to)| date < from || to < date)
    }

    /// The uppermost row that says when, or else the lowest.
    fn dating(self) -> Option<Row<'a>> {
        self.rows().find(|row| row.known() != Known::Existence).or_else(|| self.rows().last())
    }

    /// The rows of the text, the uppermost layer's first.
    pub(crate) fn rows(self) -> impl Iterator<Item = Row<'a>> {
        let key = self.symbol.key();
        self.registry.layers().iter().rev().filter_map(move |layer| layer.find(key)).chain(self.embedded)
    }
}

impl Registry {
    /// What is known against a date that a draft gives for a text: the entry that says otherwise, and whether that is
    /// certain, see [`Judgement::Contradicts`].
    ///
    /// Of a number adopted in parts the date of any part may stand for the whole; a part that is unknown by itself has
    /// the date of the whole. Against decisions nothing is certain: their tables mix up days of adoption and of
    /// re-adoption.
    pub fn against(&self, symbol: Symbol, date: Date) -> Option<(Entry<'_>, bool)> {
        let judge = |entry: Entry<'_>| entry.judge(date);
        let itself = self.lookup(symbol).filter(|entry| judge(*entry) != Judgement::CannotTell);
        let candidates: Vec<Entry<'_>> = match itself {
            Some(entry) => vec![entry],
            None if symbol.part.is_none() => self.parts(symbol).collect(),
            None => self.lookup(symbol.whole()).into_iter().collect(),
        };
        // It is wrong if it is wrong for all of them.
        let mut against = None;
        for entry in candidates {
            let Judgement::Contradicts { certain } = judge(entry) else { return None };
            against = against.or(Some((entry, certain && symbol.kind != Kind::Decision)));
        }
        against
    }

    /// The page of a text on the web, in the language with this ISO 639-1 code, see [`Symbol::address`].
    ///
    /// The parts of a resolution are issued together, under the symbol of the whole; a part that was adopted on another
    /// day than the first has a document of its own, with its letter in the symbol.
    pub fn address(&self, symbol: Symbol, language: &str) -> Option<String> {
        let first = Symbol { part: Letter::new('A'), ..symbol };
        let day = |symbol| self.lookup(symbol).and_then(Entry::day);
        let apart = match (day(symbol), day(first).or_else(|| day(symbol.whole()))) {
            (Some(own), Some(first)) => own != first,
            _ => false,
        };
        if apart { symbol } else { symbol.whole() }.address(language)
    }
}
