//! Holds that fixes mend and break nothing: on official texts, seeds and our own drafts, and on official texts that are
//! broken on purpose (see `mutations/`).
//!
//! All safe fixes, applied until nothing changes, come to an end within a few rounds, and a second run changes nothing.
//! No fix, safe or suggested, applied alone, brings a finding that was not there: each finding afterwards has one of
//! the same rule at the same place before, as the edits move it; [`REVEALED`] names what a fix may bring to light. The text
//! outside the edits of a fix stays as it is, to the byte.
#![allow(clippy::print_stdout)]

#[path = "support/committed.rs"]
mod committed;
#[path = "mutations/defects/mod.rs"]
mod defects;
mod support;

use std::{collections::BTreeMap, fs, ops::Range, path::Path, process::ExitCode};

use fastrand::Rng;
use libtest_mimic::{Arguments, Failed, Trial};
use rapporteur_draft::{Draft, Hints, Language};
use rapporteur_lint::{Edit, Finding, Fix, Settings, apply, check, fix_all};
use rapporteur_registry::Registry;

/// How many rounds all safe fixes may take.
const ROUNDS: usize = 4;

/// How many fixes of one rule are tried in one text.
const OF_ONE_RULE: usize = 3;

/// How many texts are broken in one way.
const BROKEN: usize = 10;

