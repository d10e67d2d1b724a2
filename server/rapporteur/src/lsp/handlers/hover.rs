//! `textDocument/hover`: what is known of the thing under the pointer.

use std::sync::Arc;

use tower_lsp::ls_types::{Hover, HoverContents, HoverParams, TextDocumentPositionParams};

use crate::lsp::{analysis::contained, features::Feature, proto, request::on_any_text, session::Session};

/// What is shown at a position.
pub(in crate::lsp) async fn hover(session: &Arc<Session>, params: HoverParams) -> Option<Hover> {
    let place = params.text_document_position_params;
    if let Some(hover) = in_settings(session, &place) {
        return Some(hover);
    }
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

/// What is shown in a settings file: the documentation of a key or a rule.
fn in_settings(session: &Session, place: &TextDocumentPositionParams) -> Option<Hover> {
    let uri = &place.text_document.uri;
    let document = session.documents.get(uri).filter(|document| document.basis.is_settings)?;
    let (rope, profile) = (document.rope(), session.profile());
    let offset = proto::offset(rope, profile.unit, place.position);
    let found = contained(|| rapporteur_assist::hover_settings(document.text(), offset));
    let hover = found.ok().flatten().filter(|_| session.features(uri).has(Feature::Hover))?;
    Some(Hover {
        contents: HoverContents::Markup(profile.hover.content(&hover.shown)),
        range: Some(proto::range(rope, profile.unit, &hover.span)),
    })
}
