//! `textDocument/documentHighlight`.

use std::sync::Arc;

use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightParams};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn document_highlight(
    _session: &Arc<Session>,
    _params: DocumentHighlightParams,
) -> Option<Vec<DocumentHighlight>> {
    None
}
