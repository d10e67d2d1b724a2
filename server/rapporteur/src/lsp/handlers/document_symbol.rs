//! `textDocument/documentSymbol`: the outline of a draft.

use std::sync::Arc;

use rapporteur_assist::{OutlineEntry, OutlineKind, outline};
use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Uri,
};

use crate::lsp::{analysis::Analysis, client::Profile, features::Feature, proto, request::on_draft, session::Session};

/// The outline of a draft: a tree, or a list for clients that show none.
pub(in crate::lsp) async fn document_symbol(
    session: &Arc<Session>,
    params: DocumentSymbolParams,
) -> Option<DocumentSymbolResponse> {
    let uri = params.text_document.uri;
    let listed = uri.clone();
    let symbols = on_draft(session, Feature::DocumentSymbol, &uri, move |analysis, profile| {
        let entries = outline(&analysis.text, &analysis.draft, analysis.basis.settings.locale);
        if profile.symbol_trees {
            let symbols = entries.into_iter().map(|entry| tree(entry, analysis, profile));
            DocumentSymbolResponse::Nested(symbols.collect())
        } else {
            let mut symbols = Vec::new();
            list(entries, None, &listed, analysis, profile, &mut symbols);
            DocumentSymbolResponse::Flat(symbols)
        }
    });
    symbols.await
}

fn tree(entry: OutlineEntry, analysis: &Analysis, profile: &Profile) -> DocumentSymbol {
    let range = |span| proto::range(&analysis.rope, profile.unit, span);
    // The protocol's own field is deprecated, and its type has no other way to leave it out.
    #[allow(deprecated)]
    DocumentSymbol {
        name: entry.name,
        detail: entry.detail,
        kind: kind(entry.kind),
        tags: None,
        deprecated: None,
        range: range(&entry.span),
        selection_range: range(&entry.selection),
        children: Some(entry.within.into_iter().map(|within| tree(within, analysis, profile)).collect()),
    }
}

fn list(
    entries: Vec<OutlineEntry>,
    container: Option<&str>,
    uri: &Uri,
    analysis: &Analysis,
    profile: &Profile,
    symbols: &mut Vec<SymbolInformation>,
) {
    for entry in entries {
        let location = Location { uri: uri.clone(), range: proto::range(&analysis.rope, profile.unit, &entry.span) };
        #[allow(deprecated)]
        symbols.push(SymbolInformation {
            name: entry.name.clone(),
            kind: kind(entry.kind),
            tags: None,
            deprecated: None,
            location,
            container_name: container.map(str::to_owned),
        });
        list(entry.within, Some(&entry.name), uri, analysis, profile, symbols);
    }
}

/// The protocol knows the parts of programs; these have icons that tell the parts of a draft apart.
fn kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Document => SymbolKind::FILE,
        OutlineKind::Part | OutlineKind::Annex => SymbolKind::MODULE,
        OutlineKind::Group => SymbolKind::NAMESPACE,
        OutlineKind::Section => SymbolKind::PACKAGE,
        OutlineKind::Preambular => SymbolKind::FIELD,
        OutlineKind::Operative => SymbolKind::METHOD,
        OutlineKind::SubParagraph => SymbolKind::PROPERTY,
        OutlineKind::Text => SymbolKind::STRING,
        OutlineKind::Notes => SymbolKind::ARRAY,
        OutlineKind::Note => SymbolKind::KEY,
    }
}
