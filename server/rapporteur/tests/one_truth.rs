//! The editor and the command line find the same in the same text.

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};
use support::{Client, text::range};

/// Our own sample drafts, and what the fixes make of them.
fn drafts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/drafts");
    let paths = fs::read_dir(folder).expect("the drafts are here").map(|entry| entry.expect("it can be read").path());
    paths.filter(|path| path.extension() == Some("md".as_ref())).collect()
}

/// What `rapporteur lint` finds, in the words of the protocol.
fn in_the_terminal(path: &Path, text: &str) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    let output = command
        .args(["lint", "--no-config", "--locale", "en", "--format", "json"])
        .arg(path)
        .output()
        .expect("it starts");
    let findings: Vec<Value> = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    let offset = |end: &Value| usize::try_from(end["offset"].as_u64().expect("a number")).expect("it fits");
    let severities = ["error", "warning", "info", "hint"];
    let diagnostic = |finding: &Value| {
        let severity = severities.iter().position(|name| finding["severity"] == *name).expect("a severity") + 1;
        json!({
            "range": range("utf-16", text, offset(&finding["start"]), offset(&finding["end"])),
            "severity": severity,
            "code": finding["rule"],
            "message": finding["message"],
            "url": finding["url"],
            "fix": finding["fix"]["title"],
        })
    };
    findings.iter().map(diagnostic).collect()
}

/// What the server publishes.
fn in_the_editor(client: &mut Client, path: &Path, text: &str) -> Vec<Value> {
    client.open(&format!("file:///drafts/{}", path.file_name().expect("it has a name").to_string_lossy()), text);
    let diagnostic = |published: &Value| {
        json!({
            "range": published["range"],
            "severity": published["severity"],
            "code": published["code"],
            "message": published["message"],
            "url": published["codeDescription"]["href"],
            "fix": published["data"]["fix"]["title"],
        })
    };
    client.published().diagnostics.iter().map(diagnostic).collect()
}

#[test]
fn editor_and_terminal_find_the_same() {
    let capabilities =
        json!({ "textDocument": { "publishDiagnostics": { "codeDescriptionSupport": true, "dataSupport": true } } });
    let mut client = Client::start();
    client.initialize(json!({ "capabilities": capabilities, "locale": "en" }));
    let mut findings = 0;
    for path in drafts() {
        let text = fs::read_to_string(&path).expect("it is UTF-8");
        let in_the_terminal = in_the_terminal(&path, &text);
        findings += in_the_terminal.len();
        assert_eq!(in_the_editor(&mut client, &path, &text), in_the_terminal, "{}", path.display());
    }
    assert!(findings > 0, "the drafts have something to find");
    client.finish();
}
