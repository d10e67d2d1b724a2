//! Runs the rules over a draft.

use rapporteur_draft::Draft;
use rapporteur_registry::Registry;

use crate::{Finding, Settings, suppress::Suppressions};

/// What a rule sees, and where it reports.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) draft: &'a Draft,
    pub(crate) registry: &'a Registry,
    pub(crate) settings: &'a Settings,
    pub(crate) findings: Vec<Finding>,
}

/// Checks a draft: `draft` must be the reading of `text`. Gives the findings in the order of the text, at the
/// severities of the settings, without those that a comment in the text suppresses.
pub fn check(text: &str, draft: &Draft, registry: &Registry, settings: &Settings) -> Vec<Finding> {
    let mut context = Context { text, draft, registry, settings, findings: Vec::new() };
    for rule in crate::RULES {
        (rule.check)(&mut context);
    }
    let suppressions = Suppressions::read(draft, text);
    let mut findings = context.findings;
    findings.retain(|finding| suppressions.covering(finding.rule, &finding.span).is_none());
    findings
}
