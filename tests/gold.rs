//! Measures what is recognised against the citations and the structure that official texts mark.
//!
//! `cargo test -p rapporteur-tests --test gold` prints a table by language and body. Set `RAPPORTEUR_GOLD=misses` to
//! have every citation listed that was missed or misread, with its line.
#![allow(clippy::print_stdout)]

mod support;

use std::{collections::BTreeMap, fs, path::Path, process::ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::{Draft, Hints, Language};

/// A row of the gold citations.
struct Gold<'a> {
    file: &'a str,
    language: &'a str,
    line: usize,
    column: usize,
    printed: &'a str,
    target: &'a str,
    date: &'a str,
}

/// Counts for one language and body.
#[derive(Default)]
struct Score {
    gold: usize,
    recognised: usize,
    right: usize,
    dated: usize,
    dates_right: usize,
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let shared = support::shared();
    let absent = shared.is_none();
    if absent {
        println!("skipped: the corpus is not here; set RAPPORTEUR_SHARED to the folder that holds it");
    }
    let folder = shared.clone();
    let citations = Trial::test("citations are recognised as the official links have them", move || {
        measure_citations(&folder.unwrap_or_default())
    });
    let structure = Trial::test("the structure is that of the official texts", move || {
        measure_structure(&shared.unwrap_or_default())
    });
    libtest_mimic::run(&arguments, vec![citations.with_ignored_flag(absent), structure.with_ignored_flag(absent)])
        .exit_code()
}

fn measure_citations(shared: &Path) -> Result<(), Failed> {
    let table = fs::read_to_string(shared.join("corpus/gold-citations.tsv"))?;
    let list_misses = std::env::var("RAPPORTEUR_GOLD").is_ok_and(|value| value == "misses");
    let mut by_file: BTreeMap<&str, Vec<Gold<'_>>> = BTreeMap::new();
    for row in support::rows(&table) {
        let gold = Gold {
            file: row[0],
            language: row[1],
            line: row[3].parse()?,
            column: row[4].parse()?,
            printed: row[5],
            target: row[6],
            date: row[9],
        };
        let measured = Language::from_code(gold.language).is_some();
        if measured && !gold.target.is_empty() {
            by_file.entry(gold.file).or_default().push(gold);
        }
    }
    let mut scores: BTreeMap<(&str, &str), Score> = BTreeMap::new();
    for (file, golds) in &by_file {
        let text = fs::read_to_string(shared.join("corpus").join(file))?;
        let draft = Draft::read(&text, &Hints::default());
        let lines: Vec<&str> = text.split('\n').collect();
        for gold in golds {
            let body = gold.file.split('/').next().unwrap_or_default();
            let score = scores.entry((gold.language, body)).or_default();
            score.gold += 1;
            let start = offset(&lines, gold.line, gold.column);
            let found = recognised(&draft, start, start + gold.printed.len());
            let right = found.iter().any(|(symbol, _)| squeeze(symbol) == squeeze(gold.target));
            score.recognised += usize::from(!found.is_empty());
            score.right += usize::from(right);
            let dated = !gold.date.is_empty() && right;
            let date_right = found.iter().any(|(_, date)| date.as_deref() == Some(gold.date));
            score.dated += usize::from(dated);
            score.dates_right += usize::from(dated && date_right);
            if list_misses && (!right || (dated && !date_right)) {
                println!(
                    "{}:{}:{}: {} -> {} {}, read {found:?}",
                    gold.file, gold.line, gold.column, gold.printed, gold.target, gold.date
                );
            }
        }
    }
    println!(
        "{:>4} {:<12} {:>6} {:>11} {:>7} {:>10} {:>6} {:>7}",
        "lang", "body", "gold", "recognised", "right", "of read", "dated", "dates"
    );
    let mut totals: BTreeMap<&str, Score> = BTreeMap::new();
    for ((language, body), score) in &scores {
        print_score(language, body, score);
        let total = totals.entry(language).or_default();
        total.gold += score.gold;
        total.recognised += score.recognised;
        total.right += score.right;
        total.dated += score.dated;
        total.dates_right += score.dates_right;
    }
    let mut failures = Vec::new();
    for (language, score) in &totals {
        print_score(language, "all", score);
        let (right, of_read) = (share(score.right, score.gold), share(score.right, score.recognised));
        if right < 97.0 || of_read < 98.0 {
            failures.push(format!(
                "{language}: {right:.2}% recognised right, {of_read:.2}% of what is recognised is right"
            ));
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("; ").into()) }
}

