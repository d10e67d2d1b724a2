//! How a language sets its marks and writes its signs and abbreviations.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::{
    Misspelling,
    capitals::capitalised,
    words::{Phrases, Words},
};

/// The section `[typography]` of a data file, in the words of `languages/en.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Section {
    spaced: String,
    unspaced: String,
    quotation_marks: Vec<String>,
    elided: Vec<String>,
    clitics: Vec<String>,
    dash: String,
    script_marks: BTreeMap<char, char>,
    number_signs: Vec<String>,
    broken_number_signs: Vec<String>,
    ordinals: BTreeMap<String, String>,
    ordinals_by_figures: BTreeMap<String, String>,
    year_articles: BTreeMap<String, String>,
    accented_capitals: Vec<String>,
    ligatures: Vec<String>,
    abbreviations: BTreeMap<String, String>,
    short_words: Vec<String>,
    misread: Misread,
}

/// What text recognition gives, and what is printed.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Misread {
    /// What is given for an elided word before its apostrophe.
    pub(crate) elisions: BTreeMap<String, String>,
    /// What is given for a letter of a word.
    pub(crate) letters: BTreeMap<String, String>,
    /// What is given for a word.
    pub(crate) words: BTreeMap<String, String>,
    /// What is given for the ending of an ordinal.
    pub(crate) ordinals: BTreeMap<String, String>,
    /// Endings that no word has.
    pub(crate) endings: BTreeMap<String, String>,
}

/// A language's typography, ready for use.
#[derive(Debug)]
pub(crate) struct Typography {
    /// The marks that have a no-break space before them, or behind them if they open something.
    pub(crate) spaced: String,
    /// The marks that have no space before them.
    pub(crate) unspaced: String,
    /// Pairs of quotation marks, our own first.
    pub(crate) quotation_marks: Vec<[char; 2]>,
    /// Words that lose their vowel before another, without the apostrophe.
    pub(crate) elided: Vec<String>,
    /// Endings that an apostrophe parts from their word.
    pub(crate) clitics: Vec<String>,
    /// The dash that stands between spaces; empty where hyphens are not looked at.
    pub(crate) dash: String,
    /// Marks of other scripts, and the language's own.
    pub(crate) script_marks: BTreeMap<char, char>,
    /// What stands for "number" before figures, our own first.
    pub(crate) number_signs: Vec<String>,
    /// The last bytes of these.
    pub(crate) number_sign_ends: Vec<u8>,
    /// Those of them that are always wrong.
    pub(crate) broken_number_signs: Vec<String>,
    /// Wrong articles before a year, and the right ones.
    pub(crate) year_articles: BTreeMap<String, String>,
    pub(crate) misread: Misread,
    ordinals: BTreeMap<String, String>,
    ordinals_by_figures: BTreeMap<String, String>,
    short_words: FxHashSet<String>,
    words: Words,
    misspelt: Phrases<usize>,
    spellings: Vec<(Misspelling, String)>,
}

