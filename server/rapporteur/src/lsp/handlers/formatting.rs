//! `textDocument/formatting` and `textDocument/rangeFormatting`.

use std::sync::Arc;

use tower_lsp::ls_types::{DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn formatting(
    _session: &Arc<Session>,
    _params: DocumentFormattingParams,
) -> Option<Vec<TextEdit>> {
    None
}

/// Not built yet.
pub(in crate::lsp) async fn range_formatting(
    _session: &Arc<Session>,
    _params: DocumentRangeFormattingParams,
) -> Option<Vec<TextEdit>> {
    None
}
