//! What can be done to a draft at a place: fixes of what was found, rewritings, comments that silence.
//!
//! [`actions`] says what there is, from the findings that are there; [`edits_of`] works out what it changes.

use std::collections::{BTreeMap, HashMap, HashSet};

use rapporteur_draft::{Draft, Hints, ParagraphKind, Span};
use rapporteur_lint::{
    Applicability, Edit, Finding, Fix, RULES, Settings, Which,
    batch::{self, Batch},
    check_with, date_insertion, fix_rule, goes_with_rule, ignoring, ignoring_in_file,
};
use rapporteur_registry::{Entry, Registry};
use serde::{Deserialize, Serialize};
use time::Date;

use crate::wording::say;

/// A draft that was read and checked.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// The text.
    pub text: &'a str,
    /// The reading of the text.
    pub draft: &'a Draft,
    /// What all rules have found that are on, in the order of the text.
    pub findings: &'a [Finding],
    /// The registry against which it was checked.
    pub registry: &'a Registry,
    /// The settings under which it was checked.
    pub settings: &'a Settings,
}

/// What kind of thing an action is, as editors sort them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// Puts a finding right, or out of sight.
    QuickFix,
    /// Says something in another way.
    Rewrite,
    /// Goes over the whole draft.
    Source(&'static Batch),
}

/// What an action does, as far as it is known before its edits are. Findings and citations are told by their index in
/// the reading that it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// Applies the fix of a finding.
    Fix(usize),
    /// Applies all fixes of a rule.
    FixRule(String),
    /// Applies a batch of fixes, told by its name.
    Batch(String),
    /// Gives a citation its date.
    InsertDate(usize),
    /// Applies the fix that a rule has for what begins at an offset, whether the rule is on or off.
    Rewrite(String, usize),
    /// Silences the rule of a finding where it was found.
    Ignore(usize),
    /// Silences a rule in the whole text.
    IgnoreInFile(String),
}

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its kind.
    pub kind: ActionKind,
    /// What it does, in the reader's language.
    pub title: String,
    /// Whether it is the one that most would choose.
    pub preferred: bool,
    /// The findings that it puts right, or silences, as indices.
    pub findings: Vec<usize>,
    /// What its edits are worked out from.
    pub work: Work,
}

/// The rules whose fixes say something in another way, and are offered as such at the cursor, whether they are on or off.
const REWRITING: [&str; 2] = ["citation-shared-date", "verb-repeated"];

/// What can be done in a stretch of a draft, as far as its kind is wanted; `named` are further findings, by their
/// indices, that the reader has in view.
pub fn actions(checked: Checked<'_>, span: &Span, named: &[usize], wanted: impl Fn(ActionKind) -> bool) -> Vec<Action> {
    let mut actions = Vec::new();
    let quick = wanted(ActionKind::QuickFix);
    if quick {
        let here = here(checked.findings, span, named);
        actions.extend(fixes(checked, &here));
        actions.extend(fixes_of_rules(checked, &here));
        actions.extend(silencing(checked, &here));
    }
    if wanted(ActionKind::Rewrite) {
        let offered: HashSet<&str> =
            actions.iter().flat_map(|action| &action.findings).map(|index| checked.findings[*index].rule).collect();
        let rewriting = rewritings(checked, span, &offered);
        // A rewriting stands before the comments that silence, which come last in the eyes of a reader.
        let at = actions.iter().position(|action| matches!(action.work, Work::Ignore(_))).unwrap_or(actions.len());
        actions.splice(at..at, rewriting);
    }
    let Checked { text, draft, findings, registry, settings } = checked;
    for batch in batch::OFFERED {
        if wanted(ActionKind::Source(batch)) && batch.is_due(findings, text, draft, registry, settings) {
            actions.push(Action {
                kind: ActionKind::Source(batch),
                title: say(settings.locale, "action", batch.name, &[]),
                preferred: false,
                findings: Vec::new(),
                work: Work::Batch(batch.name.to_owned()),
            });
        }
    }
    actions
}

/// The findings that touch a stretch, and those that are named, as indices in their order.
fn here(findings: &[Finding], span: &Span, named: &[usize]) -> Vec<usize> {
    let named: HashSet<usize> = named.iter().copied().collect();
    // They are in order by their starts; nothing is known of their ends.
    let end = findings.partition_point(|finding| finding.span.start <= span.end);
    let touches = |index: &usize| *index < end && span.start <= findings[*index].span.end;
    (0..findings.len()).filter(|index| touches(index) || named.contains(index)).take(MOST).collect()
}

