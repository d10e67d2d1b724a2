//! What the server knows between two messages.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, OnceLock, PoisonError, RwLock,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};

use dashmap::DashMap;
use tower_lsp::{
    Client,
    ls_types::{MessageType, PublishDiagnosticsParams, Uri, notification::PublishDiagnostics},
};

use crate::project::{FILE_NAME, Projects, Trouble};

use super::{
    analysis,
    client::Profile,
    diagnostics,
    document::Document,
    features::{Feature, Features},
    settings::{Basis, ClientSettings},
};

/// The state of the server. Handlers run on one thread; the maps and locks are here for the transport's sake, which
/// asks for a state that could be shared, and are never held across an `.await`.
pub(super) struct Session {
    /// For what we tell the client. What we *ask* it is asked in a task of its own.
    pub(super) client: Client,
    /// The open drafts.
    pub(super) documents: DashMap<Uri, Document>,
    profile: OnceLock<Profile>,
    /// The first folder of the workspace, for drafts that are not stored yet.
    folder: OnceLock<PathBuf>,
    /// The language of the editor.
    locale: OnceLock<String>,
    settings: RwLock<Setup>,
    revisions: AtomicU64,
    /// What was said to be wrong with settings and tables, by file, so that it is said once.
    reported: Mutex<BTreeMap<PathBuf, Vec<Trouble>>>,
    /// How many rules were said to have failed.
    broken: AtomicUsize,
}

/// The client's settings and the projects under them.
struct Setup {
    client: ClientSettings,
    projects: Arc<Projects>,
}

impl Session {
    /// A session in which nothing is agreed on yet.
    pub(super) fn new(client: Client) -> Session {
        let settings = ClientSettings::default();
        Session {
            client,
            documents: DashMap::new(),
            profile: OnceLock::new(),
            folder: OnceLock::new(),
            locale: OnceLock::new(),
            settings: RwLock::new(Setup { projects: Arc::new(settings.projects()), client: settings }),
            revisions: AtomicU64::new(0),
            reported: Mutex::default(),
            broken: AtomicUsize::new(0),
        }
    }

    /// Keeps what the client said when the session began.
    pub(super) fn begin(&self, profile: Profile, folder: Option<PathBuf>, locale: Option<String>) {
        // `initialize` comes once; the transport refuses a second one.
        let _ = self.profile.set(profile);
        if let Some(folder) = folder {
            let _ = self.folder.set(folder);
        }
        if let Some(locale) = locale {
            let _ = self.locale.set(locale);
        }
    }

    /// What was agreed on with the client.
    pub(super) fn profile(&self) -> &Profile {
        self.profile.get_or_init(Profile::default)
    }

    /// What is switched on.
    pub(super) fn features(&self) -> Features {
        self.settings.read().unwrap_or_else(PoisonError::into_inner).client.features
    }

    /// Whether diagnostics are pushed.
    pub(super) fn pushes_diagnostics(&self) -> bool {
        !self.profile().pulls && self.features().has(Feature::Diagnostics)
    }

    /// A revision that no document has had yet.
    pub(super) fn next_revision(&self) -> u64 {
        self.revisions.fetch_add(1, Ordering::Relaxed)
    }

    /// What a draft is checked against.
    pub(super) fn basis(&self, path: Option<&Path>) -> Basis {
        let projects = self.projects();
        match (path, self.folder.get()) {
            (Some(path), _) => Basis::new(&projects, path),
            (None, Some(folder)) => Basis::new(&projects, &folder.join("untitled")),
            (None, None) => Basis::new(&projects, Path::new("/untitled")),
        }
    }

    /// Takes over what the client has set.
    pub(super) fn set_client_settings(&self, value: &serde_json::Value) {
        let (client, problems) = ClientSettings::read(value, self.locale.get().map(String::as_str));
        self.settings.write().unwrap_or_else(PoisonError::into_inner).client = client;
        self.forget_projects();
        for problem in problems {
            self.show(MessageType::WARNING, format!("In the settings of the editor, {problem}."));
        }
    }

    /// Forgets what was read of `rapporteur.toml` files, so that they are read again, and tables that have changed too.
    pub(super) fn forget_projects(&self) {
        let mut settings = self.settings.write().unwrap_or_else(PoisonError::into_inner);
        settings.projects = Arc::new(settings.projects.renewed(settings.client.options.clone()));
    }

    /// Takes in that files have changed. Says whether a settings file, or a table that one of those in use names, is
    /// among them: then these were forgotten.
    pub(super) fn files_changed(&self, files: &[PathBuf]) -> bool {
        let projects = self.projects();
        let loaded = projects.loaded();
        let is_read = |file: &PathBuf| {
            file.file_name().is_some_and(|name| name == FILE_NAME)
                || loaded.iter().any(|project| project.names_table(file) || project.has_read(file))
        };
        let mut read = files.iter().filter(|file| is_read(file)).peekable();
        let any = read.peek().is_some();
        read.for_each(|file| projects.forget_table(file));
        if any {
            self.forget_projects();
        }
        any
    }

    /// Looks whether settings or tables have changed without a word from the client, and forgets them if so.
    pub(super) fn notice_changes(&self) -> bool {
        let stale = self.projects().is_stale();
        if stale {
            self.forget_projects();
        }
        stale
    }

    fn projects(&self) -> Arc<Projects> {
        self.settings.read().unwrap_or_else(PoisonError::into_inner).projects.clone()
    }

