//! `workspace/didChangeWatchedFiles`: `rapporteur.toml` and the tables that it may name.

use std::sync::Arc;

use crate::lsp::{session, session::Session};

/// Reads settings and tables again and checks the open drafts under them.
pub(in crate::lsp) async fn did_change_watched_files(session: &Arc<Session>) {
    session.forget_projects();
    session::recheck_all(session).await;
}
