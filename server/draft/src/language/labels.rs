//! What the labels of sub-paragraphs count: `(a)`, `iv)`, `(ب)`, `(二十一)`.

use rapporteur_symbol::{parse_roman, to_roman};
use serde::Deserialize;

use super::{Language, figures};
use crate::{
    homoglyphs::{in_latin, latin},
    token::{digit, digits_as_in, is_unprinted, number},
    words::normalise,
};

/// How the items of a list are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numerals {
    /// 1, 2, 3; also ١, ٢, ٣.
    Figures,
    /// The figures of a language that has its own: 一, 二, 三; also ㈠, ㈡, ㈢.
    Ideographs,
    /// Words: أولا, ثانيا, ثالثا.
    Words,
    /// i, ii, iii.
    Roman,
    /// I, II, III.
    CapitalRoman,
    /// The letters of an alphabet of the language, by its place in the data; after the last one they are doubled.
    Letters(u8),
    /// The same, in capitals.
    CapitalLetters(u8),
}

/// A place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ordinal {
    /// How the list counts.
    pub numerals: Numerals,
    /// The place, from 1 on. Letters that a list may do without (ñ, й) have places too.
    pub place: u32,
}

/// What a label may stand for: `i` is the ninth letter, and the first Roman number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelReading {
    /// The place in its list.
    pub ordinal: Ordinal,
    /// Whether it is typed with letters of another script that look like the right ones: a Cyrillic с for a Latin c.
    pub disguised: bool,
}

/// How sub-paragraphs are labelled.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Labels {
    /// What stands before and after letters and Roman numbers.
    brackets: [String; 2],
    /// The number of the first annex of several, with the white space before it.
    annex: String,
    alphabets: Vec<Alphabet>,
}

impl Default for Labels {
    fn default() -> Labels {
        let latin = ('a'..='z').map(|letter| Letter { forms: vec![letter], optional: false });
        Labels {
            brackets: ["(".to_owned(), ")".to_owned()],
            annex: " I".to_owned(),
            alphabets: vec![Alphabet { letters: latin.collect() }],
        }
    }
}

/// The letters with which lists are counted, in their order.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Alphabet {
    letters: Vec<Letter>,
}

#[derive(Debug)]
struct Letter {
    /// The ways in which it is written; the first one is written by us.
    forms: Vec<char>,
    /// Whether lists may do without it.
    optional: bool,
}

impl TryFrom<String> for Alphabet {
    type Error = String;

    /// `أ|ا ب ج`: letters are parted by spaces, the forms of one by bars; one that lists may do without is in brackets.
    fn try_from(text: String) -> Result<Alphabet, String> {
        let letters: Vec<Letter> = text
            .split_whitespace()
            .map(|letter| Letter {
                forms: letter.chars().filter(|c| !matches!(c, '(' | ')' | '|')).collect(),
                optional: letter.starts_with('('),
            })
            .collect();
        let sound = letters.first().is_some_and(|first| !first.optional) && letters.iter().all(|l| !l.forms.is_empty());
        if sound { Ok(Alphabet { letters }) } else { Err(format!("`{text}` is no alphabet")) }
    }
}

impl Alphabet {
    fn letter(&self, place: u32) -> &Letter {
        &self.letters[(place as usize - 1) % self.letters.len()]
    }

    /// The places at which a label of letters stands, and whether each is written in other letters that look like it.
    fn places(&self, label: &str, capital: bool) -> impl Iterator<Item = (u32, bool)> {
        let mut chars = label.chars();
        let first = chars.next().unwrap_or_default();
        let doubled = chars.next();
        let repeats = doubled.is_none_or(|second| second == first) && chars.next().is_none();
        let cased = move |form: char| if capital { form.to_uppercase().next().unwrap_or(form) } else { form };
        let of_letter = move |(index, letter): (usize, &Letter)| {
            let is = letter.forms.iter().any(|form| cased(*form) == first);
            let looks = || letter.forms.iter().any(|form| latin(cased(*form)) == latin(first));
            let place = index + 1 + if doubled.is_some() { self.letters.len() } else { 0 };
            (is || looks()).then_some((place as u32, !is))
        };
        self.letters.iter().enumerate().filter(move |_| repeats).filter_map(of_letter)
    }
}

/// Which of the forms of a word for a number is meant.
fn form_of(forms: &str, word: &str) -> Option<usize> {
    forms.split(' ').position(|form| normalise(form) == normalise(word))
}

