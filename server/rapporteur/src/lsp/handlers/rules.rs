//! `rapporteur/rules`, a request of our own: what there is to be said of each rule.

use rapporteur_lint::{RULES, Rule};
use serde::{Deserialize, Serialize};

/// Nothing is asked but for the rules.
#[derive(Debug, Deserialize)]
pub(in crate::lsp) struct RulesParams {}

/// A rule.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct RulePage {
    name: &'static str,
    summary: &'static str,
    subject: &'static str,
    /// Unless settings say otherwise.
    severity: &'static str,
    /// What `rapporteur explain` says.
    markdown: String,
}

/// All rules, in the order of their names.
pub(in crate::lsp) fn rules() -> Vec<RulePage> {
    RULES.iter().map(page).collect()
}

fn page(rule: &'static Rule) -> RulePage {
    RulePage {
        name: rule.name,
        summary: rule.summary(),
        subject: rule.subject.name(),
        severity: rule.severity.name(),
        markdown: format!("{}\n<{}>\n", rule.page(), rule.url()),
    }
}
