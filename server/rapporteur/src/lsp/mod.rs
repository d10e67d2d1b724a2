//! The language server on standard input and output.
//!
//! The transport rules that hold here, and why, stand in `server/README.md`. In short: a handler changes the state
//! before its first `.await`, never waits for the client's answer, and leaves long work to a thread.

mod analysis;
mod client;
mod diagnostics;
mod document;
mod handlers;
mod log;
mod proto;
mod server;
mod session;
mod settings;
mod stdin;

use std::{
    path::Path,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use tower_lsp::LspService;

use server::Server;

/// How many requests may wait at the same time, each for the analysis of a large draft. The transport's own limit of
/// four would let a fifth request wait for them.
const CONCURRENT_REQUESTS: usize = 64;

/// Serves one client until it says `exit` or closes its end.
///
/// `log` is a file to write a trace of the session to. Exits with 0 after `shutdown`, with 1 if the client left
/// without it, as the protocol has it, and with 2 if the log can't be written.
pub fn run(log: Option<&Path>) -> ExitCode {
    if let Some(path) = log
        && let Err(error) = log::start(path)
    {
        anstream::eprintln!("rapporteur: {error}");
        return ExitCode::from(2);
    }
    let runtime = match tokio::runtime::Builder::new_current_thread().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            anstream::eprintln!("rapporteur: the language server can't start: {error}");
            return ExitCode::from(2);
        }
    };
    let shut_down = Arc::new(AtomicBool::new(false));
    runtime.block_on(serve(&shut_down));
    // A thread may still be at a large draft; nobody is left to read what it finds.
    runtime.shutdown_background();
    ExitCode::from(exit_code(&shut_down))
}

async fn serve(shut_down: &Arc<AtomicBool>) {
    let (service, socket) = LspService::new(|client| Server::new(client, shut_down.clone()));
    let stdin = stdin::read({
        let shut_down = shut_down.clone();
        move || exit_code(&shut_down)
    });
    tower_lsp::Server::new(stdin, tokio::io::stdout(), socket)
        .concurrency_level(CONCURRENT_REQUESTS)
        .serve(service)
        .await;
}

fn exit_code(shut_down: &AtomicBool) -> u8 {
    u8::from(!shut_down.load(Ordering::SeqCst))
}
