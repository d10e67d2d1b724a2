//! `workspace/didChangeConfiguration`, and the question for the client's settings.

use std::sync::Arc;

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
    apply(session, settings).await;
}

/// Asks the client for its settings, without waiting for the answer.
pub(super) fn ask(session: &Arc<Session>) {
    let session = session.clone();
    tokio::spawn(async move {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        match session.client.configuration(vec![item]).await {
            Ok(settings) => match settings.first() {
                // The client has nothing set: what it sent with `initialize` goes on to hold.
                None | Some(Value::Null) => {}
                Some(settings) => apply(&session, settings).await,
            },
            Err(error) => session.log_error(format!("The editor did not tell its settings: {error}.")),
        }
    });
}

async fn apply(session: &Arc<Session>, settings: &Value) {
    let pushed = session.pushes_diagnostics();
    session.set_client_settings(settings);
    if pushed && !session.pushes_diagnostics() {
        session::clear_all(session).await;
    }
    session::recheck_all(session).await;
}
