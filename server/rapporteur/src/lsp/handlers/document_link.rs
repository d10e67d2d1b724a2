//! `textDocument/documentLink`: the pages of the texts and documents that a draft names.

use std::{str::FromStr, sync::Arc};

use rapporteur_assist::{links, title_of};
use tower_lsp::ls_types::{DocumentLink, DocumentLinkParams, Uri};

use crate::lsp::{
    analysis::{self, Analysis, contained},
    client::Profile,
    proto,
    session::Session,
};

/// The links of a draft.
pub(in crate::lsp) async fn document_link(
    session: &Arc<Session>,
    params: DocumentLinkParams,
) -> Option<Vec<DocumentLink>> {
    if !session.features().document_link {
        return None;
    }
    let analysis = analysis::latest(session, &params.text_document.uri).await?;
    let work = {
        let (analysis, profile) = (analysis.clone(), session.profile().clone());
        move || contained(|| proto_links(&analysis, &profile))
    };
    let outcome = match analysis.is_large() {
        true => tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(error.to_string())),
        false => work(),
    };
    outcome.inspect_err(|panic| session.log_fault("Links", panic)).ok()
}

fn proto_links(analysis: &Analysis, profile: &Profile) -> Vec<DocumentLink> {
    let registry = analysis.basis.project.registry();
    let language = analysis.draft.language;
    let found = links(&analysis.draft, registry).into_iter().map(|link| DocumentLink {
        range: proto::range(&analysis.rope, profile.unit, &link.span),
        target: Uri::from_str(&link.page).ok(),
        tooltip: link.symbol.filter(|_| profile.link_tooltips).and_then(|symbol| title_of(symbol, registry, language)),
        data: None,
    });
    found.collect()
}
