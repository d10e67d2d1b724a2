//! `rapporteur.toml` in an editor. The cursor is written as `|`.

use rapporteur_assist::{Item, complete_settings, hover_settings};
use rapporteur_lint::{Locale, settings::Options};

fn items(marked: &str, trigger: Option<char>) -> Vec<Item> {
    let offset = marked.find('|').expect("a cursor");
    complete_settings(&marked.replacen('|', "", 1), offset, Locale::ENGLISH, trigger).items
}

fn labels(marked: &str) -> Vec<String> {
    items(marked, None).into_iter().map(|item| item.label).collect()
}

#[track_caller]
fn check(marked: &str, label: &str, becomes: &str) {
    let found = items(marked, None);
    let names: Vec<&str> = found.iter().map(|item| item.label.as_str()).collect();
    let item = found.iter().find(|item| item.label == label);
    let item = item.unwrap_or_else(|| panic!("{label} is not among {names:?} for {marked}"));
    let mut text = marked.replacen('|', "", 1);
    let typed = &text[item.span.start..marked.find('|').unwrap()];
    assert!(item.filter.starts_with(typed), "an editor would drop {item:?}");
    text.replace_range(item.span.clone(), &item.insert);
    assert_eq!(text, becomes);
}

#[test]
fn keys_come_with_room_for_their_values() {
    check("la|", "language", "language = \"\"");
    check("language = \"fr\"\nig|", "ignore", "language = \"fr\"\nignore = []");
    check("ru|", "rules", "[rules]");
    check("over|", "overrides", "[[overrides]]");
    check("lan| = \"fr\"", "language", "language = \"fr\"");
    check("[ru|]", "rules", "[rules]");
    check("[rules]\ncitation-da|", "citation-date", "[rules]\ncitation-date = \"\"");
    check("[[overrides]]\npa|", "paths", "[[overrides]]\npaths = []");
    check("rules = { da|", "dash", "rules = { dash = \"\"");
    assert!(!labels("language = \"fr\"\n|").contains(&"language".to_owned()));
}

#[test]
fn values_are_those_that_the_key_may_have() {
    check("language = |", "fr", "language = \"fr\"");
    check("language = \"|\"", "fr", "language = \"fr\"");
    check("language = '|'", "fr", "language = 'fr'");
    check("kind = \"re|\"", "report", "kind = \"report\"");
    check("[rules]\ncitation-date = \"o|\"", "off", "[rules]\ncitation-date = \"off\"");
    check("rules.citation-date = |", "hint", "rules.citation-date = \"hint\"");
    check("ignore = [\n  \"dash\",\n  \"cit|\"\n]", "citation-date", "ignore = [\n  \"dash\",\n  \"citation-date\"\n]");
    check("[bodies.en]\n\"Reef Committee\" = |", "other", "[bodies.en]\n\"Reef Committee\" = \"other\"");
    check("[[overrides]]\npaths = [\"a\"]\nprofile = |", "mun", "[[overrides]]\npaths = [\"a\"]\nprofile = \"mun\"");
    assert!(!labels("ignore = [\"dash\", |]").contains(&"dash".to_owned()));
}

#[test]
fn elsewhere_nothing_is_offered() {
    for text in ["# la|", "language = \"fr\" |", "nonsense = |", "ignore = |", "[nonsense]\n|", "exclude = [\"|\"]"] {
        assert_eq!(labels(text), [""; 0], "{text}");
    }
    assert_eq!(items("|", Some(' ')).len(), 0);
    assert!(!items("language = |", Some(' ')).is_empty() && !items("language =|", Some('=')).is_empty());
}

#[test]
fn what_is_offered_is_what_the_settings_know() {
    for item in items("|", None) {
        let text = match item.insert.as_str() {
            "registry = []" => continue,
            "[[overrides]]" => "[[overrides]]\npaths = []".to_owned(),
            insert => insert.replace("\"\"", "\"en\""),
        };
        let problems = Options::parse(&text).1;
        assert!(problems.iter().all(|problem| !problem.message.contains("there is no key")), "{text}: {problems:?}");
    }
}

#[test]
fn keys_and_rules_say_what_they_are() {
    let shown = |marked: &str| {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        hover_settings(&text, offset).map(|hover| (text[hover.span].to_owned(), hover.shown.plain()))
    };
    let (span, said) = shown("lang|uage = \"fr\"").unwrap();
    assert!(span == "language" && said.contains("The language of the drafts"), "{said}");
    assert!(shown("[ru|les]\n").unwrap().1.contains("The severity"));
    assert!(shown("[rules]\ncitation-d|ate = \"off\"").unwrap().1.starts_with("citation-date"));
    assert!(shown("ignore = [\"citation-|date\"]").unwrap().1.starts_with("citation-date"));
    assert_eq!(shown("# lang|uage"), None);
    assert_eq!(shown("nonsen|se = 1"), None);
}
