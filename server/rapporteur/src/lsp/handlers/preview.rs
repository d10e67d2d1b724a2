//! `rapporteur/preview`, a request of our own: a draft as a document of the United Nations, for an editor that shows it beside
//! the text.

use std::sync::Arc;

use rapporteur_assist as assist;
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
pub(in crate::lsp) struct PreviewParams {
    text_document: TextDocumentIdentifier,
}

/// The draft as a document.
#[derive(Debug, Serialize)]
pub(in crate::lsp) struct Preview {
    /// The version of the text that it was made of.
    version: i32,
    title: String,
    language: &'static str,
    direction: &'static str,
    html: String,
}

/// An open draft as a document; `None` of what is not open, or no draft.
pub(in crate::lsp) async fn preview(session: &Arc<Session>, params: PreviewParams) -> Option<Preview> {
    let analysis = analysis::latest(session, &params.text_document.uri).await?;
    run(session, "preview", &analysis, |analysis, _| of(analysis)).await.flatten()
}

fn of(analysis: &Analysis) -> Option<Preview> {
    let Analysis { version, text, draft, findings, basis, .. } = analysis;
    if basis.of_project {
        return None;
    }
    let shown = assist::preview(text, draft, findings, basis.settings.locale)?;
    Some(Preview {
        version: *version,
        title: shown.title,
        language: shown.language,
        direction: shown.direction.name(),
        html: shown.html,
    })
}
