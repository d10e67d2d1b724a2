//! Two hundred drafts open at once.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::support::{Client, text::Chance};

const DRAFTS: usize = 200;
const ROUNDS: i64 = 5;

fn uri(index: usize) -> String {
    format!("file:///drafts/{index}.md")
}

/// A draft that nobody else has: the wrong date stands in a line of its own.
fn draft(index: usize, version: i64) -> String {
    let lines = "<!-- To be discussed -->\n\n".repeat(index % 7 + usize::try_from(version).expect("small"));
    format!(
        "# Cybercrime\n\n*The General Assembly*,\n\n{lines}*Recalling* its resolution 74/173 of 19 December 2019,\n"
    )
}

/// The line in which there is something to find in it.
fn line(index: usize, version: i64) -> Value {
    json!(4 + 2 * (index % 7 + usize::try_from(version).expect("small")))
}

/// The indices of the drafts in some other order.
fn shuffled(chance: &mut Chance) -> Vec<usize> {
    let mut order: Vec<usize> = (0..DRAFTS).collect();
    for last in (1..order.len()).rev() {
        order.swap(last, chance.below(last + 1));
    }
    order
}

/// Opens all drafts and edits them, in an order that changes.
fn open_and_edit(client: &mut Client, chance: &mut Chance) {
    for index in 0..DRAFTS {
        client.open(&uri(index), &draft(index, 1));
    }
    for version in 2..=ROUNDS {
        for index in shuffled(chance) {
            let start = json!({ "line": 4, "character": 0 });
            let added = "<!-- To be discussed -->\n\n";
            client.change(&uri(index), version, json!([{ "range": { "start": start, "end": start }, "text": added }]));
        }
    }
}

/// Checks that a draft has the one finding it has in this version.
fn check(index: usize, version: i64, diagnostics: &[Value]) {
    assert_eq!(diagnostics.len(), 1, "draft {index}: {diagnostics:#?}");
    assert_eq!(diagnostics[0]["range"]["start"]["line"], line(index, version), "draft {index}, version {version}");
}

#[test]
fn two_hundred_drafts_are_pushed_to() {
    let mut client = Client::plain();
    let mut chance = Chance(0x200);
    open_and_edit(&mut client, &mut chance);
    let mut versions: HashMap<String, i64> = HashMap::new();
    let index = |uri: &str| (0..DRAFTS).find(|index| self::uri(*index) == uri).expect("a draft of ours");
    for _ in 0..DRAFTS * usize::try_from(ROUNDS).expect("small") {
        let published = client.published();
        check(index(&published.uri), published.version, &published.diagnostics);
        let last = versions.insert(published.uri, published.version);
        assert!(last.is_none_or(|last| last < published.version));
    }
    assert!(versions.len() == DRAFTS && versions.values().all(|version| *version == ROUNDS));

    // Other settings: all are checked anew, each in the version that it has.
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "rapporteur": { "locale": "fr" } } }));
    for _ in 0..DRAFTS {
        let published = client.published();
        assert_eq!(versions.remove(&published.uri), Some(ROUNDS), "{}", published.uri);
        check(index(&published.uri), published.version, &published.diagnostics);
        let message = published.diagnostics[0]["message"].as_str().expect("a message");
        assert!(message.contains("décembre"), "{message}");
    }
    for index in shuffled(&mut chance) {
        client.close(&uri(index));
        let closed = client.published();
        assert_eq!((closed.uri, closed.diagnostics), (uri(index), Vec::new()));
    }
    client.finish();
}

#[test]
fn two_hundred_drafts_are_pulled_from() {
    let mut client = Client::with(
        json!({ "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } } }),
    );
    let mut chance = Chance(0x202);
    open_and_edit(&mut client, &mut chance);
    let mut ids: HashMap<usize, Value> = HashMap::new();
    let pull = |client: &mut Client, index: usize, previous: Option<&Value>| {
        let params = json!({ "textDocument": { "uri": uri(index) }, "previousResultId": previous });
        client.request("textDocument/diagnostic", params).expect("it is answered")
    };
    for index in shuffled(&mut chance) {
        let report = pull(&mut client, index, None);
        check(index, ROUNDS, report["items"].as_array().expect("a list"));
        let again = pull(&mut client, index, Some(&report["resultId"]));
        assert_eq!(again, json!({ "kind": "unchanged", "resultId": report["resultId"] }));
        ids.insert(index, report["resultId"].clone());
    }
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "rapporteur": { "locale": "fr" } } }));
    let refresh = client.incoming("workspace/diagnostic/refresh");
    client.reply(&refresh, Value::Null);
    for index in shuffled(&mut chance) {
        let report = pull(&mut client, index, ids.get(&index));
        assert_eq!(report["kind"], "full", "it is in another language now");
        check(index, ROUNDS, report["items"].as_array().expect("a list"));
        client.close(&uri(index));
        let closed = pull(&mut client, index, Some(&report["resultId"]));
        assert_eq!(closed["items"], json!([]));
    }
    client.finish();
}

/// What is closed is forgotten: opened and closed over and over, drafts take no more memory than once.
#[cfg(target_os = "linux")]
#[test]
fn closed_drafts_take_no_memory() {
    let mut client = Client::plain();
    let text = draft(0, 1).repeat(10);
    let mut round = || {
        for index in 0..DRAFTS {
            client.open(&uri(index), &text);
            client.published();
        }
        for index in 0..DRAFTS {
            client.close(&uri(index));
            client.published();
        }
        memory(client.process_id())
    };
    let first = round();
    let last = (0..3).map(|_| round()).last().expect("there are rounds");
    assert!(last < first + first / 2, "{first} KB became {last} KB");
    client.finish();
}

/// The memory that a process holds, in KB.
#[cfg(target_os = "linux")]
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it has memory");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}
