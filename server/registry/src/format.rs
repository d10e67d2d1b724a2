//! The tables of adopted texts, as people write them: TSV, CSV or JSON. The one place that knows the format; the
//! build script reads the embedded tables with it, and [`Layer`](crate::Layer) those of a project.
//!
//! Columns go by name, in any order: `symbol` and `date` are required; `basis`, `citing`, `title` (English),
//! `title_en`, `title_fr` …, `meeting`, `vote` and `source` are optional; any other column is the table's own affair.
//! A date is a day (`2019-12-18`), a month (`1977-12`), bounds (`2011-07-27/2011-07-28`, `../2005-07-20`), or nothing.
//! In TSV and CSV a line that starts with `#` is a comment.

use std::collections::BTreeMap;

use rapporteur_symbol::Symbol;
use serde_json::value::RawValue;
use time::{Date, Month};

use crate::facts::{Basis, Known};

/// What one row of a table states. An empty text states nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub symbol: Symbol,
    pub known: Known,
    pub basis: Basis,
    pub citing: u16,
    /// Language code and title.
    pub titles: Vec<(String, String)>,
    pub meeting: String,
    pub vote: String,
    pub source: String,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Cells between tabs, nothing quoted.
    Tsv,
    /// Cells between commas, quoted where need be.
    Csv,
    /// An array of objects.
    Json,
}

/// What a comment starts with, in TSV and CSV.
pub const COMMENT: u8 = b'#';

/// What was read from a table: the good rows and, for the others, what is wrong with them. Lines count from 1.
#[derive(Debug, Default)]
pub struct Contents {
    pub rows: Vec<(usize, Row)>,
    pub problems: Vec<(usize, String)>,
}

/// Reads a table.
pub fn read(text: &str, syntax: Syntax) -> Contents {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match syntax {
        Syntax::Tsv => read_cells(text, csv::ReaderBuilder::new().delimiter(b'\t').quoting(false)),
        Syntax::Csv => read_cells(text, &mut csv::ReaderBuilder::new()),
        Syntax::Json => read_json(text),
    }
}

fn read_cells(text: &str, builder: &mut csv::ReaderBuilder) -> Contents {
    let mut contents = Contents::default();
    let mut reader = builder.flexible(true).comment(Some(COMMENT)).from_reader(text.as_bytes());
    let header: Vec<Option<Column>> = match reader.headers() {
        Ok(header) => header.iter().map(Column::from_name).collect(),
        Err(error) => {
            contents.problems.push((1, format!("the header can't be read: {error}")));
            return contents;
        }
    };
    for (column, name) in [(Column::Symbol, "symbol"), (Column::Date, "date")] {
        if !header.iter().flatten().any(|known| *known == column) {
            contents.problems.push((1, format!("the table has no column `{name}`; name it in the first line")));
        }
    }
    if !contents.problems.is_empty() {
        return contents;
    }
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = line_of(text, error.position());
                contents.problems.push((line, format!("the row can't be read: {error}")));
                continue;
            }
        };
        let line = line_of(text, record.position());
        let row = if record.len() > header.len() {
            Err(format!("the row has {} cells, the header {}; take out what is too much", record.len(), header.len()))
        } else {
            let cells = header.iter().zip(&record).filter_map(|(column, cell)| Some((column.as_ref()?, cell)));
            read_row(cells)
        };
        contents.push(line, row);
    }
    contents
}

/// The line of a row of a text, counted from 1. The reader counts blank lines and comments above a row as part of it.
pub fn line_of(text: &str, position: Option<&csv::Position>) -> usize {
    let Some(position) = position else { return 1 };
    let from = text.get(position.byte() as usize..).unwrap_or_default();
    let is_row = |line: &str| line.as_bytes().first().is_some_and(|first| !b"\r\n#".contains(first));
    position.line() as usize + from.split_inclusive('\n').position(is_row).unwrap_or(0)
}

