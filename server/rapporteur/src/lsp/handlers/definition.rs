//! `textDocument/definition`: from a call to its note, from "paragraph 9 above" to paragraph 9, from an acronym to what it
//! stands for, from a citation to the text.

use std::sync::Arc;

use rapporteur_assist::{Destination, Map, Subject, Thing};
use rapporteur_draft::Span;
use tower_lsp::ls_types::{GotoDefinitionParams, GotoDefinitionResponse, Location, LocationLink, Range, Uri};

use crate::lsp::{
    analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session, workspace,
};

/// Where what is at a position is defined.
pub(in crate::lsp) async fn definition(
    session: &Arc<Session>,
    params: GotoDefinitionParams,
) -> Option<GotoDefinitionResponse> {
    let place = params.text_document_position_params;
    let uri = place.text_document.uri;
    let look = move |analysis: &Analysis, profile: &Profile| {
        let offset = proto::offset(&analysis.rope, profile.unit, place.position);
        let map = Map::new(&analysis.text, &analysis.draft);
        let found = map.at(offset)?;
        let range = |span: &Span| proto::range(&analysis.rope, profile.unit, span);
        let here = map.definition(&found).map(|Destination { whole, spot }| (range(&whole), range(&spot)));
        Some((range(&found.span), found, here))
    };
    let (origin, Thing { subject, .. }, here) = on_draft(session, Feature::Definition, &uri, look).await.flatten()?;
    let text = match subject {
        Subject::Text(symbol) => workspace::text_of(session, symbol).await,
        _ => None,
    };
    let (target_uri, whole, spot) = match text {
        Some(Location { uri, range }) => (uri, range, range),
        None => here.map(|(whole, spot)| (uri, whole, spot))?,
    };
    Some(answer(session.profile(), origin, target_uri, whole, spot))
}

fn answer(profile: &Profile, origin: Range, target_uri: Uri, whole: Range, spot: Range) -> GotoDefinitionResponse {
    if !profile.definition_links {
        return GotoDefinitionResponse::Scalar(Location { uri: target_uri, range: spot });
    }
    GotoDefinitionResponse::Link(vec![LocationLink {
        origin_selection_range: Some(origin),
        target_uri,
        target_range: whole,
        target_selection_range: spot,
    }])
}
