//! `textDocument/documentHighlight`: what else in the draft is the same as the thing at a position.

use std::sync::Arc;

use rapporteur_assist::{Map, Mention, Role};
use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams};

use crate::lsp::{features::Feature, proto, request::on_draft, session::Session};

/// The mentions within the draft: a definition is said to be written, all else to be read.
pub(in crate::lsp) async fn document_highlight(
    session: &Arc<Session>,
    params: DocumentHighlightParams,
) -> Option<Vec<DocumentHighlight>> {
    let place = params.text_document_position_params;
    let found = on_draft(session, Feature::DocumentHighlight, &place.text_document.uri, move |analysis, profile| {
        let offset = proto::offset(&analysis.rope, profile.unit, place.position);
        let map = Map::new(&analysis.text, &analysis.draft);
        let mentions = map.mentions(&map.at(offset)?.subject).into_iter();
        let highlight = |Mention { span, role }| DocumentHighlight {
            range: proto::range(&analysis.rope, profile.unit, &span),
            kind: Some(match role {
                Role::Defines => DocumentHighlightKind::WRITE,
                Role::Uses => DocumentHighlightKind::READ,
            }),
        };
        Some(mentions.map(highlight).collect())
    });
    found.await.flatten()
}
