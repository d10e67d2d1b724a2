//! What is said of an item when the user looks at it.

use rapporteur_draft::{Draft, LeadPart};
use rapporteur_lint::{RULES, Settings};
use rapporteur_registry::Registry;
use rapporteur_symbol::Symbol;

use super::{notes, verbs};
use crate::{
    card::card,
    show::{Piece, Shown},
    wording::say,
};

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A resolution.
    Text(Symbol),
    /// A phrase that opens paragraphs, without the word that says that it is repeated.
    Verb {
        /// The phrase.
        phrase: String,
        /// In which part it stands.
        part: LeadPart,
    },
    /// A rule, by its name.
    Rule(String),
    /// A note, by its label.
    Note(String),
    /// A key of the settings, by its path.
    Key(String),
}

impl Topic {
    /// The topic in one word and what follows a space, from which [`Topic::from_key`] makes it again.
    pub fn key(&self) -> String {
        match self {
            Topic::Text(symbol) => format!("text {symbol}"),
            Topic::Verb { phrase, part: LeadPart::Preambular } => format!("preambular {phrase}"),
            Topic::Verb { phrase, part: LeadPart::Operative } => format!("operative {phrase}"),
            Topic::Rule(name) => format!("rule {name}"),
            Topic::Note(label) => format!("note {label}"),
            Topic::Key(path) => format!("key {path}"),
        }
    }

    /// The topic with this key.
    pub fn from_key(key: &str) -> Option<Topic> {
        let (kind, rest) = key.split_once(' ')?;
        let verb = |part| Topic::Verb { phrase: rest.to_owned(), part };
        Some(match kind {
            "text" => Topic::Text(rest.parse().ok()?),
            "preambular" => verb(LeadPart::Preambular),
            "operative" => verb(LeadPart::Operative),
            "rule" => Topic::Rule(rest.to_owned()),
            "note" => Topic::Note(rest.to_owned()),
            "key" => Topic::Key(rest.to_owned()),
            _ => return None,
        })
    }
}

/// What is known of a topic, in the language of the reader. `read` is what the draft is the reading of. `None` where there is
/// nothing to say.
pub fn describe(topic: &Topic, draft: &Draft, read: &str, registry: &Registry, settings: &Settings) -> Option<Shown> {
    match topic {
        Topic::Text(symbol) => Some(card(*symbol, registry, draft.language, settings.locale)),
        Topic::Verb { phrase, part } => Some(of_verb(phrase, *part, draft, settings)),
        Topic::Rule(name) => rule_page(name),
        Topic::Note(label) => {
            let definition = draft.notes.definitions.iter().find(|definition| definition.mark.label == *label)?;
            Some(Shown(vec![Piece::Quote(notes::words(definition, |span| read.get(span.clone()).unwrap_or_default()))]))
        }
        Topic::Key(path) => crate::settings_file::describe(path),
    }
}

/// The page of a rule.
pub(crate) fn rule_page(name: &str) -> Option<Shown> {
    let rule = RULES.iter().find(|rule| rule.name == name)?;
    Some(Shown(vec![Piece::Title(rule.name.to_owned()), Piece::Page(rule.documentation_in_markdown())]))
}

fn of_verb(phrase: &str, part: LeadPart, draft: &Draft, settings: &Settings) -> Shown {
    let account = verbs::account(draft.language, phrase, part, draft.body);
    let say = |key: &str, values: &[(&str, &dyn std::fmt::Display)]| say(settings.locale, "verb", key, values);
    let is_preambular = part == LeadPart::Preambular;
    let mut facts = vec![say(if is_preambular { "preambular" } else { "operative" }, &[])];
    facts.extend((account.count > 0).then(|| say("count", &[("count", &account.count)])));
    let other = account.other.as_ref();
    facts.extend(
        other.map(|other| say(if is_preambular { "as-operative" } else { "as-preambular" }, &[("phrase", other)])),
    );
    if !account.repeated.is_empty() {
        facts.push(say("repeated", &[("phrases", &account.repeated.join(", "))]));
    }
    Shown(vec![Piece::Title(phrase.to_owned()), Piece::Facts(facts)])
}
