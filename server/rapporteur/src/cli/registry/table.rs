//! What the registry knows, for people.

use std::fmt::Write;

use anstyle::Style;
use rapporteur_draft::Language;
use rapporteur_registry::{Basis, Entry, Hit, Known, Registry, Series, Stats, sessions};
use rapporteur_symbol::{Kind, Symbol};
use time::Date;

const BOLD: Style = Style::new().bold();

/// All that is known of each of these texts.
pub(super) fn entries(entries: &[Entry<'_>], language: Language) -> String {
    let blocks: Vec<String> = entries.iter().map(|entry| block(*entry, language)).collect();
    blocks.join("\n")
}

fn block(entry: Entry<'_>, language: Language) -> String {
    let symbol = entry.symbol();
    let mut out = format!("{BOLD}{symbol}{BOLD:#}\n");
    let mut row = |name: &str, value: &str| {
        let _ = writeln!(out, "  {name:8} {value}");
    };
    for (language, title) in entry.titles() {
        row(&format!("title {language}"), title);
    }
    row("body", language.body_name(symbol.body));
    row("adopted", &adopted(entry.known(), language));
    row("known by", &known_by(entry));
    for (name, value) in [("meeting", entry.meeting()), ("vote", entry.vote()), ("source", entry.source())] {
        if let Some(value) = value {
            row(name, value);
        }
    }
    if entry.is_doubtful() {
        row("beware", "its body can't have adopted it on that date: the symbol itself is doubtful");
    }
    out
}

/// What is known of a date, as a phrase.
pub(super) fn adopted(known: Known, language: Language) -> String {
    let day = |date: Date| language.format_date(date);
    match known {
        Known::Day(date) => day(date),
        Known::Month { year, month } => format!("{year}-{:02}", u8::from(month)),
        Known::Between { from: Some(from), to: Some(to) } => format!("between {} and {}", day(from), day(to)),
        Known::Between { from: Some(from), to: None } => format!("not before {}", day(from)),
        Known::Between { from: None, to: Some(to) } => format!("not after {}", day(to)),
        Known::Suspected(date) => format!("perhaps {}, which is suspect", day(date)),
        Known::Between { from: None, to: None } | Known::Existence => "date not known".to_owned(),
    }
}

fn known_by(entry: Entry<'_>) -> String {
    let how = match entry.basis() {
        Basis::Official => "the text itself or an official table",
        Basis::Citations => "official documents that cite it with this date",
        Basis::Citation => "one official document that cites it with this date",
        Basis::RollCall => "the record of a roll-call vote",
        Basis::Neighbours => "the texts before and after it in number, both adopted on this day",
        Basis::MonthOnly => "a record of the month alone",
        Basis::Bounds => "the texts around it in number",
        Basis::Suspect => "documents that contradict one another, or the session",
        Basis::ExistenceOnly => "documents that don't date it",
        Basis::Project => "a table of the project",
    };
    match entry.citing() {
        0 => how.to_owned(),
        1 => format!("{how} (cited in 1 document)"),
        citing => format!("{how} (cited in {citing} documents)"),
    }
}

/// What can be said of a text that the registry does not have.
pub(super) fn unknown(printed: &str, symbol: Option<Symbol>, registry: &Registry, language: Language) -> String {
    let Some(symbol) = symbol else {
        return format!(
            "`{printed}` is in no table; write a number as in 65/230, 1514 (XV), 1325 (2000), 2012/19 or S-17/1, and \
             name its body with --body if it is not well known\n"
        );
    };
    let mut out = format!("{BOLD}{symbol}{BOLD:#}\n");
    if sessions::last_number(registry, symbol).is_some_and(|last| last.excludes(symbol.number.ordinal())) {
        out.push_str("  is in no table, and its number is past the last one of its session\n");
        return out;
    }
    out.push_str("  is in no table, which does not mean that it does not exist\n");
    if let Some((from, to)) = sessions::span(symbol.body, symbol.number) {
        let between = Known::Between { from: Some(from), to: Some(to) };
        let _ = writeln!(out, "  {:8} {}, by the calendar of sessions", "adopted", adopted(between, language));
    }
    out
}

/// A line for each text that was found.
pub(super) fn hits(words: &str, hits: &[Hit<'_>], language: Language) -> String {
    if hits.is_empty() {
        return format!("no title has all of `{words}`; try fewer words, or their beginnings\n");
    }
    let rows = hits.iter().map(|hit| {
        let date = hit.entry.day().map(|date| language.format_date(date)).unwrap_or_default();
        let title = hit.title.map_or("", |(_, title)| title);
        vec![hit.entry.symbol().to_string(), date, title.to_owned()]
    });
    columns(rows.collect(), &[Align::Left; 3])
}

/// What is counted, by body.
pub(super) fn stats(stats: &Stats) -> String {
    let mut rows: Vec<Vec<String>> = vec![
        ["body", "kind", "series", "texts", "day", "month", "bounds", "suspect", "title"].map(str::to_owned).into(),
    ];
    let same = |a: &Series, b: &Series| (a.body, a.kind) == (b.body, b.kind);
    for group in stats.series.chunk_by(same) {
        let body = Language::ENGLISH.body_name(group[0].body).to_owned();
        let mut row = vec![body, kind(group[0].kind).to_owned(), group.len().to_string()];
        row.extend(counts(group));
        rows.push(row);
    }
    let mut total = vec!["all".to_owned(), String::new(), stats.series.len().to_string()];
    total.extend(counts(&stats.series));
    rows.push(total);
    let mut align = [Align::Right; 9];
    align[..2].fill(Align::Left);
    columns(rows, &align)
}

fn counts(group: &[Series]) -> [String; 6] {
    let columns: [fn(&Series) -> usize; 6] = [
        |series| series.texts,
        |series| series.days,
        |series| series.months,
        |series| series.bounds,
        |series| series.suspected,
        |series| series.titles,
    ];
    columns.map(|column| group.iter().map(column).sum::<usize>().to_string())
}

/// What a kind of text is called.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Resolution => "resolution",
        Kind::Decision => "decision",
        Kind::Statement => "statement",
    }
}

/// On which side of its column a cell stands.
#[derive(Clone, Copy)]
pub(super) enum Align {
    Left,
    Right,
}

/// Lays rows out in columns.
pub(super) fn columns(rows: Vec<Vec<String>>, align: &[Align]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..align.len()).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).zip(align).map(|((cell, width), align)| match align {
            Align::Left => format!("{cell:width$}"),
            Align::Right => format!("{cell:>width$}"),
        });
        let line = cells.collect::<Vec<String>>().join("  ");
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}
