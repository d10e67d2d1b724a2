//! `textDocument/definition`.

use std::sync::Arc;

use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn definition(
    _session: &Arc<Session>,
    _params: GotoDefinitionParams,
) -> Option<GotoDefinitionResponse> {
    None
}
