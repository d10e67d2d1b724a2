//! Notifications that come in an order that makes no sense, about documents and files that are not there.

use serde_json::{Value, json};

use crate::support::Client;

const URI: &str = "file:///drafts/order.md";
const DRAFT: &str =
    "# Cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 19 December 2019,\n";

/// The text and the findings of the one document, as they must be when there is nothing else.
fn assert_open_with(client: &mut Client, version: i64, text: &str) {
    assert_eq!(client.text(URI), Some((version, text.to_owned())));
    let published = client.published();
    assert_eq!((published.uri.as_str(), published.version), (URI, version));
    assert_eq!(published.diagnostics.len(), usize::from(text == DRAFT), "{published:#?}");
}

#[test]
fn a_document_that_is_opened_twice_is_the_second_one() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    assert_open_with(&mut client, 1, DRAFT);
    client.open(URI, "");
    assert_open_with(&mut client, 1, "");
    client.change(URI, 2, json!([{ "text": DRAFT }]));
    assert_open_with(&mut client, 2, DRAFT);
    client.close(URI);
    assert_eq!(client.published().diagnostics, Vec::<Value>::new());
    client.close(URI);
    assert_eq!(client.text(URI), None);
    client.finish();
}

#[test]
fn versions_are_the_clients_own() {
    let mut client = Client::plain();
    client.open(URI, "");
    assert_open_with(&mut client, 1, "");
    // Some clients start anew, some count nothing, some jump.
    for (version, text) in [(7, DRAFT), (7, ""), (0, DRAFT), (-3, ""), (i64::from(i32::MAX), DRAFT)] {
        client.change(URI, version, json!([{ "text": text }]));
        assert_open_with(&mut client, version, text);
    }
    // No change at all is one, too.
    client.change(URI, 9, json!([]));
    assert_open_with(&mut client, 9, DRAFT);
    client.finish();
}

#[test]
fn what_is_not_open_is_neither_changed_nor_saved_nor_closed() {
    let mut client = Client::plain();
    for uri in ["file:///drafts/unknown.md", "untitled:unknown", "git:/unknown?%7B%7D", "x:"] {
        client.change(uri, 2, json!([{ "text": DRAFT }]));
        assert!(client.logged().contains(uri));
        client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
        client.close(uri);
        assert_eq!(client.text(uri), None);
    }
    client.finish();
}

#[test]
fn files_and_folders_that_are_not_there_may_change() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    assert_open_with(&mut client, 1, DRAFT);
    let changes: Vec<Value> =
        ["file:///no/such.md", "file:///no/rapporteur.tsv", "untitled:1", "git:/a.md?b", "file:///", "x:"]
            .into_iter()
            .flat_map(|uri| (1..=3).map(move |kind| json!({ "uri": uri, "type": kind })))
            .collect();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    let folder = |uri: &str| json!({ "uri": uri, "name": "folder" });
    let event =
        json!({ "added": [folder("file:///no/such"), folder("git:/a")], "removed": [folder("file:///never/added")] });
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    client.request("workspace/symbol", json!({ "query": "no such draft" })).expect("it is answered");
    assert_eq!(client.text(URI), Some((1, DRAFT.to_owned())));
    client.leave();
}
