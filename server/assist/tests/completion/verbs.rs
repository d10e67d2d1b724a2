//! The phrases that open paragraphs.

use rapporteur_assist::{ItemKind, Topic, describe};
use rapporteur_draft::LeadPart;
use rapporteur_lint::Settings;
use rapporteur_registry::Registry;

use crate::support::{accept, asked, check, labels, read};

/// A beginning with its enacting line, for each language.
const BEGUN: [(&str, &str); 6] = [
    ("en", "*The General Assembly*,\n\n"),
    ("fr", "*L’Assemblée générale*,\n\n"),
    ("es", "*La Asamblea General*,\n\n"),
    ("ru", "*Генеральная Ассамблея*,\n\n"),
    ("ar", "***إن الجمعية العامة***،\n\n"),
    ("zh", "**大会**，\n\n"),
];

/// The same with a paragraph of the preamble behind it.
const GOING_ON: [(&str, &str); 6] = [
    ("en", "*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 21 December 2010,\n\n"),
    ("fr", "*L’Assemblée générale*,\n\n*Rappelant* sa résolution 65/230 du 21 décembre 2010,\n\n"),
    ("es", "*La Asamblea General*,\n\n*Recordando* su resolución 65/230, de 21 de diciembre de 2010,\n\n"),
    ("ru", "*Генеральная Ассамблея*,\n\n*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,\n\n"),
    ("ar", "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،\n\n"),
    ("zh", "**大会**，\n\n**回顾**其2010年12月21日第65/230号决议，\n\n"),
];

