//! The messages that the server answers, each by a handler of its own.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use tokio::runtime::Handle;
// Every message has types of its own; their names are those of the protocol.
#[allow(clippy::wildcard_imports)]
use tower_lsp::ls_types::*;
use tower_lsp::{Client, LanguageServer, jsonrpc::Result};

use crate::position::Unit;

use super::{
    exit_code,
    handlers::{
        self,
        preview::Preview,
        rules::{RulePage, RulesParams},
        search::{Hit, SearchParams},
        status::Status,
        templates::{TemplateForm, TemplatesParams},
        text::Text,
    },
    parent,
    request::DocumentParams,
    session::Session,
};

/// The server as the transport sees it.
pub(super) struct Server {
    session: Arc<Session>,
    shut_down: Arc<AtomicBool>,
}

impl Server {
    /// A server for a client whose columns count in `encoding` if it does not say; `shut_down` becomes true when the
    /// client has asked to end.
    pub(super) fn new(client: Client, encoding: Unit, shut_down: Arc<AtomicBool>) -> Server {
        Server { session: Arc::new(Session::new(client, encoding)), shut_down }
    }

    /// Writes errors to the client's log, from any thread.
    pub(super) fn log(&self, runtime: &Handle) -> impl Fn(String) + use<> {
        let (session, runtime) = (self.session.clone(), runtime.clone());
        move |message| {
            let _within = runtime.enter();
            session.log_error(message);
        }
    }

    /// Our own request for the text of a document.
    pub(super) async fn text(&self, params: DocumentParams) -> Result<Option<Text>> {
        Ok(handlers::text::text(&self.session, &params))
    }

    /// Our own request for a draft as a document.
    pub(super) async fn preview(&self, params: DocumentParams) -> Result<Option<Preview>> {
        Ok(handlers::preview::preview(&self.session, params).await)
    }

    /// Our own request for what a document is.
    pub(super) async fn status(&self, params: DocumentParams) -> Result<Option<Status>> {
        Ok(handlers::status::status(&self.session, params).await)
    }

    /// Our own request for resolutions by number or title.
    pub(super) async fn search(&self, params: SearchParams) -> Result<Option<Vec<Hit>>> {
        Ok(handlers::search::search(&self.session, &params))
    }

    /// Our own request for what there is to be said of the rules.
    pub(super) async fn rules(&self, _: RulesParams) -> Result<Vec<RulePage>> {
        Ok(handlers::rules::rules())
    }

    /// Our own request for forms of new drafts.
    pub(super) async fn templates(&self, params: TemplatesParams) -> Result<Vec<TemplateForm>> {
        Ok(handlers::templates::forms(&self.session, &params))
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        if let Some(client) = params.process_id {
            let shut_down = self.shut_down.clone();
            parent::watch(client, move || exit_code(&shut_down));
        }
        Ok(handlers::initialize::initialize(&self.session, params))
    }

    async fn initialized(&self, _: InitializedParams) {
        handlers::initialized::initialized(&self.session);
    }

    async fn shutdown(&self) -> Result<()> {
        self.shut_down.store(true, Ordering::SeqCst);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        handlers::did_open::did_open(&self.session, params).await;
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        handlers::did_change::did_change(&self.session, params).await;
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        handlers::did_save::did_save(&self.session, params).await;
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        handlers::did_close::did_close(&self.session, params).await;
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        handlers::configuration::did_change_configuration(&self.session, params).await;
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        handlers::watched_files::did_change_watched_files(&self.session, params).await;
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        handlers::workspace_folders::did_change_workspace_folders(&self.session, params).await;
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        Ok(handlers::diagnostic::diagnostic(&self.session, params).await)
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        Ok(handlers::workspace_diagnostic::workspace_diagnostic(&self.session, params).await)
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        Ok(handlers::code_action::code_action(&self.session, params).await)
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        handlers::code_action::resolve(&self.session, action).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        Ok(handlers::completion::completion(&self.session, params))
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        Ok(handlers::completion::resolve(&self.session, item))
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        Ok(handlers::hover::hover(&self.session, params).await)
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        Ok(handlers::definition::definition(&self.session, params).await)
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        Ok(handlers::references::references(&self.session, params).await)
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        Ok(handlers::document_highlight::document_highlight(&self.session, params).await)
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        Ok(handlers::rename::prepare_rename(&self.session, params).await)
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        handlers::rename::rename(&self.session, params).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        Ok(handlers::document_link::document_link(&self.session, params).await)
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        Ok(handlers::document_symbol::document_symbol(&self.session, params).await)
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        Ok(handlers::workspace_symbol::workspace_symbol(&self.session, params).await)
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        Ok(handlers::folding_range::folding_range(&self.session, params).await)
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        Ok(handlers::selection_range::selection_range(&self.session, params).await)
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        Ok(handlers::semantic_tokens::full(&self.session, params).await)
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        Ok(handlers::semantic_tokens::delta(&self.session, params).await)
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        Ok(handlers::semantic_tokens::range(&self.session, params).await)
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        Ok(handlers::inlay_hint::inlay_hint(&self.session, params).await)
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        Ok(handlers::inlay_hint::resolve(&self.session, hint))
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        Ok(handlers::code_lens::code_lens(&self.session, params).await)
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        Ok(handlers::formatting::formatting(&self.session, params).await)
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        Ok(handlers::formatting::range_formatting(&self.session, params).await)
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        Ok(handlers::on_type_formatting::on_type_formatting(&self.session, params).await)
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        handlers::execute_command::execute_command(&self.session, params).await
    }
}
