//! How much the registry knows.

use rapporteur_symbol::{Body, Kind, Meetings, Number, Symbol, to_roman};

use crate::{facts::Known, registry::Registry};

/// What is known, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// By body, kind, and session or year, in this order.
    pub series: Vec<Series>,
}

/// What is known of one session or year of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The body.
    pub body: Body,
    /// Resolutions, decisions or statements.
    pub kind: Kind,
    /// The session or the year: `65`, `S-8`, `XV`, `2012`.
    pub label: String,
    /// Texts known to exist.
    pub texts: usize,
    /// Texts of which the day is known.
    pub days: usize,
    /// Texts of which the month is known.
    pub months: usize,
    /// Texts of which bounds are known.
    pub bounds: usize,
    /// Texts with a suspect date.
    pub suspected: usize,
    /// Texts with a title in some language.
    pub titles: usize,
}

impl Stats {
    /// The number of texts in the registry.
    pub fn texts(&self) -> usize {
        self.series.iter().map(|series| series.texts).sum()
    }
}

impl Registry {
    /// Counts what is known, by body and by session or year.
    pub fn stats(&self) -> Stats {
        let mut stats = Stats::default();
        for entry in self.entries() {
            let Symbol { body, kind, number, .. } = entry.symbol();
            let label = label(number);
            let same = |series: &&mut Series| (series.body, series.kind, &series.label) == (body, kind, &label);
            let series = match stats.series.last_mut().filter(same) {
                Some(series) => series,
                None => {
                    let (texts, days, months, bounds, suspected, titles) = (0, 0, 0, 0, 0, 0);
                    stats.series.push(Series { body, kind, label, texts, days, months, bounds, suspected, titles });
                    let Some(series) = stats.series.last_mut() else { continue };
                    series
                }
            };
            series.texts += 1;
            series.titles += usize::from(!entry.titles().is_empty());
            match entry.known() {
                Known::Day(_) => series.days += 1,
                Known::Month { .. } => series.months += 1,
                Known::Between { .. } => series.bounds += 1,
                Known::Suspected(_) => series.suspected += 1,
                Known::Existence => {}
            }
        }
        stats
    }
}

fn label(number: Number) -> String {
    let prefix = number.session().map_or(Meetings::Regular, |session| session.meetings).prefix();
    match number {
        Number::Session { session, .. } => format!("{prefix}{}", session.ordinal),
        Number::Roman { session, .. } => format!("{prefix}{}", to_roman(session.ordinal)),
        Number::Yearly { year, .. } | Number::Running { year, .. } => year.to_string(),
    }
}
