//! What is read from an export, whatever its format.

use rapporteur_symbol::Symbol;

use super::fields::{self, Named};
use crate::{
    facts::{Basis, Known},
    format::{self, Row},
};

/// What was read from an export. Lines count from 1.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// What the records state, one row for each text.
    pub(super) rows: Vec<(usize, Row)>,
    /// What is wrong with the records that were refused.
    pub(super) problems: Vec<(usize, String)>,
    /// How many records are of documents that no body adopts: drafts, reports, records of meetings.
    pub(super) others: usize,
}

/// What a record of a catalogue states of the texts that it names.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) known: Known,
    pub(super) basis: Basis,
    /// Language code and title.
    pub(super) titles: Vec<(String, String)>,
    pub(super) meeting: Option<String>,
    pub(super) vote: Option<String>,
}

impl From<format::Contents> for Reading {
    fn from(contents: format::Contents) -> Reading {
        Reading { rows: contents.rows, problems: contents.problems, others: 0 }
    }
}

impl Reading {
    /// Takes the record in this line, whose field for the symbol is `symbols`; `read` reads the rest of it.
    pub(super) fn take(&mut self, line: usize, symbols: &str, read: impl FnOnce() -> Result<Record, String>) {
        match fields::symbols(symbols) {
            Named::Adopted(symbols) => match read() {
                Ok(record) => self.rows.extend(symbols.into_iter().map(|symbol| (line, record.row(symbol)))),
                Err(reason) => self.problems.push((line, format!("{}: {reason}", symbols[0]))),
            },
            Named::Other => self.others += 1,
            Named::Unreadable(reason) => self.problems.push((line, reason)),
        }
    }
}

impl Record {
    /// What the record states of one of its texts.
    pub(super) fn row(&self, symbol: Symbol) -> Row {
        let mut titles = self.titles.clone();
        titles.retain(|(_, title)| !title.is_empty());
        let text = |text: &Option<String>| text.as_deref().map(fields::squeeze).unwrap_or_default();
        Row {
            symbol,
            known: self.known,
            basis: self.basis,
            citing: 0,
            titles,
            meeting: text(&self.meeting),
            vote: text(&self.vote),
            source: String::new(),
        }
    }
}
