//! What is no message, and messages at the wrong time: the session goes on wherever the protocol lets it.

use serde_json::{Value, json};

use crate::support::{Client, framed};

const URI: &str = "file:///drafts/framing.md";
const DRAFT: &str = "*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 18 December 2019,\n";

const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;
const INVALID_PARAMS: i64 = -32602;
const NOT_INITIALIZED: i64 = -32002;

/// The code of the error that a request is answered with.
fn refusal(answer: Result<Value, Value>) -> i64 {
    let error = answer.expect_err("the request is refused");
    error["code"].as_i64().expect("an error has a code")
}

/// A body behind a header.
fn behind(header: &str, body: &[u8]) -> Vec<u8> {
    [header.as_bytes(), b"\r\n\r\n", body].concat()
}

#[test]
fn bytes_that_are_no_message_are_passed_over() {
    let deep =
        format!(r#"{{"jsonrpc":"2.0","id":9,"method":"x","params":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    let closing = r#"{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///drafts/framing.md"}}}"#;
    let length = |body: &[u8]| format!("Content-Length: {}", body.len());
    // What is sent, and whether the server says that it dropped something.
    let nonsense: Vec<(Vec<u8>, bool)> = vec![
        (b"no header at all\r\n\r\n".to_vec(), false),
        (b"\r\n\r\n\r\n".to_vec(), false),
        (vec![0xff; 70_000], false),
        // No length, or none that can be: the body is passed over with its header.
        (behind("Content-Type: application/vscode-jsonrpc; charset=utf-8", closing.as_bytes()), false),
        (behind("Content-Length: many", closing.as_bytes()), false),
        (behind("Content-Length:", closing.as_bytes()), false),
        (behind("Content-Length: -7", closing.as_bytes()), false),
        (behind("Content-Length: 0x20", closing.as_bytes()), false),
        (behind("Content-Length: 8000000000", closing.as_bytes()), false),
        (behind("Content-Length: 99999999999999999999999999", closing.as_bytes()), false),
        // A length that is too small: the rest of the body is passed over.
        (behind("Content-Length: 9", closing.as_bytes()), true),
        (behind("Content-Length: 0", closing.as_bytes()), true),
        (behind("Content-Length: 9", b"{\"broken\""), true),
        (behind("Content-Length: 2", b"[]"), true),
        (behind("Content-Length: 4", b"null"), true),
        (behind("Content-Length: 2", b"{}"), true),
        (behind(&length(b"\"\xff\xfe\""), b"\"\xff\xfe\""), true),
        (behind(&length(deep.as_bytes()), deep.as_bytes()), true),
        // LSP has no batches.
        (framed(&json!([{ "jsonrpc": "2.0", "id": 1, "method": "shutdown" }])), true),
        (framed(&json!({ "jsonrpc": "2.0" })), true),
        (framed(&json!({ "jsonrpc": "1.0", "id": 1, "method": "shutdown" })), true),
        (framed(&json!({ "id": 1, "method": "shutdown" })), true),
        (framed(&json!({ "jsonrpc": "2.0", "id": {}, "method": "shutdown" })), true),
        (framed(&json!({ "jsonrpc": "2.0", "method": 7 })), true),
    ];
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    client.published();
    for (bytes, complains) in nonsense {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(99)]).into_owned();
        client.write(&bytes);
        if complains {
            assert!(client.logged().contains("dropped"), "{shown}");
        }
        assert_eq!(client.text(URI), Some((1, DRAFT.to_owned())), "after {shown}");
    }
    client.finish();
}

#[test]
fn headers_are_read_however_they_are_written() {
    let mut client = Client::plain();
    for (id, header) in [
        "content-length: SIZE",
        "CONTENT-LENGTH:SIZE",
        "Content-Length :   SIZE  ",
        "Content-Length: 3\r\nContent-Length: SIZE",
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: SIZE",
        "Content-Length: SIZE\r\nContent-Type: application/vscode-jsonrpc; charset=utf8",
        "Content-Length: SIZE\r\nContent-Type: text/plain\r\nX-One: 1\r\nX-Two: 2\r\nX-Three: 3",
    ]
    .into_iter()
    .enumerate()
    {
        let body = json!({ "jsonrpc": "2.0", "id": format!("n° {id}"), "method": "no/such/request" }).to_string();
        client.write(&behind(&header.replace("SIZE", &body.len().to_string()), body.as_bytes()));
        assert_eq!(refusal(client.answer_to(&json!(format!("n° {id}")))), METHOD_NOT_FOUND, "{header}");
    }
    // Byte by byte, and several in one piece.
    for byte in framed(&json!({ "jsonrpc": "2.0", "id": 1000, "method": "no/such/request" })) {
        client.write(&[byte]);
    }
    assert_eq!(refusal(client.answer(1000)), METHOD_NOT_FOUND);
    let request = |id: i64| framed(&json!({ "jsonrpc": "2.0", "id": id, "method": "no/such/request" }));
    client.write(&(1001..1050).flat_map(request).collect::<Vec<u8>>());
    for id in 1001..1050 {
        assert_eq!(refusal(client.answer(id)), METHOD_NOT_FOUND);
    }
    client.finish();
}

