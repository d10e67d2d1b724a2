//! Holds the findings on the corpus of official texts and on the seed documents.
//!
//! `reviewed/` has a table for each rule with all that it finds there at error or warning, and what a look at the text
//! said: `text` (the text is wrong), `conversion` (the conversion or the text recognition made it wrong), `false` (we
//! are). `remarks/` has what a rule finds as information or hint: the document and the lines. A finding that is not in
//! its table, and a row that is no longer found, fail the test, so that each change shows what it adds and takes away.
//! `RAPPORTEUR_UPDATE=1` rewrites the tables; new rows of `reviewed/` are marked `?` and fail until somebody has looked.
#![allow(clippy::print_stdout)]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::{Draft, Hints, ParagraphKind};
use rapporteur_lint::{RULES, Settings, Severity, check};
use rapporteur_registry::Registry;

/// The folders with official texts as the United Nations publish them; `other` has scans and pages of PDF.
const OFFICIAL: [&str; 5] = ["GA", "SC", "ECOSOC", "HRC", "GAdecisions"];

/// How much of what a rule finds on official texts at error or warning is a defect of the text itself, in per cent.
const REAL: usize = 98;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let shared = support::shared();
    if shared.is_none() {
        println!("skipped: the corpus is not here; set RAPPORTEUR_SHARED to the folder that holds it");
    }
    let folder = shared.clone().unwrap_or_default();
    let quiet = Trial::test("what is found on official texts and seeds is as reviewed", move || hold(&folder));
    let trials = vec![quiet.with_ignored_flag(shared.is_none())];
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn is_official(name: &str) -> bool {
    OFFICIAL.iter().any(|folder| name.starts_with(folder))
}

/// What a rule finds, by severity.
#[derive(Default)]
struct Found {
    /// At error or warning: document and line.
    weighty: Vec<(String, usize)>,
    /// As information or hint: the lines of each document.
    remarks: BTreeMap<String, Vec<usize>>,
}

fn hold(shared: &Path) -> Result<(), Failed> {
    let (registry, settings) = (Registry::embedded(), Settings::default());
    let mut found: BTreeMap<&str, Found> = RULES.iter().map(|rule| (rule.name, Found::default())).collect();
    let mut paragraphs: BTreeMap<&str, usize> = BTreeMap::new();
    let mut official: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, text) in support::texts(shared)? {
        let draft = Draft::read(&text, &Hints::default());
        if let Some(language) = support::language_of(&name).filter(|_| is_official(&name)) {
            let numbered = |kind, label: bool| label && matches!(kind, ParagraphKind::Operative);
            *paragraphs.entry(language.code()).or_default() +=
                draft.paragraphs.iter().filter(|p| numbered(p.kind, p.label.is_some())).count();
        }
        for finding in check(&text, &draft, &registry, &settings) {
            let line = text[..finding.span.start].matches('\n').count() + 1;
            let of_rule = found.entry(finding.rule).or_default();
            if finding.severity < Severity::Warning {
                of_rule.remarks.entry(name.clone()).or_default().push(line);
                continue;
            }
            of_rule.weighty.push((name.clone(), line));
            if let Some(language) = support::language_of(&name).filter(|_| is_official(&name)) {
                *official.entry(language.code()).or_default() += 1;
            }
        }
    }
    for (language, numbered) in paragraphs {
        let count = official.get(language).copied().unwrap_or_default();
        let share = 1000.0 * count as f64 / numbered.max(1) as f64;
        println!("{language}: {count} errors and warnings in {numbered} numbered paragraphs, {share:.2} in 1,000");
    }
    println!(
        "\n{:32} {:>8} {:>6} {:>10} {:>6} {:>6} {:>8}",
        "rule", "official", "text", "conversion", "false", "scans", "remarks"
    );
    let mut faults = Vec::new();
    for (rule, found) in found {
        review(rule, &found, &mut faults)?;
        compare(&table("remarks", rule), &remarks(&found), &mut faults)?;
    }
    faults.extend(orphans()?);
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

fn table(folder: &str, rule: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(format!("{rule}.tsv"))
}

