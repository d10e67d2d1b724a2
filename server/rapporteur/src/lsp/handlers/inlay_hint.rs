//! `textDocument/inlayHint` and `inlayHint/resolve`: titles, dates and numbers between the words.

use std::sync::Arc;

use rapporteur_assist::{Hint, HintKind, card, hints};
use rapporteur_draft::Language;
use rapporteur_symbol::Symbol;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{InlayHint, InlayHintKind, InlayHintLabel, InlayHintParams, InlayHintTooltip, Uri};

use crate::lsp::{
    analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session, settings::Basis,
};

/// What a hint has to remember until its tooltip is asked for.
#[derive(Deserialize, Serialize)]
struct Memory {
    uri: Uri,
    symbol: String,
    language: String,
}

/// The hints in a range.
pub(in crate::lsp) async fn inlay_hint(session: &Arc<Session>, params: InlayHintParams) -> Option<Vec<InlayHint>> {
    let InlayHintParams { text_document, range, .. } = params;
    let uri = text_document.uri.clone();
    on_draft(session, Feature::InlayHint, &text_document.uri, move |analysis, profile| {
        let within = proto::span(&analysis.rope, profile.unit, range);
        let registry = analysis.basis.project.registry();
        let found = hints(&analysis.text, &analysis.draft, &analysis.findings, registry, &within);
        found.into_iter().map(|hint| proto_hint(hint, &uri, analysis, profile)).collect()
    })
    .await
}

/// The tooltip of a hint that the user looks at.
pub(in crate::lsp) fn resolve(session: &Session, mut hint: InlayHint) -> InlayHint {
    let memory = hint.data.clone().and_then(|data| serde_json::from_value::<Memory>(data).ok());
    hint.tooltip = memory.and_then(|memory| {
        let symbol = memory.symbol.parse().ok()?;
        let language = Language::from_code(&memory.language)?;
        let document = session.documents.get(&memory.uri)?;
        Some(tooltip(symbol, language, &document.basis, session.profile()))
    });
    hint
}

fn proto_hint(hint: Hint, uri: &Uri, analysis: &Analysis, profile: &Profile) -> InlayHint {
    let language = analysis.draft.language;
    let symbol = hint.symbol;
    let memory = |symbol: Symbol| {
        let memory = Memory { uri: uri.clone(), symbol: symbol.to_string(), language: language.code().to_owned() };
        serde_json::to_value(memory).ok()
    };
    InlayHint {
        position: proto::position(&analysis.rope, profile.unit, hint.at),
        label: InlayHintLabel::String(hint.label),
        kind: Some(match hint.kind {
            HintKind::Title | HintKind::Date => InlayHintKind::TYPE,
            HintKind::Number => InlayHintKind::PARAMETER,
        }),
        text_edits: hint.edit.map(|edit| vec![proto::text_edit(&analysis.rope, profile.unit, &edit)]),
        tooltip: symbol
            .filter(|_| !profile.resolves_hints)
            .map(|symbol| tooltip(symbol, language, &analysis.basis, profile)),
        padding_left: Some(hint.space_before),
        padding_right: Some(hint.space_behind),
        data: symbol.filter(|_| profile.resolves_hints).and_then(memory),
    }
}

/// What the registry knows of a text.
fn tooltip(symbol: Symbol, language: Language, basis: &Basis, profile: &Profile) -> InlayHintTooltip {
    let card = card(symbol, basis.project.registry(), language, basis.settings.locale);
    // The protocol has no word for the forms that tooltips may have; whoever shows Markdown under the pointer does it here.
    InlayHintTooltip::MarkupContent(profile.hover.content(&card))
}
