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
    let uri = params.text_document.uri;
    // What is shown under the pointer says it already.
    let with_titles = session.profile().link_tooltips && !session.features(&uri).has(Feature::Hover);
    let work = move |analysis: &Analysis, profile: &Profile| proto_links(analysis, profile, with_titles);
    on_any_text(session, Feature::DocumentLink, &uri, work).await
}

fn proto_links(analysis: &Analysis, profile: &Profile, with_titles: bool) -> Vec<DocumentLink> {
    let registry = analysis.basis.project.registry();
    let language = analysis.draft.language;
    let found = links(&analysis.draft, registry).into_iter().map(|link| DocumentLink {
        range: proto::range(&analysis.rope, profile.unit, &link.span),
        target: Uri::from_str(&link.page).ok(),
        tooltip: link.symbol.filter(|_| with_titles).and_then(|symbol| title_of(symbol, registry, language)),
        data: None,
    });
    found.collect()
}
