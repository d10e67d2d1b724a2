//! `textDocument/prepareRename` and `textDocument/rename`.

use std::sync::Arc;

use rapporteur_assist::{Renamable, renamable};
use tower_lsp::{
    jsonrpc::{Error, ErrorCode, Result},
    ls_types::{PrepareRenameResponse, RenameParams, TextDocumentPositionParams, WorkspaceEdit},
};

use crate::lsp::{edits::workspace_edit, features::Feature, proto, request::on_draft, session::Session};

/// The protocol's code for a request that was understood and can't be granted.
const REQUEST_FAILED: ErrorCode = ErrorCode::ServerError(-32803);

/// What can be renamed at a position, and what it is called now.
pub(in crate::lsp) async fn prepare_rename(
    session: &Arc<Session>,
    params: TextDocumentPositionParams,
) -> Option<PrepareRenameResponse> {
    let found = on_draft(session, Feature::Rename, &params.text_document.uri, move |analysis, profile| {
        let offset = proto::offset(&analysis.rope, profile.unit, params.position);
        let Renamable { span, placeholder } = renamable(&analysis.text, &analysis.draft, offset)?;
        let range = proto::range(&analysis.rope, profile.unit, &span);
        Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder })
    });
    found.await.flatten()
}

/// The edits that rename what is at a position. The error says why the new name will not do.
pub(in crate::lsp) async fn rename(session: &Arc<Session>, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
    let place = params.text_document_position;
    let uri = place.text_document.uri.clone();
    let renamed = on_draft(session, Feature::Rename, &place.text_document.uri, move |analysis, profile| {
        let offset = proto::offset(&analysis.rope, profile.unit, place.position);
        let locale = analysis.basis.settings.locale;
        let edits = rapporteur_assist::rename(&analysis.text, &analysis.draft, offset, &params.new_name, locale)?;
        Ok(workspace_edit(profile, &uri, analysis, &edits))
    });
    let refused = |message: String| Error { code: REQUEST_FAILED, message: message.into(), data: None };
    renamed.await.transpose().map_err(refused)
}
