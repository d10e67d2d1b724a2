//! Marks: apostrophes, quotation marks, hyphens, and the spaces beside marks.

use super::{Reader, is_space};
use crate::{
    GlyphKind, Spacing, Span,
    lines::EMPHASIS_MARKS,
    token::{Token, is_ideograph},
};

impl Reader<'_> {
    pub(super) fn mark(&mut self, at: usize) {
        let token = &self.tokens[at];
        let Some(mark) = self.printed(token).chars().next() else { return };
        match mark {
            '\'' | '’' | '‘' => self.apostrophe(at, mark),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' => self.quotation(at, mark),
            '-' => self.hyphen(at),
            _ => {}
        }
        self.spacing(at, mark);
        self.script(at, mark);
        self.misread(at, mark);
    }

    fn apostrophe(&mut self, at: usize, mark: char) {
        let token = &self.tokens[at];
        let span = token.span();
        let typography = &self.data.typography;
        let (previous, next) = (self.before(at), self.glued(at).filter(|next| next.word().is_some()));
        let glued = previous.filter(|before| before.end == token.start);
        // `1’Assemblée`, `[’accent`.
        let misread = glued.and_then(|before| typography.misread.elisions.get(self.printed(before)));
        if let (Some(right), Some(before)) = (misread, glued) {
            let whole = before.start == 0 || !self.text[..before.start as usize].ends_with(char::is_alphanumeric);
            let spaced = self.text[span.end..].trim_start_matches(is_space);
            if whole && mark != '‘' && spaced.starts_with(char::is_alphabetic) {
                return self.push(before.span(), GlyphKind::Misread(right.as_str().into()));
            }
        }
        if mark == '‘' || (glued.is_none() && next.is_some()) {
            let before = previous.filter(|_| mark != '‘' && token.gap).map(|before| before.span());
            let loose = before.filter(|before| {
                let gap = &self.text[before.end..span.start];
                let elided = typography.elided.iter().any(|word| word.eq_ignore_ascii_case(&self.text[before.clone()]));
                let clitic = next.is_some_and(|next| typography.clitics.iter().any(|word| word == self.printed(next)));
                !gap.is_empty() && gap.chars().all(is_space) && (elided || clitic)
            });
            match loose {
                Some(before) => {
                    self.push(before.end..span.start, GlyphKind::ApostropheSpace);
                    self.push(span, GlyphKind::Apostrophe);
                }
                None => self.quoted_once = true,
            }
            return;
        }
        let follows_word = glued.is_some_and(|before| before.word().is_some());
        // The plural's: "States’ efforts".
        let plural = !typography.clitics.is_empty() && !self.quoted_once && self.text[..span.start].ends_with('s');
        if follows_word && (next.is_some() || plural) {
            self.push(span, GlyphKind::Apostrophe);
        }
    }

    fn quotation(&mut self, at: usize, mark: char) {
        let token = &self.tokens[at];
        let before = self.text[..token.start as usize].chars().next_back();
        let pairs = &self.data.typography.quotation_marks;
        let is_any = |side: usize| pairs.iter().any(|pair| pair[side] == mark);
        let opens = match (mark, is_any(0), is_any(1)) {
            ('"', ..) => {
                // Behind figures it may stand for inches.
                if !self.straight && before.is_some_and(|c| c.is_ascii_digit()) {
                    return;
                }
                self.straight = !self.straight;
                self.straight
            }
            (_, true, false) => true,
            (_, false, true) => false,
            _ => {
                let before = self.text[..token.start as usize].trim_end_matches(EMPHASIS_MARKS).chars().next_back();
                before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«'))
            }
        };
        self.push(token.span(), GlyphKind::Quotation { opens, depth: self.quotes.saturating_sub(u32::from(!opens)) });
        self.quotes = if opens { self.quotes + 1 } else { self.quotes.saturating_sub(1) };
    }

    /// Looks at the white space before a mark, and behind one that opens a quotation.
    fn spacing(&mut self, at: usize, mark: char) {
        let typography = &self.data.typography;
        let spaced = typography.spaced.contains(mark);
        // Most marks have no space before them, and none is due.
        let loose = self.tokens[at].gap && typography.unspaced.contains(mark);
        if self.table || !(spaced || loose) {
            return;
        }
        let span = self.tokens[at].span();
        if mark == '«' {
            let after = &self.text[span.end..];
            let run = after.len() - after.trim_start_matches(is_space).len();
            if after[run..].starts_with(|c: char| !matches!(c, '\n' | '\r')) {
                self.push(span.end..span.end + run, GlyphKind::Spaced { mark, spacing: spacing(&after[..run]) });
            }
            return;
        }
        let before = self.text[..span.start].trim_end_matches(is_space);
        let run = before.len()..span.start;
        let closes = |c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '»' | '”' | '’' | '*' | '_' | '>' | '%');
        let follows = before.ends_with(closes) && (mark != '%' || before.ends_with(|c: char| c.is_ascii_digit()));
        if !follows || !(mark == '»' || self.ends_here(at)) {
            return;
        }
        if spaced {
            // Titles in other languages are quoted or emphasised, and spaced as these have it.
            let foreign = run.is_empty() && mark != '»' && mark != '%' && (self.quotes > 0 || self.is_emphasised(&run));
            if !foreign {
                self.push(run.clone(), GlyphKind::Spaced { mark, spacing: spacing(&self.text[run]) });
            }
        } else if !run.is_empty() {
            self.push(run, GlyphKind::Loose { mark });
        }
    }

    /// Whether nothing follows a mark directly but what may stand behind the punctuation of a sentence.
    fn ends_here(&self, at: usize) -> bool {
        let after = &self.text[self.tokens[at].end as usize..];
        after.is_empty()
            || after.starts_with(|c: char| {
                c.is_whitespace() || is_ideograph(c) || matches!(c, '*' | '_' | '[' | '<' | ')' | '»' | '”')
            })
    }

    fn is_emphasised(&self, span: &Span) -> bool {
        let emphasis = &self.inline.emphasis;
        let next = emphasis.partition_point(|emphasis| emphasis.outer.start <= span.start);
        // Emphasis within emphasis is rare, and small.
        emphasis[..next].iter().rev().take(3).any(|emphasis| emphasis.outer.end > span.end)
    }

    /// Notes a hyphen that stands between spaces, as a dash does.
    fn hyphen(&mut self, at: usize) {
        let token = &self.tokens[at];
        if self.data.typography.dash.is_empty() || !token.gap {
            return;
        }
        let (Some(before), Some(next)) = (self.before(at), self.token(Some(at + 1))) else { return };
        let spaces = [before.end..token.start, token.end..next.start];
        let spaced = |range: std::ops::Range<u32>| {
            let gap = &self.text[range.start as usize..range.end as usize];
            gap.chars().count() == 1 && gap.starts_with(is_space)
        };
        if spaces.into_iter().all(spaced) && before.word().is_some() && next.word().is_some() {
            self.push(token.span(), GlyphKind::SpacedHyphen);
        }
    }

    /// Notes a mark of another script behind a letter of the language's own.
    fn script(&mut self, at: usize, mark: char) {
        let Some(right) = self.data.typography.script_marks.get(&mark) else { return };
        let span = self.tokens[at].span();
        let before = self.text[..span.start].chars().next_back();
        let own = before.is_some_and(|c| !c.is_ascii() && (c.is_alphabetic() || matches!(c, '》' | '）')));
        if own && self.ends_here(at) {
            self.push(span, GlyphKind::ForeignMark(*right));
        }
    }

    /// Notes a mark that text recognition gives for a letter or a word.
    fn misread(&mut self, at: usize, mark: char) {
        if mark.is_ascii_punctuation() && mark != '&' {
            return;
        }
        let token = &self.tokens[at];
        let misread = &self.data.typography.misread;
        let printed = self.printed(token);
        let (before, next) = (self.before(at), self.token(Some(at + 1)));
        let small = |token: Option<&Token>| {
            token.is_some_and(|token| token.word().is_some() && self.printed(token).starts_with(char::is_lowercase))
        };
        if let Some(right) = misread.letters.get(printed) {
            let glued = before.is_some_and(|before| before.end == token.start && before.word().is_some());
            if glued || (self.glued(at).is_some() && small(next)) {
                self.push(token.span(), GlyphKind::Misread(right.as_str().into()));
            }
        } else if let Some(right) = misread.words.get(printed)
            && token.gap
            && next.is_some_and(|next| next.gap)
            && small(before)
            && small(next)
        {
            self.push(token.span(), GlyphKind::Misread(right.as_str().into()));
        }
    }
}

fn spacing(space: &str) -> Spacing {
    if space.is_empty() {
        Spacing::None
    } else if space.contains(['\u{a0}', '\u{202f}']) {
        Spacing::NoBreak
    } else {
        Spacing::Plain
    }
}
