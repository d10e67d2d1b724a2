//! `rapporteur/status`, a request of our own: what a draft is and how much there is of what, for a line on the screen.

use std::sync::Arc;

use rapporteur_assist::Counts;
use rapporteur_symbol::Body;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::TextDocumentIdentifier;

use crate::lsp::{
    analysis::{self, Analysis},
    request::run,
    session::Session,
};

/// Which document.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct StatusParams {
    text_document: TextDocumentIdentifier,
}

/// What the document is.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Status {
    language: &'static str,
    language_name: &'static str,
    kind: &'static str,
    /// Its name in the language of the draft.
    body: Option<&'static str>,
    /// As it is printed.
    symbol: Option<String>,
    counts: StatusCounts,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct StatusCounts {
    preambular: usize,
    operative: usize,
    citations: usize,
    notes: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    hints: usize,
}

/// What an open document is; `None` of any other, and of settings and tables. What is no draft has the kind "other".
pub(in crate::lsp) async fn status(session: &Arc<Session>, params: StatusParams) -> Option<Status> {
    let analysis = analysis::latest(session, &params.text_document.uri).await?;
    if analysis.basis.of_project {
        return None;
    }
    run(session, "rapporteur/status", &analysis, |analysis, _| status_of(analysis)).await
}

fn status_of(Analysis { draft, findings, text, .. }: &Analysis) -> Status {
    let Counts { preambular, operative, citations, notes, errors, warnings, infos, hints } =
        Counts::of(draft, findings);
    Status {
        language: draft.language.code(),
        language_name: draft.language.name(),
        kind: draft.kind.name(),
        // A body that we know nothing of has no name.
        body: draft.body.filter(|body| *body != Body::Other).map(|body| draft.language.body_name(body)),
        symbol: draft.symbol.clone().map(|span| text[span].to_owned()),
        counts: StatusCounts { preambular, operative, citations, notes, errors, warnings, infos, hints },
    }
}
