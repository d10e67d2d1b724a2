//! Words and phrases of one language: from spelling to numbers that are quick to compare.

use rustc_hash::FxHashMap;

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
}

impl Default for Words {
    fn default() -> Words {
        Words { ids: FxHashMap::default(), shapes: [0; 64] }
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

    /// The number of a word as it stands in a text.
    pub(crate) fn id(&self, word: &str) -> WordId {
        if word.is_ascii() && !self.has_shape(word.as_bytes()) {
            return WordId::UNKNOWN;
        }
        // No word that the data files know is as long as the buffer.
        let mut buffer = [0u8; 48];
        let mut length = 0;
        for c in word.chars() {
            if c.is_ascii() && length < buffer.len() {
                buffer[length] = c.to_ascii_lowercase() as u8;
                length += 1;
                continue;
            }
            for c in normal_chars(c) {
                let Some(room) = buffer.get_mut(length..length + c.len_utf8()) else { return WordId::UNKNOWN };
                length += c.encode_utf8(room).len();
            }
        }
        let lower = &buffer[..length];
        if !self.has_shape(lower) {
            return WordId::UNKNOWN;
        }
        self.ids.get(lower).copied().unwrap_or(WordId::UNKNOWN)
    }

    fn has_shape(&self, word: &[u8]) -> bool {
        let shape = shape(word);
        self.shapes[shape / 64] >> (shape % 64) & 1 == 1
    }
}

/// The normal form of a word: lower case, with straight apostrophes and plain hyphens.
pub(crate) fn normalise(word: &str) -> String {
    word.chars().flat_map(normal_chars).collect()
}

fn normal_chars(c: char) -> std::char::ToLowercase {
    match c {
        '’' | 'ʼ' => '\''.to_lowercase(),
        '\u{2010}' | '\u{2011}' => '-'.to_lowercase(),
        _ => c.to_lowercase(),
    }
}

/// Phrases and what they mean, found by their first word, the longest first.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    /// Indexed by the first word; most words begin no phrase.
    by_first: Vec<Vec<(Vec<WordId>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Phrases<T> {
        Phrases { by_first: Vec::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase.
    pub(crate) fn add(&mut self, words: &mut Words, phrase: &str, meaning: T) {
        let ids: Vec<WordId> = crate::token::split_words(phrase).map(|word| words.intern(&normalise(word))).collect();
        if let Some(&first) = ids.first() {
            let index = first.0 as usize;
            if self.by_first.len() <= index {
                self.by_first.resize_with(index + 1, Vec::new);
            }
            let list = &mut self.by_first[index];
            let at = list.partition_point(|(other, _)| other.len() >= ids.len());
            list.insert(at, (ids, meaning));
        }
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

    /// The phrases that begin with a word, the longest first.
    pub(crate) fn starting_with(&self, first: WordId) -> &[(Vec<WordId>, T)] {
        self.by_first.get(first.0 as usize).map_or(&[], Vec::as_slice)
    }
}
