//! Findings as diagnostics.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    str::FromStr,
};

use rapporteur_lint::{Finding, RULES, Severity};
use serde_json::json;
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, PublishDiagnosticsParams, Uri,
};

use super::{analysis::Analysis, client::Profile, proto};

/// Who reports.
pub(super) const SOURCE: &str = "rapporteur";

/// The rules that find what may as well be deleted: editors show it faded.
const UNNECESSARY: [&str; 1] = ["footnote-unused"];

/// The diagnostics of a draft as they are pushed, with the version that they belong to.
pub(super) fn publication(analysis: &Analysis, uri: &Uri, profile: &Profile) -> PublishDiagnosticsParams {
    PublishDiagnosticsParams::new(uri.clone(), all(analysis, uri, profile), Some(analysis.version))
}

/// The diagnostics of a draft.
pub(super) fn all(analysis: &Analysis, uri: &Uri, profile: &Profile) -> Vec<Diagnostic> {
    analysis.findings.iter().map(|finding| one(finding, analysis, uri, profile)).collect()
}

/// A finding as a diagnostic.
pub(super) fn one(finding: &Finding, analysis: &Analysis, uri: &Uri, profile: &Profile) -> Diagnostic {
    let range = |span| proto::range(&analysis.rope, profile.unit, span);
    let related = finding.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location { uri: uri.clone(), range: range(&related.span) },
        message: related.message.clone(),
    });
    Diagnostic {
        range: range(&finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        code_description: documentation(finding.rule).map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: finding.message.clone(),
        related_information: (profile.related_information && !finding.related.is_empty()).then(|| related.collect()),
        tags: UNNECESSARY.contains(&finding.rule).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: finding
            .fix
            .as_ref()
            .map(|fix| json!({ "fix": { "title": fix.title, "applicability": fix.applicability.name() } })),
    }
}

/// What tells one set of diagnostics from another: equal sets have equal ids, also in different sessions.
pub(super) fn result_id(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    for diagnostic in diagnostics {
        json!(diagnostic).to_string().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// Where the documentation of a rule stands.
fn documentation(name: &str) -> Option<Uri> {
    let rule = RULES.iter().find(|rule| rule.name == name)?;
    Uri::from_str(&rule.url()).ok()
}
