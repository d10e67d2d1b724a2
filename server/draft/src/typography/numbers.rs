//! Numbers and what stands beside them: ordinals, signs for "number", articles before years.

use super::{LONGEST_LABEL, LONGEST_PIECE, Reader, is_space};
use crate::{GlyphKind, token::TokenKind, years};

impl Reader<'_> {
    pub(super) fn number(&mut self, at: usize) {
        let token = &self.tokens[at];
        self.number_sign(at);
        self.year_article(at);
        let typography = &self.data.typography;
        let Some(next) = self.token(Some(at + 1)).filter(|next| !next.gap) else { return };
        let (figures, printed) = (self.printed(token), self.printed(next));
        let glued = next.start == token.end;
        let after = &self.text[next.end as usize..];
        match next.kind {
            TokenKind::Word(_) => {
                if let Some(right) = typography.ordinal(figures, printed) {
                    self.push(next.span(), GlyphKind::Ordinal(right.into()));
                } else if let Some(right) = typography.misread.letters.get(figures).filter(|_| glued)
                    && printed.len() > LONGEST_PIECE
                    && printed.starts_with(char::is_lowercase)
                    && !self.text[..token.start as usize].ends_with(|c: char| !c.is_whitespace())
                {
                    self.push(token.span(), GlyphKind::Misread(right.as_str().into()));
                }
            }
            // `1^{er}`, as in LaTeX.
            TokenKind::Mark('^') if after.starts_with('{') => {
                let end = after.char_indices().take(LONGEST_LABEL).find(|(_, c)| *c == '}');
                let Some((close, _)) = end else { return };
                let suffix = &after[1..close];
                if suffix.chars().all(char::is_alphabetic) && !suffix.is_empty() {
                    let right = typography.ordinal(figures, suffix).unwrap_or(suffix);
                    let span = next.start as usize..next.end as usize + close + 1;
                    self.push(span, GlyphKind::Ordinal(right.into()));
                }
            }
            TokenKind::Mark(_) => {
                let right = typography.misread.ordinals.get(printed).filter(|_| glued);
                let word = after.trim_start_matches(' ');
                // A unit is no longer than a letter or two: `8°séance`, but `20 °C`.
                let letters = word.chars().take_while(|c| c.is_lowercase()).count();
                if let Some(right) = right.filter(|_| letters > LONGEST_PIECE) {
                    let space = if word.len() == after.len() { " " } else { "" };
                    self.push(next.span(), GlyphKind::Misread(format!("{right}{space}").into()));
                }
            }
            TokenKind::Number(_) => {}
        }
    }

    /// Notes the sign for "number" that stands before a number.
    fn number_sign(&mut self, at: usize) {
        let typography = &self.data.typography;
        let Some(last) = self.before(at).map(|before| self.text.as_bytes()[before.end as usize - 1]) else { return };
        // Most numbers have no sign, and are told so by one look.
        if !typography.number_sign_ends.contains(&last) {
            return;
        }
        let before = self.text[..self.tokens[at].start as usize].trim_end_matches(is_space);
        let signs = &typography.number_signs;
        let ends = |sign: &&String| {
            let rest = before.strip_suffix(sign.as_str());
            rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        };
        if let Some(sign) = signs.iter().filter(ends).max_by_key(|sign| sign.len()) {
            self.push(before.len() - sign.len()..before.len(), GlyphKind::NumberSign);
        }
    }

    /// Notes the article between a month and a year where the language has none: "diciembre del 2010".
    fn year_article(&mut self, at: usize) {
        let articles = &self.data.typography.year_articles;
        if articles.is_empty() || self.tokens[at].number().is_none_or(|year| !years::is_year(year)) {
            return;
        }
        let (Some(article), Some(month)) = (self.before(at), self.token(at.checked_sub(2))) else { return };
        let is_month = month.word().is_some_and(|id| !self.data.month_words.starting_with(id).is_empty());
        if let Some(right) = articles.get(self.printed(article)).filter(|_| is_month) {
            self.push(article.span(), GlyphKind::YearArticle(right.as_str().into()));
        }
    }
}
