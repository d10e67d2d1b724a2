//! Every request, for every kind of document that there is or is not, at places that exist and places that don't: each is
//! answered, and what is answered lies in the text.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::support::{
    Client, able,
    text::{Chance, boundary, units},
};

/// The parameters of a request about a document and a range.
type Params = fn(&str, &Value) -> Value;

/// The requests that there are, with the path to the capability that promises each.
const REQUESTS: [(&str, &str, Params); 34] = [
    ("completionProvider", "textDocument/completion", at_position),
    (
        "completionProvider/resolveProvider",
        "completionItem/resolve",
        |uri, _| json!({ "label": "74/173", "data": { "uri": uri } }),
    ),
    ("hoverProvider", "textDocument/hover", at_position),
    ("definitionProvider", "textDocument/definition", at_position),
    ("documentHighlightProvider", "textDocument/documentHighlight", at_position),
    ("referencesProvider", "textDocument/references", |uri, range| {
        with(at_position(uri, range), "context", json!({ "includeDeclaration": true }))
    }),
    ("renameProvider/prepareProvider", "textDocument/prepareRename", at_position),
    ("renameProvider", "textDocument/rename", |uri, range| with(at_position(uri, range), "newName", json!("7"))),
    ("codeActionProvider", "textDocument/codeAction", |uri, range| {
        with(in_range(uri, range), "context", json!({ "diagnostics": [] }))
    }),
    (
        "codeActionProvider/resolveProvider",
        "codeAction/resolve",
        |uri, _| json!({ "title": "Number it", "data": { "uri": uri } }),
    ),
    ("documentSymbolProvider", "textDocument/documentSymbol", whole),
    ("workspaceSymbolProvider", "workspace/symbol", |_, _| json!({ "query": "74/173" })),
    ("foldingRangeProvider", "textDocument/foldingRange", whole),
    ("selectionRangeProvider", "textDocument/selectionRange", |uri, range| {
        with(whole(uri, range), "positions", json!([range["start"], range["end"]]))
    }),
    ("documentLinkProvider", "textDocument/documentLink", whole),
    ("semanticTokensProvider/full", "textDocument/semanticTokens/full", whole),
    ("semanticTokensProvider/full/delta", "textDocument/semanticTokens/full/delta", |uri, range| {
        with(whole(uri, range), "previousResultId", json!("of another session"))
    }),
    ("semanticTokensProvider/range", "textDocument/semanticTokens/range", in_range),
    ("inlayHintProvider", "textDocument/inlayHint", in_range),
    ("codeLensProvider", "textDocument/codeLens", whole),
    ("documentFormattingProvider", "textDocument/formatting", |uri, range| formatted(whole(uri, range))),
    ("documentRangeFormattingProvider", "textDocument/rangeFormatting", |uri, range| formatted(in_range(uri, range))),
    ("documentOnTypeFormattingProvider", "textDocument/onTypeFormatting", |uri, range| {
        with(formatted(at_position(uri, range)), "ch", json!("\n"))
    }),
    (
        "executeCommandProvider",
        "workspace/executeCommand",
        |uri, _| json!({ "command": "no such command", "arguments": [uri] }),
    ),
    ("diagnosticProvider", "textDocument/diagnostic", whole),
    ("diagnosticProvider", "textDocument/diagnostic", |uri, range| {
        with(whole(uri, range), "previousResultId", json!("of another session"))
    }),
    ("diagnosticProvider/workspaceDiagnostics", "workspace/diagnostic", |_, _| json!({ "previousResultIds": [] })),
    // Ours, which is there whatever was agreed on.
    ("", "rapporteur/text", whole),
    ("", "rapporteur/text", at_position),
    ("", "rapporteur/preview", whole),
    ("", "rapporteur/status", whole),
    ("", "rapporteur/search", |uri, range| with(whole(uri, range), "query", json!("74/173"))),
    ("", "rapporteur/rules", |_, _| json!({})),
    ("", "rapporteur/templates", |_, _| json!({ "language": "fr" })),
];

/// Capabilities that promise no request.
const OTHERS: [&str; 4] = ["positionEncoding", "textDocumentSync", "workspace", "experimental"];

/// What may be wrong with a request that has the right form: the parameters, by what they say, or the moment.
const REFUSALS: [i64; 3] = [-32602, -32803, -32801];

