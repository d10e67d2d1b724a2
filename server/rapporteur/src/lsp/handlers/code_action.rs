//! `textDocument/codeAction` and `codeAction/resolve`: what can be done to a draft at a place.

use std::sync::Arc;

use rapporteur_assist::{Action, ActionKind};
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{
        CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
        CodeActionTriggerKind, Command, Diagnostic, NumberOrString, Uri,
    },
};

use crate::lsp::{
    actions::{self, Order},
    analysis::Analysis,
    client::Profile,
    diagnostics,
    edits::workspace_edit,
    features::Feature,
    handlers::execute_command,
    proto,
    request::on_draft,
    session::Session,
};

/// The actions for a range.
pub(in crate::lsp) async fn code_action(
    session: &Arc<Session>,
    params: CodeActionParams,
) -> Option<CodeActionResponse> {
    let CodeActionParams { text_document, range, context, .. } = params;
    let uri = text_document.uri.clone();
    let offer = move |analysis: &Analysis, profile: &Profile| {
        let span = proto::span(&analysis.rope, profile.unit, range);
        let named = named(analysis, profile, &context.diagnostics);
        let offered =
            rapporteur_assist::actions(actions::checked(analysis), &span, &named, |kind| wants(&context, kind));
        offered.into_iter().map(|action| in_protocol(action, analysis, profile, &uri)).collect()
    };
    on_draft(session, Feature::CodeAction, &text_document.uri, offer).await
}

/// An action that was offered, with its edits.
pub(in crate::lsp) async fn resolve(session: &Arc<Session>, mut action: CodeAction) -> Result<CodeAction> {
    let data = action.data.clone().unwrap_or_default();
    let order: Order = serde_json::from_value(data)
        .map_err(|_| Error::invalid_params("The data of this action are not those that it was offered with."))?;
    action.edit = order.edit(session).await?;
    Ok(action)
}

/// Whether the client asks for a kind of actions. What goes over the whole draft is not offered unasked as the cursor
/// moves.
fn wants(context: &CodeActionContext, kind: ActionKind) -> bool {
    match &context.only {
        Some(only) => only.iter().any(|wanted| covers(wanted, &actions::kind(kind))),
        None => {
            let unasked = context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
            !(unasked && matches!(kind, ActionKind::Source(_)))
        }
    }
}

/// Whether a kind that the client asks for is a kind or one above it: `source` covers `source.fixAll`.
fn covers(wanted: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty())
}

/// The findings that the client names, as indices: those of which it has the diagnostics in view.
fn named(analysis: &Analysis, profile: &Profile, diagnostics: &[Diagnostic]) -> Vec<usize> {
    let findings = &analysis.findings;
    let of = |diagnostic: &Diagnostic| {
        let Some(NumberOrString::String(rule)) = &diagnostic.code else { return None };
        let span = proto::span(&analysis.rope, profile.unit, diagnostic.range);
        let first = findings.partition_point(|finding| finding.span.start < span.start);
        let here = findings[first..].iter().take_while(|finding| finding.span.start == span.start);
        here.zip(first..).find(|(finding, _)| finding.rule == rule && finding.span == span).map(|(_, index)| index)
    };
    diagnostics.iter().filter_map(of).collect()
}

/// An action in the form that the client takes: with its edits, or with what it takes to work them out, or as a command.
fn in_protocol(action: Action, analysis: &Analysis, profile: &Profile, uri: &Uri) -> CodeActionOrCommand {
    let Action { kind, title, preferred, findings, work } = action;
    let order = |work| serde_json::json!(Order { uri: uri.clone(), revision: analysis.revision, work });
    if !profile.action_literals {
        let command = execute_command::APPLY_FIX.to_owned();
        return CodeActionOrCommand::Command(Command { title, command, arguments: Some(vec![order(work)]) });
    }
    let diagnostics = findings.iter().map(|index| diagnostics::one(&analysis.findings[*index], analysis, uri, profile));
    let mut action = CodeAction {
        title,
        kind: Some(actions::kind(kind)),
        diagnostics: (!findings.is_empty()).then(|| diagnostics.collect()),
        is_preferred: preferred.then_some(true),
        ..CodeAction::default()
    };
    if profile.resolves_actions {
        action.data = Some(order(work));
    } else {
        action.edit = Some(workspace_edit(profile, uri, analysis, &actions::edits(analysis, &work)));
    }
    CodeActionOrCommand::CodeAction(action)
}
