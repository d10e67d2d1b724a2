//! The drafts in the folders of the workspace: found, searched, checked, and followed as they change.

mod support;

use std::{fs, path::Path};

use serde_json::{Value, json};
use support::Client;
use tempfile::TempDir;

const CYBERCRIME: &str = "# 79/901. Countering cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 19 December 2019,\n\n*Decides* to remain seized of the matter.\n";
const ABEILLES: &str = "# Protection des abeilles\n\n*L’Assemblée générale*,\n\n*Rappelant* sa résolution 65/230 du 21 décembre 2010,\n\n*Décide* de rester saisie de la question.\n";
const README: &str = "# How we work\n\nEverybody writes where it pleases him, and nobody reads it.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn uri(folder: &Path) -> String {
    format!("file://{}", folder.display())
}

fn in_folders(folders: &[&Path], capabilities: Value) -> Client {
    let folders: Vec<Value> = folders
        .iter()
        .map(|folder| json!({ "uri": uri(folder), "name": folder.file_name().unwrap().to_str() }))
        .collect();
    let mut client = Client::start();
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": folders }));
    client
}

/// The names that a search gives, and the ends of where they are.
fn search(client: &mut Client, query: &str) -> Vec<(String, String)> {
    let found = client.request("workspace/symbol", json!({ "query": query })).unwrap();
    let symbol = |symbol: &Value| {
        let uri = symbol["location"]["uri"].as_str().unwrap();
        (symbol["name"].as_str().unwrap().to_owned(), uri.rsplit('/').next().unwrap().to_owned())
    };
    found.as_array().unwrap().iter().map(symbol).collect()
}

fn owned(found: &[(&str, &str)]) -> Vec<(String, String)> {
    found.iter().map(|(name, end)| ((*name).to_owned(), (*end).to_owned())).collect()
}

#[test]
fn drafts_and_resolutions_are_found_by_number_and_title() {
    let folder = folder(&[("drafts/cyber.md", CYBERCRIME), ("abeilles.fr.md", ABEILLES), ("README.md", README)]);
    let mut client = in_folders(&[folder.path()], json!({}));
    let all = [("Protection des abeilles", "abeilles.fr.md"), ("79/901. Countering cybercrime", "cyber.md")];
    assert_eq!(search(&mut client, ""), owned(&all));
    assert_eq!(search(&mut client, "abeilles prot")[0], owned(&all)[0]);
    let found = search(&mut client, "A/RES/65/230");
    assert_eq!(found[0].0, "65/230 Twelfth United Nations Congress on Crime Prevention and Criminal Justice");
    let found = search(&mut client, "cybercrime");
    assert_eq!(found[0], owned(&all)[1]);
    assert!(found.iter().any(|(name, _)| name.starts_with("74/173 Promoting technical assistance")), "{found:?}");
    let symbols = client.request("workspace/symbol", json!({ "query": "65/230" })).unwrap();
    assert_eq!(symbols[0]["location"]["uri"], "https://undocs.org/en/A/RES/65/230");
    client.finish();
}

#[test]
fn what_is_open_counts_as_it_is_and_what_is_stored_as_it_becomes() {
    let folder = folder(&[("a.md", CYBERCRIME)]);
    let mut client = in_folders(&[folder.path()], json!({}));
    let open = format!("{}/a.md", uri(folder.path()));
    client.open(&open, &CYBERCRIME.replace("Countering", "Fighting"));
    client.published();
    client.open("untitled:Untitled-1", ABEILLES);
    client.published();
    let names = |client: &mut Client| search(client, "").into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(&mut client), ["79/901. Fighting cybercrime", "Protection des abeilles"]);
    client.close(&open);
    client.published();
    write(folder.path(), "b.md", &ABEILLES.replace("abeilles", "guêpes"));
    assert_eq!(
        names(&mut client),
        ["79/901. Countering cybercrime", "Protection des guêpes", "Protection des abeilles"]
    );
    client.finish();
}

