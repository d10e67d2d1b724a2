//! Code actions and the commands that do the same, for clients of every kind.

mod support;

use serde_json::{Value, json};
use support::{
    Client,
    text::{apply, range},
};

const URI: &str = "file:///drafts/actions.md";

/// A draft with two wrong dates, a verb in roman type, a number too many, and a citation without its date.
const DRAFT: &str = "\
# Renforcement de la coopération 😀

*L’Assemblée générale*,

*Rappelant* ses résolutions 74/173 du 19 décembre 2019 et 65/230 du 22 décembre 2010,

1. *Prie* le secrétariat de lui faire rapport sur la résolution 66/177;

2. Invite les États Membres à répondre;

4. *Décide* de rester saisie de la question.
";

const LITERALS: &str = r#"{ "codeActionKind": { "valueSet": [""] } }"#;

fn literals() -> Value {
    serde_json::from_str(LITERALS).expect("JSON")
}

/// A client that resolves the edits of actions.
fn lazy() -> Value {
    json!({
        "workspace": { "applyEdit": true },
        "textDocument": { "codeAction": {
            "codeActionLiteralSupport": literals(), "dataSupport": true, "isPreferredSupport": true,
            "resolveSupport": { "properties": ["edit"] },
        } },
    })
}

/// A client that takes actions only with their edits.
fn eager() -> Value {
    json!({ "textDocument": { "codeAction": { "codeActionLiteralSupport": literals() } } })
}

fn place(what: &str) -> Value {
    let start = DRAFT.find(what).unwrap_or_else(|| panic!("{what} stands in the text"));
    range("utf-16", DRAFT, start, start + what.len())
}

fn opened(capabilities: Value) -> Client {
    let mut client = Client::with(capabilities);
    client.open(URI, DRAFT);
    client.published();
    client
}

fn edited(action: &Value) -> String {
    let edits = action["edit"]["changes"][URI].as_array().unwrap_or_else(|| panic!("{action} has no edits"));
    apply("utf-16", DRAFT, edits)
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().filter_map(|action| action["title"].as_str()).collect()
}

fn only(kind: &str) -> Value {
    json!({ "diagnostics": [], "only": [kind] })
}

#[test]
fn what_is_offered_is_worked_out_when_it_is_chosen() {
    let mut slow = opened(eager());
    let mut client = opened(lazy());
    let everywhere = range("utf-16", DRAFT, 0, DRAFT.len());
    for at in [place("19 décembre 2019"), place("66/177"), everywhere] {
        let offered = client.code_actions(URI, &at, json!({ "diagnostics": [] }));
        let with_edits = slow.code_actions(URI, &at, json!({ "diagnostics": [] }));
        assert_eq!(titles(&offered), titles(&with_edits));
        assert!(offered.len() > 3, "{offered:#?}");
        for (action, with_edit) in offered.into_iter().zip(with_edits) {
            assert!(action["edit"].is_null() && with_edit["data"].is_null());
            let resolved = client.request("codeAction/resolve", action.clone()).unwrap();
            assert_eq!(resolved["edit"], with_edit["edit"], "{action}");
            assert_eq!((&resolved["title"], &resolved["kind"]), (&action["title"], &action["kind"]));
            assert_ne!(edited(&resolved), DRAFT);
        }
    }
    client.finish();
    slow.finish();
}

#[test]
fn all_that_can_be_done_at_a_place_is_offered() {
    let mut client = opened(eager());
    let actions = client.code_actions(URI, &place("19 décembre 2019"), json!({ "diagnostics": [] }));
    assert_eq!(
        titles(&actions),
        [
            "Write 18 décembre 2019",
            "Fix all 2 findings of citation-date in this draft",
            "Ignore citation-date here",
            "Ignore citation-date in this file",
            "Apply all safe fixes of Rapporteur",
            "Renumber the operative paragraphs",
            "Italicise the verbs",
        ]
    );
    assert_eq!(actions[0]["isPreferred"], true);
    assert!(actions[..4].iter().all(|action| action["diagnostics"][0]["code"] == "citation-date"));
    assert!(edited(&actions[1]).contains("74/173 du 18 décembre 2019 et 65/230 du 21 décembre 2010,"));
    let ignoring = "<!-- rapporteur: ignore citation-date -->\n*Rappelant*";
    assert_eq!(edited(&actions[2]), DRAFT.replace("*Rappelant*", ignoring));
    assert!(edited(&actions[5]).contains("\n3. *Décide*"));
    assert!(edited(&actions[6]).contains("\n2. *Invite* les"));

    let actions = client.code_actions(URI, &place("66/177"), only("refactor"));
    assert_eq!(titles(&actions), ["Insert the date: 19 December 2011"]);
    assert_eq!(actions[0]["kind"], "refactor.rewrite");
    assert!(edited(&actions[0]).contains("66/177 du 19 décembre 2011;"));
    client.finish();
}

