//! Instructions to Rapporteur in comments: `<!-- rapporteur: ignore citation-date -->`.

use rapporteur_draft::Span;
use rapporteur_lint::{INSTRUCTIONS, RULES, instruction_settings};

use super::{Item, ItemKind, place::Place, topic::Topic};

/// How far before the cursor a comment may begin, in bytes.
const FARTHEST: usize = 600;

/// What makes a comment one for Rapporteur.
const PREFIX: &str = "rapporteur:";

/// What can stand in the comment in which the cursor stands; `None` where it stands in none.
pub(super) fn items(place: &Place<'_>) -> Option<Vec<Item>> {
    let from = crate::probe::boundary(place.text, place.offset.saturating_sub(FARTHEST));
    let before = &place.text[from..place.offset];
    let open = before.rfind("<!--")? + "<!--".len();
    let content = &before[open..];
    if content.contains("-->") {
        return None;
    }
    let said = content.trim_start();
    if let Some(instruction) = said.strip_prefix(PREFIX) {
        return Some(words(place, instruction));
    }
    // Whoever begins a comment may want anything; what begins like an instruction is one.
    let is_begun = PREFIX.starts_with(said) && (!said.is_empty() || place.trigger.is_none());
    let span = place.offset - said.len()..place.offset;
    Some(if is_begun { verbs(place, &span, &format!("{PREFIX} ")) } else { Vec::new() })
}

/// What can follow the words of an instruction.
fn words(place: &Place<'_>, instruction: &str) -> Vec<Item> {
    if !place.asked_after(" :=") {
        return Vec::new();
    }
    let separates = |c: char| c.is_whitespace() || c == ',';
    let typed = instruction.rsplit(separates).next().unwrap_or_default();
    let earlier: Vec<&str> =
        instruction[..instruction.len() - typed.len()].split(separates).filter(|word| !word.is_empty()).collect();
    let after = place.after();
    let rest = after.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(after.len());
    let rest = if after[..rest].starts_with("--") { 0 } else { rest };
    let span = place.offset - typed.len()..place.offset + rest;
    // Right behind the colon a space is missing.
    let gap = if earlier.is_empty() && instruction.is_empty() { " " } else { "" };
    match earlier.first() {
        _ if typed.contains('=') => values(place, typed),
        None => verbs(place, &span, gap),
        Some(verb) if INSTRUCTIONS.contains(verb) => rules(place, &span, &earlier),
        Some(setting) if setting.contains('=') => settings(place, &span, ""),
        Some(_) => Vec::new(),
    }
}

/// The verbs, and the keys of what a comment says of its text.
fn verbs(place: &Place<'_>, span: &Span, before: &str) -> Vec<Item> {
    let item = |verb: &&str| {
        Item::new(ItemKind::Word, *verb, place.say(verb), span.clone()).inserting(format!("{before}{verb}"))
    };
    let items = INSTRUCTIONS.iter().map(item).chain(settings(place, span, before));
    items.map(|item| with_filter(place, item)).collect()
}

/// The keys of what a comment says of its text.
fn settings(place: &Place<'_>, span: &Span, before: &str) -> Vec<Item> {
    let item = |(key, _)| {
        let label = format!("{key}=");
        Item::new(ItemKind::Word, &label, place.say("setting"), span.clone()).inserting(format!("{before}{label}"))
    };
    instruction_settings().into_iter().map(item).collect()
}

/// The values of a key: `language=fr`.
fn values(place: &Place<'_>, typed: &str) -> Vec<Item> {
    let (key, value) = typed.split_once('=').unwrap_or((typed, ""));
    let span = place.offset - value.len()..place.word_end();
    let known = instruction_settings().into_iter().find(|(known, _)| *known == key);
    let values = known.map(|(_, values)| values).unwrap_or_default();
    values.into_iter().map(|value| Item::new(ItemKind::Value, value, place.say("value"), span.clone())).collect()
}

/// The rules that are not named yet.
fn rules(place: &Place<'_>, span: &Span, earlier: &[&str]) -> Vec<Item> {
    let item = |rule: &rapporteur_lint::Rule| {
        let title = rule.summary().to_owned();
        Item { title: Some(title), ..Item::new(ItemKind::Rule, rule.name, place.say("rule"), span.clone()) }
            .about(Topic::Rule(rule.name.to_owned()))
    };
    RULES.iter().filter(|rule| !earlier.contains(&rule.name)).map(item).collect()
}

/// The item, found by what it inserts.
fn with_filter(place: &Place<'_>, item: Item) -> Item {
    let typed = &place.text[item.span.start..place.offset];
    let (label, insert) = (item.label.clone(), item.insert.clone());
    item.found_by(typed, [label.as_str(), insert.as_str()])
}
