//! Cuts visible text into words, numbers and punctuation.

use crate::words::{WordId, Words};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word; an elided article keeps its apostrophe (`l'`). A letter that is a word of its own, though written together
    /// with the next, is a token of its own (`و` of `وقرار`); so is each ideograph, since no space parts words in Chinese.
    Word(WordId),
    /// Digits of any script that drafts are written in; the value saturates.
    Number(u32),
    /// Any other character that is no white space, as [`plain_mark`] gives it.
    Mark(char),
}

/// A token of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Byte offset in the block.
    pub(crate) start: u32,
    /// Byte offset in the block, excluded.
    pub(crate) end: u32,
    /// Whether white space stands before it.
    pub(crate) gap: bool,
    pub(crate) kind: TokenKind,
}

impl Token {
    pub(crate) fn span(&self) -> crate::Span {
        self.start as usize..self.end as usize
    }

    pub(crate) fn number(&self) -> Option<u32> {
        match self.kind {
            TokenKind::Number(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn word(&self) -> Option<WordId> {
        match self.kind {
            TokenKind::Word(id) => Some(id),
            _ => None,
        }
    }

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }
}

/// Cuts `text` into tokens and appends them to `tokens`. `offset` is that of the text in its block; `gap` says
/// whether the text follows white space. Gives whether the text ended in white space.
pub(crate) fn tokenize(text: &str, offset: usize, gap: bool, words: &Words, tokens: &mut Vec<Token>) -> bool {
    let mut scanner = Scanner { text, at: 0 };
    let mut gap = gap;
    while let Some((mut start, piece)) = scanner.next() {
        let kind = match piece {
            Piece::Space => {
                gap = true;
                continue;
            }
            Piece::Unprinted => continue,
            Piece::Word => {
                let word = &text[start..scanner.at];
                let mut id = words.id(word);
                if id == WordId::UNKNOWN
                    && let Some((prefixed, known)) = words.split(word)
                {
                    id = known;
                    for length in prefixed.lengths() {
                        let kind = TokenKind::Word(words.id(&text[start..start + length]));
                        let end = start + length;
                        tokens.push(Token { start: (offset + start) as u32, end: (offset + end) as u32, gap, kind });
                        (start, gap) = (end, false);
                    }
                }
                TokenKind::Word(id)
            }
            Piece::Number => TokenKind::Number(number(&text[start..scanner.at])),
            Piece::Mark(mark) => TokenKind::Mark(mark),
        };
        tokens.push(Token { start: (offset + start) as u32, end: (offset + scanner.at) as u32, gap, kind });
        gap = false;
    }
    gap
}

/// The words of a phrase of the language data.
pub(crate) fn split_words(phrase: &str) -> impl Iterator<Item = &str> {
    let mut scanner = Scanner { text: phrase, at: 0 };
    std::iter::from_fn(move || {
        while let Some((start, piece)) = scanner.next() {
            if matches!(piece, Piece::Word) {
                return Some(&phrase[start..scanner.at]);
            }
        }
        None
    })
}

/// The value of digits, which marks that are not printed may part; it saturates.
pub(crate) fn number(digits: &str) -> u32 {
    if digits.is_ascii() {
        return digits.parse().unwrap_or(u32::MAX);
    }
    digits.chars().filter_map(digit).fold(0, |value: u32, digit| value.saturating_mul(10).saturating_add(digit))
}

enum Piece {
    Space,
    Unprinted,
    Word,
    Number,
    Mark(char),
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    /// The next piece and its start; it ends where the scanner then is.
    fn next(&mut self) -> Option<(usize, Piece)> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let &first = bytes.get(start)?;
        if first.is_ascii_alphabetic() {
            self.word();
            return Some((start, Piece::Word));
        }
        if first.is_ascii_digit() {
            self.number();
            return Some((start, Piece::Number));
        }
        if first.is_ascii() {
            self.at = start + 1;
            let piece = if first.is_ascii_whitespace() { Piece::Space } else { Piece::Mark(char::from(first)) };
            return Some((start, piece));
        }
        let c = self.text[start..].chars().next()?;
        if is_ideograph(c) {
            self.at = start + c.len_utf8();
            return Some((start, Piece::Word));
        }
        if is_word_char(c) {
            self.word();
            return Some((start, Piece::Word));
        }
        if digit(c).is_some() {
            self.number();
            return Some((start, Piece::Number));
        }
        self.at = start + c.len_utf8();
        let piece = match c {
            _ if c.is_whitespace() || c == '\u{200b}' => Piece::Space,
            _ if is_unprinted(c) => Piece::Unprinted,
            _ => Piece::Mark(plain_mark(c)),
        };
        Some((start, piece))
    }

    /// Goes to the end of the digits that begin here.
    fn number(&mut self) {
        let start = self.at;
        let ascii = self.text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at = start + ascii;
        for (i, c) in self.text[start + ascii..].char_indices() {
            if digit(c).is_some() {
                self.at = start + ascii + i + c.len_utf8();
            } else if !is_unprinted(c) {
                return;
            }
        }
    }

    /// Goes to the end of the word that begins here.
    fn word(&mut self) {
        let start = self.at;
        // Most words are of ASCII letters: characters are looked at from the first on that is none.
        let ascii = self.text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        self.at = start + ascii;
        let arabic = self.text[start..].starts_with(is_arabic);
        let mut chars = self.text[start + ascii..].char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let end = start + ascii + i;
            let letter = c.is_ascii_alphabetic() || (!c.is_ascii() && is_word_char(c));
            // "وA/HRC/48/65": what is written together with letters of another script is another word.
            if letter && is_arabic(c) != arabic {
                return;
            }
            // A hyphen joins two letters; an apostrophe ends an elided word and belongs to it.
            let joins = !letter
                && matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
                && chars.peek().is_some_and(|(_, next)| next.is_alphabetic() && !is_ideograph(*next));
            if letter || joins {
                self.at = end + c.len_utf8();
            } else if !is_unprinted(c) {
                if matches!(c, '\'' | '’' | 'ʼ') && is_elided(&self.text[start..end]) {
                    self.at = end + c.len_utf8();
                }
                return;
            }
        }
    }
}

