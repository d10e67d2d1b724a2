//! `textDocument/formatting` and `textDocument/rangeFormatting`.

use std::sync::Arc;

use rapporteur_assist::LineEnds;
use tower_lsp::ls_types::{
    DocumentFormattingParams, DocumentRangeFormattingParams, FormattingOptions, Range, TextEdit, Uri,
};

use crate::lsp::{
    actions::checked, analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft,
    session::Session,
};

/// Formats a draft.
pub(in crate::lsp) async fn formatting(
    session: &Arc<Session>,
    params: DocumentFormattingParams,
) -> Option<Vec<TextEdit>> {
    format(session, &params.text_document.uri, &params.options, None).await
}

/// Formats the lines that a range touches.
pub(in crate::lsp) async fn range_formatting(
    session: &Arc<Session>,
    params: DocumentRangeFormattingParams,
) -> Option<Vec<TextEdit>> {
    format(session, &params.text_document.uri, &params.options, Some(params.range)).await
}

async fn format(
    session: &Arc<Session>,
    uri: &Uri,
    options: &FormattingOptions,
    range: Option<Range>,
) -> Option<Vec<TextEdit>> {
    let ends = LineEnds {
        trim_trailing_whitespace: options.trim_trailing_whitespace == Some(true),
        insert_final_newline: options.insert_final_newline == Some(true),
        trim_final_newlines: options.trim_final_newlines == Some(true),
    };
    let work = move |analysis: &Analysis, profile: &Profile| {
        let span = range.map(|range| proto::span(&analysis.rope, profile.unit, range));
        let hints = &analysis.basis.settings.hints;
        let edits = rapporteur_assist::format(checked(analysis), hints, ends, span.as_ref());
        edits.iter().map(|edit| proto::text_edit(&analysis.rope, profile.unit, edit)).collect()
    };
    on_draft(session, Feature::Formatting, uri, work).await
}
