//! What the client can do, as far as it makes a difference to us.

use tower_lsp::ls_types::{
    ClientCapabilities, CodeActionCapabilityResolveSupport, CodeActionClientCapabilities, FoldingRangeKind,
    MarkupContent, MarkupKind, PositionEncodingKind, SemanticTokensFullOptions,
};

use rapporteur_assist::Shown;

use crate::position::Unit;

/// What was agreed on with the client when the session began.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// What columns count.
    pub(super) unit: Unit,
    /// It asks for diagnostics, so they are not pushed.
    pub(super) pulls: bool,
    /// It can be asked to pull again.
    pub(super) refreshes: bool,
    /// It answers questions about its settings.
    pub(super) configuration: bool,
    /// It can be asked to tell of changed settings.
    pub(super) registers_configuration: bool,
    /// It can be asked to watch files.
    pub(super) registers_watchers: bool,
    /// It takes edits to a certain version of a document.
    pub(super) versioned_edits: bool,
    /// It shows the places that a diagnostic speaks of.
    pub(super) related_information: bool,
    /// It shows what stands beside a completion's label.
    pub(super) label_details: bool,
    /// It takes completions as snippets.
    pub(super) snippets: bool,
    /// How it renders what is said of a completion.
    pub(super) documentation: Form,
    /// How it renders what is shown under the pointer.
    pub(super) hover: Form,
    /// It shows what is said of a link.
    pub(super) link_tooltips: bool,
    /// It shows that something is being worked on.
    pub(super) shows_progress: bool,
    /// It opens documents when it is asked to.
    pub(super) shows_documents: bool,
    /// It underlines what it goes to a definition from.
    pub(super) definition_links: bool,
    /// It takes code actions as such; others take commands in their place.
    pub(super) action_literals: bool,
    /// It asks for the edits of a code action when it is chosen.
    pub(super) resolves_actions: bool,
    /// It applies edits that we ask it to apply.
    pub(super) applies_edits: bool,
    /// It asks whether there is something to rename before it asks for a name.
    pub(super) prepares_rename: bool,
    /// It shows the outline as a tree.
    pub(super) symbol_trees: bool,
    /// It folds whole lines.
    pub(super) folds_lines: bool,
    /// It tells folded comments from other folds.
    pub(super) folds_comments: bool,
    /// How many folds it takes.
    pub(super) most_folds: Option<usize>,
    /// It asks what has changed in the tokens of a draft.
    pub(super) token_deltas: bool,
    /// It asks for the tokens of a part of a draft.
    pub(super) token_ranges: bool,
    /// It takes tokens that go on over the end of a line.
    pub(super) multiline_tokens: bool,
    /// It can be asked to ask for all tokens again.
    pub(super) refreshes_tokens: bool,
    /// It asks for the tooltip of a hint when it is looked at.
    pub(super) resolves_hints: bool,
    /// It can be asked to ask for all hints again.
    pub(super) refreshes_hints: bool,
    /// It can be asked to ask for code lenses again.
    pub(super) refreshes_lenses: bool,
}

/// The forms in which an editor renders text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// Text as it is, which every client can show.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
}

impl Form {
    /// The form that a client likes best.
    fn new(formats: Option<&Vec<MarkupKind>>) -> Form {
        match formats.and_then(|formats| formats.first()) {
            Some(MarkupKind::Markdown) => Form::Markdown,
            _ => Form::Plain,
        }
    }

    /// What is shown, in this form.
    pub(super) fn content(self, shown: &Shown) -> MarkupContent {
        match self {
            Form::Plain => MarkupContent { kind: MarkupKind::PlainText, value: shown.plain() },
            Form::Markdown => MarkupContent { kind: MarkupKind::Markdown, value: shown.markdown() },
        }
    }
}

