//! The TextMate grammars, made of their sources and of the words of the languages.
//!
//! A source (`grammars/textmate/*.toml`) is the grammar as a person writes it, with placeholders. `{{months}}` is a list of
//! words (`textmate/lists.rs` has them all), or one of the pieces of patterns in `fragments.toml`.

mod alternation;
mod lists;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Table, Value};

/// A grammar: the file that editors read, and its source.
#[derive(Clone, Copy, Debug)]
pub struct Grammar {
    /// The name of the file, in `grammars/textmate/`.
    pub file: &'static str,
    source: &'static str,
}

/// All grammars.
pub const GRAMMARS: [Grammar; 2] = [
    Grammar { file: "un-resolution.tmLanguage.json", source: include_str!("../textmate/un-resolution.toml") },
    Grammar {
        file: "un-resolution.injection.tmLanguage.json",
        source: include_str!("../textmate/un-resolution.injection.toml"),
    },
];

impl Grammar {
    /// What the file has to be. The error says what is wrong with the source.
    pub fn text(self) -> Result<String, String> {
        let mut grammar: Table = toml::from_str(self.source).map_err(|error| format!("{}: {error}", self.file))?;
        let mut pieces: BTreeMap<String, String> =
            lists::all().into_iter().map(|(name, list)| (name.to_owned(), list)).collect();
        for Fragment { name, pattern } in fragments()? {
            let pattern = fill(&pattern, &pieces).map_err(|error| format!("{name}: {error}"))?;
            pieces.insert(name, pattern);
        }
        fill_all(&mut grammar, &pieces).map_err(|error| format!("{}: {error}", self.file))?;
        let comment =
            "Made of the source beside it; RAPPORTEUR_UPDATE=1 cargo test -p rapporteur-grammars writes it anew.";
        grammar.insert("comment".to_owned(), comment.into());
        let json = serde_json::to_string_pretty(&grammar).map_err(|error| error.to_string())?;
        Ok(json + "\n")
    }
}

/// A piece of a pattern that has a name. It may have those before it.
#[derive(Deserialize)]
struct Fragment {
    name: String,
    pattern: String,
}

/// The pieces of patterns that several rules have in common.
fn fragments() -> Result<Vec<Fragment>, String> {
    #[derive(Deserialize)]
    struct File {
        fragments: Vec<Fragment>,
    }
    let file: File = toml::from_str(include_str!("../textmate/fragments.toml"))
        .map_err(|error| format!("fragments.toml: {error}"))?;
    Ok(file.fragments)
}

fn fill_all(table: &mut Table, pieces: &BTreeMap<String, String>) -> Result<(), String> {
    for (_, value) in table.iter_mut() {
        fill_value(value, pieces)?;
    }
    Ok(())
}

fn fill_value(value: &mut Value, pieces: &BTreeMap<String, String>) -> Result<(), String> {
    match value {
        Value::String(text) => *text = fill(text, pieces)?,
        Value::Array(values) => values.iter_mut().try_for_each(|value| fill_value(value, pieces))?,
        Value::Table(table) => fill_all(table, pieces)?,
        _ => {}
    }
    Ok(())
}

/// A text with what its placeholders stand for.
fn fill(text: &str, pieces: &BTreeMap<String, String>) -> Result<String, String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or_else(|| format!("`{{{{` without `}}}}` before `{after}`"))?;
        let piece = pieces.get(name).ok_or_else(|| format!("there is no list `{name}`"))?;
        filled.push_str(before);
        filled.push_str(piece);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled() {
        let pieces = BTreeMap::from([("months".to_owned(), "(?:May)".to_owned())]);
        assert_eq!(fill("a{{months}}b", &pieces).as_deref(), Ok("a(?:May)b"));
        assert!(fill("{{month}}", &pieces).is_err());
        assert!(fill("{{months", &pieces).is_err());
    }
}