/// For how many findings fixes are offered one by one: nobody reads through a longer list.
const MOST: usize = 100;

/// The fixes of findings. Findings that share a fix, as those of a sequence of numbers do, share the action.
fn fixes(checked: Checked<'_>, here: &[usize]) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let mut known: HashMap<(&str, &str, usize, usize), usize> = HashMap::new();
    for &index in here {
        let finding = &checked.findings[index];
        let Some(fix) = &finding.fix else { continue };
        let first = fix.edits.first().map_or(0, |edit| edit.span.start);
        let place = *known.entry((finding.rule, fix.title.as_str(), first, fix.edits.len())).or_insert(actions.len());
        match actions.get_mut(place) {
            Some(action) => action.findings.push(index),
            None => actions.push(Action {
                kind: ActionKind::QuickFix,
                title: fix.title.clone(),
                preferred: fix.applicability == Applicability::Safe,
                findings: vec![index],
                work: Work::Fix(index),
            }),
        }
    }
    actions
}

/// For each rule that has a fix here, the action that applies all of its fixes, if there are several.
fn fixes_of_rules(checked: Checked<'_>, here: &[usize]) -> Vec<Action> {
    let mut by_rule: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for &index in here.iter().filter(|index| goes_with_rule(&checked.findings[**index])) {
        by_rule.entry(checked.findings[index].rule).or_default().push(index);
    }
    let mut counts: HashMap<&str, (usize, Option<&Fix>, bool)> = HashMap::new();
    for finding in checked.findings.iter().filter(|finding| by_rule.contains_key(finding.rule)) {
        if goes_with_rule(finding) {
            let (count, first, several) = counts.entry(finding.rule).or_default();
            *count += 1;
            // A sequence is numbered anew by one fix, however many findings it has.
            *several |= first.is_some() && *first != finding.fix.as_ref();
            *first = first.or(finding.fix.as_ref());
        }
    }
    let several = by_rule.into_iter().filter_map(|(rule, findings)| {
        let (count, ..) = counts.get(rule).filter(|(_, _, several)| *several)?;
        Some(Action {
            kind: ActionKind::QuickFix,
            title: say(checked.settings.locale, "action", "fix-rule", &[("count", count), ("rule", &rule)]),
            preferred: false,
            findings,
            work: Work::FixRule(rule.to_owned()),
        })
    });
    several.collect()
}

/// Comments that silence the rules of findings: where they were found, a comment for each paragraph, and in the file.
fn silencing(checked: Checked<'_>, here: &[usize]) -> Vec<Action> {
    let locale = checked.settings.locale;
    let mut nearby: Vec<Action> = Vec::new();
    let mut in_file: Vec<Action> = Vec::new();
    let mut places: HashMap<(&str, Option<usize>), usize> = HashMap::new();
    let mut rules: HashMap<&str, usize> = HashMap::new();
    for &index in here {
        let finding = &checked.findings[index];
        let action = |key, work| Action {
            kind: ActionKind::QuickFix,
            title: say(locale, "action", key, &[("rule", &finding.rule)]),
            preferred: false,
            findings: vec![index],
            work,
        };
        let place = (finding.rule, checked.draft.paragraph_at(finding.span.start));
        let known = *places.entry(place).or_insert(nearby.len());
        match nearby.get_mut(known) {
            Some(known) => known.findings.push(index),
            None => nearby.push(action("ignore", Work::Ignore(index))),
        }
        let known = *rules.entry(finding.rule).or_insert(in_file.len());
        match in_file.get_mut(known) {
            Some(known) => known.findings.push(index),
            None => in_file.push(action("ignore-in-file", Work::IgnoreInFile(finding.rule.to_owned()))),
        }
    }
    nearby.into_iter().chain(in_file).collect()
}