/// The Roman number that a label of lower-case letters is. Lists don't reach a hundred items.
fn roman(label: &str) -> Option<u32> {
    let only_small = label.chars().all(|c| matches!(latin(c), 'i' | 'v' | 'x' | 'l'));
    let number = || parse_roman(&in_latin(label).to_uppercase());
    if only_small { number().map(u32::from) } else { None }
}

impl Language {
    /// What a label may stand for, without its brackets: `i`, `aa`, `3`, `هـ`, `二十一`. Nothing where it is no label.
    pub fn label_readings(self, label: &str) -> Vec<LabelReading> {
        let unmarked: String = label.chars().filter(|c| !is_unprinted(*c) && *c != 'ـ' && !c.is_whitespace()).collect();
        let label = unmarked.as_str();
        let mut readings = Vec::new();
        let mut add = |numerals, place, disguised| {
            readings.push(LabelReading { ordinal: Ordinal { numerals, place }, disguised });
        };
        if label.is_empty() {
            return readings;
        }
        if label.chars().all(|c| digit(c).is_some()) {
            add(Numerals::Figures, number(label), false);
        } else if let Some(place) = figures::value(label, &self.data().dates.figures) {
            add(Numerals::Ideographs, place, false);
        } else if let Some(place) =
            (1..).zip(self.numerals()).find_map(|(place, words)| form_of(words, label).and(Some(place)))
        {
            add(Numerals::Words, place, false);
        } else {
            let capital = label.starts_with(char::is_uppercase);
            for (index, alphabet) in (0..).zip(&self.data().labels.alphabets) {
                let numerals = if capital { Numerals::CapitalLetters(index) } else { Numerals::Letters(index) };
                alphabet.places(label, capital).for_each(|(place, disguised)| add(numerals, place, disguised));
            }
            let numerals = if capital { Numerals::CapitalRoman } else { Numerals::Roman };
            let place = if capital { roman(&in_latin(label).to_lowercase()) } else { roman(label) };
            if let Some(place) = place {
                add(numerals, place, !label.is_ascii());
            }
        }
        readings.retain(|reading| reading.ordinal.place > 0);
        readings
    }

    /// Whether a place in a list follows another without a gap.
    pub fn follows(self, before: Ordinal, after: Ordinal) -> bool {
        let optional = |place| self.alphabet(before.numerals).is_some_and(|alphabet| alphabet.letter(place).optional);
        // No more than a few letters are left out, wherever the label may stand.
        let near = before.place < after.place && after.place - before.place <= 4;
        before.numerals == after.numerals && near && (before.place + 1..after.place).all(optional)
    }

    /// The place after another, without the letters that lists may do without.
    pub fn after(self, before: Ordinal) -> Ordinal {
        let optional = |place: &u32| self.alphabet(before.numerals).is_some_and(|a| a.letter(*place).optional);
        let place = (before.place.saturating_add(1)..).find(|place| !optional(place)).unwrap_or(before.place);
        Ordinal { place, ..before }
    }

    /// The label of a place, without brackets, in the script, the figures and the form of a sample. `None` where there is none: beyond
    /// 399 in Roman numbers, 99 in figures of the language, the alphabet taken three times.
    pub fn label(self, ordinal: Ordinal, sample: &str) -> Option<String> {
        let place = ordinal.place;
        let roman = || u16::try_from(place).ok().filter(|place| *place < 400).map(to_roman);
        match ordinal.numerals {
            Numerals::Figures => Some(digits_as_in(sample, &place.to_string())),
            Numerals::Ideographs => figures::label(place, sample, &self.data().dates.figures),
            Numerals::Words => {
                let form = self.numerals().find_map(|words| form_of(words, sample))?;
                let words = self.numerals().nth(place as usize - 1)?;
                words.split(' ').nth(form).map(str::to_owned)
            }
            Numerals::Roman => roman().map(|roman| roman.to_lowercase()),
            Numerals::CapitalRoman => roman(),
            Numerals::Letters(_) | Numerals::CapitalLetters(_) => {
                let alphabet = self.alphabet(ordinal.numerals)?;
                let form = alphabet.letter(place).forms[0];
                let times = (place as usize - 1) / alphabet.letters.len() + 1;
                let letter = form.to_string().repeat(times);
                let capital = matches!(ordinal.numerals, Numerals::CapitalLetters(_));
                (times <= 2).then(|| if capital { letter.to_uppercase() } else { letter })
            }
        }
    }

