//! The words with which a text refers to its own parts.

use super::{Language, References};

impl Language {
    /// The words before the number of a paragraph, or behind it where [`Language::noun_comes_last`]: "paragraph", "пунктом".
    pub fn paragraph_nouns(self) -> impl Iterator<Item = &'static str> {
        self.references().paragraph.iter().map(String::as_str)
    }

    /// The words before the number of a section.
    pub fn section_nouns(self) -> impl Iterator<Item = &'static str> {
        self.references().section.iter().map(String::as_str)
    }

    /// The words before the number of an annex.
    pub fn annex_nouns(self) -> impl Iterator<Item = &'static str> {
        self.references().annex.iter().map(String::as_str)
    }

    /// The words that say that a part of the text lies above, or that it lies below; the first is the one that is written.
    pub fn place_words(self, above: bool) -> impl Iterator<Item = &'static str> {
        let references = self.references();
        let words = if above { &references.above } else { &references.below };
        words.iter().map(String::as_str)
    }

    /// The words for this text itself, as a reference to a part of it has them: "of the present resolution", `本决议`.
    pub fn words_for_itself(self) -> impl Iterator<Item = &'static str> {
        self.references().here.iter().map(String::as_str)
    }

    /// Whether a word is another with letters before it that are words of their own: "للفقرة" for "الفقرة".
    pub fn is_joined_form(self, word: &str, of: &str) -> bool {
        let words = &self.data().words;
        words.split(word).is_some_and(|(_, id)| id == words.id(of))
    }

    fn references(self) -> &'static References {
        &self.data().references
    }
}
