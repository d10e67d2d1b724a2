//! Reads options, and goes on after what is wrong in them.

use rapporteur_draft::Span;
use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue, ValueDeserializer},
};

use super::{Choices, Options, Override, Patterns, named::way_out, options::Files};

/// Something that is wrong in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes.
    pub span: Span,
    /// What is wrong, and what to do, as a sentence without a full stop.
    pub message: String,
}

impl Options {
    /// Reads the text of a `rapporteur.toml`. What is wrong in it is reported, in the order of the text; the rest
    /// holds.
    pub fn parse(text: &str) -> (Options, Vec<Problem>) {
        let mut reader = Reader::default();
        let mut options = Options::default();
        let (table, errors) = DeTable::parse_recoverable(text);
        for entry in entries(table.into_inner()) {
            reader.read_option(entry, &mut options);
        }
        // What follows a slip in the syntax is often read amiss: the slip comes first, the rest after it is mended.
        let slips: Vec<Problem> = errors.into_iter().map(|error| problem(error, 0..text.len())).collect();
        let mut problems = if slips.is_empty() { reader.problems } else { slips };
        problems.sort_by_key(|problem| problem.span.start);
        (options, problems)
    }

    /// Reads the same keys from JSON, as editors send it; `null` is as good as absent. Gives a sentence for each
    /// thing that is wrong.
    pub fn from_json(value: &Value) -> (Options, Vec<String>) {
        let Some(value) = without_nulls(value) else { return (Options::default(), Vec::new()) };
        match toml::to_string(&value) {
            Ok(text) => {
                let (options, problems) = Options::parse(&text);
                (options, problems.into_iter().map(|problem| problem.message).collect())
            }
            Err(_) => (Options::default(), vec!["the settings are not an object".to_owned()]),
        }
    }
}

/// A key with its value.
type Entry<'t> = (Spanned<DeString<'t>>, Spanned<DeValue<'t>>);

/// The keys whose values are tables with keys of the user's.
const TABLES: [&str; 5] = ["rules", "verbs", "bodies", "acronyms", "treaties"];

/// The entries of a table in the order of the text. An entry whose value is a table such as that of the rules is split
/// into one for each of its keys, so that a mistake in one leaves the others standing.
fn entries(table: DeTable<'_>) -> Vec<Entry<'_>> {
    let mut split = Vec::new();
    for (key, value) in table {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(inner) if TABLES.contains(&key.get_ref().as_ref()) => {
                split.extend(inner.into_iter().map(|(name, value)| {
                    let span = name.span();
                    (key.clone(), Spanned::new(span, DeValue::Table(DeTable::from_iter([(name, value)]))))
                }));
            }
            other => split.push((key, Spanned::new(span, other))),
        }
    }
    split
}

#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn read_option(&mut self, (key, value): Entry<'_>, options: &mut Options) {
        if key.get_ref() == "overrides" {
            let span = value.span();
            match value.into_inner() {
                DeValue::Array(array) => {
                    for element in array {
                        options.overrides.extend(self.read_override(element));
                    }
                }
                _ => self.report(span, "`overrides` is a list of tables; write `[[overrides]]` above each of them"),
            }
        } else if keys::<Choices>().contains(&key.get_ref().to_string()) {
            let read = self.read((key, value));
            options.choices.merge(read.unwrap_or_default());
        } else if keys::<Files>().contains(&key.get_ref().to_string()) {
            let read = self.read((key, value));
            options.files.merge(read.unwrap_or_default());
        } else {
            let mut known = keys::<Options>();
            known.sort();
            self.unknown_key(&key, &known);
        }
    }

    fn read_override(&mut self, element: Spanned<DeValue<'_>>) -> Option<Override> {
        let span = element.span();
        let DeValue::Table(table) = element.into_inner() else {
            self.report(span, "each of the `overrides` is a table with `paths` and the options for them");
            return None;
        };
        let known: Vec<String> = ["paths".to_owned()].into_iter().chain(keys::<Choices>()).collect();
        let mut paths: Option<Patterns> = None;
        let mut named_paths = false;
        let mut choices = Choices::default();
        for (key, value) in entries(table) {
            if key.get_ref() == "paths" {
                named_paths = true;
                paths = self.read_value(value);
            } else if known.contains(&key.get_ref().to_string()) {
                choices.merge(self.read((key, value)).unwrap_or_default());
            } else {
                self.unknown_key(&key, &known);
            }
        }
        if !named_paths {
            self.report(
                span,
                "these `overrides` have no `paths`; name the drafts that they are for: paths = [\"drafts/*.md\"]",
            );
        }
        Some(Override { paths: paths?, choices })
    }

    /// Reads a part of the options from one entry.
    fn read<T: DeserializeOwned>(&mut self, (key, value): Entry<'_>) -> Option<T> {
        let span = value.span();
        self.read_value(Spanned::new(span, DeValue::Table(DeTable::from_iter([(key, value)]))))
    }

    fn read_value<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<T> {
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(read) => Some(read),
            Err(error) => {
                self.problems.push(problem(error, span));
                None
            }
        }
    }

    fn unknown_key(&mut self, key: &Spanned<DeString<'_>>, known: &[String]) {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let name = key.get_ref();
        self.report(key.span(), &format!("there is no key `{name}`; {}", way_out(name, &known, None)));
    }

    fn report(&mut self, span: Span, message: &str) {
        self.problems.push(Problem { span, message: message.to_owned() });
    }
}

