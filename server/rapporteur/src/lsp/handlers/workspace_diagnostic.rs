//! `workspace/diagnostic`: the diagnostics of all drafts of the workspace, for a client that asks for them.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use crate::lsp::{
    analysis,
    diagnostics::{self, Report},
    features::Feature,
    session::Session,
    workspace,
};

/// Reports on every draft of the workspace, and on settings and tables with which something is wrong: on those that are
/// open as they are now, on the others as they are stored. Says of each whether anything has changed since the report
/// that the client names.
pub(in crate::lsp) async fn workspace_diagnostic(
    session: &Arc<Session>,
    params: WorkspaceDiagnosticParams,
) -> WorkspaceDiagnosticReportResult {
    let mut reports = Reports::new(params.previous_result_ids.into_iter().map(|known| (known.uri, known.value)));
    if session.profile().pulls {
        workspace::look(session, true, params.work_done_progress_params.work_done_token).await;
        report_open(session, &mut reports).await;
        let opened = session.open_paths();
        for stored in session.workspace.stored() {
            if let (Some(report), Some(_)) = (&stored.report, &stored.summary)
                && !opened.contains(&stored.path)
                && session.features(&stored.uri).has(Feature::Diagnostics)
            {
                reports.add(stored.uri.clone(), None, report);
            }
        }
        report_troubles(session, &mut reports);
    }
    WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items: reports.finish() })
}

async fn report_open(session: &Session, reports: &mut Reports) {
    let open: Vec<(Uri, Option<PathBuf>)> =
        session.documents.iter().map(|open| (open.key().clone(), open.path.clone())).collect();
    for (uri, path) in open.into_iter().filter(|(uri, _)| session.features(uri).has(Feature::Diagnostics)) {
        let Some(analysis) = analysis::latest(session, &uri).await else { continue };
        let report = diagnostics::report(&analysis, &session.troubles_of(path.as_deref()), &uri, session.profile());
        reports.add(uri, Some(analysis.version.into()), &report);
    }
}

/// What is wrong with settings and tables that are not open.
fn report_troubles(session: &Session, reports: &mut Reports) {
    for (file, troubles) in session.troubles() {
        if let Some(uri) = Uri::from_file_path(&file)
            && !session.is_open(&file)
        {
            reports.add(uri, None, &Report::new(diagnostics::of_troubles(&troubles)));
        }
    }
}

/// The answer in the making.
struct Reports {
    /// What the client has, by document.
    known: HashMap<Uri, String>,
    items: Vec<WorkspaceDocumentDiagnosticReport>,
}

impl Reports {
    fn new(known: impl Iterator<Item = (Uri, String)>) -> Reports {
        Reports { known: known.collect(), items: Vec::new() }
    }

    /// Adds the report on a document, or that it is the one that the client has.
    fn add(&mut self, uri: Uri, version: Option<i64>, report: &Report) {
        let result_id = report.id.clone();
        let known = self.known.remove(&uri);
        self.items.push(if known.as_ref() == Some(&result_id) {
            let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
            WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report,
            })
        } else {
            full(uri, version, Some(result_id), report)
        });
    }

    /// All reports. Of documents of which the client knows and that are gone nothing is left.
    fn finish(mut self) -> Vec<WorkspaceDocumentDiagnosticReport> {
        let gone = self.known.into_keys();
        self.items.extend(gone.map(|uri| full(uri, None, None, &Report::new(Vec::new()))));
        self.items
    }
}

fn full(
    uri: Uri,
    version: Option<i64>,
    result_id: Option<String>,
    report: &Report,
) -> WorkspaceDocumentDiagnosticReport {
    let items = report.diagnostics.clone();
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    })
}