fn whole(uri: &str, _: &Value) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

fn at_position(uri: &str, range: &Value) -> Value {
    with(whole(uri, range), "position", range["start"].clone())
}

fn in_range(uri: &str, range: &Value) -> Value {
    with(whole(uri, range), "range", range.clone())
}

fn formatted(params: Value) -> Value {
    with(params, "options", json!({ "tabSize": 4, "insertSpaces": true }))
}

fn with(mut params: Value, key: &str, value: Value) -> Value {
    params[key] = value;
    params
}

/// A document, and whether it is open when it is asked about.
struct Document {
    uri: String,
    text: String,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    NeverOpened,
    Closed,
    Open,
}

const DRAFT: &str = "# Cybercrime 😀\r\n\r\n*The General Assembly*,\r\n\r\n*Recalling* its resolution 74/173 of 19 December 2019,[^1]\r\n\r\n\
                     1. *Requests* the Secretary-General to report;\r\n\r\n3. *Decides* to remain seized of the matter.\r\n\r\n[^1]: A/74/1.\r\n";

/// Documents of every kind.
fn documents() -> Vec<Document> {
    let document = |uri: &str, text: &str, state| Document { uri: uri.to_owned(), text: text.to_owned(), state };
    let mut documents = vec![
        document("file:///drafts/never.md", "", State::NeverOpened),
        document("untitled:never", "", State::NeverOpened),
        document("file:///drafts/closed.md", DRAFT, State::Closed),
        document("untitled:Untitled-1", DRAFT, State::Open),
        document("untitled:r%C3%A9solution", DRAFT, State::Open),
        document("git:/drafts/a.md?%7B%22ref%22%3A%22HEAD%22%7D", DRAFT, State::Open),
        document("vscode-notebook-cell:/drafts/a.ipynb#W0sZmlsZQ%3D%3D", DRAFT, State::Open),
        document("vscode-vfs://github/drafts/r%C3%A9solution%20%E5%A4%A7%E4%BC%9A.md?a=%C3%A9#b", DRAFT, State::Open),
        document("file:///drafts/r%C3%A9solution%20%E5%A4%A7%E4%BC%9A%20%D9%85.md", DRAFT, State::Open),
        document("file:///drafts/not%FFutf8.md", DRAFT, State::Open),
        document("file:///c%3A/drafts/a.md", DRAFT, State::Open),
        document("file://server/drafts/a.md", DRAFT, State::Open),
        document("file:///", DRAFT, State::Open),
        document("x:", DRAFT, State::Open),
        document("file:///drafts/empty.md", "", State::Open),
        document("file:///drafts/break.md", "\r", State::Open),
        document("file:///drafts/mark.md", "\u{feff}", State::Open),
        document(
            "file:///drafts/README.md",
            "# A library\n\nIt does [things](https://example.org).\n\n## Usage\n",
            State::Open,
        ),
        document("file:///drafts/rapporteur.toml", "locale = \"en\"\n", State::Open),
    ];
    documents.extend(half_written());
    documents
}

/// Our sample drafts, each as far as somebody has come with it.
fn half_written() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/drafts");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the drafts are here").map(|entry| entry.expect("it can be read").path()).collect();
    paths.retain(|path| path.extension() == Some("md".as_ref()) && !path.to_string_lossy().contains(".fixed."));
    paths.sort();
    let mut chance = Chance(0xd4af7);
    // Every fourth has all languages among them.
    let chosen = paths.iter().step_by(4).enumerate().map(|(index, path)| {
        let text = fs::read_to_string(path).expect("it is UTF-8");
        let end = boundary(&text, chance.below(text.len().min(4_000)));
        Document { uri: format!("file:///drafts/half-{index}.md"), text: text[..end].to_owned(), state: State::Open }
    });
    chosen.collect()
}

/// The lines of a text, in UTF-16.
struct Shape {
    lines: Vec<u64>,
}

impl Shape {
    fn new(text: &str) -> Shape {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        Shape { lines: text.split('\n').map(|line| units("utf-16", line) as u64).collect() }
    }

