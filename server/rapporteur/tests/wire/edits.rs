//! Ten thousand edits at random: after them the server must have the text that we have, and know of it what it would
//! know if it had been opened so.

use serde_json::{Value, json};

use crate::support::{
    Client,
    text::{Chance, ENCODINGS, boundary, clamped, position},
};

const URI: &str = "file:///drafts/edited.md";
const FRESH: &str = "file:///drafts/fresh.md";

/// How many edits there are for each encoding.
const EDITS: usize = 3_334;

/// After so many messages the draft is whole again: once it has become a ruin there is little left to find.
const LIFE: i64 = 20;

const DRAFT: &str = "\
# Coopération 😀 — مُقَرَّر — 大会

*L’Assemblée générale*,\r\n\r\n*Rappelant* ses résolutions 74/173 du 19 décembre 2019 et 65/230 du 21 décembre 2010,[^1]

*Rappelant également* 👩‍👩‍👧‍👦 la résolution 2012/19 du 27 décembre 2012 du Conseil économique et social,

1. *Prie* le secrétariat de lui faire rapport;\r\r2. Invite les États Membres à répondre;[^2]

4. *Décide* de rester saisie de la question.

[^1]: A/74/1.
";

/// What is typed and pasted: pieces that make and break structure, characters of every width, and some that are taken for
/// the ends of lines elsewhere.
const PIECES: [&str; 24] = [
    "",
    "",
    "",
    "",
    "a",
    "\n\n",
    "\r\n",
    "\r",
    "\n",
    "😀",
    "👩‍👩‍👧‍👦",
    "مُقَرَّر",
    "\u{64e}",
    "大会",
    "\u{feff}",
    "\u{85}\u{b}\u{c}\u{2028}",
    "\0",
    "*",
    "3. ",
    "[^1]",
    "résolution 65/230 du ",
    "21 décembre 2010",
    "\n[^2]: A/65/2.\n",
    "\r\n\r\n*Rappelant* sa résolution 74/173 du 19 décembre 2019,\r\n",
];

#[test]
fn edits_in_utf_8() {
    edit_at_random(ENCODINGS[0], 0x5eed);
}

#[test]
fn edits_in_utf_16() {
    edit_at_random(ENCODINGS[1], 0x5eed + 1);
}

#[test]
fn edits_in_utf_32() {
    edit_at_random(ENCODINGS[2], 0x5eed + 2);
}

/// A draft that is analysed on a thread, and edited on while that goes on.
#[test]
fn edits_of_a_large_draft() {
    let mut client = Client::plain();
    let mut chance = Chance(0x1a46e);
    let filler = "*Rappelant* ce qui a été dit, 😀 — مُقَرَّر — 大会,\r\n\r\n";
    let mut text = [DRAFT, &filler.repeat(3_500), DRAFT].concat();
    assert!(text.len() > 200_000);
    client.open(URI, &text);
    let last = 40;
    for version in 2..=last {
        let range = sense("utf-16", &text, &mut chance);
        client.change(URI, version, json!([replace("utf-16", &mut text, range, &mut chance)]));
    }
    let edited = loop {
        let published = client.published();
        if published.version == last {
            break published;
        }
    };
    assert_eq!(client.text(URI), Some((last, text.clone())));
    client.open(FRESH, &text);
    let fresh = client.published();
    assert!(edited.diagnostics == fresh.diagnostics, "the findings are not those of the text as it is");
    assert!(!fresh.diagnostics.is_empty());
    client.finish();
}

