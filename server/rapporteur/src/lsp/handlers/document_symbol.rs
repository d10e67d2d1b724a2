//! `textDocument/documentSymbol`.

use std::sync::Arc;

use tower_lsp::ls_types::{DocumentSymbolParams, DocumentSymbolResponse};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn document_symbol(
    _session: &Arc<Session>,
    _params: DocumentSymbolParams,
) -> Option<DocumentSymbolResponse> {
    None
}