fn problem(error: toml::de::Error, enclosing: Span) -> Problem {
    Problem { span: error.span().unwrap_or(enclosing), message: error.message().to_owned() }
}

/// The keys of a part of the options.
fn keys<T: JsonSchema>() -> Vec<String> {
    let schema = schema_for!(T);
    schema.get("properties").and_then(Value::as_object).map(|keys| keys.keys().cloned().collect()).unwrap_or_default()
}

/// A value without the `null`s in it; TOML has none.
fn without_nulls(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(items) => Some(items.iter().filter_map(without_nulls).collect()),
        Value::Object(entries) => {
            let kept = entries.iter().filter_map(|(key, value)| Some((key.clone(), without_nulls(value)?)));
            Some(Value::Object(kept.collect()))
        }
        other => Some(other.clone()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Settings;

    /// What is wrong with a text: the words that are marked, and the message.
    fn problems(text: &str) -> Vec<(&str, String)> {
        let (_, problems) = Options::parse(text);
        problems.into_iter().map(|problem| (&text[problem.span], problem.message)).collect()
    }

    #[test]
    fn everything_that_is_wrong_is_reported_at_its_place() {
        let text = "langage = 'fr'\nkind = 'reprot'\nexclude = ['a[']\nfail-level = 'warn'\nlanguage = 'fr'\n";
        let problems = problems(text);
        let places: Vec<&str> = problems.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, ["langage", "'reprot'", "['a[']", "'warn'"]);
        assert_eq!(problems[0].1, "there is no key `langage`; did you mean `language`?");
        assert_eq!(problems[1].1, "there is no kind `reprot`; did you mean `report`?");
        assert!(problems[2].1.starts_with("`a[` is not a pattern: "), "{}", problems[2].1);
        assert_eq!(problems[3].1, "there is no severity `warn`; did you mean `warning`?");
    }

    #[test]
    fn what_is_right_holds_beside_what_is_wrong() {
        let (options, problems) = Options::parse("kind = 'reprot'\nlanguage = 'fr'\n[rules]\nno-such-rule = 'off'\n");
        assert_eq!(problems.len(), 2);
        assert_eq!(options.choices.language.map(|named| named.0.code()), Some("fr"));
    }

    #[test]
    fn a_mistake_in_the_words_of_a_project_leaves_the_others_standing() {
        let text = "[verbs.en]\npreambular = ['Viewing']\n[verbs.fr]\noperatif = ['Suggère']\n[bodies.en]\n\
                    'Reef Committee' = 'unx'\n[acronyms]\nREEF = 3\nNOAH = 'Network'\n[treaties]\n39574 = 2225\n\
                    x = 1\n";
        let problems = problems(text);
        let messages: Vec<&str> = problems.iter().map(|(_, message)| message.as_str()).collect();
        assert_eq!(messages[0], "there is no part `operatif`; did you mean `operative`?");
        assert!(messages[1].starts_with("there is no body `unx`"), "{messages:?}");
        assert!(messages[2].contains("expected a string"), "{messages:?}");
        assert_eq!(messages[3], "`x` is no registration number of a treaty; write 39574 = 2225");
        let settings = Settings::resolve([&Options::parse(text).0], "draft.md");
        assert!(settings.hints.vocabulary.is_some());
        assert_eq!(settings.acronyms.keys().collect::<Vec<_>>(), ["NOAH"]);
        assert_eq!(settings.treaties.get(&39574), Some(&2225));
    }

    #[test]
    fn a_slip_in_the_syntax_is_reported_alone() {
        let text = "language = \nkind = 'report'\n";
        let problems = problems(text);
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn overrides_need_paths_and_hold_for_them() {
        let (options, problems) = Options::parse("[[overrides]]\npaths = ['old/*']\nkind = 'report'\n");
        assert_eq!(problems, []);
        assert!(options.overrides[0].paths.matches("old/a.md"));
        let without = problems_of("[[overrides]]\nkind = 'report'\n");
        assert!(without[0].contains("have no `paths`"), "{without:?}");
        let wrong = problems_of("overrides = 3\n");
        assert!(wrong[0].contains("write `[[overrides]]`"), "{wrong:?}");
        let unknown = problems_of("[[overrides]]\npaths = ['a']\nregistry = ['b']\n");
        assert!(unknown[0].starts_with("there is no key `registry`"), "{unknown:?}");
    }

    fn problems_of(text: &str) -> Vec<String> {
        problems(text).into_iter().map(|(_, message)| message).collect()
    }

    #[test]
    fn json_has_the_same_keys() {
        let (options, problems) = Options::from_json(&json!({ "language": "fr", "kind": null, "fail-level": "error" }));
        assert_eq!(problems, [""; 0]);
        assert_eq!(options.choices.language.map(|named| named.0.code()), Some("fr"));
        assert!(options.choices.kind.is_none());
        let (_, problems) = Options::from_json(&json!({ "langage": "fr" }));
        assert_eq!(problems, ["there is no key `langage`; did you mean `language`?"]);
        assert_eq!(Options::from_json(&json!(["fr"])).1, ["the settings are not an object"]);
        assert_eq!(Options::from_json(&Value::Null).1, [""; 0]);
    }

    #[test]
    fn any_text_is_answered() {
        for text in ["", "\u{feff}", "[[", "a.b.c = 1", "[rules.x]\ny = 1", "rules = 3", "select = 'x'", "paths = []"] {
            let (_, problems) = Options::parse(text);
            assert!(problems.iter().all(|problem| text.get(problem.span.clone()).is_some()), "{text}: {problems:?}");
        }
    }
}