fn print_score(language: &str, body: &str, score: &Score) {
    println!(
        "{language:>4} {body:<12} {:>6} {:>10.2}% {:>6.2}% {:>9.2}% {:>6} {:>6.2}%",
        score.gold,
        share(score.recognised, score.gold),
        share(score.right, score.gold),
        share(score.right, score.recognised),
        score.dated,
        share(score.dates_right, score.dated),
    );
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// The byte offset of a line and column that count from 1, the column in characters.
fn offset(lines: &[&str], line: usize, column: usize) -> usize {
    let before: usize = lines[..line - 1].iter().map(|line| line.len() + 1).sum();
    before + lines[line - 1].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
}

/// What the draft has at a place: symbols and dates of citations and documents that touch it.
fn recognised(draft: &Draft, start: usize, end: usize) -> Vec<(String, Option<String>)> {
    let touches = |span: &std::ops::Range<usize>| span.start < end && start < span.end;
    let citations = draft.citations.iter().filter(|citation| touches(&citation.span)).filter_map(|citation| {
        let date = draft.date_of(citation).and_then(|date| date.date).map(|date| date.to_string());
        Some((citation.symbol?.to_string(), date))
    });
    let symbols = draft.symbols.iter().filter(|symbol| touches(&symbol.span)).map(|symbol| (symbol.text.clone(), None));
    citations.chain(symbols).collect()
}

/// Spaces and the kind of hyphens are no part of a symbol.
fn squeeze(symbol: &str) -> String {
    symbol.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '\u{2011}' { '-' } else { c }).collect()
}

fn measure_structure(shared: &Path) -> Result<(), Failed> {
    let table = fs::read_to_string(shared.join("corpus/gold-structure.tsv"))?;
    let list_misses = std::env::var("RAPPORTEUR_GOLD").is_ok_and(|value| value == "misses");
    let mut scores: BTreeMap<(&str, &str), [usize; 4]> = BTreeMap::new();
    for row in support::rows(&table) {
        let (file, language) = (row[0], row[2]);
        let plain = row[14].is_empty() && row[13].is_empty() && !row[8].contains('|');
        if Language::from_code(language).is_none()
            || !plain
            || file.starts_with("other")
            || file.contains("PRST")
            || file.contains("DEC")
        {
            continue;
        }
        let text = fs::read_to_string(shared.join("corpus").join(file))?;
        let draft = Draft::read(&text, &Hints::default());
        let kinds = |kind| draft.paragraphs.iter().filter(move |paragraph| paragraph.kind == kind);
        let preambular = kinds(rapporteur_draft::ParagraphKind::Preambular).count();
        let numbers: Vec<String> = kinds(rapporteur_draft::ParagraphKind::Operative)
            .filter_map(|paragraph| paragraph.label.as_ref()?.number)
            .map(|number| number.to_string())
            .collect();
        let calls: Vec<&str> = draft.notes.calls.iter().map(|call| call.label.as_str()).collect();
        let body = file.split('/').next().unwrap_or_default();
        let score = scores.entry((language, body)).or_default();
        let right = [preambular.to_string() == row[7], numbers.join(",") == row[8], calls.join(",") == row[15]];
        score[0] += 1;
        for (count, right) in score[1..].iter_mut().zip(right) {
            *count += usize::from(right);
        }
        if list_misses && right.contains(&false) {
            println!(
                "{file}: preambular {preambular} for {}, operative {} for {}, calls {} for {}",
                row[7],
                numbers.join(","),
                row[8],
                calls.join(","),
                row[15]
            );
        }
    }
    println!("{:>4} {:<12} {:>6} {:>11} {:>10} {:>7}", "lang", "body", "texts", "preambular", "operative", "calls");
    for ((language, body), [texts, preambular, operative, calls]) in scores {
        println!(
            "{language:>4} {body:<12} {texts:>6} {:>10.2}% {:>9.2}% {:>6.2}%",
            share(preambular, texts),
            share(operative, texts),
            share(calls, texts)
        );
    }
    Ok(())
}
