//! What can be done to a draft, between being offered and being done.

use std::sync::Arc;

use rapporteur_assist::{ActionKind, Checked, Work, edits_of};
use rapporteur_lint::{Edit, batch};
use serde::{Deserialize, Serialize};
use tower_lsp::{
    jsonrpc::{Error, ErrorCode, Result},
    ls_types::{CodeActionKind, Uri, WorkspaceEdit},
};

use super::{
    analysis::{self, Analysis},
    edits::workspace_edit,
    features::Feature,
    request,
    session::Session,
    settings::Basis,
};

/// Something that is to be done to a certain state of a draft. It goes to the client with what is offered, and comes back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Order {
    /// The draft.
    pub(super) uri: Uri,
    /// Its state.
    pub(super) revision: u64,
    /// What is to be done.
    pub(super) work: Work,
}

impl Order {
    /// The edit that does it; `None` where there is nothing to do. The error says that the draft is no longer what it was.
    pub(super) async fn edit(self, session: &Arc<Session>) -> Result<Option<WorkspaceEdit>> {
        let analysis = analysis::latest(session, &self.uri).await;
        let Some(analysis) = analysis.filter(|analysis| analysis.revision == self.revision) else {
            let message = format!("{} has changed since this was offered.", self.uri.as_str());
            return Err(Error { code: ErrorCode::ContentModified, message: message.into(), data: None });
        };
        let work = move |analysis: &Analysis, profile: &_| {
            let edits = edits(analysis, &self.work);
            (!edits.is_empty()).then(|| workspace_edit(profile, &self.uri, analysis, &edits))
        };
        Ok(request::run(session, Feature::CodeAction.key(), &analysis, work).await.flatten())
    }
}

/// What is known of a draft, as those who work on it take it.
pub(super) fn checked(analysis: &Analysis) -> Checked<'_> {
    let Basis { project, settings, .. } = &analysis.basis;
    Checked {
        text: &analysis.text,
        draft: &analysis.draft,
        findings: &analysis.findings,
        registry: project.registry(),
        settings,
    }
}

/// The edits that do some work on a draft.
pub(super) fn edits(analysis: &Analysis, work: &Work) -> Vec<Edit> {
    edits_of(checked(analysis), &analysis.basis.settings.hints, work)
}

/// The protocol's name for a kind of actions.
pub(super) fn kind(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::QuickFix => CodeActionKind::QUICKFIX,
        ActionKind::Rewrite => CodeActionKind::REFACTOR_REWRITE,
        ActionKind::Source(batch) => CodeActionKind::from(format!("source.{}.rapporteur", batch.name)),
    }
}

/// All kinds of actions that there are.
pub(super) fn kinds() -> Vec<CodeActionKind> {
    let sources = batch::OFFERED.into_iter().map(ActionKind::Source);
    [ActionKind::QuickFix, ActionKind::Rewrite].into_iter().chain(sources).map(kind).collect()
}
