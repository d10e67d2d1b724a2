//! The names of bodies.

use rapporteur_assist::ItemKind;

use crate::support::{ENGLISH, FRENCH, accept, check, labels};

#[test]
fn a_draft_begins_with_the_body_that_acts() {
    check("# Cybercrime\n\n", "*The Gen|", "The General Assembly", "*The General Assembly*,");
    check("# Cybercrime\n\n", "*The Gen|*", "The General Assembly", "*The General Assembly*,");
    check(
        "# La cybercriminalité dans le monde et les États\n\n",
        "*L’Ass|",
        "L’Assemblée générale",
        "*L’Assemblée générale*,",
    );
    check(
        "",
        "Security C|\n\n*Recalling* its resolution 1325 (2000),\n\n1. *Decides* to remain seized of the matter.\n",
        "The Security Council",
        "*The Security Council*,\n\n*Recalling* its resolution 1325 (2000),\n\n1. *Decides* to remain seized of the matter.\n",
    );
    // There is one already.
    assert!(!labels(&format!("{ENGLISH}it,\n\n*The G|"), ItemKind::Body).contains(&"The General Assembly".to_owned()));
}

#[test]
fn names_are_completed_in_running_text() {
    check(ENGLISH, "the report of the Human Ri|", "Human Rights Council", "the report of the Human Rights Council");
    check(ENGLISH, "that the Gen|", "General Assembly", "that the General Assembly");
    check(FRENCH, "que l’Assem|", "Assemblée générale", "que l’Assemblée générale");
    check(FRENCH, "le Conseil des droits de l'h|", "Conseil des droits de l’homme", "le Conseil des droits de l’homme");
    check(
        "*La Asamblea General*,\n\n*Recordando* ",
        "que el Consejo de Seg|",
        "Consejo de Seguridad",
        "que el Consejo de Seguridad",
    );
    check(
        "*Генеральная Ассамблея*,\n\n*отмечая* ",
        "доклад Совета Без|",
        "Совета Безопасности",
        "доклад Совета Безопасности",
    );
    check("***إن الجمعية العامة***،\n\n***إذ تشير*** إلى ", "تقرير مجلس ال|", "مجلس الأمن", "تقرير مجلس الأمن");
    check("**大会**，\n\n**注意到**", "人权理|", "人权理事会", "人权理事会");
}

#[test]
fn other_words_are_no_names() {
    for typed in ["the gen|", "the Ge|", "the Generals|", "the General Assembly|", "Assembling Gen, |", "A/HRC|"] {
        assert_eq!(labels(&format!("{ENGLISH}{typed}"), ItemKind::Body), [""; 0], "{typed}");
    }
    let chinese = "**大会**，\n\n**注意到**促进|";
    assert_eq!(labels(chinese, ItemKind::Body), [""; 0]);
    let arabic = "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** السل|";
    assert_eq!(labels(arabic, ItemKind::Body), [""; 0]);
    assert_eq!(labels("# Notes\n\nAll about the General As|", ItemKind::Body), [""; 0]);
}

#[test]
fn of_a_chinese_name_nothing_is_written_twice() {
    let text = "**大会**，\n\n**注意到**此事，\n\n1. **请**安全理|事会审议此事。";
    assert_eq!(accept(text, "安全理事会"), text.replace('|', ""));
    let text = "**大会**，\n\n**注意到**此事，\n\n1. **请**安全理|审议此事。";
    assert_eq!(accept(text, "安全理事会"), text.replace('|', "事会"));
}