impl Profile {
    /// Reads what the client says of itself. Where it does not say what its columns count, they count in `encoding`.
    pub(super) fn new(capabilities: &ClientCapabilities, encoding: Unit) -> Profile {
        let workspace = capabilities.workspace.as_ref();
        let documents = capabilities.text_document.as_ref();
        let window = capabilities.window.as_ref();
        let pull = documents.and_then(|documents| documents.diagnostic.as_ref());
        let push = documents.and_then(|documents| documents.publish_diagnostics.as_ref());
        let completion = documents.and_then(|d| d.completion.as_ref()).and_then(|c| c.completion_item.as_ref());
        let hover = documents.and_then(|documents| documents.hover.as_ref());
        let links = documents.and_then(|documents| documents.document_link.as_ref());
        let actions = documents.and_then(|documents| documents.code_action.as_ref());
        let folding = documents.and_then(|documents| documents.folding_range.as_ref());
        let tokens = documents.and_then(|documents| documents.semantic_tokens.as_ref());
        let hints = documents.and_then(|documents| documents.inlay_hint.as_ref());
        Profile {
            unit: negotiate(capabilities).unwrap_or(encoding),
            pulls: pull.is_some(),
            refreshes: workspace.and_then(|w| w.diagnostics.as_ref()).and_then(|d| d.refresh_support) == Some(true),
            configuration: workspace.and_then(|w| w.configuration) == Some(true),
            registers_configuration: workspace
                .and_then(|w| w.did_change_configuration)
                .and_then(|c| c.dynamic_registration)
                == Some(true),
            registers_watchers: workspace
                .and_then(|w| w.did_change_watched_files.as_ref())
                .and_then(|c| c.dynamic_registration)
                == Some(true),
            versioned_edits: workspace.and_then(|w| w.workspace_edit.as_ref()).and_then(|e| e.document_changes)
                == Some(true),
            related_information: push.and_then(|push| push.related_information) == Some(true)
                || pull.and_then(|pull| pull.related_information) == Some(true),
            label_details: completion.and_then(|item| item.label_details_support) == Some(true),
            snippets: completion.and_then(|item| item.snippet_support) == Some(true),
            documentation: Form::new(completion.and_then(|item| item.documentation_format.as_ref())),
            hover: Form::new(hover.and_then(|hover| hover.content_format.as_ref())),
            link_tooltips: links.and_then(|links| links.tooltip_support) == Some(true),
            shows_progress: window.and_then(|window| window.work_done_progress) == Some(true),
            shows_documents: window.and_then(|w| w.show_document.as_ref()).is_some_and(|shows| shows.support),
            definition_links: documents.and_then(|d| d.definition).and_then(|d| d.link_support) == Some(true),
            action_literals: actions.is_some_and(|actions| actions.code_action_literal_support.is_some()),
            resolves_actions: actions.is_some_and(resolves_edits),
            applies_edits: workspace.and_then(|w| w.apply_edit) == Some(true),
            prepares_rename: documents.and_then(|d| d.rename.as_ref()).and_then(|r| r.prepare_support) == Some(true),
            symbol_trees: documents
                .and_then(|d| d.document_symbol.as_ref())
                .and_then(|s| s.hierarchical_document_symbol_support)
                == Some(true),
            folds_lines: folding.and_then(|folding| folding.line_folding_only) == Some(true),
            folds_comments: folding
                .and_then(|folding| folding.folding_range_kind.as_ref())
                .and_then(|kinds| kinds.value_set.as_ref())
                .is_some_and(|kinds| kinds.contains(&FoldingRangeKind::Comment)),
            most_folds: folding.and_then(|folding| folding.range_limit).map(|limit| limit as usize),
            token_deltas: matches!(
                tokens.and_then(|tokens| tokens.requests.full.as_ref()),
                Some(SemanticTokensFullOptions::Delta { delta: Some(true) })
            ),
            token_ranges: tokens.and_then(|tokens| tokens.requests.range) == Some(true),
            multiline_tokens: tokens.and_then(|tokens| tokens.multiline_token_support) == Some(true),
            refreshes_tokens: workspace.and_then(|w| w.semantic_tokens.as_ref()).and_then(|t| t.refresh_support)
                == Some(true),
            resolves_hints: hints
                .and_then(|hints| hints.resolve_support.as_ref())
                .is_some_and(|resolve| resolve.properties.iter().any(|property| property == "tooltip")),
            refreshes_lenses: workspace.and_then(|w| w.code_lens.as_ref()).and_then(|l| l.refresh_support)
                == Some(true),
            refreshes_hints: workspace.and_then(|w| w.inlay_hint.as_ref()).and_then(|h| h.refresh_support)
                == Some(true),
        }
    }
}

/// Whether a client keeps the data of a code action, and asks for its edits with them.
fn resolves_edits(actions: &CodeActionClientCapabilities) -> bool {
    let resolves = |support: &CodeActionCapabilityResolveSupport| support.properties.iter().any(|name| name == "edit");
    actions.data_support == Some(true) && actions.resolve_support.as_ref().is_some_and(resolves)
}

/// The first of the client's encodings that we know.
fn negotiate(capabilities: &ClientCapabilities) -> Option<Unit> {
    let offered = capabilities.general.as_ref().and_then(|general| general.position_encodings.as_deref());
    offered.unwrap_or_default().iter().find_map(unit)
}

fn unit(encoding: &PositionEncodingKind) -> Option<Unit> {
    [Unit::Utf8, Unit::Utf16, Unit::Utf32].into_iter().find(|unit| encoding_kind(*unit) == *encoding)
}

/// The protocol's name for a unit.
pub(super) fn encoding_kind(unit: Unit) -> PositionEncodingKind {
    match unit {
        Unit::Utf8 => PositionEncodingKind::UTF8,
        Unit::Utf16 => PositionEncodingKind::UTF16,
        Unit::Utf32 => PositionEncodingKind::UTF32,
    }
}
