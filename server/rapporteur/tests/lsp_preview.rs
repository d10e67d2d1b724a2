//! `rapporteur/preview`: a draft as a document, by the real server.

mod support;

use serde_json::{Value, json};
use support::Client;

const URI: &str = "file:///drafts/preview.md";

const DRAFT: &str = "# Wells 😀 and ports\n\n*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 12 December 2010,\n\n\
                     1. *Requests* <script> of all;\n\n2. *Decides* to remain seized of the matter.\n";

fn ask(client: &mut Client, uri: &str) -> Value {
    client.request("rapporteur/preview", json!({ "textDocument": { "uri": uri } })).expect("the request succeeds")
}

#[test]
fn a_draft_is_shown_as_a_document_with_what_was_found_in_it() {
    let mut client = Client::with(json!({}));
    client.open(URI, DRAFT);
    client.published();
    let shown = ask(&mut client, URI);
    assert_eq!(shown["title"], "Wells 😀 and ports");
    assert_eq!((&shown["language"], &shown["direction"]), (&json!("en"), &json!("ltr")));
    assert!(shown["version"].is_i64());
    let html = shown["html"].as_str().expect("a fragment");
    for piece in [
        "<h1 class=\"title\">Wells 😀 and ports</h1>",
        "<div class=\"block\" data-line=\"6\" data-end-line=\"6\">\n<p class=\"operative\"><span class=\"number\">1.</span> <em>Requests</em> &lt;script&gt; of all;</p>",
        "data-rule=\"citation-date\" data-severity=\"error\" data-line=\"4\"",
    ] {
        assert!(html.contains(piece), "{piece} is missing in:\n{html}");
    }
    client.finish();
}

#[test]
fn what_is_no_draft_or_not_open_is_not_shown() {
    let mut client = Client::with(json!({}));
    client.open("file:///drafts/README.md", "# A tool\n\nInstall it, and run it.\n");
    client.published();
    assert_eq!(ask(&mut client, "file:///drafts/README.md"), Value::Null);
    assert_eq!(ask(&mut client, "file:///drafts/unknown.md"), Value::Null);
    client.finish();
}

#[test]
fn a_large_draft_is_shown_once_it_has_been_read() {
    let mut client = Client::with(json!({}));
    let text =
        ["*The General Assembly*,\n\n", &"*Recalling* its resolution 70/1 of 25 September 2015,\n\n".repeat(6_000)]
            .concat();
    client.open(URI, &text);
    client.published();
    let shown = ask(&mut client, URI);
    assert_eq!(shown["html"].as_str().expect("a fragment").matches("class=\"preambular\"").count(), 6_000);
    client.finish();
}
