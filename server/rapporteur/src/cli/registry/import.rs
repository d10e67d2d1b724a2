//! `rapporteur registry import`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use rapporteur_lint::settings::Choices;
use rapporteur_registry::{Added, Import, Layer, Registry};

use super::{Output, language, report};
use crate::{
    cli::{FAILURE, complain, exports, fail, finish, read::Input, replace},
    project::{FILE_NAME, Project, Trouble, shown},
};

/// Take into a table of the project what exports state of adopted texts
///
/// An export is CSV or MARCXML of the United Nations Digital Library, a document in AKN4UN (Akoma Ntoso for the United
/// Nations), or a table like those of a project (TSV, CSV or JSON); what it is, is told by what is in it. Only what adds to
/// the registry and the tables of the project is taken over: texts, dates that are known better, titles in further
/// languages, meetings and votes. A date that contradicts one that is known better is reported and left alone.
///
/// The exit code is 0 if everything was read, 1 if records were refused, 2 if a file can't be read or written.
#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    /// Exports, and folders with XML files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The table; by default the one TSV table that rapporteur.toml names
    #[arg(long, value_name = "TABLE.tsv")]
    into: Option<PathBuf>,

    /// Take over every text of the exports, with all that is known of it, also what the registry knows anyhow
    #[arg(long)]
    all: bool,

    /// Say what would change, and write nothing
    #[arg(long)]
    dry_run: bool,

    #[command(flatten)]
    output: Output,
}

/// The exit code where records were refused.
const REFUSED: u8 = 1;

/// Imports.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let project = arguments.output.location.projects(Choices::default()).of_folder(".".as_ref());
    let table = match table(arguments, &project) {
        Ok(table) => table,
        Err(message) => return fail(message),
    };
    match import(arguments, &project, &table) {
        Ok(code) => code,
        Err(trouble) => fail(trouble),
    }
}

/// The table into which to import.
fn table(arguments: &Arguments, project: &Project) -> Result<PathBuf, String> {
    let is_tsv = |path: &Path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("tsv"));
    if let Some(path) = &arguments.into {
        let message = || format!("{}: only a tab-separated table can be imported into; name it *.tsv", path.display());
        return if is_tsv(path) { Ok(path.clone()) } else { Err(message()) };
    }
    let mut tables: Vec<PathBuf> = project.tables().into_iter().filter(|path| is_tsv(path)).collect();
    match (tables.pop(), tables.pop()) {
        (Some(table), None) => Ok(shown(&table)),
        (Some(one), Some(other)) => Err(format!(
            "the project has several tables, {} and {} among them; name one with --into",
            shown(&other).display(),
            shown(&one).display()
        )),
        (None, _) => Err(format!(
            "there is no table to import into; name one with --into, and in {FILE_NAME} so that it holds: \
             registry = [\"registry.tsv\"]"
        )),
    }
}

fn import(arguments: &Arguments, project: &Project, table: &Path) -> Result<ExitCode, Trouble> {
    let is_new = !table.exists();
    let old = if is_new { String::new() } else { Input::File(table.to_owned()).read()? };
    for trouble in project.troubles() {
        // That the table is missing is about to change.
        if !(is_new && trouble.path.ends_with(FILE_NAME)) {
            complain(trouble);
        }
    }
    let registry = with_table(project, table, &old);
    let mut import = Import::new(&registry, &old).map_err(|message| Trouble::new(table, message))?;
    let (added, troubles) = add(&arguments.files, &mut import);
    let refused = added.iter().any(|(_, added)| !added.refused.is_empty());
    let text = report::Import { table, dry_run: arguments.dry_run, import: &import, added: &added };
    let text = text.write(arguments.output.format, language(project));
    let new = import.table(arguments.all).filter(|new| *new != old && !arguments.dry_run);
    if let Some(new) = &new {
        replace::text(table, new)?;
    }
    for trouble in &troubles {
        complain(trouble);
    }
    if is_new && new.is_some() && !project.names_table(&std::path::absolute(table).unwrap_or_default()) {
        complain(format!("{} does not hold yet; add it to `registry` in {FILE_NAME}", table.display()));
    }
    Ok(finish(&text, if troubles.is_empty() { u8::from(refused) * REFUSED } else { FAILURE }))
}

/// Adds all exports to an import. The answer has what became of each, under its path, and the files that can't be read.
fn add(files: &[PathBuf], import: &mut Import<'_>) -> (Vec<(String, Added)>, Vec<Trouble>) {
    let (exports, mut troubles) = exports::find(files);
    let mut added = Vec::new();
    let progress = progress(&exports);
    for export in &exports {
        let path = shown(export.path()).display().to_string();
        progress.set_message(path.clone());
        let one = export.read().and_then(|text| {
            progress.inc(text.len() as u64);
            import.add(&text, &path).map_err(|problem| Trouble::in_table(export.path(), problem))
        });
        match one {
            Ok(one) => added.push((path, one)),
            Err(trouble) => troubles.push(trouble),
        }
    }
    progress.finish_and_clear();
    (added, troubles)
}

/// The registry of the project, with the table over it if it is none of the project's.
fn with_table(project: &Project, table: &Path, text: &str) -> Registry {
    let same = |path: PathBuf| path.canonicalize().ok() == table.canonicalize().ok();
    let registry = project.registry().clone();
    if text.is_empty() || project.tables().into_iter().any(same) {
        return registry;
    }
    registry.with_layers(vec![Layer::from_tsv(text, &shown(table).to_string_lossy()).0])
}

/// A bar on standard error, if that is a terminal and the import takes longer than a moment.
fn progress(exports: &[Input]) -> ProgressBar {
    /// What is read in a moment, in bytes.
    const MOMENT: u64 = 10_000_000;
    let size = exports.iter().filter_map(|export| fs::metadata(export.path()).ok()).map(|file| file.len()).sum();
    if size < MOMENT {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {bytes} of {total_bytes} {wide_msg}");
    let bar = ProgressBar::new(size).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}
