//! What the handlers of requests have in common: they look at the reading of a draft and answer.

use std::sync::Arc;

use rapporteur_draft::DocumentKind;
use serde::Deserialize;
use tower_lsp::ls_types::{TextDocumentIdentifier, Uri};

use super::{
    analysis::{self, Analysis, contained},
    client::Profile,
    features::Feature,
    session::Session,
};

/// What our own requests about a document ask: which one.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DocumentParams {
    pub(super) text_document: TextDocumentIdentifier,
}

/// What some work gives on the present state of a draft. Waits for its analysis; the work itself runs on a thread if the
/// draft is large. `None` where the feature is switched off, where the document is not open or is no draft (somebody's
/// README is left alone), and where the work panics, which is logged.
pub(super) async fn on_draft<T: Send + 'static>(
    session: &Arc<Session>,
    feature: Feature,
    uri: &Uri,
    work: impl FnOnce(&Analysis, &Profile) -> T + Send + 'static,
) -> Option<T> {
    let on_draft = |analysis: &Analysis, profile: &Profile| {
        (analysis.draft.kind != DocumentKind::Other).then(|| work(analysis, profile))
    };
    on_any_text(session, feature, uri, on_draft).await.flatten()
}

/// The same on a text of any kind: what is asked for there has nothing to do with clauses. Settings files and tables are no
/// texts that features are for.
pub(super) async fn on_any_text<T: Send + 'static>(
    session: &Arc<Session>,
    feature: Feature,
    uri: &Uri,
    work: impl FnOnce(&Analysis, &Profile) -> T + Send + 'static,
) -> Option<T> {
    if !session.features(uri).has(feature) {
        return None;
    }
    on_text(session, feature.key(), uri, work).await
}

/// The same where nothing switches it off. `name` is what the log calls it.
pub(super) async fn on_text<T: Send + 'static>(
    session: &Arc<Session>,
    name: &str,
    uri: &Uri,
    work: impl FnOnce(&Analysis, &Profile) -> T + Send + 'static,
) -> Option<T> {
    let analysis = analysis::latest(session, uri).await.filter(|analysis| !analysis.basis.of_project)?;
    run(session, name, &analysis, work).await
}

/// Runs some work on an analysis, contained, and on a thread if the draft is large. `name` is what the log calls it.
pub(super) async fn run<T: Send + 'static>(
    session: &Arc<Session>,
    name: &str,
    analysis: &Arc<Analysis>,
    work: impl FnOnce(&Analysis, &Profile) -> T + Send + 'static,
) -> Option<T> {
    let outcome = if analysis.is_large() {
        let (analysis, session) = (analysis.clone(), session.clone());
        let work = move || contained(|| work(&analysis, session.profile()));
        tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(error.to_string()))
    } else {
        contained(|| work(analysis, session.profile()))
    };
    outcome.inspect_err(|panic| session.log_fault(name, panic)).ok()
}