fn read_json(text: &str) -> Contents {
    let mut contents = Contents::default();
    let objects: Vec<&RawValue> = match serde_json::from_str(text) {
        Ok(objects) => objects,
        Err(error) => {
            let reason = format!("not an array of objects such as {{\"symbol\": …, \"date\": …}}: {error}");
            contents.problems.push((error.line().max(1), reason));
            return contents;
        }
    };
    let (mut line, mut counted) = (1, 0);
    for object in objects {
        let start = object.get().as_ptr() as usize - text.as_ptr() as usize;
        line += text.as_bytes()[counted..start].iter().filter(|byte| **byte == b'\n').count();
        counted = start;
        contents.push(line, read_object(object.get()));
    }
    contents
}

fn read_object(text: &str) -> Result<Row, String> {
    let object: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|_| "not an object such as {\"symbol\": …, \"date\": …}".to_owned())?;
    let mut cells = Vec::new();
    for (name, value) in object {
        let Some(column) = Column::from_name(&name) else { continue };
        let cell = match value {
            serde_json::Value::String(text) => text,
            serde_json::Value::Number(number) => number.to_string(),
            serde_json::Value::Null => String::new(),
            _ => return Err(format!("`{name}` is neither text nor a number; write it as text")),
        };
        cells.push((column, cell));
    }
    read_row(cells.iter().map(|(column, cell)| (column, cell.as_str())))
}

impl Contents {
    fn push(&mut self, line: usize, row: Result<Row, String>) {
        match row {
            Ok(row) => self.rows.push((line, row)),
            Err(reason) => self.problems.push((line, reason)),
        }
    }
}

/// The columns that mean something.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Symbol,
    Date,
    Basis,
    Citing,
    /// The title in the language with this code.
    Title(String),
    Meeting,
    Vote,
    Source,
}

impl Column {
    fn from_name(name: &str) -> Option<Column> {
        let name = name.trim().to_ascii_lowercase();
        Some(match name.as_str() {
            "symbol" => Column::Symbol,
            "date" => Column::Date,
            "basis" => Column::Basis,
            "citing" => Column::Citing,
            "title" => Column::Title("en".to_owned()),
            "meeting" => Column::Meeting,
            "vote" => Column::Vote,
            "source" => Column::Source,
            _ => {
                let code = name.strip_prefix("title_")?;
                let of_language = matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase());
                of_language.then(|| Column::Title(code.to_owned()))?
            }
        })
    }

    fn name(&self) -> String {
        match self {
            Column::Symbol => "symbol".to_owned(),
            Column::Date => "date".to_owned(),
            Column::Basis => "basis".to_owned(),
            Column::Citing => "citing".to_owned(),
            Column::Title(code) => format!("title_{code}"),
            Column::Meeting => "meeting".to_owned(),
            Column::Vote => "vote".to_owned(),
            Column::Source => "source".to_owned(),
        }
    }
}

fn read_row<'a>(cells: impl Iterator<Item = (&'a Column, &'a str)>) -> Result<Row, String> {
    let (mut symbol, mut known, mut basis, mut citing) = (None, Known::Existence, None, 0);
    let mut titles: Vec<(String, String)> = Vec::new();
    let [mut meeting, mut vote, mut source] = [const { String::new() }; 3];
    for (column, cell) in cells {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Symbol => symbol = Some(cell.parse::<Symbol>().map_err(|error| error.to_string())?),
            Column::Date => known = read_date(cell)?,
            Column::Basis => {
                let unknown = || format!("`{cell}` is no basis; use P, C, c, V, I, m, B, ? or -, or leave it empty");
                basis = Some(Basis::from_letter(cell).ok_or_else(unknown)?);
            }
            Column::Citing => {
                citing = cell.parse().map_err(|_| format!("`{cell}` is no number of citing documents (0 to 65535)"))?
            }
            Column::Title(code) => {
                titles.retain(|(other, _)| other != code);
                titles.push((code.clone(), cell.to_owned()));
            }
            Column::Meeting => meeting = cell.to_owned(),
            Column::Vote => vote = cell.to_owned(),
            Column::Source => source = cell.to_owned(),
        }
    }
    let symbol = symbol.ok_or("the row has no symbol; write one, as in A/RES/74/173")?;
    let (known, basis) = agree(known, basis)?;
    if basis == Basis::Project
        && known == Known::Existence
        && titles.is_empty()
        && meeting.is_empty()
        && vote.is_empty()
    {
        return Err(format!(
            "the row says nothing of {symbol}; give the date on which it was adopted, as in 2019-12-18"
        ));
    }
    Ok(Row { symbol, known, basis, citing, titles, meeting, vote, source })
}