/// What is said in another way at the beginning of a stretch, unless a fix of the same rule is offered already.
fn rewritings(checked: Checked<'_>, span: &Span, offered: &HashSet<&str>) -> Vec<Action> {
    let mut actions = Vec::new();
    let rewriting =
        |title, work| Action { kind: ActionKind::Rewrite, title, preferred: false, findings: Vec::new(), work };
    if !offered.contains("citation-date-missing")
        && let Some((index, date)) = undated(checked, span.start)
    {
        let date = checked.settings.locale.language().format_date(date);
        let title = say(checked.settings.locale, "action", "insert-date", &[("date", &date)]);
        actions.push(rewriting(title, Work::InsertDate(index)));
    }
    for rule in REWRITING {
        if offered.contains(rule) {
            continue;
        }
        let found = findings_of(checked, rule, |finding| is_at(checked, finding, span.start));
        if let Some(Finding { span, fix: Some(fix), .. }) = found.first() {
            actions.push(rewriting(fix.title.clone(), Work::Rewrite(rule.to_owned(), span.start)));
        }
    }
    actions
}

/// The citation at an offset, as an index, and the date that the registry has for it and the draft has not.
fn undated(checked: Checked<'_>, offset: usize) -> Option<(usize, Date)> {
    let citations = &checked.draft.citations;
    let index = citations.partition_point(|citation| citation.span.end < offset);
    let citation = citations.get(index).filter(|citation| citation.span.start <= offset && citation.date.is_none())?;
    let entry = checked.registry.lookup(citation.symbol?).filter(|entry| entry.basis().is_certain())?;
    let date = Entry::day(entry)?;
    date_insertion(checked.text, checked.draft, index, date).map(|_| (index, date))
}

/// Some findings of a rule, whether it is on or off.
fn findings_of(checked: Checked<'_>, rule: &'static str, wanted: impl Fn(&Finding) -> bool) -> Vec<Finding> {
    let is_on = RULES.iter().any(|known| known.name == rule && checked.settings.severity(known).is_some());
    if is_on {
        let found = checked.findings.iter().filter(|finding| finding.rule == rule && wanted(finding));
        return found.cloned().collect();
    }
    let Checked { text, draft, registry, settings, .. } = checked;
    let mut found = check_with(Which::Named(&[rule]), text, draft, registry, settings);
    found.retain(wanted);
    found
}

/// Whether a finding is about what stands at an offset: of a verb, anything in the paragraph that it opens.
fn is_at(checked: Checked<'_>, finding: &Finding, offset: usize) -> bool {
    let draft = checked.draft;
    let opens = |index: &usize| {
        let paragraph = &draft.paragraphs[*index];
        matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative)
            && paragraph.lead.as_ref().is_some_and(|lead| lead.span == finding.span)
    };
    let paragraph = draft.paragraph_at(offset).filter(opens);
    paragraph.is_some() || (finding.span.start <= offset && offset <= finding.span.end)
}

/// The edits of an action on the draft that it was offered for, in the order of the text; none where there is nothing to do.
/// `hints` are those with which the draft was read.
pub fn edits_of(checked: Checked<'_>, hints: &Hints, work: &Work) -> Vec<Edit> {
    let Checked { text, draft, findings, registry, settings } = checked;
    let rule_named = |name: &str| RULES.iter().map(|rule| rule.name).find(|known| *known == name);
    let fix_of = |finding: &Finding| finding.fix.as_ref().map(|fix| fix.edits.clone());
    let edits = match work {
        Work::Fix(index) => findings.get(*index).and_then(fix_of),
        Work::FixRule(name) => rule_named(name).map(|rule| fix_rule(rule, text, hints, registry, settings).edits),
        Work::Batch(name) => batch::OFFERED
            .into_iter()
            .find(|batch| batch.name == name)
            .map(|batch| batch.apply(text, hints, registry, settings).edits),
        Work::InsertDate(index) => draft.citations.get(*index).and_then(|citation| {
            let (index, date) = undated(checked, citation.span.start)?;
            Some(vec![date_insertion(text, draft, index, date)?])
        }),
        Work::Rewrite(name, at) => REWRITING
            .into_iter()
            .find(|rule| rule == name)
            .and_then(|rule| findings_of(checked, rule, |finding| finding.span.start == *at).first().and_then(fix_of)),
        Work::Ignore(index) => {
            findings.get(*index).and_then(|finding| ignoring(text, draft, finding)).map(|edit| vec![edit])
        }
        Work::IgnoreInFile(name) => rule_named(name).map(|rule| vec![ignoring_in_file(text, draft, rule)]),
    };
    edits.unwrap_or_default()
}