fn edit_at_random(encoding: &str, seed: u64) {
    let mut client = Client::with(json!({ "general": { "positionEncodings": [encoding] } }));
    let mut chance = Chance(seed);
    let mut text = DRAFT.to_owned();
    client.open(URI, &text);
    let mut findings = client.published().diagnostics.len();
    let (mut version, mut edits) = (1, 0);
    while edits < EDITS {
        version += 1;
        let mut changes = Vec::new();
        if version % LIFE == 0 {
            text = DRAFT.to_owned();
            changes.push(json!({ "text": text }));
        }
        changes.extend((0..=chance.below(12)).map(|_| edit(encoding, &mut text, &mut chance)));
        edits += changes.len();
        client.change(URI, version, json!(changes));
        let edited = client.published();
        assert_eq!(
            client.text(URI),
            Some((version, text.clone())),
            "{encoding}, version {version}, after {changes:#?}"
        );
        client.open(FRESH, &text);
        let fresh = client.published();
        assert_eq!(edited.diagnostics, fresh.diagnostics, "{encoding}, version {version}, of {text:?}");
        if version % 5 == 0 {
            let [edited, fresh] = [URI, FRESH].map(|uri| reading(&mut client, uri));
            assert_eq!(edited, fresh, "{encoding}, version {version}, of {text:?}");
        }
        client.close(FRESH);
        client.published();
        findings += fresh.diagnostics.len();
    }
    assert!(findings > 1000, "{encoding}: {findings} findings are too few to compare");
    client.finish();
}

/// What the server knows of the structure of a draft.
fn reading(client: &mut Client, uri: &str) -> Vec<Value> {
    let requests = ["documentSymbol", "foldingRange", "documentLink"];
    let document = json!({ "textDocument": { "uri": uri } });
    let ask = |request: &str| client.ask(&format!("textDocument/{request}"), document.clone());
    let asked = requests.map(ask);
    asked.map(|id| without_uris(client.answer(id).expect("it is answered"))).to_vec()
}

/// Answers name the document that they are about.
fn without_uris(mut answer: Value) -> Value {
    for item in answer.as_array_mut().into_iter().flatten() {
        if let Some(location) = item.get_mut("location") {
            location["uri"] = Value::Null;
        }
    }
    answer
}

/// Changes the text at random, and gives the change as the protocol has it.
fn edit(encoding: &str, text: &mut String, chance: &mut Chance) -> Value {
    let range = match chance.below(4) {
        0 => nonsense(text, chance),
        _ => sense(encoding, text, chance),
    };
    replace(encoding, text, range, chance)
}

/// Puts something in the place of what lies between two positions.
fn replace(encoding: &str, text: &mut String, [start, end]: [Value; 2], chance: &mut Chance) -> Value {
    let piece = *chance.one_of(&PIECES);
    let offset = |position: &Value| {
        let number = |key: &str| usize::try_from(position[key].as_u64().expect("a number")).expect("it fits");
        clamped(encoding, text, number("line"), number("character"))
    };
    let (a, b) = (offset(&start), offset(&end));
    text.replace_range(a.min(b)..a.max(b), piece);
    json!({ "range": { "start": start, "end": end }, "text": piece })
}

/// A range of whole characters that lies in the text.
fn sense(encoding: &str, text: &str, chance: &mut Chance) -> [Value; 2] {
    let start = place(text, chance.below(text.len() + 1));
    let length = *chance.one_of(&[0, 0, 1, 2, 5, 40]);
    let end = place(text, (start + length).min(text.len())).max(start);
    [start, end].map(|at| position(encoding, text, at))
}

/// A range that may end before it begins, lie behind a line or the text, or cut characters and line breaks in two.
fn nonsense(text: &str, chance: &mut Chance) -> [Value; 2] {
    let lines = text.lines().count() + 2;
    let mut column = || match chance.below(20) {
        0 => u32::MAX as usize,
        _ => chance.below(90),
    };
    let columns = [column(), column()];
    let line = chance.below(lines);
    // Mostly within a line, so that there is something left.
    let last = match chance.below(12) {
        0 => u32::MAX as usize,
        1 => chance.below(lines),
        _ => line,
    };
    [json!({ "line": line, "character": columns[0] }), json!({ "line": last, "character": columns[1] })]
}

/// The place nearest before that a position can name: between two characters, and not within CR LF.
fn place(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    let within = text[..at].ends_with('\r') && text[at..].starts_with('\n');
    if within { at - 1 } else { at }
}
