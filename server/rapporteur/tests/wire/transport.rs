//! The seven rules of the transport that `server/README.md` states, each against the real server.

use serde_json::{Value, json};

use crate::support::{
    Client, framed, large_draft,
    text::{ENCODINGS, offset, position, range},
};

const URI: &str = "file:///drafts/transport.md";

/// A draft with one citation whose date is wrong, so that there is something to find.
const DRAFT: &str = "# Cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 19 December 2019,\n\n*Decides* to remain seized of the matter.\n";

/// Rule 1: changes apply in the order in which they were sent.
#[test]
fn two_hundred_changes_apply_in_order() {
    let mut client = Client::plain();
    client.open(URI, "");
    let text: Vec<char> = "Recalling its resolution 74/17".chars().collect();
    let mut messages = Vec::new();
    // Letters come one by one, each behind the one before; and each is typed, deleted and typed again, so that any two
    // changes in the wrong order spoil the text.
    let mut version = 1;
    for (column, letter) in text.iter().cycle().take(text.len() * 7).enumerate() {
        let (column, line) = (column % text.len(), column / text.len());
        version += 1;
        let end = if column + 1 == text.len() && line < 6 { "\n" } else { "" };
        let at = json!({ "line": line, "character": column });
        let change = json!({ "range": { "start": at, "end": at }, "text": format!("{letter}{end}") });
        messages.extend(framed(&json!({
            "jsonrpc": "2.0",
            "method": "textDocument/didChange",
            "params": { "textDocument": { "uri": URI, "version": version }, "contentChanges": [change] },
        })));
    }
    assert!(version > 200);
    client.write(&messages);
    let items = client.complete(URI, 6, text.len());
    assert!(items.iter().any(|item| item["label"] == "74/173"), "{items:#?}");
    for expected in 1..=version {
        assert_eq!(client.published().version, expected);
    }
    client.finish();
}

/// Rule 2: a client that answers nothing does not stop the server.
#[test]
fn a_client_that_never_answers_is_served() {
    let mut client = Client::with(json!({ "workspace": {
        "configuration": true,
        "didChangeConfiguration": { "dynamicRegistration": true },
        "didChangeWatchedFiles": { "dynamicRegistration": true },
    } }));
    for _ in 0..10 {
        client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    }
    client.open(URI, DRAFT);
    for version in 2..=500 {
        client.change(URI, version, json!([{ "text": DRAFT }]));
    }
    let items = client.complete(URI, 4, "*Recalling* its resolution 74/17".len());
    assert!(!items.is_empty());
    for version in 1..=500 {
        assert_eq!(client.published().version, version);
    }
    for _ in 0..11 {
        client.incoming("workspace/configuration");
    }
    let registration = client.incoming("client/registerCapability");
    let registered = registration["params"]["registrations"].to_string();
    assert!(registered.contains("workspace/didChangeWatchedFiles") && registered.contains("rapporteur.toml"));
    client.finish();
}

/// Rule 3: a request is answered while a large draft is analysed.
#[test]
fn requests_are_answered_during_a_long_analysis() {
    let mut client = Client::plain();
    let draft = large_draft();
    client.open(URI, &draft);
    client.open("file:///drafts/small.md", DRAFT);
    let items = client.complete(URI, 2, "*Recalling also* its resolutions 65/23".len());
    assert!(items.iter().any(|item| item["label"] == "65/230"), "{items:#?}");
    let small = client.published();
    assert_eq!(small.uri, "file:///drafts/small.md", "the small draft is not kept waiting by the large one");
    assert_eq!(client.published().uri, URI);
    client.finish();
}

/// Rule 3: a request that waits for the analysis can be cancelled, and others don't wait with it.
#[test]
fn a_waiting_request_can_be_cancelled() {
    let mut client = Client::with(json!({ "textDocument": { "diagnostic": {} } }));
    client.open(URI, &large_draft());
    let document = json!({ "textDocument": { "uri": URI } });
    let waiting: Vec<i64> = (0..10).map(|_| client.ask("textDocument/diagnostic", document.clone())).collect();
    assert!(!client.complete(URI, 2, "*Recalling also* its resolutions 65/23".len()).is_empty());
    for id in &waiting[1..] {
        client.notify("$/cancelRequest", json!({ "id": id }));
    }
    for id in &waiting[1..] {
        assert_eq!(client.answer(*id).unwrap_err()["code"], -32800);
    }
    assert_eq!(client.answer(waiting[0]).unwrap()["kind"], "full");
    client.finish();
}