#[test]
fn kinds_are_asked_for_by_name_and_from_above() {
    let mut client = opened(eager());
    let at = place("19 décembre 2019");
    let mut kinds = |context: Value| -> Vec<String> {
        let actions = client.code_actions(URI, &at, context);
        let mut kinds: Vec<String> =
            actions.iter().filter_map(|action| action["kind"].as_str()).map(str::to_owned).collect();
        kinds.dedup();
        kinds
    };
    let sources =
        ["source.fixAll.rapporteur", "source.renumberParagraphs.rapporteur", "source.italiciseVerbs.rapporteur"];
    assert_eq!(kinds(only("quickfix")), ["quickfix"]);
    assert_eq!(kinds(only("source")), sources);
    assert_eq!(kinds(only("source.fixAll")), sources[..1]);
    assert_eq!(kinds(only("source.italiciseVerbs.rapporteur")), sources[2..]);
    assert_eq!(kinds(only("source.fix")), [""; 0]);
    assert_eq!(kinds(only("refactor.extract")), [""; 0]);
    // As the cursor moves, what goes over the whole draft is asked for or left out.
    assert_eq!(kinds(json!({ "diagnostics": [], "triggerKind": 2 })), ["quickfix"]);
    assert_eq!(kinds(json!({ "diagnostics": [], "triggerKind": 2, "only": ["source.fixAll"] })), sources[..1]);
    client.finish();
}

#[test]
fn a_diagnostic_in_view_is_mended_from_elsewhere() {
    let mut client = opened(eager());
    let elsewhere = place("# Renforcement");
    assert_eq!(client.code_actions(URI, &elsewhere, only("quickfix")), Vec::<Value>::new());
    let diagnostic = json!({ "range": place("19 décembre 2019"), "code": "citation-date", "message": "" });
    let context = json!({ "diagnostics": [diagnostic, { "range": elsewhere, "message": "of somebody else" }], "only": ["quickfix"] });
    let actions = client.code_actions(URI, &elsewhere, context);
    assert_eq!(titles(&actions)[0], "Write 18 décembre 2019");
    client.finish();
}

#[test]
fn an_action_on_a_draft_that_has_changed_is_refused() {
    let mut client = opened(lazy());
    let action = client.code_actions(URI, &place("19 décembre 2019"), only("quickfix")).remove(0);
    let start = json!({ "line": 0, "character": 0 });
    client.change(URI, 2, json!([{ "range": { "start": start, "end": start }, "text": " " }]));
    client.published();
    let refused = client.request("codeAction/resolve", action.clone()).unwrap_err();
    assert_eq!(refused["code"], -32801);
    assert!(refused["message"].as_str().unwrap().contains("has changed since"), "{refused}");
    // The same text under the same name is another document once it was closed.
    client.close(URI);
    client.published();
    assert_eq!(client.request("codeAction/resolve", action.clone()).unwrap_err()["code"], -32801);
    client.open(URI, DRAFT);
    client.published();
    assert_eq!(client.request("codeAction/resolve", action).unwrap_err()["code"], -32801);
    let foreign = json!({ "title": "Of somebody else", "data": { "id": 7 } });
    assert_eq!(client.request("codeAction/resolve", foreign).unwrap_err()["code"], -32602);
    client.finish();
}

#[test]
fn a_client_without_actions_has_commands() {
    let mut client = opened(json!({ "workspace": { "applyEdit": true } }));
    let offered = client.code_actions(URI, &place("19 décembre 2019"), json!({ "diagnostics": [] }));
    assert!(offered.iter().all(|command| command["command"] == "rapporteur.applyFix"), "{offered:#?}");
    assert_eq!(offered[0]["title"], "Write 18 décembre 2019");
    let call = json!({ "command": offered[0]["command"], "arguments": offered[0]["arguments"] });
    assert_eq!(client.request("workspace/executeCommand", call.clone()), Ok(Value::Null));
    let asked = client.incoming("workspace/applyEdit");
    assert_eq!(edited(&asked["params"]), DRAFT.replace("19 décembre", "18 décembre"));
    client.reply(&asked, json!({ "applied": true }));
    client.change(URI, 2, json!([{ "text": "" }]));
    client.published();
    assert_eq!(client.request("workspace/executeCommand", call).unwrap_err()["code"], -32801);
    client.finish();
}

