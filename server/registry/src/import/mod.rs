//! Taking into a table of a project what exports of other collections state.
//!
//! Four kinds of exports are read: the Digital Library's CSV and MARCXML, the documents in AKN4UN, and tables in our own
//! format. [`Import`] merges them, text by text, with what the registry and the table know, so that better knowledge is
//! never overwritten with worse, and each row says where what it adds is known from.

mod akn;
mod csv;
mod fields;
mod marc;
mod merge;
mod reading;
mod sheet;

use std::{collections::BTreeMap, fmt, path::Path};

use rapporteur_symbol::Symbol;
use roxmltree::Document;

use crate::{
    facts::{Basis, Known},
    format::{self, Row, Syntax},
    layer::Problem,
    registry::Registry,
    sessions,
};
use merge::{Dating, Text};
use reading::Reading;
use sheet::Sheet;

/// The kind of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// CSV of the United Nations Digital Library.
    LibraryCsv,
    /// MARCXML of the United Nations Digital Library.
    LibraryMarcxml,
    /// A document in Akoma Ntoso for the United Nations.
    Akn4un,
    /// A table in the format of a project's own.
    Table,
}

impl fmt::Display for Export {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Export::LibraryCsv => "Digital Library CSV",
            Export::LibraryMarcxml => "Digital Library MARCXML",
            Export::Akn4un => "AKN4UN",
            Export::Table => "table",
        })
    }
}

/// What became of one export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// Its kind.
    pub export: Export,
    /// How many of its records were read, each of an adopted text.
    pub read: usize,
    /// How many of its records are of documents that no body adopts: drafts, reports, records of meetings.
    pub others: usize,
    /// The records that were refused, with their lines and the reasons.
    pub refused: Vec<Problem>,
}

/// What an import adds to what is known of a text; the greatest of what it adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gain {
    /// The text was in no table.
    New,
    /// Its date is known, or known better.
    Dated,
    /// It has a title in a further language.
    Titled,
    /// Its meeting or its vote is known, or known better.
    Detailed,
}

/// A text of which more is known after the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The text.
    pub symbol: Symbol,
    /// What was gained.
    pub gain: Gain,
    /// What was known of the date before, and how.
    pub before: Option<(Known, Basis)>,
    /// What is known of it now, and how.
    pub after: (Known, Basis),
    /// The languages of the titles that it gained.
    pub titles: Vec<String>,
    /// Where what was gained is known from.
    pub source: String,
}

/// A date in an export that contradicts what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The path of the export, as it was given.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The text.
    pub symbol: Symbol,
    /// What the export states.
    pub stated: (Known, Basis),
    /// What was known.
    pub known: (Known, Basis),
    /// Where that was known from.
    pub source: String,
    /// Whether what was known stays. Otherwise the export knows it better, and its date was taken over.
    pub kept: bool,
}

/// The merging of exports into a table.
pub struct Import<'a> {
    registry: &'a Registry,
    sheet: Sheet,
    /// What the table says, by symbol.
    own: BTreeMap<u64, Row>,
    /// The texts of which the exports state something, by symbol.
    texts: BTreeMap<u64, Text>,
    conflicts: Vec<Conflict>,
}