    /// The number of an annex as it stands behind the noun, with the white space before it: ` II`, `二`. The figures are those
    /// of a sample, if there is one. `None` where labels can't count so far.
    pub fn annex_number(self, place: u32, sample: Option<&str>) -> Option<String> {
        let own = self.data().labels.annex.as_str();
        let sample = sample.unwrap_or(own.trim_start());
        let gap = &own[..own.len() - own.trim_start().len()];
        // Several kinds of numerals have the sample; that of a first annex tells which.
        let readings = self.label_readings(sample);
        let roman = readings.iter().find(|reading| reading.ordinal.numerals == Numerals::CapitalRoman);
        let numerals = roman.or(readings.first())?.ordinal.numerals;
        Some(format!("{gap}{}", self.label(Ordinal { numerals, place }, sample)?))
    }

    /// What stands before and after the letter or the Roman number of a sub-paragraph: `(` and `)`, or `)` alone.
    pub fn label_brackets(self) -> (&'static str, &'static str) {
        let [before, after] = &self.data().labels.brackets;
        (before, after)
    }

    /// The words for numbers from 1 on, each with its forms.
    fn numerals(self) -> impl Iterator<Item = &'static str> {
        self.data().references.numerals.iter().map(String::as_str)
    }

    fn alphabet(self, numerals: Numerals) -> Option<&'static Alphabet> {
        match numerals {
            Numerals::Letters(index) | Numerals::CapitalLetters(index) => {
                self.data().labels.alphabets.get(usize::from(index))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> Language {
        Language::from_code(code).unwrap()
    }

    fn read(code: &str, label: &str) -> Vec<(Numerals, u32, bool)> {
        let readings = language(code).label_readings(label);
        readings.iter().map(|r| (r.ordinal.numerals, r.ordinal.place, r.disguised)).collect()
    }

    #[test]
    fn labels_are_read_in_every_way_that_they_can_be() {
        use Numerals::{CapitalLetters, CapitalRoman, Figures, Ideographs, Letters, Roman, Words};
        assert_eq!(read("en", "b"), [(Letters(0), 2, false)]);
        assert_eq!(read("en", "i"), [(Letters(0), 9, false), (Roman, 1, false)]);
        assert_eq!(read("en", "bb"), [(Letters(0), 28, false)]);
        assert_eq!(read("en", "iv"), [(Roman, 4, false)]);
        assert_eq!(read("en", "V"), [(CapitalLetters(0), 22, false), (CapitalRoman, 5, false)]);
        assert_eq!(read("ar", "هـ"), [(Letters(0), 5, false)]);
        assert_eq!(read("ar", "٣"), [(Figures, 3, false)]);
        assert_eq!(read("zh", "二十一"), [(Ideographs, 21, false)]);
        assert_eq!(read("zh", "㈢"), [(Ideographs, 3, false)]);
        assert_eq!(read("ar", "الثاني"), [(Words, 2, false)]);
        assert_eq!(read("zh", "丙"), [(Letters(1), 3, false)]);
        assert_eq!(read("ru", "б"), [(Letters(1), 2, false)]);
        assert_eq!(read("ru", "с"), [(Letters(0), 3, true), (Letters(1), 19, false)]);
        assert_eq!(read("ru", "c"), [(Letters(0), 3, false), (Letters(1), 19, true)]);
        assert_eq!(read("en", "ab"), []);
        assert_eq!(read("en", "iiii"), []);
    }

    #[test]
    fn lists_go_on_with_or_without_some_letters_and_double_them_in_the_end() {
        let follow = |code: &str, before: &str, after: &str| {
            let read = |label| language(code).label_readings(label)[0].ordinal;
            language(code).follows(read(before), read(after))
        };
        assert!(follow("es", "n", "ñ") && follow("es", "ñ", "o") && follow("es", "n", "o") && !follow("es", "m", "ñ"));
        assert!(follow("en", "z", "aa") && follow("en", "aa", "bb") && !follow("en", "a", "c"));
        assert!(follow("ar", "ط", "ي") && follow("ar", "د", "ه") && follow("ar", "ا", "ب"));
        let after = |code: &str, label: &str| {
            let language = language(code);
            language.label(language.after(language.label_readings(label)[0].ordinal), label)
        };
        assert_eq!(after("es", "n").as_deref(), Some("o"));
        assert_eq!(after("zh", "二十").as_deref(), Some("二十一"));
        assert_eq!(after("zh", "㈨").as_deref(), Some("㈩"));
        assert_eq!(after("zh", "㈩").as_deref(), Some("(十一)"));
        assert_eq!(after("en", "zz"), None);
        assert_eq!(after("ru", "и").as_deref(), Some("к"));
        assert_eq!(after("ar", "ثانيا").as_deref(), Some("ثالثا"));
        assert_eq!(after("ar", "٩").as_deref(), Some("١٠"));
    }
}
