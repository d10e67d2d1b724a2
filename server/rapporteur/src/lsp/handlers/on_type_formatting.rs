//! `textDocument/onTypeFormatting`: what is written by itself after Enter, and in the call of a note.

use std::sync::Arc;

use tower_lsp::ls_types::{DocumentOnTypeFormattingParams, TextEdit};

use crate::lsp::{analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session};

/// The edits that follow on a character.
pub(in crate::lsp) async fn on_type_formatting(
    session: &Arc<Session>,
    params: DocumentOnTypeFormattingParams,
) -> Option<Vec<TextEdit>> {
    let DocumentOnTypeFormattingParams { text_document_position: place, ch, .. } = params;
    let work = move |analysis: &Analysis, profile: &Profile| {
        let offset = proto::offset(&analysis.rope, profile.unit, place.position);
        let hints = &analysis.basis.settings.hints;
        let edits = rapporteur_assist::typed(&analysis.text, &analysis.draft, hints, offset, &ch);
        edits.iter().map(|edit| proto::text_edit(&analysis.rope, profile.unit, edit)).collect()
    };
    on_draft(session, Feature::OnTypeFormatting, &place.text_document.uri, work).await
}
