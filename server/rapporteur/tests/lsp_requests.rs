//! Requests of our own, which editors build their commands on: what a document is, resolutions to insert, rules, new drafts.

mod support;

use serde_json::{Value, json};
use support::{Client, able, large_draft};

const URI: &str = "file:///drafts/wells.md";

const DRAFT: &str = "# Wells 😀 and ports\n\n*The General Assembly*,\n\n*Recalling* 😀 its resolution 65/230 of 12 December 2010,[^1]\n\n\
                     1. *Requests* all to come;\n\n3. *Decides* to remain seized of the matter.\n\n[^1]: See A/HRC/17/26.\n";

const ABEILLES: &str = "# Abeilles\n\n*L’Assemblée générale*,\n\n*Rappelant* sa résolution 65/230 du 21 décembre 2010,\n\n\
                        1. *Décide* de rester saisie de la question.\n";

fn document(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

fn open_as(client: &mut Client, uri: &str, language: &str, text: &str) {
    let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
    client.notify("textDocument/didOpen", json!({ "textDocument": item }));
}

#[test]
fn a_document_has_a_status_whatever_it_is() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    client.published();
    assert_eq!(
        client.request("rapporteur/status", document(URI)).unwrap(),
        json!({
            "language": "en", "languageName": "English", "kind": "resolution", "body": "General Assembly", "symbol": null,
            "counts": {
                "preambular": 1, "operative": 2, "citations": 1, "notes": 1,
                "errors": 2, "warnings": 0, "infos": 0, "hints": 0,
            },
        })
    );
    let readme = "file:///drafts/README.md";
    client.open(readme, "# A tool\n\nInstall it, and run it.\n");
    client.published();
    let status = client.request("rapporteur/status", document(readme)).unwrap();
    assert_eq!(
        (&status["kind"], &status["body"], &status["counts"]["errors"]),
        (&json!("other"), &Value::Null, &json!(0))
    );
    client.open("file:///drafts/rapporteur.toml", "locale = \"en\"\n");
    client.published();
    for uri in ["file:///drafts/rapporteur.toml", "file:///drafts/never.md"] {
        assert_eq!(client.request("rapporteur/status", document(uri)), Ok(Value::Null), "{uri}");
    }
    client.finish();
}

#[test]
fn the_status_is_that_of_the_last_change_and_of_large_drafts_too() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    client.published();
    client.change(URI, 2, json!([{ "text": ABEILLES }]));
    let status = client.request("rapporteur/status", document(URI)).unwrap();
    assert_eq!((&status["languageName"], &status["counts"]["operative"]), (&json!("français"), &json!(1)));
    client.published();
    let text = large_draft();
    client.open("file:///drafts/large.md", &text);
    let status = client.request("rapporteur/status", document("file:///drafts/large.md")).unwrap();
    assert_eq!(status["counts"]["preambular"], json!(text.matches("*Recalling").count()));
    client.leave();
}

#[test]
fn a_resolution_is_found_and_cited_as_the_document_has_it() {
    let mut client = Client::plain();
    let mut search = |params: Value| client.request("rapporteur/search", params);
    let found = search(json!({ "query": "74/173" })).unwrap();
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    let found = &found[0];
    assert_eq!(found["symbol"], "A/RES/74/173");
    assert_eq!(found["date"], "2019-12-18");
    assert_eq!(found["body"], "General Assembly");
    assert_eq!(found["citation"], "General Assembly resolution 74/173 of 18 December 2019");
    assert!(found["title"].as_str().is_some_and(|title| title.starts_with("Promoting technical assistance")));
    assert_eq!(search(json!({ "query": " " })), Ok(json!([])));
    assert_eq!(search(json!({ "query": "terrorism" })).unwrap().as_array().unwrap().len(), 50);
    assert_eq!(search(json!({ "query": "terrorism", "limit": 2 })).unwrap().as_array().unwrap().len(), 2);
    assert_eq!(search(json!({ "query": "1", "textDocument": { "uri": "file:///drafts/never.md" } })), Ok(Value::Null));
    client.open(URI, ABEILLES);
    client.published();
    let found =
        client.request("rapporteur/search", json!({ "query": "74/173", "textDocument": { "uri": URI } })).unwrap();
    assert_eq!(found[0]["citation"], "résolution 74/173 de l’Assemblée générale, en date du 18 décembre 2019");
    client.finish();
}

#[test]
fn the_tables_of_the_project_are_searched() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("rapporteur.toml"), "registry = [\"own.tsv\"]\n").unwrap();
    let table = "symbol\tdate\ttitle\nA/RES/95/7\t2040-12-01\tWells of the Moon\n";
    std::fs::write(folder.path().join("own.tsv"), table).unwrap();
    let uri = format!("file://{}/draft.md", folder.path().display());
    let mut client = Client::plain();
    client.open(&uri, DRAFT);
    client.published();
    let params = json!({ "query": "wells moon", "textDocument": { "uri": uri } });
    let found = client.request("rapporteur/search", params).unwrap();
    assert_eq!(found[0]["citation"], "General Assembly resolution 95/7 of 1 December 2040", "{found}");
    client.finish();
}

