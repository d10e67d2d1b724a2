//! Settings: from the editor, from `rapporteur.toml`, and changed while drafts are open.

mod support;

use std::{fs, path::Path};

use serde_json::{Value, json};
use support::Client;
use tempfile::TempDir;

const DRAFT: &str = "# Cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 19 December 2019,\n\n*Decides* to remain seized of the matter.\n";

/// A folder with a `rapporteur.toml`, and the URI of a draft in a folder below it.
fn project(settings: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    write_settings(folder.path(), settings);
    let uri = format!("file://{}/drafts/draft.md", folder.path().display());
    (folder, uri)
}

fn write_settings(folder: &Path, settings: &str) {
    fs::write(folder.join("rapporteur.toml"), settings).unwrap();
}

fn rules(client: &mut Client) -> Vec<String> {
    let found = client.published().diagnostics;
    found.iter().map(|diagnostic| diagnostic["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_nearest_settings_file_holds_and_is_watched() {
    let (folder, uri) = project("ignore = [\"citation-date\"]\n");
    let mut client = Client::with(json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } }));
    let registration = client.incoming("client/registerCapability");
    client.reply(&registration, Value::Null);
    client.open(&uri, DRAFT);
    assert_eq!(rules(&mut client), Vec::<String>::new());
    write_settings(folder.path(), "");
    let changed = json!({ "uri": format!("file://{}/rapporteur.toml", folder.path().display()), "type": 2 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [changed] }));
    assert_eq!(rules(&mut client), ["citation-date"]);
    client.finish();
}

#[test]
fn a_client_that_cannot_watch_gets_new_settings_on_saving() {
    let (folder, uri) = project("");
    let mut client = Client::plain();
    client.open(&uri, DRAFT);
    assert_eq!(rules(&mut client), ["citation-date"]);
    write_settings(folder.path(), "[rules]\ncitation-date = \"off\"\n");
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(rules(&mut client), Vec::<String>::new());
    client.finish();
}

#[test]
fn broken_settings_are_said_once_and_the_rest_holds() {
    let (folder, uri) = project("ignore = [\"citation-dates\"]\nlocale = \"fr\"\n");
    let mut client = Client::plain();
    client.open(&uri, DRAFT);
    let settings = client.incoming("textDocument/publishDiagnostics");
    assert!(settings["params"]["uri"].as_str().unwrap().ends_with("/rapporteur.toml"), "{settings}");
    assert_eq!(settings["params"]["diagnostics"][0]["range"]["start"]["line"], 0);
    let found = client.published().diagnostics;
    assert!(found[0]["message"].as_str().unwrap().contains("décembre"), "{}", found[0]["message"]);
    let shown = client.incoming("window/showMessage");
    let message = shown["params"]["message"].as_str().unwrap();
    assert!(message.contains("rapporteur.toml:1:") && message.contains("citation-date"), "{message}");
    client.open(&format!("file://{}/drafts/other.md", folder.path().display()), DRAFT);
    client.published();
    client.finish();
}

#[test]
fn settings_of_the_editor_are_asked_for_and_lie_under_those_of_the_project() {
    let (_folder, uri) = project("locale = \"fr\"\n");
    let mut client = Client::with(json!({ "workspace": { "configuration": true } }));
    let question = client.incoming("workspace/configuration");
    assert_eq!(question["params"]["items"], json!([{ "section": "rapporteur" }]));
    client.open(&uri, DRAFT);
    assert_eq!(rules(&mut client), ["citation-date"]);
    client.reply(&question, json!([{ "locale": "en", "rules": { "citation-date": "hint" } }]));
    let found = client.published().diagnostics;
    assert_eq!(found[0]["severity"], 4);
    assert!(found[0]["message"].as_str().unwrap().contains("décembre"), "{}", found[0]["message"]);

    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    let question = client.incoming("workspace/configuration");
    client.reply(&question, json!([{ "diagnostics": false }]));
    assert_eq!(rules(&mut client), Vec::<String>::new());
    client.finish();
}

#[test]
fn settings_may_be_sent_with_the_notification() {
    let mut client = Client::plain();
    let uri = "untitled:Untitled-1";
    client.open(uri, DRAFT);
    assert_eq!(rules(&mut client), ["citation-date"]);
    let settings = json!({ "rapporteur": { "ignore": ["citation-date"] } });
    client.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    assert_eq!(rules(&mut client), Vec::<String>::new());
    client.finish();
}

#[test]
fn a_table_of_the_project_counts_and_is_watched() {
    let (folder, uri) = project("registry = [\"registry/*.tsv\"]\n");
    let tables = folder.path().join("registry");
    fs::create_dir(&tables).unwrap();
    let table = |day: &str| fs::write(tables.join("own.tsv"), format!("symbol\tdate\nA/RES/74/173\t{day}\n")).unwrap();
    table("2019-12-19");
    let mut client = Client::plain();
    client.open(&uri, DRAFT);
    assert_eq!(rules(&mut client), Vec::<String>::new());
    table("2019-12-17");
    let changed = json!({ "uri": format!("file://{}", tables.join("own.tsv").display()), "type": 2 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [changed] }));
    assert_eq!(rules(&mut client), ["citation-date"]);
    client.finish();
}

#[test]
fn clients_that_pull_are_told_to_pull_again() {
    let mut client = Client::with(json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    }));
    client.open("file:///drafts/draft.md", DRAFT);
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "ignore": ["citation-date"] } }));
    let refresh = client.incoming("workspace/diagnostic/refresh");
    client.reply(&refresh, Value::Null);
    let params = json!({ "textDocument": { "uri": "file:///drafts/draft.md" } });
    assert_eq!(client.request("textDocument/diagnostic", params).unwrap()["items"], json!([]));
    client.finish();
}

#[test]
fn a_log_holds_the_messages_of_the_session() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("session.log");
    let mut client = Client::start_with(&["--stdio", "--log", log.to_str().unwrap()]);
    client.initialize(json!({ "capabilities": {} }));
    client.finish();
    let written = fs::read_to_string(&log).unwrap();
    assert!(written.contains("\"method\":\"initialize\""), "{written}");

    let mut client = Client::start_with(&["--log", log.to_str().unwrap(), "--log-level", "info"]);
    client.initialize(json!({ "capabilities": {} }));
    client.finish();
    let written = fs::read_to_string(&log).unwrap();
    assert!(written.contains("INFO") && !written.contains("\"method\""), "{written}");

    let mut client = Client::start_with(&["--log", "/no/such/folder/session.log"]);
    assert_eq!(client.exit_code(), 2);
}
