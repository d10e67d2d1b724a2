//! Citations in a language that puts bodies and dates before a number and the noun behind it:
//! `大会2010年12月21日第65/230号和2012年12月20日第67/184号决议`, `其关于人力资源开发的第74/236号决议`.

use rapporteur_symbol::{Kind, Number, Symbol};

use super::{
    BodyName, Clue, Cursor, Mentions, RawBody, RawCitation, body_at,
    number::{Atom, atom, next_part, stray_year},
    read_tokens, skip_qualifiers, titles,
};
use crate::{Span, mentions::RawSymbol};

/// How many tokens may say what a resolution is about between its date or body and its number.
const LONGEST_CLAUSE: usize = 160;

/// How many tokens may stand between words for resolutions that are the same body's, and between the last of them and a
/// number: "人权理事会的各项决议和决定，最近的决议是2024年7月10日第56/1号".
const SAME_BODY_WITHIN: usize = 16;

/// How many tokens a sentence that opens with a citation may go on before its subject.
const SUBJECT_WITHIN: usize = 12;

/// Finds the citations of a block and the bodies that it names; the dates and symbols must be in `mentions` already.
pub(super) fn find(cursor: Cursor<'_>, mentions: &mut Mentions) {
    let mut scan = Scan {
        cursor,
        mentions,
        waiting: 0,
        list: 0,
        symbols: 0,
        symbols_end: 0,
        glue_end: 0,
        floor: 0,
        bodies: Vec::new(),
        last: None,
        noun: None,
    };
    read_tokens(&mut scan, cursor, |scan| &scan.mentions.symbols, Scan::symbol, Scan::step);
    scan.settle();
}

struct Scan<'a, 'm> {
    cursor: Cursor<'a>,
    mentions: &'m mut Mentions,
    /// The citations from this one on wait for the noun that is to stand behind them.
    waiting: usize,
    /// The citations from this one on make a list.
    list: usize,
    /// The symbols of documents from this one on make a list.
    symbols: usize,
    /// The token after the last of them.
    symbols_end: usize,
    /// The token up to which there is nothing but the glue of a list behind the last number or noun.
    glue_end: usize,
    /// The token after the last number, noun or sentence: what belongs to the next number stands from here on.
    floor: usize,
    /// The first token of each body that is named and the one after it, as in [`Mentions::bodies`].
    bodies: Vec<(usize, usize)>,
    last: Option<Last>,
    /// The noun that stood last in this sentence.
    noun: Option<LastNoun>,
}

/// A word for resolutions or decisions, and whose they are.
struct LastNoun {
    kind: Kind,
    span: Span,
    /// The token after it.
    end: usize,
    clue: Clue,
}

/// What the number before says of one that is joined to it.
struct Last {
    clue: Clue,
    opener: bool,
    date: Option<usize>,
    number: Number,
    /// The token after it.
    end: usize,
}

/// What stands before a number.
struct Before {
    /// The first token of all of it.
    start: usize,
    date: Option<usize>,
    title: Option<Span>,
    clue: Clue,
    /// Whether the sentence opens with the citation: its subject may follow.
    opener: bool,
}

impl Scan<'_, '_> {
    /// Reads past the symbol of a document that begins at a token.
    fn symbol(&mut self, index: usize, at: usize) -> usize {
        let cursor = self.cursor;
        let span = self.mentions.symbols[index].span.clone();
        let end = cursor.token_from(span.end);
        let closed = cursor.phrase(&cursor.data.number_closing, end).map_or(end, |(next, ())| next);
        if !self.is_list(self.symbols_end, at) {
            self.symbols = index;
        }
        self.symbols_end = closed;
        if let Some((next, _)) = cursor.phrase(&cursor.data.nouns, closed) {
            let noun = cursor.span(closed, next - 1);
            // "A/RES/70/1和A/RES/71/1号决议": what is joined to it as well, but no report that is.
            let joined = self.mentions.symbols[self.symbols..index].iter_mut();
            joined.filter(|symbol| is_adopted(symbol)).for_each(|symbol| symbol.noun = Some(noun.clone()));
            self.mentions.symbols[index].noun = Some(noun);
            self.symbols = index + 1;
        } else if let Some(noun) = self.noun.as_ref().filter(|noun| noun.end == at) {
            self.mentions.symbols[index].noun = Some(noun.span.clone());
        }
        if let Ok(adopted) = self.mentions.symbols[index].text.parse::<Symbol>() {
            let clue = Clue::Symbol(adopted);
            let citation = RawCitation::new(span, adopted.kind, adopted.number, adopted.part, clue);
            self.mentions.citations.push(citation);
        }
        self.glue(at, closed);
        closed
    }

