//! What can be set: in `rapporteur.toml`, by the editor, on the command line.
//!
//! [`Options`] is what somebody has written; [`Settings`] is what several layers of options come to for one draft.

mod named;
mod options;
mod patterns;
mod profile;
mod read;

use std::collections::BTreeMap;

use rapporteur_draft::{self as draft, Hints};

pub use named::{Level, Named, RuleName, TreatyNumber, VerbPart, Vocabulary, nearest};
pub use options::{Choices, Files, Options, Override};
pub use patterns::Patterns;
pub use profile::Profile;
pub use read::Problem;

use crate::{Locale, RULES, Rule, Severity};

/// The settings under which one draft is read and checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of the messages.
    pub locale: Locale,
    /// What the draft is taken for, unless it says otherwise itself.
    pub hints: Hints,
    /// The lowest severity that makes `rapporteur lint` fail.
    pub fail_level: Severity,
    /// For what kind of drafts the rules are meant.
    pub profile: Profile,
    /// Acronyms of the project, with what they stand for.
    pub acronyms: BTreeMap<String, String>,
    /// Treaties of the project: registration numbers, with volumes of the *Treaty Series*.
    pub treaties: BTreeMap<u32, u32>,
    /// The rules that don't report at their own severity; `None` is off.
    levels: BTreeMap<&'static str, Option<Severity>>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            locale: Locale::default(),
            hints: Hints::default(),
            fail_level: Severity::Warning,
            profile: Profile::default(),
            acronyms: BTreeMap::new(),
            treaties: BTreeMap::new(),
            levels: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The settings for the draft at `path`, which is relative to the folder of `rapporteur.toml` and written with
    /// slashes. The layers go from the general to the particular: where two disagree, the later one holds.
    pub fn resolve<'a>(layers: impl IntoIterator<Item = &'a Options>, path: &str) -> Settings {
        let choices: Vec<&Choices> = layers.into_iter().flat_map(|options| options.choices_for(path)).collect();
        let profile = choices.iter().rev().find_map(|choices| choices.profile);
        let mut settings = Settings::default();
        settings.profile = profile.map_or(settings.profile, |named| named.0);
        let mut additions = BTreeMap::new();
        for choices in settings.profile.options().choices_for(path).chain(choices) {
            settings.apply(choices);
            choices.add_words(&mut additions);
        }
        settings.hints.vocabulary = draft::Vocabulary::with(additions);
        settings
    }

    /// The severity at which a rule reports; `None` if it is off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.levels.get(rule.name).copied().unwrap_or(Some(rule.severity))
    }

    fn apply(&mut self, choices: &Choices) {
        let hints = &mut self.hints;
        hints.language = choices.language.map(|named| named.0).or(hints.language);
        hints.kind = choices.kind.map(|named| named.0).or(hints.kind);
        hints.body = choices.body.map(|named| named.0).or(hints.body);
        self.locale = choices.locale.map_or(self.locale, |named| named.0);
        self.fail_level = choices.fail_level.map_or(self.fail_level, |named| named.0);
        self.acronyms.extend(choices.acronyms.clone());
        self.treaties.extend(choices.treaties.iter().map(|(number, volume)| (number.0, *volume)));
        for (rule, level) in &choices.rules {
            self.levels.insert(rule.0.0, level.0.severity());
        }
        if let Some(selected) = &choices.select {
            for rule in RULES {
                if !selected.iter().any(|name| name.0.0 == rule.name) {
                    self.levels.insert(rule.name, None);
                } else if self.severity(rule).is_none() {
                    // Whoever asks for a rule by name gets it, though a layer below has switched it off.
                    self.levels.remove(rule.name);
                }
            }
        }
        for rule in choices.ignore.iter().flatten() {
            self.levels.insert(rule.0.0, None);
        }
    }
}