impl Typography {
    /// Compiles a section. The error says what in it is wrong.
    pub(crate) fn new(section: Section) -> Result<Typography, String> {
        let pair = |marks: &String| {
            let marks: Vec<char> = marks.chars().collect();
            <[char; 2]>::try_from(marks).map_err(|_| "a pair of quotation marks has two characters".to_owned())
        };
        let mut spellings: Vec<(String, Misspelling, String)> = Vec::new();
        for right in section.accented_capitals {
            let plain = right.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).take(1);
            let wrong = plain.chain(right.chars().skip(1)).collect();
            spellings.push((wrong, Misspelling::Capital, right));
        }
        for right in section.ligatures {
            spellings.push((right.replace('œ', "oe").replace('æ', "ae"), Misspelling::Ligature, right));
        }
        let abbreviations = section.abbreviations.into_iter();
        spellings.extend(abbreviations.map(|(wrong, right)| (wrong, Misspelling::Abbreviation, right)));
        let (mut words, mut misspelt) = (Words::default(), Phrases::default());
        for (index, (wrong, ..)) in spellings.iter().enumerate() {
            misspelt.add(&mut words, wrong, index);
        }
        Ok(Typography {
            quotation_marks: section.quotation_marks.iter().map(pair).collect::<Result<_, _>>()?,
            spaced: section.spaced,
            unspaced: section.unspaced,
            elided: section.elided,
            clitics: section.clitics,
            dash: section.dash,
            script_marks: section.script_marks,
            number_sign_ends: section.number_signs.iter().filter_map(|sign| sign.bytes().next_back()).collect(),
            number_signs: section.number_signs,
            broken_number_signs: section.broken_number_signs,
            year_articles: section.year_articles,
            misread: section.misread,
            ordinals: section.ordinals,
            ordinals_by_figures: section.ordinals_by_figures,
            short_words: section.short_words.into_iter().collect(),
            words,
            misspelt,
            spellings: spellings.into_iter().map(|(_, fault, right)| (fault, right)).collect(),
        })
    }

    /// What is wrong with a word, and its right form in the same case.
    pub(crate) fn misspelling(&self, word: &str) -> Option<(Misspelling, String)> {
        // Many languages have none, and every word is asked for.
        if self.spellings.is_empty() {
            return None;
        }
        let (_, index) = self.misspelt.starting_with(self.words.id(word)).first()?;
        let (fault, right) = &self.spellings[*index];
        let capitals = word.chars().take_while(|c| c.is_uppercase()).count();
        let right = match (fault, capitals) {
            // The capitals of a word in capitals are often left without accents.
            (Misspelling::Capital, 1) => cased_as(word, right),
            (Misspelling::Ligature, 1) => capitalised(right),
            (Misspelling::Capital, _) => return None,
            (_, 0) => right.clone(),
            (Misspelling::Ligature, _) => right.to_uppercase(),
            (Misspelling::Abbreviation, _) => return None,
        };
        Some((*fault, right))
    }

    /// Whether a word of no more than so many small letters is none of the language.
    pub(crate) fn is_piece(&self, word: &str, longest: usize) -> bool {
        // Letters have two bytes at most in the scripts that are cut so.
        !self.short_words.is_empty()
            && word.len() <= if word.is_ascii() { longest } else { 2 * longest }
            && word.chars().count() <= longest
            && word.chars().all(char::is_lowercase)
            && !self.short_words.contains(word)
    }

    /// The ending that an ordinal in figures has in place of a wrong one.
    pub(crate) fn ordinal(&self, figures: &str, ending: &str) -> Option<&str> {
        if let Some(right) = self.ordinals.get(ending) {
            return Some(right);
        }
        if !self.ordinals_by_figures.values().any(|known| known == ending) {
            return None;
        }
        let fits = self.ordinals_by_figures.iter().filter(|(last, _)| figures.ends_with(last.as_str()));
        let (_, right) = fits.max_by_key(|(last, _)| last.len())?;
        (right != ending).then_some(right)
    }
}

/// A word with its capitals where another of the same length has them.
fn cased_as(printed: &str, word: &str) -> String {
    let cased = |(printed, letter): (char, char)| match printed.is_uppercase() {
        true => letter.to_uppercase().collect(),
        false => letter.to_string(),
    };
    printed.chars().zip(word.chars()).map(cased).collect()
}

#[cfg(test)]
mod tests {
    use crate::Language;

    #[test]
    fn words_are_put_right_in_their_case() {
        let french = &Language::from_code("fr").unwrap().data().typography;
        let right = |word| french.misspelling(word).map(|(_, right)| right);
        assert_eq!(right("Etats").as_deref(), Some("États"));
        assert_eq!(right("Etats-Unis").as_deref(), Some("États-Unis"));
        assert_eq!(right("Etat-nation").as_deref(), Some("État-nation"));
        assert_eq!(right("Oeuvre").as_deref(), Some("Œuvre"));
        assert_eq!(right("OEUVRE").as_deref(), Some("ŒUVRE"));
        assert_eq!((right("ETATS"), right("État"), right("etats"), right("coexister")), (None, None, None, None));
    }

    #[test]
    fn ordinals_end_as_their_figures_do() {
        let ordinal = |code: &str, figures, ending| {
            let typography = &Language::from_code(code).unwrap().data().typography;
            typography.ordinal(figures, ending).map(ToOwned::to_owned)
        };
        assert_eq!(ordinal("en", "73", "th").as_deref(), Some("rd"));
        assert_eq!(ordinal("en", "113", "rd").as_deref(), Some("th"));
        assert_eq!(ordinal("en", "21", "st"), None);
        assert_eq!(ordinal("en", "21", "km"), None);
        assert_eq!(ordinal("fr", "50", "ème").as_deref(), Some("e"));
        assert_eq!(ordinal("fr", "1", "er"), None);
    }
}
