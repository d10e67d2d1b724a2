//! Formatting, as the protocol has it.

mod support;

use serde_json::{Value, json};
use support::{
    Client,
    text::{ENCODINGS, apply, range},
};

const URI: &str = "file:///drafts/formatting.md";

const DRAFT: &str = "\
# المياه 😀 水\r\n\r\n*The General Assembly*,\r\n\r\n*Recalling*  the  report,\r\n\r\n1. *Welcomes* it ;\r\n\r\n\
3. *Decides* so.  \r\n\r\n\r\n";

fn format(client: &mut Client, encoding: &str, text: &str, wanted: Option<(usize, usize)>, options: Value) -> String {
    let mut all = json!({ "tabSize": 4, "insertSpaces": true });
    all.as_object_mut().expect("an object").extend(options.as_object().expect("an object").clone());
    let document = json!({ "uri": URI });
    let (method, params) = match wanted {
        None => ("textDocument/formatting", json!({ "textDocument": document, "options": all })),
        Some((start, end)) => (
            "textDocument/rangeFormatting",
            json!({ "textDocument": document, "range": range(encoding, text, start, end), "options": all }),
        ),
    };
    let edits = client.request(method, params).expect("formatting succeeds");
    apply(encoding, text, edits.as_array().map(Vec::as_slice).unwrap_or_default())
}

#[test]
fn a_draft_is_formatted_in_each_encoding_and_once_is_enough() {
    for encoding in ENCODINGS {
        let mut client = Client::with(json!({ "general": { "positionEncodings": [encoding] } }));
        client.open(URI, DRAFT);
        client.published();
        let ends = json!({ "trimTrailingWhitespace": true, "insertFinalNewline": true, "trimFinalNewlines": true });
        let formatted = format(&mut client, encoding, DRAFT, None, ends.clone());
        assert_eq!(
            formatted,
            "# المياه 😀 水\r\n\r\n*The General Assembly*,\r\n\r\n*Recalling* the report,\r\n\r\n1. *Welcomes* it;\r\n\r\n\
             2. *Decides* so.\r\n"
        );
        client.change(URI, 2, json!([{ "text": formatted }]));
        client.published();
        assert_eq!(format(&mut client, encoding, &formatted, None, ends), formatted);
        client.finish();
    }
}

#[test]
fn a_range_is_formatted_by_whole_lines() {
    let mut client = Client::plain();
    client.open(URI, DRAFT);
    client.published();
    let start = DRAFT.find("report").expect("a report");
    let formatted = format(&mut client, "utf-16", DRAFT, Some((start, start + 2)), json!({}));
    assert_eq!(formatted, DRAFT.replace("*  the  report", "* the report"));
    client.finish();
}

#[test]
fn what_goes_on_by_itself_is_typed_in_each_encoding() {
    for encoding in ENCODINGS {
        let mut client = Client::with(json!({ "general": { "positionEncodings": [encoding] } }));
        let mut type_behind = |text: &str, before: &str, character: &str| {
            let at = text.find(before).expect("what was typed") + before.len();
            client.open(URI, text);
            client.published();
            let params = json!({
                "textDocument": { "uri": URI }, "position": range(encoding, text, at, at)["start"], "ch": character,
                "options": { "tabSize": 4, "insertSpaces": true },
            });
            let edits = client.request("textDocument/onTypeFormatting", params).expect("formatting succeeds");
            client.close(URI);
            client.published();
            apply(encoding, text, edits.as_array().map(Vec::as_slice).unwrap_or_default())
        };
        let text =
            "# 水 😀\r\n\r\n*The General Assembly*,\r\n\r\n1. *Welcomes* 😀 it;\r\n  \r\n\r\n2. *Decides* so.\r\n";
        let makes = text.replace(";\r\n  ", ";\r\n\r\n2. ").replace("2. *D", "3. *D");
        assert_eq!(type_behind(text, "it;\r\n  ", "\n"), makes);
        let text = "# 水 😀\n\n*The General Assembly*,\n\n*Recalling* 😀 it,[^]\n";
        assert_eq!(type_behind(text, "[^]", "]"), format!("{}\n[^1]: \n", text.replace("[^]", "[^1]")));
        assert_eq!(type_behind(text, "[^", "^"), format!("{}\n[^1]: \n", text.replace("[^]", "[^1]")));
        assert_eq!(type_behind(text, "😀", "\n"), text);
        let readme = "# A README\n\n1. milk;\n\n";
        assert_eq!(type_behind(readme, "milk;\n", "\n"), readme);
        client.finish();
    }
}

#[test]
fn what_is_no_draft_or_not_open_is_left_alone() {
    let mut client = Client::plain();
    let request = json!({ "textDocument": { "uri": URI }, "options": { "tabSize": 4, "insertSpaces": true } });
    assert_eq!(client.request("textDocument/formatting", request.clone()), Ok(Value::Null));
    client.open(URI, "# A  README\n\nIt has  two  spaces ;\n");
    client.published();
    assert_eq!(client.request("textDocument/formatting", request), Ok(Value::Null));
    client.finish();
}
