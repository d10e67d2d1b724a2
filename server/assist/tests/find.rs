//! Finding resolutions that are to be cited.

use rapporteur_assist::{Citable, citable};
use rapporteur_draft::Language;
use rapporteur_registry::Registry;

fn first(query: &str, code: &str) -> Citable {
    let found = citable(query, &Registry::embedded(), Language::from_code(code).unwrap(), 50);
    found.into_iter().next().unwrap_or_else(|| panic!("{query} is not found"))
}

#[test]
fn a_number_and_words_in_any_language_find_a_resolution() {
    for query in ["74/173", " 74/173 ", "A/RES/74/173", "resolution 74/173", "cybercrime capacity-building"] {
        assert_eq!(first(query, "en").symbol.to_string(), "A/RES/74/173", "{query}");
    }
    for query in ["1325 (2000)", "S/RES/1325", "1325"] {
        assert_eq!(first(query, "en").symbol.to_string(), "S/RES/1325 (2000)", "{query}");
    }
    let cybercrime = first("intensifier action nationale cybercriminalité", "fr");
    assert_eq!(cybercrime.symbol.to_string(), "A/RES/74/173");
    assert!(cybercrime.title.is_some_and(|title| title.starts_with("Favoriser l’assistance technique")));
    assert_eq!(first("transfroming our world", "en").symbol.to_string(), "A/RES/70/1");
}

#[test]
fn what_is_found_is_cited_in_the_language_of_the_draft() {
    for (code, body, citation) in [
        ("en", "General Assembly", "General Assembly resolution 74/173 of 18 December 2019"),
        ("fr", "Assemblée générale", "résolution 74/173 de l’Assemblée générale, en date du 18 décembre 2019"),
        ("es", "Asamblea General", "resolución 74/173 de la Asamblea General, de 18 de diciembre de 2019"),
        ("ru", "Генеральная Ассамблея", "резолюция 74/173 Генеральной Ассамблеи от 18 декабря 2019 года"),
        ("ar", "الجمعية العامة", "قرار الجمعية العامة 74/173 المؤرخ 18 كانون الأول/ديسمبر 2019"),
        ("zh", "大会", "大会2019年12月18日第74/173号决议"),
    ] {
        let found = first("74/173", code);
        assert_eq!((found.body, found.citation.as_str()), (body, citation));
    }
}

#[test]
fn nothing_is_found_for_nothing_and_no_more_than_is_wanted() {
    let found = |query, limit| citable(query, &Registry::embedded(), Language::ENGLISH, limit);
    assert_eq!(found("", 50), []);
    assert_eq!(found(" \t", 50), []);
    assert_eq!(found("terrorism", 3).len(), 3);
    assert_eq!(found("terrorism", 0), []);
}

/// What is inserted must read, in running text, as the text that was chosen.
#[test]
fn a_citation_reads_as_what_it_cites() {
    use rapporteur_draft::{DocumentKind, Draft, Hints};
    let registry = Registry::embedded();
    let chosen = [
        "A/RES/74/173",
        "A/RES/217 A (III)",
        "S/RES/1325 (2000)",
        "E/RES/2019/19",
        "A/HRC/RES/57/11",
        "A/RES/ES-10/20",
    ];
    for language in Language::all() {
        for symbol in chosen {
            let Some(found) = citable(symbol, &registry, language, 1).into_iter().next() else {
                panic!("{symbol} is not known");
            };
            let hints = Hints { language: Some(language), kind: Some(DocumentKind::Report), ..Hints::default() };
            let draft = Draft::read(&found.citation, &hints);
            let read: Vec<_> = draft.citations.iter().map(|citation| citation.symbol).collect();
            assert_eq!(read, [Some(found.symbol)], "{}", found.citation);
        }
    }
}
