//! What an editor shows of a draft: under the pointer, and as links.

mod support;

use serde_json::{Value, json};
use support::{
    Client,
    text::{ENCODINGS, position, range},
};

const URI: &str = "file:///drafts/shown.md";

/// What comes before a citation in a line: letters of one, two, three and four bytes, and joined ones.
const BEFORE: [&str; 4] = ["", "É — ", "😀👩‍⚖️ ", "مُقَرَّر ١٢ "];

fn draft(before: &str) -> String {
    format!(
        "*L’Assemblée générale*,\r\n\r\n*Rappelant* {before}sa résolution 74/173 du 19 décembre 2019[^1] et A/HRC/17/26,\r\n\r\n\
         [^1]: Voir aussi *E/2012/30*.\r\n"
    )
}

fn markdown() -> Value {
    json!({
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentLink": { "tooltipSupport": true },
        },
    })
}

fn client(encoding: &str, capabilities: Value) -> Client {
    let mut client = Client::start();
    let mut capabilities = capabilities;
    capabilities["general"] = json!({ "positionEncodings": [encoding] });
    client.initialize(json!({ "capabilities": capabilities }));
    client
}

fn links(client: &mut Client) -> Vec<Value> {
    let params = json!({ "textDocument": { "uri": URI } });
    let found = client.request("textDocument/documentLink", params).expect("links succeed");
    found.as_array().cloned().unwrap_or_default()
}

#[test]
fn a_hover_stands_where_the_citation_does() {
    for encoding in ENCODINGS {
        for before in BEFORE {
            let text = draft(before);
            let mut client = client(encoding, markdown());
            client.open(URI, &text);
            client.published();
            let start = text.find("74/173").unwrap();
            let end = start + "74/173".len();
            for offset in start..=end {
                let shown = client.hover(URI, position(encoding, &text, offset));
                assert_eq!(shown["range"], range(encoding, &text, start, end), "{encoding}, after {before:?}");
                let said = shown["contents"]["value"].as_str().unwrap();
                assert!(said.contains("[A/RES/74/173](https://undocs.org/fr/A/RES/74/173)"), "{said}");
                assert!(said.contains("**The draft gives another date: 19 December 2019.**"), "{said}");
            }
            for offset in [start - 1, end + 1] {
                assert_eq!(client.hover(URI, position(encoding, &text, offset)), Value::Null);
            }
            client.finish();
        }
    }
}

#[test]
fn dates_documents_and_notes_are_shown_too() {
    let text = draft("");
    let mut client = client("utf-16", markdown());
    client.open(URI, &text);
    client.published();
    for (words, says) in [
        ("19 décembre 2019", "Resolution 74/173 of the General Assembly"),
        ("A/HRC/17/26", "[A/HRC/17/26](https://undocs.org/fr/A/HRC/17/26)"),
        ("[^1]", "Voir aussi *E/2012/30*."),
    ] {
        let start = text.find(words).unwrap();
        let shown = client.hover(URI, position("utf-16", &text, start + 2));
        assert_eq!(shown["range"], range("utf-16", &text, start, start + words.len()));
        let said = shown["contents"]["value"].as_str().unwrap();
        assert!(said.contains(says), "{said}");
    }
    client.finish();
}

#[test]
fn a_client_gets_the_form_and_the_language_that_it_asks_for() {
    let text = draft("");
    let place = position("utf-16", &text, text.find("74/173").unwrap());
    let mut client = Client::start();
    let plain = json!({ "textDocument": { "hover": { "contentFormat": ["plaintext"] } } });
    client.initialize(json!({ "capabilities": plain, "locale": "fr" }));
    client.open(URI, &text);
    client.published();
    let shown = client.hover(URI, place);
    assert_eq!(shown["contents"]["kind"], "plaintext");
    let said = shown["contents"]["value"].as_str().unwrap();
    assert!(said.contains("A/RES/74/173\nhttps://undocs.org/fr/A/RES/74/173\n"), "{said}");
    assert!(said.contains("Le projet donne une autre date\u{a0}: 19 décembre 2019.") && !said.contains('*'), "{said}");
    client.finish();
}

#[test]
fn links_stand_where_the_words_do() {
    for encoding in ENCODINGS {
        for before in BEFORE {
            let text = draft(before);
            let mut client = client(encoding, markdown());
            client.open(URI, &text);
            client.published();
            let found = links(&mut client);
            let pages = [
                ("74/173", "https://undocs.org/fr/A/RES/74/173"),
                ("A/HRC/17/26", "https://undocs.org/fr/A/HRC/17/26"),
                ("E/2012/30", "https://undocs.org/fr/E/2012/30"),
            ];
            assert_eq!(found.len(), pages.len(), "{found:#?}");
            for (link, (words, page)) in found.iter().zip(pages) {
                let start = text.find(words).unwrap();
                assert_eq!(link["range"], range(encoding, &text, start, start + words.len()));
                assert_eq!(link["target"], page);
            }
            client.finish();
        }
    }
}

/// Arabic with combining marks, a mark of direction, an emoji and Arabic figures, before and in what is cited.
const ARABIC: &str =
    "*إن الجمعية العامة*،\r\n\r\n*وإذ تُشِير* 😀 إلى قرارها \u{200f}٦٥/٢٣٠ المؤرخ ٢٠ كانون الأول/ديسمبر ٢٠١٠،\r\n";

#[test]
fn an_arabic_draft_is_shown_and_completed_in_place() {
    for encoding in ENCODINGS {
        let mut client = client(encoding, markdown());
        client.open(URI, ARABIC);
        client.published();
        let start = ARABIC.find("٦٥/٢٣٠").unwrap();
        let span = range(encoding, ARABIC, start, start + "٦٥/٢٣٠".len());
        let shown = client.hover(URI, position(encoding, ARABIC, start + "٦٥".len()));
        assert_eq!(shown["range"], span);
        let said = shown["contents"]["value"].as_str().unwrap();
        assert!(said.contains("[A/RES/65/230](https://undocs.org/ar/A/RES/65/230)"), "{said}");
        assert!(said.contains("**The draft gives another date: 20 December 2010.**"), "{said}");
        assert_eq!(links(&mut client)[0]["range"], span);

        let at = position(encoding, ARABIC, start + "٦٥/٢".len());
        let column = |key: &str| usize::try_from(at[key].as_u64().unwrap()).unwrap();
        let items = client.complete(URI, column("line"), column("character"));
        assert_eq!((&items[0]["label"], &items[0]["textEdit"]["range"]), (&json!("٦٥/٢٣٠"), &span));
        client.finish();
    }
}

#[test]
fn links_say_the_title_where_nothing_else_does() {
    let tooltips = |capabilities, hover: bool| {
        let mut client = Client::start();
        client.initialize(json!({ "capabilities": capabilities, "initializationOptions": { "hover": hover } }));
        client.open(URI, &draft(""));
        client.published();
        let tooltip = links(&mut client)[0]["tooltip"].clone();
        client.finish();
        tooltip
    };
    let shows = json!({ "textDocument": { "documentLink": { "tooltipSupport": true } } });
    let title = tooltips(shows.clone(), false);
    assert!(title.as_str().unwrap().to_lowercase().contains("cyber"), "{title}");
    assert_eq!(tooltips(shows, true), Value::Null);
    assert_eq!(tooltips(json!({}), false), Value::Null);
}

#[test]
fn a_draft_that_is_not_open_shows_nothing() {
    let mut client = Client::plain();
    assert_eq!(client.hover(URI, json!({ "line": 0, "character": 0 })), Value::Null);
    assert_eq!(links(&mut client), Vec::<Value>::new());
    client.finish();
}
