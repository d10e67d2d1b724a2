//! `textDocument/didOpen`.

use std::sync::Arc;

use tower_lsp::ls_types::{DidOpenTextDocumentParams, Uri};

use crate::lsp::{analysis, document::Document, log::LogLevel, proto, session, session::Session, settings::Basis};

/// Takes in a draft and checks it, and the others with it if settings or tables have changed meanwhile.
pub(in crate::lsp) async fn did_open(session: &Arc<Session>, params: DidOpenTextDocumentParams) {
    let opened = params.text_document;
    let path = proto::path(&opened.uri);
    let changed = session.notice_changes();
    let basis = session.basis(path.as_deref());
    session.log(LogLevel::Info, under_which(&opened.uri, &basis));
    let document = Document::new(path, opened.version, opened.text, basis, session.next_revision());
    session.documents.insert(opened.uri.clone(), document);
    if changed {
        return session::recheck_all(session).await;
    }
    session.report_troubles().await;
    analysis::check(session, &opened.uri).await;
}

/// Says which settings hold for a document.
fn under_which(uri: &Uri, basis: &Basis) -> String {
    match basis.project.settings_file() {
        Some(file) => format!("For {} the settings of {} hold.", uri.as_str(), file.display()),
        None => format!("For {} there is no rapporteur.toml.", uri.as_str()),
    }
}
