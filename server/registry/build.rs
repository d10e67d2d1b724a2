//! Packs the tables of `data/` into one file that the registry uses in place, and writes the sessions held as a Rust
//! table. A bad row fails the build with its file and line.

#[path = "src/facts.rs"]
#[allow(dead_code, reason = "the library uses the rest")]
mod facts;
#[path = "src/format.rs"]
#[allow(dead_code, reason = "the library uses the rest")]
mod format;
#[path = "src/pack.rs"]
#[allow(dead_code, reason = "the library uses the rest")]
mod pack;
#[path = "src/words.rs"]
mod words;

use std::{env, error::Error, fmt::Write, fs, path::Path};

use rapporteur_symbol::{Body, Kind, Number, Symbol};

use crate::format::{Row, Syntax};

fn main() -> Result<(), Box<dyn Error>> {
    for path in ["data", "src/facts.rs", "src/format.rs", "src/pack.rs", "src/words.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("data");
    let out = env::var("OUT_DIR")?;
    let mut rows = read_tables(&data)?;
    read_titles(&data.join("titles"), &mut rows)?;
    fs::write(Path::new(&out).join("registry.bin"), pack::pack(&rows))?;
    fs::write(Path::new(&out).join("sessions.rs"), read_sessions(&data.join("sessions.tsv"))?)?;
    Ok(())
}

/// Reads the table of every body that has one, in the order of the bodies, so that all rows are sorted.
fn read_tables(data: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for body in Body::all() {
        let path = data.join(format!("{}.tsv", body.key()));
        if !path.exists() {
            continue;
        }
        let place = |line: usize| format!("{}:{line}", path.display());
        let contents = format::read(&fs::read_to_string(&path)?, Syntax::Tsv);
        if let Some((line, reason)) = contents.problems.first() {
            return Err(format!("{}: {reason}", place(*line)).into());
        }
        let mut last = None;
        for (line, row) in contents.rows {
            if row.symbol.body != body {
                return Err(format!("{}: {} belongs to the table of its own body", place(line), row.symbol).into());
            }
            if last >= Some(row.symbol.key()) {
                return Err(format!("{}: {} is out of order or said twice", place(line), row.symbol).into());
            }
            last = Some(row.symbol.key());
            rows.push(row);
        }
    }
    Ok(rows)
}

/// Reads the titles in the languages that have a table of their own, named by the code of the language, into the rows.
fn read_titles(folder: &Path, rows: &mut [Row]) -> Result<(), Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    for path in paths {
        let language = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a table named by a language")?;
        let mut last = None;
        for (line, text) in (1..).zip(fs::read_to_string(&path)?.lines()).skip(1) {
            let wrong = |reason: &str| format!("{}:{line}: {reason}", path.display());
            let [symbol, title, _source] = text.split('\t').collect::<Vec<&str>>()[..] else {
                return Err(wrong("not `symbol title source` between tabs").into());
            };
            let symbol: Symbol = symbol.parse().map_err(|error| wrong(&format!("{error}")))?;
            if title.is_empty() || last >= Some(symbol.key()) {
                return Err(wrong("no title, out of order, or said twice").into());
            }
            last = Some(symbol.key());
            let row = rows.binary_search_by_key(&symbol.key(), |row| row.symbol.key());
            let row = &mut rows[row.map_err(|_| wrong("the table of its body does not have the text"))?];
            row.titles.push((language.to_owned(), title.to_owned()));
        }
    }
    Ok(())
}

/// Reads the sessions whose days no rule gives, as rows of (body, series of sessions, ordinal, first and last Julian day).
fn read_sessions(path: &Path) -> Result<String, Box<dyn Error>> {
    let mut table = String::from("[\n");
    for (line, text) in (1..).zip(fs::read_to_string(path)?.lines()).skip(1) {
        let row = read_session(text)
            .ok_or_else(|| format!("{}:{line}: not `body session opened closed` between tabs", path.display()))?;
        writeln!(table, "    {row},")?;
    }
    table.push(']');
    Ok(table)
}

fn read_session(text: &str) -> Option<String> {
    let mut cells = text.split('\t');
    let (body, session, opened, closed) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let body = Body::from_key(body)?;
    // The first number of the session, so that the one parser of symbols reads the session.
    let symbol: Symbol = format!("{}{session}/1", body.prefix(Kind::Resolution)).parse().ok()?;
    let Number::Session { session, .. } = symbol.number else { return None };
    let opened = format::read_day(opened)?.to_julian_day();
    let closed = if closed.is_empty() { i32::MAX } else { format::read_day(closed)?.to_julian_day() };
    Some(format!("({}, {}, {}, {opened}, {closed})", body as u8, session.meetings as u8, session.ordinal))
}
