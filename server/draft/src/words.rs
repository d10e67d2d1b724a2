//! Words and phrases of one language: from spelling to numbers that are quick to compare.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use unicode_normalization::{UnicodeNormalization, char::decompose_compatible};

use crate::token::is_unprinted;

/// A word that the language data knows; [`WordId::UNKNOWN`] for all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

impl WordId {
    pub(crate) const UNKNOWN: WordId = WordId(0);
}

/// The words of a language, whatever their case and apostrophes.
#[derive(Debug)]
pub(crate) struct Words {
    ids: FxHashMap<Box<[u8]>, WordId>,
    /// A bit for each shape (see [`shape`]) that a known word has: most words of a text are unknown, and most of these
    /// are told so without being looked up.
    shapes: [u64; 64],
    /// See [`Words::add_prefix`].
    prefixes: Vec<(char, Option<char>)>,
    /// The number of the first of [`Words::variants`]; those that follow have the next numbers.
    first_variant: u32,
    /// The words that are spelt otherwise than they ought to be: which they are, and their right spelling.
    variants: Vec<(WordId, Box<str>)>,
}

impl Default for Words {
    fn default() -> Words {
        Words {
            ids: FxHashMap::default(),
            shapes: [0; 64],
            prefixes: Vec::new(),
            first_variant: u32::MAX,
            variants: Vec::new(),
        }
    }
}

/// The first and last byte and the length of a word in its normal form, as an index below 4096. ASCII letters may be in
/// either case.
fn shape(word: &[u8]) -> usize {
    let byte = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(byte.to_ascii_lowercase()));
    (byte(word.first()) * 131 + byte(word.last()) * 31 + word.len() * 773) & 4095
}

impl Words {
    /// The number of a word in its normal form, which [`normalise`] gives; a new one if need be.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let next = WordId(self.ids.len() as u32 + 1);
        let shape = shape(word.as_bytes());
        self.shapes[shape / 64] |= 1 << (shape % 64);
        *self.ids.entry(word.as_bytes().into()).or_insert(next)
    }

    /// Takes a word for another one: the traditional form of an ideograph for the simplified one.
    pub(crate) fn alias(&mut self, word: &str, known: &str) {
        let id = self.intern(&normalise(known));
        let normal = normalise(word);
        let shape = shape(normal.as_bytes());
        self.shapes[shape / 64] |= 1 << (shape % 64);
        self.ids.insert(normal.as_bytes().into(), id);
    }

    /// Takes spellings for those that are right, each given before it. No word may be added behind them; what is known already
    /// stays what it is.
    pub(crate) fn add_variants(&mut self, spellings: &[(String, String)]) {
        let rights: Vec<WordId> = spellings.iter().map(|(_, right)| self.intern(&normalise(right))).collect();
        let first = WordId(self.ids.len() as u32 + 1);
        self.first_variant = first.0;
        for ((variant, right), id) in spellings.iter().zip(rights) {
            if self.intern(&normalise(variant)).0 >= first.0 + self.variants.len() as u32 {
                self.variants.push((id, right.as_str().into()));
            }
        }
    }

    /// What a word ought to be, if it is spelt otherwise: its number and its right spelling.
    pub(crate) fn variant(&self, id: WordId) -> Option<&(WordId, Box<str>)> {
        self.variants.get(id.0.checked_sub(self.first_variant)? as usize)
    }

    /// The number of a word in its right spelling.
    pub(crate) fn canonical(&self, id: WordId) -> WordId {
        self.variant(id).map_or(id, |(right, _)| *right)
    }

    /// Takes a letter for a word of its own where it is written together with the next word: "و" in "وقرار". Where `elided`
    /// is given, the next word has lost it after this letter: "ا" of "الجمعية" in "للجمعية".
    pub(crate) fn add_prefix(&mut self, letter: char, elided: Option<char>) {
        self.prefixes.push((letter, elided));
    }

    /// The number of a word as it stands in a text.
    pub(crate) fn id(&self, word: &str) -> WordId {
        if word.is_ascii() && !self.has_shape(word.as_bytes()) {
            return WordId::UNKNOWN;
        }
        self.look_up(None, word)
    }

    /// Where the words that are written together as `word`, which is not known as a whole, come apart: the lengths of the
    /// single letters before the last of them, and the number of the last; `None` if that is not known either.
    pub(crate) fn split(&self, word: &str) -> Option<(Prefixed, WordId)> {
        if self.prefixes.is_empty() || word.is_ascii() {
            return None;
        }
        let mut prefixed = Prefixed::default();
        let mut rest = word;
        while prefixed.count < MOST_PREFIXES {
            let first = letter(rest.chars().next()?)?;
            let &(_, elided) = self.prefixes.iter().find(|(letter, _)| *letter == first)?;
            // Marks above and below a letter belong to it.
            let (length, next) = rest.char_indices().skip(1).find(|(_, c)| !is_left_out(*c))?;
            prefixed.lengths[prefixed.count] = length;
            prefixed.count += 1;
            rest = &rest[length..];
            let elided = elided.filter(|_| letter(next) == Some(first));
            for id in [self.look_up(elided, rest), self.look_up(None, rest)] {
                if id != WordId::UNKNOWN {
                    return Some((prefixed, id));
                }
            }
        }
        None
    }

    /// The number of a word with a letter before it that is not written.
    fn look_up(&self, elided: Option<char>, word: &str) -> WordId {
        // No word that the data files know is as long as the buffer.
        let mut buffer = [0u8; 48];
        // Most words are of ASCII letters.
        if word.is_ascii() && elided.is_none() {
            let Some(room) = buffer.get_mut(..word.len()) else { return WordId::UNKNOWN };
            room.copy_from_slice(word.as_bytes());
            room.make_ascii_lowercase();
            return self.ids.get(&*room).copied().unwrap_or(WordId::UNKNOWN);
        }
        let word = compose(word);
        let mut length = 0;
        let mut push = |c: char| {
            if let Some(room) = buffer.get_mut(length..length + c.len_utf8()) {
                c.encode_utf8(room);
            }
            length += c.len_utf8();
        };
        for c in elided.into_iter().chain(word.chars()) {
            fold(c, &mut push);
        }
        match buffer.get(..length) {
            Some(lower) if self.has_shape(lower) => self.ids.get(lower).copied().unwrap_or(WordId::UNKNOWN),
            _ => WordId::UNKNOWN,
        }
    }

    fn has_shape(&self, word: &[u8]) -> bool {
        let shape = shape(word);
        self.shapes[shape / 64] >> (shape % 64) & 1 == 1
    }
}

