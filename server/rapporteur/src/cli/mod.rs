//! The command line.

mod columns;
mod explain;
mod exports;
mod generate;
mod inspect;
mod lint;
mod names;
mod read;
mod registry;
mod render;
mod replace;
mod scope;
mod severity;
mod tally;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice};
use clap::{Parser, Subcommand, ValueEnum};

use crate::lsp;

/// Reads drafts of United Nations resolutions and checks them against the drafting rules and the resolutions that
/// they cite.
#[derive(Debug, Parser)]
#[command(name = "rapporteur", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// When to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Colors::Auto)]
    color: Colors,
}

#[derive(Debug, Subcommand)]
enum Command {
    Lint(lint::Arguments),
    Lsp(lsp::Arguments),
    Explain(explain::Arguments),
    Inspect(inspect::Arguments),
    #[command(subcommand)]
    Registry(registry::Command),
    #[command(subcommand)]
    Config(generate::Config),
    Completions(generate::Completions),
    Man(generate::Man),
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Colors {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The exit code for wrong use, unreadable files and broken settings.
const FAILURE: u8 = 2;

/// Runs the command that the arguments of the process ask for.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let choice = match cli.color {
        Colors::Auto => ColorChoice::Auto,
        Colors::Always => ColorChoice::Always,
        Colors::Never => ColorChoice::Never,
    };
    choice.write_global();
    match cli.command {
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Lsp(arguments) => lsp::run(&arguments).unwrap_or_else(fail),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments),
        Command::Registry(command) => registry::run(&command),
        Command::Config(command) => generate::config(&command),
        Command::Completions(arguments) => generate::completions(&arguments),
        Command::Man(arguments) => generate::man(&arguments),
    }
}

/// Writes to standard output, without the colours if it does not show any.
fn print(output: &[&str]) -> Result<(), String> {
    write(AutoStream::auto(io::stdout().lock()), output)
}

/// Writes to standard error, without the colours if it does not show any.
fn print_to_stderr(output: &[&str]) -> Result<(), String> {
    write(AutoStream::auto(io::stderr().lock()), output)
}

/// Writes it all. That the reader has gone away is no error: `rapporteur lint | head` is right.
fn write(mut to: impl Write, output: &[&str]) -> Result<(), String> {
    let written = output.iter().try_for_each(|piece| to.write_all(piece.as_bytes()));
    match written.and_then(|()| to.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("the output can't be written: {error}")),
        _ => Ok(()),
    }
}

/// Says on standard error what went wrong.
fn complain(message: impl std::fmt::Display) {
    // Nothing is left to be done where standard error can't be written.
    let _ = writeln!(io::stderr().lock(), "rapporteur: {message}");
}

/// Prints, and ends with this code, or with that of a failure if the output could not be written.
fn finish(output: &str, code: u8) -> ExitCode {
    match print(&[output]) {
        Ok(()) => ExitCode::from(code),
        Err(message) => fail(message),
    }
}

/// Complains and ends.
fn fail(message: impl std::fmt::Display) -> ExitCode {
    complain(message);
    ExitCode::from(FAILURE)
}

/// The width in which to write, in columns.
fn width() -> usize {
    /// Where the output is no terminal; also the most, since longer lines are hard to read.
    const WIDEST: usize = 120;
    const NARROWEST: usize = 40;
    terminal_width().map_or(WIDEST, |width| width.clamp(NARROWEST, WIDEST))
}

/// The width of the terminal in columns, if the output is one.
fn terminal_width() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}
