//! A scripted client at work on a draft: it opens, edits, completes, fixes and closes it.

mod support;

use serde_json::{Value, json};
use support::{
    Client,
    text::{apply, range},
};

const URI: &str = "file:///drafts/session.md";

/// A draft with a wrong date, a verb in roman type, and paragraphs that are numbered 1, 2, 4.
const DRAFT: &str = "\
# Renforcement de la coopération

*L’Assemblée générale*,

*Rappelant* sa résolution 74/173 du 19 décembre 2019,

1. *Prie* le secrétariat de lui faire rapport;

2. Invite les États Membres à répondre;

4. *Décide* de rester saisie de la question.
";

fn rules(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics.iter().filter_map(|diagnostic| diagnostic["code"].as_str()).collect()
}

fn place(text: &str, what: &str) -> Value {
    let start = text.find(what).unwrap_or_else(|| panic!("{what} stands in the text"));
    range("utf-16", text, start, start + what.len())
}

/// The edits of an action to the draft.
fn edits(action: &Value) -> &[Value] {
    action["edit"]["changes"][URI].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn full() -> Value {
    json!({ "textDocument": { "publishDiagnostics": { "relatedInformation": true }, "codeAction": literals() } })
}

/// A client that takes code actions as such.
fn literals() -> Value {
    json!({ "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } } })
}

#[test]
fn a_draft_is_opened_edited_completed_fixed_and_closed() {
    let mut client = Client::with(full());
    let mut text = DRAFT.to_owned();
    client.open(URI, &text);
    let published = client.published();
    assert_eq!((published.uri.as_str(), published.version), (URI, 1));
    assert_eq!(
        rules(&published.diagnostics),
        ["citation-date", "operative-verb-italics", "paragraph-numbering"],
        "{:#?}",
        published.diagnostics
    );
    let date = &published.diagnostics[0];
    assert_eq!(date["range"], place(&text, "19 décembre 2019"));
    assert_eq!((date["severity"].as_i64(), date["source"].as_str()), (Some(1), Some("rapporteur")));
    assert!(date["codeDescription"]["href"].as_str().unwrap().ends_with("citation-date.md"));
    assert!(date["message"].as_str().unwrap().contains("18 December 2019"), "{}", date["message"]);

    // The date is put right by its quick fix.
    let actions = client.code_actions(URI, &date["range"], json!({ "diagnostics": [date] }));
    let fix = actions.iter().find(|action| action["kind"] == "quickfix").expect("a quick fix");
    assert_eq!(fix["isPreferred"], true);
    assert_eq!(fix["diagnostics"][0]["code"], "citation-date");
    text = apply("utf-16", &text, edits(fix));
    assert!(text.contains("sa résolution 74/173 du 18 décembre 2019,"));
    client.change(URI, 2, json!([{ "range": edits(fix)[0]["range"], "text": edits(fix)[0]["newText"] }]));
    let published = client.published();
    assert_eq!(published.version, 2);
    assert_eq!(rules(&published.diagnostics), ["operative-verb-italics", "paragraph-numbering"]);

    // A citation is typed and completed.
    let typed = " et ses résolutions 65/23";
    let end = place(&text, "2019,");
    let at = json!({ "line": end["end"]["line"], "character": end["end"]["character"].as_u64().unwrap() - 1 });
    client.change(URI, 3, json!([{ "range": { "start": at, "end": at }, "text": typed }]));
    text = text.replace("2019,", &format!("2019{typed},"));
    client.published();
    let column = at["character"].as_u64().unwrap() as usize + typed.encode_utf16().count();
    let items = client.complete(URI, 4, column);
    let item = items.iter().find(|item| item["label"] == "65/230").expect("65/230 is offered");
    assert_eq!(item["textEdit"]["newText"], "65/230 du 21 décembre 2010");
    assert!(item["documentation"].is_null(), "documentation comes when it is asked for");
    let resolved = client.request("completionItem/resolve", item.clone()).unwrap();
    assert!(resolved["documentation"]["value"].as_str().unwrap().contains("A/RES/65/230"));
    text = apply("utf-16", &text, std::slice::from_ref(&item["textEdit"]));
    client.change(URI, 4, json!([{ "range": item["textEdit"]["range"], "text": item["textEdit"]["newText"] }]));
    assert_eq!(rules(&client.published().diagnostics), ["operative-verb-italics", "paragraph-numbering"]);

    // All that is left is fixed at once.
    let whole = range("utf-16", &text, 0, text.len());
    let only = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    let actions = client.code_actions(URI, &whole, only);
    assert_eq!(actions.len(), 1, "{actions:#?}");
    assert_eq!(actions[0]["kind"], "source.fixAll.rapporteur");
    text = apply("utf-16", &text, edits(&actions[0]));
    assert!(text.contains("2. *Invite* les États") && text.contains("3. *Décide* de rester"), "{text}");
    client.change(URI, 5, json!([{ "text": text }]));
    assert_eq!(client.published().diagnostics, Vec::<Value>::new());

    // Saving changes nothing of what was said on every change.
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": URI } }));
    client.close(URI);
    let published = client.published();
    assert_eq!((published.version, published.diagnostics), (5, vec![]));
    client.finish();
}

#[test]
fn a_date_comes_with_its_number_in_the_form_that_the_client_takes() {
    let text = "*The General Assembly*,\n\n*Recalling* its resolution 65/23\n";
    let line = "*Recalling* its resolution 65/23".len();
    for (snippets, format) in [(true, json!(2)), (false, Value::Null)] {
        let item = json!({ "completionItem": { "snippetSupport": snippets } });
        let mut client = Client::with(json!({ "textDocument": { "completion": item } }));
        client.open(URI, text);
        client.published();
        let items = client.complete(URI, 2, line);
        let item = items.iter().find(|item| item["label"] == "65/230").expect("65/230 is offered");
        assert_eq!(item["textEdit"]["newText"], "65/230 of 21 December 2010");
        assert_eq!(item["insertTextFormat"], format);
        client.finish();
    }
}

#[test]
fn edits_are_bound_to_a_version_where_the_client_can() {
    let mut client = Client::with(json!({
        "workspace": { "workspaceEdit": { "documentChanges": true } }, "textDocument": { "codeAction": literals() },
    }));
    client.open(URI, DRAFT);
    client.published();
    let actions = client.code_actions(URI, &place(DRAFT, "19 décembre 2019"), json!({ "diagnostics": [] }));
    for action in &actions {
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 1 }));
    }
    client.finish();
}