/// Rule 5: `shutdown` is answered whatever its params, and `exit` ends the process though its input is open.
#[test]
fn shutdown_is_answered_and_exit_ends_the_process() {
    for params in [None, Some(Value::Null), Some(json!({})), Some(json!([]))] {
        let mut client = Client::plain();
        let mut shutdown = json!({ "jsonrpc": "2.0", "id": 7, "method": "shutdown" });
        if let Some(params) = &params {
            shutdown["params"] = params.clone();
        }
        client.send(&shutdown);
        assert_eq!(client.answer(7), Ok(Value::Null), "with params {params:?}");
        client.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
        assert_eq!(client.exit_code(), 0);
    }
}

/// Rule 5: without `shutdown`, `exit` or the end of the input ends the process with code 1.
#[test]
fn leaving_without_shutdown_is_an_error() {
    let mut client = Client::plain();
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 1);
    let mut client = Client::start();
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 1);
    let mut client = Client::plain();
    client.hang_up();
    assert_eq!(client.exit_code(), 1);
}

/// Rule 5: also in the middle of a long analysis.
#[test]
fn exit_does_not_wait_for_an_analysis() {
    let mut client = Client::plain();
    client.open(URI, &large_draft());
    assert_eq!(client.request("shutdown", Value::Null), Ok(Value::Null));
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 0);
}

/// Rule 5: a client that stops reading can't hold the process.
#[test]
fn exit_ends_the_process_though_nobody_reads() {
    let mut client = Client::start_unread(&[]);
    client.write(&framed(
        &json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }),
    ));
    client.open(URI, DRAFT);
    for version in 2..=2000 {
        client.change(URI, version, json!([{ "text": DRAFT }]));
    }
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 1);
}

/// Rule 6: what is published has the version it is for, and never goes back.
#[test]
fn nothing_stale_is_published() {
    let mut client = Client::plain();
    client.open(URI, &large_draft());
    for version in 2..=20 {
        let start = json!({ "line": 0, "character": 0 });
        client.change(URI, version, json!([{ "range": { "start": start, "end": start }, "text": "x" }]));
    }
    let mut last = 0;
    while last < 20 {
        let version = client.published().version;
        assert!(version > last, "{version} after {last}");
        last = version;
    }
    // Made small, it is analysed on the spot; nothing of the large one may follow.
    client.change(URI, 21, json!([{ "text": large_draft() }]));
    client.change(URI, 22, json!([{ "text": DRAFT }]));
    assert_eq!(client.published().version, 22);
    client.close(URI);
    let closed = client.published();
    assert_eq!((closed.version, closed.diagnostics.len()), (22, 0));
    client.finish();
}

/// Rule 6: the analysis of a draft that was closed meanwhile is not published, and one opened anew is analysed.
#[test]
fn a_closed_draft_stays_closed() {
    let mut client = Client::plain();
    client.open(URI, &large_draft());
    client.close(URI);
    assert_eq!(client.published().diagnostics, Vec::<Value>::new());
    client.open(URI, DRAFT);
    let published = client.published();
    assert_eq!((published.version, published.diagnostics.len()), (1, 1), "{published:#?}");
    client.finish();
}

/// Rule 7: the first encoding of the client's that the server knows is taken, UTF-16 where it names none.
#[test]
fn the_position_encoding_is_negotiated() {
    for (offered, taken) in [
        (json!(["utf-8", "utf-16"]), "utf-8"),
        (json!(["utf-16", "utf-8"]), "utf-16"),
        (json!(["utf-32", "utf-8", "utf-16"]), "utf-32"),
        (json!(["utf-7", "utf-8"]), "utf-8"),
        (json!([]), "utf-16"),
        (Value::Null, "utf-16"),
    ] {
        let mut client = Client::start();
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let result = client.initialize(json!({ "capabilities": capabilities }));
        assert_eq!(result["capabilities"]["positionEncoding"], taken, "of {offered}");
        client.finish();
    }
}

