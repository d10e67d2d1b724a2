//! What an editor waits for: measured at the pipe, with the real server. Run by `cargo bench --bench latency`.

#![allow(clippy::print_stdout, reason = "the table is what this program is for")]

#[path = "support/drafts.rs"]
mod drafts;
#[path = "../tests/support/mod.rs"]
mod support;

use std::{
    fs,
    time::{Duration, Instant},
};

use serde_json::{Map, Value, json};
use support::{
    Client,
    text::{Chance, boundary, position},
};

const URI: &str = "file:///drafts/latency.md";

fn main() {
    println!("{:<44} {:>9} {:>9} {:>9}", "", "p50", "p99", "max");
    report("start to initialize answered", starts(50));
    let drafts = [(drafts::english(25_000), 500), (drafts::french(75_000), 500), (drafts::french(5_000_000), 20)];
    for (draft, rounds) in drafts {
        let mut client = Client::plain();
        client.open(URI, &draft);
        let findings = client.published().diagnostics.len();
        println!("{} KB, {findings} findings", draft.len() / 1000);
        report("  didChange to publishDiagnostics", changes(&mut client, &draft, rounds));
        let cited = json!({ "textDocument": { "uri": URI }, "position": place(&draft, "65/230", "65/2".len()) });
        let prose = json!({ "textDocument": { "uri": URI }, "position": place(&draft, ",\n", 0) });
        report("  completion of a number", requests(&mut client, "textDocument/completion", &cited, rounds));
        report("  completion in prose", requests(&mut client, "textDocument/completion", &prose, rounds));
        report("  hover", requests(&mut client, "textDocument/hover", &cited, rounds));
        for (what, method, more) in on_the_whole(&draft) {
            let mut params = json!({ "textDocument": { "uri": URI } });
            params.as_object_mut().expect("the parameters are an object").extend(more);
            report(&format!("  {what}"), requests(&mut client, method, &params, rounds));
        }
        println!("  {:<42} {:>9}", "memory of the server (RSS)", memory(client.process_id(), "VmRSS"));
        println!("  {:<42} {:>9}", "  of it not shared (RssAnon)", memory(client.process_id(), "RssAnon"));
        client.finish();
    }
}

/// What an editor asks for when it shows a draft, or a screen of it, with what it sends beside the name of the draft.
fn on_the_whole(draft: &str) -> Vec<(&'static str, &'static str, Map<String, Value>)> {
    let top = place(draft, "65/230", 0);
    let screen = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 60, "character": 0 } });
    let options = json!({ "tabSize": 4, "insertSpaces": true });
    let here = json!({ "start": top, "end": top });
    let plain = json!({});
    let all = [
        ("links", "textDocument/documentLink", plain.clone()),
        ("outline", "textDocument/documentSymbol", plain.clone()),
        ("folding", "textDocument/foldingRange", plain.clone()),
        ("code lens", "textDocument/codeLens", plain.clone()),
        ("semantic tokens", "textDocument/semanticTokens/full", plain),
        ("inlay hints of a screen", "textDocument/inlayHint", json!({ "range": screen })),
        ("code actions", "textDocument/codeAction", json!({ "range": here, "context": { "diagnostics": [] } })),
        ("highlights", "textDocument/documentHighlight", json!({ "position": top })),
        (
            "references",
            "textDocument/references",
            json!({ "position": top, "context": { "includeDeclaration": true } }),
        ),
        ("formatting", "textDocument/formatting", json!({ "options": options })),
    ];
    all.into_iter().filter_map(|(what, method, more)| Some((what, method, more.as_object().cloned()?))).collect()
}

fn starts(rounds: usize) -> Vec<Duration> {
    (0..rounds)
        .map(|_| {
            let begin = Instant::now();
            let mut client = Client::start();
            client.initialize(json!({ "capabilities": {} }));
            let time = begin.elapsed();
            client.finish();
            time
        })
        .collect()
}

/// Types a letter somewhere, waits for the diagnostics, and deletes it again.
fn changes(client: &mut Client, draft: &str, rounds: usize) -> Vec<Duration> {
    let mut chance = Chance(0x5eed);
    let places: Vec<Value> = (0..rounds.min(50))
        .map(|_| {
            let at = boundary(draft, chance.below(draft.len()));
            position("utf-16", draft, at)
        })
        .collect();
    let mut times = Vec::new();
    let mut version = 1;
    for place in places.iter().cycle().take(rounds) {
        let behind = json!({ "line": place["line"], "character": place["character"].as_u64().unwrap_or_default() + 1 });
        for change in [
            json!({ "range": { "start": place, "end": place }, "text": "e" }),
            json!({ "range": { "start": place, "end": behind }, "text": "" }),
        ] {
            version += 1;
            let begin = Instant::now();
            client.change(URI, version, json!([change]));
            client.published();
            times.push(begin.elapsed());
        }
    }
    times
}

/// The position so many bytes into the first of some words.
fn place(draft: &str, words: &str, bytes: usize) -> Value {
    position("utf-16", draft, draft.find(words).map_or(0, |at| at + bytes))
}

/// Asks the same again and again.
fn requests(client: &mut Client, method: &str, params: &Value, rounds: usize) -> Vec<Duration> {
    let time = |_| {
        let begin = Instant::now();
        client.request(method, params.clone()).expect("the request succeeds");
        begin.elapsed()
    };
    (0..rounds).map(time).collect()
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: f64| times.get(((times.len() - 1) as f64 * share) as usize).copied().unwrap_or_default();
    let ms = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1000.0);
    println!("{what:<44} {:>9} {:>9} {:>9}", ms(at(0.5)), ms(at(0.99)), ms(at(1.0)));
}

/// A line of `/proc/…/status`, which other systems than Linux don't have.
fn memory(process: u32, what: &str) -> String {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
    line.map_or_else(|| "unknown".to_owned(), |size| size.trim().to_owned())
}
