//! Language server and linter for draft resolutions of the United Nations.

mod cli;
mod lsp;
mod position;
mod project;
mod walk;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
