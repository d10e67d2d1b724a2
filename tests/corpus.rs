//! Holds the findings on the corpus of official texts, language by language: what is found there at error or warning is
//! a false positive, unless the text itself is wrong.
//!
//! `reviewed/` lists every such finding, a table a language, with what a look at the text said: `text` (the official
//! text is wrong), `conversion` (the conversion or the text recognition is), `false` (we are). A finding that is not in
//! its table, and a row that is no longer found, fail the test. `RAPPORTEUR_UPDATE=1` rewrites the tables; new rows are
//! marked `?` and fail until somebody has looked.
#![allow(clippy::print_stdout)]

mod support;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::{Draft, Hints, Language, ParagraphKind};
use rapporteur_lint::{Settings, Severity, check, fix_all};
use rapporteur_registry::Registry;

/// The folders with official texts as the United Nations publish them; `other` has scans and pages of PDF.
const OFFICIAL: [&str; 5] = ["GA", "SC", "ECOSOC", "HRC", "GAdecisions"];

/// How many findings may not be about defects of the official texts themselves, for a thousand numbered paragraphs.
const QUOTA: f64 = 1.0;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let shared = support::shared();
    if shared.is_none() {
        println!("skipped: the corpus is not here; set RAPPORTEUR_SHARED to the folder that holds it");
    }
    let trials = Language::all().flat_map(|language| {
        let corpus = shared.clone().unwrap_or_default().join("corpus");
        let folder = corpus.clone();
        let quiet = format!("findings on official texts in {} are few, and all reviewed", language.code());
        let converge = format!("fixes of official texts in {} converge", language.code());
        [
            Trial::test(quiet, move || hold(&corpus, language)).with_ignored_flag(shared.is_none()),
            Trial::test(converge, move || fixes_converge(&folder, language)).with_ignored_flag(shared.is_none()),
        ]
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

/// The texts of the corpus in a language, with their paths below it.
fn texts(corpus: &Path, language: Language) -> Result<Vec<(String, String)>, Failed> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut folders = vec![corpus.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { paths.push(path) }
        }
    }
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        let name = path.strip_prefix(corpus)?.to_string_lossy().replace('\\', "/");
        let mut endings = name.rsplit('.');
        let text = matches!(endings.next(), Some("md" | "txt"));
        if text && endings.next() == Some(language.code()) {
            texts.push((name, fs::read_to_string(&path)?));
        }
    }
    Ok(texts)
}

fn hold(corpus: &Path, language: Language) -> Result<(), Failed> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("reviewed").join(format!("{}.tsv", language.code()));
    let (registry, settings) = (Registry::embedded(), Settings::default());
    let (mut numbered, mut official) = (0, 0);
    let mut found: Vec<(String, usize, &str)> = Vec::new();
    for (name, text) in texts(corpus, language)? {
        let draft = Draft::read(&text, &Hints::default());
        let is_official = OFFICIAL.iter().any(|folder| name.starts_with(folder));
        let operative = |kind| matches!(kind, ParagraphKind::Operative);
        let paragraphs = draft.paragraphs.iter().filter(|p| operative(p.kind) && p.label.is_some()).count();
        numbered += if is_official { paragraphs } else { 0 };
        for finding in check(&text, &draft, &registry, &settings) {
            if finding.severity >= Severity::Warning {
                official += usize::from(is_official);
                found.push((name.clone(), text[..finding.span.start].matches('\n').count() + 1, finding.rule));
            }
        }
    }
    let reviewed = fs::read_to_string(&list).unwrap_or_default();
    let mut verdicts: BTreeMap<(String, usize, String), Vec<(String, String)>> = BTreeMap::new();
    for row in support::rows(&reviewed) {
        let [file, line, rule, verdict, note] = row[..] else {
            return Err(format!("{}: {row:?}", list.display()).into());
        };
        let key = (file.to_owned(), line.parse()?, rule.to_owned());
        verdicts.entry(key).or_default().push((verdict.to_owned(), note.to_owned()));
    }
    let mut rows = Vec::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut unseen = Vec::new();
    for (file, line, rule) in &found {
        let key = (file.clone(), *line, (*rule).to_owned());
        let known = verdicts.get_mut(&key).filter(|verdicts| !verdicts.is_empty()).map(|verdicts| verdicts.remove(0));
        let (verdict, note) = known.unwrap_or_else(|| ("?".to_owned(), String::new()));
        if verdict == "?" {
            unseen.push(format!("{file}:{line} {rule}"));
        }
        if OFFICIAL.iter().any(|folder| file.starts_with(folder)) {
            *counts.entry(verdict.clone()).or_default() += 1;
        }
        rows.push(format!("{file}\t{line}\t{rule}\t{verdict}\t{note}\n"));
    }
    let gone: Vec<String> = verdicts
        .iter()
        .filter(|(_, verdicts)| !verdicts.is_empty())
        .map(|((file, line, rule), _)| format!("{file}:{line} {rule}"))
        .collect();
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        fs::write(&list, format!("file\tline\trule\tverdict\tnote\n{}", rows.concat()))?;
    }
    let share = 1000.0 * official as f64 / numbered.max(1) as f64;
    println!(
        "{}: {official} findings at error or warning in {numbered} numbered paragraphs, {share:.2} in 1,000",
        language.code()
    );
    println!(
        "{}: of these by review: {counts:?}; in scans and pages of PDF: {} more",
        language.code(),
        found.len() - official
    );
    if !unseen.is_empty() {
        return Err(format!("not reviewed: {}", unseen.join(", ")).into());
    }
    if !gone.is_empty() {
        return Err(format!("in {} and no longer found: {}", list.display(), gone.join(", ")).into());
    }
    let not_of_the_text = official - counts.get("text").copied().unwrap_or_default();
    if 1000.0 * not_of_the_text as f64 > QUOTA * numbered as f64 {
        return Err(format!(
            "{not_of_the_text} findings are not about the text: more than {QUOTA} in 1,000 paragraphs"
        )
        .into());
    }
    Ok(())
}

fn fixes_converge(corpus: &Path, language: Language) -> Result<(), Failed> {
    let (registry, settings) = (Registry::embedded(), Settings::default());
    for (name, text) in texts(corpus, language)? {
        let once = fix_all(&text, &Hints::default(), &registry, &settings);
        let twice = fix_all(&once.text, &Hints::default(), &registry, &settings);
        if twice.applied > 0 {
            return Err(format!("{name}: a second run applies {} fixes more", twice.applied).into());
        }
        let findings = |text: &str| check(text, &Draft::read(text, &Hints::default()), &registry, &settings).len();
        if findings(&once.text) > findings(&text) {
            return Err(format!("{name}: the fixes add findings").into());
        }
    }
    Ok(())
}
