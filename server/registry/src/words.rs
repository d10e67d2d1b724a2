//! Words as search compares them: in lower case and without accents.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text, folded. An ideograph is a word of its own, since nothing separates Chinese words.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter) && *letter != TATWEEL);
    for letter in letters.flat_map(char::to_lowercase) {
        let alone = matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
        if alone || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) else { continue };
        match letter {
            'œ' => word.push_str("oe"),
            'æ' => word.push_str("ae"),
            'ß' => word.push_str("ss"),
            _ => word.push(letter),
        }
        if alone {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The line that stretches an Arabic word and says nothing.
const TATWEEL: char = '\u{640}';

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(words("Égalité de l’ŒUVRE, e\u{301}tat–1"), ["egalite", "de", "l", "oeuvre", "etat", "1"]);
        assert_eq!(words("网络犯罪 abc"), ["网", "络", "犯", "罪", "abc"]);
        assert_eq!(words("الجـريمةَ"), ["الجريمة"]);
        assert!(words(" — ").is_empty());
    }
}
