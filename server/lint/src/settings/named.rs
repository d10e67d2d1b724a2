//! Values that settings choose by name from a closed list.

use std::{borrow::Cow, cmp::Ordering};

use rapporteur_draft::{DocumentKind, Language};
use rapporteur_symbol::Body;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};

use super::Profile;
use crate::{Locale, RULES, Rule, Severity};

/// A closed list of values that have names.
pub trait Vocabulary: Copy + 'static {
    /// What a value is called in an error: "language".
    const NOUN: &'static str;

    /// The names and the values.
    fn entries() -> Vec<(&'static str, Self)>;

    /// What an editor shows beside the name of a value, where that does not speak for itself.
    fn gloss(self) -> Option<&'static str> {
        None
    }
}

/// A value that is written by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named<T>(pub T);

impl<T: Vocabulary> Named<T> {
    /// The value with this name; the error names the nearest, or all there are.
    pub fn from_name(name: &str) -> Result<Named<T>, String> {
        let entries = T::entries();
        if let Some((_, value)) = entries.iter().find(|(known, _)| *known == name) {
            return Ok(Named(*value));
        }
        let names: Vec<&str> = entries.iter().map(|(known, _)| *known).collect();
        Err(format!("there is no {} `{name}`; {}", T::NOUN, way_out(name, &names)))
    }
}

/// Says which name was probably meant, else which there are.
pub(super) fn way_out(name: &str, known: &[&str]) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", known.join(", ")),
    }
}

/// Of the known names the one that a mistyped or shortened one is nearest to, if any is near.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// A beginning this long stands for the name.
    const BEGINNING: usize = 3;
    /// How alike two names must be: one slip in three letters, three or four in a long name.
    const ALIKE: f64 = 0.66;
    known
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(name, candidate), candidate))
        .filter(|(likeness, candidate)| *likeness >= ALIKE || (name.len() >= BEGINNING && candidate.starts_with(name)))
        .max_by(|(a, _), (b, _)| a.partial_cmp(b).unwrap_or(Ordering::Equal))
        .map(|(_, candidate)| candidate)
}

impl<'de, T: Vocabulary> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        Named::from_name(&name).map_err(de::Error::custom)
    }
}

impl<T: Vocabulary> JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::NOUN.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let entries = T::entries();
        let names: Vec<&str> = entries.iter().map(|(name, _)| *name).collect();
        let glosses: Option<Vec<&str>> = entries.iter().map(|(_, value)| value.gloss()).collect();
        match glosses {
            Some(glosses) => json_schema!({ "type": "string", "enum": names, "enumDescriptions": glosses }),
            None => json_schema!({ "type": "string", "enum": names }),
        }
    }
}

/// The severity at which a rule reports, or that it does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The rule does not run.
    Off,
    /// It reports at this severity.
    At(Severity),
}

impl Level {
    /// The severity; `None` if the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::At(severity) => Some(severity),
        }
    }
}

impl Vocabulary for Level {
    const NOUN: &'static str = "level";

    fn entries() -> Vec<(&'static str, Level)> {
        let severities = Severity::NAMES.map(|(name, severity)| (name, Level::At(severity)));
        [("off", Level::Off)].into_iter().chain(severities).collect()
    }
}

impl Vocabulary for Severity {
    const NOUN: &'static str = "severity";

    fn entries() -> Vec<(&'static str, Severity)> {
        Severity::NAMES.to_vec()
    }
}

impl Vocabulary for Language {
    const NOUN: &'static str = "language";

    fn entries() -> Vec<(&'static str, Language)> {
        Language::all().map(|language| (language.code(), language)).collect()
    }

    fn gloss(self) -> Option<&'static str> {
        Some(self.name())
    }
}

impl Vocabulary for DocumentKind {
    const NOUN: &'static str = "kind";

    fn entries() -> Vec<(&'static str, DocumentKind)> {
        DocumentKind::NAMES.to_vec()
    }
}

impl Vocabulary for Body {
    const NOUN: &'static str = "body";

    fn entries() -> Vec<(&'static str, Body)> {
        Body::all().map(|body| (body.key(), body)).collect()
    }

    fn gloss(self) -> Option<&'static str> {
        Some(if self == Body::Other { "A body without a key of its own" } else { Language::ENGLISH.body_name(self) })
    }
}

impl Vocabulary for Locale {
    const NOUN: &'static str = "locale";

    fn entries() -> Vec<(&'static str, Locale)> {
        Language::all().filter_map(|language| Some((language.code(), Locale::from_name(language.code())?))).collect()
    }

    fn gloss(self) -> Option<&'static str> {
        Some(self.language().name())
    }
}

impl Vocabulary for Profile {
    const NOUN: &'static str = "profile";

    fn entries() -> Vec<(&'static str, Profile)> {
        Profile::NAMES.to_vec()
    }
}

/// The part of a resolution in which a phrase opens paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerbPart {
    /// The preamble.
    Preambular,
    /// The operative part.
    Operative,
}

impl Vocabulary for VerbPart {
    const NOUN: &'static str = "part";

    fn entries() -> Vec<(&'static str, VerbPart)> {
        vec![("preambular", VerbPart::Preambular), ("operative", VerbPart::Operative)]
    }
}

/// The name of a rule that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleName(pub &'static str);

impl Vocabulary for RuleName {
    const NOUN: &'static str = "rule";

    fn entries() -> Vec<(&'static str, RuleName)> {
        RULES.iter().map(|rule| (rule.name, RuleName(rule.name))).collect()
    }

    fn gloss(self) -> Option<&'static str> {
        RULES.iter().find(|rule| rule.name == self.0).map(Rule::summary)
    }
}

/// The number under which a treaty is registered with the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TreatyNumber(pub u32);

impl<'de> Deserialize<'de> for TreatyNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = Cow::<str>::deserialize(deserializer)?;
        let read = number.parse().map(TreatyNumber);
        read.map_err(|_| {
            de::Error::custom(format!("`{number}` is no registration number of a treaty; write 39574 = 2225"))
        })
    }
}

impl JsonSchema for TreatyNumber {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "treaty number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9]+$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let known = ["citation-date", "citation-year", "footnote-sequence"];
        assert_eq!(nearest("citaton-date", known), Some("citation-date"));
        assert_eq!(nearest("footnotes-sequence", known), Some("footnote-sequence"));
        assert_eq!(nearest("verbs", known), None);
    }

    #[test]
    fn an_unknown_name_is_answered_by_those_there_are() {
        let error = Named::<Severity>::from_name("fatal").unwrap_err();
        assert_eq!(error, "there is no severity `fatal`; there are hint, info, warning, error");
        let error = Named::<Severity>::from_name("warnings").unwrap_err();
        assert_eq!(error, "there is no severity `warnings`; did you mean `warning`?");
    }
}
