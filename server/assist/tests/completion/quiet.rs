//! Where nothing is offered, and that nothing fails.

use rapporteur_assist::{Query, complete, complete_settings, hover_settings};
use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{Locale, Settings};
use rapporteur_registry::Registry;

use crate::support::asked;

const DRAFTS: [&str; 6] = [
    "*The General Assembly*,\n\n*Noting* that the peoples of the world are one, and that time goes on,\n\n1. *Decides* to remain seized of the matter and to come back to it soon.\n",
    "*L’Assemblée générale*,\n\n*Notant* que les peuples du monde sont unis et que le temps passe,\n\n1. *Décide* de rester saisie de la question et d’y revenir bientôt.\n",
    "*La Asamblea General*,\n\n*Observando* que los pueblos del mundo son uno y que el tiempo pasa,\n\n1. *Decide* seguir ocupándose de la cuestión y volver a ella pronto.\n",
    "*Генеральная Ассамблея*,\n\n*отмечая*, что народы мира едины и что время идет,\n\n1. *постановляет* продолжать заниматься этим вопросом и вскоре вернуться к нему.\n",
    "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** أن شعوب العالم واحدة وأن الزمن يمضي،\n\n1 - ***تقرر*** أن تبقي المسألة قيد نظرها وأن تعود إليها قريبا.\n",
    "**大会**，\n\n**注意到**世界各国人民是一体的，时光流逝，\n\n1. **决定**继续处理此案，不久再行审议。\n",
];

/// The editor asks by itself after each space, stroke, bracket and mark of emphasis; in a sentence there is nothing to say.
#[test]
fn a_sentence_is_written_undisturbed() {
    for draft in DRAFTS {
        for (at, mark) in draft.char_indices().filter(|(_, c)| matches!(c, ' ' | '/' | '(' | '*' | ':' | '=')) {
            let end = at + mark.len_utf8();
            let line = &draft[..end][draft[..end].rfind('\n').map_or(0, |line| line + 1)..];
            // At the head of a paragraph something is offered.
            if line.trim_end_matches(' ').len() <= 6 {
                continue;
            }
            for text in [format!("{}|{}", &draft[..end], &draft[end..]), format!("{}|", &draft[..end])] {
                let (_, found) = asked(&text, Some(mark), &Settings::default());
                // Of phrases of several words the rest is.
                let disturbing: Vec<_> =
                    found.items.iter().filter(|item| item.kind != rapporteur_assist::ItemKind::Verb).collect();
                assert!(disturbing.is_empty(), "{text}: {disturbing:#?}");
            }
        }
    }
}

#[test]
fn a_readme_is_left_alone() {
    let text = "# A tool\n\nThis tool reads and writes the things that people need it for.\n\n## Usage\n\nCall it.\n\n"
        .repeat(20);
    for typed in ["*|", "1. |", "The G|", "Rec|", "paragraph |", "UN|", "|", "See the Gen|"] {
        let (_, found) = asked(&format!("{text}{typed}"), None, &Settings::default());
        assert!(found.items.is_empty(), "{typed}: {:#?}", found.items);
    }
}

#[test]
fn any_offset_in_any_text_will_do() {
    let settings = Settings::default();
    let texts = [
        "résolution 65/2",
        "resolution\r\n\r\n(",
        "resolution 😀 65/",
        "résolution de l’Assemblée gé",
        "A/RES/",
        "[^",
        "[^😀",
        "*",
        "***",
        "1. *",
        "1. é",
        "١. ",
        "<!--",
        "<!-- rapporteur:",
        "<!-- rapporteur: language=é",
        "上文第",
        "paragraph ١",
        "\u{feff}",
        "a\r*b",
        "United Nations, *Treaty Series*, vol. é",
        "[^1]: é",
        "第",
        "[rules]\n\"é",
        "a = [[{",
        "\"",
        "overrides.é.b = ",
    ];
    let mut texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    texts.extend(
        DRAFTS
            .iter()
            .flat_map(|draft| texts[..23].iter().map(move |text| format!("{draft}\n{text}")))
            .collect::<Vec<_>>(),
    );
    for text in &texts {
        let other = Draft::read(DRAFTS[0], &Hints::default());
        let own = Draft::read(text, &Hints::default());
        let step = if text.len() > 100 { 23 } else { 1 };
        for offset in (0..text.len() + 3).step_by(step) {
            for (draft, read) in [(&own, text.as_str()), (&other, DRAFTS[0])] {
                let registry = &Registry::embedded();
                complete(&Query {
                    text,
                    offset,
                    draft,
                    read,
                    registry,
                    settings: &settings,
                    name: None,
                    trigger: None,
                });
            }
            complete_settings(text, offset, Locale::ENGLISH, None);
            hover_settings(text, offset);
        }
    }
}

#[test]
fn in_chinese_only_what_leads_to_a_number_is_followed_by_one() {
    let begun = "**大会**，\n\n**注意到**人权理事会2020年10月6日第45/3号决议，[^3] ";
    for (typed, mark) in [("", ' '), ("其中第", '第')] {
        let (_, found) = asked(&format!("{begun}{typed}|"), Some(mark), &Settings::default());
        assert!(found.items.is_empty(), "{typed}: {:#?}", found.items);
    }
    let (_, found) = asked(&format!("{begun}[^3]: 见A/79/|150。"), Some('/'), &Settings::default());
    assert!(found.items.is_empty(), "{:#?}", found.items);
    for typed in ["以及安全理事会第|", "以及其第|", "以及其2013年12月18日第|"] {
        let (_, found) = asked(&format!("{begun}{typed}"), Some('第'), &Settings::default());
        assert!(!found.items.is_empty(), "{typed}");
    }
}
