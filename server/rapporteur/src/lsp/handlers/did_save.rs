//! `textDocument/didSave`.

use std::sync::Arc;

use tower_lsp::ls_types::DidSaveTextDocumentParams;

use crate::lsp::{proto, session, session::Session};

/// Reads settings and tables again if one of them was saved, or has changed without a word from the client. The drafts
/// themselves are checked on every change, not on saving.
pub(in crate::lsp) async fn did_save(session: &Arc<Session>, params: DidSaveTextDocumentParams) {
    let saved: Vec<_> = proto::path(&params.text_document.uri).into_iter().collect();
    if session.files_changed(&saved) || session.notice_changes() {
        session::recheck_all(session).await;
    }
}
