//! `rapporteur lint`.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};
use rapporteur_lint::{
    Finding, Fixed, Locale, Severity, fix_all,
    settings::{Choices, Named, RuleName},
};
use rayon::prelude::*;

use super::{
    FAILURE, complain, fail,
    names::named,
    print, print_to_stderr,
    read::Input,
    render::{Renderer, diff, json_array},
    replace,
    scope::Scope,
    tally::Tally,
};
use crate::{
    project::{self, Project, Projects, Trouble, shown},
    walk,
};

/// Check drafts
///
/// Exits with 0 if nothing was found at or above the fail level (by default `warning`), with 1 if something was, and
/// with 2 on wrong use, an unreadable file or broken settings.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Files and folders; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t = Format::Full)]
    format: Format,

    /// Apply the fixes that are safe; of standard input, write the fixed text to standard output
    #[arg(long)]
    fix: bool,

    /// Show what --fix would change, and change nothing
    #[arg(long, conflicts_with = "fix")]
    diff: bool,

    /// Run these rules only
    #[arg(long, value_name = "RULES", value_delimiter = ',', hide_possible_values = true, value_parser = named::<RuleName>())]
    select: Option<Vec<Named<RuleName>>>,

    /// Don't run these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', hide_possible_values = true, value_parser = named::<RuleName>())]
    ignore: Option<Vec<Named<RuleName>>>,

    /// The lowest severity that makes the exit code 1 [default: warning]
    #[arg(long, value_name = "SEVERITY", value_parser = named::<Severity>())]
    fail_level: Option<Named<Severity>>,

    /// The language of the messages [default: that of the system]
    #[arg(long, value_parser = named::<Locale>())]
    locale: Option<Named<Locale>>,

    #[command(flatten)]
    scope: Scope,

    /// The name of the file that standard input stands for
    #[arg(long, value_name = "PATH", default_value = "stdin.md", hide_default_value = true)]
    stdin_filename: PathBuf,

    /// Count the findings by rule and severity instead of showing them
    #[arg(long, conflicts_with = "diff")]
    statistics: bool,

    /// Write the findings and nothing else
    #[arg(short, long)]
    quiet: bool,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines in question, and a summary
    Full,
    /// A line for each finding
    Concise,
    /// A JSON array
    Json,
}

/// What one draft comes to.
#[derive(Default)]
struct Report {
    /// The findings or the diff of each file that has some.
    output: Vec<String>,
    /// The fixed text, where standard input was fixed.
    fixed: Option<String>,
    tally: Tally,
    /// Whether something was found at or above the fail level.
    fails: bool,
}

/// Lints what the arguments name.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let projects = arguments.scope.projects(arguments.choices());
    let (inputs, mut troubles) = arguments.inputs(&projects);
    if inputs.is_empty() && troubles.is_empty() {
        complain("no drafts found; name files, or say with `include` in rapporteur.toml what drafts are called");
    }
    let renderer = Renderer::new(arguments.format);
    let results: Vec<_> = inputs.par_iter().map(|input| arguments.lint(input, &projects, &renderer)).collect();

    let mut sum = Report::default();
    for result in results {
        match result {
            Ok(report) => sum.add(report),
            Err(trouble) => troubles.push(trouble),
        }
    }
    troubles.extend(projects.loaded().iter().flat_map(|project| project.troubles().to_vec()));
    troubles.sort();
    arguments.write(&sum, &troubles)
}

impl Arguments {
    fn choices(&self) -> Choices {
        Choices {
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            fail_level: self.fail_level,
            locale: self.locale,
            ..Choices::default()
        }
    }

    fn inputs(&self, projects: &Projects) -> (Vec<Input>, Vec<Trouble>) {
        let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            self.paths.iter().cloned().partition(|path| path == Path::new("-"));
        let (drafts, troubles) = walk::drafts(&paths, projects, usize::MAX);
        let mut inputs: Vec<Input> = drafts.into_iter().map(Input::File).collect();
        if !stdin.is_empty() {
            inputs.insert(0, Input::Stdin(self.stdin_filename.clone()));
        }
        (inputs, troubles)
    }

