//! Instructions in comments.

use rapporteur_assist::{ItemKind, Topic};
use rapporteur_lint::Settings;

use crate::support::{ENGLISH, asked, check, items, labels};

#[test]
fn a_comment_becomes_an_instruction() {
    check("# Notes\n\n", "<!-- |", "ignore", "<!-- rapporteur: ignore");
    check("# Notes\n\n", "<!-- rap| -->", "ignore", "<!-- rapporteur: ignore -->");
    check(ENGLISH, "<!-- rapporteur:|", "off", "<!-- rapporteur: off");
    check(ENGLISH, "<!-- rapporteur: ignore-n|", "ignore-next-line", "<!-- rapporteur: ignore-next-line");
    check(ENGLISH, "<!-- rapporteur: la|", "language=", "<!-- rapporteur: language=");
    check(ENGLISH, "<!-- rapporteur: language=|", "fr", "<!-- rapporteur: language=fr");
    check(ENGLISH, "<!-- rapporteur: language=fr kind=re|", "report", "<!-- rapporteur: language=fr kind=report");
}

#[test]
fn rules_are_named() {
    check(ENGLISH, "<!-- rapporteur: ignore cit| -->", "citation-date", "<!-- rapporteur: ignore citation-date -->");
    check(
        ENGLISH,
        "<!-- rapporteur: off dash, cita|-->",
        "citation-date",
        "<!-- rapporteur: off dash, citation-date-->",
    );
    let found = items(&format!("{ENGLISH}<!-- rapporteur: ignore dash |"));
    assert!(found.iter().all(|item| item.kind == ItemKind::Rule && item.label != "dash" && item.title.is_some()));
    assert_eq!(found[0].topic, Some(Topic::Rule(found[0].label.clone())));
}

#[test]
fn other_comments_are_left_alone() {
    for typed in ["<!-- to do |", "<!-- Rec|", "<!-- rapporteur: nonsense |", "<!-- rapporteur: ignore --> |"] {
        assert!(items(&format!("{ENGLISH}{typed}")).is_empty(), "{typed}");
    }
    assert_eq!(asked(&format!("{ENGLISH}<!-- |"), Some(' '), &Settings::default()).1.items.len(), 0);
    assert_eq!(labels(&format!("{ENGLISH}<!-- *|"), ItemKind::Verb), [""; 0]);
}
