//! The word lists as the scanner in C has them: `words.h`.
//!
//! A word is a string of UTF-16 units in the form that [`fold`] gives and has a number; a phrase is a list of such numbers.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use rapporteur_draft::{Lexicon, is_ideograph, normalise};
use unicode_normalization::UnicodeNormalization;

use crate::words::Words;

/// Marks a phrase that opens paragraphs of the preamble.
const PREAMBULAR: u16 = 1;
/// Marks a phrase that opens operative paragraphs.
const OPERATIVE: u16 = 2;

/// A phrase and what it means.
type Phrase = (Vec<u16>, u16);

/// The header with the words of all languages.
pub fn words_h(languages: &[Words]) -> String {
    let mut table = Table::default();
    // The words are numbered before any phrase is made of them.
    let phrases: Vec<Vec<(&str, Vec<Phrase>)>> =
        languages.iter().enumerate().map(|(index, words)| phrases(&words.lists, &mut table, index)).collect();
    let mut header = String::from(
        "// Written by the tests of rapporteur-grammars from server/draft/languages/*.toml: not to be edited.\n\
         #ifndef RESOLUTION_WORDS_H\n#define RESOLUTION_WORDS_H\n\n#include <stdbool.h>\n#include <stdint.h>\n\n\
         typedef struct { const uint16_t *phrases, *index; uint16_t count; } Phrases;\n\n",
    );
    table.write(&mut header, languages);
    write_letters(&mut header, languages);
    for (words, lists) in languages.iter().zip(&phrases) {
        for (name, phrases) in lists {
            write_phrases(&mut header, &format!("{}_{name}", words.code), phrases);
        }
        for (name, lines) in lines(&words.lists) {
            write_lines(&mut header, &format!("{}_{name}", words.code), lines);
        }
    }
    write_languages(&mut header, languages, &phrases);
    header.push_str("\n#endif\n");
    header
}

/// The lists of phrases, by the names of their members in C.
fn phrases<'a>(lists: &Lexicon, table: &mut Table, language: usize) -> Vec<(&'a str, Vec<Phrase>)> {
    let mut leads: BTreeMap<Vec<u16>, u16> = BTreeMap::new();
    for (phrases, part) in [(&lists.preambular, PREAMBULAR), (&lists.operative, OPERATIVE)] {
        for phrase in phrases {
            *leads.entry(table.phrase(phrase, language)).or_default() |= part;
        }
    }
    for (wrong, right) in &lists.spellings {
        table.alias(wrong, right);
    }
    let figures: Vec<String> =
        lists.figures.iter().flat_map(|forms| forms.chars()).map(|figure| figure.to_string()).collect();
    let number_marks = lists.number_marks.clone();
    // The commonest words only tell the language: what is made of several of them comes apart all the same ("وإذ").
    let common = lists.common.iter().map(|word| (table.unknown(word), 0)).collect();
    let mut all = vec![("leads", leads.into_iter().collect()), ("common", common)];
    for (name, list) in [
        ("modifiers", &lists.modifiers[..]),
        ("connectives", &lists.connectives),
        ("conjunctions", &lists.conjunctions),
        ("prepositions", &lists.prepositions),
        ("complements", &lists.complements),
        ("adjectives", &lists.adjectives),
        ("determiners", &lists.determiners),
        ("bodies", &lists.bodies),
        ("short_bodies", &lists.short_bodies),
        ("articles", &lists.enacting_articles),
        ("months", &lists.months),
        ("particles", &lists.date_particles),
        ("year_endings", &lists.year_endings),
        ("ordinals", &lists.day_ordinals),
        ("units", &lists.date_units),
        ("figures", &figures),
        ("nouns", &lists.citation_nouns),
        ("number_marks", &number_marks),
        ("date_connectors", &lists.date_connectors),
        ("body_connectors", &lists.body_connectors),
        ("body_genitives", &lists.body_genitives),
        ("part_letters", &lists.parts),
    ] {
        let phrases: BTreeSet<Vec<u16>> = list.iter().map(|phrase| table.phrase(phrase, language)).collect();
        all.push((name, phrases.into_iter().filter(|phrase| !phrase.is_empty()).map(|phrase| (phrase, 0)).collect()));
    }
    all
}