/// Holds what a rule finds at error or warning against its table of verdicts.
fn review(rule: &str, found: &Found, faults: &mut Vec<String>) -> Result<(), Failed> {
    let path = table("reviewed", rule);
    let mut verdicts: BTreeMap<(String, usize), Vec<(String, String)>> = BTreeMap::new();
    for row in support::rows(&fs::read_to_string(&path).unwrap_or_default()) {
        let [file, line, verdict, note] = row[..] else {
            return Err(format!("{}: a row has four columns: {row:?}", path.display()).into());
        };
        verdicts.entry((file.to_owned(), line.parse()?)).or_default().push((verdict.to_owned(), note.to_owned()));
    }
    let mut rows = String::from("file\tline\tverdict\tnote\n");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (file, line) in &found.weighty {
        let known = verdicts.get_mut(&(file.clone(), *line)).filter(|known| !known.is_empty());
        let (verdict, note) = known.map_or_else(|| ("?".to_owned(), String::new()), |known| known.remove(0));
        if !["text", "conversion", "false"].contains(&verdict.as_str()) {
            faults.push(format!("{file}:{line}: {rule} is not reviewed"));
        }
        let _ = writeln!(rows, "{file}\t{line}\t{verdict}\t{note}");
        *counts.entry(if is_official(file) { verdict } else { "scans".to_owned() }).or_default() += 1;
    }
    if is_updating() {
        update(&path, &rows)?;
    }
    for ((file, line), _) in verdicts.iter().filter(|(_, left)| !left.is_empty()) {
        faults.push(format!("{file}:{line}: {rule} is in {} and no longer found", path.display()));
    }
    let count = |verdict: &str| counts.get(verdict).copied().unwrap_or_default();
    let (text, scans) = (count("text"), count("scans"));
    let official = counts.values().sum::<usize>() - scans;
    let remarks: usize = found.remarks.values().map(Vec::len).sum();
    let (conversion, wrong) = (count("conversion"), count("false"));
    println!("{rule:32} {official:8} {text:6} {conversion:10} {wrong:6} {scans:6} {remarks:8}");
    // One of a few proves nothing.
    if official - text > 1 && 100 * text < REAL * official {
        faults.push(format!("{rule}: of {official} findings on official texts only {text} are defects of the text"));
    }
    Ok(())
}

/// The table of what a rule finds as information or hint.
fn remarks(found: &Found) -> String {
    let mut table = String::from("file\tlines\n");
    for (file, lines) in &found.remarks {
        let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
        let _ = writeln!(table, "{file}\t{}", lines.join(" "));
    }
    table
}

/// Holds a table against the one that is kept, and says what is new in it and what is gone.
fn compare(path: &Path, now: &str, faults: &mut Vec<String>) -> Result<(), Failed> {
    let kept = fs::read_to_string(path).unwrap_or_else(|_| "file\tlines\n".to_owned());
    if is_updating() {
        return update(path, now);
    }
    let (before, after): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), now.lines().collect());
    faults.extend(before.difference(&after).map(|row| format!("{}: no longer so: {row}", path.display())));
    faults.extend(after.difference(&before).map(|row| format!("{}: new: {row}", path.display())));
    Ok(())
}

fn is_updating() -> bool {
    std::env::var_os("RAPPORTEUR_UPDATE").is_some()
}

/// Writes a table; one without rows is no file.
fn update(path: &Path, table: &str) -> Result<(), Failed> {
    if table.lines().count() > 1 {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        fs::write(path, table)?;
    } else if path.exists() {
        fs::remove_file(path)?;
    }
    Ok(())
}

/// Tables of rules that there are no longer.
fn orphans() -> Result<Vec<String>, Failed> {
    let mut orphans = Vec::new();
    for folder in ["reviewed", "remarks"] {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
            let path = entry?.path();
            let stem = path.file_stem().unwrap_or_default();
            if !RULES.iter().any(|rule| stem == rule.name) {
                orphans.push(format!("{}: there is no such rule", path.display()));
            }
        }
    }
    Ok(orphans)
}
