//! The client's messages, read on a thread of their own.
//!
//! The thread reads whatever comes, so that a client that writes much before it reads never waits for us. It hands on
//! whole messages that are JSON-RPC and drops the others, where the transport alone would end the session.

use std::{
    io::{self, BufRead, Read},
    pin::Pin,
    process,
    task::{Context, Poll, ready},
    thread,
    time::Duration,
};

use tokio::{
    io::{AsyncRead, ReadBuf},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
};
use tower_lsp::jsonrpc::{Id, Request};

/// How long the session may take to end after `exit`. It takes no time, unless the client has left without reading
/// what was written to it.
const GRACE: Duration = Duration::from_secs(2);

/// Starts to read. `exit_code` tells with what code the process is to end should the session not end by itself after
/// the client has said `exit`.
pub(super) fn read(exit_code: impl Fn() -> u8 + Send + 'static) -> impl AsyncRead + Unpin {
    let (sender, receiver) = unbounded_channel();
    thread::spawn(move || {
        if hand_on(&mut io::stdin().lock(), &sender) == End::Exit {
            drop(sender);
            thread::sleep(GRACE);
            process::exit(exit_code().into());
        }
    });
    Messages { receiver, current: Vec::new(), taken: 0 }
}

/// Why reading ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// The client said `exit`.
    Exit,
    /// The client closed its end, or the session is over.
    Closed,
}

/// Hands on message after message, header included.
fn hand_on(input: &mut impl BufRead, sender: &UnboundedSender<Vec<u8>>) -> End {
    while let Some(body) = next_body(input) {
        // What reads as a request reads as one of the transport's messages: a response is a request without method.
        let request: Request = match serde_json::from_slice(&body) {
            Ok(request) => request,
            Err(error) => {
                tracing::error!("dropped a message that is no JSON-RPC: {error}");
                continue;
            }
        };
        let exit = request.method() == "exit";
        let body = if request.method() == "shutdown" { without_params(request) } else { body };
        let mut message = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
        message.extend(body);
        if sender.send(message).is_err() {
            return End::Closed;
        }
        if exit {
            return End::Exit;
        }
    }
    End::Closed
}

/// `shutdown` has no parameters; some clients send an empty object, which the transport would refuse.
fn without_params(request: Request) -> Vec<u8> {
    let (method, id, _) = request.into_parts();
    let plain = Request::build(method).id(id.unwrap_or(Id::Null)).finish();
    plain.to_string().into_bytes()
}

/// The body of the next message. `None` at the end of the input.
fn next_body(input: &mut impl BufRead) -> Option<Vec<u8>> {
    let length = next_length(input)?;
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body).ok()?;
    (body.len() as u64 == length).then_some(body)
}

/// Reads on to the end of the next header that tells a length, and gives that length. Lines that are no header of
/// ours are skipped.
fn next_length(input: &mut impl BufRead) -> Option<u64> {
    let mut length = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).ok()? == 0 {
            return None;
        }
        let header = String::from_utf8_lossy(&line);
        let header = header.trim_end();
        if let (true, Some(length)) = (header.is_empty(), length) {
            return Some(length);
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

/// The messages that the thread hands on, as a stream of bytes.
struct Messages {
    receiver: UnboundedReceiver<Vec<u8>>,
    current: Vec<u8>,
    /// How much of the current message has been read.
    taken: usize,
}

impl AsyncRead for Messages {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.taken == self.current.len() {
            match ready!(self.receiver.poll_recv(cx)) {
                Some(message) => {
                    self.current = message;
                    self.taken = 0;
                }
                None => return Poll::Ready(Ok(())),
            }
        }
        let rest = &self.current[self.taken..];
        let part = &rest[..rest.len().min(buffer.remaining())];
        buffer.put_slice(part);
        let read = part.len();
        self.taken += read;
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handed_on(input: &str) -> (Vec<String>, End) {
        let (sender, mut receiver) = unbounded_channel();
        let end = hand_on(&mut input.as_bytes(), &sender);
        drop(sender);
        let mut bodies = Vec::new();
        while let Ok(message) = receiver.try_recv() {
            let message = String::from_utf8(message).unwrap();
            bodies.push(message.split_once("\r\n\r\n").unwrap().1.to_owned());
        }
        (bodies, end)
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    const REQUEST: &str = r#"{"jsonrpc":"2.0","method":"x","id":1}"#;
    const RESPONSE: &str = r#"{"jsonrpc":"2.0","result":null,"id":1}"#;

    #[test]
    fn what_is_no_message_is_dropped_and_reading_goes_on() {
        let input = [
            "garbage\r\nContent-Length: many\r\n\r\n",
            &framed("{\"jsonrpc\":"),
            &framed("[]"),
            &framed(REQUEST),
            &format!("content-type: x\r\n{}", framed(RESPONSE)),
        ]
        .concat();
        assert_eq!(handed_on(&input), (vec![REQUEST.to_owned(), RESPONSE.to_owned()], End::Closed));
    }

    #[test]
    fn shutdown_loses_its_params_and_exit_ends_reading() {
        let input = [
            framed(r#"{"jsonrpc":"2.0","method":"shutdown","params":{},"id":7}"#),
            framed(r#"{"jsonrpc":"2.0","method":"exit"}"#),
            framed(REQUEST),
        ]
        .concat();
        let (bodies, end) = handed_on(&input);
        assert_eq!(end, End::Exit);
        assert_eq!(bodies.len(), 2);
        assert!(!bodies[0].contains("params") && bodies[0].contains("\"id\":7"), "{}", bodies[0]);
    }

    #[test]
    fn a_message_that_is_cut_off_is_not_handed_on() {
        let cut = &framed(REQUEST)[..40];
        assert_eq!(handed_on(cut), (vec![], End::Closed));
    }
}
