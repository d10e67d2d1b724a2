//! `workspace/didChangeWorkspaceFolders`.

use std::sync::Arc;

use tower_lsp::ls_types::DidChangeWorkspaceFoldersParams;

use crate::lsp::{session, session::Session};

use super::configuration;

/// Takes in which folders belong to the workspace now, and asks for the settings that the client has for them.
pub(in crate::lsp) async fn did_change_workspace_folders(
    session: &Arc<Session>,
    params: DidChangeWorkspaceFoldersParams,
) {
    let workspace = &session.workspace;
    workspace.folders.remove(params.event.removed.into_iter().map(|folder| folder.uri));
    workspace.folders.add(params.event.added.into_iter().map(|folder| folder.uri));
    workspace.touch();
    if session.profile().configuration {
        configuration::ask(session);
    }
    // Drafts that are not stored yet belong to the first folder, which may be another.
    session::recheck_all(session).await;
}
