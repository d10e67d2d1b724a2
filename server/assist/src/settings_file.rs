//! `rapporteur.toml` in an editor: its keys and values are completed, and shown with their documentation.
//!
//! What there is to set, the JSON schema of the settings says, and nothing here.

mod place;
mod schema;

use rapporteur_draft::Span;
use rapporteur_lint::{Locale, RULES};

use crate::{
    Completions, Hover, Item, ItemKind, Topic,
    completion::rule_page,
    probe::boundary,
    show::{Piece, Shown},
    wording::say,
};

use place::{Place, Slot};
use schema::{Kind, Node};

/// What can stand at a byte offset of the text of a `rapporteur.toml`. `trigger` is the mark that the editor asks after by
/// itself.
pub fn complete_settings(text: &str, offset: usize, locale: Locale, trigger: Option<char>) -> Completions {
    let offset = boundary(text, offset);
    let Some(place) = Place::at(text, offset) else { return Completions::default() };
    // Between keys a space leads to nothing, and `=` to a value.
    if trigger.is_some_and(|mark| !(place.slot == Slot::Value && " =\"".contains(mark))) {
        return Completions::default();
    }
    let node = Node::root().at(&place.path);
    let items = match (node, place.slot) {
        (Some(node), Slot::Value) => values(text, offset, &place, &node, locale),
        (Some(node), Slot::Key) => keys(text, offset, &place, &node, locale),
        (Some(node), Slot::Header) => tables(text, offset, &place, &node, locale),
        (None, _) => Vec::new(),
    };
    Completions { items, incomplete: false }
}

/// What there is to say of the key, the value or the table at a byte offset of the text of a `rapporteur.toml`.
pub fn hover_settings(text: &str, offset: usize) -> Option<Hover> {
    let offset = boundary(text, offset);
    let rest = text[offset..].find(|c: char| !place::is_of_word(c)).unwrap_or(text.len() - offset);
    let place = Place::at(text, offset + rest)?;
    let span = place.typed.clone();
    let word = text[span.clone()].trim_matches(['"', '\'']);
    if word.is_empty() {
        return None;
    }
    let shown = match place.slot {
        Slot::Value => rule_page(word).or_else(|| describe(&place.path.join(".")))?,
        Slot::Key | Slot::Header => {
            let path: Vec<&str> = place.path.iter().map(String::as_str).chain([word]).collect();
            describe(&path.join("."))?
        }
    };
    Some(Hover { span, shown })
}

/// What is said of a key, by its path: of a rule its page.
pub(crate) fn describe(path: &str) -> Option<Shown> {
    let keys: Vec<String> = path.split('.').map(str::to_owned).collect();
    let name = keys.last()?;
    if let Some(page) = rule_page(name).filter(|_| keys.len() > 1) {
        return Some(page);
    }
    let node = Node::root().at(&keys)?;
    let mut pieces = vec![Piece::Title(name.clone())];
    pieces.extend(node.description().map(|text| Piece::Page(text.to_owned())));
    let values = node.values();
    if !values.is_empty() && values.len() < RULES.len() {
        pieces.push(Piece::Page(values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")));
    }
    (pieces.len() > 1).then_some(Shown(pieces))
}

/// The values that a key may have.
fn values(text: &str, offset: usize, place: &Place, node: &Node, locale: Locale) -> Vec<Item> {
    let quote = text[place.typed.clone()].chars().next().filter(|c| matches!(c, '"' | '\'')).unwrap_or('"');
    let typed = &text[place.typed.start..offset];
    let is_wanted = |value: &&str| !place.siblings.iter().any(|sibling| sibling == value);
    let item = |value: &str| {
        let rule = RULES.iter().find(|rule| rule.name == value);
        let (kind, detail) = if rule.is_some() { (ItemKind::Rule, "rule") } else { (ItemKind::Value, "value") };
        let whole = format!("{quote}{value}{quote}");
        let item = Item::new(kind, value, say(locale, "completion", detail, &[]), place.whole.clone());
        let item = item.found_by(typed, [whole.as_str(), value]).inserting(whole);
        match rule {
            Some(rule) => Item { title: Some(rule.summary().to_owned()), ..item }.about(Topic::Rule(value.to_owned())),
            None => item,
        }
    };
    // What of a list is typed outside of its brackets is no value.
    match node.kind() {
        Kind::List if !place.in_list => Vec::new(),
        _ => node.values().into_iter().filter(is_wanted).map(item).collect(),
    }
}

/// The keys of a table.
fn keys(text: &str, offset: usize, place: &Place, node: &Node, locale: Locale) -> Vec<Item> {
    let has_value = text[place.whole.end..].trim_start_matches([' ', '\t']).starts_with(['=', '.']);
    let at_root = place.path.is_empty() && text[..place.typed.start].lines().all(|line| !line.starts_with('['));
    let is_new = |key: &&str| !place.siblings.iter().any(|sibling| sibling == key);
    let item = |key: &str| {
        let mut path = place.path.clone();
        path.push(key.to_owned());
        let kind = node.child(key).map_or(Kind::Other, |child| child.kind());
        let (insert, stop) = match kind {
            _ if has_value => (key.to_owned(), None),
            Kind::Text => (format!("{key} = \"\""), Some(1)),
            Kind::List => (format!("{key} = []"), Some(1)),
            Kind::Tables if at_root => (format!("[[{key}]]"), None),
            Kind::Table if at_root => (format!("[{key}]"), None),
            Kind::Table => (format!("{key} = {{  }}"), Some(2)),
            Kind::Tables | Kind::Other => (format!("{key} = "), None),
        };
        let stops = stop.map(|back| insert.len() - back..insert.len() - back).into_iter().collect();
        let item = named(text, offset, place, node, key, locale);
        Item { stops, ..item }.inserting(insert)
    };
    node.keys().into_iter().filter(is_new).map(item).collect()
}

/// The tables that a header may name.
fn tables(text: &str, offset: usize, place: &Place, node: &Node, locale: Locale) -> Vec<Item> {
    let is_table = |key: &&str| matches!(node.child(key).map(|child| child.kind()), Some(Kind::Table | Kind::Tables));
    node.keys().into_iter().filter(is_table).map(|key| named(text, offset, place, node, key, locale)).collect()
}

/// A key with what is said of it.
fn named(text: &str, offset: usize, place: &Place, node: &Node, key: &str, locale: Locale) -> Item {
    let path: Vec<&str> = place.path.iter().map(String::as_str).chain([key]).collect();
    let rule = RULES.iter().find(|rule| rule.name == key);
    let description = node.child(key).and_then(|child| child.description().map(first_sentence));
    let title = rule.map(|rule| rule.summary().to_owned()).or(description);
    let kind = if rule.is_some() { ItemKind::Rule } else { ItemKind::Word };
    let detail = say(locale, "completion", if rule.is_some() { "rule" } else { "key" }, &[]);
    let span: Span = place.whole.clone();
    Item { title, ..Item::new(kind, key, detail, span) }
        .found_by(&text[place.typed.start..offset], [key])
        .about(Topic::Key(path.join(".")))
}

fn first_sentence(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    line.split_once(". ").map_or(line, |(first, _)| first).trim_end_matches(['.', ':']).to_owned()
}
