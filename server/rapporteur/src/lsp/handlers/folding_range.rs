//! `textDocument/foldingRange`.

use std::sync::Arc;

use tower_lsp::ls_types::{FoldingRange, FoldingRangeParams};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn folding_range(
    _session: &Arc<Session>,
    _params: FoldingRangeParams,
) -> Option<Vec<FoldingRange>> {
    None
}