fn opening(of: &[(&str, &'static str); 6], code: &str) -> &'static str {
    of.iter().find(|(known, _)| *known == code).expect("an official language").1
}

#[test]
fn a_preamble_opens_with_what_opens_preambles() {
    for (code, first) in [
        ("en", "Recalling"),
        ("fr", "Rappelant"),
        ("es", "Recordando"),
        ("ru", "ссылаясь"),
        ("ar", "إذ تشير"),
        ("zh", "回顾"),
    ] {
        let found = labels(&format!("{}|", opening(&BEGUN, code)), ItemKind::Verb);
        assert_eq!(found.first().map(String::as_str), Some(first), "{code}");
        assert!(found.len() > 20, "{code}: {found:?}");
    }
}

#[test]
fn a_phrase_is_written_in_the_emphasis_of_the_language() {
    for (code, typed, label, becomes) in [
        ("en", "Reaff|", "Reaffirming", "*Reaffirming*"),
        ("en", "reaff|", "Reaffirming", "*Reaffirming*"),
        ("en", "*Reaff|", "Reaffirming", "*Reaffirming*"),
        ("en", "*Reaff|*", "Reaffirming", "*Reaffirming*"),
        ("en", "*Reaff|irmed* the", "Reaffirming", "*Reaffirming* the"),
        ("en", "_Reaff|", "Reaffirming", "_Reaffirming_"),
        ("fr", "*Prenant n|", "Prenant note", "*Prenant note*"),
        ("fr", "Ayant à l'|", "Ayant à l’esprit", "*Ayant à l’esprit*"),
        ("es", "*Reco|", "Reconociendo", "*Reconociendo*"),
        ("ru", "подч|", "подчеркивая", "*подчеркивая*"),
        ("ar", "وإذ تؤ|", "وإذ تؤكد", "***وإذ تؤكد***"),
        ("ar", "***وإذ تؤ|***", "وإذ تؤكد", "***وإذ تؤكد***"),
        ("zh", "重|", "重申", "**重申**"),
        ("zh", "*|", "重申", "**重申**"),
        ("zh", "*|*", "重申", "**重申**"),
        ("zh", "**重|", "重申", "**重申**"),
    ] {
        check(opening(&GOING_ON, code), typed, label, becomes);
    }
}

#[test]
fn a_number_opens_the_operative_part() {
    for (code, typed, label, becomes) in [
        ("en", "1. |", "Decides", "1. *Decides*"),
        ("en", "1. Dec|", "Decides", "1. *Decides*"),
        ("en", "1. *Dec|*", "Decides", "1. *Decides*"),
        ("fr", "1. *Dé|", "Décide", "1. *Décide*"),
        ("es", "1. *De|", "Decide", "1. *Decide*"),
        ("ru", "1. по|", "постановляет", "1. *постановляет*"),
        ("ar", "1 - تق|", "تقرر", "1 - ***تقرر***"),
        ("zh", "1. **决|", "决定", "1. **决定**"),
    ] {
        check(opening(&GOING_ON, code), typed, label, becomes);
    }
    let found = labels(&format!("{}1. |", opening(&GOING_ON, "en")), ItemKind::Verb);
    assert!(found[..10].contains(&"Requests".to_owned()) && !found.contains(&"Recalling".to_owned()), "{found:?}");
}

#[test]
fn the_words_agree_with_the_body_that_acts() {
    check("*L’Assemblée générale*,\n\n", "*Consc|", "Consciente", "*Consciente*");
    check("*Le Conseil de sécurité*,\n\n", "*Consc|", "Conscient", "*Conscient*");
    check(
        "*El Consejo de Seguridad*,\n\n",
        "*Profundamente pre|",
        "Profundamente preocupado",
        "*Profundamente preocupado*",
    );
    check("*Совет Безопасности*,\n\n", "будучи уб|", "будучи убежден", "*будучи убежден*");
    check("***إن مجلس الأمن***،\n\n", "إذ ي|", "إذ يشير", "***إذ يشير***");
}

#[test]
fn what_is_repeated_says_so() {
    for (code, typed, label) in [
        ("en", "*Rec|", "Recalling also"),
        ("fr", "*Rap|", "Rappelant également"),
        ("es", "*Rec|", "Recordando también"),
        ("ru", "*ссы|", "ссылаясь также"),
        ("ar", "***وإذ تشير|", "وإذ تشير أيضا"),
        ("zh", "**回|", "又回顾"),
    ] {
        let found = labels(&format!("{}{typed}", opening(&GOING_ON, code)), ItemKind::Verb);
        assert_eq!(found.first().map(String::as_str), Some(label), "{code}: {found:?}");
    }
    let requests = |second: &str| {
        let text = "*The General Assembly*,\n\n*Noting* it,\n\n1. *Requests* the Secretary-General to go;\n\n";
        labels(&format!("{text}{second}"), ItemKind::Verb)
    };
    // Somebody else may be told.
    assert_eq!(requests("2. *Req|")[..2], ["Also requests", "Requests"]);
    assert_eq!(requests("2. *Als|"), ["Also requests"]);
    assert_eq!(requests("2. *Also requests* him to stay;\n\n3. *Req|")[0], "Further requests");
    assert_eq!(requests("2. *Decides* to go;\n\n3. *Req|"), ["Requests", "Requires"]);
    let council = "*The Security Council*,\n\n*Recalling* its resolution 1325 (2000),\n\n";
    assert_eq!(labels(&format!("{council}*Recal|"), ItemKind::Verb)[0], "Recalling");
}

#[test]
fn at_the_border_typing_decides() {
    let preamble = opening(&GOING_ON, "en");
    let found = labels(&format!("{preamble}*Request|"), ItemKind::Verb);
    assert_eq!(found, ["Requesting", "Requests"]);
    // Between two paragraphs of the preamble there is no border.
    let found = labels(&format!("{preamble}*Request|\n\n*Noting* the report,\n\n1. *Decides* to go."), ItemKind::Verb);
    assert_eq!(found, ["Requesting"]);
}

#[test]
fn no_paragraph_is_opened_elsewhere() {
    let preamble = opening(&GOING_ON, "en");
    for typed in ["*Recalling* the |", "*Recalling* its re|", "(a) |", "3.|", "65|", "> Rec|", "- Rec|"] {
        assert_eq!(labels(&format!("{preamble}{typed}"), ItemKind::Verb), [""; 0], "{typed}");
    }
    assert_eq!(labels("Some words\nRec|", ItemKind::Verb), [""; 0]);
    let annexed = "*The General Assembly*,\n\n*Noting* it,\n\n1. *Adopts* the annex.\n\n# Annex\n\nThe goals:\n\n1. |";
    assert_eq!(labels(annexed, ItemKind::Verb), [""; 0]);
    assert_eq!(asked(&format!("{preamble}|"), Some(' '), &Settings::default()).1.items.len(), 0);
    assert!(!asked(&format!("{preamble}1. |"), Some(' '), &Settings::default()).1.items.is_empty());
    assert!(!asked(&format!("{preamble}*|"), Some('*'), &Settings::default()).1.items.is_empty());
}

#[test]
fn the_words_of_a_project_are_offered() {
    let (options, _) = rapporteur_lint::settings::Options::parse("verbs.en.operative = ['Strongly suggests']\n");
    let settings = Settings::resolve([&options], "draft.md");
    let (_, found) = asked(&format!("{}1. *Str|", opening(&GOING_ON, "en")), None, &settings);
    assert!(found.items.iter().any(|item| item.label == "Strongly suggests"), "{found:?}");
}

#[test]
fn a_phrase_says_what_it_is() {
    let text = opening(&GOING_ON, "en");
    let topic = Topic::Verb { phrase: "Requests".to_owned(), part: LeadPart::Operative };
    assert_eq!(Topic::from_key(&topic.key()), Some(topic.clone()));
    let shown = describe(&topic, &read(text), text, &Registry::embedded(), &Settings::default()).unwrap().plain();
    for wanted in ["operative part", "In the preamble: Requesting", "Also requests, Further requests", "481"] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
}

#[test]
fn a_phrase_that_stands_there_is_not_written_twice() {
    let text = "**大会**，\n\n**注意到**此事，\n\n1. **请**会员国前往；\n\n2. |又请会员国返回。";
    assert_eq!(accept(text, "又请"), text.replace("|又请", "**又请**"));
    assert_eq!(accept(text, "鼓励"), text.replace('|', "**鼓励**"));
}

#[test]
fn behind_a_wide_mark_no_space_is_waited_for() {
    let text = "**大会**，\n\n**注意到**此事，\n\n１．**请**会员国前往；\n\n２．|";
    assert_eq!(accept(text, "鼓励"), text.replace('|', "**鼓励**"));
}

#[test]
fn a_mark_for_the_direction_may_stand_before_a_number() {
    let text =
        "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** ذلك،\n\n\u{200f}1 - ***تقرر*** أن تذهب؛\n\n\u{200f}2 - ***تق|";
    assert_eq!(accept(text, "تقرر أيضا"), text.replace("تق|", "تقرر أيضا***"));
}
