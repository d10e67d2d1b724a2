//! What a rule is.

use rapporteur_draft::DocumentKind;

use crate::{Applicability, RULES, Severity, check::Context};

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
    /// What it is about: rules are listed by subject.
    pub subject: Subject,
    /// The kinds of fixes that it offers, the safe ones first; not every finding has a fix.
    pub fixes: &'static [Applicability],
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

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The parts of a document, their order, numbers and punctuation.
    Structure,
    /// The words that open paragraphs.
    Verbs,
    /// Resolutions and decisions that are cited.
    Citations,
    /// Symbols of documents, notes and treaties.
    SymbolsAndNotes,
    /// Dates, ordinals and references within the text.
    DatesAndReferences,
    /// Acronyms, abbreviations and spelling.
    Wording,
    /// Punctuation marks, letters and spaces.
    Typography,
    /// What comments say to Rapporteur.
    Comments,
}

impl Subject {
    /// The subjects, in the order in which they are listed, with their headings.
    pub const NAMES: [(Subject, &'static str); 8] = [
        (Subject::Structure, "Structure"),
        (Subject::Verbs, "Verbs"),
        (Subject::Citations, "Citations"),
        (Subject::SymbolsAndNotes, "Symbols, notes, treaties"),
        (Subject::DatesAndReferences, "Dates and references"),
        (Subject::Wording, "Acronyms and spelling"),
        (Subject::Typography, "Typography"),
        (Subject::Comments, "Comments"),
    ];

    /// The heading under which its rules are listed.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// Its rules, in the order of their names.
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        RULES.iter().filter(move |rule| rule.subject == self)
    }
}

impl Languages {
    /// Whether texts in the language with this code are checked.
    pub fn include(self, code: &str) -> bool {
        match self {
            Languages::All => true,
            Languages::Only(codes) => codes.contains(&code),
        }
    }

    /// "all", or the codes.
    pub fn name(self) -> String {
        match self {
            Languages::All => "all".to_owned(),
            Languages::Only(codes) => codes.join(" "),
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

    /// What the rule needs, in a word.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Clauses => "resolution",
            Scope::AllDocuments => "any",
        }
    }
}

impl Rule {
    /// Where the documentation of the rule stands on the web.
    pub fn url(&self) -> String {
        format!("{}/blob/main/server/lint/docs/{}.md", env!("CARGO_PKG_REPOSITORY"), self.name)
    }

    /// The kinds of fixes in words: "safe", "suggested", both, or "none".
    pub fn fixes_in_words(&self) -> String {
        if self.fixes.is_empty() {
            return "none".to_owned();
        }
        self.fixes.iter().map(|fix| fix.name()).collect::<Vec<_>>().join(", ")
    }

    /// What is to be known of the rule beside its documentation, each fact with its name.
    pub fn facts(&self) -> [(&'static str, String); 5] {
        [
            ("Subject", self.subject.name().to_owned()),
            ("Severity", self.severity.name().to_owned()),
            ("Fix", self.fixes_in_words()),
            ("Document", self.scope.name().to_owned()),
            ("Languages", self.languages.name()),
        ]
    }

    /// The first sentence of the documentation: what the rule checks.
    pub fn summary(&self) -> &'static str {
        self.documentation.trim_start().lines().next().unwrap_or_default()
    }
}
