//! `rapporteur explain`.

use std::{fmt::Write, process::ExitCode};

use anstyle::{AnsiColor, Style};
use clap::Args;
use rapporteur_lint::{
    RULES, Rule, Severity,
    settings::{Named, RuleName},
};

use super::{fail, finish};

/// Explain a rule, or name all rules
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The rule
    rule: Option<String>,
}

/// Explains a rule, or names all.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let Some(name) = &arguments.rule else { return finish(&table(), 0) };
    match Named::<RuleName>::from_name(name) {
        Ok(_) => finish(&RULES.iter().filter(|rule| rule.name == name).map(documentation).collect::<String>(), 0),
        Err(message) => fail(message),
    }
}

/// A line for each rule: its name, its severity, what it checks.
fn table() -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for rule in RULES {
        let (style, severity) = (style(rule.severity), rule.severity.name());
        let _ = writeln!(out, "{:width$}  {style}{severity:7}{style:#}  {}", rule.name, rule.summary());
    }
    out
}

fn documentation(rule: &Rule) -> String {
    let (bold, style, severity) = (Style::new().bold(), style(rule.severity), rule.severity.name());
    let documentation = rule.documentation.trim();
    let (name, url) = (rule.name, rule.url());
    format!("{bold}{name}{bold:#} ({style}{severity}{style:#})\n\n{documentation}\n\n{url}\n")
}

fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Blue,
        Severity::Hint => AnsiColor::Green,
    };
    color.on_default()
}
