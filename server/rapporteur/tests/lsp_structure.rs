//! What an editor shows of the structure of a draft: outline, folds, growing selections, colours, hints.

mod support;

use serde_json::{Value, json};
use support::{
    Client,
    text::{ENCODINGS, apply, offset, position, range, units},
};

const URI: &str = "file:///drafts/structure.md";

/// With letters of one to four bytes, CR LF and a date that is broken over lines.
const DRAFT: &str = "# Wells 😀 and ports\r\n\r\n*L’Assemblée générale*,\r\n\r\n*Rappelant* 😀 sa résolution 65/230,[^1]\r\n\r\n\
                     *Rappelant aussi* sa résolution 74/173 du 18\r\ndécembre 2019,\r\n\r\n1. *Prie* 👩‍⚖️ :\r\n\r\na) Le Secrétaire ;\r\n\r\n\
                     *Décide* d’y revenir.\r\n\r\n[^1]: Voir A/HRC/17/26.\r\n";

/// A session in which a draft is open.
fn session(encoding: &str, text_document: Value, text: &str) -> Client {
    let general = json!({ "positionEncodings": [encoding] });
    let mut client = Client::with(json!({ "general": general, "textDocument": text_document }));
    client.open(URI, text);
    client.published();
    client
}

fn ask(client: &mut Client, method: &str, more: Value) -> Value {
    let mut params = json!({ "textDocument": { "uri": URI } });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    client.request(&format!("textDocument/{method}"), params).expect("the request succeeds")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The words of a range.
fn words<'t>(encoding: &str, text: &'t str, range: &Value) -> &'t str {
    &text[offset(encoding, text, &range["start"])..offset(encoding, text, &range["end"])]
}

fn whole(encoding: &str, text: &str) -> Value {
    json!({ "range": range(encoding, text, 0, text.len()) })
}

