//! The language server on standard input and output.
//!
//! The transport rules that hold here, and why, stand in `server/README.md`. In short: a handler changes the state
//! before its first `.await`, never waits for the client's answer, and leaves long work to a thread.

mod actions;
mod analysis;
mod capabilities;
mod client;
mod diagnostics;
mod document;
mod edits;
mod features;
mod handlers;
mod log;
mod outgoing;
mod parent;
mod progress;
mod proto;
mod request;
mod scopes;
mod server;
mod session;
mod settings;
mod stdin;
mod stdout;
mod versions;
mod wording;
mod workspace;

use std::{
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use clap::Args;
use tokio::runtime::Handle;
use tower_lsp::LspService;

use log::LogLevel;
use outgoing::Outgoing;
use server::Server;

use crate::position::Unit;

/// How many requests may wait at the same time, each for the analysis of a large draft. The transport's own limit of
/// four would let a fifth request wait for them.
const CONCURRENT_REQUESTS: usize = 64;

/// Serve an editor, over the Language Server Protocol on standard input and output
#[derive(Debug, Args)]
pub struct Arguments {
    /// Write a trace of the session to a file
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,

    /// How much is written to that file
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = LogLevel::Trace, requires = "log")]
    log_level: LogLevel,

    /// What columns count where the editor does not say; by the protocol UTF-16, but some count bytes
    #[arg(long, value_enum, value_name = "ENCODING", default_value_t)]
    encoding: Unit,

    /// Standard input and output are all there is; some editors say so nevertheless
    #[arg(long, hide = true)]
    stdio: bool,
}

/// Serves one client until it says `exit` or closes its end.
///
/// Gives 0 after `shutdown` and 1 if the client left without it, as the protocol has it. The error is a sentence: the
/// server could not start.
pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    if let Some(path) = &arguments.log {
        log::start(path, arguments.log_level)?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .map_err(|error| format!("the language server can't start: {error}"))?;
    let shut_down = Arc::new(AtomicBool::new(false));
    runtime.block_on(serve(&shut_down, arguments.encoding));
    // A thread may still be at a large draft; nobody is left to read what it finds.
    runtime.shutdown_background();
    Ok(ExitCode::from(exit_code(&shut_down)))
}

async fn serve(shut_down: &Arc<AtomicBool>, encoding: Unit) {
    let (service, socket) = LspService::build(|client| Server::new(client, encoding, shut_down.clone()))
        .custom_method("rapporteur/rules", Server::rules)
        .custom_method("rapporteur/search", Server::search)
        .custom_method("rapporteur/status", Server::status)
        .custom_method("rapporteur/templates", Server::templates)
        .custom_method("rapporteur/text", Server::text)
        .custom_method("rapporteur/preview", Server::preview)
        .finish();
    let code = {
        let shut_down = shut_down.clone();
        move || exit_code(&shut_down)
    };
    let stdin = stdin::read(code.clone(), service.inner().log(&Handle::current()));
    tower_lsp::Server::new(stdin, stdout::write(code), Outgoing(socket))
        .concurrency_level(CONCURRENT_REQUESTS)
        .serve(service)
        .await;
}

fn exit_code(shut_down: &AtomicBool) -> u8 {
    u8::from(!shut_down.load(Ordering::SeqCst))
}