#[test]
fn every_rule_says_what_it_checks() {
    let mut client = Client::plain();
    let rules = client.request("rapporteur/rules", json!({})).unwrap();
    let rules = rules.as_array().unwrap();
    let names: Vec<&str> = rules.iter().map(|rule| rule["name"].as_str().unwrap()).collect();
    let known: Vec<&str> = rapporteur_lint::RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names, known);
    for rule in rules {
        let [summary, markdown] = ["summary", "markdown"].map(|key| rule[key].as_str().unwrap());
        assert!(!summary.is_empty() && markdown.contains(summary), "{rule}");
        assert!(markdown.starts_with(&format!("# {}\n", rule["name"].as_str().unwrap())), "{rule}");
        assert!(rapporteur_lint::Severity::from_name(rule["severity"].as_str().unwrap()).is_some());
        assert!(markdown.contains(rule["subject"].as_str().unwrap()));
    }
    client.finish();
}

#[test]
fn new_drafts_are_those_that_completion_offers() {
    let mut client = Client::start();
    client.initialize(json!({ "locale": "fr", "capabilities": able() }));
    let templates = client.request("rapporteur/templates", json!({})).unwrap();
    let templates = templates.as_array().unwrap();
    assert_eq!(templates[0]["name"], "resolution-ga-fr");
    assert_eq!(templates[0]["title"], "Projet de résolution de l’Assemblée générale");
    assert_eq!((&templates[0]["language"], &templates[0]["kind"]), (&json!("fr"), &json!("resolution")));
    client.open("file:///drafts/new.md", "");
    let offered = client.complete("file:///drafts/new.md", 0, 0);
    let texts = |items: &[Value], path: &str| -> Vec<Value> {
        items.iter().map(|item| item.pointer(path).unwrap().clone()).collect()
    };
    assert_eq!(texts(templates, "/text"), texts(&offered, "/textEdit/newText"));
    let russian = client.request("rapporteur/templates", json!({ "language": "ru" })).unwrap();
    assert_eq!(russian.as_array().unwrap().len(), 4);
    let error = client.request("rapporteur/templates", json!({ "language": "la" })).unwrap_err();
    assert_eq!(error["message"], "there is no language `la`; there are en, fr, es, ru, ar, zh");
    client.leave();
}

/// Editors name the language of a draft as they like.
#[test]
fn a_draft_is_the_same_under_any_name_of_its_language() {
    let emphasised = DRAFT;
    let plain = DRAFT.replace('*', "");
    for text in [emphasised, &plain] {
        let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 10, "character": 0 } });
        // A session each: revisions are unique in one.
        let answers = |language: &str| {
            let mut client = Client::with(able());
            open_as(&mut client, URI, language, text);
            let asked: Vec<Value> = [
                ("textDocument/diagnostic", json!({})),
                ("textDocument/semanticTokens/full", json!({})),
                ("textDocument/documentSymbol", json!({})),
                ("textDocument/foldingRange", json!({})),
                ("textDocument/codeLens", json!({})),
                ("textDocument/inlayHint", json!({ "range": whole })),
                ("textDocument/codeAction", json!({ "range": whole, "context": { "diagnostics": [] } })),
                ("textDocument/formatting", json!({ "options": { "tabSize": 4, "insertSpaces": true } })),
                ("textDocument/hover", json!({ "position": { "line": 4, "character": 34 } })),
                ("textDocument/completion", json!({
                    "position": { "line": 8, "character": 5 },
                    "context": { "triggerKind": 2, "triggerCharacter": "*" },
                })),
                ("textDocument/onTypeFormatting", json!({
                    "position": { "line": 7, "character": 0 }, "ch": "\n", "options": { "tabSize": 4, "insertSpaces": true },
                })),
                ("rapporteur/status", json!({})),
                ("rapporteur/preview", json!({})),
            ]
            .into_iter()
            .map(|(method, mut params)| {
                params["textDocument"] = json!({ "uri": URI });
                let mut answer = client.request(method, params).unwrap_or_else(|error| panic!("{method}: {error}"));
                if let Some(answer) = answer.as_object_mut() {
                    answer.remove("resultId");
                }
                json!({ method: answer })
            })
            .collect();
            client.leave();
            asked
        };
        let markdown = answers("markdown");
        assert!(
            markdown.iter().filter(|answer| answer.as_object().unwrap().values().any(|it| !it.is_null())).count() > 8
        );
        for language in ["un-resolution", "resolution", "plaintext", "text"] {
            for (answer, expected) in answers(language).iter().zip(&markdown) {
                assert_eq!(answer, expected, "{language}");
            }
        }
    }
}
