//! References to parts of the text.

use rapporteur_assist::ItemKind;

use crate::support::{accept, check, items, labels};

const ENGLISH: &str = "*The General Assembly*,\n\n*Noting* it,\n\n1. *Decides* to go;\n\n2. *Requests* all to come;\n\n3. *Notes* paragraph ";

#[test]
fn paragraphs_are_named_by_their_numbers() {
    check(ENGLISH, "|;", "1", "1 above;");
    check(ENGLISH, "2|;", "2", "2 above;");
    check(ENGLISH, "| above;", "2", "2 above;");
    check(ENGLISH, "|;\n\n4. *Invites* all to stay.", "4", "4 below;\n\n4. *Invites* all to stay.");
    let found = items(&format!("{ENGLISH}|;"));
    let shown: Vec<(&str, &str)> =
        found.iter().map(|item| (item.label.as_str(), item.title.as_deref().unwrap())).collect();
    assert_eq!(shown, [("1", "Decides to go;"), ("2", "Requests all to come;")]);
}

#[test]
fn each_language_says_where() {
    for (before, typed, number, becomes) in [
        (
            "*L’Assemblée générale*,\n\n*Notant* ceci,\n\n1. *Décide* d’aller ;\n\n2. *Note* le ",
            "paragraphe |",
            "1",
            "paragraphe 1 ci-dessus",
        ),
        (
            "*La Asamblea General*,\n\n*Observando* esto,\n\n1. *Decide* ir;\n\n2. *Observa* el ",
            "párrafo |",
            "1",
            "párrafo 1 supra",
        ),
        (
            "*Генеральная Ассамблея*,\n\n*отмечая* это,\n\n1. *постановляет* идти;\n\n2. *отмечает* ",
            "пункт |",
            "1",
            "пункт 1 выше",
        ),
        (
            "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** ذلك،\n\n1 - ***تقرر*** أن تذهب؛\n\n2 - ***تشير*** إلى ",
            "الفقرة |",
            "1",
            "الفقرة 1 أعلاه",
        ),
        (
            "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** ذلك،\n\n1 - ***تقرر*** أن تذهب؛\n\n2 - ***تقرر*** أن تعود وفقا ",
            "للفقرة |",
            "1",
            "للفقرة 1 أعلاه",
        ),
        ("**大会**，\n\n**注意到**此事，\n\n1. **决定**前往；\n\n2. **注意到**", "上文第|", "1", "上文第1段"),
        ("**大会**，\n\n**注意到**此事，\n\n1. **决定**前往；\n\n2. **注意到**", "本决议第|", "1", "本决议第1段"),
    ] {
        check(before, typed, number, becomes);
    }
}

#[test]
fn sections_and_annexes_are_named_too() {
    let text = "*The General Assembly*,\n\n*Noting* it,\n\n1. *Adopts* section |;\n\n# I. Ends\n\n2. *Decides* to go.\n\n# Annex II\n\nMeans.\n";
    assert_eq!(labels(text, ItemKind::Part), ["I"]);
    assert_eq!(labels(&text.replace("section", "annex"), ItemKind::Part), ["II"]);
}

#[test]
fn other_words_name_no_part() {
    for typed in ["3|;", "|3;", "1 |;", "of |;", "x|;"] {
        let text = format!("{ENGLISH}{typed}");
        let found = labels(&text, ItemKind::Part);
        assert!(found.is_empty() || typed == "|3;", "{typed}: {found:?}");
    }
    assert_eq!(labels("*The General Assembly*,\n\n*Recalling* paragraph |", ItemKind::Part), [""; 0]);
}

#[test]
fn a_number_is_replaced_and_not_the_sentence_behind_it() {
    let text = "**大会**，\n\n**注意到**此事，\n\n1. **决定**前往；\n\n2. **决定**返回；\n\n3. **注意到**上文第|2段所述的做法。";
    assert_eq!(accept(text, "1"), text.replace("|2", "1"));
}

#[test]
fn a_paragraph_that_is_being_typed_is_not_offered_to_itself() {
    let text = "*Генеральная Ассамблея*,\n\n*отмечая* это,\n\n1. *просит* идти;\n\n2. *просит* доложить о пункте |";
    assert_eq!(labels(text, ItemKind::Part), ["1"]);
}
