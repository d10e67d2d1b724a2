//! From one place of a draft to another, and renaming, over the pipe.

mod support;

use serde_json::{Value, json};
use support::{
    Client,
    text::{ENCODINGS, apply, position, range},
};

const URI: &str = "file:///drafts/navigation.md";

const DRAFT: &str = "*L’Assemblée générale*,\r\n\r\n*Rappelant* 😀 sa résolution 74/173 du 18 décembre 2019[^1] et la résolution 74/173,\r\n\r\n\
                     1. *Décide* d’agir ;\r\n\r\n2. *Prie* 😀 le groupe visé au paragraphe 1 ci-dessus de faire rapport.\r\n\r\n\
                     [^1]: Voir aussi A/HRC/17/26.\r\n";

fn client(encoding: &str, capabilities: Value) -> Client {
    let mut capabilities = capabilities;
    capabilities["general"] = json!({ "positionEncodings": [encoding] });
    let mut client = Client::with(capabilities);
    client.open(URI, DRAFT);
    client.published();
    client
}

/// The byte offset of words in the draft.
fn find(words: &str) -> usize {
    DRAFT.find(words).unwrap_or_else(|| panic!("{words} stands nowhere"))
}

/// The answer to a request about the place so many bytes behind the start of words.
fn at(
    client: &mut Client,
    encoding: &str,
    method: &str,
    words: &str,
    behind: usize,
    more: Value,
) -> Result<Value, Value> {
    let mut params =
        json!({ "textDocument": { "uri": URI }, "position": position(encoding, DRAFT, find(words) + behind) });
    params.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
    client.request(&format!("textDocument/{method}"), params)
}

/// The range of the words, or of so much of them, in the draft.
fn place(encoding: &str, words: &str, from: usize, to: usize) -> Value {
    range(encoding, DRAFT, find(words) + from, find(words) + to)
}

#[test]
fn definitions_are_links_where_the_client_shows_them() {
    for encoding in ENCODINGS {
        let mut client = client(encoding, json!({ "textDocument": { "definition": { "linkSupport": true } } }));
        let found = at(&mut client, encoding, "definition", "paragraphe 1", "paragraphe ".len(), json!({})).unwrap();
        let paragraph = "1. *Décide* d’agir ;";
        assert_eq!(
            found,
            json!([{
                "originSelectionRange": place(encoding, "1 ci-dessus", 0, 1),
                "targetUri": URI,
                "targetRange": place(encoding, paragraph, 0, paragraph.len()),
                "targetSelectionRange": place(encoding, paragraph, 0, 1),
            }])
        );
        client.finish();
    }
}

#[test]
fn definitions_are_locations_for_all_other_clients() {
    let mut client = client("utf-16", json!({}));
    let found = at(&mut client, "utf-16", "definition", "[^1] et", 1, json!({})).unwrap();
    assert_eq!(found, json!({ "uri": URI, "range": place("utf-16", "[^1]:", 0, 5) }));
    assert_eq!(at(&mut client, "utf-16", "definition", "Décide", 1, json!({})), Ok(Value::Null));
    client.finish();
}

#[test]
fn references_and_highlights_stand_where_the_words_do() {
    for encoding in ENCODINGS {
        let mut client = client(encoding, json!({}));
        let (call, definition) = (place(encoding, "[^1] et", 0, 4), place(encoding, "[^1]:", 0, 5));
        for (with_definition, expected) in [(true, vec![&call, &definition]), (false, vec![&call])] {
            let context = json!({ "context": { "includeDeclaration": with_definition } });
            let found = at(&mut client, encoding, "references", "[^1] et", 2, context).unwrap();
            let expected: Vec<Value> =
                expected.into_iter().map(|range| json!({ "uri": URI, "range": range })).collect();
            assert_eq!(found, json!(expected));
        }
        let found = at(&mut client, encoding, "documentHighlight", "[^1] et", 2, json!({})).unwrap();
        assert_eq!(found, json!([{ "range": call, "kind": 2 }, { "range": definition, "kind": 3 }]));
        client.finish();
    }
}

#[test]
fn a_citation_is_mentioned_once_at_each_place() {
    let mut client = client("utf-16", json!({}));
    let context = json!({ "context": { "includeDeclaration": true } });
    let found = at(&mut client, "utf-16", "references", "74/173 du", 1, context).unwrap();
    let ranges: Vec<&Value> = found.as_array().unwrap().iter().map(|location| &location["range"]).collect();
    let expected = [place("utf-16", "74/173 du", 0, 6), place("utf-16", "74/173,", 0, 6)];
    assert_eq!(ranges, expected.iter().collect::<Vec<_>>());
    client.finish();
}

/// What a client that takes edits to versions of documents says.
fn versioned() -> Value {
    json!({
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": { "rename": { "prepareSupport": true } },
    })
}

