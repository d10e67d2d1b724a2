//! The messages to the client, written until it no longer listens.

use std::{
    io,
    pin::Pin,
    process,
    task::{Context, Poll, ready},
};

use tokio::io::{AsyncWrite, Stdout};

/// Standard output. `exit_code` tells with what code the process is to end when nothing can be written any more: there
/// is nobody left to serve, even if somebody still holds our input open.
pub(super) fn write(exit_code: impl Fn() -> u8 + Unpin) -> impl AsyncWrite {
    Output { stdout: tokio::io::stdout(), exit_code }
}

struct Output<F> {
    stdout: Stdout,
    exit_code: F,
}

impl<F: Fn() -> u8> Output<F> {
    fn checked<T>(&self, outcome: io::Result<T>) -> Poll<io::Result<T>> {
        if let Err(error) = &outcome {
            tracing::error!("the client no longer listens: {error}");
            process::exit((self.exit_code)().into());
        }
        Poll::Ready(outcome)
    }
}

impl<F: Fn() -> u8 + Unpin> AsyncWrite for Output<F> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = ready!(Pin::new(&mut self.stdout).poll_write(cx, buffer));
        self.checked(outcome)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = ready!(Pin::new(&mut self.stdout).poll_flush(cx));
        self.checked(outcome)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stdout).poll_shutdown(cx)
    }
}
