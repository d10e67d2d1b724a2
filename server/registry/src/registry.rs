//! The registry: the embedded table and the layers over it.

use std::{fmt, ops::RangeInclusive, sync::Arc};

use rapporteur_symbol::{Body, Meetings, Number, Session, Symbol};

use crate::{
    entry::Entry,
    layer::Layer,
    table::{Bytes, Row, Table},
};

/// The tables, packed by the build script. Nothing is parsed at start.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/registry.bin"));

/// The adopted texts that are known. Cheap to make and to clone.
#[derive(Clone)]
pub struct Registry {
    embedded: Table,
    layers: Arc<[Table]>,
}

impl Default for Registry {
    fn default() -> Registry {
        Registry::embedded()
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Registry({} rows and {} layers)", self.embedded.len(), self.layers.len())
    }
}

impl Registry {
    /// The registry that the program carries with it.
    pub fn embedded() -> Registry {
        Registry { embedded: Table::new(Bytes::Embedded(EMBEDDED)), layers: Arc::default() }
    }

    /// The same registry with tables over it; the later lie over the earlier.
    pub fn with_layers(self, layers: Vec<Layer>) -> Registry {
        let below = self.layers.iter().cloned();
        Registry { layers: below.chain(layers.into_iter().map(|layer| layer.table)).collect(), ..self }
    }

    /// What is known of the text with this symbol. The part is part of the symbol: a resolution adopted in parts may
    /// be known by its parts alone, see [`Registry::parts`].
    pub fn lookup(&self, symbol: Symbol) -> Option<Entry<'_>> {
        let key = symbol.key();
        let embedded = self.embedded.find(key);
        let found = embedded.is_some() || self.layers.iter().any(|layer| layer.find(key).is_some());
        found.then(|| Entry::new(self, symbol, embedded))
    }

    /// The whole and all parts of the number of this symbol; parts may have dates of their own.
    pub fn parts(&self, symbol: Symbol) -> impl Iterator<Item = Entry<'_>> {
        self.range(span(symbol, PART))
    }

    /// What may be meant by a symbol that the registry does not know, the likeliest first: its number in another
    /// session or year where numbers run through all of them (1325 is of 2000, not of 2001), the same number of other
    /// bodies, the texts right before and after it in its series.
    pub fn nearest(&self, symbol: Symbol) -> Vec<Entry<'_>> {
        let runs_on = matches!(symbol.number, Number::Running { .. } | Number::Roman { .. });
        let own = span(symbol, PART);
        let series = span(symbol, SERIES);
        let before = own.start().checked_sub(1).and_then(|end| self.range(*series.start()..=end).next_back());
        let after = self.range(own.end() + 1..=*series.end()).next();
        let elsewhere = self.find(&symbol.short(), None).into_iter().filter(|other| other.kind == symbol.kind);
        let elsewhere = elsewhere.filter_map(|symbol| self.lookup(symbol));
        let mut near: Vec<Entry<'_>> = Vec::new();
        for entry in
            runs_on.then(|| self.numbered(symbol)).into_iter().flatten().chain(elsewhere).chain(before).chain(after)
        {
            if !entry.is_doubtful() && near.iter().all(|other| other.symbol() != entry.symbol()) {
                near.push(entry);
            }
        }
        near
    }

    /// The texts of the series (session or year) to which this symbol belongs, in order of number. The number within the
    /// series and the part are not looked at.
    pub fn series(&self, symbol: Symbol) -> impl DoubleEndedIterator<Item = Entry<'_>> {
        self.range(span(symbol, SERIES))
    }

    /// The year in which the last regular session of the General Assembly ends of which a resolution is known.
    pub fn last_year(&self) -> u16 {
        let number = Number::Session { session: Session::regular(1), number: 1 };
        let all = self.counted_like(Symbol::resolution(Body::GeneralAssembly, number)).rev();
        let sessions = all.filter_map(|entry| match entry.symbol().number {
            Number::Session { session, .. } => Some(session),
            _ => None,
        });
        let last =
            sessions.filter(|session| session.meetings == Meetings::Regular).map(|session| session.ordinal).next();
        1946 + last.unwrap_or_default()
    }

    /// All texts, by body, kind, series and number.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.range(0..=u64::MAX)
    }

    /// The dated texts right before and after this one: in its series, for running numbers (`1325 (2000)`) in all years.
    pub fn neighbours(&self, symbol: Symbol) -> (Option<Entry<'_>>, Option<Entry<'_>>) {
        let running = matches!(symbol.number, Number::Running { .. });
        let series = span(symbol, if running { COUNTING } else { SERIES });
        let own = span(symbol, PART);
        let before = own.start().checked_sub(1).map(|end| *series.start()..=end);
        let before = before.and_then(|range| self.range(range).rfind(|entry| entry.day().is_some()));
        let after = self.range(own.end() + 1..=*series.end()).find(|entry| entry.day().is_some());
        (before, after)
    }

    /// The texts with this kind of the body of this symbol that count in the same way.
    pub(crate) fn counted_like(&self, symbol: Symbol) -> impl DoubleEndedIterator<Item = Entry<'_>> {
        self.range(span(symbol, COUNTING))
    }

    /// The resolution with this running number (1325 is `S/RES/1325 (2000)`), whatever its year.
    pub fn running(&self, number: u16) -> Option<Entry<'_>> {
        self.numbered(Symbol::resolution(Body::SecurityCouncil, Number::Running { year: 0, number })).next()
    }

    /// The texts of all series (sessions or years) that count like that of this symbol, with its number. The part is not
    /// looked at.
    pub(crate) fn numbered(&self, symbol: Symbol) -> impl Iterator<Item = Entry<'_>> {
        let all = span(symbol, COUNTING);
        let mut keys = Vec::new();
        for table in self.tables() {
            let mut at = table.position(*all.start());
            // From series to series, and within each to the number: most rows are passed over.
            while let Some(first) = table.key(at).filter(|key| all.contains(key)) {
                let series = first >> SERIES << SERIES;
                let wanted = span_of(series | u64::from(symbol.number.ordinal()) << PART, PART);
                at = table.position_after(at, *wanted.start());
                while let Some(key) = table.key(at).filter(|key| wanted.contains(key)) {
                    keys.push(key);
                    at += 1;
                }
                at = table.position_after(at, series + (1 << SERIES));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().filter_map(|key| self.lookup(Symbol::from_key(key)?))
    }

    /// The tables of the layers, the lowest first.
    pub(crate) fn layers(&self) -> &[Table] {
        &self.layers
    }

    /// The embedded table and those of the layers, the lowest first.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &Table> {
        std::iter::once(&self.embedded).chain(self.layers.iter())
    }

    fn range(&self, keys: RangeInclusive<u64>) -> Entries<'_> {
        let cursors = self.tables().map(|table| {
            let end = keys.end().checked_add(1).map_or(table.len(), |end| table.position(end));
            Cursor { table, at: table.position(*keys.start()), end }
        });
        Entries { registry: self, cursors: cursors.collect() }
    }
}

