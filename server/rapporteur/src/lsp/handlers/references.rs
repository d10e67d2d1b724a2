//! `textDocument/references`: where else the thing at a position is mentioned; a text that is cited, in all drafts of the
//! workspace.

use std::sync::Arc;

use rapporteur_assist::{Map, Role, Subject};
use tower_lsp::ls_types::{Location, ReferenceParams};

use crate::lsp::{
    analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session, workspace,
};

/// The mentions, those in the draft itself first.
pub(in crate::lsp) async fn references(session: &Arc<Session>, params: ReferenceParams) -> Option<Vec<Location>> {
    let place = params.text_document_position;
    let with_definition = params.context.include_declaration;
    let uri = place.text_document.uri;
    let own = uri.clone();
    let look = move |analysis: &Analysis, profile: &Profile| {
        let offset = proto::offset(&analysis.rope, profile.unit, place.position);
        let map = Map::new(&analysis.text, &analysis.draft);
        let subject = map.at(offset)?.subject;
        let mentions = map.mentions(&subject).into_iter();
        let wanted = mentions.filter(|mention| with_definition || mention.role == Role::Uses);
        let locations: Vec<Location> = wanted
            .map(|mention| Location {
                uri: own.clone(),
                range: proto::range(&analysis.rope, profile.unit, &mention.span),
            })
            .collect();
        Some((subject, locations))
    };
    let (subject, mut locations) = on_draft(session, Feature::References, &uri, look).await.flatten()?;
    if let Subject::Text(symbol) = subject {
        // What the workspace knows of this draft, the draft knows better.
        let elsewhere = workspace::mentions(session, symbol).await.into_iter();
        locations.extend(elsewhere.filter(|location| location.uri != uri));
    }
    Some(locations)
}
