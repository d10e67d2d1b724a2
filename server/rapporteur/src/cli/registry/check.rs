//! `rapporteur registry check`.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use rapporteur_draft::Language;
use rapporteur_lint::settings::{Choices, Named};
use rapporteur_registry::{Basis, Entry, Fault, Inconsistency, Known, Layer, Registry};
use rapporteur_symbol::{Body, Symbol};
use serde::Serialize;

use super::{
    Format, Output, language,
    table::{adopted, how},
};
use crate::{
    cli::{
        FAILURE,
        columns::{Align, columns},
        complain, finish,
        names::named,
        read::Input,
    },
    project::{FILE_NAME, Trouble, shown},
};

/// List what contradicts itself in the registry
///
/// With the tables of the project over it, or with the tables that are named: then only what concerns them is listed. What
/// is checked: days out of order within a session (order), dates outside the session or year (session), running numbers
/// said of the wrong session or year (number), parts adopted before the first one (part), a whole that was adopted in
/// parts (whole), numbers far beyond the last one (last), dates that contradict what is known better (contradiction), and
/// rows that can't be read or are there twice (row).
///
/// The exit code is 1 if anything concerns the tables of the project or those that are named.
#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    /// Tables to check instead of those of the project
    #[arg(value_name = "TABLE")]
    tables: Vec<PathBuf>,

    /// Only texts of this body
    #[arg(long, value_parser = named::<Body>())]
    body: Option<Named<Body>>,

    /// Only texts of this session or year: 65, S-8, XV, 2012
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,

    #[command(flatten)]
    output: Output,
}

/// The exit code where a table of the project is concerned.
const INCONSISTENT: u8 = 1;

/// Checks.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let project = arguments.output.location.projects(Choices::default()).of_folder(".".as_ref());
    let (registry, troubles) = if arguments.tables.is_empty() {
        (project.registry().clone(), project.troubles().to_vec())
    } else {
        with_tables(&arguments.tables)
    };
    // What is wrong with a row has its line. Anything else keeps a table, or the settings, from being read.
    let is_row = |trouble: &Trouble| trouble.line.is_some() && !trouble.path.ends_with(FILE_NAME);
    let (rows, failures): (Vec<Trouble>, Vec<Trouble>) = troubles.into_iter().partition(is_row);
    for failure in &failures {
        complain(failure);
    }
    let found = registry.inconsistencies();
    let found: Vec<&Inconsistency<'_>> = found.iter().filter(|one| arguments.asks_for(one)).collect();
    let own = found.iter().any(|one| one.is_own()) || !rows.is_empty();
    let text = match arguments.output.format {
        Format::Table => table(&found, &rows, language(&project)),
        Format::Json => json(&found, &rows, language(&project)),
    };
    finish(&text, if failures.is_empty() { u8::from(own) * INCONSISTENT } else { FAILURE })
}

impl Arguments {
    fn asks_for(&self, one: &Inconsistency<'_>) -> bool {
        let symbol = one.entry.symbol();
        self.body.is_none_or(|body| body.0 == symbol.body)
            && self.session.as_ref().is_none_or(|session| session.eq_ignore_ascii_case(&symbol.number.series()))
            && (self.tables.is_empty() || one.is_own())
    }
}

