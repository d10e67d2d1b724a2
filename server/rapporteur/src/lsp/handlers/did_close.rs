//! `textDocument/didClose`.

use tower_lsp::ls_types::{DidCloseTextDocumentParams, PublishDiagnosticsParams};

use crate::lsp::{diagnostics, session::Session};

/// Forgets a draft and takes its diagnostics back.
pub(in crate::lsp) async fn did_close(session: &Session, params: DidCloseTextDocumentParams) {
    let uri = params.text_document.uri;
    let Some((_, document)) = session.documents.remove(&uri) else { return };
    // What is stored may be other than what was open.
    session.workspace.touch();
    let shown = session.pushes_diagnostics(&uri);
    // Of a settings file or a table what is wrong with it as it is stored goes on to be said.
    let left = diagnostics::of_troubles(&session.troubles_of(document.path.as_deref()));
    let left = PublishDiagnosticsParams::new(uri, left, Some(document.version));
    session.publish(shown.then_some(left)).await;
}
