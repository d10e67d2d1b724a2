//! Asking at a cursor, and accepting what is offered.

use rapporteur_assist::{Completions, Item, ItemKind, Query, complete};
use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::Settings;
use rapporteur_registry::Registry;

pub const ENGLISH: &str = "*The General Assembly*,\n\n*Recalling* ";
pub const FRENCH: &str = "*L’Assemblée générale*,\n\n*Rappelant* ";

/// The text without its cursor, and what is offered there.
pub fn at_cursor(marked: &str) -> (String, Completions) {
    asked(marked, None, &Settings::default())
}

/// The same where the editor asks after a mark, or where something is set.
pub fn asked(marked: &str, trigger: Option<char>, settings: &Settings) -> (String, Completions) {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let draft = Draft::read(&text, &settings.hints);
    let query = Query {
        text: &text,
        offset,
        draft: &draft,
        read: &text,
        registry: &Registry::embedded(),
        settings,
        name: None,
        trigger,
    };
    let completions = complete(&query);
    (text, completions)
}

pub fn items(marked: &str) -> Vec<Item> {
    at_cursor(marked).1.items
}

/// The labels of what is offered of a kind.
pub fn labels(marked: &str, kind: ItemKind) -> Vec<String> {
    items(marked).into_iter().filter(|item| item.kind == kind).map(|item| item.label).collect()
}

/// The text after the item with this label has been accepted.
#[track_caller]
pub fn accept(marked: &str, label: &str) -> String {
    let (mut text, completions) = at_cursor(marked);
    let labels: Vec<&str> = completions.items.iter().map(|item| item.label.as_str()).collect();
    let item = completions.items.iter().find(|item| item.label == label);
    let item = item.unwrap_or_else(|| panic!("{label} is not among {labels:?} for {marked}"));
    let typed = &text[item.span.start..marked.find('|').unwrap()];
    assert!(item.filter.starts_with(typed), "an editor would drop {item:?}");
    assert!(!text[item.span.clone()].contains('\n'), "an editor would refuse {item:?}");
    assert!(item.stops.iter().all(|stop| item.insert.get(stop.clone()).is_some()), "{item:?}");
    text.replace_range(item.span.clone(), &item.insert);
    text
}

#[track_caller]
pub fn check(opening: &str, typed: &str, label: &str, becomes: &str) {
    assert_eq!(accept(&format!("{opening}{typed}"), label), format!("{opening}{becomes}"));
}

#[track_caller]
pub fn silent(opening: &str, typed: &str) {
    let found = items(&format!("{opening}{typed}"));
    assert!(found.is_empty(), "{typed}: {:?}", found.iter().map(|item| &item.insert).collect::<Vec<_>>());
}

/// The reading of a text under no settings.
pub fn read(text: &str) -> Draft {
    Draft::read(text, &Hints::default())
}