/// Holds the date against the basis, which say partly the same.
fn agree(known: Known, basis: Option<Basis>) -> Result<(Known, Basis), String> {
    let basis = basis.unwrap_or(Basis::Project);
    let known = match (known, basis) {
        (Known::Day(day), Basis::Suspect) => Known::Suspected(day),
        (Known::Day(_), Basis::MonthOnly | Basis::Bounds | Basis::ExistenceOnly)
        | (Known::Month { .. } | Known::Between { .. }, Basis::Suspect | Basis::ExistenceOnly) => {
            return Err(format!("the basis `{}` does not go with the date; leave the basis empty", basis.letter()));
        }
        (Known::Existence, Basis::ExistenceOnly | Basis::Suspect | Basis::Project) => Known::Existence,
        (Known::Existence, _) => {
            return Err(format!("the basis `{}` needs a date; write it, or the basis `-`", basis.letter()));
        }
        (known, _) => known,
    };
    Ok((known, basis))
}

/// Reads a date in any of its forms.
pub fn read_date(cell: &str) -> Result<Known, String> {
    let known = match cell.split_once('/') {
        Some((from, to)) => {
            let bound = |text: &str| if text == ".." { Some(None) } else { read_day(text).map(Some) };
            bound(from)
                .zip(bound(to))
                .filter(|(from, to)| from.zip(*to).is_none_or(|(from, to)| from <= to))
                .and_then(|(from, to)| (from.is_some() || to.is_some()).then_some(Known::Between { from, to }))
        }
        None => read_day(cell).map(Known::Day).or_else(|| {
            let day = read_day(&format!("{cell}-01"))?;
            Some(Known::Month { year: day.year(), month: day.month() })
        }),
    };
    known.ok_or_else(|| {
        format!(
            "`{cell}` is no date from 1945 to 2099; write the day as in 2019-12-18, the month as in 1977-12, \
             bounds as in 2011-07-27/2011-07-28"
        )
    })
}

/// The cells that a row states, with the names of their columns, in the order in which a table has them. Date and basis
/// are always among them: empty, they say something too.
pub fn cells(row: &Row) -> Vec<(String, String)> {
    let citing = if row.citing == 0 { String::new() } else { row.citing.to_string() };
    let before = [
        (Column::Symbol, row.symbol.to_string()),
        (Column::Date, row.known.to_string()),
        (Column::Basis, row.basis.letter().to_owned()),
        (Column::Citing, citing),
    ];
    let titles = row.titles.iter().map(|(code, title)| (Column::Title(code.clone()), title.clone()));
    let after = [(Column::Meeting, &row.meeting), (Column::Vote, &row.vote), (Column::Source, &row.source)];
    let after = after.map(|(column, cell)| (column, cell.clone()));
    let cells = before.into_iter().chain(titles).chain(after);
    let states = |column: &Column, cell: &str| matches!(column, Column::Date | Column::Basis) || !cell.is_empty();
    cells.filter(|(column, cell)| states(column, cell)).map(|(column, cell)| (column.name(), cell)).collect()
}

/// The full name of a column that means something: `title_en` for `Title`.
pub fn column_name(name: &str) -> Option<String> {
    Column::from_name(name).map(|column| column.name())
}

