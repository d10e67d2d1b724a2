//! What is written by itself, the cursor written as `|` behind what was typed.

#[path = "support/drafts.rs"]
mod drafts;

use rapporteur_assist::typed;
use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{Settings, apply, fix_all};
use rapporteur_registry::Registry;

/// The text after what follows on a character that was just typed before the cursor.
fn after(marked: &str, character: &str) -> String {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let draft = Draft::read(&text, &Hints::default());
    let edits = typed(&text, &draft, &Hints::default(), offset, character);
    assert!(edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{edits:?}");
    apply(&text, &edits)
}

#[track_caller]
fn check(marked: &str, character: &str, makes: &str) {
    assert_eq!(after(marked, character), makes);
}

/// Checks that nothing follows.
#[track_caller]
fn check_nothing(marked: &str, character: &str) {
    check(marked, character, &marked.replacen('|', "", 1));
}

const ENGLISH: &str = "*The General Assembly*,\n\n*Recalling* it,\n\n1. *Welcomes* it;\n";

#[test]
fn enter_begins_the_next_paragraph_as_each_language_has_it() {
    for (before, makes) in [
        ("*The General Assembly*,\n\n1. *Welcomes* it;\n|", "\n2. "),
        ("*L’Assemblée générale*,\n\n1. *Se félicite* de cela ;\n|", "\n2. "),
        ("*La Asamblea General*,\n\n6. *Acoge con beneplácito* el informe;\n|", "\n7. "),
        ("*Генеральная Ассамблея*,\n\n1. *приветствует* доклад;\n|", "\n2. "),
        ("***إن الجمعية العامة***،\n\n1 - ***ترحب*** بالتقرير؛\n|", "\n2 - "),
        ("***إن الجمعية العامة***،\n\n٩ - ***ترحب*** بالتقرير؛\n|", "\n١٠ - "),
        ("**大会**，\n\n1. **欢迎**秘书长的报告；\n|", "\n2. "),
    ] {
        let text = before.replace('|', "");
        check(before, "\n", &format!("{text}{makes}"));
        // In the draft's own manner, whatever it is.
        let close = before.replace("\n\n", "\n");
        check(&close, "\n", &format!("{}{}", text.replace("\n\n", "\n"), makes.trim_start()));
        let crlf = before.replace('\n', "\r\n");
        check(&crlf, "\n", &format!("{text}{makes}").replace('\n', "\r\n"));
    }
}

#[test]
fn numbers_are_written_as_the_one_before() {
    for (label, next) in [("**3.** ", "**4.** "), ("3\\. ", "4\\. "), ("3.\u{a0}", "4.\u{a0}"), ("*3.* ", "*4.* ")] {
        let text = ENGLISH.replace("1. ", label);
        check(&format!("{text}|"), "\n", &format!("{text}\n{next}"));
    }
    let text = ENGLISH.replace("1. *Welcomes*", "*1. Welcomes*");
    check(&format!("{text}|"), "\n", &format!("{text}\n2. "));
}

#[test]
fn blanks_that_the_editor_has_put_there_go() {
    check(&format!("{ENGLISH}   |"), "\n", &format!("{ENGLISH}\n2. "));
    check(&format!("{ENGLISH}|  \n\nFin\n"), "\n", &format!("{ENGLISH}\n2. \n\nFin\n"));
    let with_blank = ENGLISH.replace("it;\n", "it; \n");
    check(&format!("{with_blank}|"), "\n", &format!("{with_blank}\n2. "));
}

#[test]
fn what_follows_moves_up_and_what_refers_to_it_with_it() {
    check(
        "*The General Assembly*,\n\n1. *Welcomes* it;\n|\n\n2. *Requests* it;\n\n3. *Decides* on paragraphs 1 and 2 above.\n",
        "\n",
        "*The General Assembly*,\n\n1. *Welcomes* it;\n\n2. \n\n3. *Requests* it;\n\n4. *Decides* on paragraphs 1 and 3 above.\n",
    );
    // What was out of order before stays as it is.
    check(
        "*The General Assembly*,\n\n1. *Welcomes* it;\n|\n\n5. *Requests* it;\n\n6. *Decides* so.\n",
        "\n",
        "*The General Assembly*,\n\n1. *Welcomes* it;\n\n2. \n\n5. *Requests* it;\n\n6. *Decides* so.\n",
    );
}

#[test]
fn sub_paragraphs_go_on_with_the_labels_of_their_list() {
    for (before, makes) in [
        ("*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go;\n|", "\n(b) "),
        ("*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go;\n\n(b) To come; and\n|", "\n(c) "),
        ("*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go:\n\n(i) Here;\n|", "\n(ii) "),
        ("*L’Assemblée générale*,\n\n1. *Prie* le Secrétaire général :\n\na) De partir ;\n|", "\nb) "),
        ("*Генеральная Ассамблея*,\n\n1. *просит* Генерального секретаря:\n\na) представить доклад;\n|", "\nb) "),
        ("***إن الجمعية العامة***،\n\n1 - ***تطلب*** إلى الأمين العام:\n\n(أ) أن يقدم تقريرا؛\n|", "\n(ب) "),
        ("**大会**，\n\n1. **请**秘书长：\n\n(a) 提出报告；\n|", "\n(b) "),
    ] {
        check(before, "\n", &format!("{}{makes}", before.replace('|', "")));
    }
    check(
        "*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go;\n|\n\n(b) To come;\n\n(c) To stay;\n\n2. *Recalls* paragraph 1 (b) above.\n",
        "\n",
        "*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go;\n\n(b) \n\n(c) To come;\n\n(d) To stay;\n\n2. *Recalls* paragraph 1 (c) above.\n",
    );
}

#[test]
fn a_colon_begins_a_list() {
    for (before, makes) in [
        ("*The General Assembly*,\n\n1. *Requests* him:\n|", "\n(a) "),
        ("*L’Assemblée générale*,\n\n1. *Prie* le Secrétaire général :\n|", "\na) "),
        ("*La Asamblea General*,\n\n1. *Solicita* al Secretario General que:\n|", "\na) "),
        ("***إن الجمعية العامة***،\n\n1 - ***تطلب*** إلى الأمين العام:\n|", "\n(أ) "),
        ("**大会**，\n\n1. **请**秘书长：\n|", "\n(a) "),
        (
            "*The General Assembly*,\n\n1. *Requests* him:\n\n(i) To go;\n\n(ii) To come;\n\n2. *Also requests* him:\n|",
            "\n(i) ",
        ),
        (
            "*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go:\n\n(i) Here;\n\n(ii) There;\n\n(b) To come:\n|",
            "\n(i) ",
        ),
    ] {
        check(before, "\n", &format!("{}{makes}", before.replace('|', "")));
    }
    check(
        "*The General Assembly*,\n\n1. *Requests* him:\n|\n\n(a) To go;\n\n(b) To come.\n",
        "\n",
        "*The General Assembly*,\n\n1. *Requests* him:\n\n(a) \n\n(b) To go;\n\n(c) To come.\n",
    );
    // How deep lists are labelled, no language says.
    check_nothing("*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go:\n|", "\n");
}

#[test]
fn enter_once_more_takes_it_away() {
    for text in [
        "*The General Assembly*,\n\n1. *Welcomes* it;\n|\n\n2. *Decides* on paragraph 2 above.\n",
        "*The General Assembly*,\n\n1. *Requests* him:\n|\n\n(a) To go;\n\n(b) To come.\n",
        "*The General Assembly*,\n\n1. *Requests* him:\n\n(a) To go;\n|\n\n(b) To come.\n",
        "*The General Assembly*,\n\n1. *Welcomes* it;\n|",
        "***إن الجمعية العامة***،\n\n1 - ***ترحب*** بالتقرير؛\n|\n\n2 - ***تقرر*** أن تبقي المسألة قيد نظرها.\n",
        "**大会**，\n1. **欢迎**秘书长的报告；\n|\n2. **决定**继续处理此案。\n",
    ] {
        for text in [text.replace('\n', "\r\n"), text.to_owned()] {
            let offset = text.find('|').unwrap();
            let once = after(&text, "\n");
            // The new label is the first thing that differs; Enter behind it.
            let rest = &text[offset + 1..];
            let new = once[offset..].find(|c: char| !c.is_whitespace()).unwrap() + offset;
            let line_end = once[new..].find(['\r', '\n']).map_or(once.len(), |length| new + length);
            let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
            let twice = after(&format!("{}{line_break}|{}", &once[..line_end], &once[line_end..]), "\n");
            let blank = if text.contains(&format!("{line_break}{line_break}")) { line_break } else { "" };
            assert_eq!(twice, format!("{}{blank}{rest}", &text[..offset]), "{once}");
        }
    }
    // What nobody has made for him stays.
    check_nothing("*The General Assembly*,\n\n*Recalling* it,\n\n1. \n|", "\n");
}

#[test]
fn in_our_drafts_enter_can_be_taken_back_everywhere() {
    let mut begun = 0;
    let (registry, settings) = (Registry::embedded(), Settings::default());
    for (name, text) in drafts::all() {
        // Of a gap that was there before, nobody knows whether Enter has made it; nor what is meant by a reference to nothing.
        let fixed = fix_all(&text, &Hints::default(), &registry, &settings);
        if fixed.remaining.iter().any(|finding| finding.rule == "cross-reference") {
            continue;
        }
        let text = fixed.text;
        let draft = Draft::read(&text, &Hints::default());
        for end in draft.paragraphs.iter().map(|paragraph| paragraph.span.end) {
            let entered = format!("{}\n|{}", &text[..end], &text[end..]);
            let once = after(&entered, "\n");
            if once == entered.replace('|', "") {
                continue;
            }
            begun += 1;
            let new = once[end..].find(|c: char| !c.is_whitespace()).expect("a label") + end;
            let line_end = once[new..].find('\n').map_or(once.len(), |length| new + length);
            let twice = after(&format!("{}\n|{}", &once[..line_end], &once[line_end..]), "\n");
            let (before, behind) = (&text[..end], &text[end..]);
            let is_back = twice.starts_with(before) && twice.ends_with(behind);
            let rest = twice.get(end..twice.len() - behind.len()).unwrap_or_default();
            assert!(is_back && rest.trim().is_empty(), "{name}, at {end}: {:?}", &once[new..line_end]);
        }
    }
    assert!(begun > 200, "{begun} are too few to tell");
}

#[test]
fn where_nothing_goes_on_nothing_is_begun() {
    for marked in [
        "*The General Assembly*,\n|",
        "*The General Assembly*,\n\n*Recalling* it;\n|",
        "*The General Assembly*,\n\n*Recalling* it:\n\n(a) Here;\n|\n\n1. *Decides* so.\n",
        "*The General Assembly*,\n\n1. *Decides* so.\n|",
        "*The General Assembly*,\n\n1. *Decides* to go;\n| there.\n",
        "*The General Assembly*,\n\n1. *Decides* so;\n\n|",
        "*The General Assembly*,\n\n*Decides* so;\n|",
        "*The General Assembly*,\n\n1. *Decides* so;\n\n```\n2. code;\n|\n```\n",
        "*The General Assembly*,\n\n1. *Decides* so;\n\n| 2. | cell; |\n||\n",
        "---\ntitle: 1. a;\n|\n---\n\n*The General Assembly*,\n\n1. *Decides* so.\n",
        "A shopping list:\n\n1. milk;\n|",
    ] {
        check_nothing(marked, "\n");
    }
}

#[test]
fn a_call_gets_the_number_that_is_due() {
    let draft = |calls: [&str; 3], rest: &str| {
        let [a, b, c] = calls;
        format!("*The General Assembly*,\n\n*Recalling* a report,{a} a note{b} and a letter,{c}\n{rest}")
    };
    // The first, typed in one go, and between brackets that the editor closes.
    let first = draft(["", "[^1]", ""], "\n[^1]: \n");
    check(&draft(["", "[^]|", ""], ""), "]", &first);
    check(&draft(["", "[^|]", ""], ""), "^", &first);
    // Before others, and between them.
    check(
        &draft(["[^|]", "[^1]", "[^2]"], "\n[^1]: A/74/1.\n\n[^2]: A/74/2.\n"),
        "^",
        &draft(["[^1]", "[^2]", "[^3]"], "\n[^1]: \n\n[^2]: A/74/1.\n\n[^3]: A/74/2.\n"),
    );
    check(
        &draft(["[^1]", "[^]|", "[^2]"], "\n[^1]: A/74/1.\n[^2]: A/74/2.\n"),
        "]",
        &draft(["[^1]", "[^2]", "[^3]"], "\n[^1]: A/74/1.\n[^2]: \n[^3]: A/74/2.\n"),
    );
    check(
        &draft(["[^1]", "[^2]", "[^|]"], "\n[^1]: A/74/1.\n\n[^2]: A/74/2.\n"),
        "^",
        &draft(["[^1]", "[^2]", "[^3]"], "\n[^1]: A/74/1.\n\n[^2]: A/74/2.\n\n[^3]: \n"),
    );
    // A note that is called again, and one that has a name.
    check(
        &draft(["[^1]", "[^|]", "[^1]"], "\n[^1]: A/74/1.\n\n[^a]: A/74/2.\n"),
        "^",
        &draft(["[^1]", "[^2]", "[^1]"], "\n[^1]: A/74/1.\n\n[^2]: \n\n[^a]: A/74/2.\n"),
    );
    let crlf = draft(["[^|]", "[^1]", ""], "\n[^1]: A/74/1.\n").replace('\n', "\r\n");
    check(&crlf, "^", &draft(["[^1]", "[^2]", ""], "\n[^1]: \n\n[^2]: A/74/1.\n").replace('\n', "\r\n"));
}

#[test]
fn a_call_gets_its_number_in_every_language() {
    for text in [
        "*L’Assemblée générale*,\n\n*Rappelant* le rapport[^|],\n\n1. *Prie* le secrétariat de faire rapport.\n",
        "*La Asamblea General*,\n\n*Recordando* el informe[^|],\n",
        "*Генеральная Ассамблея*,\n\n*ссылаясь* на доклад[^|],\n",
        "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى التقرير[^|]،\n",
        "**大会**，\n\n**回顾**报告，[^|]\n",
    ] {
        check(text, "^", &format!("{}\n[^1]: \n", text.replace('|', "1")));
    }
}

#[test]
fn what_is_no_call_has_no_number() {
    for (marked, character) in [
        ("*The General Assembly*,\n\n*Recalling* it,[^|\n", "^"),
        ("*The General Assembly*,\n\n*Recalling* it,[^1]|\n", "]"),
        ("*The General Assembly*,\n\n*Recalling* it,[a]|\n", "]"),
        ("*The General Assembly*,\n\n*Recalling* it,\n\n[^|]\n", "^"),
        ("*The General Assembly*,\n\n*Recalling* it,\n\n[^]|: A/74/1.\n", "]"),
        ("*The General Assembly*,\n\n*Recalling* it,[^1]\n\n[^1]: A/74/1.[^|]\n", "^"),
        ("*The General Assembly*,\n\n*Recalling* `a[^|]`,\n", "^"),
        ("*The General Assembly*,\n\n*Recalling* it,<sup>1</sup> and it,[^|]\n\n<sup>1</sup> A/74/1.\n", "^"),
        ("*The General Assembly*,\n\n*Recalling* it,\n\n| a[^|] | b |\n", "^"),
    ] {
        // The cursor is the last bar where a table has others.
        let at = marked.rfind("^|").map_or_else(|| marked.find('|').unwrap(), |at| at + 1);
        let text = format!("{}{}", &marked[..at], &marked[at + 1..]);
        let draft = Draft::read(&text, &Hints::default());
        assert_eq!(typed(&text, &draft, &Hints::default(), at, character), [], "{marked}");
    }
}

#[test]
fn any_place_in_any_text_will_do() {
    for text in ["", "\n", "\r", "\r\n", "1. \n\n", "é\n", "[^]", "1. *Decides* so;\r\n\r\n2. ", "(a) x;\n(b) \n\n😀"]
    {
        let hints = Hints { kind: Some(rapporteur_draft::DocumentKind::Resolution), ..Hints::default() };
        let draft = Draft::read(text, &hints);
        for offset in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            for character in ["\n", "^", "]", "x"] {
                typed(text, &draft, &hints, offset, character);
            }
        }
    }
}
