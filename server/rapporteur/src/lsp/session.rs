//! What the server knows between two messages.

use std::{
    collections::{BTreeMap, HashSet},
    fmt::Display,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
};

use dashmap::DashMap;
use rapporteur_lint::Locale;
use serde_json::Value;
use tokio::runtime::Handle;
use tower_lsp::{
    Client,
    ls_types::{MessageType, PublishDiagnosticsParams, Uri, notification::PublishDiagnostics},
};

use crate::{
    position::Unit,
    project::{FILE_NAME, Project, Projects, Trouble},
};

use super::{
    analysis,
    client::Profile,
    diagnostics,
    document::Document,
    features::{Feature, Features},
    log::LogLevel,
    proto,
    scopes::Scopes,
    settings::Basis,
    wording::say,
    workspace::Workspace,
};

/// The state of the server. Handlers run on one thread; the maps and locks are here for the transport's sake, which
/// asks for a state that could be shared, and are never held across an `.await`.
pub(super) struct Session {
    /// For what we tell the client. What we *ask* it is asked in a task of its own.
    pub(super) client: Client,
    /// What columns count if the client does not say.
    pub(super) encoding: Unit,
    /// The open drafts.
    pub(super) documents: DashMap<Uri, Document>,
    /// The folders of the workspace, and the drafts in them.
    pub(super) workspace: Workspace,
    profile: OnceLock<Profile>,
    /// The language of the editor.
    locale: OnceLock<String>,
    settings: RwLock<Scopes>,
    /// Steps with every change of settings or tables.
    settings_revision: AtomicU64,
    revisions: AtomicU64,
    /// Where what is told the client is sent from, whatever thread has it to tell.
    runtime: Handle,
    /// What was said to be wrong with settings and tables, by file, so that it is said once.
    reported: Mutex<BTreeMap<PathBuf, Vec<Trouble>>>,
    /// How many rules were said to have failed.
    broken: AtomicUsize,
}

impl Session {
    /// A session in which nothing is agreed on yet. Must be called within the runtime.
    pub(super) fn new(client: Client, encoding: Unit) -> Session {
        Session {
            client,
            encoding,
            documents: DashMap::new(),
            workspace: Workspace::default(),
            profile: OnceLock::new(),
            locale: OnceLock::new(),
            settings: RwLock::default(),
            settings_revision: AtomicU64::new(0),
            revisions: AtomicU64::new(0),
            runtime: Handle::current(),
            reported: Mutex::default(),
            broken: AtomicUsize::new(0),
        }
    }

    /// Keeps what the client said when the session began.
    pub(super) fn begin(&self, profile: Profile, folders: Vec<Uri>, locale: Option<String>) {
        // `initialize` comes once; the transport refuses a second one.
        let _ = self.profile.set(profile);
        self.workspace.folders.add(folders);
        if let Some(locale) = locale {
            let _ = self.locale.set(locale);
        }
    }

    /// What was agreed on with the client.
    pub(super) fn profile(&self) -> &Profile {
        self.profile.get_or_init(Profile::default)
    }

    /// What is switched on for a document.
    pub(super) fn features(&self, uri: &Uri) -> Features {
        self.scopes().of(self.place(proto::path(uri).as_deref()).as_deref()).client.features
    }

    /// What is switched on in general.
    pub(super) fn general_features(&self) -> Features {
        self.scopes().of(None).client.features
    }

    /// The language of the reader, for what is said of no draft in particular.
    pub(super) fn reader(&self) -> Locale {
        self.scopes().of(None).client.options.choices.locale.map_or(Locale::ENGLISH, |named| named.0)
    }

    /// Words of ours that the user reads, in the language of the reader.
    pub(super) fn say(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        say(self.reader(), key, values)
    }

    /// Whether diagnostics are pushed for a document.
    pub(super) fn pushes_diagnostics(&self, uri: &Uri) -> bool {
        !self.profile().pulls && self.features(uri).has(Feature::Diagnostics)
    }

    /// A revision that no document has had yet.
    pub(super) fn next_revision(&self) -> u64 {
        self.revisions.fetch_add(1, Ordering::Relaxed)
    }

    /// Steps with every change of settings or tables.
    pub(super) fn settings_revision(&self) -> u64 {
        self.settings_revision.load(Ordering::SeqCst)
    }

    /// What a draft is checked against.
    pub(super) fn basis(&self, path: Option<&Path>) -> Basis {
        let place = self.place(path).unwrap_or_else(|| PathBuf::from("/untitled"));
        Basis::new(&self.projects_of(Some(&place)), &place)
    }

    /// The projects in which a path is looked for; without one those that hold in general.
    pub(super) fn projects_of(&self, path: Option<&Path>) -> Arc<Projects> {
        self.scopes().of(path).projects.clone()
    }

    /// Where a document belongs: where it is stored, or into the first folder of the workspace.
    fn place(&self, path: Option<&Path>) -> Option<PathBuf> {
        path.map(Path::to_owned).or_else(|| Some(self.workspace.folders.first()?.join("untitled")))
    }

    /// Takes over what the client has set: in general, and where it says so by folder.
    pub(super) fn set_client_settings(&self, general: &Value, folders: &[(PathBuf, Value)]) {
        let locale = self.locale.get().map(String::as_str);
        let problems = self.settings.write().unwrap_or_else(PoisonError::into_inner).set(general, folders, locale);
        self.settings_changed();
        for problem in problems {
            self.show(MessageType::WARNING, format!("In the settings of the editor, {problem}."));
        }
    }

