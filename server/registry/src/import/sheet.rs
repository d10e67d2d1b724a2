//! A table of a project as its author wrote it: what an import adds goes in, everything else stays.

use std::collections::{BTreeSet, HashMap};

use rapporteur_symbol::Symbol;

use crate::{
    facts::Basis,
    format::{self, COMMENT, Row},
};

/// A tab-separated table, line by line.
#[derive(Debug)]
pub(super) struct Sheet {
    mark: &'static str,
    newline: &'static str,
    /// Comments above the header.
    above: Vec<String>,
    header: Vec<String>,
    lines: Vec<Line>,
    /// Comments below the last row.
    below: Vec<String>,
}

/// A row and what stands above it.
#[derive(Debug)]
struct Line {
    /// Comments and blank lines, which go where the row goes.
    above: Vec<String>,
    /// `None` for a row that can't be read. It stays as it is, below the row that it follows.
    symbol: Option<Symbol>,
    cells: Vec<String>,
}

/// The columns that every table has.
const REQUIRED: [&str; 2] = ["symbol", "date"];

/// The columns of a new table in their order, by the beginnings of their names.
const COLUMNS: [&str; 8] = ["symbol", "date", "basis", "citing", "title_", "meeting", "vote", "source"];

/// What some editors put before a text in UTF-8.
const MARK: &str = "\u{feff}";

impl Sheet {
    /// Reads a table; an empty text is a table without rows. The error says what is wrong with the header.
    pub(super) fn read(text: &str) -> Result<Sheet, String> {
        let (mark, text) = text.strip_prefix(MARK).map_or(("", text), |text| (MARK, text));
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut sheet =
            Sheet { mark, newline, above: Vec::new(), header: Vec::new(), lines: Vec::new(), below: Vec::new() };
        let mut above = Vec::new();
        for line in text.lines() {
            if line.as_bytes().first().is_none_or(|first| *first == COMMENT) {
                above.push(line.to_owned());
            } else if sheet.header.is_empty() {
                sheet.above = std::mem::take(&mut above);
                sheet.header = line.split('\t').map(str::to_owned).collect();
            } else {
                let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
                let symbol = sheet.column("symbol").and_then(|at| cells.get(at)?.trim().parse().ok());
                sheet.lines.push(Line { above: std::mem::take(&mut above), symbol, cells });
            }
        }
        sheet.below = above;
        if sheet.header.is_empty() {
            sheet.header = REQUIRED.map(str::to_owned).to_vec();
        }
        for name in REQUIRED {
            if sheet.column(name).is_none() {
                return Err(format!("the table has no column `{name}`; name it in the first line"));
            }
        }
        Ok(sheet)
    }

