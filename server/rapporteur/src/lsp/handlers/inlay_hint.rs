//! `textDocument/inlayHint`.

use std::sync::Arc;

use tower_lsp::ls_types::{InlayHint, InlayHintParams};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn inlay_hint(_session: &Arc<Session>, _params: InlayHintParams) -> Option<Vec<InlayHint>> {
    None
}
