//! `textDocument/references`.

use std::sync::Arc;

use tower_lsp::ls_types::{Location, ReferenceParams};

use crate::lsp::session::Session;

/// Not built yet.
pub(in crate::lsp) async fn references(_session: &Arc<Session>, _params: ReferenceParams) -> Option<Vec<Location>> {
    None
}
