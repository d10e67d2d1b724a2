//! The tables of a project, created, edited, broken and deleted while drafts are open.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::Client;
use tempfile::TempDir;

/// A draft that is right by a table which says 17 December, and wrong by the embedded registry.
const DRAFT: &str = "# Cybercrime\n\n*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 17 December 2019,\n\n*Decides* to remain seized of the matter.\n";

const RIGHT: &str = "symbol\tdate\nA/RES/74/173\t2019-12-17\n";
const WRONG: &str = "symbol\tdate\nA/RES/74/173\t2019-12-19\n";

/// What is published for a draft that the tables contradict.
const FOUND: [&str; 1] = ["citation-date"];
const NOTHING: [&str; 0] = [];

/// A folder with files, and a client that has opened the draft in it.
struct Desk {
    folder: TempDir,
    client: Client,
}

impl Desk {
    fn new(files: &[(&str, &str)], mut client: Client, watches: bool) -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
            client: {
                if watches {
                    let registration = client.incoming("client/registerCapability");
                    client.reply(&registration, Value::Null);
                }
                client
            },
        };
        for (name, text) in files {
            desk.write(name, text);
        }
        desk
    }

    /// The desk of a client that is told of changed files.
    fn watching(files: &[(&str, &str)]) -> Desk {
        let watches = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
        Desk::new(files, Client::with(watches), true)
    }

    /// The desk of a client that is told of nothing.
    fn plain(files: &[(&str, &str)]) -> Desk {
        Desk::new(files, Client::plain(), false)
    }

    fn uri(&self, name: &str) -> String {
        format!("file://{}/{name}", self.folder.path().display())
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn open(&mut self) {
        let uri = self.uri("drafts/draft.md");
        self.client.open(&uri, DRAFT);
    }

    /// Types a space at the end of the draft.
    fn type_on(&mut self, version: i64) {
        let uri = self.uri("drafts/draft.md");
        let end = json!({ "line": 7, "character": 0 });
        self.client.change(&uri, version, json!([{ "range": { "start": end, "end": end }, "text": " " }]));
    }

    /// Tells that files or folders were created (1), changed (2) or deleted (3).
    fn tell(&mut self, name: &str, kind: u8) {
        let change = json!({ "uri": self.uri(name), "type": kind });
        self.client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    }

    fn save(&mut self, name: &str) {
        let uri = self.uri(name);
        self.client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    }

    /// The rules whose findings are published next, which must be for the draft.
    fn rules(&mut self) -> Vec<String> {
        let found = self.published("drafts/draft.md");
        found.iter().map(|diagnostic| diagnostic["code"].as_str().unwrap().to_owned()).collect()
    }

    /// What is published next, which must be for this file.
    fn published(&mut self, name: &str) -> Vec<Value> {
        let message = self.client.incoming("textDocument/publishDiagnostics");
        assert_eq!(message["params"]["uri"], json!(self.uri(name)), "{message}");
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// What the user is shown.
    fn shown(&mut self) -> String {
        let message = self.client.incoming("window/showMessage");
        message["params"]["message"].as_str().unwrap().to_owned()
    }
}

#[test]
fn a_table_counts_from_its_creation_to_its_deletion() {
    let mut desk =
        Desk::watching(&[("rapporteur.toml", "registry = ['tables/*.tsv']\n"), ("tables/a.tsv", "symbol\tdate\n")]);
    desk.open();
    assert_eq!(desk.rules(), FOUND);
    desk.write("tables/b.tsv", RIGHT);
    desk.tell("tables/b.tsv", 1);
    assert_eq!(desk.rules(), NOTHING);
    desk.write("tables/c.tsv", WRONG);
    desk.tell("tables/c.tsv", 1);
    assert_eq!(desk.rules(), FOUND, "the later table lies over the earlier");
    fs::remove_file(desk.folder.path().join("tables/c.tsv")).unwrap();
    desk.tell("tables/c.tsv", 3);
    assert_eq!(desk.rules(), NOTHING);

    // Some editors tell only of the folder.
    fs::remove_dir_all(desk.folder.path().join("tables")).unwrap();
    desk.tell("tables", 3);
    let wrong = desk.published("rapporteur.toml");
    assert!(wrong[0]["message"].as_str().unwrap().starts_with("there is no table `tables/*.tsv`"), "{wrong:?}");
    assert!(desk.shown().contains("rapporteur.toml:1:"));
    assert_eq!(desk.rules(), FOUND);
    desk.client.finish();
}

#[test]
fn a_table_counts_from_when_it_is_named() {
    let mut desk = Desk::watching(&[("rapporteur.toml", ""), ("own.tsv", RIGHT)]);
    desk.open();
    assert_eq!(desk.rules(), FOUND);
    desk.write("rapporteur.toml", "registry = ['own.tsv']\n");
    desk.tell("rapporteur.toml", 2);
    assert_eq!(desk.rules(), NOTHING);
    desk.client.finish();
}

#[test]
fn a_broken_table_is_told_and_what_it_said_goes_on_to_hold() {
    let mut desk = Desk::watching(&[("rapporteur.toml", "registry = ['own.tsv']\n"), ("own.tsv", RIGHT)]);
    desk.open();
    assert_eq!(desk.rules(), NOTHING);

    desk.write("own.tsv", "symbol\tdate\nA/RES/90/1\t2035-12-01\nA/RES/74/173\t17 December\nA/RES/74/174\t?\n");
    desk.tell("own.tsv", 2);
    let wrong = desk.published("own.tsv");
    assert_eq!(wrong.len(), 2);
    assert_eq!(wrong[0]["range"]["start"], json!({ "line": 2, "character": 0 }));
    let message = wrong[0]["message"].as_str().unwrap();
    assert!(message.starts_with("`17 December` is no date"), "{message}");
    assert!(message.ends_with("what the table said before goes on to hold"), "{message}");
    let shown = desk.shown();
    assert!(shown.contains("own.tsv:3: ") && shown.ends_with("(and 1 more in this file)"), "{shown}");
    assert_eq!(desk.rules(), NOTHING, "the row that can't be read is the last good one");

    fs::write(desk.folder.path().join("own.tsv"), b"\xff\xfe").unwrap();
    desk.tell("own.tsv", 2);
    assert!(desk.published("own.tsv")[0]["message"].as_str().unwrap().contains("UTF-8"));
    assert!(desk.shown().contains("own.tsv: the table can't be read"));
    assert_eq!(desk.rules(), NOTHING, "the table that can't be read is the last good one");

    desk.write("own.tsv", WRONG);
    desk.tell("own.tsv", 2);
    assert_eq!(desk.published("own.tsv"), Vec::<Value>::new());
    assert_eq!(desk.rules(), FOUND);
    desk.client.finish();
}

#[test]
fn a_table_that_is_open_counts_as_it_is_saved() {
    let mut desk = Desk::plain(&[("rapporteur.toml", "registry = ['own.tsv']\n"), ("own.tsv", RIGHT)]);
    desk.open();
    assert_eq!(desk.rules(), NOTHING);
    let table = desk.uri("own.tsv");
    desk.client.open(&table, RIGHT);
    assert_eq!(desk.published("own.tsv"), Vec::<Value>::new());
    desk.client.change(&table, 2, json!([{ "text": WRONG }]));
    assert_eq!(desk.published("own.tsv"), Vec::<Value>::new());
    desk.type_on(2);
    assert_eq!(desk.rules(), NOTHING, "nothing is saved yet");
    desk.write("own.tsv", WRONG);
    desk.save("own.tsv");
    let mut published = [desk.client.published(), desk.client.published()];
    published.sort_by(|a, b| a.uri.cmp(&b.uri));
    assert_eq!(published[0].diagnostics[0]["code"], "citation-date");
    assert!(published[1].uri == table && published[1].diagnostics.is_empty(), "{published:?}");

    desk.write("own.tsv", "symbol\tdate\nA/RES/74/173\tsoon\n");
    desk.save("own.tsv");
    assert_eq!(desk.published("own.tsv").len(), 1);
    desk.shown();
    let mut published = [desk.client.published(), desk.client.published()];
    published.sort_by(|a, b| a.uri.cmp(&b.uri));
    assert_eq!((published[1].uri.as_str(), published[1].diagnostics.len()), (table.as_str(), 1), "they stay");
    desk.client.finish();
}

#[test]
fn a_client_that_tells_of_nothing_has_changes_noticed_at_the_next_edit() {
    let mut desk = Desk::plain(&[("rapporteur.toml", "registry = ['tables/*.tsv']\n"), ("tables/a.tsv", WRONG)]);
    desk.open();
    assert_eq!(desk.rules(), FOUND);
    desk.type_on(2);
    assert_eq!(desk.rules(), FOUND);
    desk.write("tables/a.tsv", "symbol\tdate\n\nA/RES/74/173\t2019-12-17\n");
    desk.type_on(3);
    assert_eq!(desk.rules(), NOTHING, "a table was changed");
    desk.write("tables/b.tsv", WRONG);
    desk.type_on(4);
    assert_eq!(desk.rules(), FOUND, "a table was created");
    fs::remove_file(desk.folder.path().join("tables/b.tsv")).unwrap();
    desk.save("drafts/draft.md");
    assert_eq!(desk.rules(), NOTHING, "a table was deleted");
    desk.write("drafts/rapporteur.toml", "");
    desk.type_on(5);
    assert_eq!(desk.rules(), FOUND, "settings came nearer");
    desk.client.finish();
}

#[test]
fn a_table_outside_the_workspace_is_noticed_when_a_draft_is_opened() {
    let mut desk =
        Desk::watching(&[("project/rapporteur.toml", "registry = ['../shared/own.tsv']\n"), ("shared/own.tsv", RIGHT)]);
    let (first, second) = (desk.uri("project/first.md"), desk.uri("project/second.md"));
    desk.client.open(&first, DRAFT);
    assert_eq!(desk.published("project/first.md"), Vec::<Value>::new());
    desk.write("shared/own.tsv", "symbol\tdate\n\nA/RES/74/173\t2019-12-19\n");
    desk.client.open(&second, DRAFT);
    let published = [desk.client.published(), desk.client.published()];
    assert!(published.iter().all(|one| one.diagnostics.len() == 1), "{published:?}");
    desk.client.finish();
}
