//! `textDocument/didClose`.

use tower_lsp::ls_types::{DidCloseTextDocumentParams, PublishDiagnosticsParams};

use crate::lsp::session::Session;

/// Forgets a draft and takes its diagnostics back.
pub(in crate::lsp) async fn did_close(session: &Session, params: DidCloseTextDocumentParams) {
    let uri = params.text_document.uri;
    let Some((_, document)) = session.documents.remove(&uri) else { return };
    // What is stored may be other than what was open.
    session.workspace.touch();
    let shown = session.pushes_diagnostics(&uri);
    let nothing = PublishDiagnosticsParams::new(uri, Vec::new(), Some(document.version));
    session.publish(shown.then_some(nothing)).await;
}
