//! `initialized`: asks the client for its settings and to keep an eye on ours.

use std::sync::Arc;

use serde_json::json;
use tower_lsp::ls_types::Registration;

use crate::{
    lsp::{client::encoding_kind, log::LogLevel, session::Session},
    project::FILE_NAME,
    walk,
};

use super::configuration;

/// Starts what follows the client's answer to `initialize`. Nothing here is waited for.
pub(in crate::lsp) fn initialized(session: &Arc<Session>) {
    session.log(LogLevel::Info, greeting(session));
    if session.profile().configuration {
        configuration::ask(session);
    }
    let registrations = registrations(session);
    if !registrations.is_empty() {
        let session = session.clone();
        tokio::spawn(async move {
            if let Err(error) = session.client.register_capability(registrations).await {
                session.log_error(format!("The editor will not tell of changed settings: {error}."));
            }
        });
    }
}

/// What was agreed on, in a line.
fn greeting(session: &Session) -> String {
    let profile = session.profile();
    let folders: Vec<String> =
        session.workspace.folders.paths().iter().map(|path| path.display().to_string()).collect();
    format!(
        "Rapporteur {}: positions count in {}, diagnostics are {}, {}.",
        env!("CARGO_PKG_VERSION"),
        encoding_kind(profile.unit).as_str(),
        if profile.pulls { "pulled" } else { "pushed" },
        if folders.is_empty() { "no folder is open".to_owned() } else { format!("in {}", folders.join(", ")) },
    )
}

fn registrations(session: &Session) -> Vec<Registration> {
    let profile = session.profile();
    let registration = |method: &str, options| Registration {
        id: method.to_owned(),
        method: method.to_owned(),
        register_options: Some(options),
    };
    let mut registrations = Vec::new();
    if profile.registers_configuration {
        registrations.push(registration("workspace/didChangeConfiguration", json!({ "section": "rapporteur" })));
    }
    if profile.registers_watchers {
        // Settings name tables of resolutions in these formats.
        let tables = ["tsv", "csv", "json"];
        let endings = tables.into_iter().chain(walk::EXTENSIONS).map(|ending| format!("*.{ending}"));
        let watchers: Vec<_> = [FILE_NAME.to_owned()]
            .into_iter()
            .chain(endings)
            .map(|name| json!({ "globPattern": format!("**/{name}") }))
            .collect();
        registrations.push(registration("workspace/didChangeWatchedFiles", json!({ "watchers": watchers })));
    }
    registrations
}
