//! Measures what is recognised against the citations and the structure that official texts mark.
//!
//! `cargo test -p rapporteur-tests --test gold` prints a table by language and body. Set `RAPPORTEUR_GOLD=misses` to
//! have every citation listed that was missed or misread, with its line.
//!
//! Where the gold data itself is wrong (a link split in two, or leading elsewhere than the text says), `gold/` says so, a
//! table a language, with the reason. Such a citation is not measured; a row that names none, and one about a citation
//! that is read as the gold data has it, fail the test.
#![allow(clippy::print_stdout)]

#[path = "support/committed.rs"]
mod committed;
mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::ExitCode,
};

use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::{Draft, Hints, Language, Paragraph, ParagraphKind};

use committed::assert_part_of_readme;

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

/// A citation that the gold data has wrong: file, line, column.
type Place = (String, usize, usize);

/// How many of 100 citations must be read right, and how many of 100 of what is read must be right.
const LEAST_RIGHT: f64 = 99.5;

/// How many of 100 dates that stand by a citation must be paired with it.
const LEAST_DATED: f64 = 99.0;

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
    let mut excused = excused()?;
    let mut excuses: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for (file, golds) in &by_file {
        let text = fs::read_to_string(shared.join("corpus").join(file))?;
        let draft = Draft::read(&text, &Hints::default());
        let lines: Vec<&str> = text.split('\n').collect();
        for gold in golds {
            let body = gold.file.split('/').next().unwrap_or_default();
            let start = offset(&lines, gold.line, gold.column);
            let found = recognised(&draft, start, start + gold.printed.len());
            let right = found.iter().any(|(symbol, _)| squeeze(symbol) == squeeze(gold.target));
            if excused.remove(&(gold.file.to_owned(), gold.line, gold.column)) {
                *excuses.entry(gold.language).or_default() += 1;
                if right {
                    failures
                        .push(format!("{}:{}:{} is read as the gold data has it", gold.file, gold.line, gold.column));
                }
                continue;
            }
            let score = scores.entry((gold.language, body)).or_default();
            score.gold += 1;
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
    println!("not measured, since the gold data is wrong there: {excuses:?}");
    failures.extend(excused.into_iter().map(|(file, line, column)| format!("{file}:{line}:{column} is no citation")));
    let mut summary = String::from(
        "| drafts in | citations | read right | right of what is read | dates | paired | set aside |\n|---|---|---|---|---|---|---|\n",
    );
    for (language, score) in &totals {
        print_score(language, "all", score);
        let aside = excuses.get(language).copied().unwrap_or_default();
        summary += &summary_row(language, score, aside);
        let (right, of_read) = (share(score.right, score.gold), share(score.right, score.recognised));
        let dates = share(score.dates_right, score.dated);
        if right < LEAST_RIGHT || of_read < LEAST_RIGHT || dates < LEAST_DATED {
            failures.push(format!(
                "{language}: {right:.2}% recognised right, {of_read:.2}% of what is recognised is right, {dates:.2}% of dates"
            ));
        }
    }
    if !failures.is_empty() {
        return Err(failures.join("; ").into());
    }
    assert_part_of_readme("citations", &summary);
    Ok(())
}

/// A language's row in the README.
fn summary_row(language: &str, score: &Score, aside: usize) -> String {
    format!(
        "| {language} | {} | {:.2}% | {:.2}% | {} | {:.2}% | {aside} |\n",
        score.gold,
        share(score.right, score.gold),
        share(score.right, score.recognised),
        score.dated,
        share(score.dates_right, score.dated),
    )
}

/// The citations that the gold data has wrong, from all tables.
fn excused() -> Result<BTreeSet<Place>, Failed> {
    let mut places = BTreeSet::new();
    for language in Language::all() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("gold").join(format!("{}.tsv", language.code()));
        let table = fs::read_to_string(&path).unwrap_or_default();
        for row in support::rows(&table) {
            let [file, line, column, _printed, _target, reason] = row[..] else {
                return Err(format!("{}: {row:?} has not six cells", path.display()).into());
            };
            if reason.is_empty() {
                return Err(format!("{}: {row:?} gives no reason", path.display()).into());
            }
            places.insert((file.to_owned(), line.parse()?, column.parse()?));
        }
    }
    Ok(places)
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

/// Spaces, case and the kind of hyphens are no part of a symbol.
fn squeeze(symbol: &str) -> String {
    symbol
        .to_uppercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == '\u{2011}' { '-' } else { c })
        .collect()
}

/// How many of 100 texts must have each part of their structure right.
const LEAST_STRUCTURED: f64 = 99.0;

/// What is held against the gold structure.
const PARTS: [&str; 4] = ["enacting line", "preambular", "operative", "calls"];

