//! The drafts in the folders of the workspace, open or not.

use std::sync::Arc;

use rapporteur_symbol::Symbol;
use tower_lsp::ls_types::Location;

use super::session::Session;

/// Where the drafts of the workspace cite a text: those that are open as they are now, the others as they are stored.
/// Waits until the workspace has been read.
pub(super) async fn mentions(_session: &Arc<Session>, _symbol: Symbol) -> Vec<Location> {
    Vec::new()
}

/// The draft of the workspace that is the text itself: the one that has its symbol in the masthead or its number in the
/// title. The place is that of the title.
pub(super) async fn text_of(_session: &Arc<Session>, _symbol: Symbol) -> Option<Location> {
    None
}