impl<'a> Import<'a> {
    /// An import into a tab-separated table whose text this is, empty for a new one. The registry is what is known,
    /// and has this table among its layers.
    ///
    /// # Errors
    /// The header of the table can't be used; the error says why, and what to do.
    pub fn new(registry: &'a Registry, table: &str) -> Result<Import<'a>, String> {
        let sheet = Sheet::read(table)?;
        let mut own = BTreeMap::new();
        for (_, row) in format::read(table, Syntax::Tsv).rows {
            own.entry(row.symbol.key()).or_insert(row);
        }
        Ok(Import { registry, sheet, own, texts: BTreeMap::new(), conflicts: Vec::new() })
    }

    /// Reads an export and merges what it states. The kind is told by what is in it; `path` names it in the column
    /// `source` and in what is reported.
    ///
    /// # Errors
    /// It is no export of a kind that can be read, or no well-formed XML.
    pub fn add(&mut self, text: &str, path: &str) -> Result<Added, Problem> {
        let problem = |line, reason| Problem { path: path.to_owned(), line, reason };
        let (export, Reading { rows, problems, others }) =
            read(text).map_err(|(line, reason)| problem(line, reason))?;
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
        let source = format!("{export} {}", fields::squeeze(&name));
        let mut refused: Vec<Problem> = problems.into_iter().map(|(line, reason)| problem(line, reason)).collect();
        let read = rows.len();
        for (line, mut row) in rows {
            if let Some(reason) = out_of_session(&row) {
                refused.push(problem(line, reason));
                (row.known, row.basis) = (Known::Existence, Basis::ExistenceOnly);
            }
            let source = if row.source.is_empty() { source.clone() } else { std::mem::take(&mut row.source) };
            self.merge(&row, &source, path, line);
        }
        refused.sort_by_key(|problem| problem.line);
        Ok(Added { export, read, others, refused })
    }

    fn merge(&mut self, row: &Row, source: &str, path: &str, line: usize) {
        let key = row.symbol.key();
        let (registry, own) = (self.registry, &self.own);
        let new = || Text::new(row, registry.lookup(row.symbol), own.get(&key).cloned());
        let text = self.texts.entry(key).or_insert_with(new);
        let (known, known_from) = ((text.known.known, text.known.basis), text.known.source.clone());
        let dating = text.merge(row, source);
        if matches!(dating, Dating::Replaces | Dating::Contradicts) {
            self.conflicts.push(Conflict {
                path: path.to_owned(),
                line,
                symbol: row.symbol,
                stated: (row.known, row.basis),
                known,
                source: known_from,
                kept: dating == Dating::Contradicts,
            });
        }
    }

    /// The texts of which more is known than before, by symbol.
    pub fn changes(&self) -> Vec<Change> {
        let changes = self.texts.values().filter_map(|text| {
            let gain = text.gain()?;
            let own = text.own.as_ref()?;
            Some(Change {
                symbol: own.symbol,
                gain,
                before: text.before,
                after: (text.known.known, text.known.basis),
                titles: text.titled.clone(),
                source: own.source.clone(),
            })
        });
        changes.collect()
    }

    /// How many texts the exports state nothing new of.
    pub fn unchanged(&self) -> usize {
        self.texts.values().filter(|text| text.gain().is_none()).count()
    }

    /// The dates that contradict what is known, in the order in which they were read.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The text of the table after the import, sorted by symbol; `None` where there is nothing to write. With `all` it
    /// has each text of the exports, with all that is known of it; otherwise what the exports add to what is known.
    pub fn table(mut self, all: bool) -> Option<String> {
        let gained = |text: &&Text| text.gain().is_some();
        let rows: Vec<Row> = if all {
            self.texts.values().map(Text::whole).collect()
        } else {
            self.texts.values().filter(gained).filter_map(|text| text.own.clone()).collect()
        };
        if rows.is_empty() {
            return None;
        }
        self.sheet.put(&rows);
        Some(self.sheet.write())
    }
}

/// Reads an export of whatever kind; the error has its line.
fn read(text: &str) -> Result<(Export, Reading), (usize, String)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    if start.starts_with('<') {
        return read_xml(text);
    }
    if start.starts_with('[') {
        return Ok((Export::Table, format::read(text, Syntax::Json).into()));
    }
    let is_comment = |line: &&str| line.as_bytes().first() == Some(&format::COMMENT);
    let header = text.lines().find(|line| !is_comment(line) && !line.is_empty()).unwrap_or_default();
    let (delimiter, of_library) = csv::recognise(header);
    let names: Vec<Option<String>> =
        header.split(char::from(delimiter)).map(|name| format::column_name(name.trim_matches('"'))).collect();
    let has = |name: &str| names.iter().flatten().any(|known| known == name);
    match delimiter {
        b'\t' if has("symbol") && has("date") => Ok((Export::Table, format::read(text, Syntax::Tsv).into())),
        b',' if has("symbol") && has("date") => Ok((Export::Table, format::read(text, Syntax::Csv).into())),
        _ if of_library => Ok((Export::LibraryCsv, csv::read(text, delimiter))),
        _ => Err((1, format!("what is in the file can't be told; {KINDS}"))),
    }
}

/// What can be imported, for whoever tried something else.
const KINDS: &str =
    "import CSV or MARCXML of the Digital Library, AKN4UN, or a table with the columns `symbol` and `date`";

fn read_xml(text: &str) -> Result<(Export, Reading), (usize, String)> {
    let document = Document::parse(text).map_err(|error| {
        let reason = format!("the XML is not well formed: {error}; export or download the file again");
        (error.pos().row as usize, reason)
    })?;
    let root = document.root_element();
    if root.tag_name().name() == "akomaNtoso" {
        Ok((Export::Akn4un, akn::read(&document)))
    } else if root.descendants().any(|node| node.tag_name().name() == "datafield") {
        Ok((Export::LibraryMarcxml, marc::read(&document)))
    } else {
        Err((1, format!("XML with the root `{}` is unknown; {KINDS}", root.tag_name().name())))
    }
}

/// Why the date of a row can't be right, if it lies outside the session.
fn out_of_session(row: &Row) -> Option<String> {
    let (first, last) = row.known.span()?;
    let (from, to) = sessions::span(row.symbol.body, row.symbol.number)?;
    (last < from || to < first).then(|| {
        let Row { symbol, known: date, .. } = row;
        format!("{symbol} can't have been adopted on {date}: its session lies between {from} and {to}; its date is not taken over")
    })
}
