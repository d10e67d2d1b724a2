//! What can be written in `rapporteur.toml`, and in the settings of an editor under the same keys.

use std::collections::BTreeMap;

use rapporteur_draft::{Additions, DocumentKind, Language};
use rapporteur_symbol::Body;
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;

use super::{Level, Named, Patterns, Profile, RuleName, TreatyNumber, VerbPart};
use crate::{Locale, RULES, Rule, Severity};

/// The settings of Rapporteur for the drafts of a project.
#[derive(Clone, Debug, Default, JsonSchema)]
#[schemars(title = "rapporteur.toml", deny_unknown_fields)]
pub struct Options {
    /// What holds for every draft.
    #[serde(flatten)]
    pub choices: Choices,
    /// Which files belong to the project.
    #[serde(flatten)]
    pub files: Files,
    /// What holds for some drafts only. Where several match, the last one holds.
    #[schemars(default)]
    pub overrides: Vec<Override>,
}

/// What may differ from draft to draft. `None` is not set.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Choices {
    /// For what kind of drafts the rules are meant: `un` if not set.
    pub profile: Option<Named<Profile>>,
    /// The language of the drafts. Detected if not set.
    pub language: Option<Named<Language>>,
    /// The kind of document. Detected if not set.
    pub kind: Option<Named<DocumentKind>>,
    /// The body that is to adopt the drafts. Detected if not set.
    pub body: Option<Named<Body>>,
    /// The language of the messages. That of the reader's system if not set.
    pub locale: Option<Named<Locale>>,
    /// The lowest severity that makes `rapporteur lint` fail. `warning` if not set.
    pub fail_level: Option<Named<Severity>>,
    /// The rules that run, and no others. All if not set.
    pub select: Option<Vec<Named<RuleName>>>,
    /// Rules that don't run.
    pub ignore: Option<Vec<Named<RuleName>>>,
    /// The severity at which a rule reports, or `off`.
    #[schemars(transform = with_summaries)]
    pub rules: BTreeMap<Named<RuleName>, Named<Level>>,
    /// Phrases that open paragraphs, by language and part, beside those that are known:
    /// `verbs.en.preambular = ["Viewing with appreciation"]`.
    pub verbs: BTreeMap<Named<Language>, BTreeMap<Named<VerbPart>, Vec<String>>>,
    /// Names of bodies, without articles, by language, with the bodies that they name, beside those that are known:
    /// `bodies.en = { "Disarmament Committee" = "other" }`.
    pub bodies: BTreeMap<Named<Language>, BTreeMap<String, Named<Body>>>,
    /// Acronyms that need no definition in a draft, with what they stand for.
    pub acronyms: BTreeMap<String, String>,
    /// Treaties by their registration numbers, with the volume of the *Treaty Series* in which each stands:
    /// `treaties = { 39574 = 2225 }`.
    pub treaties: BTreeMap<TreatyNumber, u32>,
}

/// Which files belong to a project. `None` is not set.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Files {
    /// Files and folders that are left out when a folder is searched for drafts.
    pub exclude: Option<Patterns>,
    /// The files that are drafts when a folder is searched. `*.md`, `*.markdown` and `*.txt` if not set.
    pub include: Option<Patterns>,
    /// Tables of resolutions (TSV, CSV or JSON) that lie over the embedded ones. Heeded in `rapporteur.toml` only.
    #[schemars(with = "Option<Vec<String>>")]
    pub registry: Option<Vec<Spanned<String>>>,
}

/// Options for some of the drafts.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Override {
    /// The drafts.
    pub paths: Patterns,
    /// What holds for them.
    #[serde(flatten)]
    pub choices: Choices,
}

impl Options {
    /// What is chosen for the draft at a path, from the general to the particular.
    pub(super) fn choices_for(&self, path: &str) -> impl Iterator<Item = &Choices> {
        let special = self.overrides.iter().filter(move |special| special.paths.matches(path));
        [&self.choices].into_iter().chain(special.map(|special| &special.choices))
    }

    /// The JSON schema of `rapporteur.toml`, in the draft that editors read best.
    pub fn schema() -> Schema {
        SchemaSettings::draft07().into_generator().into_root_schema_for::<Options>()
    }
}

/// Says of each rule what it checks.
fn with_summaries(rules: &mut Schema) {
    let Some(rules) = rules.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (name, schema) in rules {
        let summary = RULES.iter().find(|rule| rule.name == name).map(Rule::summary);
        if let (Some(summary), Some(schema)) = (summary, schema.as_object_mut()) {
            schema.insert("description".to_owned(), summary.into());
        }
    }
}

impl Choices {
    /// Adds the verbs and bodies to what is known of the languages.
    pub(super) fn add_words(&self, additions: &mut BTreeMap<Language, Additions>) {
        for (language, parts) in &self.verbs {
            let added = additions.entry(language.0).or_default();
            for (part, phrases) in parts {
                let known = match part.0 {
                    VerbPart::Preambular => &mut added.preambular,
                    VerbPart::Operative => &mut added.operative,
                };
                known.extend_from_slice(phrases);
            }
        }
        for (language, names) in &self.bodies {
            let bodies = names.iter().map(|(name, body)| (name.clone(), body.0));
            additions.entry(language.0).or_default().bodies.extend(bodies);
        }
    }

    /// Takes over whatever is set in `later`.
    pub(super) fn merge(&mut self, later: Choices) {
        self.profile = later.profile.or(self.profile);
        self.language = later.language.or(self.language);
        self.kind = later.kind.or(self.kind);
        self.body = later.body.or(self.body);
        self.locale = later.locale.or(self.locale);
        self.fail_level = later.fail_level.or(self.fail_level);
        self.select = later.select.or(self.select.take());
        self.ignore = later.ignore.or(self.ignore.take());
        self.rules.extend(later.rules);
        for (language, parts) in later.verbs {
            let verbs = self.verbs.entry(language).or_default();
            parts.into_iter().for_each(|(part, phrases)| verbs.entry(part).or_default().extend(phrases));
        }
        for (language, names) in later.bodies {
            self.bodies.entry(language).or_default().extend(names);
        }
        self.acronyms.extend(later.acronyms);
        self.treaties.extend(later.treaties);
    }
}

impl Files {
    /// Takes over whatever is set in `later`.
    pub(super) fn merge(&mut self, later: Files) {
        self.exclude = later.exclude.or(self.exclude.take());
        self.include = later.include.or(self.include.take());
        self.registry = later.registry.or(self.registry.take());
    }
}
