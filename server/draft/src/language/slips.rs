//! Lead phrases that are misspelt.

use super::Language;
use crate::{LeadPart, Span, capitals::as_printed, homoglyphs, lead, token::TokenKind, words::normalise};

/// How many words of a paragraph are looked at: no lead phrase has more.
const LONGEST: usize = 8;

impl Language {
    /// The word that is misspelt in what opens a paragraph, and what it ought to be: of "Recomends that …" the first and
    /// "Recommends". `text` begins with the phrase, and ends where the emphasis does, if there is any. A phrase of `part`
    /// is taken before one of the other part; behind a phrase that is known, all that follows must be.
    ///
    /// `None` where the words are all known, or none is near one that would make a known phrase.
    pub fn misspelt_in_lead(self, text: &str, part: LeadPart) -> Option<(Span, String)> {
        let data = self.data();
        let mut tokens = self.tokens(text);
        let least = if lead::known(&tokens, data).is_some() { tokens.len() } else { 0 };
        let known = data.lead_words();
        let words = tokens.iter().take(LONGEST).map_while(|token| token.word().map(|_| token.span()));
        let normal = |span: Span| normalise(&text[span]);
        let is_known = |word: &String| known.binary_search_by(|(known, _)| known.cmp(word)).is_ok();
        let (at, printed) = words.map(normal).enumerate().find(|(_, word)| !is_known(word))?;
        let span = tokens[at].span();
        let near = known.iter().filter_map(|(word, written)| Some((distance(&printed, word)?, word, written)));
        let mut near: Vec<(usize, &String, &String)> = near.collect();
        near.sort_unstable();
        let mut fits = |word: &str, part: Option<LeadPart>| {
            tokens[at].kind = TokenKind::Word(data.words.id(word));
            lead::known(&tokens, data).is_some_and(|known| {
                let in_part = match part {
                    Some(LeadPart::Preambular) => known.preambular,
                    Some(LeadPart::Operative) => known.operative,
                    None => true,
                };
                in_part && known.length > at && known.length >= least
            })
        };
        let mut nearest = |part| near.iter().find(|(_, word, _)| fits(word, part)).map(|(.., written)| *written);
        let right = nearest(Some(part)).or_else(|| nearest(None))?;
        Some((span.clone(), as_printed(&text[span], right)))
    }
}

/// How far a word is from one of the vocabulary, if it may be a slip for it: a letter wrong, missing, doubled or swapped with
/// its neighbour, two in a long word; none where only letters of another script stand for those that they look like.
fn distance(printed: &str, word: &str) -> Option<usize> {
    /// Words that are shorter have too many neighbours; of the same length still more.
    const SHORTEST: usize = 4;
    /// From here on two letters may be wrong.
    const LONG: usize = 10;
    /// From here on the first letter may be.
    const FIRST_MAY_DIFFER: usize = 7;
    let (a, b) = (printed.chars().count(), word.chars().count());
    let latin = |text: &str| text.chars().map(homoglyphs::latin).collect::<String>();
    if a == b && !printed.is_ascii() | !word.is_ascii() && latin(printed) == latin(word) {
        return Some(0);
    }
    let longest = a.max(b);
    let most = 1 + usize::from(longest >= LONG);
    let first = longest >= FIRST_MAY_DIFFER || printed.chars().next() == word.chars().next();
    if a.min(b) < SHORTEST + usize::from(a == b) || a.abs_diff(b) > most || !first {
        return None;
    }
    Some(strsim::osa_distance(printed, word)).filter(|distance| *distance <= most)
}
