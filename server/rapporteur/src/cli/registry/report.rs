//! What an import has changed, for people and for other tools.

use std::{fmt::Write, path::Path};

use rapporteur_draft::Language;
use rapporteur_registry::{Added, Basis, Change, Conflict, Gain, Known};
use serde::Serialize;

use crate::cli::columns::{Align, columns};

use super::{Format, table::adopted};

/// What is to be reported.
pub(super) struct Import<'a> {
    /// The table into which was imported.
    pub(super) table: &'a Path,
    /// Whether nothing is written.
    pub(super) dry_run: bool,
    pub(super) import: &'a rapporteur_registry::Import<'a>,
    /// The exports with what became of them.
    pub(super) added: &'a [(String, Added)],
}

/// Every gain with its name in reports and how it is counted.
const GAINS: [(Gain, &str, &str); 4] = [
    (Gain::New, "new", "new"),
    (Gain::Dated, "dated", "with a better date"),
    (Gain::Titled, "titled", "with further titles"),
    (Gain::Detailed, "detailed", "with a meeting or a vote"),
];

/// How many changes are listed for people.
const LISTED: usize = 40;

impl Import<'_> {
    /// The report. Dates for people are in this language.
    pub(super) fn write(&self, format: Format, language: Language) -> String {
        match format {
            Format::Table => self.table(language),
            Format::Json => self.json(),
        }
    }

    fn table(&self, language: Language) -> String {
        let changes = self.import.changes();
        let rows = changes
            .iter()
            .take(LISTED)
            .map(|change| vec![name(change.gain).to_owned(), change.symbol.to_string(), said(change, language)]);
        let mut out = columns(&rows.collect::<Vec<_>>(), &[Align::Left; 3]);
        if changes.len() > LISTED {
            let _ = writeln!(out, "and {} more; `--format json` lists all", changes.len() - LISTED);
        }
        for conflict in self.import.conflicts() {
            let _ = writeln!(out, "{}", contradiction(conflict, language));
        }
        for (path, refused) in self.refused() {
            let _ = writeln!(out, "{path}:{}: refused: {}", refused.line, refused.reason);
        }
        let _ = writeln!(out, "{}", self.summary(&changes));
        out
    }

    fn summary(&self, changes: &[Change]) -> String {
        let count = |gain: Gain| changes.iter().filter(|change| change.gain == gain).count();
        let mut counts: Vec<String> =
            GAINS.iter().map(|(gain, _, counted)| format!("{} {counted}", count(*gain))).collect();
        counts.push(format!("{} unchanged", self.import.unchanged()));
        let mut summary = format!("{}: {}", self.table.display(), counts.join(", "));
        let refused = self.refused().count();
        let _ = write!(summary, "; {refused} {} refused", if refused == 1 { "record" } else { "records" });
        let others: usize = self.added.iter().map(|(_, added)| added.others).sum();
        if others > 0 {
            let _ = write!(summary, ", {others} of other documents passed over");
        }
        if self.dry_run {
            summary.push_str("; nothing was written");
        }
        summary
    }

    fn refused(&self) -> impl Iterator<Item = (&str, &rapporteur_registry::Problem)> {
        self.added.iter().flat_map(|(path, added)| added.refused.iter().map(move |problem| (path.as_str(), problem)))
    }

    fn json(&self) -> String {
        let exports = self.added.iter().map(|(path, added)| ExportObject {
            path,
            kind: added.export.to_string(),
            records: added.read,
            others: added.others,
        });
        let changes = self.import.changes();
        let object = ReportObject {
            table: self.table.display().to_string(),
            dry_run: self.dry_run,
            exports: exports.collect(),
            changes: changes.iter().map(ChangeObject::new).collect(),
            unchanged: self.import.unchanged(),
            conflicts: self.import.conflicts().iter().map(ConflictObject::new).collect(),
            refused: self
                .refused()
                .map(|(path, problem)| RefusedObject { path, line: problem.line, reason: &problem.reason })
                .collect(),
        };
        let text = serde_json::to_string_pretty(&object).expect("strings and numbers always are JSON");
        format!("{text}\n")
    }
}