/// Whether an apostrophe after these letters stands for a vowel left out (`l'`, `qu'`, `jusqu'`).
fn is_elided(letters: &str) -> bool {
    letters.len() <= 2 || letters.ends_with("qu")
}

fn is_word_char(c: char) -> bool {
    match c {
        // The letters of French, Russian and Arabic need no look at the tables of Unicode.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | '\u{300}'..='\u{36f}' | 'А'..='я' | 'ء'..='غ' | 'ف'..='ي' => {
            true
        }
        _ => c.is_alphabetic() && !is_superscript_digit(c) && !is_ideograph(c),
    }
}

/// Whether a character is of the Arabic script.
pub(crate) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether a character is a Chinese one, the zero of Chinese figures (`〇`) included.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character shows nothing and parts nothing: it joins letters, or gives the direction of the text.
pub fn is_unprinted(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// What a digit counts: ASCII, Arabic-Indic, Persian or full-width.
pub fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

/// A text with its ASCII digits in the script in which `sample` writes its first digit.
pub fn digits_as_in(sample: &str, text: &str) -> String {
    let zero = sample.chars().find_map(|c| Some(c as u32 - digit(c)?)).unwrap_or('0' as u32);
    let like = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(zero + digit)).unwrap_or(c);
    text.chars().map(like).collect()
}

/// A mark as ASCII has it: hyphens of all kinds are `-`, slashes `/`; commas, stops and brackets of all scripts are one.
pub fn plain_mark(mark: char) -> char {
    match mark {
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '－' => '-',
        '\u{2044}' | '／' => '/',
        '（' => '(',
        '）' => ')',
        '،' | '，' | '、' => ',',
        '؛' | '；' => ';',
        '：' => ':',
        '。' | '．' => '.',
        _ => mark,
    }
}

/// Whether a character is a raised figure.
pub(crate) fn is_superscript_digit(c: char) -> bool {
    superscript_digit(c).is_some()
}

/// The figure that a raised figure stands for.
pub fn superscript_digit(c: char) -> Option<char> {
    match c {
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '⁰' | '⁴'..='⁹' => char::from_digit(c as u32 - '⁰' as u32, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        tokenize(text, 0, false, &Words::default(), &mut tokens);
        tokens.iter().map(|token| text[token.span()].to_owned()).collect()
    }

    #[test]
    fn words_numbers_and_marks_come_apart() {
        assert_eq!(cut("l’Assemblée générale, 65/230 A"), ["l’", "Assemblée", "générale", ",", "65", "/", "230", "A"]);
        assert_eq!(cut("the Council’s S‑8/1"), ["the", "Council", "’", "s", "S", "‑", "8", "/", "1"]);
        assert_eq!(cut("vingt-deuxième qu'elle 1er"), ["vingt-deuxième", "qu'", "elle", "1", "er"]);
        assert_eq!(cut("2013³ é¹"), ["2013", "³", "é", "¹"]);
    }

    #[test]
    fn what_is_not_printed_parts_nothing() {
        assert_eq!(
            cut("\u{202b}65\u{200f}/\u{200e}2\u{200f}30\u{202c}\u{200f}\u{200f}،"),
            ["65", "/", "2\u{200f}30", "،"]
        );
        assert_eq!(cut("قرار\u{200f}ها القــرارُ\u{200f} ب"), ["قرار\u{200f}ها", "القــرارُ", "ب"]);
        assert_eq!(cut("وA/HRC/48/65 وCOVID"), ["و", "A", "/", "HRC", "/", "48", "/", "65", "و", "COVID"]);
    }

    #[test]
    fn digits_of_all_scripts_count() {
        let mut tokens = Vec::new();
        tokenize("٦٥/۲۳۰ ２０１０، 2٠1\u{200f}0", 0, false, &Words::default(), &mut tokens);
        let numbers: Vec<u32> = tokens.iter().filter_map(Token::number).collect();
        assert_eq!(numbers, [65, 230, 2010, 2010]);
        assert!(tokens[4].is_mark(','));
        assert_eq!(digits_as_in("٦٥/٢٣٠", "21 كانون"), "٢١ كانون");
        assert_eq!(digits_as_in("no digit", "21 May"), "21 May");
    }

    #[test]
    fn ideographs_are_words_of_their_own() {
        assert_eq!(cut("大会第65/230号决议，"), ["大", "会", "第", "65", "/", "230", "号", "决", "议", "，"]);
        assert_eq!(cut("COVID-19和mRNA-疫苗二〇"), ["COVID", "-", "19", "和", "mRNA", "-", "疫", "苗", "二", "〇"]);
    }

    #[test]
    fn digits_take_the_script_of_a_sample() {
        assert_eq!(digits_as_in("القرار ٦٥", "65/230 A"), "٦٥/٢٣٠ A");
        assert_eq!(digits_as_in("65", "65/230"), "65/230");
        assert_eq!(digits_as_in("", "65/230"), "65/230");
    }
}
