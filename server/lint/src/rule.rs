//! What a rule is.

use rapporteur_draft::DocumentKind;

use crate::{Severity, check::Context};

/// A rule: one file in `rules/`, one line in [`crate::RULES`].
pub struct Rule {
    /// The name, in kebab case; once published never reused for something else.
    pub name: &'static str,
    /// The severity unless settings say otherwise; a finding may weigh less.
    pub severity: Severity,
    /// Whether it needs the clauses of a resolution, or runs on reports and decisions as well.
    pub scope: Scope,
    /// In which languages it runs.
    pub languages: Languages,
    /// What it checks and why, with examples, in Markdown. A fenced block marked `wrong` is found wanting by the rule;
    /// the block marked `right` that follows it is not, and is what its fixes make of it.
    pub documentation: &'static str,
    /// The check.
    pub(crate) check: fn(&mut Context<'_>),
}

/// On which kinds of document a rule runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Resolutions and excerpts of resolutions.
    Clauses,
    /// Everything that is not [`DocumentKind::Other`].
    AllDocuments,
}

/// In which languages a rule runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// In all that Rapporteur reads.
    All,
    /// In those with these codes: the matter does not arise in others.
    Only(&'static [&'static str]),
}

impl Languages {
    /// Whether texts in the language with this code are checked.
    pub fn include(self, code: &str) -> bool {
        match self {
            Languages::All => true,
            Languages::Only(codes) => codes.contains(&code),
        }
    }
}

impl Scope {
    /// Whether a document of this kind is in scope.
    pub fn holds(self, kind: DocumentKind) -> bool {
        match self {
            Scope::Clauses => matches!(kind, DocumentKind::Resolution | DocumentKind::Excerpt),
            Scope::AllDocuments => kind != DocumentKind::Other,
        }
    }
}

impl Rule {
    /// Where the documentation of the rule stands on the web.
    pub fn url(&self) -> String {
        format!("{}/blob/main/server/lint/docs/{}.md", env!("CARGO_PKG_REPOSITORY"), self.name)
    }

    /// The first sentence of the documentation: what the rule checks.
    pub fn summary(&self) -> &'static str {
        self.documentation.trim_start().lines().next().unwrap_or_default()
    }
}