#[test]
fn only_the_folders_of_the_workspace_are_looked_through() {
    let outer = folder(&[("inner/a.md", CYBERCRIME), ("outer.md", ABEILLES), ("other/b.md", ABEILLES)]);
    // What is left out by its settings, hidden, or linked from elsewhere does not belong to a folder.
    write(outer.path(), "inner/rapporteur.toml", "exclude = [\"old/\"]\n");
    write(outer.path(), "inner/old/c.md", ABEILLES);
    write(outer.path(), "inner/.hidden/d.md", ABEILLES);
    std::os::unix::fs::symlink(outer.path(), outer.path().join("inner/link")).unwrap();
    let mut client = in_folders(&[&outer.path().join("inner")], json!({}));
    assert_eq!(search(&mut client, "").len(), 1);
    let event = json!({ "added": [{ "uri": uri(&outer.path().join("other")), "name": "other" }], "removed": [] });
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    assert_eq!(search(&mut client, "").len(), 2);
    let event = json!({ "removed": [{ "uri": uri(&outer.path().join("inner")), "name": "inner" }], "added": [] });
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
    assert_eq!(search(&mut client, ""), owned(&[("Protection des abeilles", "b.md")]));
    client.finish();
    // Without a folder there is nothing to look through.
    let mut client = Client::plain();
    assert_eq!(search(&mut client, ""), []);
    client.finish();
}

