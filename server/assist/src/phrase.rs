//! Finding the phrases of a language in running text, whatever the case, the kind of apostrophe and the spaces.

use rapporteur_draft::is_ideograph;

/// The length of a phrase at the start of a text, in bytes; `None` if the text starts otherwise, or goes on with
/// another letter.
pub(crate) fn phrase_at(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for wanted in phrase.chars() {
        if wanted == ' ' {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        } else {
            let found = rest.chars().next()?;
            if !same(found, wanted) {
                return None;
            }
            rest = &rest[found.len_utf8()..];
        }
    }
    // After an elision (l') the next word follows at once.
    let whole = phrase.ends_with('\'') || !rest.starts_with(char::is_alphanumeric);
    whole.then(|| text.len() - rest.len())
}

/// The length of the longest of the phrases at the start of a text.
pub(crate) fn longest_at<'p>(text: &str, phrases: impl IntoIterator<Item = &'p str>) -> Option<usize> {
    phrases.into_iter().filter_map(|phrase| phrase_at(text, phrase)).max()
}

/// Whether a phrase begins with what is typed.
pub(crate) fn phrase_begins(phrase: &str, typed: &str) -> bool {
    let mut letters = phrase.chars().flat_map(char::to_lowercase);
    typed.chars().flat_map(char::to_lowercase).all(|typed| match letters.next() {
        Some('’' | '\'') => matches!(typed, '’' | '\''),
        letter => letter == Some(typed),
    })
}

/// Whether a text ends with a phrase that is no part of a longer word. An ideograph is a word of its own.
pub(crate) fn ends_with_phrase(text: &str, phrase: &str) -> bool {
    let starts = text.char_indices().rev().take(phrase.chars().count()).map(|(at, _)| at);
    starts.into_iter().any(|at| {
        let alone = starts_word(text, at) || phrase.starts_with(is_ideograph);
        alone && phrase_at(&text[at..], phrase) == Some(text.len() - at)
    })
}

/// Whether a word may start at this byte: no letter or digit stands before it. An ideograph is a word of its own.
pub(crate) fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(goes_on)
}

/// Whether a character makes a word longer. No space parts ideographs, so that none of them does.
pub(crate) fn goes_on(c: char) -> bool {
    c.is_alphanumeric() && !is_ideograph(c)
}

/// Where each word of a text starts, the last one first; a run of ideographs is taken for one.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let starts = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    text.char_indices().rev().filter(move |(at, char)| char.is_alphanumeric() && starts(*at)).map(|(at, _)| at)
}

fn same(a: char, b: char) -> bool {
    a == b || (a == '’' && b == '\'') || a.to_lowercase().eq(b.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_in_any_case_and_over_lines() {
        assert_eq!(phrase_at("En date\n du 3", "en date du"), Some("En date\n du".len()));
        assert_eq!(phrase_at("L’Assemblée", "l'"), Some("L’".len()));
        assert_eq!(phrase_at("resolutions", "resolution"), None);
        assert_eq!(longest_at("of the Council", ["of", "of the"]), Some(6));
    }

    #[test]
    fn a_phrase_ends_a_text_as_a_whole() {
        assert!(ends_with_phrase("65/230 and", "and") && ends_with_phrase("65/230号和", "和"));
        assert!(!ends_with_phrase("island", "and") && !ends_with_phrase("and 65", "and"));
        assert!(ends_with_phrase("ainsi\nque", "ainsi que"));
    }

    #[test]
    fn words_come_last_first() {
        let text = "*Recalling* l’été 65/2";
        let words: Vec<&str> = word_starts(text).map(|at| &text[at..]).collect();
        assert_eq!(words, ["2", "65/2", "été 65/2", "l’été 65/2", "Recalling* l’été 65/2"]);
    }
}
