//! `textDocument/codeLens`: what is shown above the enacting line.

use std::sync::Arc;

use rapporteur_assist::{Lens, lenses};
use rapporteur_draft::{Language, Span};
use serde_json::json;
use tower_lsp::ls_types::{CodeLens, CodeLensParams, Command, Uri};

use crate::lsp::{
    analysis::Analysis, client::Profile, features::Feature, handlers::execute_command::OPEN, proto, request::on_draft,
    session::Session, versions::versions,
};

/// The counts of what a draft has, and its versions in other languages where the client can open them.
pub(in crate::lsp) async fn code_lens(session: &Arc<Session>, params: CodeLensParams) -> Option<Vec<CodeLens>> {
    let uri = params.text_document.uri;
    let work = {
        let uri = uri.clone();
        move |analysis: &Analysis, profile: &Profile| proto_lenses(analysis, profile, &uri)
    };
    on_draft(session, Feature::CodeLens, &uri, work).await
}

fn proto_lenses(analysis: &Analysis, profile: &Profile, uri: &Uri) -> Vec<CodeLens> {
    let lenses = lenses(&analysis.draft, &analysis.findings, analysis.basis.settings.locale);
    let range = |span: &Span| proto::range(&analysis.rope, profile.unit, span);
    let first = lenses.first().map(|lens| range(&lens.span));
    let lens = |range, command| CodeLens { range, command: Some(command), data: None };
    // What only tells something has no command to run.
    let counts = |counts: Lens| lens(range(&counts.span), Command::new(counts.title, String::new(), None));
    let mut shown: Vec<CodeLens> = lenses.into_iter().map(counts).collect();
    if let (Some(range), Some(path), true) = (first, proto::path(uri), profile.shows_documents) {
        let open = |(language, uri): (Language, Uri)| {
            Command::new(language.name().to_owned(), OPEN.to_owned(), Some(vec![json!(uri)]))
        };
        shown.extend(versions(&path).into_iter().map(|version| lens(range, open(version))));
    }
    shown
}
