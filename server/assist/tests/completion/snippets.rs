//! What is filled in.

use rapporteur_assist::{ItemKind, templates};
use rapporteur_draft::{DocumentKind, Language};
use rapporteur_symbol::Body;

use crate::support::{accept, check, labels, read, silent};

#[test]
fn new_drafts_are_offered_in_each_language() {
    for language in Language::all() {
        let text = accept("|", &format!("Draft resolution of the General Assembly ({})", language.name()));
        let draft = read(&text);
        assert_eq!((draft.language, draft.kind), (language, DocumentKind::Resolution), "{text}");
    }
    let offered = labels("|", ItemKind::Snippet);
    let first =
        ["Draft resolution of the General Assembly (English)", "Draft resolution of the Security Council (English)"];
    assert_eq!(offered[..2], first);
    assert_eq!(offered.len(), templates(Language::ENGLISH, Body::GeneralAssembly).len());
    assert!(!accept("# Reefs\n\n|", first[0]).contains("# …"));
    silent("Some words.\n\n", "|");
}

#[test]
fn the_next_paragraph_has_the_next_number() {
    let text = "*The General Assembly*,\n\n*Noting* it,\n\n1. *Decides* to go;\n\n2. *Requests* all to come;\n\n";
    check(text, "|", "3. *Encourages* …;", "3. *Encourages* …;");
    check(text, "3|", "3. *Encourages* …;", "3. *Encourages* …;");
    check(text, "3. |", "3. *Encourages* …;", "3. *Encourages* …;");
    let french = "*L’Assemblée générale*,\n\n*Notant* ceci,\n\n1. *Décide* d’aller ;\n\n";
    check(french, "|", "2. *Prie* …\u{a0};", "2. *Prie* …\u{a0};");
    let arabic = "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** ذلك،\n\n1 - ***تقرر*** أن تذهب؛\n\n";
    check(arabic, "|", "2 - ***تشجع*** …؛", "2 - ***تشجع*** …؛");
    let chinese = "**大会**，\n\n**注意到**此事，\n\n1. **决定**前往；\n\n";
    check(chinese, "|", "2. **鼓励**…；", "2. **鼓励**…；");
    assert_eq!(labels(&format!("{text}4|"), ItemKind::Snippet), [""; 0]);
}

#[test]
fn the_next_sub_paragraph_has_the_next_label() {
    let text = "*The General Assembly*,\n\n*Noting* it,\n\n1. *Decides*:\n\n";
    check(text, "|", "(a) …;", "(a) …;");
    check(&format!("{text}(a) To go;\n\n"), "|", "(b) …;", "(b) …;");
    check(&format!("{text}(a) To go:\n\n(i) Now;\n\n(ii) Then;\n\n"), "|", "(iii) …;", "(iii) …;");
    let russian = "*Генеральная Ассамблея*,\n\n*отмечая* это,\n\n1. *постановляет*:\n\na) идти;\n\n";
    check(russian, "|", "b) …;", "b) …;");
}
