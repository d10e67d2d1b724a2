//! Clients that never answer, and clients that die.

use std::{
    fs,
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};

use crate::support::{Client, able, framed};

const URI: &str = "file:///drafts/clients.md";
const DRAFT: &str =
    "# Cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 19 December 2019,\n";

/// A client that can do everything and answers nothing, which has the server ask as much as it can.
#[test]
fn a_client_that_never_answers_gets_everything() {
    let mut capabilities = able();
    // It wants to be pushed to, so that there is something to wait for.
    capabilities["textDocument"].as_object_mut().expect("an object").remove("diagnostic");
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("stored.md"), DRAFT).expect("it can be written");
    let folder = json!({ "uri": format!("file://{}", folder.path().display()), "name": "drafts" });
    let mut client = Client::start();
    let params = json!({ "capabilities": capabilities, "workspaceFolders": [folder] });
    let offered = client.initialize(params)["capabilities"].clone();
    client.open(URI, DRAFT);
    let document = json!({ "textDocument": { "uri": URI } });
    let commands = offered["executeCommandProvider"]["commands"].as_array().cloned().unwrap_or_default();
    let mut asked = Vec::new();
    for version in 2..=400 {
        client.change(URI, version, json!([{ "text": DRAFT }]));
        client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
        asked.push(client.ask("textDocument/documentLink", document.clone()));
        if version % 20 == 0 {
            asked.push(client.ask("workspace/symbol", json!({ "query": "Cybercrime" })));
            let run = |command| json!({ "command": command, "arguments": [URI] });
            asked.extend(commands.iter().map(|command| client.ask("workspace/executeCommand", run(command))));
        }
    }
    for id in asked {
        // An action may have nothing to do; what counts is that somebody says so.
        let _ = client.answer(id);
    }
    let mut last = 0;
    while last < 400 {
        let published = client.published();
        assert!(published.version >= last && published.diagnostics.len() == 1, "{published:?} after {last}");
        last = published.version;
    }
    for _ in 0..400 {
        client.incoming("workspace/configuration");
    }
    client.incoming("client/registerCapability");
    client.leave();
}

/// Whoever gets no answer to `initialize`, because he does not read, can write as much as he likes.
#[test]
fn a_client_that_never_reads_can_always_write() {
    let mut client = Client::start_unread(&[]);
    client.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }));
    client.notify("initialized", json!({}));
    client.open(URI, DRAFT);
    let all: Vec<u8> = (0..20_000)
        .flat_map(|id| framed(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/documentLink", "params": { "textDocument": { "uri": URI } } })))
        .collect();
    client.write(&all);
    client.hang_up();
    client.turn_away();
    assert_eq!(client.exit_code(), 1);
}

/// A client that closes both ends, as the system does for one that is killed.
#[test]
fn a_client_that_is_killed_takes_the_server_with_it() {
    let mut client = Client::start_unread(&[]);
    client.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }));
    client.turn_away();
    client.hang_up();
    assert_eq!(client.exit_code(), 1);
}

/// A client that is cut off within a message.
#[test]
fn a_client_that_stops_in_the_middle_of_a_message_ends_the_session() {
    for cut in [3, 20, 60] {
        let mut client = Client::plain();
        let message = framed(&json!({ "jsonrpc": "2.0", "id": 7, "method": "shutdown", "params": null }));
        client.write(&message[..cut]);
        client.hang_up();
        assert_eq!(client.exit_code(), 1, "cut at {cut}");
    }
}

/// Nobody listens: the server ends as soon as it has something to say, though somebody holds its input open.
#[test]
fn a_server_that_nobody_listens_to_ends() {
    let mut client = Client::start_unread(&[]);
    client.turn_away();
    client.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }));
    assert_eq!(client.exit_code(), 1);
}

/// A process of its own that stands for an editor.
fn editor() -> Child {
    // It waits for its input to end, which it never does.
    let mut editor = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    editor.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts")
}

#[cfg(unix)]
#[test]
fn the_server_ends_with_the_process_of_its_client() {
    let mut editor = editor();
    let mut client = Client::start();
    client.initialize(json!({ "processId": editor.id(), "capabilities": {} }));
    client.open(URI, DRAFT);
    client.published();
    editor.kill().expect("it can be killed");
    editor.wait().expect("it ends");
    assert_eq!(client.exit_code(), 1);
}

/// A process that can't be seen from the server's container has a number that means nothing there.
#[test]
fn a_process_that_is_not_there_is_not_watched() {
    let mut gone = editor();
    gone.kill().expect("it can be killed");
    gone.wait().expect("it ends");
    for process in [json!(gone.id()), json!(0), json!(u32::MAX), Value::Null] {
        let mut client = Client::start();
        client.initialize(json!({ "processId": process, "capabilities": {} }));
        client.open(URI, DRAFT);
        client.published();
        client.finish();
    }
}