#[test]
fn unknown_methods_are_refused_or_passed_over() {
    let mut client = Client::plain();
    client.notify("no/such/notification", json!({}));
    client.notify("$/noSuchNotification", json!({}));
    client.notify("$/setTrace", json!({ "value": "verbose" }));
    client.notify("textDocument/willSave", json!({ "textDocument": { "uri": URI }, "reason": 1 }));
    // One that the protocol has and we don't.
    let at = json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } });
    assert_eq!(refusal(client.request("no/such/request", json!({}))), METHOD_NOT_FOUND);
    assert_eq!(refusal(client.request("$/noSuchRequest", json!({}))), METHOD_NOT_FOUND);
    assert_eq!(refusal(client.request("textDocument/moniker", at)), METHOD_NOT_FOUND);
    client.finish();
}

#[test]
fn a_notification_with_wrong_parameters_is_ignored_and_logged() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    client.published();
    let document = json!({ "uri": URI, "version": 2 });
    let backwards = json!({ "start": { "line": -1, "character": 0 }, "end": { "line": 0, "character": 0 } });
    for (method, params) in [
        ("textDocument/didOpen", json!({ "textDocument": { "uri": URI } })),
        ("textDocument/didOpen", json!([])),
        ("textDocument/didChange", json!({ "textDocument": document, "contentChanges": "all" })),
        ("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": 1 }] })),
        (
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [{ "range": backwards, "text": "" }] }),
        ),
        ("textDocument/didChange", json!({ "contentChanges": [] })),
        ("textDocument/didSave", json!(7)),
        ("textDocument/didClose", json!({ "textDocument": URI })),
        ("textDocument/didClose", json!({ "textDocument": { "uri": "no URI" } })),
        ("textDocument/didClose", Value::Null),
        ("workspace/didChangeWatchedFiles", json!({ "changes": {} })),
    ] {
        client.notify(method, params.clone());
        let logged = client.logged();
        assert!(logged.contains(method), "{method} with {params}: {logged}");
        assert_eq!(client.text(URI), Some((1, DRAFT.to_owned())), "after {method} with {params}");
    }
    // Settings that make no sense are some all the same.
    client.notify("workspace/didChangeConfiguration", json!({ "settings": 7 }));
    client.notify("$/cancelRequest", json!({ "id": {} }));
    client.notify("$/cancelRequest", Value::Null);
    assert_eq!(client.text(URI), Some((1, DRAFT.to_owned())));
    drop(client);
}

#[test]
fn before_initialize_nothing_is_served() {
    let mut client = Client::start();
    client.open(URI, DRAFT);
    client.notify("initialized", json!({}));
    assert_eq!(refusal(client.request("textDocument/hover", json!({}))), NOT_INITIALIZED);
    assert_eq!(refusal(client.request("shutdown", Value::Null)), NOT_INITIALIZED);
    assert_eq!(refusal(client.request("initialize", json!({ "capabilities": 7 }))), INVALID_PARAMS);
    assert_eq!(refusal(client.request("initialize", Value::Null)), INVALID_PARAMS);
    // It can still begin, once.
    client.initialize(json!({ "processId": null, "rootUri": null, "capabilities": {}, "unknown": [1] }));
    assert_eq!(refusal(client.request("initialize", json!({ "capabilities": {} }))), INVALID_REQUEST);
    assert_eq!(client.text(URI), None);
    client.open(URI, DRAFT);
    client.published();
    client.finish();
}

#[test]
fn after_shutdown_nothing_is_served() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    client.published();
    assert_eq!(client.request("shutdown", Value::Null), Ok(Value::Null));
    assert_eq!(refusal(client.request("shutdown", Value::Null)), INVALID_REQUEST);
    assert_eq!(refusal(client.request("textDocument/hover", json!({}))), INVALID_REQUEST);
    assert_eq!(refusal(client.request("initialize", json!({ "capabilities": {} }))), INVALID_REQUEST);
    client.change(URI, 2, json!([{ "text": "" }]));
    client.close(URI);
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 0);
}

#[test]
fn answers_that_nobody_waits_for_are_passed_over() {
    let mut client = Client::with(json!({ "workspace": { "configuration": true } }));
    let question = client.incoming("workspace/configuration");
    for answer in [
        json!({ "jsonrpc": "2.0", "id": 4711, "result": [{}] }),
        json!({ "jsonrpc": "2.0", "id": "4711", "result": null }),
        json!({ "jsonrpc": "2.0", "id": null, "result": null }),
        json!({ "jsonrpc": "2.0", "id": null, "error": { "code": -32700, "message": "Parse error" } }),
        json!({ "jsonrpc": "2.0", "id": 4711, "error": "not an error" }),
        // A client for which null is nothing leaves the result out.
        json!({ "jsonrpc": "2.0", "id": question["id"] }),
        json!({ "jsonrpc": "2.0", "id": question["id"], "result": [{ "locale": "fr" }] }),
    ] {
        client.send(&answer);
    }
    assert!(client.logged().contains("did not tell its settings"));
    client.open(URI, DRAFT);
    client.published();
    client.finish();
}

#[test]
fn an_id_is_given_back_as_it_came() {
    let mut client = Client::plain();
    for id in [json!(0), json!(-1), json!(i64::MAX), json!(""), json!("1"), json!("n° 😀"), Value::Null] {
        client.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "no/such/request" }));
        assert_eq!(refusal(client.answer_to(&id)), METHOD_NOT_FOUND, "{id}");
    }
    client.finish();
}