#[test]
fn diagnostics_are_pulled_by_a_client_that_can() {
    let mut client = Client::start();
    let capabilities = json!({ "textDocument": { "diagnostic": {} } });
    let result = client.initialize(json!({ "capabilities": capabilities }));
    assert_eq!(result["capabilities"]["diagnosticProvider"]["interFileDependencies"], false);
    client.open(URI, DRAFT);
    let mut pull = |previous: Value| {
        let params = json!({ "textDocument": { "uri": URI }, "previousResultId": previous });
        client.request("textDocument/diagnostic", params).unwrap()
    };
    let first = pull(Value::Null);
    assert_eq!((first["kind"].as_str(), first["items"].as_array().map(Vec::len)), (Some("full"), Some(3)));
    let again = pull(first["resultId"].clone());
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    client.change(URI, 2, json!([{ "text": DRAFT.replace("19 décembre", "18 décembre") }]));
    let params = json!({ "textDocument": { "uri": URI }, "previousResultId": first["resultId"] });
    let changed = client.request("textDocument/diagnostic", params).unwrap();
    assert_eq!((changed["kind"].as_str(), changed["items"].as_array().map(Vec::len)), (Some("full"), Some(2)));
    assert_ne!(changed["resultId"], first["resultId"]);
    client.close(URI);
    // Nothing was pushed: `finish` would find it.
    client.finish();
}

#[test]
fn what_is_switched_off_is_off() {
    let mut client = Client::start();
    let options = json!({
        "completion": false, "diagnostics": false, "codeAction": false, "hover": false, "documentLink": false,
    });
    let result = client.initialize(json!({ "capabilities": {}, "initializationOptions": options }));
    let offered = &result["capabilities"];
    for provider in ["completionProvider", "codeActionProvider", "hoverProvider", "documentLinkProvider"] {
        assert!(offered[provider].is_null(), "{provider}");
    }
    client.open(URI, DRAFT);
    assert_eq!(client.complete(URI, 4, 30), Vec::<Value>::new());
    assert_eq!(client.hover(URI, place(DRAFT, "74/173")["start"].clone()), Value::Null);
    client.finish();
}

#[test]
fn messages_are_in_the_language_of_the_reader() {
    let mut client = Client::start();
    client.initialize(json!({ "capabilities": {}, "locale": "fr-FR" }));
    client.open(URI, DRAFT);
    let found = client.published().diagnostics;
    assert!(found[0]["message"].as_str().unwrap().contains("18 décembre 2019"), "{}", found[0]["message"]);
    client.finish();
}
