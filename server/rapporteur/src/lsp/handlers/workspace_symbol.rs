//! `workspace/symbol`: drafts of the workspace, and resolutions of the registry.

use std::{str::FromStr, sync::Arc};

use rapporteur_assist::{Found, find};
use tower_lsp::ls_types::{
    Location, Range, SymbolInformation, SymbolKind, Uri, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use crate::lsp::{
    analysis::contained,
    features::Feature,
    proto,
    session::Session,
    workspace::{self, Known},
};

/// How many resolutions are offered.
const MOST: usize = 50;

/// The drafts whose title, symbol or name of the file has what is looked for, then the resolutions that have it in their
/// number or title. Every draft for an empty query.
pub(in crate::lsp) async fn workspace_symbol(
    session: &Arc<Session>,
    params: WorkspaceSymbolParams,
) -> Option<WorkspaceSymbolResponse> {
    if !session.general_features().has(Feature::WorkspaceSymbol) {
        return None;
    }
    let query = params.query.trim();
    let drafts = workspace::drafts(session, params.work_done_progress_params.work_done_token).await;
    let mut symbols: Vec<SymbolInformation> = drafts.iter().filter_map(|draft| symbol_of(draft, query)).collect();
    if !query.is_empty() {
        symbols.extend(resolutions(session, query));
    }
    Some(WorkspaceSymbolResponse::Flat(symbols))
}

/// A draft, if it is one that is looked for.
fn symbol_of(draft: &Known, query: &str) -> Option<SymbolInformation> {
    let Known { uri, summary } = draft;
    let file = proto::file_name(uri).to_owned();
    let parts = [summary.symbol.as_deref(), summary.title.as_deref()];
    let mut name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    // The number of a published resolution begins its title.
    if let (Some(symbol), Some(title)) = (&summary.symbol, &summary.title)
        && title.starts_with(symbol.as_str())
    {
        name.clone_from(title);
    }
    if name.is_empty() {
        name.clone_from(&file);
    }
    let sought = query.to_lowercase();
    let has = |text: &str| sought.split_whitespace().all(|word| text.to_lowercase().contains(word));
    has(&format!("{name} {file}"))
        .then(|| symbol(name, SymbolKind::FILE, file, Location { uri: uri.clone(), range: summary.place() }))
}

/// The resolutions of the registry, and of the tables of the first project.
fn resolutions(session: &Session, query: &str) -> Vec<SymbolInformation> {
    let basis = session.basis(None);
    let language = basis.settings.locale.language();
    let found = contained(|| find(query, basis.project.registry(), language, MOST));
    let found = found.inspect_err(|panic| session.log_fault(Feature::WorkspaceSymbol.key(), panic)).unwrap_or_default();
    // Of a page of the web no part is meant. The protocol has a form without a range for that, which not every client
    // reads that says it does, least of all beside symbols with one.
    let page = |found: Found| {
        let location = Location { uri: Uri::from_str(&found.page).ok()?, range: Range::default() };
        Some(symbol(found.name, SymbolKind::CONSTANT, found.detail, location))
    };
    found.into_iter().filter_map(page).collect()
}

fn symbol(name: String, kind: SymbolKind, container: String, location: Location) -> SymbolInformation {
    #[allow(deprecated, reason = "the protocol's type has the field")]
    SymbolInformation { name, kind, tags: None, deprecated: None, location, container_name: Some(container) }
}