    /// Forgets what was read of `rapporteur.toml` files, so that they are read again, and tables that have changed too.
    pub(super) fn forget_projects(&self) {
        self.settings.write().unwrap_or_else(PoisonError::into_inner).renew();
        self.settings_changed();
    }

    fn settings_changed(&self) {
        self.settings_revision.fetch_add(1, Ordering::SeqCst);
        // `exclude` and `include` may be others.
        self.workspace.touch();
    }

    /// Takes in that files have changed. Says whether a settings file, or a table that one of those in use names, is
    /// among them: then these were forgotten.
    pub(super) fn files_changed(&self, files: &[PathBuf]) -> bool {
        self.workspace.touch();
        let scopes = self.scopes().all();
        let loaded: Vec<Arc<Project>> = scopes.iter().flat_map(|projects| projects.loaded()).collect();
        let is_read = |file: &PathBuf| {
            file.file_name().is_some_and(|name| name == FILE_NAME)
                || loaded.iter().any(|project| project.names_table(file) || project.has_read(file))
        };
        let read: Vec<&PathBuf> = files.iter().filter(|file| is_read(file)).collect();
        for projects in &scopes {
            read.iter().for_each(|file| projects.forget_table(file));
        }
        if !read.is_empty() {
            self.forget_projects();
        }
        !read.is_empty()
    }

    /// Looks whether settings or tables have changed without a word from the client, and forgets them if so.
    pub(super) fn notice_changes(&self) -> bool {
        let stale = self.scopes().all().iter().any(|projects| projects.is_stale());
        if stale {
            self.forget_projects();
        }
        stale
    }

    fn scopes(&self) -> RwLockReadGuard<'_, Scopes> {
        self.settings.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Publishes diagnostics, if there are any to publish.
    ///
    /// They are in line for the client before this waits for anything: what is published later comes later.
    pub(super) async fn publish(&self, publication: Option<PublishDiagnosticsParams>) {
        if let Some(publication) = publication {
            self.client.send_notification::<PublishDiagnostics>(publication).await;
        }
    }

    /// Writes to our log, and to the client's if its level lets it through.
    pub(super) fn log(&self, level: LogLevel, message: String) {
        level.trace(&message);
        if level > self.scopes().of(None).client.log_level {
            return;
        }
        let client = self.client.clone();
        self.runtime.spawn(async move { client.log_message(level.message_type(), message).await });
    }

    /// Writes an error to both logs.
    pub(super) fn log_error(&self, message: String) {
        self.log(LogLevel::Error, message);
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
        self.runtime.spawn(async move { client.show_message(kind, message).await });
    }

    /// What was said to be wrong with a file, if it is a settings file or a table.
    pub(super) fn troubles_of(&self, file: Option<&Path>) -> Vec<Trouble> {
        let reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        file.and_then(|file| reported.get(file)).cloned().unwrap_or_default()
    }

    /// What was said to be wrong with settings files and tables.
    pub(super) fn troubles(&self) -> BTreeMap<PathBuf, Vec<Trouble>> {
        self.reported.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Where the documents are stored that are open.
    pub(super) fn open_paths(&self) -> HashSet<PathBuf> {
        self.documents.iter().filter_map(|document| document.path.clone()).collect()
    }

    /// Whether the document that is stored at a path is open.
    pub(super) fn is_open(&self, path: &Path) -> bool {
        self.documents.iter().any(|document| document.path.as_deref() == Some(path))
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
            // What is wrong with a settings file that is open, its own text says.
            if file.file_name().is_some_and(|name| name == FILE_NAME) && self.is_open(&file) {
                continue;
            }
            let publication = self.publication_of(&file, &troubles);
            self.publish(publication.filter(|publication| self.pushes_diagnostics(&publication.uri))).await;
        }
    }

    /// Takes in what is wrong now, and gives the files of which other things were said before.
    fn take_in_troubles(&self) -> Vec<(PathBuf, Vec<Trouble>)> {
        let mut now: BTreeMap<PathBuf, Vec<Trouble>> = BTreeMap::new();
        let scopes = self.scopes().all();
        for project in scopes.iter().flat_map(|projects| projects.loaded()) {
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

    /// The documents of which diagnostics are pushed: open drafts, and settings and tables with which something is wrong.
    pub(super) fn pushed_to(&self) -> Vec<Uri> {
        let open = self.documents.iter().map(|open| open.key().clone());
        let mut uris: Vec<Uri> = open.collect();
        let reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        uris.extend(reported.keys().filter_map(Uri::from_file_path).filter(|uri| !self.documents.contains_key(uri)));
        uris.retain(|uri| self.pushes_diagnostics(uri));
        uris
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

/// Takes back the diagnostics of documents.
pub(super) async fn clear(session: &Session, uris: impl Iterator<Item = Uri>) {
    for uri in uris {
        let version = session.documents.get(&uri).map(|document| document.version);
        session.publish(Some(PublishDiagnosticsParams::new(uri, Vec::new(), version))).await;
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
    refresh(session);
}

/// Asks the client to ask again for what depends on settings and tables. One that can't asks again at the next change.
fn refresh(session: &Session) {
    let profile = session.profile();
    let client = || session.client.clone();
    if profile.refreshes && profile.pulls {
        let client = client();
        tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
    }
    if profile.refreshes_tokens {
        let client = client();
        tokio::spawn(async move { client.semantic_tokens_refresh().await });
    }
    if profile.refreshes_hints {
        let client = client();
        tokio::spawn(async move { client.inlay_hint_refresh().await });
    }
    if profile.refreshes_lenses {
        let client = client();
        tokio::spawn(async move { client.code_lens_refresh().await });
    }
}