fn measure_structure(shared: &Path) -> Result<(), Failed> {
    let table = fs::read_to_string(shared.join("corpus/gold-structure.tsv"))?;
    let list_misses = std::env::var("RAPPORTEUR_GOLD").is_ok_and(|value| value == "misses");
    let mut scores: BTreeMap<(&str, &str), (usize, [usize; PARTS.len()])> = BTreeMap::new();
    for row in support::rows(&table) {
        let (file, language) = (row[0], row[2]);
        let Some(body) = ENACTING.iter().find(|(folder, _)| file.starts_with(folder)).map(|(_, body)| *body) else {
            continue;
        };
        // Statements of the President have no enacting line and no numbers.
        if Language::from_code(language).is_none() || file.contains("PRST") {
            continue;
        }
        let text = fs::read_to_string(shared.join("corpus").join(file))?;
        let draft = Draft::read(&text, &Hints::default());
        let read = structure(&draft, !row[14].is_empty());
        let gold = [body.to_owned(), row[7].to_owned(), row[8].to_owned(), row[15].to_owned()];
        let (texts, right) = scores.entry((language, file.split('/').next().unwrap_or_default())).or_default();
        *texts += 1;
        for ((part, count), (read, gold)) in PARTS.iter().zip(right).zip(read.iter().zip(&gold)) {
            *count += usize::from(read == gold);
            if list_misses && read != gold {
                println!("{file}: {part} {read} for {gold}");
            }
        }
    }
    println!(
        "{:>4} {:<8} {:>5} {:>14} {:>11} {:>10} {:>8}",
        "lang", "body", "texts", PARTS[0], PARTS[1], PARTS[2], PARTS[3]
    );
    let mut totals: BTreeMap<&str, (usize, [usize; PARTS.len()])> = BTreeMap::new();
    for ((language, body), (texts, right)) in &scores {
        print_structure(language, body, *texts, right);
        let (all, total) = totals.entry(language).or_default();
        *all += texts;
        total.iter_mut().zip(right).for_each(|(total, right)| *total += right);
    }
    let mut failures = Vec::new();
    let mut summary = format!("| drafts in | texts | {} |\n|---|---|---|---|---|---|\n", PARTS.join(" | "));
    for (language, (texts, right)) in &totals {
        print_structure(language, "all", *texts, right);
        let shares = right.map(|right| format!("{:.2}%", share(right, *texts)));
        summary += &format!("| {language} | {texts} | {} |\n", shares.join(" | "));
        for (part, right) in PARTS.iter().zip(right) {
            let right = share(*right, *texts);
            if right < LEAST_STRUCTURED {
                failures.push(format!("{language}: {part} right in {right:.2}% of the texts"));
            }
        }
    }
    if !failures.is_empty() {
        return Err(failures.join("; ").into());
    }
    assert_part_of_readme("structure", &summary);
    Ok(())
}

/// The folders of the corpus whose texts have an enacting line, and the body that acts there.
const ENACTING: [(&str, &str); 4] = [("GA/", "ga"), ("SC/", "sc"), ("ECOSOC/", "ecosoc"), ("HRC/", "hrc")];

/// The parts of the structure as the gold table writes them. Of a text that quotes a draft ("recommends to the General
/// Assembly the adoption of the following draft resolution") it has the paragraphs outside of the quoted draft, and of one
/// whose annex is a resolution of another body those before the annex.
fn structure(draft: &Draft, quotes_a_draft: bool) -> [String; PARTS.len()] {
    let own = |series| !quotes_a_draft || series <= 1;
    let paragraphs = &draft.paragraphs;
    let of = |kind| move |paragraph: &&Paragraph| paragraph.kind == kind && own(paragraph.series);
    let annex = paragraphs.iter().position(|paragraph| paragraph.kind == ParagraphKind::AnnexHeading);
    let kinds = |kind| paragraphs[..annex.unwrap_or(paragraphs.len())].iter().filter(of(kind));
    let enacting = kinds(ParagraphKind::EnactingLine).next().and(draft.body).map_or("none", |body| body.key());
    let preambular = kinds(ParagraphKind::Preambular).count();
    let numbers: Vec<String> = kinds(ParagraphKind::Operative)
        .filter_map(|paragraph| paragraph.label.as_ref()?.number)
        .map(|number| number.to_string())
        .collect();
    let calls: Vec<&str> = draft.notes.calls.iter().map(|call| call.label.as_str()).collect();
    [enacting.to_owned(), preambular.to_string(), numbers.join(","), calls.join(",")]
}

fn print_structure(language: &str, body: &str, texts: usize, right: &[usize; PARTS.len()]) {
    let [enacting, preambular, operative, calls] = right.map(|right| share(right, texts));
    println!(
        "{language:>4} {body:<8} {texts:>5} {enacting:>13.2}% {preambular:>10.2}% {operative:>9.2}% {calls:>7.2}%"
    );
}