    /// Ranges that lie in the text, and some that don't.
    fn ranges(&self, chance: &mut Chance) -> Vec<Value> {
        let range = |a: [u64; 2], b: [u64; 2]| json!({ "start": { "line": a[0], "character": a[1] }, "end": { "line": b[0], "character": b[1] } });
        let mut somewhere = || {
            let line = chance.below(self.lines.len());
            [line as u64, chance.below(self.lines[line] as usize + 1) as u64]
        };
        let most = u64::from(u32::MAX);
        let last = self.lines.len() as u64 - 1;
        vec![
            range([0, 0], [0, 0]),
            range([0, 0], [last, self.lines[last as usize]]),
            range([last, self.lines[last as usize]], [0, 0]),
            range(somewhere(), somewhere()),
            range(somewhere(), somewhere()),
            range(somewhere(), somewhere()),
            range(somewhere(), [most, most]),
            range([0, most], [0, 0]),
            range([last + 1, 0], [last + 99, 7]),
            range([most, most], [most, most]),
            range([i32::MAX as u64, 0], [0, i32::MAX as u64]),
        ]
    }

    /// Checks that all places in an answer lie in the text, and counts them.
    fn check(&self, uri: &str, answer: &Value) -> usize {
        let elsewhere = |key: &str| answer.get(key).is_some_and(|other| other != uri);
        let in_text = |line: &Value, character: u64| {
            let line = line.as_u64().and_then(|line| self.lines.get(usize::try_from(line).ok()?));
            assert!(line.is_some_and(|length| character <= *length), "not in the text: {answer}");
        };
        match answer {
            Value::Object(_) if elsewhere("uri") || elsewhere("targetUri") => 0,
            Value::Object(fields) => {
                let mut places = 0;
                if let (Some(line), Some(character)) = (fields.get("line"), fields.get("character")) {
                    in_text(line, character.as_u64().expect("a number"));
                    places += 1;
                }
                if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                    let place = |place: &Value| (place["line"].as_u64(), place["character"].as_u64());
                    assert!(place(start) <= place(end), "ends before it begins: {answer}");
                }
                for line in ["startLine", "endLine"].iter().filter_map(|key| fields.get(*key)) {
                    in_text(line, 0);
                    places += 1;
                }
                if let Some(tokens) = fields.get("data").and_then(Value::as_array) {
                    places += self.check_tokens(tokens);
                }
                places + fields.values().map(|value| self.check(uri, value)).sum::<usize>()
            }
            Value::Array(items) => items.iter().map(|item| self.check(uri, item)).sum(),
            _ => 0,
        }
    }

    /// The same for semantic tokens, each of which is told by its distance to the one before.
    fn check_tokens(&self, numbers: &[Value]) -> usize {
        let numbers: Vec<u64> = numbers.iter().map_while(Value::as_u64).collect();
        let (mut line, mut start) = (0, 0);
        for token in numbers.chunks_exact(5) {
            start = if token[0] == 0 { start + token[1] } else { token[1] };
            line += token[0];
            let length = self.lines.get(usize::try_from(line).expect("it fits"));
            assert!(length.is_some_and(|length| start + token[2] <= *length), "token {token:?} is not in the text");
        }
        numbers.len() / 5
    }
}

/// Whether the server has promised a request.
fn is_promised(offered: &Value, promise: &str) -> bool {
    let found = offered.pointer(&format!("/{promise}")).unwrap_or(&Value::Null);
    promise.is_empty() || !(found.is_null() || *found == false)
}

/// Fails where the server promises requests that nobody asks here.
fn assert_all_are_known(offered: &Value) {
    for (capability, options) in offered.as_object().expect("an object") {
        let asked = |promise: &str| REQUESTS.iter().any(|(known, ..)| *known == promise);
        let any =
            OTHERS.contains(&&**capability) || REQUESTS.iter().any(|(known, ..)| known.starts_with(&**capability));
        assert!(any, "nobody asks what {capability} promises");
        let resolves = options["resolveProvider"] == true;
        assert!(!resolves || asked(&format!("{capability}/resolveProvider")), "nobody resolves for {capability}");
    }
}

