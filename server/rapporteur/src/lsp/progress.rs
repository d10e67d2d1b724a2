//! Telling the user that something takes longer than a moment.

use std::{pin::pin, sync::Arc, time::Duration};

use tokio::{sync::watch, time::timeout};
use tower_lsp::ls_types::{
    NumberOrString, ProgressParams, ProgressParamsValue, ProgressToken, WorkDoneProgress, WorkDoneProgressBegin,
    WorkDoneProgressEnd, notification::Progress,
};

use super::session::Session;

/// What takes no longer is done before anybody could read that it is being done.
const MOMENT: Duration = Duration::from_millis(300);

/// Waits for some work, and shows what is being done if it takes longer than a moment: under the token that the client
/// has sent with its request, or under one of ours where it shows these.
pub(super) async fn during<T>(
    session: &Arc<Session>,
    token: Option<ProgressToken>,
    title: String,
    work: impl Future<Output = T>,
) -> T {
    let mut work = pin!(work);
    if let Ok(done) = timeout(MOMENT, &mut work).await {
        return done;
    }
    let own = token.is_none();
    if own && !session.profile().shows_progress {
        return work.await;
    }
    let token = token.unwrap_or_else(|| NumberOrString::String(format!("rapporteur/{}", session.next_revision())));
    // Dropped at the end of this function, also when the request is cancelled.
    let (at_work, ended) = watch::channel(());
    let shown = show(session.clone(), token, title, own, ended);
    tokio::spawn(shown);
    let done = work.await;
    drop(at_work);
    done
}

/// Shows progress until the sender is dropped. Nobody else waits for the client's answer.
async fn show(session: Arc<Session>, token: ProgressToken, title: String, own: bool, mut ended: watch::Receiver<()>) {
    if own && session.client.create_work_done_progress(token.clone()).await.is_err() {
        return;
    }
    // The work may have ended before the client has answered.
    if ended.has_changed().is_err() {
        return;
    }
    let begin = WorkDoneProgressBegin { title, cancellable: Some(false), ..WorkDoneProgressBegin::default() };
    send(&session, &token, WorkDoneProgress::Begin(begin)).await;
    let _ = ended.changed().await;
    send(&session, &token, WorkDoneProgress::End(WorkDoneProgressEnd::default())).await;
}

async fn send(session: &Session, token: &ProgressToken, step: WorkDoneProgress) {
    let value = ProgressParamsValue::WorkDone(step);
    session.client.send_notification::<Progress>(ProgressParams { token: token.clone(), value }).await;
}
