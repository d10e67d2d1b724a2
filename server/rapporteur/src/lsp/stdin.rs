//! The client's messages, read on a thread of their own.
//!
//! The thread reads whatever comes, so that a client that writes much before it reads never waits for us. It hands on
//! whole messages that are JSON-RPC and drops the others, where the transport alone would end the session; and it drops
//! notifications with wrong parameters, where the transport alone would do so in silence.

use std::{
    io::{self, BufRead, Read},
    pin::Pin,
    process, str,
    task::{Context, Poll, ready},
    thread,
    time::Duration,
};

use serde::Deserialize;
use tokio::{
    io::{AsyncRead, ReadBuf},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
};
use tower_lsp::{
    jsonrpc::{Id, Request, Response},
    ls_types::{
        LSPAny,
        notification::{
            DidChangeConfiguration, DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders,
            DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, Notification,
        },
    },
};

/// How long the session may take to end after `exit`. It takes no time, unless the client has left without reading
/// what was written to it.
const GRACE: Duration = Duration::from_secs(2);

/// No message is longer than this, in bytes. A header that says so is no header.
const LONGEST: u64 = 1 << 30;

/// So much of a line without end is kept while reading on, in bytes: more than a header takes.
const KEPT: usize = 1 << 10;

/// Starts to read. `exit_code` tells with what code the process is to end should the session not end by itself after
/// the client has said `exit`; `complain` takes a sentence on each message that is dropped.
pub(super) fn read(
    exit_code: impl Fn() -> u8 + Send + 'static,
    complain: impl Fn(String) + Send + 'static,
) -> impl AsyncRead + Unpin {
    let (sender, receiver) = unbounded_channel();
    thread::spawn(move || {
        if hand_on(&mut io::stdin().lock(), &sender, &complain) == End::Exit {
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

/// What the transport makes of a message, in the order in which it tries.
#[derive(Deserialize)]
#[serde(untagged)]
enum Message {
    Answer(#[allow(dead_code, reason = "it is only told from a request")] Response),
    Request(Request),
}

/// Hands on message after message, header included.
fn hand_on(input: &mut impl BufRead, sender: &UnboundedSender<Vec<u8>>, complain: &impl Fn(String)) -> End {
    while let Some(body) = next_body(input) {
        let (body, exit) = match acceptable(body) {
            Ok(accepted) => accepted,
            Err(reason) => {
                complain(format!("A message of the editor was dropped: {reason}."));
                continue;
            }
        };
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

/// A message as the transport takes it, and whether it is `exit`. The error says why there is none.
fn acceptable(body: Vec<u8>) -> Result<(Vec<u8>, bool), String> {
    // What is no text would pass as JSON in a place that nobody looks at.
    let text = str::from_utf8(&body).map_err(|error| error.to_string())?;
    // Of a message that is neither, what it lacks as a request says more.
    let reason = |error| serde_json::from_str::<Request>(text).err().unwrap_or(error).to_string();
    let message = serde_json::from_str(text).map_err(reason)?;
    match message {
        Message::Answer(_) => Ok((body, false)),
        Message::Request(request) if request.method().is_empty() => match request.into_parts().1 {
            Some(id) => Ok((without_result(id), false)),
            None => Err("it has neither a method nor an id".to_owned()),
        },
        Message::Request(request) => match misread(&request) {
            Some(error) => Err(format!("the parameters of {} are wrong: {error}", request.method())),
            None if request.method() == "shutdown" => Ok((without_params(request), false)),
            None if request.id().is_some() && request.method().starts_with("$/") => Ok((unknown(request), false)),
            None => Ok((body, request.method() == "exit")),
        },
    }
}

/// What is wrong with the parameters of a notification, about which nobody else would say a word.
fn misread(request: &Request) -> Option<serde_json::Error> {
    [
        check::<DidOpenTextDocument>,
        check::<DidChangeTextDocument>,
        check::<DidSaveTextDocument>,
        check::<DidCloseTextDocument>,
        check::<DidChangeConfiguration>,
        check::<DidChangeWatchedFiles>,
        check::<DidChangeWorkspaceFolders>,
    ]
    .iter()
    .find_map(|check| check(request))
}

fn check<N: Notification>(request: &Request) -> Option<serde_json::Error> {
    if request.method() != N::METHOD {
        return None;
    }
    N::Params::deserialize(request.params().unwrap_or(&LSPAny::Null)).err()
}

/// An answer without a result, which some clients send for one that is nothing: the transport would take it for a
/// request.
fn without_result(id: Id) -> Vec<u8> {
    serde_json::to_vec(&Response::from_ok(id, LSPAny::Null)).unwrap_or_default()
}

/// A request under `$/`, where we know none, by a name under which the transport says so: it passes over all of `$/` in
/// silence, as is right for notifications only.
fn unknown(request: Request) -> Vec<u8> {
    let (method, id, _) = request.into_parts();
    let renamed = Request::build(format!("request {method}")).id(id.unwrap_or(Id::Null)).finish();
    renamed.to_string().into_bytes()
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
        next_line(input, &mut line)?;
        let header = String::from_utf8_lossy(&line);
        if let (true, Some(length)) = (header.trim().is_empty(), length) {
            return Some(length);
        }
        if let Some(value) = content_length(&header) {
            length = value.parse().ok().filter(|length| *length <= LONGEST);
        }
    }
}

/// Reads a line, of one that goes on and on only the end. `None` at the end of the input.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> Option<()> {
    line.clear();
    while !line.ends_with(b"\n") {
        line.drain(..line.len().saturating_sub(KEPT));
        if input.take(1 << 16).read_until(b'\n', line).ok()? == 0 {
            return None;
        }
    }
    Some(())
}

/// The value of the header that tells the length, if a line has it. It may stand behind the body of a message whose own
/// header told no length, since bodies end without a line break.
fn content_length(line: &str) -> Option<&str> {
    const NAME: &str = "content-length";
    let name = line.to_ascii_lowercase().rfind(NAME)?;
    Some(line[name + NAME.len()..].trim_start().strip_prefix(':')?.trim())
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
    use std::cell::Cell;

    use super::*;

    /// What is handed on, how many complaints there are, and why reading ended.
    fn handed_on(input: impl AsRef<[u8]>) -> (Vec<String>, usize, End) {
        let (sender, mut receiver) = unbounded_channel();
        let complaints = Cell::new(0);
        let end = hand_on(&mut input.as_ref(), &sender, &|_| complaints.set(complaints.get() + 1));
        drop(sender);
        let mut bodies = Vec::new();
        while let Ok(message) = receiver.try_recv() {
            let message = String::from_utf8(message).unwrap();
            bodies.push(message.split_once("\r\n\r\n").unwrap().1.to_owned());
        }
        (bodies, complaints.get(), end)
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    const REQUEST: &str = r#"{"jsonrpc":"2.0","method":"x","id":1}"#;
    const RESPONSE: &str = r#"{"jsonrpc":"2.0","result":null,"id":1}"#;

    #[test]
    fn what_is_no_message_is_dropped_and_reading_goes_on() {
        for (dropped, complaints) in [
            ("garbage\r\nContent-Length: many\r\n\r\n".to_owned(), 0),
            (framed("{\"jsonrpc\":"), 1),
            (framed("[]"), 1),
            (framed(&format!("[{REQUEST}]")), 1),
            (framed("{\"jsonrpc\":\"2.0\"}"), 1),
            (framed(r#"{"jsonrpc":"1.0","method":"x","id":1}"#), 1),
            (framed(r#"{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":1}}"#), 1),
            (framed(r#"{"jsonrpc":"2.0","method":"textDocument/didClose"}"#), 1),
            (
                framed(&format!(
                    r#"{{"jsonrpc":"2.0","id":1,"result":{}1{}}}"#,
                    "[".repeat(100_000),
                    "]".repeat(100_000)
                )),
                1,
            ),
        ] {
            let input = [&dropped, &framed(REQUEST), "content-type: x\r\n", &framed(RESPONSE)].concat();
            let handed_on = handed_on(&input);
            assert_eq!(
                handed_on,
                (vec![REQUEST.to_owned(), RESPONSE.to_owned()], complaints, End::Closed),
                "{dropped:.99}"
            );
        }
    }

    #[test]
    fn what_is_no_text_is_dropped() {
        let body = b"{\"jsonrpc\":\"2.0\",\"id\":1,\"more\":\"\xff\",\"result\":null}";
        let head = format!("Content-Length: {}\r\n\r\n", body.len());
        let input = [head.as_bytes(), body, framed(REQUEST).as_bytes()].concat();
        assert_eq!(handed_on(input), (vec![REQUEST.to_owned()], 1, End::Closed));
    }

    #[test]
    fn a_body_whose_length_is_not_told_is_skipped() {
        for header in
            ["", "Content-Length: -5\r\n\r\n", "Content-Type: text\r\n\r\n", "Content-Length: 5000000000\r\n\r\n"]
        {
            for size in [0, 3, 70_000] {
                let unframed = format!("{header}{}{REQUEST}", " ".repeat(size));
                let input = [&unframed, &framed(RESPONSE), &framed(REQUEST)].map(String::as_str).concat();
                assert_eq!(
                    handed_on(input),
                    (vec![RESPONSE.to_owned(), REQUEST.to_owned()], 0, End::Closed),
                    "{header}"
                );
            }
        }
    }

    #[test]
    fn headers_are_read_however_they_are_written() {
        let length = REQUEST.len();
        for header in [
            format!("content-length:{length}\r\n\r\n"),
            format!("CONTENT-LENGTH :  {length} \r\n\r\n"),
            format!("Content-Length: {length}\n\n"),
            format!("\r\n\r\nContent-Length: {length}\r\n\r\n"),
            format!("Content-Length: 7\r\nContent-Length: {length}\r\n\r\n"),
            format!("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: {length}\r\n\r\n"),
            format!("Content-Length: {length}\r\nContent-Type: text/plain; charset=utf-16\r\nX: y\r\n\r\n"),
        ] {
            assert_eq!(handed_on(format!("{header}{REQUEST}")), (vec![REQUEST.to_owned()], 0, End::Closed), "{header}");
        }
    }

    #[test]
    fn an_answer_without_result_is_an_answer() {
        let answer = framed(r#"{"jsonrpc":"2.0","id":1}"#);
        assert_eq!(handed_on(answer), (vec![RESPONSE.to_owned()], 0, End::Closed));
    }

    #[test]
    fn shutdown_loses_its_params_and_exit_ends_reading() {
        let input = [
            framed(r#"{"jsonrpc":"2.0","method":"shutdown","params":{},"id":7}"#),
            framed(r#"{"jsonrpc":"2.0","method":"exit"}"#),
            framed(REQUEST),
        ]
        .concat();
        let (bodies, _, end) = handed_on(&input);
        assert_eq!(end, End::Exit);
        assert_eq!(bodies.len(), 2);
        assert!(!bodies[0].contains("params") && bodies[0].contains("\"id\":7"), "{}", bodies[0]);
    }

    #[test]
    fn a_message_that_is_cut_off_is_not_handed_on() {
        let cut = &framed(REQUEST)[..40];
        assert_eq!(handed_on(cut), (vec![], 0, End::Closed));
    }
}
