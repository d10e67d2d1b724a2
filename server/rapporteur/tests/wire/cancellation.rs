//! `$/cancelRequest`, for requests that wait, and for those that don't.

use serde_json::{Value, json};

use crate::support::{Client, large_draft};

const LARGE: &str = "file:///drafts/large.md";
const SMALL: &str = "file:///drafts/small.md";
const DRAFT: &str =
    "# Cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 19 December 2019,\n";

const CANCELLED: i64 = -32800;
const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;

fn cancel(client: &mut Client, id: &Value) {
    client.notify("$/cancelRequest", json!({ "id": id }));
}

#[test]
fn a_waiting_request_is_cancelled_and_others_are_answered_meanwhile() {
    let mut client = Client::plain();
    client.open(LARGE, &large_draft());
    client.open(SMALL, DRAFT);
    assert_eq!(client.published().uri, SMALL);
    let document = json!({ "textDocument": { "uri": LARGE } });
    let place = json!({ "textDocument": { "uri": LARGE }, "position": { "line": 2, "character": 40 } });
    client.send(&json!({ "jsonrpc": "2.0", "id": "one", "method": "textDocument/documentLink", "params": document }));
    client.send(&json!({ "jsonrpc": "2.0", "id": 1001, "method": "textDocument/hover", "params": place }));
    let kept = client.ask("textDocument/hover", place);
    let position = json!({ "line": 4, "character": "*Recalling* its resolution 74/17".len() });
    assert!(!client.hover(SMALL, position)["contents"].is_null(), "the small draft does not wait for the large one");
    // A request that waits keeps its id to itself.
    client.send(&json!({ "jsonrpc": "2.0", "id": 1001, "method": "textDocument/hover", "params": {} }));
    assert_eq!(client.answer(1001).unwrap_err()["code"], INVALID_REQUEST);
    for id in [json!("one"), json!(1001)] {
        cancel(&mut client, &id);
        assert_eq!(client.answer_to(&id).unwrap_err()["code"], CANCELLED, "{id}");
        // Once more, when it is over.
        cancel(&mut client, &id);
    }
    assert!(!client.hover(SMALL, json!({ "line": 4, "character": 32 }))["contents"].is_null());
    assert!(client.answer(kept).is_ok());
    assert_eq!(client.published().uri, LARGE);
    client.finish();
}

#[test]
fn a_document_that_is_closed_lets_go_of_who_waits_for_it() {
    let mut client = Client::plain();
    client.open(LARGE, &large_draft());
    let document = json!({ "textDocument": { "uri": LARGE } });
    let waiting = client.ask("textDocument/documentLink", document);
    client.close(LARGE);
    assert_eq!(client.answer(waiting), Ok(Value::Null));
    client.published();
    client.finish();
}

#[test]
fn cancelling_what_is_unknown_or_over_does_nothing() {
    let mut client = Client::plain();
    for id in [json!(1), json!(-7), json!("1"), json!(i32::MAX), Value::Null, json!({}), json!(0.5)] {
        cancel(&mut client, &id);
    }
    for _ in 0..100 {
        let id = client.ask("no/such/request", json!({}));
        cancel(&mut client, &json!(id));
        assert_eq!(client.answer(id).unwrap_err()["code"], METHOD_NOT_FOUND);
        cancel(&mut client, &json!(id));
    }
    client.open(SMALL, DRAFT);
    assert_eq!(client.published().diagnostics.len(), 1);
    client.finish();
}
