//! What the registry knows, for people.

use std::fmt::Write;

use anstyle::Style;
use rapporteur_draft::Language;
use rapporteur_registry::{Basis, Entry, Hit, Known, Registry, Series, sessions};
use rapporteur_symbol::{Kind, Symbol};
use time::Date;

use crate::cli::columns::{Align, columns};

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

/// How something is known, as a phrase after "by".
pub(super) fn how(basis: Basis) -> &'static str {
    match basis {
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
    }
}

fn known_by(entry: Entry<'_>) -> String {
    let how = how(entry.basis());
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
             name its body with --body if it is not well known, or look for words of its title with \
             `rapporteur registry search`\n"
        );
    };
    let mut out = format!("{BOLD}{symbol}{BOLD:#}\n");
    if sessions::last_number(registry, symbol).is_some_and(|last| last.excludes(symbol.number.ordinal())) {
        out.push_str("  is in no table, and its number is past the last one of its session\n");
    } else {
        out.push_str("  is in no table, which does not mean that it does not exist\n");
        if let Some((from, to)) = sessions::span(symbol.body, symbol.number) {
            let between = Known::Between { from: Some(from), to: Some(to) };
            let _ = writeln!(out, "  {:8} {}, by the calendar of sessions", "adopted", adopted(between, language));
        }
    }
    let near = registry.nearest(symbol);
    if !near.is_empty() {
        let rows: Vec<_> =
            near.iter().map(|entry| line(*entry, entry.title("en").unwrap_or_default(), language)).collect();
        out.push_str("  the nearest that are known:\n");
        for line in columns(&rows, &[Align::Left; 3]).lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
    out
}

/// A line for each text that was found.
pub(super) fn hits(words: &str, hits: &[Hit<'_>], language: Language) -> String {
    if hits.is_empty() {
        return format!(
            "no title has all of `{words}`, even with slips of the pen; try fewer words, or their beginnings\n"
        );
    }
    let rows = hits.iter().map(|hit| line(hit.entry, hit.title.map_or("", |(_, title)| title), language));
    columns(&rows.collect::<Vec<_>>(), &[Align::Left; 3])
}

fn line(entry: Entry<'_>, title: &str, language: Language) -> Vec<String> {
    let date = entry.day().map(|date| language.format_date(date)).unwrap_or_default();
    vec![entry.symbol().to_string(), date, title.to_owned()]
}

/// What is counted by body, a line for each kind of text and one for all.
pub(super) fn by_body(bodies: &[Series]) -> String {
    let mut rows = vec![stats_header(&["body", "kind", "sessions"])];
    rows.extend(
        bodies.iter().map(|one| stats_row(one, &[body(one), kind(one.kind).to_owned(), one.sessions.to_string()])),
    );
    let all = Series::together(bodies).filter(|_| bodies.len() > 1);
    rows.extend(all.map(|all| stats_row(&all, &["all".to_owned(), String::new(), all.sessions.to_string()])));
    stats_columns(&rows)
}

/// What is counted by session or year, a line for each.
pub(super) fn by_session(series: &[Series]) -> String {
    let mut rows = vec![stats_header(&["body", "kind", "session", "highest"])];
    rows.extend(series.iter().map(|one| {
        stats_row(one, &[body(one), kind(one.kind).to_owned(), one.label.clone(), one.highest.to_string()])
    }));
    stats_columns(&rows)
}

fn body(series: &Series) -> String {
    Language::ENGLISH.body_name(series.body).to_owned()
}

fn stats_header(what: &[&str]) -> Vec<String> {
    let counts = ["known", "share", "dated", "certain", "titles", "first", "last"];
    what.iter().chain(&counts).map(ToString::to_string).collect()
}

fn stats_row(series: &Series, what: &[String]) -> Vec<String> {
    let share = (100 * series.known_numbers).checked_div(series.numbers);
    let share = share.map(|share| format!("{share}%")).unwrap_or_default();
    let count = |count: usize| count.to_string();
    let (first, last) = series.span.map(|(first, last)| (first.to_string(), last.to_string())).unwrap_or_default();
    let counts =
        [count(series.texts), share, count(series.days), count(series.certain), count(series.titles), first, last];
    what.iter().cloned().chain(counts).collect()
}

fn stats_columns(rows: &[Vec<String>]) -> String {
    let mut align = vec![Align::Right; rows[0].len()];
    align[..2].fill(Align::Left);
    columns(rows, &align)
}

/// What a kind of text is called.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Resolution => "resolution",
        Kind::Decision => "decision",
        Kind::Statement => "statement",
    }
}
