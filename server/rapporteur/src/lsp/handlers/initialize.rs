//! `initialize`: what the client can do, and what we can.

use tower_lsp::ls_types::{InitializeParams, InitializeResult, ServerInfo, Uri};

use crate::lsp::{capabilities::capabilities, client::Profile, session::Session};

/// Agrees with the client on what the session can do.
pub(in crate::lsp) fn initialize(session: &Session, params: InitializeParams) -> InitializeResult {
    let folders = folders(&params);
    session.begin(Profile::new(&params.capabilities, session.encoding), folders, params.locale);
    session.set_client_settings(&params.initialization_options.unwrap_or_default(), &[]);
    InitializeResult {
        capabilities: capabilities(session),
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..InitializeResult::default()
    }
}

/// The folders of the workspace. Clients that know of none may still have a root.
fn folders(params: &InitializeParams) -> Vec<Uri> {
    #[allow(deprecated, reason = "older clients have nothing else")]
    let root = params.root_uri.clone();
    match &params.workspace_folders {
        Some(folders) => folders.iter().map(|folder| folder.uri.clone()).collect(),
        None => root.into_iter().collect(),
    }
}
