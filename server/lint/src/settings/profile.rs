//! The profiles: settings for a kind of drafts, made once for all who write them.

use std::sync::LazyLock;

use super::Options;

/// For what kind of drafts the rules are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Drafts of the United Nations. What differs between the General Assembly, the Security Council, the Economic and
    /// Social Council, the Human Rights Council and the commissions is told by the body that acts.
    #[default]
    UnitedNations,
    /// Papers of Model United Nations conferences.
    ModelUnitedNations,
}

impl Profile {
    /// The profiles and their names in settings.
    pub const NAMES: [(&'static str, Profile); 2] =
        [("un", Profile::UnitedNations), ("mun", Profile::ModelUnitedNations)];

    /// The settings that the profile stands for; all others lie over them.
    pub fn options(self) -> &'static Options {
        static OF_THE_UNITED_NATIONS: LazyLock<Options> = LazyLock::new(Options::default);
        static OF_MODEL_UNITED_NATIONS: LazyLock<Options> =
            LazyLock::new(|| Options::parse(include_str!("../../profiles/mun.toml")).0);
        match self {
            Profile::UnitedNations => &OF_THE_UNITED_NATIONS,
            Profile::ModelUnitedNations => &OF_MODEL_UNITED_NATIONS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Settings, Severity,
        settings::{Choices, Named},
    };

    #[test]
    fn what_comes_with_the_program_has_no_mistakes() {
        let (_, problems) = Options::parse(include_str!("../../profiles/mun.toml"));
        assert_eq!(problems, []);
    }

    #[test]
    fn settings_lie_over_their_profile_wherever_it_is_chosen() {
        let rule = crate::RULES.iter().find(|rule| rule.name == "citation-date-missing").unwrap();
        let (project, _) = Options::parse("rules.citation-date-missing = 'hint'");
        let (other, _) = Options::parse("rules.citation-date = 'hint'");
        let profile = Some(Named(Profile::ModelUnitedNations));
        let command = Options { choices: Choices { profile, ..Choices::default() }, ..Options::default() };
        assert_eq!(Settings::resolve([&other, &command], "a.md").severity(rule), None);
        assert_eq!(Settings::resolve([&project, &command], "a.md").severity(rule), Some(Severity::Hint));
    }
}