/// How many letters before a word may be words of their own: "وبالقرار".
const MOST_PREFIXES: usize = 3;

/// The letters before a word that are words of their own, by their lengths in bytes, marks included.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Prefixed {
    lengths: [usize; MOST_PREFIXES],
    count: usize,
}

impl Prefixed {
    /// The lengths in the order of the text.
    pub(crate) fn lengths(self) -> impl Iterator<Item = usize> {
        self.lengths.into_iter().take(self.count)
    }
}

/// The normal form of a text: lower case, accents and letters in one character, with straight apostrophes and plain
/// hyphens, without vowel signs and what is not printed, Arabic letters without their variants, е for ё.
pub fn normalise(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    compose(text).chars().for_each(|c| fold(c, &mut |c| normal.push(c)));
    normal
}

/// The text with each accent that stands apart (é typed as e and U+0301) joined to its letter.
fn compose(text: &str) -> Cow<'_, str> {
    let apart = |c| matches!(c, '\u{300}'..='\u{36f}');
    if text.is_ascii() || !text.contains(apart) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// The normal form of a character that stands for one letter.
fn letter(c: char) -> Option<char> {
    let mut letters = 0;
    let mut last = c;
    fold(c, &mut |c| {
        letters += 1;
        last = c;
    });
    (letters == 1).then_some(last)
}

/// Whether the normal form of a text has nothing of a character.
fn is_left_out(c: char) -> bool {
    let mut left_out = true;
    fold(c, &mut |_| left_out = false);
    left_out
}

/// Gives the characters of the normal form of a character.
fn fold(c: char, push: &mut impl FnMut(char)) {
    match c {
        '\0'..='\x7f' => push(c.to_ascii_lowercase()),
        // The plain letters of Russian, Arabic and Chinese need no look at the tables of Unicode.
        'а'..='я' | 'ا'..='غ' | 'ف'..='و' | 'ي' | '\u{4e00}'..='\u{9fff}' => push(c),
        '’' | 'ʼ' => push('\''),
        '\u{2010}' | '\u{2011}' => push('-'),
        'À'..='ÿ' => c.to_lowercase().for_each(push),
        // Vowel signs, which may be written or left out, and the line that makes a word longer.
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' => {}
        // Letters with hamza and madda are often typed without, and Persian keyboards have letters of their own.
        'أ' | 'إ' | 'آ' | 'ٱ' => push('ا'),
        'ؤ' => push('و'),
        'ئ' | 'ى' | 'ی' => push('ي'),
        'ک' => push('ك'),
        // Letters in the forms that they take within a word, and two letters written as one.
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => decompose_compatible(c, |part| {
            // Some places there have no letter, and are what they are made of.
            if part == c { push(c) } else { fold(part, push) }
        }),
        // The two dots are left out as often as not.
        'ё' | 'Ё' => push('е'),
        '\u{ad}' => {}
        _ if is_unprinted(c) => {}
        _ => c.to_lowercase().for_each(push),
    }
}