/// Rule 7: of a client that names no encoding, and does not count in UTF-16 nevertheless, the command line tells.
#[test]
fn the_position_encoding_is_told_by_the_command_line() {
    for (offered, taken) in [(Value::Null, "utf-8"), (json!(["utf-16"]), "utf-16")] {
        let mut client = Client::start_with(&["--encoding", "utf-8"]);
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let result = client.initialize(json!({ "capabilities": capabilities }));
        assert_eq!(result["capabilities"]["positionEncoding"], taken, "of {offered}");
        client.finish();
    }
}

/// Rule 7: positions are right in every encoding, on both ways.
#[test]
fn positions_are_right_in_every_encoding() {
    let draft = "# Cybercrime\r\n\r\n*The General Assembly*,\r\n\r\n*Recalling* 😀 مُقَرَّر 大会 its resolution 74/173 of 19 December 2019,\r\n\r\n\
                 *Decides* 👩‍👩‍👧 to remain seized of the matter.\r\n";
    let wrong = draft.find("19 December 2019").unwrap();
    for encoding in ENCODINGS {
        let mut client = Client::with(json!({ "general": { "positionEncodings": [encoding] } }));
        client.open(URI, draft);
        let found = client.published().diagnostics;
        assert_eq!(found.len(), 1, "{encoding}: {found:#?}");
        assert_eq!(found[0]["range"], range(encoding, draft, wrong, wrong + "19 December 2019".len()), "{encoding}");
        // An edit at a position behind all of that: the day is put right.
        let day = range(encoding, draft, wrong, wrong + 2);
        client.change(URI, 2, json!([{ "range": day, "text": "18" }]));
        assert_eq!(client.published().diagnostics, Vec::<Value>::new(), "{encoding}");
        let at = position(encoding, draft, draft.find("73 of").unwrap());
        let items =
            client.complete(URI, at["line"].as_u64().unwrap() as usize, at["character"].as_u64().unwrap() as usize);
        let item = items.iter().find(|item| item["label"] == "74/173").expect("74/173 is offered");
        let replaced = &item["textEdit"]["range"];
        let number = offset(encoding, draft, &replaced["start"])..offset(encoding, draft, &replaced["end"]);
        assert_eq!(&draft[number], "74/173", "{encoding}");
        client.finish();
    }
}

/// What is out of range is clamped, what is not open is passed over, and what is no message is dropped.
#[test]
fn nonsense_does_not_end_the_session() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    client.published();
    let far = json!({ "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 });
    let backwards = json!({ "start": far, "end": { "line": 0, "character": 0 } });
    client.change(URI, 2, json!([{ "range": { "start": far, "end": far }, "text": "end" }]));
    assert_eq!(client.published().version, 2);
    client.change(URI, 3, json!([{ "range": backwards, "text": DRAFT }]));
    assert_eq!(client.published().diagnostics.len(), 1);
    assert_eq!(client.complete(URI, 99, 99), Vec::<Value>::new());
    client.code_actions(URI, &backwards, json!({ "diagnostics": [] }));

    let unknown = "file:///drafts/unknown.md";
    client.change(unknown, 2, json!([{ "text": "" }]));
    let log = client.incoming("window/logMessage");
    assert!(log["params"]["message"].as_str().unwrap().contains("unknown.md"));
    client.close(unknown);
    assert_eq!(client.complete(unknown, 0, 0), Vec::<Value>::new());
    assert_eq!(client.code_actions(unknown, &backwards, json!({ "diagnostics": [] })), Vec::<Value>::new());

    client.write(b"no header at all\r\n\r\n");
    client.write(b"Content-Length: 9\r\n\r\n{\"broken\"");
    client.write(b"Content-Length: 2\r\n\r\n[]");
    for _ in 0..2 {
        assert!(client.logged().contains("dropped"));
    }
    client.notify("no/such/notification", json!({}));
    assert_eq!(client.request("no/such/request", json!({})).unwrap_err()["code"], -32601);
    assert_eq!(client.request("textDocument/completion", json!({ "nonsense": 1 })).unwrap_err()["code"], -32602);
    assert!(!client.complete(URI, 4, "*Recalling* its resolution 74/17".len()).is_empty());
    client.finish();
}
