//! Values that settings choose by name from a closed list.

use std::borrow::Cow;

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

    /// What shows all values, where there are too many of them for an error: "`rapporteur explain` lists all rules".
    const SHOWN_BY: Option<&'static str> = None;

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
        Err(format!("there is no {} `{name}`; {}", T::NOUN, way_out(name, &names, T::SHOWN_BY)))
    }
}

/// Says which names were probably meant, else which there are, or what shows them.
pub(super) fn way_out(name: &str, known: &[&str], shown_by: Option<&str>) -> String {
    /// So many are read at a glance.
    const OFFERED: usize = 3;
    let near: Vec<String> =
        near(name, known.iter().copied()).into_iter().take(OFFERED).map(|near| format!("`{near}`")).collect();
    let offer = match near.as_slice() {
        [] => None,
        [near] => Some(format!("did you mean {near}?")),
        [others @ .., last] => Some(format!("did you mean {} or {last}?", others.join(", "))),
    };
    match (offer, shown_by) {
        (Some(offer), Some(shown_by)) => format!("{offer} {shown_by}"),
        (Some(offer), None) => offer,
        (None, Some(shown_by)) => shown_by.to_owned(),
        (None, None) => format!("there are {}", known.join(", ")),
    }
}

/// Of the known names the one that a mistyped or shortened one is nearest to, if any is near.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(name, known).into_iter().next()
}

/// The known names that a shortened one begins, or to which a mistyped one is nearest, with those about as near; the nearest
/// first.
fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    /// A beginning this long stands for the name.
    const BEGINNING: usize = 3;
    /// How alike two names must be: one slip in three letters, three or four in a long name.
    const ALIKE: f64 = 0.66;
    /// How much less alike than the nearest a name may be that is offered beside it.
    const ABOUT: f64 = 0.1;
    let name = name.to_lowercase();
    let likeness = |candidate: &'a str| (strsim::normalized_damerau_levenshtein(&name, candidate), candidate);
    let mut all: Vec<(f64, &str)> = known.into_iter().map(likeness).collect();
    all.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let begun = |candidate: &str| name.len() >= BEGINNING && candidate.starts_with(&name);
    if all.iter().any(|(_, candidate)| begun(candidate)) {
        return all.into_iter().map(|(_, candidate)| candidate).filter(|candidate| begun(candidate)).collect();
    }
    let least = all.first().map_or(ALIKE, |(best, _)| ALIKE.max(best - ABOUT));
    all.into_iter().take_while(|(likeness, _)| *likeness >= least).map(|(_, candidate)| candidate).collect()
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

    const SHOWN_BY: Option<&'static str> = Some("`rapporteur explain` lists all rules");

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
        assert_eq!(nearest("CITATION-DATES", known), Some("citation-date"));
        assert_eq!(nearest("verbs", known), None);
    }

    #[test]
    fn an_unknown_rule_is_answered_by_those_that_are_near_and_by_what_shows_all() {
        let error = |name| Named::<RuleName>::from_name(name).unwrap_err();
        assert_eq!(error("no-such"), "there is no rule `no-such`; `rapporteur explain` lists all rules");
        assert_eq!(
            error("citaton-link"),
            "there is no rule `citaton-link`; did you mean `citation-link`? `rapporteur explain` lists all rules"
        );
        assert_eq!(
            error("verb"),
            "there is no rule `verb`; did you mean `verb-case`, `verb-mood` or `verb-unknown`? \
             `rapporteur explain` lists all rules"
        );
    }

    #[test]
    fn an_unknown_name_is_answered_by_those_there_are() {
        let error = Named::<Severity>::from_name("fatal").unwrap_err();
        assert_eq!(error, "there is no severity `fatal`; there are hint, info, warning, error");
        let error = Named::<Severity>::from_name("warnings").unwrap_err();
        assert_eq!(error, "there is no severity `warnings`; did you mean `warning`?");
    }
}
