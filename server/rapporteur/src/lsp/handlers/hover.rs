//! `textDocument/hover`: what is known of the thing under the pointer.

use std::sync::Arc;

use tower_lsp::ls_types::{Hover, HoverContents, HoverParams};

use crate::lsp::{features::Feature, proto, request::on_any_text, session::Session};

/// What is shown at a position.
pub(in crate::lsp) async fn hover(session: &Arc<Session>, params: HoverParams) -> Option<Hover> {
    let place = params.text_document_position_params;
    let shown = on_any_text(session, Feature::Hover, &place.text_document.uri, move |analysis, profile| {
        let offset = proto::offset(&analysis.rope, profile.unit, place.position);
        let registry = analysis.basis.project.registry();
        let settings = &analysis.basis.settings;
        let hover = rapporteur_assist::hover(&analysis.text, &analysis.draft, offset, registry, settings)?;
        Some(Hover {
            contents: HoverContents::Markup(profile.hover.content(&hover.shown)),
            range: Some(proto::range(&analysis.rope, profile.unit, &hover.span)),
        })
    });
    shown.await.flatten()
}
