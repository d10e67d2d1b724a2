//! Completion over the pipe: what is offered where, in the forms that the client takes.

mod support;

use serde_json::{Value, json};
use support::Client;

const URI: &str = "file:///drafts/draft.md";

const DRAFT: &str = "*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 21 December 2010,\n\n*Noting* the work of the Reef Monitoring Network (REMON) and the report A/HRC/17/26,[^1]\n\n1. *Requests* the Secretary-General to report;\n\n\n\n[^1]: See the annex.\n[^2]: See the other annex.\n";

/// A client that takes snippets and documentation in Markdown.
fn able() -> Client {
    let item = json!({ "snippetSupport": true, "documentationFormat": ["markdown"], "labelDetailsSupport": true });
    Client::with(json!({ "textDocument": { "completion": { "completionItem": item } } }))
}

/// What is offered behind some text in the empty line of the draft.
fn behind(client: &mut Client, typed: &str) -> Vec<Value> {
    client.open(URI, &DRAFT.replace(";\n\n\n\n", &format!(";\n\n{typed}\n\n")));
    client.published();
    let items = client.complete(URI, 8, typed.encode_utf16().count());
    client.close(URI);
    client.published();
    items
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["label"].as_str().unwrap()).collect()
}

#[test]
fn each_kind_of_item_comes_over_the_pipe() {
    let mut client = able();
    for (typed, label, text, kind) in [
        ("2. *Req", "Also requests", "*Also requests*", 14),
        ("2. *Notes* the report of the Human Ri", "Human Rights Council", "Human Rights Council", 9),
        ("2. *Notes* the matter[^", "2", "[^2]", 18),
        ("2. *Notes* report A/H", "A/HRC/17/26", "A/HRC/17/26", 17),
        ("2. *Notes* paragraph ", "1", "1 above", 18),
        ("2. *Notes* the work of RE", "REMON", "REMON", 21),
        ("<!-- rapporteur: ignore citation-da", "citation-date", "citation-date", 20),
    ] {
        let items = behind(&mut client, typed);
        let item = items.iter().find(|item| item["label"] == label);
        let item = item.unwrap_or_else(|| panic!("{label} is not among {:?} for {typed}", labels(&items)));
        assert_eq!((item["textEdit"]["newText"].as_str(), item["kind"].as_i64()), (Some(text), Some(kind)), "{item}");
        assert_eq!(item["textEdit"]["range"]["start"]["line"], 8);
    }
    client.finish();
}

#[test]
fn forms_are_snippets_for_whom_takes_them() {
    let mut client = able();
    let items = behind(&mut client, "");
    let word = items.iter().find(|item| item["label"] == "Decides").expect("a phrase of one word");
    assert_eq!(word["insertTextFormat"], Value::Null);
    let next = items.iter().find(|item| item["kind"] == 15).expect("a snippet");
    assert_eq!(next["textEdit"]["newText"], "2. *${1:Encourages}* ${2:…};");
    assert_eq!(next["insertTextFormat"], 2);
    client.finish();

    let mut client = Client::plain();
    let items = behind(&mut client, "");
    let next = items.iter().find(|item| item["kind"] == 15).expect("a snippet");
    assert_eq!(next["textEdit"]["newText"], "2. *Encourages* …;");
    assert_eq!(next["insertTextFormat"], Value::Null);
    client.finish();
}

#[test]
fn an_empty_document_becomes_a_draft() {
    let mut client = Client::start();
    client.initialize(json!({ "locale": "fr", "capabilities": {} }));
    client.open(URI, "");
    client.published();
    let items = client.complete(URI, 0, 0);
    assert_eq!(labels(&items)[0], "Projet de résolution de l’Assemblée générale (français)");
    client.open("file:///drafts/draft.ru.md", "");
    client.published();
    let items = client.complete("file:///drafts/draft.ru.md", 0, 0);
    assert_eq!(labels(&items)[0], "Projet de résolution de l’Assemblée générale (русский)");
    client.finish();
}

#[test]
fn what_is_looked_at_says_what_it_is() {
    let mut client = able();
    client.open(URI, &DRAFT.replace(";\n\n\n\n", ";\n\n2. *Invi\n\n"));
    client.published();
    let items = client.complete(URI, 8, 8);
    let resolved = client.request("completionItem/resolve", items[0].clone()).unwrap();
    let said = resolved["documentation"]["value"].as_str().unwrap();
    assert!(said.contains("**Invites**") && said.contains("Inviting"), "{said}");
    client.finish();
}

#[test]
fn in_running_text_the_editor_asks_in_vain() {
    let mut client = able();
    client.open(URI, DRAFT);
    client.published();
    for (line, character, mark) in [(4, 13, " "), (4, 8, "*"), (6, 18, " "), (0, 5, " ")] {
        let place = json!({
            "textDocument": { "uri": URI }, "position": { "line": line, "character": character },
            "context": { "triggerKind": 2, "triggerCharacter": mark },
        });
        let found = client.request("textDocument/completion", place).unwrap();
        assert_eq!(found["items"], json!([]), "{line}:{character}");
    }
    client.finish();
}

#[test]
fn a_large_draft_is_answered_at_once() {
    let mut client = able();
    let text = DRAFT.replace("Reef", &"Reef and sea, ".repeat(20_000)).replace(";\n\n\n\n", ";\n\n2. *Req\n\n");
    client.open(URI, &text);
    // While nothing is known of it but its beginning.
    let items = client.complete(URI, 8, 7);
    assert!(labels(&items).contains(&"Requests"), "{:?}", labels(&items));
    client.published();
    client.change(URI, 2, json!([{ "range": { "start": { "line": 8, "character": 7 }, "end": { "line": 8, "character": 7 } }, "text": "u" }]));
    let items = client.complete(URI, 8, 8);
    assert!(labels(&items).contains(&"Also requests"), "{:?}", labels(&items));
    client.published();
    client.finish();
}
