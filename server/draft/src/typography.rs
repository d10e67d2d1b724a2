//! What of a block's typography can go wrong: spaces, apostrophes, quotation marks, signs, words in a faulty form.
//!
//! One walk over the tokens finds them for all rules; code, comments, addresses and the targets of links are no tokens
//! or are passed over.

use crate::{
    Glyph, GlyphKind, Spacing, Span,
    inline::Inline,
    language::Data,
    lines::EMPHASIS_MARKS,
    token::{Token, TokenKind, is_ideograph},
    words::WordId,
    years,
};

/// The widest gap that is taken for a slip, in characters: wider ones set columns apart.
const WIDEST_SLIP: usize = 3;

/// How many letters a piece of a word that was cut in two has at most.
const LONGEST_PIECE: usize = 3;

/// How many letters an ending has at most that no word has.
const LONGEST_ENDING: usize = 5;

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

    fn word(&mut self, at: usize, id: WordId) {
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
                self.glyphs.push(Glyph { span, kind: GlyphKind::Halves });
            }
        }
    }

    fn number(&mut self, at: usize) {
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

    fn mark(&mut self, at: usize) {
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

/// White space within a line, as it is typed or printed.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
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