/// What lines of the document are compared with, letter by letter.
fn lines(lists: &Lexicon) -> [(&'static str, &[String]); 8] {
    [
        ("annex", &lists.annex_nouns),
        ("adoption", &lists.adoption),
        ("adopted", &lists.adopted),
        ("distribution", &lists.distribution),
        ("draft", &lists.draft),
        ("report", &lists.report),
        ("decision", &lists.decision),
        ("parts", &lists.parts),
    ]
}

/// A text as the scanner compares it: in the normal form of the server, without accents.
pub fn fold(text: &str) -> String {
    let bare: String = text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect();
    normalise(&bare)
}

fn units(text: &str) -> Vec<u16> {
    fold(text).encode_utf16().collect()
}

/// The words of a phrase as the scanner cuts it: ideographs stand alone, an apostrophe belongs to the word before it.
fn split(phrase: &str) -> Vec<Vec<u16>> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for c in fold(phrase).chars() {
        if is_ideograph(c) {
            words.push(c.to_string());
            open = false;
        } else if c.is_alphabetic()
            || (open && (c == '-' || (c == '\'' && words.last().is_some_and(|word| elided(word)))))
        {
            match words.last_mut().filter(|_| open) {
                Some(word) => word.push(c),
                None => words.push(c.to_string()),
            }
            open = c != '\'';
        } else {
            open = false;
        }
    }
    words.iter().map(|word| word.encode_utf16().collect()).collect()
}

/// Whether an apostrophe behind these letters belongs to them, as behind `l` and `qu`.
fn elided(letters: &str) -> bool {
    letters.chars().count() <= 2 || letters.ends_with("qu")
}

/// The words by their letters, with their numbers and the languages that have them.
#[derive(Default)]
struct Table {
    words: BTreeMap<Vec<u16>, (u16, u8)>,
    aliases: BTreeMap<Vec<u16>, u16>,
}

impl Table {
    fn word(&mut self, letters: Vec<u16>, languages: u8) -> u16 {
        let next = self.words.len() as u16 + 1;
        let (number, known) = self.words.entry(letters).or_insert((next, 0));
        *known |= languages;
        *number
    }

    fn phrase(&mut self, phrase: &str, language: usize) -> Vec<u16> {
        split(phrase).into_iter().map(|word| self.word(word, 1 << language)).collect()
    }

    /// The numbers of words that no language knows for it.
    fn unknown(&mut self, phrase: &str) -> Vec<u16> {
        split(phrase).into_iter().map(|word| self.word(word, 0)).collect()
    }

    /// Takes a spelling for another, if that is known.
    fn alias(&mut self, wrong: &str, right: &str) {
        if let Some((number, _)) = self.words.get(&units(right)) {
            self.aliases.insert(units(wrong), *number);
        }
    }

    fn write(&self, header: &mut String, languages: &[Words]) {
        let aliases = self.aliases.iter().filter(|(letters, _)| !self.words.contains_key(*letters));
        let mut all: Vec<(&Vec<u16>, u16, u8)> = aliases.map(|(letters, number)| (letters, *number, 1)).collect();
        all.extend(self.words.iter().map(|(letters, (number, languages))| (letters, *number, *languages)));
        all.sort();
        let mut starts = vec![0];
        let mut letters = Vec::new();
        for (word, ..) in &all {
            letters.extend_from_slice(word);
            starts.push(letters.len() as u16);
        }
        assert!(letters.len() < usize::from(u16::MAX), "the words have too many letters for their index");
        let _ = writeln!(header, "#define WORD_COUNT {}\n#define LANGUAGE_COUNT {}\n", all.len(), languages.len());
        array(header, "WORD_LETTERS", "uint16_t", letters.into_iter());
        array(header, "WORD_STARTS", "uint16_t", starts.into_iter());
        array(header, "WORD_NUMBERS", "uint16_t", all.iter().map(|(_, number, _)| *number));
        array(header, "WORD_LANGUAGES", "uint8_t", all.iter().map(|(.., languages)| u16::from(*languages)));
    }
}

