//! `workspace/symbol`.

use std::sync::Arc;

use tower_lsp::ls_types::{WorkspaceSymbolParams, WorkspaceSymbolResponse};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn workspace_symbol(
    _session: &Arc<Session>,
    _params: WorkspaceSymbolParams,
) -> Option<WorkspaceSymbolResponse> {
    None
}