    /// Whether a joiner or a comma, and what opens a number, lead from one token to another.
    fn is_list(&self, from: usize, to: usize) -> bool {
        let past = |words, at| self.cursor.phrase(words, at).map(|(next, ())| next);
        let joined =
            past(&self.cursor.data.joiners, from).or_else(|| self.cursor.is_mark(from, ',').then_some(from + 1));
        joined.is_some_and(|next| past(&self.cursor.data.number_opening, next).unwrap_or(next) == to)
    }

    /// Reads what begins at a token; gives the token after it.
    fn step(&mut self, at: usize) -> usize {
        let cursor = self.cursor;
        let data = cursor.data;
        if let Some(date) = self.mentions.date_at(at) {
            let end = self.mentions.dates[date].end_token;
            self.glue(at, end);
            return end;
        }
        if cursor.number(at).is_some() {
            return atom(cursor, at).map_or(at + 1, |atom| self.item(atom));
        }
        if cursor.word(at).is_none() {
            return self.mark(at);
        }
        if let Some((next, noun)) = cursor.phrase(&data.nouns, at) {
            self.close(at, next, noun.kind);
            return next;
        }
        if let Some((next, name)) = body_at(cursor, at) {
            let start = cursor.tokens[at].start as usize;
            self.mentions.bodies.push(RawBody { name, start, of_citation: false });
            self.bodies.push((at, next));
            self.glue(at, next);
            return next;
        }
        let glue = [
            &data.joiners,
            &data.qualifiers,
            &data.possessives,
            &data.articles,
            &data.number_opening,
            &data.number_closing,
        ];
        let next = glue.iter().find_map(|words| cursor.phrase(words, at)).map(|(next, ())| next);
        if let Some(next) = next.filter(|_| at == self.glue_end) {
            self.glue_end = next;
            return next;
        }
        at + 1
    }

    fn mark(&mut self, at: usize) -> usize {
        match self.cursor.mark(at) {
            Some('.') if self.cursor.text(at) != "." || self.cursor.tokens.get(at + 1).is_none_or(|next| next.gap) => {
                self.end_sentence(at);
            }
            Some(';') => self.end_sentence(at),
            Some(',' | '-' | '–' | '[' | ']' | '(' | ')') => self.glue(at, at + 1),
            _ => {}
        }
        at + 1
    }

    fn glue(&mut self, at: usize, next: usize) {
        if at == self.glue_end {
            self.glue_end = next;
        }
    }

    fn end_sentence(&mut self, at: usize) {
        self.settle();
        self.noun = None;
        self.last = None;
        self.floor = at + 1;
        self.glue_end = at;
    }

