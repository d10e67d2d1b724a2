//! What the editor shows of a text, held against what the command line says of it.

use std::{path::PathBuf, process::Command};

use serde_json::{Value, json};

use super::{
    Client,
    text::{ENCODINGS, Places},
};

/// A text, under the path at which it is stored.
pub struct Stored {
    pub path: PathBuf,
    pub text: String,
}

/// Compares all findings in some texts, in each encoding, pushed and pulled; gives how many there are. Fails where they
/// differ.
pub fn compare(texts: &[Stored]) -> usize {
    let in_the_terminal = in_the_terminal(texts);
    for encoding in ENCODINGS {
        for pulls in [false, true] {
            let mut client = client(encoding, pulls);
            for (index, (stored, findings)) in texts.iter().zip(&in_the_terminal).enumerate() {
                let places = Places::new(encoding, &stored.text);
                let expected: Vec<Value> = findings.iter().map(|finding| diagnostic(&places, finding)).collect();
                let shown = in_the_editor(&mut client, pulls, &format!("file:///drafts/{index}.md"), &stored.text);
                let how = if pulls { "pulled" } else { "pushed" };
                assert_eq!(shown, expected, "{}, {how} in {encoding}", stored.path.display());
            }
            client.finish();
        }
    }
    in_the_terminal.iter().map(Vec::len).sum()
}

/// What `rapporteur lint` finds in each of some texts.
fn in_the_terminal(texts: &[Stored]) -> Vec<Vec<Value>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    // Paths below the folder in which it runs would be written without it; there are no texts in this one.
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let paths: Vec<PathBuf> =
        texts.iter().map(|stored| stored.path.canonicalize().expect("the file is here")).collect();
    command.args(["lint", "--no-config", "--locale", "en", "--format", "json"]).args(&paths);
    let output = command.output().expect("it starts");
    let mut findings: Vec<Value> = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    let of = |path: &PathBuf| {
        let path = path.to_str().expect("the path is text");
        findings.extract_if(.., |finding| finding["path"] == path).collect()
    };
    let sorted = paths.iter().map(of).collect();
    assert!(findings.is_empty(), "findings in other files: {findings:#?}");
    sorted
}

/// A finding of the command line, in the words of the protocol.
fn diagnostic(places: &Places, finding: &Value) -> Value {
    let place =
        |end: &Value| places.position(usize::try_from(end["offset"].as_u64().expect("a number")).expect("it fits"));
    let severities = ["error", "warning", "info", "hint"];
    let severity = severities.iter().position(|name| finding["severity"] == *name).expect("a severity") + 1;
    json!({
        "range": { "start": place(&finding["start"]), "end": place(&finding["end"]) },
        "severity": severity,
        "code": finding["rule"],
        "message": finding["message"],
        "url": finding["url"],
        "fix": finding["fix"]["title"],
        "applicability": finding["fix"]["applicability"],
    })
}

/// A client that counts in this encoding and has diagnostics pushed to it, or pulls them.
fn client(encoding: &str, pulls: bool) -> Client {
    let mut capabilities = json!({
        "general": { "positionEncodings": [encoding] },
        "textDocument": { "publishDiagnostics": { "codeDescriptionSupport": true, "dataSupport": true } },
    });
    if pulls {
        capabilities["textDocument"]["diagnostic"] = json!({});
    }
    let mut client = Client::start();
    client.initialize(json!({ "capabilities": capabilities, "locale": "en" }));
    client
}

/// What the server says of a text.
fn in_the_editor(client: &mut Client, pulls: bool, uri: &str, text: &str) -> Vec<Value> {
    client.open(uri, text);
    let diagnostics = if pulls {
        let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        report.expect("it is answered")["items"].as_array().expect("a list").clone()
    } else {
        client.published().diagnostics
    };
    client.close(uri);
    if !pulls {
        assert_eq!(client.published().diagnostics, Vec::<Value>::new(), "it is closed");
    }
    diagnostics.iter().map(shown).collect()
}

/// What a diagnostic says that the command line says as well.
fn shown(diagnostic: &Value) -> Value {
    json!({
        "range": diagnostic["range"],
        "severity": diagnostic["severity"],
        "code": diagnostic["code"],
        "message": diagnostic["message"],
        "url": diagnostic["codeDescription"]["href"],
        "fix": diagnostic["data"]["fix"]["title"],
        "applicability": diagnostic["data"]["fix"]["applicability"],
    })
}