#[test]
fn renaming_is_prepared_and_bound_to_a_version() {
    for encoding in ENCODINGS {
        let mut client = client(encoding, versioned());
        let prepared = at(&mut client, encoding, "prepareRename", "2. *Prie*", 0, json!({})).unwrap();
        assert_eq!(prepared, json!({ "range": place(encoding, "2. *Prie*", 0, 1), "placeholder": "2" }));
        assert_eq!(at(&mut client, encoding, "prepareRename", "Prie", 0, json!({})), Ok(Value::Null));
        let renamed = at(&mut client, encoding, "rename", "1. *D", 0, json!({ "newName": "2" })).unwrap();
        let change = &renamed["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 1 }));
        let expected =
            DRAFT.replace("\n2. *", "\n3. *").replace("\n1. *", "\n2. *").replace("paragraphe 1", "paragraphe 2");
        assert_eq!(apply(encoding, DRAFT, change["edits"].as_array().unwrap()), expected);
        client.finish();
    }
}

#[test]
fn a_plain_client_gets_plain_edits_and_a_sentence_where_there_is_nothing_to_rename() {
    let mut client = client("utf-16", json!({}));
    let renamed = at(&mut client, "utf-16", "rename", "[^1] et", 1, json!({ "newName": "b" })).unwrap();
    let edits = renamed["changes"][URI].as_array().unwrap();
    assert_eq!(apply("utf-16", DRAFT, edits), DRAFT.replace("[^1]", "[^b]"));
    for (words, name, says) in
        [("Prie", "x", "nothing here to rename"), ("2. *Prie*", "x", "is not the number of a paragraph")]
    {
        let error = at(&mut client, "utf-16", "rename", words, 0, json!({ "newName": name })).unwrap_err();
        assert_eq!(error["code"], -32803);
        assert!(error["message"].as_str().unwrap().contains(says), "{error}");
    }
    client.finish();
}

#[test]
fn documents_that_are_closed_or_no_drafts_give_nothing() {
    let mut client = client("utf-16", json!({}));
    let readme = "file:///drafts/README.md";
    client.open(readme, "# Tools\n\nSee [^1] and UNODC.\n\n[^1]: UNODC.\n");
    client.published();
    for uri in [readme, "file:///drafts/unknown.md"] {
        for method in ["definition", "references", "documentHighlight", "prepareRename", "rename"] {
            let params = json!({
                "textDocument": { "uri": uri },
                "position": { "line": 2, "character": 5 },
                "context": { "includeDeclaration": true },
                "newName": "7",
            });
            assert_eq!(client.request(&format!("textDocument/{method}"), params), Ok(Value::Null), "{method} in {uri}");
        }
    }
    client.finish();
}

/// The diagnostics of a rule in a draft, as a client gets them that shows other places or does not.
fn diagnostics(text: &str, rule: &str, shows_places: bool) -> Vec<Value> {
    let mut client = Client::start();
    let capabilities = json!({ "textDocument": { "publishDiagnostics": { "relatedInformation": shows_places } } });
    client.initialize(json!({ "capabilities": capabilities, "locale": "fr" }));
    client.open(URI, text);
    let found = client.published().diagnostics.into_iter().filter(|diagnostic| diagnostic["code"] == rule).collect();
    client.finish();
    found
}

#[test]
fn a_diagnostic_leads_to_other_places_and_to_the_entry_of_the_registry() {
    let text = DRAFT.replace("18 décembre", "19 décembre");
    let found = diagnostics(&text, "citation-date", true);
    let related = &found[0]["relatedInformation"];
    assert_eq!(related.as_array().map(Vec::len), Some(1), "{related}");
    let start = text.find("74/173").unwrap();
    let citation = json!({ "uri": URI, "range": range("utf-16", &text, start, start + "74/173".len()) });
    assert_eq!(related[0]["location"], citation);
    let said = related[0]["message"].as_str().unwrap();
    assert!(said.contains("74/173 de l’Assemblée générale. Adoption\u{a0}: 18 décembre 2019"), "{said}");
    assert!(said.ends_with(": https://undocs.org/fr/A/RES/74/173"), "{said}");
    let text = DRAFT.replace("paragraphe 1 ci-dessus", "paragraphe 1 ci-dessous");
    let found = diagnostics(&text, "cross-reference", true);
    let paragraph = "1. *Décide* d’agir ;";
    let start = text.find(paragraph).unwrap();
    let location = json!({ "uri": URI, "range": range("utf-16", &text, start, start + paragraph.len()) });
    assert_eq!(found[0]["relatedInformation"][0]["location"], location);
    assert_eq!(diagnostics(&text, "cross-reference", false)[0].get("relatedInformation"), None);
}