fn name(gain: Gain) -> &'static str {
    GAINS.iter().find(|(known, ..)| *known == gain).map_or("", |(_, name, _)| name)
}

/// What has changed of a text, as a phrase.
fn said(change: &Change, language: Language) -> String {
    let mut said = Vec::new();
    let before = change.before.map_or(Known::Existence, |(known, _)| known);
    if matches!(change.gain, Gain::New | Gain::Dated) {
        said.push(adopted(change.after.0, language));
    }
    if change.gain == Gain::Dated {
        said.push(match change.before {
            Some((known, basis)) if known == change.after.0 => format!("until now on the basis `{}`", basis.letter()),
            _ => format!("before: {}", adopted(before, language)),
        });
    }
    if !change.titles.is_empty() {
        said.push(format!("title {}", change.titles.join(" ")));
    }
    said.join(", ")
}

/// A date that contradicts what is known, as a sentence.
fn contradiction(conflict: &Conflict, language: Language) -> String {
    let dated = |(known, basis): (Known, Basis)| match basis.letter() {
        "" => adopted(known, language),
        letter => format!("{} (basis {letter})", adopted(known, language)),
    };
    format!(
        "{}:{}: {} is dated {}, but {} has {}; {}",
        conflict.path,
        conflict.line,
        conflict.symbol,
        dated(conflict.stated),
        if conflict.source.is_empty() { "the registry" } else { &conflict.source },
        dated(conflict.known),
        if conflict.kept { "that stays" } else { "the new date is known better and was taken over" }
    )
}

#[derive(Serialize)]
struct ReportObject<'a> {
    table: String,
    dry_run: bool,
    exports: Vec<ExportObject<'a>>,
    changes: Vec<ChangeObject<'a>>,
    unchanged: usize,
    conflicts: Vec<ConflictObject<'a>>,
    refused: Vec<RefusedObject<'a>>,
}

#[derive(Serialize)]
struct ExportObject<'a> {
    path: &'a str,
    kind: String,
    records: usize,
    /// Records of other documents, which were passed over.
    others: usize,
}

#[derive(Serialize)]
struct ChangeObject<'a> {
    symbol: String,
    change: &'static str,
    /// Null for a new text.
    before: Option<DateObject>,
    after: DateObject,
    titles: &'a [String],
    source: &'a str,
}

#[derive(Serialize)]
struct ConflictObject<'a> {
    path: &'a str,
    line: usize,
    symbol: String,
    stated: DateObject,
    known: DateObject,
    source: &'a str,
    kept: bool,
}

#[derive(Serialize)]
struct RefusedObject<'a> {
    path: &'a str,
    line: usize,
    reason: &'a str,
}

/// A date as tables have it.
#[derive(Serialize)]
struct DateObject {
    date: String,
    basis: &'static str,
}

impl<'a> ChangeObject<'a> {
    fn new(change: &'a Change) -> ChangeObject<'a> {
        ChangeObject {
            symbol: change.symbol.to_string(),
            change: name(change.gain),
            before: change.before.map(DateObject::new),
            after: DateObject::new(change.after),
            titles: &change.titles,
            source: &change.source,
        }
    }
}

impl<'a> ConflictObject<'a> {
    fn new(conflict: &'a Conflict) -> ConflictObject<'a> {
        ConflictObject {
            path: &conflict.path,
            line: conflict.line,
            symbol: conflict.symbol.to_string(),
            stated: DateObject::new(conflict.stated),
            known: DateObject::new(conflict.known),
            source: &conflict.source,
            kept: conflict.kept,
        }
    }
}

impl DateObject {
    fn new((known, basis): (Known, Basis)) -> DateObject {
        DateObject { date: known.to_string(), basis: basis.letter() }
    }
}
