//! Words: elided ones, faulty ones, pieces of words.

use super::{LONGEST_PIECE, Reader, is_space};
use crate::{GlyphKind, token::Token, words::WordId};

/// How many letters an ending has at most that no word has.
const LONGEST_ENDING: usize = 5;

impl Reader<'_> {
    pub(super) fn word(&mut self, at: usize, id: WordId) {
        let token = &self.tokens[at];
        // The last byte of `'` and of `’`.
        let last = self.text.as_bytes()[token.end as usize - 1];
        if matches!(last, b'\'' | 0x99)
            && let Some(letters) = self.printed(token).strip_suffix(['’', '\''])
        {
            return self.elided(at, letters.len());
        }
        // What the language knows is no piece and no misspelt word.
        if id != WordId::UNKNOWN {
            return;
        }
        let (start, word) = (token.start as usize, self.printed(token));
        let typography = &self.data.typography;
        if !word.is_ascii() {
            // An ending begins with its only letter that is not of ASCII.
            let tail = word.char_indices().rev().take(LONGEST_ENDING).find(|(_, c)| !c.is_ascii());
            let ending = tail.and_then(|(at, _)| Some((at, typography.misread.endings.get(&word[at..])?)));
            if let Some((at, right)) = ending.filter(|_| word.starts_with(char::is_lowercase)) {
                self.push(start + at..start + word.len(), GlyphKind::Misread(right.as_str().into()));
            }
        } else if let Some((fault, right)) = typography.misspelling(word) {
            self.push(start..start + word.len(), GlyphKind::Misspelt(fault, right.into()));
        }
        if typography.is_piece(word, LONGEST_PIECE) {
            self.piece(at);
        }
    }

    /// Looks at an elided word, which ends with its apostrophe: `l’`. `length` is that of its letters.
    fn elided(&mut self, at: usize, length: usize) {
        let span = self.tokens[at].span();
        let letters = &self.text[span.start..span.start + length];
        let typography = &self.data.typography;
        let Some(next) = self.tokens.get(at + 1).filter(|next| next.word().is_some()) else { return };
        let space = span.end..next.start as usize;
        let apart = next.gap;
        self.push(span.start + length..span.end, GlyphKind::Apostrophe);
        if apart && !self.text[space.clone()].chars().all(is_space) {
            return;
        }
        // An elided word that is read well begins with a small letter.
        let doubtful = Some(letters).filter(|letters| !letters.starts_with(char::is_lowercase));
        let misread = doubtful.and_then(|letters| typography.misread.elisions.get(letters));
        if let Some(right) = misread {
            // `1I’`: both stand for the letter.
            let doubled = self.before(at).filter(|before| {
                before.end as usize == span.start && typography.misread.elisions.contains_key(self.printed(before))
            });
            let from = doubled.map_or(span.start, |before| before.start as usize);
            self.push(from..span.start + length, GlyphKind::Misread(right.as_str().into()));
        }
        if apart && typography.elided.iter().any(|word| word.eq_ignore_ascii_case(letters)) {
            self.push(space, GlyphKind::ApostropheSpace);
        }
    }

    /// Notes the words that a piece of a word makes with its neighbours.
    fn piece(&mut self, at: usize) {
        let stands_alone = |token: &Token| {
            let (before, after) = (&self.text[..token.start as usize], &self.text[token.end as usize..]);
            token.word().is_some() && !before.ends_with(['’', '\'']) && !after.starts_with(['’', '\''])
        };
        if !stands_alone(&self.tokens[at]) {
            return;
        }
        for first in [at.checked_sub(1), Some(at)].into_iter().flatten() {
            let (Some(a), Some(b)) = (self.token(Some(first)), self.token(Some(first + 1))) else { continue };
            let spaced = &self.text[a.end as usize..b.start as usize] == " ";
            let small = self.printed(b).starts_with(char::is_lowercase);
            let span = a.start as usize..b.end as usize;
            let sign = self.data.typography.broken_number_signs.iter().any(|sign| *sign == self.text[span.clone()]);
            let twice = self.glyphs.last().is_some_and(|last| last.span == span);
            if spaced && small && !sign && !twice && stands_alone(a) && stands_alone(b) {
                self.push(span, GlyphKind::Halves);
            }
        }
    }
}
