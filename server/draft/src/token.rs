//! Cuts visible text into words, numbers and punctuation.

use crate::words::{WordId, Words};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A word; an elided article keeps its apostrophe (`l'`).
    Word(WordId),
    /// ASCII digits; the value saturates.
    Number(u32),
    /// Any other character that is no white space; hyphens of all kinds are `-`, slashes `/`.
    Mark(char),
}

/// A token of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Byte offset in the block.
    pub(crate) start: u32,
    /// Byte offset in the block, excluded.
    pub(crate) end: u32,
    /// Whether white space, or anything that is not printed, stands before it.
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
    while let Some((start, piece)) = scanner.next() {
        let kind = match piece {
            Piece::Space => {
                gap = true;
                continue;
            }
            Piece::Word => TokenKind::Word(words.id(&text[start..scanner.at])),
            Piece::Number => TokenKind::Number(text[start..scanner.at].parse().unwrap_or(u32::MAX)),
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

enum Piece {
    Space,
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
            self.at = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            return Some((start, Piece::Number));
        }
        if first.is_ascii() {
            self.at = start + 1;
            let piece = if first.is_ascii_whitespace() { Piece::Space } else { Piece::Mark(char::from(first)) };
            return Some((start, piece));
        }
        let c = self.text[start..].chars().next()?;
        if c.is_alphabetic() && !is_superscript_digit(c) {
            self.word();
            return Some((start, Piece::Word));
        }
        self.at = start + c.len_utf8();
        let piece = match c {
            _ if c.is_whitespace()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}') =>
            {
                Piece::Space
            }
            '\u{2010}' | '\u{2011}' | '\u{2012}' => Piece::Mark('-'),
            '\u{2044}' | '\u{ff0f}' => Piece::Mark('/'),
            '（' => Piece::Mark('('),
            '）' => Piece::Mark(')'),
            _ => Piece::Mark(c),
        };
        Some((start, piece))
    }

    /// Goes to the end of the word that begins here.
    fn word(&mut self) {
        let start = self.at;
        // Most words are of ASCII letters: characters are looked at from the first on that is none.
        let ascii = self.text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let mut chars = self.text[start + ascii..].char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let letter = c.is_ascii_alphabetic() || (!c.is_ascii() && is_word_char(c));
            if letter {
                continue;
            }
            // A hyphen joins two letters; an apostrophe ends an elided word and belongs to it.
            let joins = matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
                && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
            if joins {
                continue;
            }
            let end = start + ascii + i;
            let elides = matches!(c, '\'' | '’' | 'ʼ') && is_elided(&self.text[start..end]);
            self.at = if elides { end + c.len_utf8() } else { end };
            return;
        }
        self.at = self.text.len();
    }
}

/// Whether an apostrophe after these letters stands for a vowel left out (`l'`, `qu'`, `jusqu'`).
fn is_elided(letters: &str) -> bool {
    letters.len() <= 2 || letters.ends_with("qu")
}

fn is_word_char(c: char) -> bool {
    match c {
        // The letters of French need no look at the tables of Unicode.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | '\u{300}'..='\u{36f}' => true,
        _ => c.is_alphabetic() && !is_superscript_digit(c),
    }
}

/// Whether a character is a raised figure.
pub(crate) fn is_superscript_digit(c: char) -> bool {
    superscript_digit(c).is_some()
}

/// The figure that a raised figure stands for.
pub(crate) fn superscript_digit(c: char) -> Option<char> {
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
}
