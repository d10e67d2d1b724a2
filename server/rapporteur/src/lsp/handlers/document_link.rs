//! `textDocument/documentLink`: the pages of the texts and documents that a draft names.

use std::{str::FromStr, sync::Arc};

use rapporteur_assist::{links, title_of};
use tower_lsp::ls_types::{DocumentLink, DocumentLinkParams, Uri};

use crate::lsp::{
    analysis::Analysis, client::Profile, features::Feature, proto, request::on_any_text, session::Session,
};

/// The links of a draft.
pub(in crate::lsp) async fn document_link(
    session: &Arc<Session>,
    params: DocumentLinkParams,
) -> Option<Vec<DocumentLink>> {
    on_any_text(session, Feature::DocumentLink, &params.text_document.uri, proto_links).await
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