/// What may be found only after a fix: the rule whose fix it is, the rule that speaks then, and why it could not before.
const REVEALED: &[(&str, &str, &str)] = &[
    ("citation-date", "citation-date-repeated", "a wrong date is none that has been given before"),
    ("citation-date", "citation-order", "a list with a wrong date may stand in order by it"),
    ("citation-date", "citation-shared-date", "dates that are equal once they are right"),
    ("citation-date", "citation-duplicate", "numbers that are equal once they are right"),
    ("citation-date", "citation-date-missing", "what is cited instead may be dated nowhere"),
    ("citation-year", "citation-date", "of a number with the wrong year nothing is known"),
    ("citation-year", "citation-date-missing", "of a number with the wrong year nothing is known"),
    ("footnote-lost-superscript", "footnote-placement", "where the figure stood no call stood"),
    ("footnote-lost-superscript", "footnote-sequence", "figures are raised one by one, and count once they all are"),
    ("footnote-lost-superscript", "footnote-unused", "where half of the calls are there the others are missed"),
    ("footnote-sequence", "footnote-lost-superscript", "a note whose call goes to another may have lost its own"),
    ("instruction-unknown", "suppression-unused", "a comment that is understood may silence nothing"),
    ("operative-punctuation", "subparagraph-sequence", "behind a colon (i) is a number, and no letter"),
    ("preamble-punctuation", "space-before-punctuation", "the house is that of most marks, of which it takes one away"),
    ("symbol-malformed", "citation-short-form", "a symbol is one of a resolution once it is right"),
    ("symbol-near-miss", "citation-short-form", "a symbol is one of a resolution once it is right"),
    ("symbol-malformed", "footnote-duplicate", "two notes say the same once they are right"),
    ("symbol-near-miss", "footnote-duplicate", "two notes say the same once they are right"),
    ("treaty-form", "footnote-duplicate", "two notes say the same once they are right"),
    ("treaty-form", "number-sign", "a reference that is read has its sign of a number judged"),
    ("paragraph-split", "verb-italics-extent", "a phrase that was cut in two is read whole"),
    ("verb-mood", "verb-repeated", "the verb is that of the paragraph before once it has its form"),
    ("verb-unknown", "preambular-verb-italics", "nothing is said of a phrase before it is known"),
    ("verb-repeated", "verb-repeated", "a row that is counted anew has its next gap in another place"),
    ("verb-unknown", "verb-agreement", "nothing is said of a phrase before it is known"),
    ("verb-unknown", "verb-case", "nothing is said of a phrase before it is known"),
    ("verb-unknown", "verb-repeated", "nothing is said of a phrase before it is known"),
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let shared = support::shared();
    if shared.is_none() {
        println!("skipped: the corpus is not here; set RAPPORTEUR_SHARED to the folder that holds it");
    }
    let trials = Language::all().map(|language| {
        let folder = shared.clone().unwrap_or_default();
        let name = format!("fixes in {} mend and break nothing", language.code());
        Trial::test(name, move || hold(&folder, language)).with_ignored_flag(shared.is_none())
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn hold(shared: &Path, language: Language) -> Result<(), Failed> {
    let mut texts = support::texts(shared)?;
    texts.retain(|(name, _)| support::language_of(name) == Some(language));
    let drafts = fs::read_dir(committed::root().join("tests/drafts"))?;
    for path in drafts.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.to_string_lossy().into_owned();
        if name.ends_with(&format!(".{}.md", language.code())) {
            texts.push((name, fs::read_to_string(&path)?));
        }
    }
    texts.extend(broken(&shared.join("corpus"), language)?);
    let mut bench = Bench { registry: Registry::embedded(), settings: Settings::default(), rng: Rng::with_seed(1) };
    let (mut rounds, mut tried, mut faults) = (0, 0, Vec::new());
    for (name, text) in &texts {
        rounds = rounds.max(bench.all_at_once(name, text, &mut faults));
        tried += bench.one_by_one(name, text, &mut faults);
    }
    println!("{}: {} texts, at most {rounds} rounds, {tried} fixes applied alone", language.code(), texts.len());
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

/// Official texts, each broken in one place.
fn broken(corpus: &Path, language: Language) -> Result<Vec<(String, String)>, Failed> {
    let documents = defects::read_all(corpus, language)?;
    let known = defects::Known::new(&documents);
    let mut texts = Vec::new();
    for defect in defects::all() {
        let mut rng = Rng::with_seed(texts.len() as u64);
        let mut order: Vec<usize> = (0..documents.len()).collect();
        rng.shuffle(&mut order);
        let mutated = order.into_iter().filter_map(|index| {
            let document = &documents[index];
            let mutations = (defect.mutations)(document, &known, &mut rng);
            let mutation = rng.choice(&mutations)?;
            Some((format!("{} ({})", document.name, defect.name), apply(&document.text, &mutation.edits)))
        });
        texts.extend(mutated.take(BROKEN));
    }
    Ok(texts)
}

/// What fixes are tried with.
struct Bench {
    registry: Registry,
    settings: Settings,
    rng: Rng,
}

impl Bench {
    fn check(&self, text: &str, draft: &Draft) -> Vec<Finding> {
        check(text, draft, &self.registry, &self.settings)
    }

    /// Applies all safe fixes, twice, and gives the rounds that it took.
    fn all_at_once(&self, name: &str, text: &str, faults: &mut Vec<String>) -> usize {
        let fix = |text: &str| fix_all(text, &Hints::default(), &self.registry, &self.settings);
        let once = fix(text);
        let twice = fix(&once.text);
        if twice.applied > 0 || twice.text != once.text {
            faults.push(format!("{name}: a second run applies {} fixes more", twice.applied));
        }
        if once.rounds > ROUNDS {
            faults.push(format!("{name}: the safe fixes take {} rounds", once.rounds));
        }
        once.rounds
    }

    /// Applies fixes by themselves, and gives how many.
    fn one_by_one(&mut self, name: &str, text: &str, faults: &mut Vec<String>) -> usize {
        let draft = Draft::read(text, &Hints::default());
        let before = self.check(text, &draft);
        let mut by_rule: BTreeMap<&str, Vec<(&Finding, &Fix)>> = BTreeMap::new();
        for finding in &before {
            let fixes = by_rule.entry(finding.rule).or_default();
            fixes.extend(finding.fix.as_ref().map(|fix| (finding, fix)));
        }
        let mut tried = 0;
        for fixes in by_rule.values_mut() {
            self.rng.shuffle(fixes);
            for (finding, fix) in fixes.iter().take(OF_ONE_RULE) {
                tried += 1;
                let place = format!("{name}:{}", text[..finding.span.start].matches('\n').count() + 1);
                if !is_sound(text, &fix.edits) {
                    faults.push(format!("{place}: the edits of {} overlap or are out of order", finding.rule));
                    continue;
                }
                let fixed = apply(text, &fix.edits);
                let after = self.check(&fixed, &draft.update(&fixed, &Hints::default()));
                for brought in after.iter().filter(|found| is_new(finding.rule, found, &after, &before, &fix.edits)) {
                    let (how, excerpt) = (fix.applicability.name(), &fixed[brought.span.clone()]);
                    let (rule, other, message) = (finding.rule, brought.rule, &brought.message);
                    faults.push(format!("{place}: the {how} fix of {rule} brings {other} at “{excerpt}”: {message}"));
                }
            }
        }
        tried
    }
}

/// Whether edits are in order, apart, and on the borders of characters; so that all else stays as it is.
fn is_sound(text: &str, edits: &[Edit]) -> bool {
    let apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    apart && edits.iter().all(|edit| text.get(edit.span.clone()).is_some())
}

/// Whether a finding has none of its rule at its place in the text before the edits. Edits may move text from one of their
/// places to another, and what is found in it along.
fn is_new(fixed: &str, found: &Finding, after: &[Finding], before: &[Finding], edits: &[Edit]) -> bool {
    if REVEALED.iter().any(|(fix, rule, _)| (*fix, *rule) == (fixed, found.rule)) {
        return false;
    }
    let of_rule = |findings: &'_ [Finding]| findings.iter().filter(|other| other.rule == found.rule).count();
    let place = original(&found.span, edits);
    let known = before.iter().any(|other| other.rule == found.rule && touch(&other.span, &place));
    let moved =
        edits.len() > 1 && edits.iter().any(|edit| touch(&edit.span, &place)) && of_rule(after) <= of_rule(before);
    !known && !moved
}

fn touch(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start <= b.end && b.start <= a.end
}

/// Where a stretch of the edited text comes from; what lies in an edit comes from all of it.
fn original(span: &Range<usize>, edits: &[Edit]) -> Range<usize> {
    let back = |at: usize, end: bool| {
        let mut shift = 0_isize;
        for edit in edits {
            let start = edit.span.start.saturating_add_signed(shift);
            if at < start {
                break;
            }
            if at <= start + edit.text.len() {
                return if end { edit.span.end } else { edit.span.start };
            }
            shift += edit.text.len() as isize - edit.span.len() as isize;
        }
        at.saturating_add_signed(-shift)
    };
    back(span.start, false)..back(span.end, true)
}
