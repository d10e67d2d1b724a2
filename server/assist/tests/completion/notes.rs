//! The labels of notes.

use rapporteur_assist::{ItemKind, Topic, describe};
use rapporteur_lint::Settings;
use rapporteur_registry::Registry;

use crate::support::{accept, items, labels, read};

fn draft(call: &str) -> String {
    format!(
        "*The General Assembly*,\n\n*Recalling* the Covenant[^1] and the Convention{call} and more,\n\n1. *Decides* to go.\n\n\
         [^1]: See resolution 2200 A (XXI), annex.\n\n[^2]: United Nations, *Treaty Series*, vol. 2225, No. 39574.\n"
    )
}

#[test]
fn a_note_that_waits_for_its_call_comes_first() {
    let found = items(&draft("[^|"));
    let labels: Vec<&str> = found.iter().map(|item| item.label.as_str()).collect();
    assert_eq!(labels, ["2", "3"]);
    assert!(found[0].title.as_deref().unwrap().starts_with("United Nations, *Treaty"), "{:?}", found[0]);
    for call in ["[^|", "[^|]", "[^2|", "[^1|1]"] {
        let label = if call.contains('2') || !call.contains('1') { "2" } else { continue };
        assert_eq!(accept(&draft(call), label), draft("[^2]"), "{call}");
    }
    assert_eq!(accept(&draft("[^|"), "3"), draft("[^3]"));
}

#[test]
fn a_definition_takes_the_label_of_its_call() {
    let text = "*The General Assembly*,\n\n*Recalling* the Covenant[^7],\n\n1. *Decides* to go.\n\n";
    assert_eq!(accept(&format!("{text}[^|"), "7"), format!("{text}[^7]: "));
    assert_eq!(accept(&format!("{text}[^|]:"), "7"), format!("{text}[^7]:"));
}

#[test]
fn nothing_else_is_offered_in_a_call() {
    assert_eq!(labels(&draft("[^|"), ItemKind::Verb), [""; 0]);
    assert!(items(&draft("[^2] |")).is_empty() && items(&draft("[|")).is_empty());
}

#[test]
fn a_note_says_what_it_says() {
    let text = draft("");
    let shown = describe(&Topic::Note("1".into()), &read(&text), &text, &Registry::embedded(), &Settings::default());
    assert_eq!(shown.unwrap().plain(), "See resolution 2200 A (XXI), annex.");
}
