//! `rapporteur/preview`, a request of our own: a draft as a document of the United Nations, for an editor that shows it beside
//! the text.

use std::sync::Arc;

use rapporteur_assist as assist;
use serde::Serialize;

use crate::lsp::{
    analysis::Analysis,
    request::{DocumentParams, on_text},
    session::Session,
};

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
pub(in crate::lsp) async fn preview(session: &Arc<Session>, params: DocumentParams) -> Option<Preview> {
    on_text(session, "preview", &params.text_document.uri, |analysis, _| of(analysis)).await.flatten()
}

fn of(analysis: &Analysis) -> Option<Preview> {
    let Analysis { version, text, draft, findings, basis, .. } = analysis;
    let shown = assist::preview(text, draft, findings, basis.settings.locale)?;
    Some(Preview {
        version: *version,
        title: shown.title,
        language: shown.language,
        direction: shown.direction.name(),
        html: shown.html,
    })
}