#[test]
fn commands_do_what_actions_do() {
    let mut client = Client::start();
    let result = client.initialize(json!({ "capabilities": lazy() }));
    let commands = result["capabilities"]["executeCommandProvider"]["commands"].as_array().unwrap().clone();
    assert_eq!(result["capabilities"]["codeActionProvider"]["resolveProvider"], true);
    client.open(URI, DRAFT);
    client.published();
    for (command, arguments, makes) in [
        ("rapporteur.fixAll", json!([URI]), "2. *Invite* les États Membres à répondre;\n\n3. *Décide*"),
        ("rapporteur.fixRule", json!([URI, "citation-date"]), "du 18 décembre 2019 et 65/230 du 21 décembre 2010"),
        ("rapporteur.renumberParagraphs", json!([URI]), "2. Invite les États Membres à répondre;\n\n3. *Décide*"),
        ("rapporteur.italiciseVerbs", json!([URI]), "2. *Invite* les États Membres à répondre;\n\n4. *Décide*"),
    ] {
        assert!(commands.iter().any(|known| known == command), "{commands:?}");
        let call = json!({ "command": command, "arguments": arguments });
        assert_eq!(client.request("workspace/executeCommand", call), Ok(Value::Null));
        let asked = client.incoming("workspace/applyEdit");
        let text = edited(&asked["params"]);
        assert!(text.contains(makes), "{command}: {text}");
        client.reply(&asked, json!({ "applied": true }));
    }
    // Where there is nothing to do nothing is asked.
    let nothing = json!({ "command": "rapporteur.renumberFootnotes", "arguments": [URI] });
    assert_eq!(client.request("workspace/executeCommand", nothing), Ok(Value::Null));
    client.finish();
}

#[test]
fn a_command_that_can_not_be_done_says_why() {
    let mut client = opened(lazy());
    for (command, arguments, says) in [
        ("rapporteur.fixEverything", json!([URI]), "there is no command `rapporteur.fixEverything`; there are"),
        ("rapporteur.fixAll", json!([]), "the arguments of `rapporteur.fixAll` can't be read"),
        ("rapporteur.fixAll", json!(["file:///drafts/closed.md"]), "file:///drafts/closed.md is not open"),
        ("rapporteur.fixRule", json!([URI]), "the arguments of `rapporteur.fixRule` can't be read"),
        ("rapporteur.fixRule", json!([URI, "no-rule"]), "there is no rule `no-rule`"),
        ("rapporteur.applyFix", json!([7]), "the arguments of `rapporteur.applyFix` can't be read"),
    ] {
        let call = json!({ "command": command, "arguments": arguments });
        let error = client.request("workspace/executeCommand", call).unwrap_err();
        assert_eq!(error["code"], -32602);
        assert!(error["message"].as_str().unwrap().starts_with(says), "{error}");
    }
    client.finish();
    let mut client = opened(eager());
    let call = json!({ "command": "rapporteur.fixAll", "arguments": [URI] });
    let error = client.request("workspace/executeCommand", call).unwrap_err();
    assert!(error["message"].as_str().unwrap().contains("workspace.applyEdit"), "{error}");
    client.finish();
}

#[test]
fn an_editor_that_refuses_an_edit_or_never_answers_holds_nothing_up() {
    let mut client = opened(lazy());
    let call = json!({ "command": "rapporteur.fixAll", "arguments": [URI] });
    for _ in 0..10 {
        assert_eq!(client.request("workspace/executeCommand", call.clone()), Ok(Value::Null));
    }
    let asked = client.incoming("workspace/applyEdit");
    client.reply(&asked, json!({ "applied": false, "failureReason": "the buffer is locked" }));
    let log = client.incoming("window/logMessage");
    assert!(log["params"]["message"].as_str().unwrap().contains("the buffer is locked"), "{log}");
    for _ in 1..10 {
        client.incoming("workspace/applyEdit");
    }
    client.finish();
}

#[test]
fn what_is_no_draft_is_left_alone() {
    let mut client = Client::with(eager());
    client.open(URI, "# A README\n\nIt cites resolution 65/230.\n");
    client.published();
    let everywhere = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    assert_eq!(client.code_actions(URI, &everywhere, json!({ "diagnostics": [] })), Vec::<Value>::new());
    client.finish();
}
