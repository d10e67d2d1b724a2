//! Edits at random: after them the server must know the draft as if it had been opened so.

mod support;

use serde_json::{Value, json};
use support::{
    Client,
    text::{Chance, ENCODINGS, boundary, range},
};

const URI: &str = "file:///drafts/edited.md";
const FRESH: &str = "file:///drafts/fresh.md";

const DRAFT: &str = "\
# Coopération 😀 — مُقَرَّر — 大会

*L’Assemblée générale*,\r\n\r\n*Rappelant* ses résolutions 74/173 du 19 décembre 2019 et 65/230 du 21 décembre 2010,[^1]

*Rappelant également* la résolution 2012/19 du 27 décembre 2012 du Conseil économique et social,

1. *Prie* le secrétariat de lui faire rapport;\r\r2. Invite les États Membres à répondre;[^2]

4. *Décide* de rester saisie de la question.

[^1]: A/74/1.
";

/// What is typed and pasted: pieces that make and break structure, and characters of every width.
const PIECES: [&str; 16] = [
    "",
    "",
    "",
    "a",
    "\n\n",
    "\r\n",
    "\r",
    "😀",
    "مُقَرَّر",
    "大会",
    "*",
    "3. ",
    "[^1]",
    "résolution 65/230 du ",
    "21 décembre 2010",
    "\n[^2]: A/65/2.\n",
];

#[test]
fn a_draft_edited_at_random_is_known_as_if_opened_anew() {
    for (seed, encoding) in ENCODINGS.into_iter().enumerate() {
        let mut client = Client::with(json!({ "general": { "positionEncodings": [encoding] } }));
        let mut chance = Chance(0x5eed + seed as u64);
        let mut text = DRAFT.to_owned();
        client.open(URI, &text);
        let mut findings = client.published().diagnostics.len();
        for version in 2..=300 {
            let changes: Vec<Value> = (0..=chance.below(2)).map(|_| edit(encoding, &mut text, &mut chance)).collect();
            client.change(URI, version, json!(changes));
            let edited = client.published();
            client.open(FRESH, &text);
            let fresh = client.published();
            assert_eq!(edited.diagnostics, fresh.diagnostics, "{encoding}, version {version}, of {text:?}");
            client.close(FRESH);
            client.published();
            findings += fresh.diagnostics.len();
            // Once the draft has become a ruin there is little left to find.
            if version % 25 == 0 {
                text = DRAFT.to_owned();
                client.change(URI, version, json!([{ "text": text }]));
                client.published();
            }
        }
        assert!(findings > 100, "{encoding}: {findings} findings are too few to compare");
        client.finish();
    }
}

/// Changes the text at random, and gives the change as the protocol has it.
fn edit(encoding: &str, text: &mut String, chance: &mut Chance) -> Value {
    let start = place(text, chance.below(text.len() + 1));
    let length = *chance.one_of(&[0, 0, 1, 2, 5, 40]);
    let end = place(text, (start + length).min(text.len())).max(start);
    let piece = *chance.one_of(&PIECES);
    let range = range(encoding, text, start, end);
    text.replace_range(start..end, piece);
    json!({ "range": range, "text": piece })
}

/// The place nearest before that a position can name: between two characters, and not within CR LF.
fn place(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    let within = text[..at].ends_with('\r') && text[at..].starts_with('\n');
    if within { at - 1 } else { at }
}
