//! `workspace/executeCommand`.

use std::sync::Arc;

use serde::Deserialize;
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{ExecuteCommandParams, LSPAny, ShowDocumentParams, Uri},
};

use crate::lsp::session::Session;

/// Opens a document: another version of a draft.
pub(in crate::lsp) const OPEN: &str = "rapporteur.open";

/// The commands, as they are told to the client.
pub(in crate::lsp) const COMMANDS: [&str; 1] = [OPEN];

/// Runs a command. The error says what is wrong with it.
pub(in crate::lsp) async fn execute_command(
    session: &Arc<Session>,
    params: ExecuteCommandParams,
) -> Result<Option<LSPAny>> {
    let ExecuteCommandParams { command, arguments, .. } = params;
    match command.as_str() {
        OPEN => {
            let (uri,): (Uri,) = read(&command, arguments)?;
            open(session, uri);
        }
        _ => {
            let known = COMMANDS.join(", ");
            return Err(Error::invalid_params(format!("there is no command `{command}`; there are {known}")));
        }
    }
    Ok(None)
}

/// The arguments of a command.
fn read<T: for<'de> Deserialize<'de>>(command: &str, arguments: Vec<LSPAny>) -> Result<T> {
    serde_json::from_value(LSPAny::Array(arguments))
        .map_err(|error| Error::invalid_params(format!("the arguments of `{command}` can't be read: {error}")))
}

fn open(session: &Session, uri: Uri) {
    let client = session.client.clone();
    tokio::spawn(async move {
        let shown = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
        // A client that can't show it says so to the user itself.
        let _ = client.show_document(shown).await;
    });
}