    /// Reads a number, and what stands before it.
    fn item(&mut self, atom: Atom) -> usize {
        let cursor = self.cursor;
        let opening =
            cursor.phrase_before(&cursor.data.number_opening, atom.first).filter(|start| *start >= self.floor);
        let before = self.before(opening.unwrap_or(atom.first));
        let joined = self.last.is_some() && before.start <= self.glue_end;
        let mut end = atom.end;
        let mut others = Vec::new();
        // "66/253 A和B号", "76/247 A至C号": the other parts of the same number.
        while let Some((at, letter)) = atom.part.and_then(|_| next_part(cursor, end)) {
            others.push((at, letter, self.is_range(end, at)));
            end = at + 1;
        }
        let stray_year = stray_year(cursor, end);
        end += if stray_year.is_some() { 3 } else { 0 };
        end += usize::from(self.is_double_letter(end));
        let closing = cursor.phrase(&cursor.data.number_closing, end);
        let named = cursor.phrase(&cursor.data.nouns, end).is_some() || self.follows_noun(before.start);
        if opening.is_none() && closing.is_none() && !named && !(joined && self.is_waiting()) {
            return atom.end;
        }
        if !joined {
            self.settle();
            self.list = self.mentions.citations.len();
        }
        let last = self.last.take().filter(|_| joined);
        let (clue, opener) = match (before.clue, &last) {
            (Clue::None, Some(last)) => (last.clue.clone(), last.opener),
            (Clue::None, None) => (self.clue_of_noun(before.start), false),
            (clue, _) => (clue, before.opener),
        };
        let date = before.date.or_else(|| self.shared_date(last.as_ref(), &atom, before.start));
        let kind = self.noun.as_ref().map_or(Kind::Resolution, |noun| noun.kind);
        let ends_range = last.as_ref().is_some_and(|last| self.is_range(last.end, before.start));
        let mut push = |first: usize, end: usize, part, ends_range: bool| {
            let listed = self.mentions.citations.len() > self.list;
            let citation = RawCitation::new(cursor.span(first, end - 1), kind, atom.number, part, clue.clone());
            let title = before.title.clone();
            self.mentions.citations.push(RawCitation {
                listed,
                ends_range: listed && ends_range,
                date,
                title,
                ..citation
            });
        };
        push(atom.first, atom.end, atom.part, ends_range);
        others.into_iter().for_each(|(at, letter, ends_range)| push(at, at + 1, Some(letter), ends_range));
        if let Some(citation) = self.mentions.citations.last_mut() {
            citation.stray_year = stray_year;
        }
        let end = closing.map_or(end, |(next, ())| next);
        (self.floor, self.glue_end) = (end, end);
        self.last = Some(Last { clue, opener, date, number: atom.number, end });
        end
    }

    /// Whether a part beyond the letters of the alphabet stands at a token ("53/77 AA号"): symbols have none such.
    fn is_double_letter(&self, at: usize) -> bool {
        let text = self.cursor.text(at).as_bytes();
        matches!(text, [first, second] if first == second && first.is_ascii_uppercase())
    }

    /// Whether a range leads from one token to another: `70/1至70/5`.
    fn is_range(&self, from: usize, to: usize) -> bool {
        match self.cursor.phrase(&self.cursor.data.ranges, from) {
            Some((next, ())) => next == to,
            None => to == from + 1 && matches!(self.cursor.mark(from), Some('-' | '–' | '—')),
        }
    }

    fn is_waiting(&self) -> bool {
        self.mentions.citations.len() > self.waiting
    }

    /// Whether a noun and nothing else stands right before a token: "决议65/230".
    fn follows_noun(&self, at: usize) -> bool {
        self.noun.as_ref().is_some_and(|noun| noun.end == at) && !self.is_waiting()
    }

    /// Whose the resolutions are that a word has just spoken of, unless a number has stood behind it.
    fn clue_of_noun(&self, at: usize) -> Clue {
        let near = |noun: &&LastNoun| self.floor <= noun.end && at <= noun.end + SAME_BODY_WITHIN;
        self.noun.as_ref().filter(near).map_or(Clue::None, |noun| noun.clue.clone())
    }

    /// "2010年12月21日第65/230和65/231号": the date of a number is that of the next of its session as well, if a word joins
    /// them; what stands behind a comma has no date by design.
    fn shared_date(&self, last: Option<&Last>, atom: &Atom, start: usize) -> Option<usize> {
        let last = last.filter(|_| self.is_waiting())?;
        let (next, ()) = self.cursor.phrase(&self.cursor.data.joiners, last.end)?;
        last.date.filter(|_| next == start && last.number.is_of_series(atom.number))
    }

