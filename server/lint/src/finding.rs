//! What a rule reports.

use rapporteur_draft::Span;
use rapporteur_symbol::Symbol;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A suggestion that an editor may well decline.
    Hint,
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// The severities and their names in settings and output.
    pub const NAMES: [(&'static str, Severity); 4] = [
        ("hint", Severity::Hint),
        ("info", Severity::Info),
        ("warning", Severity::Warning),
        ("error", Severity::Error),
    ];

    /// The severity with this name.
    pub fn from_name(name: &str) -> Option<Severity> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, severity)| *severity)
    }

    /// The name of the severity.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }
}

/// Whether a fix may be applied without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// No editor would object: `--fix` applies it.
    Safe,
    /// Offered one by one.
    Suggested,
}

impl Applicability {
    /// The name in JSON output.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Safe => "safe",
            Applicability::Suggested => "suggested",
        }
    }
}

/// A replacement of a stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

/// A way to put a finding right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be applied without asking.
    pub applicability: Applicability,
    /// What it does, in the reader's language.
    pub title: String,
    /// The edits, in the order of the text, not overlapping.
    pub edits: Vec<Edit>,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What it has to do with the finding, in the reader's language.
    pub message: String,
}

/// Something that a rule has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is.
    pub span: Span,
    /// What is wrong, what is right and how it is known, in the reader's language.
    pub message: String,
    /// How to put it right, if Rapporteur knows.
    pub fix: Option<Fix>,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// The text of the registry on which the message rests, if it rests on one.
    pub entry: Option<Symbol>,
}
