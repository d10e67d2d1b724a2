//! `workspace/didChangeConfiguration`, and the question for the client's settings.

use std::{path::PathBuf, sync::Arc};

use serde_json::Value;
use tower_lsp::ls_types::{ConfigurationItem, DidChangeConfigurationParams};

use crate::lsp::{session, session::Session};

/// The section of the client's settings that is ours.
const SECTION: &str = "rapporteur";

/// Takes over changed settings, or asks for them where the client answers such questions.
pub(in crate::lsp) async fn did_change_configuration(session: &Arc<Session>, params: DidChangeConfigurationParams) {
    if session.profile().configuration {
        return ask(session);
    }
    // Clients that can't be asked send all their settings, or our section alone.
    let settings = params.settings.get(SECTION).unwrap_or(&params.settings);
    apply(session, settings, &[]).await;
}

/// Asks the client for its settings, without waiting for the answer: in general, and where there are several folders for
/// each of them.
pub(super) fn ask(session: &Arc<Session>) {
    let session = session.clone();
    tokio::spawn(async move {
        let folders = Some(session.workspace.folders.all()).filter(|folders| folders.len() > 1).unwrap_or_default();
        let scopes = [None].into_iter().chain(folders.iter().map(|folder| Some(folder.uri.clone())));
        let items = scopes.map(|scope_uri| ConfigurationItem { scope_uri, section: Some(SECTION.to_owned()) });
        match session.client.configuration(items.collect()).await {
            Ok(settings) => {
                let (general, own) = settings.split_first().unwrap_or((&Value::Null, &[]));
                let own: Vec<(PathBuf, Value)> =
                    folders.into_iter().map(|folder| folder.path).zip(own.iter().cloned()).collect();
                // Where the client has nothing set, what it sent with `initialize` goes on to hold.
                if !general.is_null() || own.iter().any(|(_, value)| !value.is_null()) {
                    apply(&session, general, &own).await;
                }
            }
            Err(error) => session.log_error(format!("The editor did not tell its settings: {error}.")),
        }
    });
}

/// Takes settings over, takes back what is no longer to be shown, and checks all open drafts again.
async fn apply(session: &Arc<Session>, general: &Value, folders: &[(PathBuf, Value)]) {
    let shown = session.pushed_to();
    session.set_client_settings(general, folders);
    session::clear(session, shown.into_iter().filter(|uri| !session.pushes_diagnostics(uri))).await;
    session::recheck_all(session).await;
}
