//! Words as search compares them: folded, so that how they are typed makes no difference.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text, in lower case, without accents, vowel signs and hamza, with plain digits.
///
/// Nothing separates Chinese words: each ideograph is a word together with the one after it (`网络犯罪` is `网络`, `络犯`,
/// `犯罪`, `罪`). A text then has the words of every part of it, or words that start with them.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_ideograph = false;
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter) && *letter != TATWEEL);
    for letter in letters.flat_map(char::to_lowercase).map(fold) {
        let ideograph = is_ideograph(letter);
        if let Some(word) = words.last_mut().filter(|_| ideograph && after_ideograph) {
            word.push(letter);
        }
        if ideograph || after_ideograph || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        after_ideograph = ideograph;
        let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) else { continue };
        match letter {
            'œ' => word.push_str("oe"),
            'æ' => word.push_str("ae"),
            'ß' => word.push_str("ss"),
            _ => word.push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The other forms under which a word is found: an Arabic word without the conjunction, prepositions and article
/// that are written together with it.
pub fn forms(word: &str) -> impl Iterator<Item = &str> {
    let bare = move |prefix: &&str| word.strip_prefix(*prefix).filter(|rest| rest.chars().count() >= SHORTEST_BARE);
    let arabic = word.starts_with(|letter| matches!(letter, '\u{621}'..='\u{64a}'));
    let prefixes: &[&[&str]] = if arabic { &[&ARTICLES, &[CONJUNCTION]] } else { &[] };
    prefixes.iter().filter_map(move |choice| choice.iter().find_map(bare))
}

/// The letters of a word as two sets of 32: those of all its letters in the lower half, those of its first
/// [`FIRST_LETTERS`] in the upper half. Two words that are nearly the same have nearly the same sets.
pub fn letters(word: &str) -> u64 {
    let set = |most| word.chars().take(most).fold(0_u32, |set, letter| set | 1 << (u32::from(letter) & 31));
    u64::from(set(FIRST_LETTERS)) << 32 | u64::from(set(usize::MAX))
}

/// How many letters the upper half of [`letters`] tells.
pub const FIRST_LETTERS: usize = 8;

/// Whether a letter is an ideograph.
pub fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters that are written for one another, and digits of other scripts.
fn fold(letter: char) -> char {
    match letter {
        'ة' => 'ه',
        'ى' | 'ی' => 'ي',
        'ٱ' => 'ا',
        'ک' => 'ك',
        _ => plain_digit(letter),
    }
}

/// The plain form of an Arabic-Indic digit; any other letter as it is. (Compatibility forms cover full-width digits.)
pub fn plain_digit(letter: char) -> char {
    match letter {
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (u32::from(letter) & 0xf) as u8),
        _ => letter,
    }
}

/// The line that stretches an Arabic word and says nothing.
const TATWEEL: char = '\u{640}';

/// The Arabic article, alone and after a conjunction or preposition, the longest first.
const ARTICLES: [&str; 8] = ["وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"];

/// `and`, which Arabic writes together with the next word.
const CONJUNCTION: &str = "و";

/// What is left of a word without its article has at least so many letters; else it is a part of the word.
const SHORTEST_BARE: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(words("Égalité de l’ŒUVRE, e\u{301}tat–1"), ["egalite", "de", "l", "oeuvre", "etat", "1"]);
        assert_eq!(words("Ещё 17-й съезд"), ["еще", "17", "и", "съезд"]);
        assert_eq!(words("أُمَم إلى المـــرأة"), ["امم", "الي", "المراه"]);
        assert_eq!(words("٧٤/١٧٣ ７４"), ["74", "173", "74"]);
        assert!(words(" — ").is_empty());
    }

    #[test]
    fn ideographs_are_words_in_pairs() {
        assert_eq!(words("网络犯罪 abc"), ["网络", "络犯", "犯罪", "罪", "abc"]);
        assert_eq!(words("第61号a，罪"), ["第", "61", "号", "a", "罪"]);
    }

    #[test]
    fn arabic_words_are_found_without_what_is_written_together_with_them() {
        let forms = |word| forms(word).collect::<Vec<&str>>();
        assert_eq!(forms("القرار"), ["قرار"]);
        assert_eq!(forms("والمراه"), ["مراه", "المراه"]);
        assert_eq!(forms("للاطفال"), ["اطفال"]);
        assert_eq!(forms("وحقوق"), ["حقوق"]);
        assert_eq!(forms("وقف"), [""; 0]);
        assert_eq!(forms("resolution"), [""; 0]);
    }
}
