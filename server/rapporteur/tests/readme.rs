//! What the README shows of the program is what the program writes. `RAPPORTEUR_UPDATE=1` writes it anew.

#[path = "../../../tests/support/committed.rs"]
mod committed;
mod support;

use std::{fs, process::Command};

use committed::{assert_current, assert_part_of_readme, root};
use serde_json::{Value, json};
use support::Client;

/// What a command line writes to standard output, run in the folder of the repository.
fn run(command_line: &str) -> String {
    let arguments = command_line.split_whitespace().skip(1);
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    let output = command.args(arguments).current_dir(root()).env("LC_ALL", "C.UTF-8").output().expect("it starts");
    assert!(output.stderr.is_empty(), "{command_line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

#[test]
fn the_readme_shows_what_the_program_writes() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README is here");
    let mut current = String::new();
    let mut shown = 0;
    let mut rest = readme.as_str();
    while let Some((before, transcript)) = rest.split_once("```console\n$ ") {
        let (command_line, output) = transcript.split_once('\n').expect("a command line ends");
        let (_, after) = output.split_once("```\n").expect("a fence is closed");
        current += &format!("{before}```console\n$ {command_line}\n{}```\n", run(command_line));
        shown += 1;
        rest = after;
    }
    assert!(shown > 0, "the README shows nothing of the program");
    assert_current(&path, &(current + rest));
}

#[test]
fn the_command_line_finds_in_the_sample_drafts_what_they_expect() {
    for entry in fs::read_dir(root().join("tests/drafts")).expect("the drafts are here") {
        let path = entry.expect("it can be read").path();
        if path.extension() == Some("expected".as_ref()) {
            let draft = format!("tests/drafts/{}.md", path.file_stem().expect("it has a name").to_string_lossy());
            let expected = fs::read_to_string(&path).expect("it is UTF-8");
            assert_eq!(run(&format!("rapporteur lint --no-config --format concise {draft}")), expected);
        }
    }
}

/// What each capability is for, under its name in the server's answer to `initialize`, with the key that switches it.
const CAPABILITIES: [(&str, &str, &str); 21] = [
    ("textDocumentSync", "", "changes are applied as they are typed, in the client’s order"),
    (
        "diagnosticProvider",
        "diagnostics",
        "findings, also of drafts that are not open; pushed to clients that don’t pull",
    ),
    (
        "codeActionProvider",
        "codeAction",
        "fixes, one by one, by rule or all at once; rewriting of citations and verbs; silencing a rule",
    ),
    (
        "completionProvider",
        "completion",
        "resolutions and their dates, verbs, bodies, notes, symbols, treaties, references, acronyms, names of rules, settings; new drafts and paragraphs",
    ),
    ("hoverProvider", "hover", "what is known of a resolution, a note, a reference, an acronym, a setting"),
    (
        "definitionProvider",
        "definition",
        "from a call to its note, from a reference to its paragraph, from an acronym to what it stands for, from a citation to the text",
    ),
    (
        "referencesProvider",
        "references",
        "every mention of a resolution in the workspace, of a note, paragraph or acronym in the draft",
    ),
    ("documentHighlightProvider", "documentHighlight", "the same, as the cursor moves"),
    ("renameProvider", "rename", "labels of notes, numbers of paragraphs with all that refers to them, acronyms"),
    ("documentSymbolProvider", "documentSymbol", "the outline: preamble, operative part, sections, annexes, notes"),
    ("workspaceSymbolProvider", "workspaceSymbol", "drafts of the workspace; resolutions by number or title"),
    ("foldingRangeProvider", "foldingRange", "parts, sections, paragraphs with their sub-paragraphs"),
    ("selectionRangeProvider", "selectionRange", "from word to clause, paragraph, part"),
    ("documentLinkProvider", "documentLink", "pages of resolutions and documents"),
    ("semanticTokensProvider", "semanticTokens", "enacting line, verbs, citations, symbols, notes, numbers, coloured"),
    ("inlayHintProvider", "inlayHint", "titles of cited resolutions, dates of bare citations, numbers that are due"),
    ("codeLensProvider", "codeLens", "counts above the enacting line; versions in other languages"),
    ("documentFormattingProvider", "formatting", "numbers, labels, spacing, punctuation"),
    ("documentRangeFormattingProvider", "formatting", "the same in a part of the draft"),
    (
        "documentOnTypeFormattingProvider",
        "onTypeFormatting",
        "the next number after Enter, the number of a note that is called",
    ),
    ("executeCommandProvider", "", "the same actions, by name"),
];

/// What the server answers a client that can do everything.
fn capabilities() -> Value {
    let all = json!({
        "textDocument": {
            "diagnostic": {},
            "rename": { "prepareSupport": true },
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } },
                "dataSupport": true,
                "resolveSupport": { "properties": ["edit"] },
            },
            "semanticTokens": {
                "requests": { "full": { "delta": true }, "range": true },
                "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"],
            },
        },
    });
    let mut client = Client::start();
    let answer = client.initialize(json!({ "capabilities": all }));
    client.finish();
    answer["capabilities"].clone()
}

/// What there is to tell of a capability beside its purpose: triggers, kinds, commands.
fn details(capability: &Value) -> String {
    let list = |key: &str| {
        let items = capability[key].as_array().cloned().unwrap_or_default();
        items.iter().filter_map(Value::as_str).map(|item| item.replace('\n', "Enter").replace(' ', "space")).collect()
    };
    let code = |items: Vec<String>| items.iter().map(|item| format!("`{item}`")).collect::<Vec<_>>().join(" ");
    let first = capability["firstTriggerCharacter"].as_str().map(|first| first.replace('\n', "Enter"));
    let triggers: Vec<String> =
        first.into_iter().chain(list("moreTriggerCharacter")).chain(list("triggerCharacters")).collect();
    let parts = [
        ("after ", code(triggers)),
        ("", code(list("codeActionKinds"))),
        ("", code(list("commands"))),
        (
            "",
            capability["resolveProvider"]
                .as_bool()
                .filter(|lazy| *lazy)
                .map_or(String::new(), |_| "resolved lazily".to_owned()),
        ),
    ];
    let parts = parts.into_iter().filter(|(_, part)| !part.is_empty()).map(|(word, part)| format!("{word}{part}"));
    parts.collect::<Vec<_>>().join("; ")
}

#[test]
fn the_readme_lists_the_capabilities_that_the_server_tells_of() {
    let answer = capabilities();
    let answer = answer.as_object().expect("the capabilities are an object");
    let mut table = "| capability | for | switch |\n|---|---|---|\n".to_owned();
    for (name, switch, purpose) in CAPABILITIES {
        let capability = answer.get(name).unwrap_or_else(|| panic!("the server does not tell of `{name}`"));
        let details = Some(details(capability)).filter(|details| !details.is_empty());
        let details = details.map_or(String::new(), |details| format!(" ({details})"));
        let switch = Some(switch).filter(|switch| !switch.is_empty()).map_or(String::new(), |key| format!("`{key}`"));
        table += &format!("| `{name}` | {purpose}{details} | {switch} |\n");
    }
    let told: Vec<&String> =
        answer.keys().filter(|name| !["positionEncoding", "workspace"].contains(&name.as_str())).collect();
    let listed: Vec<&str> = CAPABILITIES.iter().map(|(name, ..)| *name).collect();
    assert_eq!(told.iter().filter(|name| !listed.contains(&name.as_str())).collect::<Vec<_>>(), Vec::<&&String>::new());
    assert_part_of_readme("capabilities", &table);
}
