//! The trace of a session, for those who look for the cause of trouble.

use std::{fs::File, path::Path, sync::Mutex};

use tracing::Level;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

/// Writes what the server does and every message of the session to a file, which is made anew.
///
/// The error is a sentence that names the file.
pub(super) fn start(path: &Path) -> Result<(), String> {
    let file = File::create(path)
        .map_err(|error| format!("the log {} can't be written: {error}; give another path", path.display()))?;
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file));
    // The framing below these two has nothing to say that would help.
    let targets = Targets::new().with_target("rapporteur", Level::TRACE).with_target("tower_lsp_server", Level::TRACE);
    tracing_subscriber::registry().with(lines).with(targets).init();
    Ok(())
}
