//! `textDocument/semanticTokens/full`, `…/full/delta` and `…/range`.

use std::sync::Arc;

use tower_lsp::ls_types::{
    SemanticTokensDeltaParams, SemanticTokensFullDeltaResult, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult,
};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn full(
    _session: &Arc<Session>,
    _params: SemanticTokensParams,
) -> Option<SemanticTokensResult> {
    None
}

/// Not built yet.
pub(in crate::lsp) async fn delta(
    _session: &Arc<Session>,
    _params: SemanticTokensDeltaParams,
) -> Option<SemanticTokensFullDeltaResult> {
    None
}

/// Not built yet.
pub(in crate::lsp) async fn range(
    _session: &Arc<Session>,
    _params: SemanticTokensRangeParams,
) -> Option<SemanticTokensRangeResult> {
    None
}