/// How many bits of a [`Symbol::key`] tell the part; number and part; series, number and part.
const PART: u32 = 8;
const SERIES: u32 = 24;
const COUNTING: u32 = 44;

/// The keys that differ from that of a symbol in their lowest bits only.
fn span(symbol: Symbol, bits: u32) -> RangeInclusive<u64> {
    span_of(symbol.key(), bits)
}

fn span_of(key: u64, bits: u32) -> RangeInclusive<u64> {
    let start = key >> bits << bits;
    start..=start | ((1 << bits) - 1)
}

/// The texts in a range of keys, from all tables, each once.
struct Entries<'a> {
    registry: &'a Registry,
    /// One for each table, the embedded one first.
    cursors: Vec<Cursor<'a>>,
}

struct Cursor<'a> {
    table: &'a Table,
    at: usize,
    end: usize,
}

impl Cursor<'_> {
    fn first(&self) -> Option<u64> {
        (self.at < self.end).then(|| self.table.row(self.at).key())
    }

    fn last(&self) -> Option<u64> {
        (self.at < self.end).then(|| self.table.row(self.end - 1).key())
    }
}

impl<'a> Entries<'a> {
    /// The text with a key that every table that has it has passed.
    fn entry(&self, key: u64, embedded: Option<Row<'a>>) -> Option<Entry<'a>> {
        // Every key in a table was made from a symbol.
        Some(Entry::new(self.registry, Symbol::from_key(key)?, embedded))
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        let key = self.cursors.iter().filter_map(Cursor::first).min()?;
        let mut embedded = None;
        for (depth, cursor) in self.cursors.iter_mut().enumerate() {
            if cursor.first() == Some(key) {
                embedded = embedded.or((depth == 0).then(|| cursor.table.row(cursor.at)));
                cursor.at += 1;
            }
        }
        self.entry(key, embedded)
    }
}

impl<'a> DoubleEndedIterator for Entries<'a> {
    fn next_back(&mut self) -> Option<Entry<'a>> {
        let key = self.cursors.iter().filter_map(Cursor::last).max()?;
        let mut embedded = None;
        for (depth, cursor) in self.cursors.iter_mut().enumerate() {
            if cursor.last() == Some(key) {
                cursor.end -= 1;
                embedded = embedded.or((depth == 0).then(|| cursor.table.row(cursor.end)));
            }
        }
        self.entry(key, embedded)
    }
}
