//! `textDocument/didOpen`.

use std::sync::Arc;

use tower_lsp::ls_types::DidOpenTextDocumentParams;

use crate::lsp::{analysis, document::Document, session, session::Session};

use super::initialize::path;

/// Takes in a draft and checks it, and the others with it if settings or tables have changed meanwhile.
pub(in crate::lsp) async fn did_open(session: &Arc<Session>, params: DidOpenTextDocumentParams) {
    let opened = params.text_document;
    let path = path(&opened.uri);
    let changed = session.notice_changes();
    let basis = session.basis(path.as_deref());
    let document = Document::new(path, opened.version, opened.text, basis, session.next_revision());
    session.documents.insert(opened.uri.clone(), document);
    if changed {
        return session::recheck_all(session).await;
    }
    session.report_troubles().await;
    analysis::check(session, &opened.uri).await;
}