#[test]
fn the_outline_is_a_tree_with_ranges_in_the_units_of_the_client() {
    for encoding in ENCODINGS {
        let trees = json!({ "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } });
        let mut client = session(encoding, trees, DRAFT);
        let symbols = ask(&mut client, "documentSymbol", json!({}));
        let root = &symbols[0];
        assert_eq!(
            (&root["name"], &root["range"]),
            (&json!("Wells 😀 and ports"), &range(encoding, DRAFT, 0, DRAFT.len()))
        );
        let names: Vec<&Value> = list(&root["children"]).iter().map(|child| &child["name"]).collect();
        assert_eq!(names, ["Preamble", "Operative part", "Notes"]);
        let operative = list(&root["children"][1]["children"]);
        assert_eq!(operative[0]["name"], "1. Prie 👩‍⚖️ :");
        assert_eq!(words(encoding, DRAFT, &operative[0]["range"]), "1. *Prie* 👩‍⚖️ :\r\n\r\na) Le Secrétaire ;");
        assert_eq!(words(encoding, DRAFT, &operative[0]["selectionRange"]), "1. *Prie");
        assert_eq!(operative[0]["children"][0]["name"], "a) Le Secrétaire");
        client.finish();
    }
}

#[test]
fn a_client_that_shows_no_trees_gets_a_list() {
    let mut client = session("utf-16", json!({}), DRAFT);
    let symbols = ask(&mut client, "documentSymbol", json!({}));
    let find = |name: &str| list(&symbols).iter().find(|symbol| symbol["name"] == name).expect("the symbol").clone();
    let paragraph = find("a) Le Secrétaire");
    assert_eq!(paragraph["containerName"], "1. Prie 👩‍⚖️ :");
    assert_eq!(words("utf-16", DRAFT, &paragraph["location"]["range"]), "a) Le Secrétaire ;");
    assert!(find("Preamble").get("children").is_none());
    client.finish();
}

#[test]
fn folds_are_of_lines_or_of_characters_and_no_more_than_the_client_takes() {
    let lines = |folding: Value| {
        let mut client = session("utf-16", json!({ "foldingRange": folding }), DRAFT);
        let folds = ask(&mut client, "foldingRange", json!({}));
        client.finish();
        folds
    };
    let ends = |fold: &Value| (fold["startLine"].as_u64().unwrap(), fold["endLine"].as_u64().unwrap());
    let whole = lines(json!({ "lineFoldingOnly": true }));
    assert_eq!(list(&whole).iter().map(ends).collect::<Vec<_>>(), [(2, 7), (6, 7), (8, 13), (9, 11)]);
    assert!(list(&whole).iter().all(|fold| fold.get("startCharacter").is_none() && fold.get("kind").is_none()));

    let few = lines(json!({ "lineFoldingOnly": true, "rangeLimit": 2 }));
    assert_eq!(list(&few).iter().map(ends).collect::<Vec<_>>(), [(2, 7), (8, 13)]);

    let exact = lines(json!({}));
    let first = &exact[0];
    assert_eq!(first["startCharacter"], units("utf-16", "*L’Assemblée générale*,"));
    assert_eq!(first["endCharacter"], units("utf-16", "décembre 2019,"));
}

#[test]
fn comments_are_folded_as_comments_where_the_client_knows_them() {
    let text = format!("<!-- one\r\ntwo -->\r\n\r\n{DRAFT}");
    for (kinds, kind) in [(json!(["comment"]), json!("comment")), (json!(["region"]), Value::Null)] {
        let folding = json!({ "foldingRange": { "foldingRangeKind": { "valueSet": kinds } } });
        let mut client = session("utf-16", folding, &text);
        assert_eq!(ask(&mut client, "foldingRange", json!({}))[0]["kind"], kind);
        client.finish();
    }
}

#[test]
fn selections_grow_from_each_position() {
    for encoding in ENCODINGS {
        let mut client = session(encoding, json!({}), DRAFT);
        let at = |words: &str| position(encoding, DRAFT, DRAFT.find(words).unwrap() + 1);
        let beyond = json!({ "line": 999, "character": 999 });
        let positions = json!({ "positions": [at("65/230"), at("Secrétaire"), beyond] });
        let chains = ask(&mut client, "selectionRange", positions);
        let chain = |index: usize| {
            let mut link = &chains[index];
            let mut chain = Vec::new();
            while link.is_object() {
                chain.push(words(encoding, DRAFT, &link["range"]));
                link = &link["parent"];
            }
            chain
        };
        assert_eq!(chain(0)[..3], ["65", "65/230", "résolution 65/230"], "{encoding}");
        assert_eq!(chain(1)[..3], ["Secrétaire", "Le Secrétaire", "Le Secrétaire ;"], "{encoding}");
        for index in 0..3 {
            assert_eq!(chain(index).last(), Some(&DRAFT));
        }
        client.finish();
    }
}

fn tokens_of(more: Value) -> Value {
    let mut tokens = json!({ "requests": { "full": { "delta": true }, "range": true }, "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"] });
    tokens.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "semanticTokens": tokens })
}

/// The tokens of an answer: type by its place in the legend, and words.
fn decoded<'t>(encoding: &str, text: &'t str, data: &Value) -> Vec<(u64, &'t str)> {
    let numbers: Vec<usize> =
        list(data).iter().map(|number| usize::try_from(number.as_u64().unwrap()).unwrap()).collect();
    let (mut line, mut column) = (0, 0);
    let token = |token: &[usize]| {
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        line += token[0];
        let start = offset(encoding, text, &json!({ "line": line, "character": column }));
        let ends = (start..=text.len()).filter(|end| text.is_char_boundary(*end));
        let end =
            ends.into_iter().find(|end| units(encoding, &text[start..*end]) == token[2]).expect("the end of a token");
        (token[3] as u64, &text[start..end])
    };
    assert_eq!(numbers.len() % 5, 0);
    numbers.chunks(5).map(token).collect()
}

#[test]
fn tokens_stand_where_the_words_do() {
    for encoding in ENCODINGS {
        let mut client = session(encoding, tokens_of(json!({})), DRAFT);
        let result = ask(&mut client, "semanticTokens/full", json!({}));
        let expected = [
            (8, "Wells 😀 and ports"),
            (0, "L’Assemblée générale"),
            (1, "Rappelant"),
            (2, "65/230"),
            (6, "[^1]"),
            (1, "Rappelant aussi"),
            (2, "74/173"),
            (3, "18"),
            (3, "décembre 2019"),
            (7, "1."),
            (1, "Prie"),
            (7, "a)"),
            (1, "Décide"),
            (6, "[^1]:"),
            (4, "A/HRC/17/26"),
        ];
        assert_eq!(decoded(encoding, DRAFT, &result["data"]), expected, "{encoding}");

        let from = DRAFT.find("1. ").unwrap();
        let part = json!({ "range": range(encoding, DRAFT, from, DRAFT.find("[^1]:").unwrap()) });
        let part = ask(&mut client, "semanticTokens/range", part);
        assert_eq!(decoded(encoding, DRAFT, &part["data"]), expected[9..13], "{encoding}");
        client.finish();
    }
}