    /// Reads a noun: the numbers that wait have it.
    fn close(&mut self, at: usize, next: usize, kind: Kind) {
        let cursor = self.cursor;
        let span = cursor.span(at, next - 1);
        if self.is_waiting() && at <= self.glue_end {
            // "第65/230号大会决议": the body may stand between.
            let body = self.body_ending(at).filter(|&index| self.bodies[index].0 >= self.floor);
            let named = body.map(|index| self.name(index));
            for citation in &mut self.mentions.citations[self.waiting..] {
                if matches!(citation.clue, Clue::Symbol(_)) {
                    continue;
                }
                citation.kind = kind;
                citation.noun = Some(span.clone());
                if let (Clue::None, Some(named)) = (&citation.clue, &named) {
                    citation.clue = named.clone();
                }
            }
            self.read_on(next);
            self.waiting = self.mentions.citations.len();
            self.floor = next;
            self.noun = Some(LastNoun { kind, span, end: next, clue: Clue::None });
        } else {
            self.settle();
            let before = self.before(skip_qualifiers(cursor, at));
            let clue = if before.clue == Clue::None { self.clue_of_noun(before.start) } else { before.clue };
            self.noun = Some(LastNoun { kind, span, end: next, clue });
        }
        self.list = self.mentions.citations.len();
        self.glue_end = next;
    }

    /// What stands behind the noun: a date in brackets, a title, the subject of the sentence.
    fn read_on(&mut self, at: usize) {
        let cursor = self.cursor;
        let date = self.mentions.date_at(at + 1).filter(|_| cursor.is_mark(at, '('));
        let date = date.filter(|&date| cursor.is_mark(self.mentions.dates[date].end_token, ')'));
        let after = date.map_or(at, |date| self.mentions.dates[date].end_token + 1);
        let forward = self.last.as_ref().is_some_and(|last| last.opener);
        let subject = if forward { self.subject_after(after) } else { None };
        for citation in &mut self.mentions.citations[self.waiting..] {
            if let (Clue::Possessive { subject: nobody @ None, .. }, Some(_)) = (&mut citation.clue, subject) {
                *nobody = subject;
            }
        }
        if let Some(citation) = self.mentions.citations.last_mut() {
            citation.date = citation.date.or(date);
            citation.title = citation.title.take().or_else(|| titles::after(cursor, after));
        }
    }

    /// "在其第2005/15号决议中，理事会……": the possessive looks forward.
    fn subject_after(&self, at: usize) -> Option<BodyName> {
        let comma = (at..at + SUBJECT_WITHIN).find(|&at| self.cursor.is_mark(at, ','))?;
        body_at(self.cursor, comma + 1).map(|(_, name)| name)
    }

    /// The numbers that still wait are none of resolutions, unless a noun that stood before governs them:
    /// "各项决议，包括第242(1967)号和第338(1973)号，".
    fn settle(&mut self) {
        let governed = self.last.as_ref().is_some_and(|last| {
            let joins = self.cursor.phrase(&self.cursor.data.joiners, last.end).is_some();
            self.cursor.phrase_before(&self.cursor.data.number_closing, last.end).is_some()
                && (joins || self.cursor.word(last.end).is_none())
        });
        match self.noun.as_ref().filter(|_| governed) {
            Some(noun) => {
                let waiting = self.mentions.citations[self.waiting..].iter_mut();
                for citation in waiting.filter(|citation| !matches!(citation.clue, Clue::Symbol(_))) {
                    citation.kind = noun.kind;
                    citation.noun = Some(noun.span.clone());
                }
            }
            None => {
                let waiting = self.mentions.citations.split_off(self.waiting);
                let cited = waiting.into_iter().filter(|citation| matches!(citation.clue, Clue::Symbol(_)));
                self.mentions.citations.extend(cited);
            }
        }
        self.waiting = self.mentions.citations.len();
        self.list = self.waiting;
    }

