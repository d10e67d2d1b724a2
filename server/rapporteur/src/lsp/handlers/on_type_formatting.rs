//! `textDocument/onTypeFormatting`.

use std::sync::Arc;

use tower_lsp::ls_types::{DocumentOnTypeFormattingParams, TextEdit};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn on_type_formatting(
    _session: &Arc<Session>,
    _params: DocumentOnTypeFormattingParams,
) -> Option<Vec<TextEdit>> {
    None
}
