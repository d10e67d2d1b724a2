//! Words with a capital and without.

/// A word with a capital.
pub(crate) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// A word with a capital if what is printed in its place has one.
pub fn as_printed(printed: &str, word: &str) -> String {
    if printed.starts_with(char::is_uppercase) { capitalised(word) } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_capital_of_the_one_in_whose_place_it_stands() {
        assert_eq!(as_printed("Also", "further"), "Further");
        assert_eq!(as_printed("also", "further"), "further");
        assert_eq!(as_printed("Etats", "état"), "État");
        assert_eq!(as_printed("", ""), "");
    }
}
