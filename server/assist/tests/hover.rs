//! What is shown in drafts, the pointer written as `|`.

use rapporteur_assist::{Hover, hover};
use rapporteur_draft::{Draft, Hints};
use rapporteur_lint::{Locale, Settings};
use rapporteur_registry::Registry;

/// What is shown at the pointer to a reader of a language, and of what.
fn shown(marked: &str, locale: &str) -> Option<(String, String)> {
    let offset = marked.find('|').expect("a pointer");
    let text = marked.replacen('|', "", 1);
    let draft = Draft::read(&text, &Hints::default());
    let mut settings = Settings::default();
    settings.locale = Locale::from_name(locale).unwrap();
    let Hover { span, shown } = hover(&text, &draft, offset, &Registry::embedded(), &settings)?;
    Some((text[span].to_owned(), shown.markdown()))
}

#[track_caller]
fn check(marked: &str, locale: &str, of: &str, says: &[&str]) {
    let (span, said) = shown(marked, locale).unwrap_or_else(|| panic!("nothing is shown for {marked}"));
    assert_eq!(span, of);
    for part in says {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
}

const ENGLISH: &str = "*The General Assembly*,\n\n*Recalling* ";
const FRENCH: &str = "*L’Assemblée générale*,\n\n*Rappelant* ";

#[test]
fn a_citation_shows_what_is_known_of_it() {
    check(
        &format!("{ENGLISH}its resolution 74/|173 of 18 December 2019,"),
        "en",
        "74/173",
        &[
            "cybercrime",
            "Resolution 74/173 of the General Assembly · [A/RES/74/173](https://undocs.org/en/A/RES/74/173)",
            "Adopted on 18 December 2019 (",
        ],
    );
    check(
        &format!("{FRENCH}la résolution |1325 (2000) du Conseil de sécurité,"),
        "en",
        "1325 (2000)",
        &[
            "Resolution 1325 (2000) of the Security Council",
            "(https://undocs.org/fr/S/RES/1325%282000%29)",
            "- Subject: women and peace and security",
            "- Meeting 4213, recorded in S/PV.4213",
            "- Adopted by a vote: 15 in favour, 0 against, 0 abstaining",
        ],
    );
    let (_, said) = shown(&format!("{ENGLISH}its resolution 74/|173 of 18 December 2019,"), "en").unwrap();
    assert!(!said.contains("The draft"), "{said}");
}

#[test]
fn the_reader_has_it_in_his_language_and_the_title_in_that_of_the_draft() {
    check(
        &format!("{FRENCH}sa résolution 65/|230 du 21 décembre 2010,"),
        "en",
        "65/230",
        &[
            "Resolution 65/230 of the General Assembly",
            "https://undocs.org/fr/A/RES/65/230",
            "Adopted on 21 December 2010",
        ],
    );
    check(
        &format!("{ENGLISH}its resolution 65/|230 of 21 December 2010,"),
        "fr",
        "65/230",
        &[
            "Résolution 65/230 de l’Assemblée générale",
            "https://undocs.org/en/A/RES/65/230",
            "Adoption\u{a0}: 21 décembre 2010",
        ],
    );
}

#[test]
fn what_the_draft_says_otherwise_is_shown() {
    check(
        &format!("{ENGLISH}its resolution 74/|173 of 19 December 2019,"),
        "en",
        "74/173",
        &["Adopted on 18 December 2019", "**The draft gives another date: 19 December 2019.**"],
    );
    check(
        &format!("{ENGLISH}Security Council resolution 1325| (2001),"),
        "en",
        "1325 (2001)",
        &["S/RES/1325 (2000)", "**The draft gives another year: 2001.**"],
    );
    check(
        &format!("{ENGLISH}its resolution 2012/|19 of 26 July 2012,"),
        "en",
        "2012/19",
        &["of the Economic and Social Council", "**The draft gives another body: General Assembly.**"],
    );
    check(
        &format!("{ENGLISH}its resolution 70/|1 of 25 September 2015, entitled “Transforming the world”,"),
        "en",
        "70/1",
        &["**Transforming our world: the 2030 Agenda", "**The draft gives another title: “Transforming the world”.**"],
    );
}

#[test]
fn parts_are_named() {
    check(
        &format!("{ENGLISH}its resolution 55/|180,"),
        "en",
        "55/180",
        &["Parts: A (19 December 2000), B (14 June 2001)", "https://undocs.org/en/A/RES/55/180"],
    );
    check(
        &format!("{ENGLISH}its resolution 55/180| B of 14 June 2001,"),
        "en",
        "55/180 B",
        &["Adopted on 14 June 2001", "https://undocs.org/en/A/RES/55/180B"],
    );
}

#[test]
fn of_what_is_unknown_the_number_tells() {
    check(
        &format!("{ENGLISH}its resolution 44/9|99,"),
        "en",
        "44/999",
        &[
            "**The registry does not have this text.**",
            "- By its number it was adopted between 1 September 1989 and 30 September 1990",
            "- Nearest in number: 44/",
        ],
    );
    let (_, said) = shown(&format!("{ENGLISH}its resolution 74/9|99,"), "en").unwrap();
    assert!(said.contains("The highest number known of its series is 74/"), "{said}");
    assert!(!said.contains("exist"), "{said}");
}

#[test]
fn what_is_no_document_has_no_page() {
    let draft = "*The Commission on Crime Prevention and Criminal Justice*,\n\n*Recalling* its resolution 22/|8,";
    let (_, said) = shown(draft, "en").unwrap();
    assert!(said.contains("Resolution 22/8 of the Commission on Crime Prevention"), "{said}");
    assert!(!said.contains("undocs") && !said.contains("CCPCJ"), "{said}");
}

#[test]
fn a_date_shows_what_it_is_the_date_of() {
    check(
        &format!("{ENGLISH}its resolution 74/173 of |18 December 2019,"),
        "en",
        "18 December 2019",
        &["Resolution 74/173 of the General Assembly"],
    );
    check(
        &format!("{ENGLISH}its resolutions 55/59 and 55/63 of 4 Decem|ber 2000,"),
        "en",
        "4 December 2000",
        &["Resolution 55/59 of the General Assembly", "Resolution 55/63 of the General Assembly"],
    );
    assert_eq!(shown(&format!("{ENGLISH}the meeting held on 4 Decem|ber 2000,"), "en"), None);
}

#[test]
fn a_document_has_its_page_and_a_note_its_text() {
    let draft = format!(
        "{ENGLISH}the report (A/HRC/|17/26)[^1] and resolution 65/230,[^2]\n\n[^1]: See also\n  *E/2012/30*.\n"
    );
    check(&draft, "en", "A/HRC/17/26", &["[A/HRC/17/26](https://undocs.org/en/A/HRC/17/26)"]);
    let draft = draft.replace('|', "").replace("[^1] and", "[^|1] and");
    let (span, said) = shown(&draft, "en").unwrap();
    assert_eq!((span.as_str(), said.as_str()), ("[^1]", "See also *E/2012/30*."));
    // A note that is nowhere defined has nothing to show.
    assert_eq!(shown(&draft.replace('|', "").replace("[^2]\n", "[^|2]\n"), "en"), None);
}

#[test]
fn a_reference_shows_what_it_names() {
    let draft = "*The General Assembly*,\n\n1. *Decides* to\n  meet:\n\n(a) In spring;\n\n(b) In autumn;\n\n\
                 2. *Recalls* paragraph |1 (b) above.\n";
    check(draft, "en", "1", &["1. *Decides* to meet:\n\n(a) In spring;\n\n(b) In autumn;"]);
    let draft = draft.replace('|', "").replace("1 (b)", "1 (|b)");
    assert_eq!(shown(&draft, "en"), Some(("b".to_owned(), "(b) In autumn;".to_owned())));
    let arabic =
        "***إن الجمعية العامة***،\n\n١ - ***تقرر*** إنشاء فريق عامل؛\n\n٢ - ***تطلب*** ما ورد في الفقرة |١ أعلاه.\n";
    check(arabic, "fr", "١", &["١ - ***تقرر*** إنشاء فريق عامل؛"]);
    let long =
        format!("**大会**，\n\n1. **决定**{}；\n\n2. **请**上文第|1段所述工作组提出报告。\n", "设立工作组".repeat(300));
    let (_, said) = shown(&long, "en").unwrap();
    assert!(said.starts_with("1. **决定**设立") && said.ends_with('…') && said.chars().count() < 700, "{said}");
}

#[test]
fn a_definition_shows_where_its_note_is_called() {
    let draft = format!("{ENGLISH}a report,[^1] a letter[^2] and the report,[^1]\n\n[^|1]: A/74/1.\n\n[^2]: A/74/2.\n");
    check(&draft, "en", "[^1]:", &["Called 2 times, first here:", "*Recalling* a report"]);
    let once = draft.replace('|', "").replace("[^2]:", "[|^2]:");
    check(&once, "fr", "[^2]:", &["Appelée une fois\u{a0}:"]);
    check(&once.replace("letter[^2]", "letter"), "en", "[^2]:", &["**This note is called nowhere.**"]);
}

#[test]
fn an_acronym_shows_what_it_stands_for() {
    let draft = format!("{ENGLISH}the Wadden Sea Gauging Network (WASGN) and the W|ASGN of the UN,");
    check(&draft, "en", "WASGN", &["**Wadden Sea Gauging Network**", "- Explained in this draft"]);
    let forbidden = draft.replace('|', "").replace("UN,", "U|N,");
    check(&forbidden, "en", "UN", &["**United Nations**", "- Written in full"]);
    assert_eq!(shown(&draft.replace("Wadden Sea Gauging Network (WASGN) and the ", ""), "en"), None);
    let text = format!("{ENGLISH}the WASGN,");
    let read = Draft::read(&text, &Hints::default());
    let mut settings = Settings::default();
    settings.acronyms.insert("WASGN".to_owned(), "Wadden Sea Gauging Network".to_owned());
    let found = hover(&text, &read, text.find("WASGN").unwrap(), &Registry::embedded(), &settings).unwrap();
    assert!(found.shown.plain().contains("Wadden Sea Gauging Network\n\nFrom the settings"), "{found:?}");
}

#[test]
fn treaties_and_rules_have_names() {
    let draft =
        format!("{ENGLISH}the Convention,[^1]\n\n[^1]: United Nations, *Treaty| Series*, vol. 2225, No. 39574.\n");
    let (of, said) = shown(&draft, "en").unwrap();
    assert!(of.ends_with("No. 39574") && said.contains("Transnational Organized Crime"), "{of}: {said}");
    let draft = format!("<!-- rapporteur: ignore citation-date, cross-|reference -->\n\n{ENGLISH}a report,");
    check(
        &draft,
        "en",
        "cross-reference",
        &["What a draft says of its own parts holds", "[cross-reference](https://", "/docs/cross-reference.md)"],
    );
}

#[test]
fn all_else_shows_nothing() {
    for text in
        ["*The General| Assembly*,", "|", "*Recalling* its resolution World|", "1. *Decides* to meet on| Monday."]
    {
        assert_eq!(shown(text, "en"), None, "{text}");
    }
}

#[test]
fn any_offset_in_any_text_will_do() {
    for text in ["résolution 65/230 du 21 décembre 2010[^1]\n\n[^1]: é", "A/RES/65/230 😀 [^1]\n[^1]:", "65/230 A–E"]
    {
        let draft = Draft::read(text, &Hints::default());
        for offset in 0..text.len() + 3 {
            hover(text, &draft, offset, &Registry::embedded(), &Settings::default());
        }
    }
}
