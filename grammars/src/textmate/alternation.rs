//! Lists of phrases as regular expressions of the kind that TextMate grammars have (Oniguruma's, in extended mode).

use std::collections::BTreeMap;

/// How the characters of a list are printed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Printing<'a> {
    /// Whether a phrase may begin with a capital or a small letter.
    pub(super) either_case: bool,
    /// What stands for the space between two words.
    pub(super) gap: &'a str,
    /// Further letters that are read as one of the list: traditional ideographs for simplified ones.
    pub(super) ideographs: &'a [(char, char)],
}

/// One regular expression for all phrases. Those that begin alike share what they begin with, so that it is tried once, and
/// longer ones come before shorter ones.
pub(super) fn alternation(phrases: impl IntoIterator<Item = String>, printing: Printing<'_>) -> String {
    let mut trie = Trie::default();
    for phrase in phrases {
        let mut letters = phrase.chars();
        let first = letters.next().map(|first| match printing.either_case {
            true => first.to_lowercase().next().unwrap_or(first),
            false => first,
        });
        trie.add(first.into_iter().chain(letters));
    }
    trie.print(printing, true)
}

#[derive(Default)]
struct Trie {
    next: BTreeMap<char, Trie>,
    ends: bool,
}

impl Trie {
    fn add(&mut self, mut letters: impl Iterator<Item = char>) {
        match letters.next() {
            Some(letter) => self.next.entry(letter).or_default().add(letters),
            None => self.ends = true,
        }
    }

    fn print(&self, printing: Printing<'_>, first: bool) -> String {
        let branches: Vec<String> = self
            .next
            .iter()
            .map(|(letter, rest)| format!("{}{}", print(*letter, printing, first), rest.print(printing, false)))
            .collect();
        match branches.as_slice() {
            [] => String::new(),
            [only] if !self.ends && !first => only.clone(),
            _ => format!("(?:{}){}", branches.join("|"), if self.ends { "?" } else { "" }),
        }
    }
}

/// Letters that drafts write in several ways: hamza and madda may be left out, and final ya and alef maqsura are the same.
const SAME_LETTERS: [(char, &str); 7] =
    [('أ', "أا"), ('إ', "إا"), ('آ', "آا"), ('ي', "يى"), ('ى', "ىي"), ('ё', "ёе"), ('-', "\\-‑")];

/// The vowel signs with which Arabic words may be written: "أيضاً", "أيضًا".
const VOWEL_SIGNS: &str = "[ً-ْ]?";

fn print(letter: char, printing: Printing<'_>, first: bool) -> String {
    if letter == ' ' {
        return printing.gap.to_owned();
    }
    if matches!(letter, '\'' | '’') {
        return "['’]".to_owned();
    }
    if let Some((_, forms)) = SAME_LETTERS.iter().find(|(same, _)| *same == letter) {
        return format!("[{forms}]");
    }
    if letter == 'ا' {
        return format!("{VOWEL_SIGNS}ا{VOWEL_SIGNS}");
    }
    let traditional: String =
        printing.ideographs.iter().filter(|(_, plain)| *plain == letter).map(|(other, _)| *other).collect();
    if !traditional.is_empty() {
        return format!("[{letter}{traditional}]");
    }
    if first && printing.either_case && letter.to_uppercase().ne([letter]) {
        return format!("[{}{letter}]", letter.to_uppercase());
    }
    if letter.is_alphanumeric() { letter.to_string() } else { format!("\\{letter}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(phrases: &[&str], either_case: bool) -> String {
        let printing = Printing { either_case, gap: "[ ]+", ideographs: &[('議', '议')] };
        alternation(phrases.iter().map(|phrase| (*phrase).to_owned()), printing)
    }

    #[test]
    fn phrases_share_what_they_begin_with() {
        assert_eq!(of(&["Calls", "Calls upon", "Calls for"], false), "(?:Calls(?:[ ]+(?:for|upon))?)");
        assert_eq!(of(&["Notes", "notes"], true), "(?:[Nn]otes)");
    }

    #[test]
    fn letters_are_read_as_those_for_which_they_stand() {
        assert_eq!(of(&["决议"], false), "(?:决[议議])");
        assert_eq!(of(&["l'A"], false), "(?:l['’]A)");
        assert_eq!(of(&["إذ", "distr."], false), "(?:distr\\.|[إا]ذ)");
    }
}