#[test]
fn tokens_go_on_over_lines_where_the_client_takes_that() {
    let mut client = session("utf-16", tokens_of(json!({ "multilineTokenSupport": true })), DRAFT);
    let result = ask(&mut client, "semanticTokens/full", json!({}));
    assert_eq!(decoded("utf-16", DRAFT, &result["data"])[7], (3, "18\r\ndécembre 2019"));
    client.finish();
}

#[test]
fn a_delta_applied_to_the_tokens_before_gives_all_tokens() {
    let mut client = session("utf-16", tokens_of(json!({})), DRAFT);
    let mut known = ask(&mut client, "semanticTokens/full", json!({}));
    let mut text = DRAFT.to_owned();
    let edits = [
        ("65/230", "66/181 et 67/189 du 20 décembre 2012"),
        ("1. *Prie*", "1. Prie"),
        ("*Décide* d’y revenir.", ""),
        ("L’Assemblée", "L’Assemblée"),
        ("# Wells", "\r\n\r\n# Puits"),
    ];
    for (version, (old, new)) in (2..).zip(edits) {
        let start = text.find(old).unwrap();
        let change = json!([{ "range": range("utf-16", &text, start, start + old.len()), "text": new }]);
        text.replace_range(start..start + old.len(), new);
        client.change(URI, version, change);
        client.published();
        let previous = json!({ "previousResultId": known["resultId"] });
        let delta = ask(&mut client, "semanticTokens/full/delta", previous);
        let mut data = list(&known["data"]).to_vec();
        for edit in list(&delta["edits"]) {
            let at = |key: &str| usize::try_from(edit[key].as_u64().unwrap()).unwrap();
            data.splice(at("start")..at("start") + at("deleteCount"), list(&edit["data"]).iter().cloned());
        }
        assert!(delta["edits"].is_array(), "{delta}");
        known = ask(&mut client, "semanticTokens/full", json!({}));
        assert_eq!(json!(data), known["data"]);
        assert_ne!(delta["resultId"], known["resultId"]);
    }
    client.finish();
}

#[test]
fn tokens_that_are_not_known_any_more_are_sent_anew() {
    let mut client = session("utf-16", tokens_of(json!({})), DRAFT);
    let first = ask(&mut client, "semanticTokens/full", json!({}));
    let previous = json!({ "previousResultId": first["resultId"] });
    client.close(URI);
    client.published();
    assert_eq!(ask(&mut client, "semanticTokens/full/delta", previous.clone()), Value::Null);
    client.open(URI, DRAFT);
    client.published();
    let again = ask(&mut client, "semanticTokens/full/delta", previous);
    assert_eq!(again["data"], first["data"]);
    let unknown = ask(&mut client, "semanticTokens/full/delta", json!({ "previousResultId": "none" }));
    assert_eq!(unknown["data"], first["data"]);
    client.finish();
}

#[test]
fn the_client_is_offered_the_tokens_that_it_asks_for() {
    let mut client = Client::start();
    let all = client.initialize(json!({ "capabilities": { "textDocument": tokens_of(json!({})) } }));
    let provider = &all["capabilities"]["semanticTokensProvider"];
    assert_eq!((&provider["full"], &provider["range"]), (&json!({ "delta": true }), &json!(true)));
    assert_eq!(provider["legend"]["tokenTypes"][1], "keyword");
    assert_eq!(provider["legend"]["tokenModifiers"], json!(["definition", "preambular", "operative"]));
    client.finish();
    let mut client = Client::start();
    let plain = client.initialize(json!({ "capabilities": {} }));
    let provider = &plain["capabilities"]["semanticTokensProvider"];
    assert_eq!((&provider["full"], &provider["range"]), (&json!(true), &Value::Null));
    client.finish();
}

