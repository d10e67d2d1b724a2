//! Words and phrases of one language: from spelling to numbers that are quick to compare.

use rustc_hash::FxHashMap;

/// A word that the language data knows; [`WordId::UNKNOWN`] for all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

impl WordId {
    pub(crate) const UNKNOWN: WordId = WordId(0);
}

/// The words of a language, whatever their case and apostrophes.
#[derive(Debug, Default)]
pub(crate) struct Words {
    ids: FxHashMap<Box<str>, WordId>,
    /// For each length in bytes up to 31, which first bytes (by their low six bits) a known word of that length has:
    /// most words of a text are unknown, and are told so without being hashed.
    filter: [u64; 32],
}

impl Words {
    /// The number of a word in its normal form, which [`normalise`] gives; a new one if need be.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let next = WordId(self.ids.len() as u32 + 1);
        let length = word.len().min(31);
        self.filter[length] |= 1 << (word.as_bytes().first().copied().unwrap_or(0) & 63);
        *self.ids.entry(word.into()).or_insert(next)
    }

    /// The number of a word as it stands in a text.
    pub(crate) fn id(&self, word: &str) -> WordId {
        let mut buffer = [0u8; 48];
        if word.is_ascii() && word.len() <= buffer.len() {
            let lower = &mut buffer[..word.len()];
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            if self.filter[lower.len().min(31)] >> (lower[0] & 63) & 1 == 0 {
                return WordId::UNKNOWN;
            }
            return match std::str::from_utf8(lower) {
                Ok(lower) => self.ids.get(lower).copied().unwrap_or(WordId::UNKNOWN),
                Err(_) => WordId::UNKNOWN,
            };
        }
        self.ids.get(normalise(word).as_str()).copied().unwrap_or(WordId::UNKNOWN)
    }
}

/// The normal form of a word: lower case, with straight apostrophes and plain hyphens.
pub(crate) fn normalise(word: &str) -> String {
    word.chars()
        .flat_map(|c| match c {
            '’' | 'ʼ' => '\''.to_lowercase(),
            '\u{2010}' | '\u{2011}' => '-'.to_lowercase(),
            _ => c.to_lowercase(),
        })
        .collect()
}

/// Phrases and what they mean, found by their first word, the longest first.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    by_first: FxHashMap<WordId, Vec<(Vec<WordId>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Phrases<T> {
        Phrases { by_first: FxHashMap::default() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase.
    pub(crate) fn add(&mut self, words: &mut Words, phrase: &str, meaning: T) {
        let ids: Vec<WordId> = crate::token::split_words(phrase).map(|word| words.intern(&normalise(word))).collect();
        if let Some(&first) = ids.first() {
            let list = self.by_first.entry(first).or_default();
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
        let list = self.by_first.get(&word_at(at)?)?;
        list.iter()
            .find(|(ids, _)| ids.iter().enumerate().all(|(i, id)| word_at(at + i) == Some(*id)))
            .map(|(ids, meaning)| (ids.len(), *meaning))
    }

    /// The phrases that begin with a word, the longest first.
    pub(crate) fn starting_with(&self, first: WordId) -> &[(Vec<WordId>, T)] {
        self.by_first.get(&first).map_or(&[], Vec::as_slice)
    }
}
