//! Findings as diagnostics.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    str::FromStr,
    sync::Arc,
};

use rapporteur_assist::caption;
use rapporteur_draft::{Draft, Span};
use rapporteur_lint::{Finding, RULES, Severity, settings::Problem};
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
    places.chain(entry_of(finding, analysis, uri, profile)).collect()
}

/// The entry of the registry on which a finding rests, with its page where it has one. It is told at the citation, whose link
/// leads to the page: editors show what is related as a place in a document, and can't open a page of the web as one.
fn entry_of(
    finding: &Finding,
    analysis: &Analysis,
    uri: &Uri,
    profile: &Profile,
) -> Option<DiagnosticRelatedInformation> {
    let symbol = finding.entry?;
    let (draft, registry) = (&analysis.draft, analysis.basis.project.registry());
    let caption = caption(symbol, registry, analysis.basis.settings.locale)?;
    let message = match registry.address(symbol, draft.language.code()) {
        Some(page) => format!("{caption}: {page}"),
        None => caption,
    };
    let range = proto::range(&analysis.rope, profile.unit, cited_by(finding, draft));
    Some(DiagnosticRelatedInformation { location: Location { uri: uri.clone(), range }, message })
}

/// The citation that a finding is about: the one that touches it, or else the last one before it in its paragraph; the
/// finding itself where there is none.
fn cited_by<'a>(finding: &'a Finding, draft: &'a Draft) -> &'a Span {
    let next = draft.citations.partition_point(|citation| citation.span.start < finding.span.end);
    let citation = next.checked_sub(1).map(|before| &draft.citations[before]);
    let same_paragraph = citation.filter(|c| Some(c.paragraph) == draft.paragraph_at(finding.span.start));
    same_paragraph.map_or(&finding.span, |citation| &citation.span)
}

/// Diagnostics as they are given to a client that pulls them.
pub(super) struct Report {
    /// The diagnostics.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What tells this set of diagnostics from another: equal sets have equal ids, also in different sessions.
    pub(super) id: String,
}

impl Report {
    /// A report with its id.
    pub(super) fn new(diagnostics: Vec<Diagnostic>) -> Report {
        let mut hasher = DefaultHasher::new();
        for diagnostic in &diagnostics {
            json!(diagnostic).to_string().hash(&mut hasher);
        }
        Report { id: format!("{:016x}", hasher.finish()), diagnostics }
    }
}

/// The report on a document. It is worked out once for each state of a draft, however often a client polls; of settings and
/// tables it depends on what is stored.
pub(super) fn report(analysis: &Analysis, troubles: &[Trouble], uri: &Uri, profile: &Profile) -> Arc<Report> {
    let made = || Arc::new(Report::new(all(analysis, troubles, uri, profile)));
    if analysis.basis.of_project { made() } else { analysis.report.get_or_init(made).clone() }
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
