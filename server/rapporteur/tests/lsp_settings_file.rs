//! `rapporteur.toml` in the editor: what is wrong in it, while it is typed; its keys; their documentation.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::Client;
use tempfile::TempDir;

const DRAFT: &str = "# Cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 19 December 2019,\n\n*Decides* to remain seized of the matter.\n";

/// A folder with a `rapporteur.toml`, the URI of that, and that of a draft beside it.
fn project(settings: &str) -> (TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rapporteur.toml"), settings).unwrap();
    let uri = |name: &str| format!("file://{}/{name}", folder.path().display());
    let (settings, draft) = (uri("rapporteur.toml"), uri("draft.md"));
    (folder, settings, draft)
}

/// The places and the messages of diagnostics.
fn said(diagnostics: &[Value]) -> Vec<(i64, i64, i64, String)> {
    let one = |diagnostic: &Value| {
        let at = |end: &str, part: &str| diagnostic["range"][end][part].as_i64().unwrap();
        let message = diagnostic["message"].as_str().unwrap().to_owned();
        (at("start", "line"), at("start", "character"), at("end", "character"), message)
    };
    diagnostics.iter().map(one).collect()
}

fn replace(client: &mut Client, uri: &str, version: i64, text: &str) -> Vec<(i64, i64, i64, String)> {
    client.change(uri, version, json!([{ "text": text }]));
    let published = client.published();
    assert_eq!((published.uri.as_str(), published.version), (uri, version));
    said(&published.diagnostics)
}

#[test]
fn what_is_wrong_is_said_while_it_is_typed() {
    let (_folder, uri, draft) = project("");
    let mut client = Client::plain();
    client.open(&uri, "");
    assert_eq!(client.published().diagnostics, [Value::Null; 0]);
    let found = replace(&mut client, &uri, 2, "kind = \"reprot\"\n");
    assert_eq!(found, [(0, 7, 15, "there is no kind `reprot`; did you mean `report`?".to_owned())]);
    let found = replace(&mut client, &uri, 3, "# é\nregistry = [\"no.tsv\"]\nignore = [\"citation-date\"]\n");
    assert_eq!((found.len(), found[0].0, found[0].1, found[0].2), (1, 1, 12, 20));
    assert!(found[0].3.starts_with("there is no table `no.tsv`"), "{}", found[0].3);
    // Drafts are checked under what is stored.
    client.open(&draft, DRAFT);
    assert_eq!(client.published().diagnostics.len(), 1);
    assert_eq!(replace(&mut client, &uri, 4, "language = \"fr\"\n"), []);
    client.finish();
}

#[test]
fn closing_restores_what_is_stored() {
    let (_folder, uri, draft) = project("kind = \"reprot\"\n");
    let mut client = Client::plain();
    client.open(&draft, DRAFT);
    let stored = client.incoming("textDocument/publishDiagnostics");
    assert_eq!(stored["params"]["uri"], uri);
    client.published();
    client.incoming("window/showMessage");
    client.open(&uri, "kind = \"report\"\n");
    assert_eq!(client.published().diagnostics, [Value::Null; 0]);
    client.close(&uri);
    let found = client.published().diagnostics;
    assert!(found[0]["message"].as_str().unwrap().contains("reprot"), "{found:?}");
    client.finish();
}

#[test]
fn what_is_stored_is_not_said_twice() {
    let (folder, uri, draft) = project("");
    let mut client = Client::plain();
    client.open(&draft, DRAFT);
    client.published();
    let wrong = "kind = \"reprot\"\n";
    client.open(&uri, "");
    client.published();
    assert_eq!(replace(&mut client, &uri, 2, wrong).len(), 1);
    fs::write(folder.path().join("rapporteur.toml"), wrong).unwrap();
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    client.incoming("window/showMessage");
    let published = [client.published(), client.published()];
    let of_settings: Vec<_> = published.iter().filter(|published| published.uri == uri).collect();
    assert_eq!((of_settings.len(), of_settings[0].diagnostics.len()), (1, 1), "{published:?}");
    client.finish();
}

#[test]
fn it_is_pulled_like_a_draft() {
    let (_folder, uri, _) = project("");
    let mut client = Client::with(json!({ "textDocument": { "diagnostic": {} } }));
    client.open(&uri, "kind = \"reprot\"\n");
    let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } })).unwrap();
    assert_eq!(said(report["items"].as_array().unwrap()).len(), 1, "{report}");
    client.finish();
}

#[test]
fn a_file_that_is_not_stored_yet_is_judged_too() {
    let folder = tempfile::tempdir().unwrap();
    let uri = format!("file://{}/rapporteur.toml", folder.path().display());
    let mut client = Client::plain();
    client.open(&uri, "kind = \"reprot\"\n");
    assert_eq!(client.published().diagnostics.len(), 1);
    client.close(&uri);
    assert_eq!(client.published().diagnostics, [Value::Null; 0]);
    client.finish();
}

#[test]
fn keys_values_and_rules_are_completed_and_explained() {
    let (_folder, uri, _) = project("");
    let item = json!({ "snippetSupport": true });
    let mut client = Client::with(json!({ "textDocument": { "completion": { "completionItem": item } } }));
    client.open(&uri, "la\nkind = \"\"\n[rules]\ncitation-da = \"off\"\n");
    client.published();
    let text = |items: &[Value], label: &str| {
        let item = items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("{label}: {items:?}"));
        item["textEdit"]["newText"].as_str().unwrap().to_owned()
    };
    assert_eq!(text(&client.complete(&uri, 0, 2), "language"), "language = \"${1:}\"");
    assert_eq!(text(&client.complete(&uri, 1, 8), "report"), "\"report\"");
    let rules = client.complete(&uri, 3, 11);
    assert_eq!(text(&rules, "citation-date"), "citation-date");
    let rule = rules.iter().find(|item| item["label"] == "citation-date").unwrap();
    let resolved = client.request("completionItem/resolve", rule.clone()).unwrap();
    assert!(resolved["documentation"]["value"].as_str().unwrap().starts_with("citation-date"), "{resolved}");
    let shown = client.hover(&uri, json!({ "line": 1, "character": 2 }));
    assert!(shown["contents"]["value"].as_str().unwrap().contains("The kind of document"), "{shown}");
    assert_eq!(client.hover(&uri, json!({ "line": 9, "character": 0 })), Value::Null);
    client.finish();
}
