//! `workspace/symbol`: drafts of the workspace, and resolutions of the registry.

use std::{str::FromStr, sync::Arc};

use rapporteur_assist::find;
use tower_lsp::ls_types::{
    Location, OneOf, Range, SymbolInformation, SymbolKind, Uri, WorkspaceLocation, WorkspaceSymbol,
    WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use crate::lsp::{
    analysis::contained,
    features::Feature,
    session::Session,
    workspace::{self, Known},
};

/// How many resolutions are offered.
const MOST: usize = 50;

/// Something that was looked for.
struct Symbol {
    name: String,
    kind: SymbolKind,
    container: Option<String>,
    uri: Uri,
    /// `None` for a page of the web, of which no part is meant.
    range: Option<Range>,
}

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
    let mut symbols: Vec<Symbol> = drafts.iter().filter_map(|draft| symbol_of(draft, query)).collect();
    if !query.is_empty() {
        symbols.extend(resolutions(session, query));
    }
    Some(if session.profile().lazy_symbols { nested(symbols) } else { flat(symbols) })
}

/// A draft, if it is one that is looked for.
fn symbol_of(draft: &Known, query: &str) -> Option<Symbol> {
    let Known { uri, summary } = draft;
    let file = uri.path().as_str().rsplit('/').next().unwrap_or_default().to_owned();
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
    has(&format!("{name} {file}")).then(|| Symbol {
        name,
        kind: SymbolKind::FILE,
        container: Some(file),
        uri: uri.clone(),
        range: Some(summary.place()),
    })
}

/// The resolutions of the registry, and of the tables of the first project.
fn resolutions(session: &Session, query: &str) -> Vec<Symbol> {
    let basis = session.basis(None);
    let language = basis.settings.locale.language();
    let found = contained(|| find(query, basis.project.registry(), language, MOST));
    let found = found.inspect_err(|panic| session.log_fault(Feature::WorkspaceSymbol.key(), panic)).unwrap_or_default();
    let symbol = |found: rapporteur_assist::Found| {
        Some(Symbol {
            name: found.name,
            kind: SymbolKind::CONSTANT,
            container: Some(found.detail),
            uri: Uri::from_str(&found.page).ok()?,
            range: None,
        })
    };
    found.into_iter().filter_map(symbol).collect()
}

/// The form in which a place may be a document as a whole.
fn nested(symbols: Vec<Symbol>) -> WorkspaceSymbolResponse {
    let symbol = |Symbol { name, kind, container, uri, range }| WorkspaceSymbol {
        name,
        kind,
        tags: None,
        container_name: container,
        location: match range {
            Some(range) => OneOf::Left(Location { uri, range }),
            None => OneOf::Right(WorkspaceLocation { uri }),
        },
        data: None,
    };
    WorkspaceSymbolResponse::Nested(symbols.into_iter().map(symbol).collect())
}

/// The form that every client knows.
fn flat(symbols: Vec<Symbol>) -> WorkspaceSymbolResponse {
    #[allow(deprecated, reason = "the protocol's type has the field")]
    let symbol = |Symbol { name, kind, container, uri, range }| SymbolInformation {
        name,
        kind,
        tags: None,
        deprecated: None,
        location: Location { uri, range: range.unwrap_or_default() },
        container_name: container,
    };
    WorkspaceSymbolResponse::Flat(symbols.into_iter().map(symbol).collect())
}
