//! The tables of a project.

use std::{fmt, path::Path};

use crate::{
    facts::Known,
    format::{self, Syntax},
    pack,
    table::{Bytes, Table},
};

/// A table of a project, to lie over the embedded ones: a row replaces only what it states.
///
/// Columns, or keys of the objects of a JSON array: `symbol` and `date` are required; `basis`, `title` (English),
/// `title_en`, `title_fr` …, `meeting`, `vote`, `citing` and `source` may be there; others are not looked at. A date is
/// a day (`2019-12-18`), a month (`1977-12`), bounds (`2011-07-27/2011-07-28`), or empty where a row gives only a title.
/// A row without a basis is certain, and its source is the path of the table. In TSV and CSV lines that start with `#` are
/// comments. Cheap to clone.
#[derive(Clone)]
pub struct Layer {
    pub(crate) table: Table,
}

/// What is wrong with a row of a table, as a sentence with its place and a way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path of the table, as it was given.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.reason)
    }
}

impl std::error::Error for Problem {}

impl fmt::Debug for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Layer({} rows)", self.table.len())
    }
}

impl Layer {
    /// Reads a table as the extension of its path says: `.tsv`, `.csv` or `.json`. The good rows are in the layer
    /// whatever is wrong with the others.
    pub fn read(text: &str, path: &str) -> (Layer, Vec<Problem>) {
        match Path::new(path).extension().and_then(|extension| extension.to_str()) {
            Some("tsv") => Layer::from_tsv(text, path),
            Some("csv") => Layer::from_csv(text, path),
            Some("json") => Layer::from_json(text, path),
            _ => {
                let reason = "what is in the table can't be told; name it *.tsv, *.csv or *.json".to_owned();
                (Layer { table: packed(&[]) }, vec![Problem { path: path.to_owned(), line: 1, reason }])
            }
        }
    }

    /// Reads a table of cells between tabs, nothing quoted.
    pub fn from_tsv(text: &str, path: &str) -> (Layer, Vec<Problem>) {
        Layer::build(text, path, Syntax::Tsv)
    }

    /// Reads a table of cells between commas, quoted where need be.
    pub fn from_csv(text: &str, path: &str) -> (Layer, Vec<Problem>) {
        Layer::build(text, path, Syntax::Csv)
    }

    /// Reads a JSON array of objects.
    pub fn from_json(text: &str, path: &str) -> (Layer, Vec<Problem>) {
        Layer::build(text, path, Syntax::Json)
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn build(text: &str, path: &str, syntax: Syntax) -> (Layer, Vec<Problem>) {
        let format::Contents { mut rows, mut problems } = format::read(text, syntax);
        rows.sort_by_key(|(line, row)| (row.symbol.key(), *line));
        let mut good: Vec<(usize, format::Row)> = Vec::with_capacity(rows.len());
        for (line, mut row) in rows {
            match good.last() {
                Some((first, last)) if last.symbol == row.symbol => {
                    let symbol = row.symbol;
                    problems.push((line, format!("{symbol} stands already in line {first}; keep one of the two rows")));
                }
                _ => {
                    if row.source.is_empty() && row.known != Known::Existence {
                        path.clone_into(&mut row.source);
                    }
                    good.push((line, row));
                }
            }
        }
        problems.sort();
        let problems =
            problems.into_iter().map(|(line, reason)| Problem { path: path.to_owned(), line, reason }).collect();
        let rows: Vec<format::Row> = good.into_iter().map(|(_, row)| row).collect();
        (Layer { table: packed(&rows) }, problems)
    }
}

fn packed(rows: &[format::Row]) -> Table {
    Table::new(Bytes::Packed(pack::pack(rows).into()))
}
