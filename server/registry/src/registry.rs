//! The registry: the embedded table and the layers over it.

use std::{borrow::Cow, fmt, ops::RangeInclusive, sync::Arc};

use rapporteur_symbol::{Body, Number, Symbol};

use crate::{entry::Entry, layer::Layer, table::Table};

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
        Registry { embedded: Table::new(Cow::Borrowed(EMBEDDED)), layers: Arc::default() }
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

    /// The texts of the series (session or year) to which this symbol belongs, in order of number. The number within the
    /// series and the part are not looked at.
    pub fn series(&self, symbol: Symbol) -> impl Iterator<Item = Entry<'_>> {
        self.range(span(symbol, SERIES))
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
        let before = before.and_then(|range| self.range(range).filter(|entry| entry.day().is_some()).last());
        let after = self.range(own.end() + 1..=*series.end()).find(|entry| entry.day().is_some());
        (before, after)
    }

    /// The texts with this kind of the body of this symbol that count in the same way.
    pub(crate) fn counted_like(&self, symbol: Symbol) -> impl Iterator<Item = Entry<'_>> {
        self.range(span(symbol, COUNTING))
    }

    /// The resolution with this running number (1325 is `S/RES/1325 (2000)`), whatever its year.
    pub fn running(&self, number: u16) -> Option<Entry<'_>> {
        let any = Number::Running { year: 0, number };
        self.counted_like(Symbol::resolution(Body::SecurityCouncil, any))
            .find(|entry| entry.symbol().number.ordinal() == number)
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
    let start = symbol.key() >> bits << bits;
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
    fn key(&self) -> Option<u64> {
        (self.at < self.end).then(|| self.table.row(self.at).key())
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        let key = self.cursors.iter().filter_map(Cursor::key).min()?;
        let mut embedded = None;
        for (depth, cursor) in self.cursors.iter_mut().enumerate() {
            if cursor.key() == Some(key) {
                embedded = embedded.or((depth == 0).then(|| cursor.table.row(cursor.at)));
                cursor.at += 1;
            }
        }
        // Every key in a table was made from a symbol.
        Some(Entry::new(self.registry, Symbol::from_key(key)?, embedded))
    }
}
