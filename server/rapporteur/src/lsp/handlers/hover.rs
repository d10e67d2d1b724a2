//! `textDocument/hover`: what is known of a citation, a date, a document, a note.

use std::sync::Arc;

use tower_lsp::ls_types::{Hover, HoverContents, HoverParams};

use crate::lsp::{
    analysis::{self, contained},
    proto,
    session::Session,
};

/// What is shown at a position.
pub(in crate::lsp) async fn hover(session: &Arc<Session>, params: HoverParams) -> Option<Hover> {
    if !session.features().hover {
        return None;
    }
    let place = params.text_document_position_params;
    let analysis = analysis::latest(session, &place.text_document.uri).await?;
    let profile = session.profile();
    let offset = proto::offset(&analysis.rope, profile.unit, place.position);
    let registry = analysis.basis.project.registry();
    let locale = analysis.basis.settings.locale;
    let outcome = contained(|| rapporteur_assist::hover(&analysis.text, &analysis.draft, offset, registry, locale));
    let hover = outcome.unwrap_or_else(|panic| {
        session.log_fault("Hover", &panic);
        None
    })?;
    Some(Hover {
        contents: HoverContents::Markup(profile.hover.content(&hover.shown)),
        range: Some(proto::range(&analysis.rope, profile.unit, &hover.span)),
    })
}