/// The reports by the names of files: the codes that are found, or that nothing has changed.
fn pull(client: &mut Client, previous: &mut Vec<Value>) -> Vec<(String, String)> {
    let params = json!({ "previousResultIds": previous });
    let report = client.request("workspace/diagnostic", params).unwrap();
    let items = report["items"].as_array().unwrap();
    *previous = items
        .iter()
        .filter(|item| item["resultId"].is_string())
        .map(|item| json!({ "uri": item["uri"], "value": item["resultId"] }))
        .collect();
    let mut found: Vec<(String, String)> = items
        .iter()
        .map(|item| {
            let codes = item["items"].as_array().map(|items| {
                let codes = items.iter().map(|found| found["code"].as_str().unwrap_or("settings"));
                codes.collect::<Vec<_>>().join(" ")
            });
            let uri = item["uri"].as_str().unwrap();
            let said = codes.unwrap_or_else(|| item["kind"].as_str().unwrap().to_owned());
            (uri.rsplit('/').next().unwrap().to_owned(), said)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn all_drafts_are_checked_for_a_client_that_pulls() {
    let folder = folder(&[("a.md", CYBERCRIME), ("b.md", ABEILLES), ("README.md", README)]);
    let mut client = Client::start();
    let capabilities = json!({ "textDocument": { "diagnostic": {} } });
    let folders = json!([{ "uri": uri(folder.path()), "name": "drafts" }]);
    let result = client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": folders }));
    assert_eq!(result["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], true);
    let mut known = Vec::new();
    let first = pull(&mut client, &mut known);
    assert_eq!(first, owned(&[("a.md", "citation-date"), ("b.md", "")]));
    let unchanged = |name| (name, "unchanged");
    assert_eq!(pull(&mut client, &mut known), owned(&["a.md", "b.md"].map(unchanged)));

    // Of a draft that is open the report is the one that is pulled for it, with its version.
    let a = format!("{}/a.md", uri(folder.path()));
    client.open(&a, &CYBERCRIME.replace("19 December", "18 December"));
    assert_eq!(pull(&mut client, &mut known)[0], owned(&[("a.md", "")])[0]);
    let own = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": a } })).unwrap();
    assert!(known.contains(&json!({ "uri": a, "value": own["resultId"] })), "{known:?}");
    client.close(&a);
    assert_eq!(pull(&mut client, &mut known)[0], owned(&[("a.md", "citation-date")])[0]);

    // Settings hold for drafts that nobody has opened, and what is gone is taken back.
    write(folder.path(), "rapporteur.toml", "ignore = [\"citation-date\"]\n");
    fs::remove_file(folder.path().join("b.md")).unwrap();
    let changed = json!({ "uri": format!("{}/rapporteur.toml", uri(folder.path())), "type": 1 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [changed] }));
    assert_eq!(pull(&mut client, &mut known), owned(&[("a.md", ""), ("b.md", "")]));
    client.finish();
}

#[test]
fn a_client_that_is_pushed_to_has_nothing_to_pull() {
    let folder = folder(&[("a.md", CYBERCRIME)]);
    let mut client = in_folders(&[folder.path()], json!({}));
    assert_eq!(pull(&mut client, &mut Vec::new()), []);
    client.finish();
}

#[test]
fn folders_have_settings_of_their_own() {
    let (a, b) = (folder(&[]), folder(&[]));
    let mut client = in_folders(&[a.path(), b.path()], json!({ "workspace": { "configuration": true } }));
    let question = client.incoming("workspace/configuration");
    let item = |folder: &Path| json!({ "scopeUri": uri(folder), "section": "rapporteur" });
    assert_eq!(question["params"]["items"], json!([{ "section": "rapporteur" }, item(a.path()), item(b.path())]));
    let in_b = json!({ "ignore": ["citation-date"], "hover": false });
    client.reply(&question, json!([{ "locale": "fr" }, Value::Null, in_b]));
    let at = |folder: &Path| format!("{}/draft.md", uri(folder));
    client.open(&at(a.path()), CYBERCRIME);
    let found = client.published().diagnostics;
    assert!(found[0]["message"].as_str().unwrap().contains("décembre"), "{found:?}");
    client.open(&at(b.path()), CYBERCRIME);
    assert_eq!(client.published().diagnostics, Vec::<Value>::new());
    let on_number = json!({ "line": 4, "character": 30 });
    assert!(client.hover(&at(a.path()), on_number.clone()).is_object());
    assert_eq!(client.hover(&at(b.path()), on_number), Value::Null);
    client.finish();
}

#[test]
fn the_enacting_line_has_counts_and_other_versions() {
    let english = CYBERCRIME.replace("79/901. ", "");
    let folder = folder(&[("cyber.en.md", &english), ("cyber.fr.md", ABEILLES)]);
    let lenses = |client: &mut Client| {
        let open = format!("{}/cyber.en.md", uri(folder.path()));
        client.open(&open, &english);
        client.published();
        client.request("textDocument/codeLens", json!({ "textDocument": { "uri": open } })).unwrap()
    };
    let mut client = in_folders(&[folder.path()], json!({ "window": { "showDocument": { "support": true } } }));
    let shown = lenses(&mut client);
    let command = &shown[0]["command"];
    assert_eq!(command["title"], "1 preambular paragraph · 1 operative paragraph · 1 citation · 1 finding");
    assert_eq!(shown[0]["range"]["start"], json!({ "line": 2, "character": 0 }));
    assert_eq!(shown[1]["command"]["title"], "français");
    let run = json!({ "command": shown[1]["command"]["command"], "arguments": shown[1]["command"]["arguments"] });
    assert_eq!(client.request("workspace/executeCommand", run), Ok(Value::Null));
    let show = client.incoming("window/showDocument");
    assert!(show["params"]["uri"].as_str().unwrap().ends_with("/cyber.fr.md"), "{show}");
    client.reply(&show, json!({ "success": true }));
    client.finish();
    // A client that opens nothing is not offered what it can't open.
    let mut client = in_folders(&[folder.path()], json!({}));
    assert_eq!(lenses(&mut client).as_array().map(Vec::len), Some(1));
    // Nor is anything said of a draft that has nothing yet.
    let begun = "# Cybercrime\n\n*The General Assembly*,\n\n";
    client.open("file:///drafts/begun.md", begun);
    client.published();
    let begun = json!({ "textDocument": { "uri": "file:///drafts/begun.md" } });
    assert_eq!(client.request("textDocument/codeLens", begun), Ok(json!([])));
    let unknown = client.request("workspace/executeCommand", json!({ "command": "rapporteur.sing" })).unwrap_err();
    assert!(unknown["message"].as_str().unwrap().contains("there is no command `rapporteur.sing`"), "{unknown}");
    client.finish();
}

#[test]
fn a_root_is_as_good_as_a_folder() {
    let folder = folder(&[("a.md", CYBERCRIME)]);
    let mut client = Client::start();
    client.initialize(json!({ "capabilities": {}, "rootUri": uri(folder.path()) }));
    assert_eq!(search(&mut client, "").len(), 1);
    client.finish();
}

#[test]
fn what_takes_longer_than_a_moment_is_shown() {
    let draft =
        CYBERCRIME.replace("*Decides*", &"*Recalling* its resolution 65/230 of 21 December 2010,\n\n".repeat(8_000));
    let mut client = Client::with(json!({ "window": { "workDoneProgress": true } }));
    client.open("file:///drafts/large.md", &draft);
    let create = client.incoming("window/workDoneProgress/create");
    client.reply(&create, Value::Null);
    let mut step = || client.incoming("$/progress")["params"].clone();
    let (begin, end) = (step(), step());
    assert_eq!((&begin["token"], &end["token"]), (&create["params"]["token"], &create["params"]["token"]));
    assert_eq!(begin["value"], json!({ "kind": "begin", "title": "Checking large.md", "cancellable": false }));
    assert_eq!(end["value"], json!({ "kind": "end" }));
    client.published();

    // Whoever waits for it may have sent a token of its own; a small draft is done before anything could be shown.
    client.open("file:///drafts/small.md", CYBERCRIME);
    client.published();
    let params = json!({ "query": "", "workDoneToken": "mine" });
    assert_eq!(client.request("workspace/symbol", params).unwrap().as_array().map(Vec::len), Some(2));
    client.finish();
}

#[test]
fn the_log_of_the_client_has_a_level() {
    let folder = folder(&[("rapporteur.toml", "")]);
    let mut client = Client::start();
    let options = json!({ "logLevel": "debug" });
    let folders = json!([{ "uri": uri(folder.path()), "name": "drafts" }]);
    client.initialize(json!({ "capabilities": {}, "initializationOptions": options, "workspaceFolders": folders }));
    let said = |client: &mut Client| {
        let message = client.incoming("window/logMessage");
        (message["params"]["type"].as_i64().unwrap(), message["params"]["message"].as_str().unwrap().to_owned())
    };
    let (level, greeting) = said(&mut client);
    assert!(level == 3 && greeting.contains("utf-16, diagnostics are pushed, in /"), "{level} {greeting}");
    client.open(&format!("{}/a.md", uri(folder.path())), CYBERCRIME);
    let (level, settings) = said(&mut client);
    assert!(level == 3 && settings.ends_with("/rapporteur.toml hold."), "{level} {settings}");
    let (level, checked) = said(&mut client);
    assert!(level == 4 && checked.contains("version 1: a resolution in English, 1 findings in "), "{level} {checked}");
    client.published();
    client.finish();
}

#[test]
fn a_citation_leads_to_the_draft_and_to_all_who_cite_it() {
    let citing = "# 79/902. Tides\n\n*The General Assembly*,\n\n*Recalling* its resolutions 79/900 to 79/905,\n\n*Noting* resolution 79/901,\n\n1. *Decides* to go.\n";
    let folder = folder(&[("cyber.md", CYBERCRIME), ("tides.md", citing), ("README.md", README)]);
    let mut client = in_folders(&[folder.path()], json!({}));
    let own = format!("{}/own.md", uri(folder.path()));
    client.open(
        &own,
        "*The General Assembly*,\n\n*Recalling* its resolution 79/901,\n\n*Noting* its resolution 79/901,\n",
    );
    client.published();
    let place = |uri: &str| {
        json!({
            "textDocument": { "uri": uri },
            "position": { "line": 4, "character": 26 },
            "context": { "includeDeclaration": true },
        })
    };
    let found = client.request("textDocument/definition", place(&own)).unwrap();
    assert_eq!(found["uri"], format!("{}/cyber.md", uri(folder.path())));
    assert_eq!(found["range"]["start"]["line"], 0);
    let found = client.request("textDocument/references", place(&own)).unwrap();
    let places: Vec<(&str, u64)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|location| {
            let uri = location["uri"].as_str().unwrap();
            (uri.rsplit('/').next().unwrap(), location["range"]["start"]["line"].as_u64().unwrap())
        })
        .collect();
    // Once in each place, also where only the ends of a range are printed.
    assert_eq!(places, [("own.md", 2), ("own.md", 4), ("tides.md", 4), ("tides.md", 6)]);
    client.finish();
}
