//! How much the registry knows.

use rapporteur_symbol::{Body, Kind, Number, Symbol};
use time::Date;

use crate::{entry::Entry, facts::Known, registry::Registry};

/// What is known, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// By body, kind, and session or year, in this order.
    pub series: Vec<Series>,
}

/// What is known of the texts of one kind of a body: of one session or year, or of several together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The body.
    pub body: Body,
    /// Resolutions, decisions or statements.
    pub kind: Kind,
    /// The session or the year: `65`, `S-8`, `XV`, `2012`; empty for several together.
    pub label: String,
    /// How many sessions or years are counted together.
    pub sessions: usize,
    /// Texts known to exist; the parts of a resolution are texts of their own.
    pub texts: usize,
    /// Texts of which the day is known.
    pub days: usize,
    /// Texts of which the day is known for certain, see [`Basis::is_certain`](crate::Basis::is_certain).
    pub certain: usize,
    /// Texts of which the month is known.
    pub months: usize,
    /// Texts of which bounds are known.
    pub bounds: usize,
    /// Texts with a suspect date.
    pub suspected: usize,
    /// Texts with a title in some language.
    pub titles: usize,
    /// The highest number that is known.
    pub highest: u16,
    /// How many numbers the session or year has, as far as is known: those up to the highest. Where numbers run through
    /// several sessions or years (`1325 (2000)`), and for decisions, which don't start at 1, those from the lowest on.
    pub numbers: usize,
    /// The numbers among these of which a text is known whose symbol is not doubtful.
    pub known_numbers: usize,
    /// The first and the last day that is known.
    pub span: Option<(Date, Date)>,
}

impl Stats {
    /// The number of texts in the registry.
    pub fn texts(&self) -> usize {
        self.series.iter().map(|series| series.texts).sum()
    }

    /// The same by body and kind, all sessions or years together.
    pub fn by_body(&self) -> Vec<Series> {
        let same = |a: &Series, b: &Series| (a.body, a.kind) == (b.body, b.kind);
        self.series.chunk_by(same).filter_map(Series::together).collect()
    }
}

impl Series {
    /// Several series as one; the body and the kind are those of the first. `None` of none.
    pub fn together(series: &[Series]) -> Option<Series> {
        let (first, rest) = series.split_first()?;
        let mut all = first.clone();
        for other in rest {
            all.sessions += other.sessions;
            all.texts += other.texts;
            all.days += other.days;
            all.certain += other.certain;
            all.months += other.months;
            all.bounds += other.bounds;
            all.suspected += other.suspected;
            all.titles += other.titles;
            all.highest = all.highest.max(other.highest);
            all.numbers += other.numbers;
            all.known_numbers += other.known_numbers;
            all.span = other.span.map_or(all.span, |(from, to)| widened(widened(all.span, from), to));
        }
        if !rest.is_empty() {
            all.label.clear();
        }
        Some(all)
    }

    /// The first text of a session or year that is counted.
    fn begin(symbol: Symbol) -> Series {
        Series {
            body: symbol.body,
            kind: symbol.kind,
            label: symbol.number.series(),
            sessions: 1,
            texts: 0,
            days: 0,
            certain: 0,
            months: 0,
            bounds: 0,
            suspected: 0,
            titles: 0,
            highest: 0,
            numbers: 0,
            known_numbers: 0,
            span: None,
        }
    }

    /// Counts a text; texts come in the order of their numbers.
    fn count(&mut self, entry: Entry<'_>) {
        let Symbol { kind, number, .. } = entry.symbol();
        let ordinal = number.ordinal();
        if (self.known_numbers == 0 || ordinal > self.highest) && !entry.is_doubtful() {
            let runs_on = matches!(number, Number::Running { .. } | Number::Roman { .. }) || kind != Kind::Resolution;
            let before = if self.known_numbers == 0 && runs_on { ordinal.saturating_sub(1) } else { self.highest };
            self.numbers += usize::from(ordinal - before);
            self.known_numbers += 1;
            self.highest = ordinal;
        }
        self.texts += 1;
        self.titles += usize::from(!entry.titles().is_empty());
        match entry.known() {
            Known::Day(day) => {
                self.days += 1;
                self.certain += usize::from(entry.basis().is_certain());
                self.span = widened(self.span, day);
            }
            Known::Month { .. } => self.months += 1,
            Known::Between { .. } => self.bounds += 1,
            Known::Suspected(_) => self.suspected += 1,
            Known::Existence => {}
        }
    }
}

impl Registry {
    /// Counts what is known, by body and by session or year.
    pub fn stats(&self) -> Stats {
        let mut stats = Stats::default();
        let mut last = None;
        for entry in self.entries() {
            let symbol = entry.symbol();
            let series = Symbol { number: symbol.number.with_ordinal(0), ..symbol.whole() };
            if last.replace(series) != Some(series) {
                stats.series.push(Series::begin(symbol));
            }
            if let Some(series) = stats.series.last_mut() {
                series.count(entry);
            }
        }
        stats
    }
}

fn widened(span: Option<(Date, Date)>, day: Date) -> Option<(Date, Date)> {
    let (from, to) = span.unwrap_or((day, day));
    Some((from.min(day), to.max(day)))
}