/// Opens a document, asks everything about it at some ranges, closes it; gives how many places were answered.
fn interrogate(client: &mut Client, offered: &Value, document: &Document, ranges: &[Value]) -> usize {
    let pushes = offered["diagnosticProvider"].is_null();
    let shape = Shape::new(&document.text);
    if document.state != State::NeverOpened {
        client.open(&document.uri, &document.text);
    }
    if document.state == State::Closed {
        client.close(&document.uri);
    }
    let mut places = 0;
    for range in ranges {
        let asked: Vec<_> = REQUESTS
            .iter()
            .filter(|(promise, ..)| is_promised(offered, promise))
            .map(|(_, method, params)| (method, client.ask(method, params(&document.uri, range))))
            .collect();
        for (method, id) in asked {
            let context = format!("{method} at {range} of {}", document.uri);
            match client.answer(id) {
                Ok(result) if method.starts_with("workspace/") => drop(result),
                Ok(result) if document.state == State::Open => places += shape.check(&document.uri, &result),
                // A resolved item is what was sent.
                Ok(result) if method.ends_with("/resolve") => drop(result),
                Ok(result) => assert_eq!(shape.check("", &result), 0, "{context}: {result}"),
                Err(error) => {
                    let code = error["code"].as_i64().expect("a code");
                    assert!(REFUSALS.contains(&code), "{context}: {error}");
                }
            }
        }
    }
    if document.state == State::Open {
        let (_, text) = client.text(&document.uri).expect("it is open");
        assert_eq!(text, document.text, "{}", document.uri);
        client.close(&document.uri);
    }
    if pushes && document.state != State::NeverOpened {
        assert_eq!(client.published().uri, document.uri);
        assert_eq!(client.published().diagnostics, Vec::<Value>::new(), "closed");
    }
    places
}

fn interrogate_all(capabilities: Value) {
    let mut client = Client::start();
    let offered = client.initialize(json!({ "capabilities": capabilities }))["capabilities"].clone();
    assert_all_are_known(&offered);
    let mut chance = Chance(0xa5c);
    let mut places = 0;
    for document in documents() {
        let ranges = Shape::new(&document.text).ranges(&mut chance);
        places += interrogate(&mut client, &offered, &document, &ranges);
    }
    assert!(places > 1000, "{places} places are too few");
    if !offered["diagnosticProvider"].is_null() {
        assert!(!client.has_arrived("textDocument/publishDiagnostics"), "nothing is pushed to a client that pulls");
    }
    client.leave();
}

#[test]
fn a_client_that_can_do_everything_may_ask_anything() {
    interrogate_all(able());
}

#[test]
fn a_client_that_can_do_nothing_may_ask_anything() {
    interrogate_all(json!({}));
}

#[test]
fn a_line_of_a_megabyte_is_answered_for() {
    let mut client = Client::start();
    let offered = client.initialize(json!({ "capabilities": {} }))["capabilities"].clone();
    let sentence = "*Recalling* 😀 its resolution 74/173 of 19 December 2019 and مُقَرَّر A/RES/65/230, ";
    let text = ["*The General Assembly*, ", &sentence.repeat(1_000_000 / sentence.len())].concat();
    let document = Document { uri: "file:///drafts/line.md".to_owned(), text, state: State::Open };
    let ranges = Shape::new(&document.text).ranges(&mut Chance(0x1));
    assert!(interrogate(&mut client, &offered, &document, &ranges[3..4]) > 0);
    client.finish();
}

#[test]
fn wrong_parameters_are_refused() {
    let mut client = Client::start();
    let offered = client.initialize(json!({ "capabilities": {} }))["capabilities"].clone();
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    for (promise, method, params) in REQUESTS {
        if !is_promised(&offered, promise) {
            continue;
        }
        let right = params("file:///drafts/wrong.md", &range);
        let mut wrong = vec![Value::Null, json!([]), json!({}), json!(7)];
        for key in right.as_object().expect("an object").keys().filter(|key| *key != "data" && *key != "arguments") {
            wrong.push(with(right.clone(), key, json!(7)));
            wrong.push(with(right.clone(), key, json!({ "uri": "no URI", "line": -1, "start": null })));
        }
        // Where everything may be left out, nothing is missing.
        if ["rapporteur/rules", "rapporteur/templates"].contains(&method) {
            wrong.retain(|params| *params != json!({}) && *params != json!([]));
        }
        // Only what is looked at can be wrong.
        wrong
            .retain(|params| method != "rapporteur/text" || params["textDocument"]["uri"] != "file:///drafts/wrong.md");
        for params in wrong {
            let answer = client.request(method, params.clone());
            assert_eq!(answer.map_err(|error| error["code"].clone()), Err(json!(-32602)), "{method} with {params}");
        }
    }
    client.finish();
}
