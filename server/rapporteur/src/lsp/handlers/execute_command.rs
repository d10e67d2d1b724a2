//! `workspace/executeCommand`.

use std::sync::Arc;

use tower_lsp::ls_types::{ExecuteCommandParams, LSPAny};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn execute_command(_session: &Arc<Session>, _params: ExecuteCommandParams) -> Option<LSPAny> {
    None
}
