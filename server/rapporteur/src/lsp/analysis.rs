//! From a text to findings: at once for an ordinary draft, on a thread for a large one.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::{Duration, Instant},
};

use rapporteur_draft::Draft;
use rapporteur_lint::{Finding, settings::Problem};
use ropey::Rope;
use tower_lsp::ls_types::{PublishDiagnosticsParams, Uri};

use crate::project;

use super::{
    diagnostics::{self, Report},
    document::Document,
    log::LogLevel,
    progress, proto,
    session::Session,
    settings::Basis,
    workspace::Summary,
};

/// From this many bytes on, a draft is analysed on a thread of its own. A shorter one takes less time than the
/// messages about it.
const LARGE: usize = 200_000;

/// What an analysis starts from.
pub(super) struct Input {
    pub(super) revision: u64,
    pub(super) version: i32,
    pub(super) path: Option<PathBuf>,
    pub(super) text: Arc<String>,
    pub(super) rope: Rope,
    pub(super) basis: Basis,
    pub(super) previous: Option<Arc<Analysis>>,
}

/// What is known of one state of a draft.
pub(super) struct Analysis {
    /// The revision of the document that was analysed.
    pub(super) revision: u64,
    /// The client's version of the text.
    pub(super) version: i32,
    /// The text.
    pub(super) text: Arc<String>,
    /// The text, for positions.
    pub(super) rope: Rope,
    /// The settings and the registry it was checked against.
    pub(super) basis: Basis,
    /// The reading of the text.
    pub(super) draft: Draft,
    /// What the rules found, in the order of the text.
    pub(super) findings: Vec<Finding>,
    /// What is wrong with it, if it is a settings file.
    pub(super) problems: Vec<Problem>,
    /// What a client is told that pulls diagnostics, once it has.
    pub(super) report: OnceLock<Arc<Report>>,
    /// What the workspace keeps of it, once somebody has searched.
    pub(super) summary: OnceLock<Option<Arc<Summary>>>,
    /// How long reading and checking took.
    took: Duration,
}

impl Analysis {
    /// Whether the draft is one that is worked on in a thread.
    pub(super) fn is_large(&self) -> bool {
        self.text.len() >= LARGE
    }
}

impl Input {
    /// Reads and checks the text. The error is the message of a panic.
    pub(super) fn analyse(self) -> Result<Analysis, String> {
        contained(|| {
            let begin = Instant::now();
            let hints = &self.basis.settings.hints;
            let draft = match &self.previous {
                Some(previous) => previous.draft.update(&self.text, hints),
                None => Draft::read(&self.text, hints),
            };
            let registry = self.basis.project.registry();
            let problems = match &self.path {
                Some(path) if self.basis.is_settings => project::problems(path, &self.text),
                _ => Vec::new(),
            };
            let findings = if self.basis.of_project {
                Vec::new()
            } else {
                rapporteur_lint::check(&self.text, &draft, registry, &self.basis.settings)
            };
            Analysis {
                revision: self.revision,
                version: self.version,
                text: self.text,
                rope: self.rope,
                basis: self.basis,
                draft,
                findings,
                problems,
                report: OnceLock::new(),
                summary: OnceLock::new(),
                took: begin.elapsed(),
            }
        })
    }
}

/// Runs what may panic, which is a fault of ours that must not cost the session. The error is the message of the panic.
pub(super) fn contained<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| message_of(&*panic))
}

/// Brings the findings of a draft up to date and publishes them. Returns with the findings published, or with the
/// analysis of a large draft under way.
pub(super) async fn check(session: &Arc<Session>, uri: &Uri) {
    let Some(mut document) = session.documents.get_mut(uri) else { return };
    if document.text().len() >= LARGE || document.busy {
        // A thread that is at work sees by itself that the text has changed.
        if !document.busy {
            document.busy = true;
            tokio::spawn(check_on_thread(session.clone(), uri.clone(), document.opened));
        }
        return;
    }
    let outcome = document.input().analyse();
    let publication = take_in(session, uri, &mut document, outcome);
    drop(document);
    session.publish(publication).await;
}

/// Analyses a large draft on a thread, again and again until nothing has changed meanwhile.
async fn check_on_thread(session: Arc<Session>, uri: Uri, opened: u64) {
    loop {
        let Some(input) = session.documents.get(&uri).filter(|d| d.opened == opened).map(|d| d.input()) else { return };
        let revision = input.revision;
        let title = session.say("checking", &[("name", &proto::file_name(&uri))]);
        let analysed = tokio::task::spawn_blocking(move || input.analyse());
        let outcome = progress::during(&session, None, title, analysed).await;
        let outcome = outcome.unwrap_or_else(|error| Err(error.to_string()));
        let Some(mut document) = session.documents.get_mut(&uri).filter(|d| d.opened == opened) else { return };
        document.busy = document.revision() != revision;
        let publication = take_in(&session, &uri, &mut document, outcome);
        if !document.busy {
            drop(document);
            return session.publish(publication).await;
        }
    }
}

/// The analysis of the present state of a draft, once it is there; the last one that succeeded if the present state
/// can't be analysed. `None` for a draft that is not open.
pub(super) async fn latest(session: &Session, uri: &Uri) -> Option<Arc<Analysis>> {
    loop {
        let mut news = {
            let document = session.documents.get(uri)?;
            if document.current_analysis().is_some() || !document.busy {
                return document.analysis.clone();
            }
            document.news()
        };
        news.changed().await.ok()?;
    }
}

/// Hands an analysis to its document, and gives what is to be published: nothing if the text has changed since.
fn take_in(
    session: &Session,
    uri: &Uri,
    document: &mut Document,
    outcome: Result<Analysis, String>,
) -> Option<PublishDiagnosticsParams> {
    match outcome {
        Ok(analysis) => {
            session.log(LogLevel::Debug, summary(uri, &analysis));
            document.take_in(Arc::new(analysis));
        }
        Err(panic) => {
            document.give_up();
            session.log_error(format!(
                "The analysis of {} failed: {panic}. What is shown for it is out of date. This is a fault in Rapporteur; \
                 please report it with the draft.",
                uri.as_str()
            ));
        }
    }
    session.report_broken_rules();
    let analysis = document.current_analysis()?;
    let troubles = session.troubles_of(document.path.as_deref());
    session.pushes_diagnostics(uri).then(|| diagnostics::publication(analysis, &troubles, uri, session.profile()))
}

/// What was found, in a line of the log.
fn summary(uri: &Uri, analysis: &Analysis) -> String {
    let Analysis { version, draft, findings, took, .. } = analysis;
    format!(
        "{}, version {version}: a {} in {}, {} findings in {took:.1?}.",
        uri.as_str(),
        draft.kind.name(),
        draft.language.name(),
        findings.len(),
    )
}

/// The message that a panic carries.
fn message_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason given".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_contained_and_tells_its_message() {
        assert_eq!(contained(|| 1), Ok(1));
        assert_eq!(contained(|| panic!("paragraph {}", 7)), Err::<(), _>("paragraph 7".to_owned()));
        assert_eq!(contained(|| panic!("no paragraph")), Err::<(), _>("no paragraph".to_owned()));
    }
}
