//! `textDocument/didChange`.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeTextDocumentParams;

use crate::lsp::{analysis, session, session::Session};

/// Edits a draft and checks it again. For a client that can't watch files this is also the moment to notice that
/// settings or tables have changed; it costs a glance at the state of each.
pub(in crate::lsp) async fn did_change(session: &Arc<Session>, params: DidChangeTextDocumentParams) {
    let changed = params.text_document;
    {
        let Some(mut document) = session.documents.get_mut(&changed.uri) else {
            return session.log_error(format!("{} was changed and is not open.", changed.uri.as_str()));
        };
        let unit = session.profile().unit;
        document.edit(params.content_changes, changed.version, unit, session.next_revision());
    }
    if !session.profile().registers_watchers && session.notice_changes() {
        return session::recheck_all(session).await;
    }
    analysis::check(session, &changed.uri).await;
}