    /// Reads back from a token what stands before a number: its date, what it is about, whose it is.
    fn before(&mut self, at: usize) -> Before {
        let cursor = self.cursor;
        let data = cursor.data;
        let mut before = Before { start: at, date: None, title: None, clue: Clue::None, opener: false };
        loop {
            if before.date.is_none()
                && let Some(date) = self.date_ending(before.start)
            {
                before.date = Some(date);
                before.start = self.mentions.dates[date].first_token;
            } else if let Some((start, title)) = self.clause_before(before.start) {
                before.start = start;
                before.title = before.title.or(title);
            } else if before.date.is_none()
                && let Some(particle) = cursor.phrase_before(&data.articles, before.start)
                && self.date_ending(particle).is_some()
            {
                // "2010年12月21日通过的第65/230号决议".
                before.start = particle;
            } else {
                break;
            }
        }
        let own = |start: &usize| *start >= self.floor;
        if let Some(possessive) = cursor.phrase_before(&data.possessives, before.start).filter(own) {
            // "大会在其第65/230号决议中": the subject stands right before.
            let opener = cursor.phrase_before(&data.openers, possessive).filter(own);
            let subject = self.body_ending(opener.unwrap_or(possessive)).map(|index| self.mentions.bodies[index].name);
            before.clue =
                Clue::Possessive { span: cursor.span(possessive, before.start - 1), subject, third_person: false };
            before.opener = opener.is_some();
            before.start = possessive;
            return before;
        }
        // "大会在第74/174号决议中", "人权理事会的各项决议".
        let particle =
            [&data.articles, &data.attributive].into_iter().find_map(|p| cursor.phrase_before(p, before.start));
        let body = self.body_ending(before.start).or_else(|| self.body_ending(particle?));
        if let Some(index) = body.filter(|&index| own(&self.bodies[index].0)) {
            before.clue = self.name(index);
            before.start = self.bodies[index].0;
        }
        before
    }

    /// What a number says of its body where a certain one is named with it.
    fn name(&mut self, index: usize) -> Clue {
        let (first, end) = self.bodies[index];
        let body = &mut self.mentions.bodies[index];
        body.of_citation = true;
        Clue::Named { name: body.name, span: self.cursor.span(first, end - 1) }
    }

    /// The words that end at a token and say what a resolution is about ("关于人力资源开发的", "题为“……”的"): their
    /// first token, and the title that they quote.
    fn clause_before(&self, end: usize) -> Option<(usize, Option<Span>)> {
        let cursor = self.cursor;
        let data = cursor.data;
        let close = cursor.phrase_before(&data.attributive, end).filter(|close| *close > self.floor)?;
        let bound = self.floor.max(close.saturating_sub(LONGEST_CLAUSE));
        let mut start = None;
        for at in (bound..close).rev() {
            if let Some((open, ())) = cursor.phrase(&data.entitled, at)
                && let Some(title) = titles::quoted(cursor, open)
            {
                return Some((at, Some(title)));
            }
            if cursor.phrase(&data.concerning, at).is_some() {
                start = Some(at);
                if self.is_anchor(at) {
                    break;
                }
            }
            // The comma of a clause, not that of a list.
            if cursor.text(at) == "，" && start.is_some() {
                break;
            }
        }
        start.map(|at| (at, None))
    }

    /// Whether a date, a body or a possessive ends at a token.
    fn is_anchor(&self, at: usize) -> bool {
        self.date_ending(at).is_some()
            || self.body_ending(at).is_some()
            || self.cursor.phrase_before(&self.cursor.data.possessives, at).is_some()
    }

    fn date_ending(&self, token: usize) -> Option<usize> {
        let index = self.mentions.dates.partition_point(|date| date.end_token < token);
        let date = self.mentions.dates.get(index)?;
        (date.end_token == token && date.first_token >= self.floor).then_some(index)
    }

    fn body_ending(&self, token: usize) -> Option<usize> {
        let index = self.bodies.partition_point(|(_, end)| *end < token);
        (self.bodies.get(index)?.1 == token).then_some(index)
    }
}

/// Whether a symbol is that of a resolution or decision, not of another document.
fn is_adopted(symbol: &RawSymbol) -> bool {
    symbol.text.parse::<Symbol>().is_ok()
}