/// Reads a day as `2019-12-18`. The packed form holds the days from 1945 to 2099.
pub fn read_day(text: &str) -> Option<Date> {
    let mut fields = text.split('-').map(|field| {
        let digits = field.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| field.parse::<u16>().ok()).flatten().filter(|_| field.len() == 4 || field.len() == 2)
    });
    let (year, month, day) = (fields.next()??, fields.next()??, fields.next()??);
    if fields.next().is_some() || !(1945..=2099).contains(&year) {
        return None;
    }
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_ways_of_writing_say_the_same() {
        let tsv = read("symbol\tdate\ttitle_fr\nA/RES/65/230\t2010-12-21\tDouzième Congrès\n", Syntax::Tsv);
        let csv = read("Title_FR,Date,Symbol,mine\r\nDouzième Congrès,2010-12-21,A/RES/65/230,x\r\n", Syntax::Csv);
        let json = read(
            r#"[{"symbol": "A/RES/65/230", "date": "2010-12-21", "title_fr": "Douzième Congrès", "own": []}]"#,
            Syntax::Json,
        );
        for contents in [&tsv, &csv, &json] {
            assert_eq!(contents.problems, []);
            assert_eq!(contents.rows[0].1, tsv.rows[0].1);
        }
        assert_eq!(tsv.rows[0].1.basis, Basis::Project);
    }

    #[test]
    fn bad_rows_are_told_with_their_line_and_the_good_ones_kept() {
        let text = "symbol\tdate\tbasis\n65/230\t2010-12-21\t\nA/RES/65/230\t2010-13-21\tP\n\
                    A/RES/65/231\t2010-12-21\tX\nA/RES/65/232\t2010-12-21\tP\nA/RES/65/233\t\t\n\t2010-12-21\t\n\
                    A/RES/65/234\t2010-12-21\tB\nA/RES/65/235\t2010-12-21\tP\tmore\n";
        let contents = read(text, Syntax::Tsv);
        let lines: Vec<usize> = contents.problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 4, 6, 7, 8, 9]);
        assert_eq!(contents.rows.len(), 1);
        assert_eq!(contents.rows[0].0, 5);
    }

    #[test]
    fn json_problems_have_the_line_of_their_object() {
        let text = "[\n {\"symbol\": \"A/RES/65/230\",\n  \"date\": \"2010\"},\n 7,\n {\"symbol\": \"A/RES/65/231\", \
                    \"date\": null, \"title\": \"x\"}]";
        let contents = read(text, Syntax::Json);
        let lines: Vec<usize> = contents.problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 4]);
        assert_eq!(contents.rows[0].0, 5);
        assert_eq!(read("[\n{]", Syntax::Json).problems[0].0, 2);
    }

    #[test]
    fn comments_are_passed_over_and_count_as_lines() {
        let contents = read("# Ours\nsymbol\tdate\n# Water\nA/RES/65/230\t2010-12-21\n65/231\t\n", Syntax::Tsv);
        assert_eq!((contents.rows[0].0, contents.problems[0].0), (4, 5));
    }

    #[test]
    fn what_is_written_reads_back() {
        let text = "symbol,date,basis,citing,title_fr,meeting,vote,source\n\
                    A/RES/65/230,2010-12-21,C,7,Congrès,A/65/PV.71,without a vote,x\nA/RES/65/231,../2010-12-21,B,,,,,\n";
        for (_, row) in read(text, Syntax::Csv).rows {
            let (names, cells): (Vec<String>, Vec<String>) = cells(&row).into_iter().unzip();
            let again = read(&format!("{}\n{}\n", names.join("\t"), cells.join("\t")), Syntax::Tsv);
            assert_eq!((again.rows[0].1.clone(), again.problems), (row, Vec::new()));
        }
    }

    #[test]
    fn a_table_without_its_columns_says_which() {
        for syntax in [Syntax::Tsv, Syntax::Csv] {
            assert_eq!(read("", syntax).problems.len(), 2);
            assert!(read("date\n2010-12-21\n", syntax).problems[0].1.contains("`symbol`"));
        }
    }

    #[test]
    fn dates_are_days_months_or_bounds() {
        assert!(matches!(read_date("2019-12-18"), Ok(Known::Day(_))));
        assert!(matches!(read_date("1977-12"), Ok(Known::Month { year: 1977, month: Month::December })));
        assert!(matches!(read_date("../2005-07-20"), Ok(Known::Between { from: None, to: Some(_) })));
        for bad in ["2019-2-30", "2019-02-30", "../..", "2011-07-28/2011-07-27", "+201-01-01", "1899-01-01", "21", "é"]
        {
            assert!(read_date(bad).is_err(), "{bad}");
        }
    }
}
