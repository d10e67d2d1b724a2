//! Holds the findings on the five seed documents: every defect that the rules cover is found at its line, and nothing
//! else is found at any severity.
//!
//! The seeds stand in `seeds/` of the shared folder, with a README that says what must and must not be found in each.
#![allow(clippy::print_stdout)]

mod support;

use std::{fs, path::Path, process::ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::{Draft, Hints, Language};
use rapporteur_lint::{Settings, apply, check};
use rapporteur_registry::Registry;

/// A seed by the beginning of its name, and what is found in it: line (from 1) and rule.
const SEEDS: [(&str, &[(usize, &str)]); 5] = [
    (
        "000_",
        &[
            (28, "citation-shared-date"),
            (30, "citation-body"),
            (30, "citation-order"),
            (30, "citation-body"),
            (30, "citation-date"),
        ],
    ),
    ("001_", &[(186, "operative-verb-italics")]),
    ("002_", &[]),
    ("003_", &[]),
    (
        "004_",
        &[
            (32, "citation-link"),
            (36, "citation-link"),
            (44, "citation-link"),
            (45, "citation-link"),
            (46, "citation-session"),
            (46, "citation-link"),
            (47, "citation-link"),
            (48, "citation-link"),
            (94, "citation-link"),
            (146, "citation-link"),
        ],
    ),
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let shared = support::shared();
    if shared.is_none() {
        println!("skipped: the seeds are not here; set RAPPORTEUR_SHARED to the folder that holds them");
    }
    let mut trials: Vec<Trial> = Vec::new();
    for (name, expected) in SEEDS {
        let folder = shared.clone();
        let trial = Trial::test(format!("seed {name}"), move || hold(&folder.unwrap_or_default(), name, expected));
        trials.push(trial.with_ignored_flag(shared.is_none()));
    }
    let folder = shared.clone();
    let fix = Trial::test("the wrong date of seed 000 is put right", move || fix_date(&folder.unwrap_or_default()));
    trials.push(fix.with_ignored_flag(shared.is_none()));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn read(shared: &Path, name: &str) -> Result<String, Failed> {
    for entry in fs::read_dir(shared.join("seeds"))? {
        let path = entry?.path();
        if path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name)) {
            return Ok(fs::read_to_string(path)?);
        }
    }
    Err(format!("no seed begins with {name}").into())
}

fn hold(shared: &Path, name: &str, expected: &[(usize, &str)]) -> Result<(), Failed> {
    let text = read(shared, name)?;
    let draft = Draft::read(&text, &Hints::default());
    if draft.language != Language::from_code("fr").ok_or("there is no French")? {
        return Err("the seed is not taken for French".into());
    }
    let findings = check(&text, &draft, &Registry::embedded(), &Settings::default());
    let found: Vec<(usize, &str)> =
        findings.iter().map(|finding| (text[..finding.span.start].matches('\n').count() + 1, finding.rule)).collect();
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, not {expected:?}").into()) }
}

fn fix_date(shared: &Path) -> Result<(), Failed> {
    let text = read(shared, "000_")?;
    let draft = Draft::read(&text, &Hints::default());
    let findings = check(&text, &draft, &Registry::embedded(), &Settings::default());
    let date = findings.iter().find(|finding| finding.rule == "citation-date").ok_or("no finding")?;
    let fixed = apply(&text, &date.fix.as_ref().ok_or("no fix")?.edits);
    if fixed.contains("et 2012/19 du 26 juillet 2012, sur") {
        Ok(())
    } else {
        Err("the fix writes another date".into())
    }
}
