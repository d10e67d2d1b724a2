//! `workspace/didChangeWatchedFiles`: `rapporteur.toml` and the tables that it may name.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeWatchedFilesParams;

use crate::lsp::{proto, session, session::Session};

/// Reads settings and tables again and checks the open drafts under them, if any of the files is one of these.
pub(in crate::lsp) async fn did_change_watched_files(session: &Arc<Session>, params: DidChangeWatchedFilesParams) {
    let changed: Vec<_> = params.changes.iter().filter_map(|change| proto::path(&change.uri)).collect();
    if session.files_changed(&changed) {
        session::recheck_all(session).await;
    }
}
