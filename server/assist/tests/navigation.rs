//! Where things are defined and mentioned in drafts, the cursor written as `|`.

use rapporteur_assist::{Map, Role};
use rapporteur_draft::{Draft, Hints};

fn read(marked: &str) -> (String, Draft, usize) {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let draft = Draft::read(&text, &Hints::default());
    (text, draft, offset)
}

/// The line in which the thing at the cursor is defined, with its number or label in angle brackets.
fn defined(marked: &str) -> Option<String> {
    let (text, draft, offset) = read(marked);
    let map = Map::new(&text, &draft);
    let place = map.definition(&map.at(offset)?)?;
    assert!(place.whole.start <= place.spot.start && place.spot.end <= place.whole.end, "{place:?}");
    let start = text[..place.spot.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[place.spot.end..].find('\n').map_or(text.len(), |at| place.spot.end + at);
    let (before, spot, after) = (&text[start..place.spot.start], &text[place.spot.clone()], &text[place.spot.end..end]);
    Some(format!("{before}⟨{spot}⟩{after}"))
}

/// The mentions of the thing at the cursor: `=` for a definition, and the line of each.
fn mentions(marked: &str) -> Vec<String> {
    let (text, draft, offset) = read(marked);
    let map = Map::new(&text, &draft);
    let Some(found) = map.at(offset) else { return Vec::new() };
    let said = |mention: rapporteur_assist::Mention| {
        let line = text[..mention.span.start].matches('\n').count() + 1;
        let mark = if mention.role == Role::Defines { "=" } else { "" };
        format!("{line}:{mark}{}", &text[mention.span])
    };
    map.mentions(&found.subject).into_iter().map(said).collect()
}

const ENGLISH: &str = "\
*The General Assembly*,

*Recalling* its resolutions 65/230 of 21 December 2010 and 70/1 to 70/5,[^1]

*Noting* the work of the Wadden Sea Gauging Network (WASGN) and resolution 65/230,[^1]

1. *Decides* to support the WASGN:

(a) In its surveys;

(b) In its reports;

2. *Requests* the WASGN to act on paragraph 1 above and paragraph 1 (b) above;

3. *Invites* States to read annex II to the present resolution, A/74/130 and section I below.

[^1]: See A/74/130.

Annex I

First

Annex II

I. Scope
";

/// Checks that the thing at the cursor is defined in a line that has this.
#[track_caller]
fn leads(marked: &str, to: &str) {
    let line = defined(marked).unwrap_or_else(|| panic!("nothing is defined for {marked}"));
    assert!(line.contains(to), "{line}");
}

/// The draft with the cursor at the start of the nth place where words stand, or so many bytes behind it.
fn at(draft: &str, words: &str, nth: usize, behind: usize) -> String {
    let (start, _) = draft.match_indices(words).nth(nth).unwrap_or_else(|| panic!("{words} does not stand there"));
    let at = start + behind;
    format!("{}|{}", &draft[..at], &draft[at..])
}

#[test]
fn a_call_leads_to_its_note_and_the_note_to_its_first_call() {
    leads(&at(ENGLISH, "[^1]", 1, 1), "⟨[^1]:⟩ See A/74/130");
    leads(&at(ENGLISH, "[^1]:", 0, 2), "70/1 to 70/5,⟨[^1]⟩");
    assert_eq!(mentions(&at(ENGLISH, "[^1]", 0, 1)), ["3:[^1]", "5:[^1]", "17:=[^1]:"]);
    assert_eq!(defined("*The General Assembly*,\n\n*Noting* a report,[^|7]"), None);
}

#[test]
fn a_reference_leads_to_what_it_names() {
    for (words, nth, behind, line) in [
        ("paragraph 1", 0, 10, "⟨1⟩. *Decides* to support"),
        ("paragraph 1", 0, 11, "⟨1⟩. *Decides* to support"),
        ("1 (b)", 0, 0, "⟨1⟩. *Decides* to support"),
        ("1 (b)", 0, 3, "(⟨b⟩) In its reports"),
        ("annex II", 0, 7, "Annex ⟨II⟩"),
        ("section I", 0, 8, "⟨I⟩. Scope"),
    ] {
        leads(&at(ENGLISH, words, nth, behind), line);
    }
    assert_eq!(defined(&at(ENGLISH, "1. *Decides*", 0, 0)), None);
    let dangling = "*The General Assembly*,\n\n1. *Decides* as in paragraph |9 below;\n\n2. *Requests* a report.";
    assert_eq!(defined(dangling), None);
}

#[test]
fn a_number_is_mentioned_by_its_label_and_its_references() {
    let all = ["7:=1", "13:1", "13:1"];
    assert_eq!(mentions(&at(ENGLISH, "1. *Decides*", 0, 0)), all);
    assert_eq!(mentions(&at(ENGLISH, "paragraph 1", 1, 10)), all);
    assert_eq!(mentions(&at(ENGLISH, "(b) In", 0, 1)), ["11:=b", "13:b"]);
    assert_eq!(mentions(&at(ENGLISH, "Annex II", 0, 2)), ["15:II", "23:=II"]);
}

#[test]
fn an_acronym_leads_to_where_it_is_explained() {
    leads(&at(ENGLISH, "WASGN", 2, 2), "Network (⟨WASGN⟩) and");
    assert_eq!(defined(&at(ENGLISH, "WASGN", 0, 2)), None);
    assert_eq!(mentions(&at(ENGLISH, "WASGN", 1, 5)), ["5:=WASGN", "7:WASGN", "13:WASGN"]);
    let plural = "*The General Assembly*,\n\n*Noting* the new Regional Tide Funds (RTFs), an R|TF and the RTFs,";
    assert_eq!(mentions(plural), ["3:=RTF", "3:RTF", "3:RTF"]);
}

#[test]
fn a_citation_leads_to_its_first_mention() {
    leads(&at(ENGLISH, "65/230", 1, 3), "resolutions ⟨65/230⟩ of");
    // The first leads to itself.
    leads(&at(ENGLISH, "65/230", 0, 3), "resolutions ⟨65/230⟩ of");
    assert_eq!(mentions(&at(ENGLISH, "65/230", 0, 6)), ["3:65/230", "5:65/230"]);
    assert_eq!(mentions(&at(ENGLISH, "A/74/130", 0, 1)), ["15:A/74/130", "17:A/74/130"]);
}

#[test]
fn a_range_mentions_what_lies_in_it() {
    let draft = ENGLISH.replace("and resolution 65/230,", "and resolution 70/3,");
    assert_eq!(mentions(&at(&draft, "70/3", 0, 1)), ["3:70/1 to 70/5", "5:70/3"]);
    assert_eq!(mentions(&at(&draft, "70/5", 0, 1)), ["3:70/5"]);
}

#[test]
fn references_are_followed_in_every_language() {
    for (draft, words, line) in [
        (
            "*L’Assemblée générale*,\n\n1. *Décide* d’agir ;\n\n2. *Prie* le groupe visé au paragraphe 1 ci-dessus d’agir.\n",
            "paragraphe 1",
            "⟨1⟩. *Décide* d’agir",
        ),
        (
            "*La Asamblea General*,\n\n1. *Decide* actuar;\n\n2. *Solicita* lo indicado en el párrafo 1 supra.\n",
            "párrafo 1",
            "⟨1⟩. *Decide* actuar",
        ),
        (
            "*Генеральная Ассамблея*,\n\n1. *постановляет* действовать;\n\n2. *просит* группу, упомянутую в пункте 1 выше, действовать.\n",
            "пункте 1",
            "⟨1⟩. *постановляет*",
        ),
        (
            "***إن الجمعية العامة***،\n\n١ - ***تقرر*** إنشاء فريق عامل؛\n\n٢ - ***تطلب*** إلى الفريق المشار إليه في الفقرة ١ أعلاه أن يعمل.\n",
            "الفقرة ١",
            "⟨١⟩ - ***تقرر***",
        ),
        (
            "**大会**，\n\n1. **决定**设立一个工作组；\n\n2. **请**上文第1段所述工作组提出报告。\n",
            "第1",
            "⟨1⟩. **决定**设立一",
        ),
    ] {
        leads(&at(draft, words, 0, words.len()), line);
    }
}

#[test]
fn a_sub_paragraph_is_followed_as_each_language_names_it() {
    for (draft, number, label, line) in [
        (
            "*The General Assembly*,\n\n1. *Decides*:\n\n(a) To go;\n\n(b) To stay;\n\n2. *Recalls* subparagraph (b) of paragraph 1 above.\n",
            "1 above",
            "b) of",
            "(⟨b⟩) To stay",
        ),
        (
            "*L’Assemblée générale*,\n\n1. *Décide* :\n\na) D’aller ;\n\nb) De rester ;\n\n2. *Rappelle* l’alinéa *b*) du paragraphe 1 ci-dessus.\n",
            "1 ci-dessus",
            "b*) du",
            "⟨b⟩) De rester",
        ),
        (
            "*L’Assemblée générale*,\n\n1. *Décide* :\n\na) D’aller ;\n\nb) De rester ;\n\n2. *Rappelle* l’alinéa *b* du paragraphe 1 ci-dessus.\n",
            "1 ci-dessus",
            "b* du",
            "⟨b⟩) De rester",
        ),
        (
            "*La Asamblea General*,\n\n1. *Decide*:\n\na) Ir;\n\nb) Quedarse;\n\n2. *Recuerda* el apartado b) del párrafo 1 supra.\n",
            "1 supra",
            "b) del",
            "⟨b⟩) Quedarse",
        ),
        (
            "*Генеральная Ассамблея*,\n\n1. *постановляет*:\n\na) идти;\n\nb) остаться;\n\n2. *напоминает* о подпункте b) пункта 1 выше.\n",
            "1 выше",
            "b) пункта",
            "⟨b⟩) остаться",
        ),
        (
            "***إن الجمعية العامة***،\n\n1 - ***تقرر*** ما يلي:\n\n(أ) الذهاب؛\n\n(ب) البقاء؛\n\n2 - ***تشير*** إلى الفقرة الفرعية (ب) من الفقرة 1 أعلاه.\n",
            "1 أعلاه",
            "ب) من",
            "(⟨ب⟩) البقاء",
        ),
        (
            "**大会**，\n\n1. **决定**：\n\n(a) 前往；\n\n(b) 留下；\n\n2. **回顾**上文第1段(b)分段。\n",
            "1段",
            "b)分段",
            "(⟨b⟩) 留下",
        ),
    ] {
        leads(&at(draft, label, 0, 0), line);
        leads(&at(draft, number, 0, 0), "⟨1⟩");
        assert_eq!(mentions(&at(draft, label, 0, 0)).len(), 2, "{draft}");
    }
}

#[test]
fn of_several_parts_that_of_the_same_sequence_is_meant() {
    let draft = "\
*The General Assembly*,

A

1. *Decides* to meet;

2. *Requests* what paragraph 1 above says;

B

*The General Assembly*,

*Noting* a report,

1. *Decides* to part;

2. *Requests* what paragraph 1 of the present resolution says, and paragraph 1 above.
";
    leads(&at(draft, "paragraph 1", 0, 10), "⟨1⟩. *Decides* to meet");
    let first = mentions(&at(draft, "1. *Decides* to meet", 0, 0));
    let second = mentions(&at(draft, "1. *Decides* to part", 0, 0));
    assert_eq!(
        (first, second),
        (vec!["5:=1".to_owned(), "7:1".to_owned()], ["15:=1", "17:1", "17:1"].map(str::to_owned).to_vec())
    );
}

#[test]
fn all_else_is_nothing() {
    for text in ["|", "*The General| Assembly*,", "1. *Decides* to m|eet.", "see abo|ve", "[^|", "paragraph 3 (|"] {
        assert_eq!(mentions(text), [""; 0], "{text}");
    }
}

#[test]
fn any_offset_in_any_text_will_do() {
    for text in [
        "au paragraphe 3 b) ci-dessus[^1]\n\n[^1]: é",
        "A/RES/65/230 😀 [^1]\n[^1]:",
        "65/230 A–E",
        "上文第9段(b)分段",
        "Annex",
    ] {
        let draft = Draft::read(text, &Hints::default());
        let map = Map::new(text, &draft);
        for offset in 0..text.len() + 3 {
            if let Some(found) = map.at(offset) {
                map.definition(&found);
                assert!(!map.mentions(&found.subject).is_empty(), "{text} at {offset}: {found:?}");
            }
        }
    }
}
