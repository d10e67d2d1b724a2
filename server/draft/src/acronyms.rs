//! The acronyms that a draft explains.

use std::collections::BTreeMap;

use crate::{AcronymMention, Draft};

impl Draft {
    /// The acronyms that stand alone in brackets, behind what they stand for, each with its first place; and those that are
    /// followed by it in brackets: "UNODC (the United Nations Office …)". `text` is what this is the reading of.
    pub fn explained_acronyms<'a>(&'a self, text: &'a str) -> BTreeMap<&'a str, &'a AcronymMention> {
        let mut explained = BTreeMap::new();
        for mention in self.acronyms.iter().filter(|mention| mention.is_explained(text)) {
            explained.entry(mention.letters(text)).or_insert(mention);
        }
        explained
    }
}

impl AcronymMention {
    /// The letters, without the ending of a plural.
    pub fn letters<'t>(&self, text: &'t str) -> &'t str {
        let printed = &text[self.span.clone()];
        printed.strip_suffix('s').unwrap_or(printed)
    }

    /// Whether it stands beside what it stands for: in brackets behind it, or before it in brackets.
    pub fn is_explained(&self, text: &str) -> bool {
        self.bracketed || text[self.span.end..].trim_start_matches([' ', '\u{a0}']).starts_with(['(', '（'])
    }
}
