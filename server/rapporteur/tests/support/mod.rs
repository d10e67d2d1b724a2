//! A language client that speaks to the real server over pipes, and fails on any message that a test has not asked for.

#![allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]

pub mod text;
pub mod truth;

use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

/// How long a message is waited for. It only keeps a faulty server from hanging the tests.
const GUARD: Duration = Duration::from_secs(240);

/// The client's end of a session.
pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What has arrived and was not asked for yet.
    inbox: VecDeque<Value>,
    last_id: i64,
}

/// What the server has published for a document.
#[derive(Debug, PartialEq)]
pub struct Published {
    pub uri: String,
    pub version: i64,
    pub diagnostics: Vec<Value>,
}

impl Client {
    /// Starts a server and says nothing to it.
    pub fn start() -> Client {
        Client::start_with(&[])
    }

    /// Starts a server with further arguments.
    pub fn start_with(arguments: &[&str]) -> Client {
        let mut client = Client::start_unread(arguments);
        let mut stdout = BufReader::new(client.child.stdout.take().expect("stdout is a pipe"));
        let (sender, messages) = channel();
        client.messages = messages;
        thread::spawn(move || {
            while let Some(message) = read_message(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        client
    }

    /// Starts a server that nobody reads from.
    pub fn start_unread(arguments: &[&str]) -> Client {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
            .arg("lsp")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let stdin = child.stdin.take();
        Client { child, stdin, messages: channel().1, inbox: VecDeque::new(), last_id: 0 }
    }

    /// Starts a server and a session with these client capabilities.
    pub fn with(capabilities: Value) -> Client {
        let mut client = Client::start();
        client.initialize(json!({ "capabilities": capabilities }));
        client
    }

    /// Starts a server and a session with a client that can do next to nothing.
    pub fn plain() -> Client {
        Client::with(json!({}))
    }

    /// Begins the session and gives the answer to `initialize`.
    pub fn initialize(&mut self, params: Value) -> Value {
        let result = self.request("initialize", params).expect("`initialize` succeeds");
        self.notify("initialized", json!({}));
        result
    }

    /// The process of the server.
    pub fn process_id(&self) -> u32 {
        self.child.id()
    }

    /// Writes bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("stdin is open");
        stdin.write_all(bytes).and_then(|()| stdin.flush()).expect("the server reads");
    }

    /// Sends a message.
    pub fn send(&mut self, message: &Value) {
        self.write(&framed(message));
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and gives its id.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }));
        self.last_id
    }

    /// Waits for the answer to a request: its result or its error. Other messages stay for later.
    pub fn answer(&mut self, id: i64) -> Result<Value, Value> {
        self.answer_to(&json!(id))
    }

    /// The same for a request with any id.
    pub fn answer_to(&mut self, id: &Value) -> Result<Value, Value> {
        let answers = |message: &Value| message.get("method").is_none() && message["id"] == *id;
        let message = self.wait(&format!("the answer to request {id}"), answers);
        match message.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(message["result"].clone()),
        }
    }

    /// Sends a request and waits for the answer.
    pub fn request(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.ask(method, params);
        self.answer(id)
    }

    /// Waits for a message of the server with this method, request or notification.
    pub fn incoming(&mut self, method: &str) -> Value {
        self.wait(method, |message| message["method"] == method)
    }

    /// Answers a request of the server.
    pub fn reply(&mut self, request: &Value, result: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
    }

    /// Waits for the next diagnostics that are published.
    pub fn published(&mut self) -> Published {
        let message = self.incoming("textDocument/publishDiagnostics");
        let params = &message["params"];
        Published {
            uri: params["uri"].as_str().expect("a URI").to_owned(),
            version: params["version"].as_i64().expect("every publication has a version"),
            diagnostics: params["diagnostics"].as_array().expect("a list").clone(),
        }
    }

    /// Whether a message with this method has arrived and was not asked for yet.
    pub fn has_arrived(&mut self, method: &str) -> bool {
        self.inbox.extend(self.messages.try_iter());
        self.inbox.iter().any(|message| message["method"] == method)
    }

    /// Opens a document.
    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Sends edits to a document.
    pub fn change(&mut self, uri: &str, version: i64, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// Closes a document.
    pub fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// The text of a document as the server has it, with its version; `None` of one that is not open.
    pub fn text(&mut self, uri: &str) -> Option<(i64, String)> {
        let result = self.request("rapporteur/text", json!({ "textDocument": { "uri": uri } })).expect("it succeeds");
        let text = result["text"].as_str()?.to_owned();
        Some((result["version"].as_i64().expect("a version"), text))
    }

    /// Waits for an error in the server's log, and gives it.
    pub fn logged(&mut self) -> String {
        self.incoming("window/logMessage")["params"]["message"].as_str().expect("a message").to_owned()
    }

    /// Completes at a position and gives the items.
    pub fn complete(&mut self, uri: &str, line: usize, character: usize) -> Vec<Value> {
        let place = json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } });
        let result = self.request("textDocument/completion", place).expect("completion succeeds");
        result["items"].as_array().cloned().unwrap_or_default()
    }

    /// What is shown at a position; null where nothing is.
    pub fn hover(&mut self, uri: &str, position: Value) -> Value {
        let place = json!({ "textDocument": { "uri": uri }, "position": position });
        self.request("textDocument/hover", place).expect("hover succeeds")
    }

    /// The code actions for a range.
    pub fn code_actions(&mut self, uri: &str, range: &Value, context: Value) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        let result = self.request("textDocument/codeAction", params).expect("code actions succeed");
        result.as_array().cloned().unwrap_or_default()
    }

    /// Ends the session as the protocol asks for, and checks that nothing was sent that no test has asked for.
    pub fn finish(mut self) {
        assert_eq!(self.request("shutdown", Value::Null), Ok(Value::Null));
        self.notify("exit", Value::Null);
        assert_eq!(self.exit_code(), 0);
        let unread: Vec<Value> = self.inbox.drain(..).chain(self.messages.iter()).collect();
        assert!(unread.is_empty(), "nobody asked for {unread:#?}");
    }

    /// Stops listening to a server that nobody reads from.
    pub fn turn_away(&mut self) {
        self.child.stdout = None;
    }

    /// Ends the session, whatever was sent and not asked for.
    pub fn leave(mut self) {
        assert_eq!(self.request("shutdown", Value::Null), Ok(Value::Null));
        self.notify("exit", Value::Null);
        assert_eq!(self.exit_code(), 0);
    }

    /// Closes the server's input.
    pub fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// Waits for the server to end, its input still open, and gives its exit code.
    pub fn exit_code(&mut self) -> i32 {
        let step = Duration::from_millis(5);
        for _ in 0..GUARD.as_millis() / step.as_millis() {
            if let Some(status) = self.child.try_wait().expect("the server can be waited for") {
                return status.code().expect("the server ends by itself");
            }
            thread::sleep(step);
        }
        panic!("the server does not end");
    }

    /// Waits for the first message of which something holds.
    fn wait(&mut self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(index) = self.inbox.iter().position(&wanted) {
            return self.inbox.remove(index).expect("the index is that of a message");
        }
        loop {
            let message = self.messages.recv_timeout(GUARD);
            let message = message.unwrap_or_else(|_| panic!("{what} does not come; instead: {:#?}", self.inbox));
            if wanted(&message) {
                return message;
            }
            self.inbox.push_back(message);
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // A failed test leaves its server running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The capabilities of a client that can do everything.
pub fn able() -> Value {
    let dynamic = json!({ "dynamicRegistration": true });
    let refreshed = json!({ "refreshSupport": true });
    let markup = json!(["markdown", "plaintext"]);
    json!({
        "general": { "positionEncodings": ["utf-16"], "staleRequestSupport": { "cancel": true, "retryOnContentModified": [] } },
        "window": { "workDoneProgress": true, "showMessage": { "messageActionItem": {} }, "showDocument": { "support": true } },
        "workspace": {
            "applyEdit": true,
            "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create", "rename", "delete"] },
            "didChangeConfiguration": dynamic,
            "didChangeWatchedFiles": { "dynamicRegistration": true, "relativePatternSupport": true },
            "symbol": { "resolveSupport": { "properties": ["location.range"] } },
            "workspaceFolders": true,
            "configuration": true,
            "diagnostics": refreshed,
            "semanticTokens": refreshed,
            "codeLens": refreshed,
            "inlayHint": refreshed,
        },
        "textDocument": {
            "synchronization": { "dynamicRegistration": true, "didSave": true },
            "completion": {
                "completionItem": {
                    "snippetSupport": true, "documentationFormat": markup, "labelDetailsSupport": true,
                    "insertReplaceSupport": true, "resolveSupport": { "properties": ["documentation", "detail"] },
                },
                "contextSupport": true,
            },
            "hover": { "contentFormat": markup },
            "definition": { "linkSupport": true },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "source"] } },
                "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit"] },
            },
            "documentLink": { "tooltipSupport": true },
            "rename": { "prepareSupport": true },
            "publishDiagnostics": {
                "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true, "dataSupport": true,
                "tagSupport": { "valueSet": [1, 2] },
            },
            "diagnostic": { "dynamicRegistration": true, "relatedDocumentSupport": true },
            "foldingRange": { "lineFoldingOnly": true },
            "semanticTokens": {
                "requests": { "range": true, "full": { "delta": true } },
                "tokenTypes": ["namespace", "type", "class", "enum", "interface", "struct", "parameter", "variable",
                               "property", "event", "function", "method", "macro", "keyword", "modifier", "comment",
                               "string", "number", "regexp", "operator", "decorator"],
                "tokenModifiers": ["declaration", "definition", "readonly", "deprecated", "documentation"],
                "formats": ["relative"],
            },
            "inlayHint": dynamic,
        },
    })
}

/// A draft whose analysis takes a while: five megabytes for a server that was made to be fast.
pub fn large_draft() -> String {
    let paragraph = "*Recalling also* its resolutions 65/230 of 21 December 2010 and 66/181 of 19 December 2011, 67/189 \
                     of 20 December 2012 and 68/193 of 18 December 2013, on the prevention of crime,\n\n";
    let paragraphs = if cfg!(debug_assertions) { 3_000 } else { 27_000 };
    ["*The General Assembly*,\n\n", &paragraph.repeat(paragraphs)].concat()
}

/// A message with its header.
pub fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn read_message(input: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().expect("a length"),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("the server sends JSON"))
}
