//! Findings as diagnostics.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    str::FromStr,
};

use rapporteur_assist::caption;
use rapporteur_lint::{Finding, RULES, Severity, settings::Problem};
use rapporteur_symbol::Symbol;
use serde_json::json;
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Position, PublishDiagnosticsParams, Range, Uri,
};

use crate::project::Trouble;

use super::{analysis::Analysis, client::Profile, proto};

/// Who reports.
pub(super) const SOURCE: &str = "rapporteur";

/// The rules that find what may as well be deleted: editors show it faded.
const UNNECESSARY: [&str; 2] = ["footnote-unused", "suppression-unused"];

/// The diagnostics of a document as they are pushed, with the version that they belong to.
pub(super) fn publication(
    analysis: &Analysis,
    troubles: &[Trouble],
    uri: &Uri,
    profile: &Profile,
) -> PublishDiagnosticsParams {
    PublishDiagnosticsParams::new(uri.clone(), all(analysis, troubles, uri, profile), Some(analysis.version))
}

/// The diagnostics of a document: of a draft its findings, of settings and tables what is wrong with them.
pub(super) fn all(analysis: &Analysis, troubles: &[Trouble], uri: &Uri, profile: &Profile) -> Vec<Diagnostic> {
    // A settings file that is open is judged by what it says there, not by what is stored.
    if analysis.basis.is_settings {
        return analysis.problems.iter().map(|problem| of_problem(problem, analysis, profile)).collect();
    }
    let findings = analysis.findings.iter().map(|finding| one(finding, analysis, uri, profile));
    findings.chain(of_troubles(troubles)).collect()
}

/// What is wrong in a settings file that is open.
fn of_problem(problem: &Problem, analysis: &Analysis, profile: &Profile) -> Diagnostic {
    Diagnostic {
        range: proto::range(&analysis.rope, profile.unit, &problem.span),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: problem.message.clone(),
        ..Diagnostic::default()
    }
}

/// What is wrong with a settings file or a table, each on its whole line.
pub(super) fn of_troubles(troubles: &[Trouble]) -> Vec<Diagnostic> {
    troubles.iter().map(of_trouble).collect()
}

fn of_trouble(trouble: &Trouble) -> Diagnostic {
    let line = trouble.line.map_or(0, |line| u32::try_from(line.saturating_sub(1)).unwrap_or(LAST));
    Diagnostic {
        range: Range { start: Position { line, character: 0 }, end: Position { line, character: LAST } },
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: trouble.message.clone(),
        ..Diagnostic::default()
    }
}

/// The last column that the protocol knows; it means the end of the line.
const LAST: u32 = i32::MAX as u32;

/// A finding as a diagnostic.
pub(super) fn one(finding: &Finding, analysis: &Analysis, uri: &Uri, profile: &Profile) -> Diagnostic {
    let related = if profile.related_information { related(finding, analysis, uri, profile) } else { Vec::new() };
    Diagnostic {
        range: proto::range(&analysis.rope, profile.unit, &finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        code_description: documentation(finding.rule).map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        tags: UNNECESSARY.contains(&finding.rule).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: finding
            .fix
            .as_ref()
            .map(|fix| json!({ "fix": { "title": fix.title, "applicability": fix.applicability.name() } })),
    }
}

/// The other places that a finding speaks of, and the page of the text on which it rests.
fn related(finding: &Finding, analysis: &Analysis, uri: &Uri, profile: &Profile) -> Vec<DiagnosticRelatedInformation> {
    let places = finding.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location { uri: uri.clone(), range: proto::range(&analysis.rope, profile.unit, &related.span) },
        message: related.message.clone(),
    });
    let page = finding.entry.and_then(|symbol| page_of(symbol, analysis));
    places.chain(page).collect()
}

/// The page of a text of the registry, with what is known of its adoption. Some texts have none.
fn page_of(symbol: Symbol, analysis: &Analysis) -> Option<DiagnosticRelatedInformation> {
    let registry = analysis.basis.project.registry();
    let page = registry.address(symbol, analysis.draft.language.code())?;
    let message = caption(symbol, registry, analysis.basis.settings.locale)?;
    Some(DiagnosticRelatedInformation {
        location: Location { uri: Uri::from_str(&page).ok()?, range: Range::default() },
        message,
    })
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
