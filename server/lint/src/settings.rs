//! What can be set: in `rapporteur.toml`, by the editor, on the command line.

use crate::{Locale, Rule, Severity};

/// The settings under which a draft is checked.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The language of the messages.
    pub locale: Locale,
}

impl Settings {
    /// The severity at which a rule reports; `None` if it is off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        Some(rule.severity)
    }
}