    /// Lints one draft. A fault in Rapporteur itself is trouble with this draft, and the others are still linted.
    fn lint(&self, input: &Input, projects: &Projects, renderer: &Renderer) -> Result<Report, Trouble> {
        let text = input.read()?;
        let project = projects.of(input.path());
        catch_unwind(AssertUnwindSafe(|| self.lint_text(input, &text, &project, renderer))).unwrap_or_else(|_| {
            let message = "Rapporteur failed on this draft, which is a fault of Rapporteur; please report it";
            Err(Trouble::new(input.path(), message))
        })
    }

    fn lint_text(&self, input: &Input, text: &str, project: &Project, renderer: &Renderer) -> Result<Report, Trouble> {
        let path = input.path();
        let settings = project.settings(path);
        let fails = |findings: &[Finding]| findings.iter().any(|finding| finding.severity >= settings.fail_level);
        if !self.fix && !self.diff {
            let findings = project::lint(text, &settings, project.registry());
            let output = self.output(|| renderer.render(path, text, &findings));
            return Ok(Report { output, fails: fails(&findings), tally: Tally::of(&findings, 0), fixed: None });
        }
        let Fixed { text: fixed, applied, remaining, .. } =
            fix_all(text, &settings.hints, project.registry(), &settings);
        if self.diff {
            let findings = project::lint(text, &settings, project.registry());
            let output = self.output(|| diff(&shown(path), text, &fixed));
            return Ok(Report { output, fails: fails(&findings), tally: Tally::of(&findings, 0), fixed: None });
        }
        if let Input::File(file) = input
            && fixed != text
        {
            replace::text(file, &fixed)?;
        }
        Ok(Report {
            output: self.output(|| renderer.render(path, &fixed, &remaining)),
            fails: fails(&remaining),
            tally: Tally::of(&remaining, applied),
            fixed: matches!(input, Input::Stdin(_)).then_some(fixed),
        })
    }

    /// What is to be written of a file: nothing if there is nothing, or if findings are only counted.
    fn output(&self, render: impl FnOnce() -> String) -> Vec<String> {
        let output = if self.statistics { String::new() } else { render() };
        if output.is_empty() { Vec::new() } else { vec![output] }
    }

    /// Writes what was found to standard output, then what went wrong to standard error, then the summary. Of fixed
    /// standard input, all but the text goes to standard error.
    fn write(&self, sum: &Report, troubles: &[Trouble]) -> ExitCode {
        let print_report = if sum.fixed.is_some() { print_to_stderr } else { print };
        let statistics = self.statistics.then(|| match self.format {
            Format::Json => sum.tally.json(),
            Format::Full | Format::Concise => sum.tally.table(),
        });
        let findings = match &statistics {
            Some(table) => vec![table.as_str()],
            None if self.format == Format::Json && !self.diff => json_array(&sum.output),
            None => sum.output.iter().map(String::as_str).collect(),
        };
        let text = sum.fixed.as_deref().unwrap_or_default();
        let written = print(&[text]).and_then(|()| print_report(&findings));
        for trouble in troubles {
            complain(trouble);
        }
        match written.and_then(|()| print_report(&[&self.summary(sum)])) {
            Err(message) => fail(message),
            Ok(()) if !troubles.is_empty() => ExitCode::from(FAILURE),
            Ok(()) => ExitCode::from(u8::from(sum.fails)),
        }
    }

    fn summary(&self, sum: &Report) -> String {
        match self.format {
            _ if self.quiet || self.diff => String::new(),
            Format::Full | Format::Concise if self.statistics => sum.tally.total(),
            Format::Full => sum.tally.summary(),
            Format::Concise | Format::Json => String::new(),
        }
    }
}

impl Report {
    fn add(&mut self, other: Report) {
        self.output.extend(other.output);
        self.fixed = self.fixed.take().or(other.fixed);
        self.tally.add(other.tally);
        self.fails |= other.fails;
    }
}
