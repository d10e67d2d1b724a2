//! `rapporteur explain`.

use std::{fmt::Write, process::ExitCode};

use anstyle::Style;
use clap::Args;
use rapporteur_lint::{
    RULES, Rule, Subject,
    settings::{Named, RuleName},
};

use super::{
    columns::{Align, columns, shown_width},
    fail, finish,
    severity::in_colour,
    terminal_width,
};

const BOLD: Style = Style::new().bold();

/// The narrowest column in which what a rule checks still reads well; in less room it stands below the other facts.
const NARROWEST: usize = 30;

/// Explain a rule, or list all rules
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The rule
    rule: Option<String>,
}

/// Explains a rule, or lists all.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let Some(name) = &arguments.rule else { return finish(&table(terminal_width()), 0) };
    match Named::<RuleName>::from_name(name) {
        Ok(_) => finish(&RULES.iter().filter(|rule| rule.name == name).map(explanation).collect::<String>(), 0),
        Err(message) => fail(message),
    }
}

/// All rules by subject, not wider than the terminal; where there is none, a line for each rule, however long.
fn table(width: Option<usize>) -> String {
    let header = ["rule", "severity", "fix", "document", "languages"].map(str::to_owned).to_vec();
    let mut entries = vec![(header, "what holds")];
    for (subject, heading) in Subject::NAMES {
        let mut heading = vec![format!("{BOLD}{heading}{BOLD:#}")];
        heading.resize(entries[0].0.len(), String::new());
        entries.push((vec![String::new(); heading.len()], ""));
        entries.push((heading, ""));
        entries.extend(subject.rules().map(|rule| (facts(rule), rule.summary())));
    }
    let facts: Vec<Vec<String>> = entries.iter().map(|(facts, _)| facts.clone()).collect();
    let facts = columns(&facts, &[Align::Left; 5]);
    let taken = facts.lines().map(shown_width).max().unwrap_or_default() + 2;
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(taken));
    if room < NARROWEST {
        let width = width.unwrap_or_default();
        let indent = textwrap::Options::new(width).initial_indent("    ").subsequent_indent("    ");
        let below = |(line, (_, summary)): (&str, &(_, &str))| match *summary {
            "" => format!("{line}\n"),
            summary => format!("{line}\n{}\n", textwrap::fill(summary, &indent)),
        };
        return facts.lines().zip(&entries).map(below).collect();
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (mut facts, summary) in entries {
        let blank = vec![String::new(); facts.len()];
        for line in textwrap::wrap(summary, room) {
            facts.push(line.into_owned());
            rows.push(std::mem::replace(&mut facts, blank.clone()));
        }
    }
    columns(&rows, &[Align::Left; 6])
}

/// What the table says of a rule before what it checks.
fn facts(rule: &Rule) -> Vec<String> {
    vec![
        rule.name.to_owned(),
        in_colour(rule.severity),
        rule.fixes_in_words(),
        rule.scope.name().to_owned(),
        rule.languages.name(),
    ]
}

/// All that is to be said of a rule.
fn explanation(rule: &Rule) -> String {
    let name = rule.name;
    let facts = rule.facts().map(|(fact, value)| {
        let value = if fact == "Severity" { in_colour(rule.severity) } else { value };
        vec![fact.to_owned(), value]
    });
    let mut out = format!("{BOLD}{name}{BOLD:#}\n\n{}", columns(&facts, &[Align::Left; 2]));
    let examples = |text: &str| textwrap::indent(text.trim_end(), "    ");
    let _ = write!(out, "\n{}\n\n{}\n", rule.documentation_with(examples), rule.url());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_not_wider_than_the_terminal() {
        for width in [80, 100, 120, 160] {
            let table = table(Some(width));
            let widest = table.lines().map(shown_width).max();
            assert!(widest.is_some_and(|widest| widest <= width), "{widest:?} in {width}\n{table}");
            assert!(RULES.iter().all(|rule| table.contains(rule.name)));
        }
    }

    #[test]
    fn without_a_terminal_each_rule_has_a_line() {
        let table = table(None);
        assert!(RULES.iter().all(|rule| {
            table.lines().any(|line| line.starts_with(&format!("{} ", rule.name)) && line.ends_with(rule.summary()))
        }));
    }
}