    /// Puts rows into the table, over those of the same symbols or as new ones, and sorts it by symbol.
    pub(super) fn put(&mut self, rows: &[Row]) {
        self.add_columns(rows);
        let mut places: HashMap<Symbol, usize> = HashMap::new();
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(symbol) = line.symbol {
                places.entry(symbol).or_insert(at);
            }
        }
        for row in rows {
            let at = *places.entry(row.symbol).or_insert_with(|| {
                self.lines.push(Line { above: Vec::new(), symbol: Some(row.symbol), cells: Vec::new() });
                self.lines.len() - 1
            });
            let width = self.header.len().max(self.lines[at].cells.len());
            self.lines[at].cells.resize(width, String::new());
            for (name, value) in format::cells(row) {
                let Some(column) = self.column(&name) else { continue };
                let cell = &mut self.lines[at].cells[column];
                // Nothing but the basis of a text without a date ever ceases to hold; all else that is lacking in the row is
                // what could not be read in the table.
                let holds = value.is_empty() && cell.trim() != Basis::ExistenceOnly.letter();
                if cell.trim() != value && !holds {
                    *cell = value;
                }
            }
        }
        self.sort();
    }

    /// The text of the table.
    pub(super) fn write(&self) -> String {
        let rows = self.lines.iter().flat_map(|line| line.above.iter().cloned().chain([line.cells.join("\t")]));
        let lines =
            self.above.iter().cloned().chain([self.header.join("\t")]).chain(rows).chain(self.below.iter().cloned());
        let mut text = self.mark.to_owned();
        for line in lines {
            text.push_str(&line);
            text.push_str(self.newline);
        }
        text
    }

    /// The place of the column with this full name.
    fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| format::column_name(column).as_deref() == Some(name))
    }

    /// Adds the columns that the rows need at the end, so that the other rows stay as they are.
    fn add_columns(&mut self, rows: &[Row]) {
        let stated = rows.iter().flat_map(format::cells).filter(|(_, value)| !value.is_empty()).map(|(name, _)| name);
        let missing: BTreeSet<String> = stated.filter(|name| self.column(name).is_none()).collect();
        let place = |name: &String| COLUMNS.iter().position(|column| name.starts_with(column));
        let mut missing: Vec<String> = missing.into_iter().collect();
        missing.sort_by_key(place);
        self.header.extend(missing);
    }

    /// Sorts the rows by symbol; those that can't be read stay below the row that they follow.
    fn sort(&mut self) {
        let mut key = 0;
        let mut keyed: Vec<(u64, Line)> = Vec::with_capacity(self.lines.len());
        for line in self.lines.drain(..) {
            key = line.symbol.map_or(key, Symbol::key);
            keyed.push((key, line));
        }
        keyed.sort_by_key(|(key, _)| *key);
        self.lines = keyed.into_iter().map(|(_, line)| line).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Syntax;

    fn row(text: &str) -> Row {
        format::read(&format!("symbol\tdate\tbasis\ttitle_en\ttitle_es\n{text}\n"), Syntax::Tsv).rows.remove(0).1
    }

    fn put(table: &str, rows: &[&str]) -> String {
        let mut sheet = Sheet::read(table).unwrap();
        sheet.put(&rows.iter().map(|text| row(text)).collect::<Vec<Row>>());
        sheet.write()
    }

    #[test]
    fn a_new_table_has_the_columns_that_it_needs() {
        assert_eq!(
            put("", &["A/RES/90/2\t2035-12-02\tP\tWater", "A/RES/90/1\t\t\t\tAgua"]),
            "symbol\tdate\tbasis\ttitle_en\ttitle_es\nA/RES/90/1\t\t\t\tAgua\nA/RES/90/2\t2035-12-02\tP\tWater\t\n"
        );
    }

    #[test]
    fn comments_and_columns_of_the_author_stay() {
        let table = "\u{feff}# Ours\r\nDate\tSymbol\tmine\r\n\r\n# The second\r\n2035-12-02\tA/RES/90/2\tx\r\nbad\trow\r\n\
                     2035-12-01\tA/RES/90/1\r\n# The end\r\n";
        assert_eq!(Sheet::read(table).unwrap().write(), table);
        assert_eq!(
            put(table, &["A/RES/90/2\t2035-12-03\tP", "A/RES/90/3\t2035-12-03\tC"]),
            "\u{feff}# Ours\r\nDate\tSymbol\tmine\tbasis\r\n2035-12-01\tA/RES/90/1\r\n\r\n# The second\r\n\
             2035-12-03\tA/RES/90/2\tx\tP\r\nbad\trow\r\n2035-12-03\tA/RES/90/3\t\tC\r\n# The end\r\n"
        );
    }

    #[test]
    fn what_could_not_be_read_stays() {
        let table = put("symbol\tdate\tbasis\nA/RES/90/1\tsoon\tP\n", &["A/RES/90/1\t\t\tWater"]);
        assert_eq!(table, "symbol\tdate\tbasis\ttitle_en\nA/RES/90/1\tsoon\tP\tWater\n");
    }

    #[test]
    fn a_basis_that_no_longer_holds_goes() {
        let table = put("symbol\tdate\tbasis\nA/RES/90/1\t\t-\n", &["A/RES/90/1\t2035-12-03\t"]);
        assert_eq!(table, "symbol\tdate\tbasis\nA/RES/90/1\t2035-12-03\t\n");
    }

    #[test]
    fn a_table_without_its_columns_says_which() {
        assert!(Sheet::read("symbol\ttitle\n").unwrap_err().contains("`date`"));
    }
}
