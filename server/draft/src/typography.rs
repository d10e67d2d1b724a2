//! What of a block's typography can go wrong: spaces, apostrophes, quotation marks, signs, words in a faulty form.
//!
//! One walk over the tokens finds them for all rules; code, comments, addresses and the targets of links are no tokens
//! or are passed over.

mod marks;
mod numbers;
mod words;

use crate::{
    Glyph, GlyphKind, Span,
    inline::Inline,
    language::Data,
    token::{Token, TokenKind},
    words::WordId,
};

/// The widest gap that is taken for a slip, in characters: wider ones set columns apart.
const WIDEST_SLIP: usize = 3;

/// How many letters a piece of a word that was cut in two has at most.
const LONGEST_PIECE: usize = 3;

/// What may be a label at the start of a line, in characters: what stands behind it is set apart from it.
const LONGEST_LABEL: usize = 6;

/// Finds the glyphs of a block in the order of its tokens; offsets count from its start.
pub(crate) fn read(text: &str, inline: &Inline, data: &Data) -> Vec<Glyph> {
    let table = text.starts_with('|');
    let mut reader = Reader {
        text,
        inline,
        tokens: &inline.tokens,
        data,
        table,
        quotes: 0,
        straight: false,
        quoted_once: false,
        glyphs: Vec::new(),
    };
    let mut address = false;
    for (at, token) in inline.tokens.iter().enumerate() {
        address = (address && !token.gap) || reader.begins_address(at);
        if address {
            continue;
        }
        if token.gap && !table {
            reader.gap(at);
        }
        match token.kind {
            TokenKind::Word(id) => reader.word(at, id),
            TokenKind::Number(_) => reader.number(at),
            TokenKind::Mark(_) => reader.mark(at),
        }
    }
    reader.glyphs
}

struct Reader<'a> {
    text: &'a str,
    inline: &'a Inline,
    tokens: &'a [Token],
    data: &'a Data,
    table: bool,
    /// How many quotations are open.
    quotes: u32,
    /// Whether a straight quotation mark is open.
    straight: bool,
    /// Whether a single quotation mark has opened something.
    quoted_once: bool,
    glyphs: Vec<Glyph>,
}

impl<'a> Reader<'a> {
    fn push(&mut self, span: Span, kind: GlyphKind) {
        self.glyphs.push(Glyph { span, kind });
    }

    fn token(&self, at: Option<usize>) -> Option<&Token> {
        self.tokens.get(at?)
    }

    fn before(&self, at: usize) -> Option<&Token> {
        self.token(at.checked_sub(1))
    }

    /// The token that follows without white space.
    fn glued(&self, at: usize) -> Option<&Token> {
        self.token(Some(at + 1)).filter(|next| next.start == self.tokens[at].end)
    }

    fn printed(&self, token: &Token) -> &'a str {
        &self.text[token.span()]
    }

    /// Whether an address begins here: `https://…`, `www.…`.
    fn begins_address(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.word() == Some(WordId::UNKNOWN)
            && matches!(self.text.as_bytes()[token.start as usize], b'h' | b'w')
            && matches!(self.printed(token), "http" | "https" | "www")
            && self.glued(at).is_some_and(|next| next.is_mark(':') || next.is_mark('.'))
    }

    /// Looks for two spaces between a token and the one before it.
    fn gap(&mut self, at: usize) {
        let Some(before) = self.before(at) else { return };
        let (from, to) = (before.end as usize, self.tokens[at].start as usize);
        // Nearly all gaps are one space.
        if to - from < 2 {
            return;
        }
        let gap = &self.text[from..to];
        // What is not printed, and the white space in it, is let alone.
        if gap.contains(['`', '(', '!', '|', '=']) {
            return;
        }
        let mut done = 0;
        while let Some(start) = gap[done..].find(is_space).map(|start| done + start) {
            let run = gap.len() - start - gap[start..].trim_start_matches(is_space).len();
            done = start + run;
            let breaks = |c: Option<char>| c.is_some_and(|c| matches!(c, '\n' | '\r' | '\t'));
            let at_break = breaks(gap[..start].chars().next_back()) || breaks(gap[done..].chars().next());
            let count = gap[start..done].chars().count();
            if (2..=WIDEST_SLIP).contains(&count) && !at_break && !self.is_labelled(from + start) {
                self.push(from + start..from + done, GlyphKind::DoubleSpace);
            }
        }
    }

    /// Whether nothing but what may be a label stands on the line before an offset.
    fn is_labelled(&self, offset: usize) -> bool {
        let before = &self.text[..offset];
        let mut line = before.chars().rev().take_while(|c| *c != '\n');
        line.by_ref().take(LONGEST_LABEL).count() < LONGEST_LABEL
    }
}

/// White space within a line, as it is typed or printed.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}
