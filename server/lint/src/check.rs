//! Runs the rules over a draft.

use std::{
    collections::BTreeSet,
    fmt::Display,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Mutex, PoisonError},
};

use rapporteur_draft::{Draft, Span};
use rapporteur_registry::{Entry, Registry};

use crate::{
    Applicability, Edit, Finding, Fix, Locale, RULES, Related, Rule, Settings, Severity, rules,
    suppress::{self, Suppressions, Unused},
};

/// What a rule sees, and where it reports.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) draft: &'a Draft,
    pub(crate) registry: &'a Registry,
    pub(crate) settings: &'a Settings,
    pub(crate) locale: Locale,
    /// The suppressions that have silenced nothing; known, and not empty, only once all rules have run.
    pub(crate) unused: &'a [Unused],
    rule: &'a Rule,
    level: Severity,
    findings: Vec<Finding>,
}

/// A finding in the making.
pub(crate) struct Report<'r, 'a> {
    context: &'r mut Context<'a>,
    finding: Finding,
}

/// The rules that have panicked in this process. They are left out from then on: a rule that fails on one draft must
/// not take the others, or the session, with it.
static BROKEN: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

/// The names of the rules that have failed in this process and no longer run.
pub fn broken_rules() -> Vec<&'static str> {
    BROKEN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Which rules are run.
#[derive(Clone, Copy, Debug)]
pub enum Which<'n> {
    /// All that the settings leave on.
    On,
    /// Of these, the ones with these names.
    OnAmong(&'n [&'static str]),
    /// The ones with these names, also where the settings have switched them off: then they report at their own severity.
    Named(&'n [&'static str]),
}

impl Which<'_> {
    /// Whether a rule is one of those that may run, whatever the settings say.
    fn names(self, rule: &Rule) -> bool {
        match self {
            Which::On => true,
            Which::OnAmong(names) | Which::Named(names) => names.contains(&rule.name),
        }
    }

    /// The severity at which a rule reports; `None` where it does not run.
    fn level(self, rule: &Rule, settings: &Settings) -> Option<Severity> {
        let set = settings.severity(rule);
        match self {
            Which::On | Which::OnAmong(_) => set,
            Which::Named(_) => set.or(Some(rule.severity)),
        }
    }
}

/// Checks a draft: `draft` must be the reading of `text`. Gives the findings in the order of the text, at the
/// severities of the settings, without those that a comment in the text suppresses.
pub fn check(text: &str, draft: &Draft, registry: &Registry, settings: &Settings) -> Vec<Finding> {
    check_with(Which::On, text, draft, registry, settings)
}

/// Checks a draft by some rules; comments that suppress nothing are told of only where all rules are run.
pub fn check_with(
    which: Which<'_>,
    text: &str,
    draft: &Draft,
    registry: &Registry,
    settings: &Settings,
) -> Vec<Finding> {
    let subject = Subject { text, draft, registry, settings, which, unused: &[] };
    let mut findings = run(RULES.iter().filter(|rule| which.names(rule)), &subject);
    if draft.directives.is_empty() {
        return findings;
    }
    let suppressions = Suppressions::read(draft, text);
    let mut used = BTreeSet::new();
    findings.retain(|finding| {
        let silenced = suppressions.covering(finding.rule, &finding.span);
        used.extend(silenced.map(|comment| (comment, finding.rule)));
        silenced.is_none()
    });
    if !matches!(which, Which::On) {
        return findings;
    }
    // Only now it is known which comments have silenced something.
    let broken = broken_rules();
    let ran = |rule: &Rule| settings.severity(rule).is_some() && !broken.contains(&rule.name);
    let unused = suppress::unused(draft, text, &used, ran);
    let about_comments =
        run(std::iter::once(&rules::suppression_unused::RULE), &Subject { unused: &unused, ..subject });
    let shown = |finding: &Finding| suppressions.covering(finding.rule, &finding.span).is_none();
    findings.extend(about_comments.into_iter().filter(shown));
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}

/// What rules are run on.
struct Subject<'a> {
    text: &'a str,
    draft: &'a Draft,
    registry: &'a Registry,
    settings: &'a Settings,
    which: Which<'a>,
    /// See [`Context::unused`].
    unused: &'a [Unused],
}

