//! `textDocument/codeLens`.

use std::sync::Arc;

use tower_lsp::ls_types::{CodeLens, CodeLensParams};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn code_lens(_session: &Arc<Session>, _params: CodeLensParams) -> Option<Vec<CodeLens>> {
    None
}
