//! `textDocument/diagnostic`: diagnostics for a client that asks for them.

use std::sync::Arc;

use tower_lsp::ls_types::{
    DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
};

use crate::lsp::{
    analysis,
    diagnostics::{self, Report},
    features::Feature,
    proto,
    session::Session,
};

/// Reports on the present state of a draft, or that nothing has changed since the report that the client names.
/// Waits for the analysis of a large draft.
pub(in crate::lsp) async fn diagnostic(
    session: &Arc<Session>,
    params: DocumentDiagnosticParams,
) -> DocumentDiagnosticReportResult {
    let uri = params.text_document.uri;
    let found = match analysis::latest(session, &uri).await {
        Some(analysis) if session.features(&uri).has(Feature::Diagnostics) => {
            let troubles = session.troubles_of(proto::path(&uri).as_deref());
            diagnostics::report(&analysis, &troubles, &uri, session.profile())
        }
        _ => Arc::new(Report::new(Vec::new())),
    };
    let result_id = found.id.clone();
    let report = if params.previous_result_id.as_ref() == Some(&result_id) {
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        })
    } else {
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(result_id),
                items: found.diagnostics.clone(),
            },
        })
    };
    DocumentDiagnosticReportResult::Report(report)
}
