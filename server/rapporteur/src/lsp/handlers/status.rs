//! `rapporteur/status`, a request of our own: what a draft is and how much there is of what, for a line on the screen.

use std::sync::Arc;

use rapporteur_assist::Counts;
use rapporteur_symbol::Body;
use serde::Serialize;

use crate::lsp::{
    analysis::Analysis,
    request::{DocumentParams, on_text},
    session::Session,
};

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
pub(in crate::lsp) async fn status(session: &Arc<Session>, params: DocumentParams) -> Option<Status> {
    on_text(session, "rapporteur/status", &params.text_document.uri, |analysis, _| status_of(analysis)).await
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
