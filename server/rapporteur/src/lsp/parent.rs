//! An eye on the client's process, for when it dies and somebody else still holds our input open.

use std::{process, thread, time::Duration};

/// How often it is looked after.
const INTERVAL: Duration = Duration::from_secs(3);

/// Ends our process, with this code, when the client's is gone.
///
/// A process that can't be seen from the start is not watched: a client outside of our container has a number that means
/// nothing here, and the end of our input tells when it leaves.
pub(super) fn watch(client: u32, exit_code: impl Fn() -> u8 + Send + 'static) {
    if !is_alive(client) {
        return tracing::info!("the client's process {client} is not seen from here");
    }
    thread::spawn(move || {
        while is_alive(client) {
            thread::sleep(INTERVAL);
        }
        tracing::error!("the client's process {client} is gone");
        process::exit(exit_code().into());
    });
}

/// Whether there is a process with this number, be it somebody else's.
#[cfg(unix)]
fn is_alive(process: u32) -> bool {
    use rustix::{io::Errno, process};

    let number = i32::try_from(process).ok().and_then(process::Pid::from_raw);
    number.is_some_and(|number| process::test_kill_process(number) != Err(Errno::SRCH))
}

/// Where there is no cheap way to tell, the end of our input must do.
#[cfg(not(unix))]
fn is_alive(_: u32) -> bool {
    false
}
