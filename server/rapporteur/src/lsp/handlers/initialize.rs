//! `initialize`: what the client can do, and what we can.

use std::path::PathBuf;

use rapporteur_draft::Language;
use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions, DiagnosticOptions,
    DiagnosticServerCapabilities, DocumentLinkOptions, HoverProviderCapability, InitializeParams, InitializeResult,
    SaveOptions, ServerCapabilities, ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri,
};

use crate::lsp::{
    client::{Profile, encoding_kind},
    diagnostics,
    session::Session,
};

use super::code_action::FIX_ALL;

/// Agrees with the client on what the session can do.
pub(in crate::lsp) fn initialize(session: &Session, params: InitializeParams) -> InitializeResult {
    let folder = folder(&params);
    session.begin(Profile::new(&params.capabilities), folder, params.locale);
    session.set_client_settings(&params.initialization_options.unwrap_or_default());
    InitializeResult {
        capabilities: capabilities(session),
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..InitializeResult::default()
    }
}

/// The folder that settings for new drafts are looked for in.
fn folder(params: &InitializeParams) -> Option<PathBuf> {
    let folders = params.workspace_folders.iter().flatten();
    folders.map(|folder| &folder.uri).find_map(path)
}

/// The path of a document that is a file.
pub(in crate::lsp) fn path(uri: &Uri) -> Option<PathBuf> {
    if uri.scheme().as_str() != "file" {
        return None;
    }
    uri.to_file_path().map(std::borrow::Cow::into_owned)
}

fn capabilities(session: &Session) -> ServerCapabilities {
    let features = session.features();
    let profile = session.profile();
    ServerCapabilities {
        position_encoding: Some(encoding_kind(profile.unit)),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        diagnostic_provider: (features.diagnostics && profile.pulls).then(|| {
            DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some(diagnostics::SOURCE.to_owned()),
                ..DiagnosticOptions::default()
            })
        }),
        code_action_provider: features.code_action.then(|| {
            CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, FIX_ALL]),
                ..CodeActionOptions::default()
            })
        }),
        completion_provider: features.completion.then(|| CompletionOptions {
            resolve_provider: Some(true),
            trigger_characters: Some(completion_triggers()),
            ..CompletionOptions::default()
        }),
        hover_provider: features.hover.then_some(HoverProviderCapability::Simple(true)),
        document_link_provider: features.document_link.then(|| DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: Default::default(),
        }),
        ..ServerCapabilities::default()
    }
}

/// What an editor asks for completions after, by itself: a space, what stands within numbers, and what languages put
/// before them.
fn completion_triggers() -> Vec<String> {
    let marks = Language::all().map(|language| language.number_marks().0).filter(|mark| !mark.is_empty());
    [" ", "/", "("].into_iter().chain(marks).map(str::to_owned).collect()
}
