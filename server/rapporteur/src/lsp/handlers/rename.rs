//! `textDocument/prepareRename` and `textDocument/rename`.

use std::sync::Arc;

use tower_lsp::{
    jsonrpc::Result,
    ls_types::{PrepareRenameResponse, RenameParams, TextDocumentPositionParams, WorkspaceEdit},
};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn prepare_rename(
    _session: &Arc<Session>,
    _params: TextDocumentPositionParams,
) -> Option<PrepareRenameResponse> {
    None
}

/// Not built yet. The error says why the new name will not do.
pub(in crate::lsp) async fn rename(_session: &Arc<Session>, _params: RenameParams) -> Result<Option<WorkspaceEdit>> {
    Ok(None)
}
