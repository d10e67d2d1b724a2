//! What the server tells a client that it can do.

use rapporteur_draft::Language;
// A type for each capability; their names are those of the protocol.
#[allow(clippy::wildcard_imports)]
use tower_lsp::ls_types::*;

use super::{
    actions,
    client::encoding_kind,
    diagnostics,
    features::{Feature, Features},
    handlers::{execute_command, semantic_tokens},
    session::Session,
};

/// The capabilities under the settings that the client has sent with `initialize`.
pub(super) fn capabilities(session: &Session) -> ServerCapabilities {
    let profile = session.profile();
    let features = session.general_features();
    let has = |feature| features.has(feature);
    ServerCapabilities {
        position_encoding: Some(encoding_kind(profile.unit)),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        diagnostic_provider: (has(Feature::Diagnostics) && profile.pulls).then(|| {
            DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some(diagnostics::SOURCE.to_owned()),
                inter_file_dependencies: false,
                workspace_diagnostics: true,
                work_done_progress_options: shown(),
            })
        }),
        completion_provider: has(Feature::Completion).then(|| CompletionOptions {
            resolve_provider: Some(true),
            trigger_characters: Some(completion_triggers()),
            ..CompletionOptions::default()
        }),
        hover_provider: has(Feature::Hover).then_some(HoverProviderCapability::Simple(true)),
        code_action_provider: has(Feature::CodeAction).then(|| {
            CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(actions::kinds()),
                resolve_provider: Some(profile.resolves_actions),
                ..CodeActionOptions::default()
            })
        }),
        definition_provider: plain(features, Feature::Definition),
        references_provider: has(Feature::References)
            .then(|| OneOf::Right(ReferenceOptions { work_done_progress_options: shown() })),
        document_highlight_provider: plain(features, Feature::DocumentHighlight),
        rename_provider: has(Feature::Rename).then(|| match profile.prepares_rename {
            true => OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: Default::default(),
            }),
            false => OneOf::Left(true),
        }),
        document_symbol_provider: plain(features, Feature::DocumentSymbol),
        workspace_symbol_provider: has(Feature::WorkspaceSymbol).then(|| {
            OneOf::Right(WorkspaceSymbolOptions { resolve_provider: None, work_done_progress_options: shown() })
        }),
        folding_range_provider: has(Feature::FoldingRange).then_some(FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: has(Feature::SelectionRange)
            .then_some(SelectionRangeProviderCapability::Simple(true)),
        document_link_provider: has(Feature::DocumentLink).then(|| DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: Default::default(),
        }),
        semantic_tokens_provider: has(Feature::SemanticTokens).then(|| semantic_tokens::provider(profile)),
        inlay_hint_provider: has(Feature::InlayHint).then(|| {
            OneOf::Right(InlayHintServerCapabilities::Options(InlayHintOptions {
                resolve_provider: Some(profile.resolves_hints),
                ..InlayHintOptions::default()
            }))
        }),
        code_lens_provider: has(Feature::CodeLens).then_some(CodeLensOptions { resolve_provider: Some(false) }),
        document_formatting_provider: plain(features, Feature::Formatting),
        document_range_formatting_provider: plain(features, Feature::Formatting),
        document_on_type_formatting_provider: has(Feature::OnTypeFormatting).then(|| DocumentOnTypeFormattingOptions {
            first_trigger_character: "\n".to_owned(),
            more_trigger_character: Some(vec!["^".to_owned(), "]".to_owned()]),
        }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: execute_command::commands(),
            work_done_progress_options: Default::default(),
        }),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..ServerCapabilities::default()
    }
}

/// Of a capability that may take longer than a moment: its progress is shown.
fn shown() -> WorkDoneProgressOptions {
    WorkDoneProgressOptions { work_done_progress: Some(true) }
}

/// A capability about which there is nothing more to say.
fn plain<T>(features: Features, feature: Feature) -> Option<OneOf<bool, T>> {
    features.has(feature).then_some(OneOf::Left(true))
}

/// What an editor asks for completions after, by itself: a space, what stands within numbers, what languages put before
/// them, what opens emphasis, the call of a note, an instruction, and what stands before the values of settings.
fn completion_triggers() -> Vec<String> {
    let marks = Language::all().map(|language| language.number_marks().0).filter(|mark| !mark.is_empty());
    [" ", "/", "(", "*", "^", ":", "=", "\""].into_iter().chain(marks).map(str::to_owned).collect()
}
