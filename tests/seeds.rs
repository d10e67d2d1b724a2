//! Holds the findings on the five seed documents: every defect that the rules cover is found at its line, and nothing
//! else is found at any severity.
//!
//! The seeds stand in `seeds/` of the shared folder, with a README that says what must and must not be found in each.
#![allow(clippy::print_stdout)]

mod support;

use std::{collections::BTreeMap, fs, path::Path, process::ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::{Draft, Hints, Language};
use rapporteur_lint::{RULES, Settings, apply, check};
use rapporteur_registry::Registry;

/// The seeds, by the beginnings of their names.
const SEEDS: [&str; 5] = ["000_", "001_", "002_", "003_", "004_"];

/// What each rule finds: the lines (from 1) in each of the seeds, in their order. A rule that is not here finds nothing.
const FINDINGS: &[(&str, [&[usize]; 5])] = &[
    (
        "acronym-variant",
        [
            &[],
            &[],
            &[],
            &[],
            &[
                54, 56, 56, 58, 58, 60, 64, 64, 70, 72, 72, 80, 88, 88, 88, 94, 94, 96, 116, 118, 120, 120, 124, 128,
                128, 130, 132, 136,
            ],
        ],
    ),
    ("accented-capital", [&[], &[], &[11], &[], &[]]),
    ("citation-body", [&[30, 30], &[], &[], &[], &[]]),
    ("citation-date", [&[30], &[], &[], &[], &[]]),
    ("citation-link", [&[], &[], &[], &[], &[32, 36, 44, 45, 46, 47, 48, 94, 146]]),
    ("citation-order", [&[30], &[], &[], &[], &[]]),
    ("citation-session", [&[], &[], &[], &[], &[46]]),
    ("citation-shared-date", [&[28], &[], &[], &[], &[]]),
    ("cross-reference-vague", [&[], &[], &[], &[], &[140]]),
    ("double-space", [&[], &[147, 295, 309, 315], &[], &[], &[]]),
    ("footnote-lost-superscript", [&[], &[61, 147, 259], &[], &[1, 1], &[]]),
    ("masthead-symbol", [&[7], &[], &[], &[], &[]]),
    ("mixed-apostrophes", [&[], &[], &[85], &[], &[]]),
    ("masthead-symbol", [&[7], &[], &[], &[], &[]]),
    ("number-sign", [&[], &[153, 337], &[], &[1, 1], &[]]),
    (
        "ocr-confusion",
        [
            &[],
            &[],
            &[
                5, 5, 8, 9, 10, 11, 13, 14, 19, 20, 21, 23, 24, 24, 26, 28, 28, 29, 33, 34, 35, 36, 38, 40, 44, 51, 52,
                56, 57, 57, 58, 60, 62, 63, 64, 64, 66, 66, 70, 74, 75, 81, 92, 94, 96, 109, 109, 109, 122, 122, 124,
                126, 127, 132, 133, 133, 134, 134, 139, 140, 141, 141, 146, 147, 148, 151, 158, 158, 170, 170, 173,
                175, 178, 180, 181, 185, 185, 187, 187, 215, 216, 221, 225, 225, 226, 230, 234, 235, 240,
            ],
            &[],
            &[],
        ],
    ),
    ("operative-verb-italics", [&[], &[186], &[], &[], &[]]),
    ("ordinal-form", [&[], &[], &[], &[], &[62, 62]]),
    ("paragraph-split", [&[38], &[], &[], &[], &[]]),
    ("section-sequence", [&[], &[], &[154], &[], &[]]),
    ("space-before-apostrophe", [&[], &[32, 71, 135, 194, 212, 253, 263, 271], &[], &[1, 1, 1, 1, 1], &[]]),
    ("split-word", [&[], &[261, 313], &[], &[1], &[]]),
    ("symbol-broken", [&[], &[], &[210, 227], &[], &[]]),
    ("symbol-near-miss", [&[], &[], &[210, 227, 235], &[], &[]]),
    ("verb-repeated", [&[], &[113, 317], &[], &[], &[]]),
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let shared = support::shared();
    if shared.is_none() {
        println!("skipped: the seeds are not here; set RAPPORTEUR_SHARED to the folder that holds them");
    }
    let mut trials: Vec<Trial> = Vec::new();
    for (seed, name) in SEEDS.into_iter().enumerate() {
        let folder = shared.clone();
        let trial = Trial::test(format!("seed {name}"), move || hold(&folder.unwrap_or_default(), seed));
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

fn hold(shared: &Path, seed: usize) -> Result<(), Failed> {
    let text = read(shared, SEEDS[seed])?;
    let draft = Draft::read(&text, &Hints::default());
    if draft.language != Language::from_code("fr").ok_or("there is no French")? {
        return Err("the seed is not taken for French".into());
    }
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for finding in check(&text, &draft, &Registry::embedded(), &Settings::default()) {
        let line = text[..finding.span.start].matches('\n').count() + 1;
        found.entry(finding.rule).or_default().push(line);
    }
    let mut faults = Vec::new();
    for rule in RULES {
        let expected = FINDINGS.iter().find(|(name, _)| *name == rule.name).map_or(&[][..], |(_, lines)| lines[seed]);
        let lines = found.remove(rule.name).unwrap_or_default();
        if lines != expected {
            faults.push(format!("{}: found in lines {lines:?}, not {expected:?}", rule.name));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
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
