//! `rapporteur registry`.

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
}

/// Say what is known of a text: its date, its title, and how they are known
///
/// Any printed form will do: 65/230, A/RES/65/230, "1514 (XV)", 1325, 2012/19, S-17/1. Every text that it can mean is
/// shown.
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

/// Find texts by words of their titles, in any language
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
#[derive(Debug, Args)]
pub(super) struct Stats {
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

/// The exit code where nothing was found.
const NOTHING_FOUND: u8 = 1;

/// Answers from the registry. Nothing found is exit code 1.
pub(super) fn run(command: &Command) -> ExitCode {
    let output = match command {
        Command::Lookup(Lookup { output, .. }) | Command::Search(Search { output, .. }) => output,
        Command::Stats(Stats { output }) => output,
        Command::Import(arguments) => return import::run(arguments),
    };
    let project = output.location.projects(Choices::default()).of_folder(".".as_ref());
    if let Some(trouble) = project.troubles().first() {
        return fail(trouble);
    }
    match command {
        Command::Lookup(arguments) => lookup(arguments, &project),
        Command::Search(arguments) => search(arguments, &project),
        Command::Stats(_) => stats(output.format, project.registry()),
        Command::Import(arguments) => import::run(arguments),
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

fn stats(format: Format, registry: &Registry) -> ExitCode {
    let stats = registry.stats();
    match format {
        Format::Json => finish(&json::stats(&stats), 0),
        Format::Table => finish(&table::stats(&stats), 0),
    }
}

/// The reader's language, for dates and the names of bodies.
fn language(project: &Project) -> Language {
    project.settings("".as_ref()).locale.language()
}
