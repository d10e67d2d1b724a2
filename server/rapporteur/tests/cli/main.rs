//! The command line, as its users meet it: arguments in, text and exit codes out.

mod bad_input;
mod check;
mod config;
mod import;
mod lint;
mod other_commands;
mod project;
mod registry_answers;
mod walking;
