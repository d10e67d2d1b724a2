//! `textDocument/foldingRange`: what can be folded away.

use std::sync::Arc;

use rapporteur_assist::{Fold, folds};
use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use crate::lsp::{analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session};

/// The folds of a draft, the outermost where the client takes but a few.
pub(in crate::lsp) async fn folding_range(
    session: &Arc<Session>,
    params: FoldingRangeParams,
) -> Option<Vec<FoldingRange>> {
    on_draft(session, Feature::FoldingRange, &params.text_document.uri, |analysis, profile| {
        let mut folds = folds(&analysis.text, &analysis.draft);
        if let Some(limit) = profile.most_folds.filter(|limit| *limit < folds.len()) {
            folds.sort_by_key(|fold| fold.depth);
            folds.truncate(limit);
            folds.sort_by_key(|fold| fold.span.start);
        }
        folds.iter().map(|fold| proto_fold(fold, analysis, profile)).collect()
    })
    .await
}

fn proto_fold(fold: &Fold, analysis: &Analysis, profile: &Profile) -> FoldingRange {
    let Fold { span, comment, .. } = fold;
    let head = analysis.text[span.clone()].find(['\n', '\r']).map_or(span.end, |at| span.start + at);
    let [start, end] = [head, span.end].map(|at| proto::position(&analysis.rope, profile.unit, at));
    let within_lines = !profile.folds_lines;
    FoldingRange {
        start_line: start.line,
        start_character: within_lines.then_some(start.character),
        end_line: end.line,
        end_character: within_lines.then_some(end.character),
        kind: (*comment && profile.folds_comments).then_some(FoldingRangeKind::Comment),
        collapsed_text: None,
    }
}
