//! Merging what an export states of a text with what is known of it.

use time::Date;

use super::Gain;
use crate::{
    entry::Entry,
    facts::{Basis, Known},
    format::Row,
};

/// A text of which exports state something.
pub(super) struct Text {
    /// The best that is known of it, from all tables and exports.
    pub(super) known: Row,
    /// What the table is to say of it, if anything.
    pub(super) own: Option<Row>,
    /// What was known of the date before, and how; `None` if the text was in no table.
    pub(super) before: Option<(Known, Basis)>,
    pub(super) dated: bool,
    /// The languages in which it had no title.
    pub(super) titled: Vec<String>,
    /// Whether it had no meeting or no vote, or a vote without numbers.
    pub(super) detailed: bool,
    /// Where what the exports state stands, in the order in which they were read.
    pub(super) sources: Vec<String>,
}

/// What a date that contradicts what is known meets with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dating {
    /// It says nothing new.
    Nothing,
    /// It is better than what was known.
    Better,
    /// It contradicts what is known, and is known better.
    Replaces,
    /// It contradicts what is known, which stays.
    Contradicts,
}

impl Text {
    /// A text in its state before anything is imported: what the registry knows of it, what the table says.
    pub(super) fn new(stated: &Row, entry: Option<Entry<'_>>, mut own: Option<Row>) -> Text {
        let known = entry.map_or_else(|| nothing(stated), row_of);
        // A date without a source is known from its table, also when a source of something else is added.
        if let Some(own) = own.as_mut().filter(|own| own.source.is_empty() && own.known != Known::Existence) {
            own.source.clone_from(&known.source);
        }
        let before = entry.map(|entry| (entry.known(), entry.basis()));
        Text { known, own, before, dated: false, titled: Vec::new(), detailed: false, sources: Vec::new() }
    }

    /// Merges what a row of an export states; `source` says where it stands. The answer says what became of its date.
    pub(super) fn merge(&mut self, stated: &Row, source: &str) -> Dating {
        let first = self.before.is_none() && self.own.is_none();
        let dating = compare((self.known.known, self.known.basis), (stated.known, stated.basis));
        let dated = matches!(dating, Dating::Better | Dating::Replaces);
        let titles: Vec<(String, String)> = stated
            .titles
            .iter()
            .filter(|(code, _)| self.known.titles.iter().all(|(known, _)| known != code))
            .cloned()
            .collect();
        let meeting = self.known.meeting.is_empty() && !stated.meeting.is_empty();
        let vote = is_better_vote(&self.known.vote, &stated.vote);
        if !self.sources.iter().any(|known| known == source) {
            self.sources.push(source.to_owned());
        }
        if !(first || dated || meeting || vote || !titles.is_empty()) {
            return dating;
        }
        let own = self.own.get_or_insert_with(|| nothing(stated));
        for row in [&mut self.known, &mut *own] {
            if dated {
                (row.known, row.basis) = (stated.known, stated.basis);
            }
            if meeting {
                row.meeting.clone_from(&stated.meeting);
            }
            if vote {
                row.vote.clone_from(&stated.vote);
            }
            row.citing = row.citing.max(stated.citing);
            row.titles.extend(titles.iter().cloned());
            row.titles.sort();
            add_source(&mut row.source, source, dated);
        }
        if first && !dated {
            // A row that says nothing else says that the text exists.
            (own.known, own.basis) = (Known::Existence, Basis::ExistenceOnly);
        }
        self.dated |= dated;
        self.detailed |= meeting || vote;
        self.titled.extend(titles.into_iter().map(|(code, _)| code));
        dating
    }

    /// What was gained, the greatest of it; `None` if nothing was.
    pub(super) fn gain(&self) -> Option<Gain> {
        if self.before.is_none() {
            Some(Gain::New)
        } else if self.dated {
            Some(Gain::Dated)
        } else if !self.titled.is_empty() {
            Some(Gain::Titled)
        } else {
            self.detailed.then_some(Gain::Detailed)
        }
    }

    /// The row that says all that is known of the text, for a table that stands by itself.
    pub(super) fn whole(&self) -> Row {
        let mut row = self.known.clone();
        for source in &self.sources {
            add_source(&mut row.source, source, false);
        }
        row
    }
}

/// What stands between several sources of a row.
const SEPARATOR: &str = "; ";

/// Adds a source to those of a row, the first of which is that of the date.
fn add_source(sources: &mut String, source: &str, of_date: bool) {
    let mut all: Vec<&str> = sources.split(SEPARATOR).filter(|known| !known.is_empty()).collect();
    if of_date {
        all.retain(|known| *known != source);
        all.insert(0, source);
    } else if !all.contains(&source) {
        all.push(source);
    }
    *sources = all.join(SEPARATOR);
}

/// A row that says nothing of the text of another.
fn nothing(row: &Row) -> Row {
    Row {
        symbol: row.symbol,
        known: Known::Existence,
        basis: Basis::Project,
        citing: 0,
        titles: Vec::new(),
        meeting: String::new(),
        vote: String::new(),
        source: String::new(),
    }
}

fn row_of(entry: Entry<'_>) -> Row {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Row {
        symbol: entry.symbol(),
        known: entry.known(),
        basis: entry.basis(),
        citing: entry.citing(),
        titles: entry.titles().into_iter().map(|(code, title)| (code.to_owned(), title.to_owned())).collect(),
        meeting: text(entry.meeting()),
        vote: text(entry.vote()),
        source: text(entry.source()),
    }
}

/// Whether a vote says more than what is known: something rather than nothing, numbers rather than `roll call`.
fn is_better_vote(known: &str, stated: &str) -> bool {
    let counted = |vote: &str| vote.starts_with(|letter: char| letter.is_ascii_digit());
    !stated.is_empty() && (known.is_empty() || counted(stated) && !counted(known) && known != "without a vote")
}

/// What a date that an export states is worth beside the one that is known.
///
/// A day within the month or the bounds that are known is more exact, and better whatever its basis. The same date is
/// better with the better basis. Of two that contradict each other the one with the better basis stays, and the known
/// one where the bases are equal. What a table of the project says without a basis is beyond doubt.
fn compare(known: (Known, Basis), stated: (Known, Basis)) -> Dating {
    let Some(new) = stated.0.span() else { return Dating::Nothing };
    let Some(old) = known.0.span() else { return Dating::Better };
    let within = |(from, to): (Date, Date), (first, last): (Date, Date)| first <= from && to <= last;
    // In the order of the bases; without one, the project's own table is beyond doubt, and another as good as official.
    let rank = |basis: Basis, without: i8| if basis == Basis::Project { without } else { basis as i8 };
    let better = rank(stated.1, 0) < rank(known.1, -1);
    match (within(new, old), within(old, new)) {
        (true, true) if better => Dating::Better,
        (true, false) => Dating::Better,
        (true, true) | (false, true) => Dating::Nothing,
        (false, false) if new.0 <= old.1 && old.0 <= new.1 => Dating::Nothing,
        (false, false) if better => Dating::Replaces,
        (false, false) => Dating::Contradicts,
    }
}