fn run(rules: impl Iterator<Item = &'static Rule>, subject: &Subject<'_>) -> Vec<Finding> {
    let Subject { text, draft, registry, settings, which, unused } = *subject;
    let broken = broken_rules();
    let mut findings = Vec::new();
    let applies = |rule: &&Rule| rule.scope.holds(draft.kind) && rule.languages.include(draft.language.code());
    for rule in rules.filter(applies).filter(|rule| !broken.contains(&rule.name)) {
        let Some(level) = which.level(rule, settings) else { continue };
        let mut context = Context {
            text,
            draft,
            registry,
            settings,
            locale: settings.locale,
            unused,
            rule,
            level,
            findings: Vec::new(),
        };
        match catch_unwind(AssertUnwindSafe(|| (rule.check)(&mut context))) {
            Ok(()) => findings.append(&mut context.findings),
            Err(_) => BROKEN.lock().unwrap_or_else(PoisonError::into_inner).push(rule.name),
        }
    }
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    findings
}

impl<'a> Context<'a> {
    /// Begins a finding of the rule, at its own severity, with the message that the rule has under a key.
    pub(crate) fn report<'r>(&'r mut self, span: Span, key: &str, values: &[(&str, &dyn Display)]) -> Report<'r, 'a> {
        let finding = Finding {
            rule: self.rule.name,
            severity: self.level,
            span,
            message: self.say(key, values),
            fix: None,
            related: Vec::new(),
            entry: None,
        };
        Report { context: self, finding }
    }

    /// The message that the rule has under a key.
    pub(crate) fn say(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        self.locale.say(self.rule.name, key, values)
    }
}

impl Report<'_, '_> {
    /// Lets the finding weigh less than the rule does, unless the settings have lowered the rule further.
    pub(crate) fn at_most(mut self, severity: Severity) -> Self {
        // Who raises a rule above its own severity means all of its findings.
        let raised = self.context.level > self.context.rule.severity;
        if !raised {
            self.finding.severity = self.finding.severity.min(severity);
        }
        self
    }

    /// Adds the fix whose title the rule has as `fix`. Edits that change nothing are left out; without any edit there is
    /// no fix.
    pub(crate) fn fix(
        mut self,
        applicability: Applicability,
        values: &[(&str, &dyn Display)],
        mut edits: Vec<Edit>,
    ) -> Self {
        edits.retain(|edit| self.context.text[edit.span.clone()] != edit.text);
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let title = self.context.say("fix", values);
        self.finding.fix = (!edits.is_empty()).then_some(Fix { applicability, title, edits });
        self
    }

    /// Adds another place that the finding speaks of, if there is one, with the message that the rule has under a key.
    pub(crate) fn related(mut self, span: impl Into<Option<Span>>, key: &str) -> Self {
        if let Some(span) = span.into() {
            let message = self.context.say(key, &[]);
            self.finding.related.push(Related { span, message });
        }
        self
    }

    /// Says on which text of the registry the message rests, if it rests on one.
    pub(crate) fn rests_on(mut self, entry: Option<Entry<'_>>) -> Self {
        self.finding.entry = entry.map(Entry::symbol);
        self
    }

    /// Adds the finding to those of the rule.
    pub(crate) fn done(self) {
        self.context.findings.push(self.finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{self, Languages, Scope};
    use rapporteur_draft::{DocumentKind, Hints};

    #[test]
    fn a_rule_that_panics_is_left_out_and_the_others_go_on() {
        static FAILS: Rule = Rule {
            name: "always-fails",
            severity: Severity::Error,
            scope: Scope::AllDocuments,
            languages: Languages::All,
            subject: rule::Subject::Comments,
            fixes: &[],
            documentation: "",
            check: |_| panic!("as the test wants it"),
        };
        let text = "# A resolution\n\n*The General Assembly*\n\n1. Decides to meet;\n\n3. *Decides* to go.\n";
        let draft = Draft::read(text, &Hints { kind: Some(DocumentKind::Resolution), ..Hints::default() });
        let rules = std::iter::once(&FAILS).chain(RULES);
        let (registry, settings) = (Registry::embedded(), Settings::default());
        let subject =
            Subject { text, draft: &draft, registry: &registry, settings: &settings, which: Which::On, unused: &[] };
        let findings = run(rules, &subject);
        assert!(findings.iter().any(|finding| finding.rule == "paragraph-numbering"));
        assert_eq!(broken_rules(), ["always-fails"]);
    }
}