/// Phrases and what they mean, found by their first word, the longest first.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    /// Indexed by the first word; most words begin no phrase.
    by_first: Vec<Vec<(Vec<WordId>, T)>>,
    /// How many words the longest phrase has.
    longest_length: usize,
}

impl<T> Default for Phrases<T> {
    fn default() -> Phrases<T> {
        Phrases { by_first: Vec::new(), longest_length: 0 }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase.
    pub(crate) fn add(&mut self, words: &mut Words, phrase: &str, meaning: T) {
        let ids: Vec<WordId> = crate::token::split_words(phrase).map(|word| words.intern(&normalise(word))).collect();
        if let Some(&first) = ids.first() {
            self.longest_length = self.longest_length.max(ids.len());
            let index = first.0 as usize;
            if self.by_first.len() <= index {
                self.by_first.resize_with(index + 1, Vec::new);
            }
            let list = &mut self.by_first[index];
            let at = list.partition_point(|(other, _)| other.len() >= ids.len());
            list.insert(at, (ids, meaning));
        }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// Adds phrases that mean the same.
    pub(crate) fn add_all(&mut self, words: &mut Words, phrases: &[String], meaning: T) {
        for phrase in phrases {
            self.add(words, phrase, meaning);
        }
    }

    /// The longest phrase that the words from an index on begin with: how many words it has, and its meaning.
    /// `word_at` gives the word at an index; it ends the phrase with `None`.
    pub(crate) fn longest(&self, at: usize, word_at: impl Fn(usize) -> Option<WordId>) -> Option<(usize, T)> {
        self.starting_with(word_at(at)?)
            .iter()
            .find(|(ids, _)| ids.iter().enumerate().all(|(i, id)| word_at(at + i) == Some(*id)))
            .map(|(ids, meaning)| (ids.len(), *meaning))
    }

    /// How many words the longest phrase has.
    pub(crate) fn longest_length(&self) -> usize {
        self.longest_length
    }

    /// The phrases that begin with a word, the longest first.
    pub(crate) fn starting_with(&self, first: WordId) -> &[(Vec<WordId>, T)] {
        self.by_first.get(first.0 as usize).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_a_normal_form() {
        for c in '\0'..=char::MAX {
            assert!(normalise(c.encode_utf8(&mut [0; 4])).chars().count() <= 18, "{c:?}");
        }
    }

    #[test]
    fn a_word_is_known_in_all_its_spellings() {
        let mut words = Words::default();
        let id = words.intern(&normalise("الإنسان"));
        // Without hamza, with vowel signs, lengthened, with a mark of direction, in presentation forms.
        for spelled in [
            "الإنسان",
            "الانسان",
            "الإنسانِ",
            "الإنســان",
            "الإن\u{200f}سان",
            "\u{fe8d}\u{fef9}\u{fee7}\u{feb4}\u{fe8e}\u{fee5}",
        ] {
            assert_eq!(words.id(spelled), id, "{spelled}");
        }
        assert_eq!(words.id("إنسان"), WordId::UNKNOWN);
    }

    #[test]
    fn accents_may_stand_apart_from_their_letters() {
        let mut words = Words::default();
        for word in ["décembre", "año", "российской", "еще"] {
            let id = words.intern(&normalise(word));
            let apart: String = word.nfd().collect();
            assert_eq!(words.id(&apart), id, "{word}");
            assert_eq!(words.id(&apart.to_uppercase()), id, "{word}");
        }
        assert_eq!(words.id("еще\u{308}"), words.id("ещё"));
    }

    #[test]
    fn letters_written_together_with_a_word_come_off() {
        let mut words = Words::default();
        let (assembly, council) = (words.intern("الجمعيه"), words.intern("مجلس"));
        for (letter, elided) in [('و', None), ('ب', None), ('ل', Some('ا'))] {
            words.add_prefix(letter, elided);
        }
        let split = |word| words.split(word).map(|(prefixed, id)| (prefixed.lengths().collect::<Vec<_>>(), id));
        assert_eq!(split("وبالجمعيه"), Some((vec![2, 2], assembly)));
        assert_eq!(split("ولِلجمعيه"), Some((vec![2, 4], assembly)));
        assert_eq!(split("لمجلس"), Some((vec![2], council)));
        assert_eq!(split("ولد"), None);
        assert_eq!(split(&"و".repeat(100)), None);
    }
}
