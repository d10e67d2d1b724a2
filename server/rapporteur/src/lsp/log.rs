//! What is written of a session: to a file, for those who look for the cause of trouble, and to the client's log.

use std::{fs::File, path::Path, sync::Mutex};

use clap::ValueEnum;
use rapporteur_lint::settings::Vocabulary;
use tower_lsp::ls_types::MessageType;
use tracing::Level;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

/// How much is written to a log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(super) enum LogLevel {
    /// What has failed.
    Error,
    /// What is amiss and does not keep the server from working.
    #[default]
    Warning,
    /// What was agreed on with the client, and under what settings a draft is read.
    Info,
    /// What was found each time that a draft was checked, and in what time.
    Debug,
    /// Every message of the session. A client has these already.
    Trace,
}

impl LogLevel {
    /// The levels that a client chooses from, and their names in its settings.
    const NAMES: [(&'static str, LogLevel); 4] = [
        ("error", LogLevel::Error),
        ("warning", LogLevel::Warning),
        ("info", LogLevel::Info),
        ("debug", LogLevel::Debug),
    ];

    /// The protocol's name for it.
    pub(super) fn message_type(self) -> MessageType {
        match self {
            LogLevel::Error => MessageType::ERROR,
            LogLevel::Warning => MessageType::WARNING,
            LogLevel::Info => MessageType::INFO,
            LogLevel::Debug | LogLevel::Trace => MessageType::LOG,
        }
    }

    /// Writes to the file, if there is one.
    pub(super) fn trace(self, message: &str) {
        match self {
            LogLevel::Error => tracing::error!("{message}"),
            LogLevel::Warning => tracing::warn!("{message}"),
            LogLevel::Info => tracing::info!("{message}"),
            LogLevel::Debug => tracing::debug!("{message}"),
            LogLevel::Trace => tracing::trace!("{message}"),
        }
    }

    fn level(self) -> Level {
        match self {
            LogLevel::Error => Level::ERROR,
            LogLevel::Warning => Level::WARN,
            LogLevel::Info => Level::INFO,
            LogLevel::Debug => Level::DEBUG,
            LogLevel::Trace => Level::TRACE,
        }
    }
}

impl Vocabulary for LogLevel {
    const NOUN: &'static str = "log level";

    fn entries() -> Vec<(&'static str, LogLevel)> {
        LogLevel::NAMES.to_vec()
    }
}

/// Writes what the server does to a file, which is made anew; at the level of traces every message of the session too.
///
/// The error is a sentence that names the file.
pub(super) fn start(path: &Path, level: LogLevel) -> Result<(), String> {
    let file = File::create(path)
        .map_err(|error| format!("the log {} can't be written: {error}; give another path", path.display()))?;
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file));
    // The framing below these two has nothing to say that would help.
    let level = level.level();
    let targets = Targets::new().with_target("rapporteur", level).with_target("tower_lsp_server", level);
    tracing_subscriber::registry().with(lines).with(targets).init();
    Ok(())
}
