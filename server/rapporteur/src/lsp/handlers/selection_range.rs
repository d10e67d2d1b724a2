//! `textDocument/selectionRange`: what is selected as the selection grows.

use std::sync::Arc;

use rapporteur_assist::selections;
use rapporteur_draft::Span;
use tower_lsp::ls_types::{SelectionRange, SelectionRangeParams};

use crate::lsp::{analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session};

/// For each position what is selected there, and what holds that, up to the document.
pub(in crate::lsp) async fn selection_range(
    session: &Arc<Session>,
    params: SelectionRangeParams,
) -> Option<Vec<SelectionRange>> {
    let SelectionRangeParams { text_document, positions, .. } = params;
    on_draft(session, Feature::SelectionRange, &text_document.uri, move |analysis, profile| {
        let offset = |position| proto::offset(&analysis.rope, profile.unit, position);
        let offsets: Vec<usize> = positions.into_iter().map(offset).collect();
        let chains = selections(&analysis.text, &analysis.draft, &offsets);
        chains.iter().filter_map(|spans| chain(spans, analysis, profile)).collect()
    })
    .await
}

/// The stretches of a chain, each in the next.
fn chain(spans: &[Span], analysis: &Analysis, profile: &Profile) -> Option<SelectionRange> {
    spans.iter().rev().fold(None, |parent, span| {
        let range = proto::range(&analysis.rope, profile.unit, span);
        Some(SelectionRange { range, parent: parent.map(Box::new) })
    })
}