/// What single letters become when they are folded.
fn write_letters(header: &mut String, languages: &[Words]) {
    let base = |code: u32| {
        let c = char::from_u32(code).unwrap_or(' ');
        let folded: Vec<u16> = units(&c.to_string());
        match folded[..] {
            [one] => [one, 0],
            [one, two] => [one, two],
            _ => [0, 0],
        }
    };
    array(header, "LATIN_BASE", "uint16_t", (0xc0..0x180).map(|code| base(code)[0]));
    array(header, "ARABIC_FORMS", "uint16_t", (0xfe70..=0xfefc).flat_map(base));
    let ideographs: BTreeMap<u32, u32> = languages
        .iter()
        .flat_map(|words| &words.lists.ideographs)
        .map(|(variant, known)| (u32::from(*variant), u32::from(*known)))
        .filter(|(variant, known)| *variant < 0x10000 && *known < 0x10000)
        .collect();
    let _ = writeln!(header, "#define IDEOGRAPH_COUNT {}", ideographs.len());
    array(header, "IDEOGRAPHS", "uint16_t", ideographs.into_iter().flat_map(|(v, k)| [v as u16, k as u16]));
}

/// Phrases as `length, meaning, words…`, those with the same first word together, the longest first; and where those of
/// each first word begin.
fn write_phrases(header: &mut String, name: &str, phrases: &[Phrase]) {
    let mut sorted: Vec<&Phrase> = phrases.iter().filter(|(words, _)| !words.is_empty()).collect();
    sorted.sort_by_key(|(words, _)| (words[0], usize::MAX - words.len()));
    let (mut flat, mut index) = (Vec::new(), Vec::new());
    for (words, meaning) in sorted {
        if index.len() < 2 || index[index.len() - 2] != words[0] {
            index.extend([words[0], flat.len() as u16]);
        }
        flat.extend([words.len() as u16, *meaning]);
        flat.extend(words);
    }
    flat.push(0);
    if index.is_empty() {
        index.push(0);
    }
    array(header, &format!("{name}_phrases"), "uint16_t", flat.into_iter());
    array(header, &format!("{name}_index"), "uint16_t", index.into_iter());
}

/// Lines as `length, letters…`, closed by 0.
fn write_lines(header: &mut String, name: &str, lines: &[String]) {
    let folded: BTreeSet<Vec<u16>> = lines.iter().map(|line| units(line)).collect();
    let flat = folded.into_iter().flat_map(|line| std::iter::once(line.len() as u16).chain(line));
    array(header, name, "uint16_t", flat.chain([0]));
}

fn write_languages(header: &mut String, languages: &[Words], phrases: &[Vec<(&str, Vec<Phrase>)>]) {
    let Some((first, words)) = phrases.first().zip(languages.first()) else { return };
    let names: Vec<&str> = first.iter().map(|(name, _)| *name).collect();
    let lines: Vec<&str> = lines(&words.lists).iter().map(|(name, _)| *name).collect();
    let _ =
        writeln!(header, "\ntypedef struct {{\n  char code[3];\n  bool verbs_capital, modifiers_follow, verbs_alike;");
    let _ =
        writeln!(header, "  Phrases {};\n  const uint16_t *{};\n}} Language;\n", names.join(", "), lines.join(", *"));
    header.push_str("static const Language LANGUAGES[LANGUAGE_COUNT] = {\n");
    for (words, lists) in languages.iter().zip(phrases) {
        let (code, Lexicon { verbs_capital, modifiers_follow, verbs_alike, .. }) = (words.code, &words.lists);
        let _ = writeln!(header, "  {{\"{code}\", {verbs_capital}, {modifiers_follow}, {verbs_alike},");
        for (name, phrases) in lists {
            let firsts: BTreeSet<u16> = phrases.iter().filter_map(|(words, _)| words.first().copied()).collect();
            let _ = writeln!(header, "   {{{code}_{name}_phrases, {code}_{name}_index, {}}},", firsts.len());
        }
        let members: Vec<String> = lines.iter().map(|name| format!("{code}_{name}")).collect();
        let _ = writeln!(header, "   {}}},", members.join(", "));
    }
    header.push_str("};\n");
}

fn array(header: &mut String, name: &str, kind: &str, values: impl Iterator<Item = u16>) {
    let _ = write!(header, "static const {kind} {name}[] = {{");
    for (index, value) in values.enumerate() {
        header.push_str(if index % 24 == 0 { "\n  " } else { " " });
        let _ = write!(header, "{value},");
    }
    header.push_str("\n};\n");
}
