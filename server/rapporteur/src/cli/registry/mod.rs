//! `rapporteur registry`.

mod check;
mod import;
mod json;
mod report;
mod table;

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use rapporteur_draft::Language;
use rapporteur_lint::settings::{Choices, Named};
use rapporteur_registry::Registry;
use rapporteur_symbol::Body;

use super::{fail, finish, names::named, scope::Location};
use crate::project::Project;

/// Look into the registry of adopted texts, with the tables of the project over it
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Lookup(Lookup),
    Search(Search),
    Stats(Stats),
    Import(import::Arguments),
    Check(check::Arguments),
}

/// Say what is known of a text: its date, its title, and how they are known
///
/// Any printed form will do: 65/230, A/RES/65/230, "1514 (XV)", 1325, S/RES/1325, 2012/19, S-17/1, UNSCR 1325. Every text
/// that it can mean is shown.
#[derive(Debug, Args)]
pub(super) struct Lookup {
    /// The symbol or number
    #[arg(required = true, value_name = "SYMBOL")]
    symbol: Vec<String>,

    /// The body that adopted it
    #[arg(long, value_parser = named::<Body>())]
    body: Option<Named<Body>>,

    #[command(flatten)]
    output: Output,
}

/// Find texts by words of their titles, in any language, or by their number
///
/// A title has to have all the words, or words that start with them. Where no title has, words count that are one or two
/// slips of the pen away.
#[derive(Debug, Args)]
pub(super) struct Search {
    /// Words, or their beginnings
    #[arg(required = true, value_name = "WORD")]
    words: Vec<String>,

    /// How many texts to show at most
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,

    #[command(flatten)]
    output: Output,
}

/// Count what the registry holds
///
/// `known` are the texts known to exist, and `share` says how many of the numbers up to the highest known one that is;
/// `dated` are those whose day is known, `certain` those whose day the text itself, an official table, two documents or a
/// table of the project give; `first` and `last` are the first and the last day.
#[derive(Debug, Args)]
pub(super) struct Stats {
    /// What a row counts [default: body, in JSON session]
    #[arg(long, value_enum)]
    by: Option<By>,

    /// Count the texts of this body only
    #[arg(long, value_parser = named::<Body>())]
    body: Option<Named<Body>>,

    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
struct Output {
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    #[command(flatten)]
    location: Location,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Table,
    /// A JSON array
    Json,
}

/// What is counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// All texts of a body
    Body,
    /// The texts of a session or year
    Session,
}

/// The exit code where nothing was found.
const NOTHING_FOUND: u8 = 1;

/// Answers from the registry, or works on the tables of the project. Nothing found is exit code 1.
pub(super) fn run(command: &Command) -> ExitCode {
    match command {
        Command::Lookup(arguments) => answer(&arguments.output, |project| lookup(arguments, project)),
        Command::Search(arguments) => answer(&arguments.output, |project| search(arguments, project)),
        Command::Stats(arguments) => answer(&arguments.output, |project| stats(arguments, project.registry())),
        Command::Import(arguments) => import::run(arguments),
        Command::Check(arguments) => check::run(arguments),
    }
}

/// Answers from the registry of the project, if its settings and tables are right.
fn answer(output: &Output, answer: impl FnOnce(&Project) -> ExitCode) -> ExitCode {
    let project = output.location.projects(Choices::default()).of_folder(".".as_ref());
    match project.troubles().first() {
        Some(trouble) => fail(trouble),
        None => answer(&project),
    }
}

fn lookup(arguments: &Lookup, project: &Project) -> ExitCode {
    let printed = arguments.symbol.join(" ");
    let registry = project.registry();
    let symbols = registry.find(&printed, arguments.body.map(|named| named.0));
    let entries: Vec<_> = symbols.iter().filter_map(|symbol| registry.lookup(*symbol)).collect();
    let code = if entries.is_empty() { NOTHING_FOUND } else { 0 };
    match arguments.output.format {
        Format::Json => finish(&json::entries(entries), code),
        Format::Table if !entries.is_empty() => finish(&table::entries(&entries, language(project)), code),
        Format::Table => finish(&table::unknown(&printed, symbols.first().copied(), registry, language(project)), code),
    }
}

fn search(arguments: &Search, project: &Project) -> ExitCode {
    let words = arguments.words.join(" ");
    let hits = project.registry().search(&words, arguments.limit);
    let code = if hits.is_empty() { NOTHING_FOUND } else { 0 };
    match arguments.output.format {
        Format::Json => finish(&json::entries(hits.into_iter().map(|hit| hit.entry)), code),
        Format::Table => finish(&table::hits(&words, &hits, language(project)), code),
    }
}

fn stats(arguments: &Stats, registry: &Registry) -> ExitCode {
    let mut stats = registry.stats();
    stats.series.retain(|series| arguments.body.is_none_or(|body| body.0 == series.body));
    let code = if stats.series.is_empty() { NOTHING_FOUND } else { 0 };
    let answer = match (arguments.output.format, arguments.by) {
        (Format::Table, Some(By::Session)) => table::by_session(&stats.series),
        (Format::Table, _) => table::by_body(&stats.by_body()),
        (Format::Json, Some(By::Body)) => json::stats(&stats.by_body()),
        (Format::Json, _) => json::stats(&stats.series),
    };
    finish(&answer, code)
}

/// The reader's language, for dates and the names of bodies.
fn language(project: &Project) -> Language {
    project.settings("".as_ref()).locale.language()
}
