//! `textDocument/didSave`.

use std::sync::Arc;

use crate::lsp::{session, session::Session};

/// Reads the settings again for a client that can't watch them: the next best moment to notice that they have
/// changed. The drafts themselves are checked on every change, not on saving.
pub(in crate::lsp) async fn did_save(session: &Arc<Session>) {
    if !session.profile().registers_watchers {
        session.forget_projects();
        session::recheck_all(session).await;
    }
}