/// The registry with these tables over it, and what is wrong with them.
fn with_tables(tables: &[PathBuf]) -> (Registry, Vec<Trouble>) {
    let (mut layers, mut troubles) = (Vec::new(), Vec::new());
    for path in tables {
        match Input::File(path.clone()).read() {
            Ok(text) => {
                let (layer, problems) = Layer::read(&text, &shown(path).to_string_lossy());
                layers.push(layer);
                troubles.extend(problems.into_iter().map(|problem| Trouble::in_table(path, problem)));
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    (Registry::embedded().with_layers(layers), troubles)
}

/// What was found, a line for each.
fn table(found: &[&Inconsistency<'_>], rows: &[Trouble], language: Language) -> String {
    let lines = found
        .iter()
        .map(|one| vec![one.entry.symbol().to_string(), one.fault.name().to_owned(), message(one, language)]);
    let mut out = columns(&lines.collect::<Vec<_>>(), &[Align::Left; 3]);
    out.extend(rows.iter().map(|row| format!("{row}\n")));
    let own = found.iter().filter(|one| one.is_own()).count() + rows.len();
    let all = found.len() + rows.len();
    let inconsistencies = if all == 1 { "inconsistency" } else { "inconsistencies" };
    out + &format!("{all} {inconsistencies}, {own} of them in the tables of the project\n")
}

/// What is wrong, as a sentence that says against what, and how the dates are known.
fn message(one: &Inconsistency<'_>, language: Language) -> String {
    let dated = |(known, basis): (Known, Basis)| format!("{} ({})", adopted(known, language), how(basis));
    let text = |entry: Entry<'_>| format!("{} of {}", entry.symbol(), dated((entry.known(), entry.basis())));
    let own = dated((one.entry.known(), one.entry.basis()));
    let series = series(one.entry.symbol());
    match one.fault {
        Fault::Order { before, after } => {
            let before = before.map(|before| format!("comes after {}", text(before)));
            let after = after.map(|after| format!("comes before {}", text(after)));
            let both: Vec<String> = [before, after].into_iter().flatten().collect();
            format!("is of {own}, but {}", both.join(", and "))
        }
        Fault::Session { from, to } => {
            let [from, to] = [from, to].map(|day| language.format_date(day));
            format!("is of {own}, but the texts of {series} were adopted from {from} to {to}")
        }
        Fault::Number { other } => {
            format!("has a number of {}: next to it is {}", self::series(other.symbol()), text(other))
        }
        Fault::Part { first } => format!("is of {own}, before the first part, {}", text(first)),
        Fault::Whole { first } => {
            format!("was adopted in parts, the first of which is {}; give the date of each part", text(first))
        }
        Fault::Last { number } => {
            format!("has a number far beyond {number}, the last one known of {series}, which is over")
        }
        Fault::Contradiction { known, source } => {
            let source = source.map(|source| format!(", source: {source}")).unwrap_or_default();
            format!("is of {own}, but is known to be of {}{source}", dated(known))
        }
    }
}

/// What a number is counted within, as a phrase.
fn series(symbol: Symbol) -> String {
    let series = symbol.number.series();
    if symbol.number.session().is_some() { format!("session {series}") } else { series }
}

#[derive(Serialize)]
struct Object {
    /// Null for a row that can't be read.
    symbol: Option<String>,
    body: Option<&'static str>,
    session: Option<String>,
    fault: &'static str,
    message: String,
    date: Option<String>,
    basis: Option<&'static str>,
    source: Option<String>,
    against: Vec<AgainstObject>,
    /// Whether a table of the project has a part in it.
    own: bool,
    /// The table, for a row that can't be read.
    path: Option<PathBuf>,
    line: Option<usize>,
}

/// Another text that speaks against one.
#[derive(Serialize)]
struct AgainstObject {
    symbol: String,
    date: String,
    basis: &'static str,
}

fn json(found: &[&Inconsistency<'_>], rows: &[Trouble], language: Language) -> String {
    let of_texts = found.iter().map(|one| Object {
        symbol: Some(one.entry.symbol().to_string()),
        body: Some(one.entry.symbol().body.key()),
        session: Some(one.entry.symbol().number.series()),
        fault: one.fault.name(),
        message: message(one, language),
        date: Some(one.entry.known().to_string()),
        basis: Some(one.entry.basis().letter()),
        source: one.entry.source().map(str::to_owned),
        against: one.against().map(AgainstObject::new).collect(),
        own: one.is_own(),
        path: None,
        line: None,
    });
    let of_rows = rows.iter().map(|row| Object {
        symbol: None,
        body: None,
        session: None,
        fault: "row",
        message: row.message.clone(),
        date: None,
        basis: None,
        source: None,
        against: Vec::new(),
        own: true,
        path: Some(row.path.clone()),
        line: row.line,
    });
    super::json::array(&of_texts.chain(of_rows).collect::<Vec<Object>>())
}

impl AgainstObject {
    fn new(entry: Entry<'_>) -> AgainstObject {
        AgainstObject {
            symbol: entry.symbol().to_string(),
            date: entry.known().to_string(),
            basis: entry.basis().letter(),
        }
    }
}