    /// Publishes diagnostics, if there are any to publish.
    ///
    /// They are in line for the client before this waits for anything: what is published later comes later.
    pub(super) async fn publish(&self, publication: Option<PublishDiagnosticsParams>) {
        if let Some(publication) = publication {
            self.client.send_notification::<PublishDiagnostics>(publication).await;
        }
    }

    /// Writes an error to the client's log and to ours.
    pub(super) fn log_error(&self, message: String) {
        tracing::error!("{message}");
        let client = self.client.clone();
        tokio::spawn(async move { client.log_message(MessageType::ERROR, message).await });
    }

    /// Writes to the client's log that something panicked.
    pub(super) fn log_fault(&self, failed: &str, panic: &str) {
        self.log_error(format!("{failed} failed: {panic}. This is a fault in Rapporteur; please report it."));
    }

    /// Writes to the log which rules have failed, each once.
    pub(super) fn report_broken_rules(&self) {
        let broken = rapporteur_lint::broken_rules();
        let told = self.broken.swap(broken.len(), Ordering::Relaxed);
        for rule in broken.iter().skip(told) {
            self.log_error(format!(
                "The rule {rule} failed and does not run again in this session. This is a fault in Rapporteur; please \
                 report it with the draft."
            ));
        }
    }

    /// Shows the user a message.
    fn show(&self, kind: MessageType, message: String) {
        tracing::warn!("{message}");
        let client = self.client.clone();
        tokio::spawn(async move { client.show_message(kind, message).await });
    }

    /// What was said to be wrong with a file, if it is a settings file or a table.
    pub(super) fn troubles_of(&self, file: Option<&Path>) -> Vec<Trouble> {
        let reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        file.and_then(|file| reported.get(file)).cloned().unwrap_or_default()
    }

    /// Tells the user what is wrong with settings and tables: in a message as soon as it changes, and in the diagnostics
    /// of the file for as long as it is wrong.
    pub(super) async fn report_troubles(&self) {
        let changed = self.take_in_troubles();
        for (file, troubles) in changed {
            if let Some(first) = troubles.first() {
                let others = match troubles.len() - 1 {
                    0 => String::new(),
                    others => format!(" (and {others} more in this file)"),
                };
                self.show(MessageType::ERROR, format!("{first}{others}"));
            }
            if self.pushes_diagnostics() {
                self.publish(self.publication_of(&file, &troubles)).await;
            }
        }
    }

    /// Takes in what is wrong now, and gives the files of which other things were said before.
    fn take_in_troubles(&self) -> Vec<(PathBuf, Vec<Trouble>)> {
        let mut now: BTreeMap<PathBuf, Vec<Trouble>> = BTreeMap::new();
        for project in self.projects().loaded() {
            for trouble in project.troubles() {
                let file = std::path::absolute(&trouble.path).unwrap_or_else(|_| trouble.path.clone());
                let troubles = now.entry(file).or_default();
                if !troubles.contains(trouble) {
                    troubles.push(trouble.clone());
                }
            }
        }
        let mut reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        let mended = reported.keys().filter(|file| !now.contains_key(*file)).map(|file| (file.clone(), Vec::new()));
        let wrong = now.iter().filter(|(file, troubles)| reported.get(*file) != Some(troubles));
        let changed = mended.chain(wrong.map(|(file, troubles)| (file.clone(), troubles.clone()))).collect();
        *reported = now;
        changed
    }

    /// The diagnostics of a settings file or table, which may be open like a draft.
    fn publication_of(&self, file: &Path, troubles: &[Trouble]) -> Option<PublishDiagnosticsParams> {
        let open = self.documents.iter().find(|document| document.path.as_deref() == Some(file));
        let (uri, version) = match open {
            Some(document) => (document.key().clone(), Some(document.version)),
            None => (Uri::from_file_path(file)?, None),
        };
        Some(PublishDiagnosticsParams::new(uri, diagnostics::of_troubles(troubles), version))
    }
}

/// Takes back the diagnostics of every open draft, and those of settings and tables.
pub(super) async fn clear_all(session: &Session) {
    let nothing =
        |uri: &Uri, document: &Document| PublishDiagnosticsParams::new(uri.clone(), Vec::new(), Some(document.version));
    let mut publications: Vec<_> = session.documents.iter().map(|open| nothing(open.key(), open.value())).collect();
    let reported = std::mem::take(&mut *session.reported.lock().unwrap_or_else(PoisonError::into_inner));
    publications.extend(reported.keys().filter_map(|file| session.publication_of(file, &[])));
    for publication in publications {
        session.publish(Some(publication)).await;
    }
}

/// Checks every open draft again, under the settings as they are now.
pub(super) async fn recheck_all(session: &Arc<Session>) {
    let uris: Vec<Uri> = session.documents.iter().map(|document| document.key().clone()).collect();
    for uri in &uris {
        if let Some(mut document) = session.documents.get_mut(uri) {
            let basis = session.basis(document.path.as_deref());
            document.set_basis(basis, session.next_revision());
        }
    }
    session.report_troubles().await;
    for uri in &uris {
        analysis::check(session, uri).await;
    }
    if session.profile().refreshes && session.profile().pulls {
        let client = session.client.clone();
        tokio::spawn(async move {
            // A client that can't refresh pulls again at the next change.
            let _ = client.workspace_diagnostic_refresh().await;
        });
    }
}
