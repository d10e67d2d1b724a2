//! How many slips of the pen lie between what was typed and a word.

use crate::words::{self, FIRST_LETTERS};

/// What was typed, prepared for being held against many words.
pub(crate) struct Typed {
    letters: Vec<char>,
    /// The sets of letters that a word must have but for a few: in the upper half only those that must be among its
    /// first, though each slip may have pushed them by one.
    set: u64,
    /// The number of slips that are put up with.
    most: usize,
}

/// How many slips make a word of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slips {
    /// The whole word.
    Word(usize),
    /// A word that goes on.
    Start(usize),
}

/// Longer words are not held against others.
const LONGEST: usize = 32;

impl Typed {
    /// One slip is put up with from four letters on, two from six. A number is what it is.
    pub(crate) fn new(word: &str) -> Typed {
        let letters: Vec<char> = word.chars().collect();
        let most = match letters.len() {
            _ if letters.iter().any(char::is_ascii_digit) => 0,
            4..=5 => 1,
            6..=LONGEST => 2,
            _ => 0,
        };
        let first: String = letters.iter().take(FIRST_LETTERS - most).collect();
        let set = words::letters(&first) >> 32 << 32 | words::letters(word) & u64::from(u32::MAX);
        Typed { letters, set, most }
    }

    /// Whether slips are put up with.
    pub(crate) fn allows_slips(&self) -> bool {
        self.most > 0
    }

    /// Whether a word with these [`letters`](words::letters) can be within the slips: each takes one letter away at most.
    pub(crate) fn may_be(&self, letters: u64) -> bool {
        let lacking = self.set & !letters;
        let few = |half: u32| half.count_ones() as usize <= self.most;
        few(lacking as u32) && few((lacking >> 32) as u32)
    }

    /// The slips that make the word, or its start, of what was typed: a letter that is wrong, missing, too much, or
    /// has changed places with its neighbour (the optimal string alignment distance). `None` where there are too many.
    pub(crate) fn slips(&self, word: &str) -> Option<Slips> {
        let last_column = self.letters.len();
        if last_column > LONGEST {
            return None;
        }
        // The rows of the table of distances: before the last, the last, the next. Column `n` is that of the first `n`
        // letters typed; a row is that of a start of the word. Only the band around the diagonal can be within the
        // slips that are put up with; what lies beside it is `FAR`.
        let mut rows = [[FAR; LONGEST + 2]; 3];
        for (distance, column) in (0..=self.most as u8).zip(&mut rows[1]) {
            *column = distance;
        }
        let mut start = rows[1][last_column];
        let (mut before, mut least_before) = ('\0', 0);
        for (depth, letter) in (1..).zip(word.chars()) {
            let (from, to) = (depth.max(self.most + 1) - self.most, (depth + self.most).min(last_column));
            if from > last_column {
                return self.put_up_with(start).map(Slips::Start);
            }
            let [older, last, next] = &mut rows;
            next[from - 1] = if from == 1 { depth.min(usize::from(FAR)) as u8 } else { FAR };
            let mut least = next[from - 1];
            for column in from..=to {
                let typed = self.letters[column - 1];
                let replaced = last[column - 1] + u8::from(typed != letter);
                let mut distance = replaced.min(last[column].min(next[column - 1]) + 1);
                if column > 1 && typed == before && self.letters[column - 2] == letter {
                    distance = distance.min(older[column - 2] + 1);
                }
                next[column] = distance;
                least = least.min(distance);
            }
            next[to + 1] = FAR;
            start = start.min(next[last_column]);
            // Letters that change places reach back over one row.
            if usize::from(least) > self.most && usize::from(least_before) >= self.most {
                return self.put_up_with(start).map(Slips::Start);
            }
            (before, least_before) = (letter, least);
            rows.rotate_left(1);
        }
        let end = rows[1][last_column];
        self.put_up_with(start).map(if end == start { Slips::Word } else { Slips::Start })
    }

    fn put_up_with(&self, slips: u8) -> Option<usize> {
        Some(usize::from(slips)).filter(|slips| *slips <= self.most)
    }
}

/// More slips than are ever put up with.
const FAR: u8 = 100;

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(typed: &str, word: &str) -> Option<Slips> {
        let typed = Typed::new(typed);
        let slips = typed.slips(word);
        assert!(slips.is_none() || typed.may_be(words::letters(word)), "the sets of letters agree");
        slips
    }

    #[test]
    fn every_kind_of_slip_is_one() {
        for typed in ["rights", "right", "righte", "rigths", "ights", "rightsx", "rghts", "eights"] {
            let expected = usize::from(typed != "rights");
            let found = match slips(typed, "rights") {
                Some(Slips::Word(slips)) => slips,
                // Without its last letter it is the start of the word, and no slip.
                Some(Slips::Start(0)) if typed == "right" => 1,
                other => panic!("{typed}: {other:?}"),
            };
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn more_slips_are_put_up_with_in_longer_words() {
        assert_eq!(slips("lybia", "libya"), None, "two slips are too many for five letters");
        assert_eq!(slips("libay", "libya"), Some(Slips::Word(1)));
        assert_eq!(slips("cat", "cut"), None);
        assert_eq!(slips("2031", "2030"), None);
        assert_eq!(slips("terrrorsm", "terrorism"), Some(Slips::Word(2)));
        assert_eq!(slips("cibercrime", "cybercrimes"), Some(Slips::Start(1)));
        assert_eq!(slips("ciberkrimi", "cybercrime"), None);
        assert_eq!(slips("peaec", "peace"), Some(Slips::Word(1)));
        assert_eq!(slips("преступнсть", "преступность"), Some(Slips::Word(1)));
    }

    #[test]
    fn a_start_is_found_while_it_is_typed() {
        assert_eq!(slips("discirm", "discrimination"), Some(Slips::Start(1)));
        assert_eq!(slips("disxrimi", "discrimination"), Some(Slips::Start(1)));
        assert_eq!(slips("dicsrmin", "discrimination"), Some(Slips::Start(2)));
        assert_eq!(slips("discrimination", "disc"), None);
        assert_eq!(slips("women", ""), None);
        assert_eq!(slips(&"a".repeat(100), "a"), None);
    }
}
