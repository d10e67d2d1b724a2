//! The drafts in the folders of the workspace, open or not.
//!
//! Nothing is read until something asks for it: whoever opens a folder to write one draft does not wait for the others.
//! From then on only files that have changed are read again.

mod folders;
mod stored;

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};

use rapporteur_symbol::Symbol;
use rayon::prelude::*;
use tower_lsp::ls_types::{Location, ProgressToken, Uri};

use crate::{project::Stamp, walk};

use super::{analysis, log::LogLevel, progress, session::Session};

pub(super) use folders::Folders;
pub(super) use stored::{Stored, Summary};

/// How many files and folders are looked at in search of drafts. Whoever opens a whole disk does not mean all of it.
const MOST: usize = 100_000;

/// What is known of the workspace.
#[derive(Default)]
pub(super) struct Workspace {
    pub(super) folders: Folders,
    stored: RwLock<BTreeMap<PathBuf, Arc<Stored>>>,
    /// Whether nothing can have changed since the folders were looked through.
    is_current: AtomicBool,
    /// Under what settings the drafts were read, and whether they were checked. Held by the thread that looks through the
    /// folders, so that others wait for what it finds instead of looking too.
    looked: Mutex<Option<(u64, bool)>>,
}

/// A draft of the workspace as it is now.
pub(super) struct Known {
    /// Where it is.
    pub(super) uri: Uri,
    /// What it is and what it cites.
    pub(super) summary: Arc<Summary>,
}

impl Workspace {
    /// Takes in that files may have changed.
    pub(super) fn touch(&self) {
        self.is_current.store(false, Ordering::SeqCst);
    }

    /// The drafts as they are stored, in the order of their paths.
    pub(super) fn stored(&self) -> Vec<Arc<Stored>> {
        self.stored.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }
}

/// Sees to it that the drafts of the workspace are known as they are stored, and checked if `checked`. Reports on the way
/// under the client's token, if it has given one. What is done stays done if the request is cancelled meanwhile.
pub(super) async fn look(session: &Arc<Session>, checked: bool, token: Option<ProgressToken>) {
    let task = {
        let session = session.clone();
        tokio::task::spawn_blocking(move || analysis::contained(|| refresh(&session, checked)))
    };
    let title = session.say("reading-workspace", &[]);
    let outcome = progress::during(session, token, title, task).await;
    if let Err(panic) = outcome.unwrap_or_else(|error| Err(error.to_string())) {
        session.log_fault("Reading the workspace", &panic);
    }
}

/// Reads what has changed.
fn refresh(session: &Session, checked: bool) {
    let workspace = &session.workspace;
    let mut looked = workspace.looked.lock().unwrap_or_else(PoisonError::into_inner);
    // Before the walk, lest a change that comes meanwhile be missed.
    let was_current = workspace.is_current.swap(true, Ordering::SeqCst);
    let walks = !was_current || !session.profile().registers_watchers;
    let settings = session.settings_revision();
    // Some clients ask every other second.
    if !walks && looked.is_some_and(|(under, were_checked)| under == settings && were_checked >= checked) {
        return;
    }
    let before = workspace.stored.read().unwrap_or_else(PoisonError::into_inner).clone();
    let paths = if walks { found(session) } else { before.keys().cloned().collect() };
    let now = paths.into_par_iter().filter_map(|path| {
        let stamp = Stamp::of(&path);
        let known = before.get(&path).filter(|known| known.is_current(stamp, settings, checked));
        let stored = match known {
            Some(known) => Arc::clone(known),
            None => Arc::new(Stored::read(&path, stamp, settings, session, checked)?),
        };
        Some((path, stored))
    });
    let now = now.collect();
    *workspace.stored.write().unwrap_or_else(PoisonError::into_inner) = now;
    *looked = Some((settings, checked));
}

/// The paths of what may be drafts in the folders.
fn found(session: &Session) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in session.workspace.folders.paths() {
        let projects = session.projects_of(Some(&folder));
        let (drafts, troubles) = walk::drafts(std::slice::from_ref(&folder), &projects, MOST);
        for trouble in troubles {
            session.log(LogLevel::Warning, trouble.to_string());
        }
        paths.extend(drafts);
    }
    // A folder may lie within another.
    paths.sort();
    paths.dedup();
    paths
}

/// The drafts of the workspace: those that are open as they are now, wherever they are, the others as they are stored.
/// Waits until the workspace has been read.
pub(super) async fn drafts(session: &Arc<Session>, token: Option<ProgressToken>) -> Vec<Known> {
    look(session, false, token).await;
    let open: Vec<Uri> = session.documents.iter().map(|open| open.key().clone()).collect();
    let (stored, opened) = (session.workspace.stored(), session.open_paths());
    let unopened = stored.iter().filter(|stored| !opened.contains(&stored.path));
    let mut drafts: Vec<Known> = unopened
        .filter_map(|stored| Some(Known { uri: stored.uri.clone(), summary: stored.summary.clone()? }))
        .collect();
    for uri in open {
        let Some(analysis) = analysis::latest(session, &uri).await else { continue };
        let summary = Summary::of(&analysis, session.profile().unit);
        drafts.extend(summary.map(|summary| Known { uri, summary }));
    }
    drafts.sort_by(|a, b| a.uri.as_str().cmp(b.uri.as_str()));
    drafts
}

/// Where the drafts of the workspace cite a text: those that are open as they are now, the others as they are stored.
/// Waits until the workspace has been read.
pub(super) async fn mentions(session: &Arc<Session>, symbol: Symbol) -> Vec<Location> {
    let drafts = drafts(session, None).await;
    let of_draft = |draft: &Known| {
        let places = draft.summary.mentions_of(symbol);
        places.into_iter().map(|range| Location { uri: draft.uri.clone(), range }).collect::<Vec<_>>()
    };
    drafts.iter().flat_map(of_draft).collect()
}

/// The draft of the workspace that is the text itself: the one that has its symbol in the masthead or its number in the
/// title. The place is that of the title.
pub(super) async fn text_of(session: &Arc<Session>, symbol: Symbol) -> Option<Location> {
    let drafts = drafts(session, None).await;
    let draft = drafts.into_iter().find(|draft| draft.summary.own == Some(symbol))?;
    Some(Location { uri: draft.uri, range: draft.summary.place() })
}
