//! What the server knows between two messages.

use std::{
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
    document::Document,
    settings::{Basis, ClientSettings, Features},
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
    /// What was said of broken settings, so that it is said once.
    reported: Mutex<Vec<Trouble>>,
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
        !self.profile().pulls && self.features().diagnostics
    }

    /// A revision that no document has had yet.
    pub(super) fn next_revision(&self) -> u64 {
        self.revisions.fetch_add(1, Ordering::Relaxed)
    }

    /// What a draft is checked against. What is wrong with its project is told to the user.
    pub(super) fn basis(&self, path: Option<&Path>) -> Basis {
        let projects = self.settings.read().unwrap_or_else(PoisonError::into_inner).projects.clone();
        let basis = match (path, self.folder.get()) {
            (Some(path), _) => Basis::new(&projects, path),
            (None, Some(folder)) => Basis::new(&projects, &folder.join("untitled")),
            (None, None) => Basis::new(&projects, Path::new("/untitled")),
        };
        self.report(basis.project.troubles());
        basis
    }

    /// Takes over what the client has set.
    pub(super) fn set_client_settings(&self, value: &serde_json::Value) {
        let (client, problems) = ClientSettings::read(value, self.locale.get().map(String::as_str));
        let projects = Arc::new(client.projects());
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Setup { client, projects };
        for problem in problems {
            self.show(MessageType::WARNING, format!("In the settings of the editor, {problem}."));
        }
    }

    /// Forgets what was read of `rapporteur.toml` files and tables, so that they are read again.
    pub(super) fn forget_projects(&self) {
        let mut settings = self.settings.write().unwrap_or_else(PoisonError::into_inner);
        settings.projects = Arc::new(settings.client.projects());
        self.reported.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Whether a file is a settings file, or a table that one of those in use names.
    pub(super) fn is_read(&self, file: &Path) -> bool {
        let projects = self.settings.read().unwrap_or_else(PoisonError::into_inner).projects.clone();
        file.file_name().is_some_and(|name| name == FILE_NAME)
            || projects.loaded().iter().any(|project| project.names_table(file))
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

    /// Tells the user what is wrong with a project, once.
    fn report(&self, troubles: &[Trouble]) {
        let mut reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        for trouble in troubles {
            if !reported.contains(trouble) {
                self.show(MessageType::ERROR, trouble.to_string());
                reported.push(trouble.clone());
            }
        }
    }
}

/// Takes back the diagnostics of every open draft.
pub(super) async fn clear_all(session: &Session) {
    let nothing =
        |uri: &Uri, document: &Document| PublishDiagnosticsParams::new(uri.clone(), Vec::new(), Some(document.version));
    let publications: Vec<_> = session.documents.iter().map(|open| nothing(open.key(), open.value())).collect();
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
