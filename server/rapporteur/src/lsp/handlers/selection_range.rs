//! `textDocument/selectionRange`.

use std::sync::Arc;

use tower_lsp::ls_types::{SelectionRange, SelectionRangeParams};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn selection_range(
    _session: &Arc<Session>,
    _params: SelectionRangeParams,
) -> Option<Vec<SelectionRange>> {
    None
}