#[test]
fn hints_show_dates_titles_and_numbers_and_their_edits_put_them_in() {
    for encoding in ENCODINGS {
        let mut client = session(encoding, json!({}), DRAFT);
        let hints = ask(&mut client, "inlayHint", whole(encoding, DRAFT));
        let shown: Vec<(&str, &Value)> =
            list(&hints).iter().map(|hint| (hint["label"].as_str().unwrap(), &hint["kind"])).collect();
        let [first, second, third, fourth] = shown[..] else { panic!("{shown:?}") };
        assert_eq!(first, ("du 21 décembre 2010", &json!(1)));
        assert!(second.0.ends_with('…') && third.0.ends_with('…'), "{shown:?}");
        assert_eq!(fourth, ("2.", &json!(2)));
        assert_eq!(hints[0]["position"], position(encoding, DRAFT, DRAFT.find(",[^1]").unwrap()));
        assert_eq!(
            (&hints[3]["paddingLeft"], &hints[3]["paddingRight"], &hints[3]["position"]),
            (&json!(false), &json!(true), &position(encoding, DRAFT, DRAFT.find("*Décide").unwrap()))
        );
        let edits: Vec<Value> = list(&hints).iter().flat_map(|hint| list(&hint["textEdits"])).cloned().collect();
        let text = apply(encoding, DRAFT, &edits);
        assert!(
            text.contains("sa résolution 65/230 du 21 décembre 2010,[^1]") && text.contains("2. *Décide*"),
            "{text}"
        );
        assert!(hints[1]["tooltip"]["value"].as_str().unwrap().contains("65/230"));
        client.finish();
    }
}

#[test]
fn tooltips_come_when_they_are_asked_for_where_the_client_asks() {
    let lazy = json!({ "inlayHint": { "resolveSupport": { "properties": ["tooltip"] } } });
    let mut client = session("utf-16", lazy, DRAFT);
    let hints = ask(&mut client, "inlayHint", whole("utf-16", DRAFT));
    assert!(list(&hints).iter().all(|hint| hint.get("tooltip").is_none()));
    let resolved = client.request("inlayHint/resolve", hints[0].clone()).expect("resolving succeeds");
    assert!(resolved["tooltip"]["value"].as_str().unwrap().contains("A/RES/65/230"), "{resolved}");
    assert_eq!(resolved["label"], hints[0]["label"]);
    client.finish();
}

#[test]
fn changed_settings_have_tokens_hints_and_lenses_asked_for_again() {
    let refresh = json!({ "refreshSupport": true });
    let mut client =
        Client::with(json!({ "workspace": { "semanticTokens": refresh, "inlayHint": refresh, "codeLens": refresh } }));
    client.open(URI, DRAFT);
    client.published();
    let settings = json!({ "settings": { "rapporteur": { "documentSymbol": false, "inlayHint": false } } });
    client.notify("workspace/didChangeConfiguration", settings);
    client.published();
    for method in ["semanticTokens", "inlayHint", "codeLens"].map(|what| format!("workspace/{what}/refresh")) {
        let request = client.incoming(&method);
        client.reply(&request, Value::Null);
    }
    assert_eq!(ask(&mut client, "inlayHint", whole("utf-16", DRAFT)), Value::Null);
    assert_eq!(ask(&mut client, "documentSymbol", json!({})), Value::Null);
    client.finish();
}

#[test]
fn what_is_no_draft_or_not_open_has_no_structure() {
    let mut client = session("utf-16", json!({}), "# Read me\n\nInstall it.\n\n- One\n- Two\n");
    for open in [true, false] {
        for method in ["documentSymbol", "foldingRange", "semanticTokens/full"] {
            assert_eq!(ask(&mut client, method, json!({})), Value::Null, "{method}, open: {open}");
        }
        assert_eq!(ask(&mut client, "inlayHint", whole("utf-16", "")), Value::Null);
        assert_eq!(
            ask(&mut client, "selectionRange", json!({ "positions": [{ "line": 0, "character": 0 }] })),
            Value::Null
        );
        if open {
            client.close(URI);
            client.published();
        }
    }
    client.finish();
}
