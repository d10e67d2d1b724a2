//! What is made from the program itself: the schema of its settings, completions, manual pages.

use std::process::ExitCode;

use clap::{Args, CommandFactory, Subcommand};
use clap_complete::Shell;
use rapporteur_lint::settings::Options;

use super::{Cli, fail, finish};

/// Say what settings there are
#[derive(Debug, Subcommand)]
pub(super) enum Config {
    /// Write the JSON schema of rapporteur.toml
    Schema,
}

/// Write completions for a shell
#[derive(Debug, Args)]
pub(super) struct Completions {
    shell: Shell,
}

/// Write the manual page
#[derive(Debug, Args)]
pub(super) struct Man {
    /// The command whose page is wanted; the page of Rapporteur itself if none is named
    #[arg(value_name = "COMMAND")]
    commands: Vec<String>,
}

/// Writes what the settings are.
pub(super) fn config(command: &Config) -> ExitCode {
    match command {
        Config::Schema => finish(&format!("{:#}\n", Options::schema().as_value()), 0),
    }
}

/// Writes completions.
pub(super) fn completions(arguments: &Completions) -> ExitCode {
    let mut out = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "rapporteur", &mut out);
    finish(&String::from_utf8_lossy(&out), 0)
}

/// Writes a manual page.
pub(super) fn man(arguments: &Man) -> ExitCode {
    let mut root = Cli::command();
    root.build();
    let mut command = &root;
    for name in &arguments.commands {
        match command.find_subcommand(name) {
            Some(found) => command = found,
            None => return fail(format!("there is no command `{name}`; `rapporteur help` names those there are")),
        }
    }
    let mut out = Vec::new();
    match clap_mangen::Man::new(command.clone()).render(&mut out) {
        Ok(()) => finish(&String::from_utf8_lossy(&out), 0),
        Err(error) => fail(format!("the manual page can't be written: {error}")),
    }
}
