//! Citations: numbers of resolutions and decisions, alone and in lists, with their bodies and dates.

mod noun_last;

use std::ops::Range;

use rapporteur_symbol::{Kind, Letter, Meetings, Number, Session, Symbol, parse_roman};

use super::{BodyName, Clue, Cursor, Mentions, RawBody, RawCitation, titles};
use crate::{
    Span, homoglyphs,
    language::{Data, Noun},
    token::{Token, digit, is_ideograph},
    words::WordId,
};

/// Finds the citations of a block and the bodies that it names; the dates and symbols must be in `mentions` already.
pub(super) fn find(cursor: Cursor<'_>, mentions: &mut Mentions) {
    if !cursor.data.number_opening.is_empty() {
        return noun_last::find(cursor, mentions);
    }
    let mut scan = Scan {
        cursor,
        mentions,
        noun: None,
        list: List::default(),
        sentence: 0,
        number_end: 0,
        last_date: None,
        glued: false,
        last_body: None,
    };
    scan.run();
}

/// The number of the resolution that a title begins with, and where it ends: `74/173.`, `78/135 -`.
pub(crate) fn leading_number(block: &str, tokens: &[Token], data: &Data) -> Option<Span> {
    let cursor = Cursor { block, tokens, data };
    let atom = atom(cursor, 0).or_else(|| atom(cursor, 2))?;
    let after = atom.end;
    (atom.first == 0 && (cursor.is_mark(after, '.') || cursor.is_mark(after, '-') || after == tokens.len()))
        .then(|| cursor.span(atom.first, atom.end - 1))
}

/// How many numbers a range may have.
const LONGEST_RANGE: u16 = 200;

/// The word "resolution" or "decision" that is being read on from.
struct OpenNoun {
    kind: Kind,
    /// The token after it.
    end: usize,
    span: Span,
    clue: Clue,
    /// Whether the sentence opens with the citation ("In its resolution …"): its subject may follow.
    opener: bool,
    /// Whether the clue is that of an earlier word "resolutions" in the sentence: a body named with the number goes before it.
    inherited: bool,
}

/// A number in the shape of a resolution's.
struct Atom {
    number: Number,
    part: Option<Letter>,
    /// The last part of a range that is one word: the E of `43/222 A-E`.
    last_part: Option<Letter>,
    first: usize,
    end: usize,
}

/// What is said of how dates belong to numbers.
#[derive(Clone, Copy, Default)]
struct Sharing {
    /// Each has its own: "respectively".
    each: bool,
    /// All have the same: "both of".
    all: bool,
}

/// The list that is being read, as indices into the citations: it goes on to the last of them.
#[derive(Clone, Copy, Default)]
struct List {
    start: usize,
    /// From here on no date has been found yet.
    undated: usize,
    /// From here on no body or subject has been named after the numbers.
    unnamed: usize,
}

struct Scan<'a, 'm> {
    cursor: Cursor<'a>,
    mentions: &'m mut Mentions,
    noun: Option<OpenNoun>,
    list: List,
    /// The first citation of the sentence.
    sentence: usize,
    /// The token after the number read last.
    number_end: usize,
    /// The date that was given to a citation last.
    last_date: Option<usize>,
    /// Whether nothing but the glue of a list stands between the noun or the last item and here.
    glued: bool,
    /// The body named last in this sentence, with its first token and the one after it.
    last_body: Option<(BodyName, usize, usize)>,
}

impl Scan<'_, '_> {
    fn begin_list(&mut self) {
        let next = self.mentions.citations.len();
        self.list = List { start: next, undated: next, unnamed: next };
    }

    fn list_is_empty(&self) -> bool {
        self.list.start == self.mentions.citations.len()
    }

    fn run(&mut self) {
        let mut at = 0;
        let mut symbols = 0;
        while let Some(token) = self.cursor.tokens.get(at) {
            // A symbol of a document, broken over lines or not, holds no number of a resolution.
            while self.mentions.symbols.get(symbols).is_some_and(|symbol| symbol.span.end <= token.start as usize) {
                symbols += 1;
            }
            let here = self.mentions.symbols.get(symbols);
            let within = here.is_some_and(|symbol| symbol.span.contains(&(token.start as usize)));
            at = if within { self.symbol(symbols, at) } else { self.step(at) };
        }
    }

    /// Reads past the symbol of a document that begins at a token.
    fn symbol(&mut self, index: usize, at: usize) -> usize {
        let (cursor, glued, listed) = (self.cursor, self.glued, !self.list_is_empty());
        let symbol = &mut self.mentions.symbols[index];
        let (span, adopted) = (symbol.span.clone(), symbol.text.parse::<Symbol>());
        // "the resolution of the Security Council S/RES/1325 (2000)".
        let body_end = self.last_body.map(|(_, _, end)| end).filter(|_| glued && !listed);
        let governs = |noun: &&OpenNoun| {
            let directly = [Some(noun.end), body_end.filter(|end| *end > noun.end)]
                .into_iter()
                .flatten()
                .any(|end| at == end || (at == end + 1 && cursor.is_mark(end, ',')));
            // "resolutions A/RES/70/1 and A/RES/71/2": what is joined as well, but no report that is.
            let joined = adopted.is_ok() && glued && listed && !cursor.is_mark(at - 1, '(');
            directly || joined
        };
        symbol.noun = self.noun.as_ref().filter(governs).map(|noun| noun.span.clone());
        let Ok(adopted) = adopted else { return self.token_after(span.end) };
        self.cite_in_full(span, adopted)
    }

    fn token_after(&self, offset: usize) -> usize {
        self.cursor.tokens.partition_point(|token| (token.start as usize) < offset)
    }

    /// An adopted text that is cited by its symbol (`A/RES/70/1`, `S/PRST/2009/9`).
    fn cite_in_full(&mut self, span: Span, symbol: Symbol) -> usize {
        self.begin_list();
        let end = self.token_after(span.end);
        let clue = Clue::Symbol(symbol);
        self.mentions.citations.push(RawCitation::new(span, symbol.kind, symbol.number, symbol.part, clue));
        self.glued = true;
        self.tail(end)
    }

    /// Reads what begins at a token; gives the token after it.
    fn step(&mut self, at: usize) -> usize {
        let cursor = self.cursor;
        let data = cursor.data;
        if cursor.number(at).is_some() {
            return match atom(cursor, at) {
                Some(atom) if self.is_cited(&atom) => self.cite(atom),
                Some(atom) => atom.end,
                None => at + 1,
            };
        }
        if let Some(word) = cursor.word(at) {
            if word == WordId::UNKNOWN && cursor.tokens[at].span().len() > 2 {
                self.glued = false;
                return at + 1;
            }
            if let Some((next, noun)) = cursor.phrase(&data.nouns, at) {
                self.open(at, next, noun);
                return next;
            }
            if let Some((next, name)) = body_at(cursor, at) {
                self.name_body(at, next, name);
                return next;
            }
            // The "S" of "S-8/1" belongs to the number.
            let glued = cursor.glued(at + 1) || session_letter(cursor, at + 1).is_some();
            if glued && is_dash(cursor, at + 1) && atom(cursor, at + 2).is_some() {
                return at + 2;
            }
            let glue = [&data.joiners, &data.of_body, &data.date_connectors, &data.articles, &data.possessives];
            match glue.iter().find_map(|words| cursor.phrase(words, at)) {
                Some((next, ())) => return next,
                None if part_letter(cursor, at).is_some() => {}
                None => self.glued = false,
            }
            return at + 1;
        }
        match cursor.mark(at) {
            Some('.') if cursor.tokens.get(at + 1).is_none_or(|next| next.gap) => self.end_sentence(at),
            Some(',' | ';' | '-' | '–' | '[' | ']' | '(' | ')') => {}
            _ => self.glued = false,
        }
        at + 1
    }

    /// A full stop ends a sentence unless an abbreviation or a number goes on after it.
    fn end_sentence(&mut self, at: usize) {
        let goes_on = self.cursor.text(at + 1).chars().next().is_some_and(|c| c.is_lowercase() || digit(c).is_some());
        if !goes_on {
            self.noun = None;
            self.begin_list();
            self.sentence = self.list.start;
            self.last_body = None;
        }
        self.glued = false;
    }

    fn open(&mut self, at: usize, next: usize, noun: Noun) {
        let cursor = self.cursor;
        let before = skip_qualifiers(cursor, at);
        // The possessive stands before the noun, or is its ending.
        let possessive = match noun.possessive {
            true => Some((at, next)),
            false => cursor.phrase_before(&cursor.data.possessives, before).map(|first| (first, before)),
        };
        // "la resolución 68/1 …, así como sus resoluciones de seguimiento 72/305": they follow up a text, not a body.
        let possessive = possessive.filter(|_| cursor.phrase(&cursor.data.follow_up, next).is_none());
        let head = possessive.map_or(before, |(first, _)| first);
        let opener = cursor.phrase_before(&cursor.data.openers, head);
        let mut inherited = false;
        let clue = if let Some((first, end_of_possessive)) = possessive {
            // "The Council, in its resolution …": the subject stands right before.
            let subject_end = opener.unwrap_or(first);
            let third_person = cursor.phrase(&cursor.data.third_person, first).is_some();
            let beside = |end| end == subject_end || (end + 1 == subject_end && cursor.is_mark(end, ','));
            let subject = self.last_body.filter(|&(_, _, end)| third_person || beside(end)).map(|(name, ..)| name);
            Clue::Possessive { span: cursor.span(first, end_of_possessive - 1), subject, third_person }
        } else {
            // Where a noun stands before its body, what stands before the noun is something else: its subject.
            match self.last_body.filter(|_| !cursor.data.construct) {
                Some((name, first, end)) if end == before || self.is_genitive(end, before) => {
                    if let Some(body) = self.mentions.bodies.last_mut() {
                        body.of_citation = true;
                    }
                    Clue::Named { name, span: cursor.span(first, end - 1) }
                }
                // "the resolutions of the Council, the most recent of which being resolutions 56/1 …".
                _ => {
                    let earlier = self.noun.take().filter(|noun| self.list_is_empty() && at - noun.end <= 16);
                    inherited = earlier.is_some();
                    earlier.map_or(Clue::None, |noun| noun.clue)
                }
            }
        };
        self.noun = Some(OpenNoun {
            kind: noun.kind,
            end: next,
            span: cursor.span(at, next - 1),
            clue,
            opener: opener.is_some(),
            inherited,
        });
        self.begin_list();
        self.glued = true;
    }

    /// "the Council's resolution".
    fn is_genitive(&self, from: usize, to: usize) -> bool {
        to - from == 2 && matches!(self.cursor.text(from), "’" | "'") && self.cursor.text(from + 1) == "s"
    }

    fn name_body(&mut self, at: usize, next: usize, name: BodyName) {
        let cursor = self.cursor;
        self.last_body = Some((name, at, next));
        let mut of_citation = false;
        let list_is_empty = self.list_is_empty();
        // "les résolutions du Conseil économique et social 2009/22 …", "resolutions of the General Assembly 55/59".
        if let Some(noun) = &mut self.noun
            && self.glued
            && list_is_empty
            && (noun.clue == Clue::None || noun.inherited)
            && (cursor.phrase_before(&cursor.data.of_body, at).is_some()
                || (noun.end == at && (cursor.data.construct || is_genitive(cursor, at))))
        {
            noun.clue = Clue::Named { name, span: cursor.span(at, next - 1) };
            of_citation = true;
        }
        self.add_body(name, at, of_citation);
    }

    fn add_body(&mut self, name: BodyName, at: usize, of_citation: bool) {
        let start = self.cursor.tokens[at].start as usize;
        self.mentions.bodies.push(RawBody { name, start, of_citation });
    }

    /// Whether a number in the shape of a resolution's is one: a list leads to it, or a joiner after a word of the
    /// sentence has called it one.
    fn is_cited(&self, atom: &Atom) -> bool {
        let Some(noun) = &self.noun else { return false };
        let distinctive = matches!(atom.number, Number::Running { .. } | Number::Roman { .. });
        let joined = self.cursor.phrase_before(&self.cursor.data.joiners, atom.first).is_some()
            || (atom.first > 0 && matches!(self.cursor.mark(atom.first - 1), Some(',' | ';')));
        // "les résolutions de suivi 72/305", "résolutions suivantes de l’Assemblée générale : 74/270".
        let near = self.list_is_empty() && atom.first - noun.end <= 7;
        // "general recommendation No. 39 (2022)", "recommandation générale n° 39 (2022)".
        let abbreviated = atom.first > 0 && matches!(self.cursor.mark(atom.first - 1), Some('.' | '°' | 'º'));
        let sign_end = atom.first - usize::from(abbreviated);
        let sign = self.cursor.phrase_before(&self.cursor.data.number_signs, sign_end);
        let sign = sign.or_else(|| atom.first.checked_sub(1).filter(|at| self.cursor.is_mark(*at, '№')));
        // "resolution No. 1325 (2000)" is one.
        let named_until = self.last_body.map(|(_, _, end)| end);
        let counted = sign.is_some_and(|sign| sign != noun.end && Some(sign) != named_until);
        // "за 2018/19 год".
        let years = matches!(atom.number, Number::Yearly { .. })
            && self.cursor.phrase(&self.cursor.data.year_endings, atom.end).is_some();
        !counted && !years && (self.glued || distinctive || joined || near)
    }

    fn cite(&mut self, atom: Atom) -> usize {
        // "la résolution 68/1 de l’Assemblée générale et ses résolutions de suivi 72/305": words between the noun and its
        // first number say whose they are.
        let apart = !self.glued && self.list_is_empty();
        if !self.glued {
            self.begin_list();
        }
        let Some(noun) = &mut self.noun else { return atom.end };
        if apart && matches!(noun.clue, Clue::Possessive { .. }) {
            noun.clue = Clue::None;
        }
        let (kind, clue, span) = (noun.kind, noun.clue.clone(), Some(noun.span.clone()));
        let mut end = self.push(&atom, kind, clue.clone(), span.clone());
        if let Some(last) = atom.last_part {
            self.split_range(&atom, last);
        }
        // "66/253 A and B", "43/222 A–E": the other parts of the same number.
        while let Some((letter_at, letter)) = atom.part.and_then(|_| next_part(self.cursor, end)) {
            let part = Atom { part: Some(letter), last_part: None, first: letter_at, end: letter_at + 1, ..atom };
            end = self.push(&part, kind, clue.clone(), span.clone());
        }
        if let Number::Roman { .. } = atom.number
            && self.cursor.is_mark(end, '(')
            && let Some((_, close)) = session_at(self.cursor, end + 1)
            && let Some(last) = self.mentions.citations.last_mut()
        {
            last.span.end = self.cursor.tokens[close].end as usize;
            end = close + 1;
        }
        self.glued = true;
        self.tail(end)
    }

    /// `43/222 A-E`: the first part ends before the hyphen, the last one stands behind it.
    fn split_range(&mut self, atom: &Atom, last: Letter) {
        let Some(first) = self.mentions.citations.last_mut() else { return };
        let word = self.cursor.text(atom.end - 1);
        let letter = word.chars().next_back().map_or(0, char::len_utf8);
        let end = first.span.end;
        first.span.end = end - word.len() + word.chars().next().map_or(0, char::len_utf8);
        let last =
            RawCitation { span: end - letter..end, part: Some(last), listed: true, ends_range: true, ..first.clone() };
        self.mentions.citations.push(last);
    }

    fn push(&mut self, atom: &Atom, kind: Kind, clue: Clue, noun: Option<Span>) -> usize {
        let listed = !self.list_is_empty();
        let ends_range = listed && self.ends_range(atom);
        self.number_end = atom.end;
        let span = self.cursor.span(atom.first, atom.end - 1);
        let citation = RawCitation::new(span, kind, atom.number, atom.part, clue);
        self.mentions.citations.push(RawCitation { noun, listed, ends_range, ..citation });
        atom.end
    }

    /// Whether a number ends a range that the one before it begins: "70/1 to 70/5", "43/222 A–E".
    fn ends_range(&self, atom: &Atom) -> bool {
        let cursor = self.cursor;
        let joint = match cursor.phrase(&cursor.data.ranges, self.number_end) {
            Some((next, ())) => next,
            None if matches!(cursor.mark(self.number_end), Some('-' | '–' | '—')) => self.number_end + 1,
            None => return false,
        };
        let Some(first) = self.mentions.citations.last().filter(|_| joint == atom.first) else { return false };
        let (from, to) = (first.number.ordinal(), atom.number.ordinal());
        let numbers = same_series(first.number, atom.number) && from < to && to - from < LONGEST_RANGE;
        let parts = first.number == atom.number && first.part.is_some() && first.part < atom.part;
        if first.part.is_some() || atom.part.is_some() { parts } else { numbers }
    }

    /// What follows a number: the body, the date, the subject of the sentence.
    fn tail(&mut self, mut at: usize) -> usize {
        let cursor = self.cursor;
        if let Some(year) = stray_year(cursor, at)
            && let Some(citation) = self.mentions.citations.last_mut()
        {
            citation.stray_year = Some(year);
            at += 3;
        }
        let mut detached = false;
        loop {
            let comma = cursor.is_mark(at, ',');
            let past_comma = at + usize::from(comma);
            if let Some(end) = self.bodies_respectively(at) {
                detached = true;
                at = end;
            } else if let Some(next) = of_body(cursor, at)
                && let Some((end, name)) = body_at(cursor, next)
            {
                self.name_run(name, cursor.span(next, end - 1));
                self.add_body(name, next, true);
                self.last_body = Some((name, next, end));
                detached = true;
                at = end;
            } else if let Some((next, ())) = cursor.phrase(&cursor.data.same_date, past_comma) {
                self.repeat_date(next);
                at = next;
            } else if let Some((next, sharing)) = self.before_dates(past_comma)
                && let Some(end) = self.dates_from(next, detached || comma, sharing)
            {
                at = end;
            } else if cursor.is_mark(at, '(')
                && let Some(date) = self.date_at(at + 1)
                && let end = self.mentions.dates[date].end_token
                && cursor.is_mark(end, ')')
                && self.dates_from(at + 1, false, Sharing::default()) == Some(end)
            {
                // "65/230 (21 December 2010)".
                at = end + 1;
            } else {
                break;
            }
        }
        if let Some(citation) = self.mentions.citations.last_mut() {
            citation.title = titles::after(cursor, at);
        }
        self.subject_after(at);
        at
    }

    /// Gives the citations of the list the body that is named after it.
    fn name_run(&mut self, name: BodyName, span: Span) {
        let inherited = self.noun.as_ref().is_some_and(|noun| noun.inherited);
        for citation in &mut self.mentions.citations[self.list.unnamed..] {
            if citation.clue == Clue::None || inherited {
                citation.clue = Clue::Named { name, span: span.clone() };
            }
        }
        self.list.unnamed = self.mentions.citations.len();
    }

    /// "65/230 and 2010/15 of the General Assembly and the Economic and Social Council, respectively": gives each
    /// citation of the list the body that is named in its place. The token after all that, if it stands at this one.
    fn bodies_respectively(&mut self, at: usize) -> Option<usize> {
        let cursor = self.cursor;
        let unnamed = self.list.unnamed..self.mentions.citations.len();
        if unnamed.len() < 2 {
            return None;
        }
        let mut next = of_body(cursor, at)?;
        let mut names = Vec::new();
        let end = loop {
            let (end, name) = body_at(cursor, next)?;
            names.push((name, next, end));
            if let Some(end) = self.respectively(end) {
                break end;
            }
            let joined = cursor.phrase(&cursor.data.joiners, end).map(|(next, ())| next);
            let behind = joined.or_else(|| cursor.is_mark(end, ',').then_some(end + 1))?;
            let article = |at| cursor.phrase(&cursor.data.articles, at).map(|(next, ())| next);
            next = of_body(cursor, behind).or_else(|| article(behind)).unwrap_or(behind);
            if names.len() == unnamed.len() {
                return None;
            }
        };
        if names.len() != unnamed.len() {
            return None;
        }
        for (index, (name, first, last)) in unnamed.zip(names) {
            let citation = &mut self.mentions.citations[index];
            if citation.clue == Clue::None {
                citation.clue = Clue::Named { name, span: cursor.span(first, last - 1) };
            }
            self.add_body(name, first, true);
        }
        self.list.unnamed = self.mentions.citations.len();
        Some(end)
    }

    /// The token after "respectively", behind a comma or not, if it stands at this one.
    fn respectively(&self, at: usize) -> Option<usize> {
        let past_comma = at + usize::from(self.cursor.is_mark(at, ','));
        self.cursor.phrase(&self.cursor.data.respectively, past_comma).map(|(next, ())| next)
    }

    /// Where dates may begin behind what leads to them ("of", "both of", "dated respectively"), and what that says of
    /// them.
    fn before_dates(&self, mut at: usize) -> Option<(usize, Sharing)> {
        let data = self.cursor.data;
        let mut sharing = Sharing::default();
        let mut connected = false;
        loop {
            at = if let Some((next, ())) = self.cursor.phrase(&data.date_connectors, at) {
                connected = true;
                next
            } else if let Some(next) = self.respectively(at).filter(|_| !sharing.each) {
                sharing.each = true;
                next + usize::from(self.cursor.is_mark(next, ','))
            } else if let Some((next, ())) = self.cursor.phrase(&data.both, at).filter(|_| !sharing.all) {
                sharing.all = true;
                next
            } else {
                return connected.then_some((at, sharing));
            };
        }
    }

    /// "Of the same date": gives the undated citations of the list the date that was given last, else the last that is
    /// printed before a token.
    fn repeat_date(&mut self, at: usize) {
        let printed = self.mentions.dates.partition_point(|date| date.first_token < at).checked_sub(1);
        let undated = self.list.undated..self.mentions.citations.len();
        self.list.undated = undated.end;
        if let Some(date) = self.last_date.or(printed) {
            self.share_date(undated, date);
        }
    }

    /// The last citations of the sentence, if none of them has a date yet.
    fn last_undated(&self, count: usize) -> Option<Range<usize>> {
        let citations = &self.mentions.citations;
        let start = citations.len().checked_sub(count).filter(|start| *start >= self.sentence)?;
        citations[start..].iter().all(|citation| citation.date.is_none()).then_some(start..citations.len())
    }

    /// Pairs the dates that begin at a token with the undated citations of the list.
    fn dates_from(&mut self, at: usize, detached: bool, mut sharing: Sharing) -> Option<usize> {
        let mut dates = vec![self.date_at(at)?];
        let mut end = self.mentions.dates[dates[0]].end_token;
        // "of 20 November 1989 and 21 December 1990": as many dates as numbers.
        while let Some(next) = self.next_date(end) {
            dates.push(next);
            end = self.mentions.dates[next].end_token;
        }
        if let Some(after) = self.respectively(end) {
            sharing.each = true;
            end = after;
        }
        self.last_date = dates.last().copied();
        let mut undated = self.list.undated..self.mentions.citations.len();
        self.list.undated = undated.end;
        // "its resolutions 68/127 and 70/109 and Council resolution 2014/7, of …, … and …, respectively".
        if sharing.each && dates.len() > undated.len() {
            undated = self.last_undated(dates.len()).unwrap_or(undated);
        }
        if dates.len() > 1 && dates.len() == undated.len() {
            for (citation, date) in self.mentions.citations[undated].iter_mut().zip(dates) {
                citation.date = Some(date);
            }
            return Some(end);
        }
        // "67/291 of 24 July 2013, of 22 March as World Water Day": the second is no resolution's.
        if !sharing.each && dates.len() > 1 && undated.len() == 1 && self.mentions.dates[dates[0]].complete {
            dates.truncate(1);
            end = self.mentions.dates[dates[0]].end_token;
        }
        // "70/132, 70/213 and 70/219 of 17 and 22 December 2015": which has which date is not said.
        let [date] = dates[..] else { return Some(end) };
        let of_a_writing = detached && self.is_date_of_a_writing(undated.end - 1, date);
        if sharing.all {
            self.mentions.citations[undated].iter_mut().for_each(|citation| citation.date = Some(date));
        } else if !of_a_writing {
            self.share_date(undated, date);
        }
        Some(end)
    }

    /// Gives a date to the last of some citations, and to those before it that share it: "69/193 et 69/196 du 18 décembre
    /// 2014". They do as far back as they are of the same session, if a word joins the last to them. A list with a comma
    /// there ("71/90, 73/72, 73/91 of …") gives the others without dates by design.
    fn share_date(&mut self, citations: Range<usize>, date: usize) {
        let citations = &mut self.mentions.citations[citations];
        let Some((last, earlier)) = citations.split_last_mut() else { return };
        last.date = Some(date);
        let start = last.span.start as u32;
        let at = self.cursor.tokens.partition_point(|token| token.start < start);
        if self.cursor.phrase_before(&self.cursor.data.joiners, at).is_none() && last.part.is_none() {
            return;
        }
        for citation in earlier.iter_mut().rev().take_while(|citation| same_series(citation.number, last.number)) {
            citation.date = Some(date);
        }
    }

    fn date_at(&self, token: usize) -> Option<usize> {
        let index = self.mentions.dates.partition_point(|date| date.first_token < token);
        (self.mentions.dates.get(index)?.first_token == token).then_some(index)
    }

    /// The date that a joiner (and a connector) links to the date that ends before a token.
    fn next_date(&self, end: usize) -> Option<usize> {
        let data = self.cursor.data;
        let (mut next, ()) = self
            .cursor
            .phrase(&data.joiners, end)
            .or_else(|| self.cursor.is_mark(end, ',').then_some((end + 1, ())))?;
        if let Some((after, ())) = self.cursor.phrase(&data.date_connectors, next) {
            next = after;
        }
        self.date_at(next)
    }

    /// "la lettre … du Comité créé par la résolution 864 (1993), en date du 4 mai 1999": the date is the letter's
    /// where it can't be the resolution's and a letter is spoken of.
    fn is_date_of_a_writing(&self, citation: usize, date: usize) -> bool {
        let (Number::Running { year, .. } | Number::Yearly { year, .. }) = self.mentions.citations[citation].number
        else {
            return false;
        };
        let printed = &self.mentions.dates[date];
        let contradicts = printed.date.is_some_and(|date| date.year() != i32::from(year));
        let before = printed.first_token.saturating_sub(40)..printed.first_token;
        contradicts && before.into_iter().any(|at| self.cursor.phrase(&self.cursor.data.writings, at).is_some())
    }

    /// "Dans sa résolution 2005/15 du 22 juillet 2005, le Conseil …": the possessive looks forward.
    fn subject_after(&mut self, at: usize) {
        let cursor = self.cursor;
        let forward =
            self.noun.as_ref().is_some_and(|noun| noun.opener && matches!(noun.clue, Clue::Possessive { .. }));
        if !forward || !cursor.is_mark(at, ',') {
            return;
        }
        // The article, which text recognition may have read as `1’` or `I’`.
        let Some((end, name)) = (at + 1..at + 4).find_map(|start| body_at(cursor, start)) else { return };
        if end > at + 12 {
            return;
        }
        for citation in &mut self.mentions.citations[self.list.unnamed..] {
            if let Clue::Possessive { subject, .. } = &mut citation.clue {
                *subject = Some(name);
            }
        }
        self.list.unnamed = self.mentions.citations.len();
    }
}

/// Where the body begins that is said to have adopted what stands before a token: behind "of the", or right here.
fn of_body(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let past_comma = at + usize::from(cursor.is_mark(at, ','));
    let behind = cursor.phrase(&cursor.data.of_body, past_comma).map(|(next, ())| next);
    behind.or_else(|| is_genitive(cursor, at).then_some(at))
}

/// Whether the body that is named at a token says by its form that what stands before is its own: "Генеральной Ассамблеи".
fn is_genitive(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.phrase(&cursor.data.genitives, at).is_some()
}

/// The body that is named at a token, in full or for short.
fn body_at(cursor: Cursor<'_>, at: usize) -> Option<(usize, BodyName)> {
    if let Some((next, body)) = cursor.phrase(&cursor.data.body_phrases, at) {
        return Some((next, BodyName::Full(body)));
    }
    let (next, index) = cursor.phrase(&cursor.data.short_body_phrases, at)?;
    // "the council" of a town is none of ours.
    (!cursor.text(at).starts_with(char::is_lowercase)).then_some((next, BodyName::Short(index)))
}

/// "its previous resolutions": the token before the adjectives.
fn skip_qualifiers(cursor: Cursor<'_>, mut before: usize) -> usize {
    while let Some(start) = cursor.phrase_before(&cursor.data.qualifiers, before) {
        before = start;
    }
    before
}

/// Reads a number in the shape of a resolution's at a token: `65/230`, `S-8/1`, `66/253 A`, `1514 (XV)`,
/// `217 A (III)`, `1325 (2000)`, `2012/19`.
fn atom(cursor: Cursor<'_>, at: usize) -> Option<Atom> {
    let major = cursor.number(at)?;
    if cursor.is_mark(at + 1, '/') && cursor.glued(at + 1) {
        return slashed(cursor, at, major);
    }
    let number = u16::try_from(major).ok().filter(|number| (1..10_000).contains(number))?;
    if at > 0 && cursor.glued(at) && matches!(cursor.mark(at - 1), Some('/' | '.' | '-')) {
        return None;
    }
    let part = part_letter(cursor, at + 1);
    let end = at + 1 + usize::from(part.is_some());
    // "181 A and B (II)": the session is that of all parts.
    let mut open = end;
    while let Some((next, _)) = part.and_then(|_| next_part(cursor, open)) {
        open = next + 1;
    }
    if !cursor.is_mark(open, '(') {
        return None;
    }
    let (number, close) = match cursor.number(open + 1) {
        Some(year @ 1946..=2099) if part.is_none() => (Number::Running { year: year as u16, number }, open + 2),
        Some(_) => return None,
        None => {
            let (session, close) = session_at(cursor, open + 1)?;
            (Number::Roman { session, number }, close)
        }
    };
    let end = if open == end { close + 1 } else { end };
    closes(cursor, close).then_some(Atom { number, part, last_part: None, first: at, end })
}

fn slashed(cursor: Cursor<'_>, at: usize, major: u32) -> Option<Atom> {
    let minor = cursor.number(at + 2).filter(|_| cursor.glued(at + 2))?;
    // Not a date (18/12/2019), a path, or the end of a document symbol; but `70/1-70/5` is a range.
    let begins_range = cursor.is_mark(at + 3, '-') && is_slashed(cursor, at + 4);
    let goes_on = cursor.glued(at + 3) && matches!(cursor.mark(at + 3), Some('/' | '-')) && !begins_range;
    let ends_range = at >= 4 && matches!(cursor.mark(at - 1), Some('-' | '–' | '—')) && is_slashed(cursor, at - 4);
    let within = at > 0
        && cursor.glued(at)
        && !ends_range
        && cursor.word(at - 1).is_none_or(|id| id == WordId::UNKNOWN)
        && !cursor.text(at - 1).starts_with(is_ideograph)
        && !matches!(
            cursor.mark(at - 1),
            Some('(' | '[' | '-' | '«' | '“' | '”' | '"' | '*' | '_' | '\'' | '’' | '‘' | ',')
        );
    if goes_on || within || cursor.is_padded(at) || cursor.is_padded(at + 2) {
        return None;
    }
    let (meetings, first) = match at.checked_sub(2).filter(|_| !ends_range && is_dash(cursor, at - 1)) {
        Some(prefix) => (session_prefix(cursor, prefix)?, prefix),
        None => (Meetings::Regular, at),
    };
    let (major, minor) = (u16::try_from(major).ok()?, u16::try_from(minor).ok()?);
    let number = match (meetings, major) {
        (Meetings::Regular, 1946..=2099) => Number::Yearly { year: major, number: minor },
        // `7/2019` counts within a year, as other organizations do.
        (_, 1..=199) if minor < 1946 => {
            Number::Session { session: Session { meetings, ordinal: major }, number: minor }
        }
        _ => return None,
    };
    let range = letter_range(cursor.text(at + 3));
    let part = range.map(|(first, _)| first).or_else(|| part_letter(cursor, at + 3));
    let last_part = range.map(|(_, last)| last);
    Some(Atom { number, part, last_part, first, end: at + 3 + usize::from(part.is_some()) })
}

/// Whether two numbers with a slash between them begin at a token.
fn is_slashed(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.number(at).is_some() && cursor.is_mark(at + 1, '/') && cursor.number(at + 2).is_some()
}

/// The year in brackets that stands at a token, behind the number of a session, as it would behind one of the Security
/// Council: `75/200 (2020)`.
fn stray_year(cursor: Cursor<'_>, at: usize) -> Option<Span> {
    let year = cursor.number(at + 1).filter(|_| cursor.is_mark(at, '(') && cursor.is_mark(at + 2, ')'));
    year.filter(|year| (1946..2100).contains(year)).map(|_| cursor.span(at, at + 2))
}

/// The letter of a part: a capital that stands alone, and with which no document symbol (`65/230 A/65/457`) and no number
/// of a special session (`65/230, S-8/1`) begins.
fn part_letter(cursor: Cursor<'_>, at: usize) -> Option<Letter> {
    if let Some((_, letter)) = cursor.phrase(&cursor.data.part_letters, at) {
        return Some(letter);
    }
    let text = cursor.text(at);
    let mut chars = text.chars();
    let letter = Letter::new(homoglyphs::latin(chars.next()?))?;
    let begins_other = cursor.glued(at + 1)
        && (cursor.is_mark(at + 1, '/') || (cursor.is_mark(at + 1, '-') && cursor.number(at + 2).is_some()));
    (chars.next().is_none() && !begins_other).then_some(letter)
}

/// The ends of a range of parts that a hyphen makes one word: `A-E`.
fn letter_range(word: &str) -> Option<(Letter, Letter)> {
    let mut chars = word.chars();
    let (first, hyphen, last) = (chars.next()?, chars.next()?, chars.next()?);
    let hyphened = matches!(hyphen, '-' | '\u{2010}' | '\u{2011}') && chars.next().is_none();
    let letter = |c| Letter::new(homoglyphs::latin(c));
    Some((letter(first)?, letter(last)?)).filter(|(first, last)| hyphened && first < last)
}

/// The next letter of a list of parts, behind a joiner, a comma or a dash.
fn next_part(cursor: Cursor<'_>, end: usize) -> Option<(usize, Letter)> {
    let at = match cursor.phrase(&cursor.data.joiners, end) {
        Some((next, ())) => next,
        None if matches!(cursor.mark(end), Some(',' | '-' | '–')) => end + 1,
        None => return None,
    };
    Some((at, part_letter(cursor, at)?))
}

/// Whether a bracket closes at a token. In text from right to left its mirror image is often typed: `2334 (2016(`.
fn closes(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.is_mark(at, ')') || (cursor.is_mark(at, '(') && cursor.glued(at))
}

fn is_dash(cursor: Cursor<'_>, at: usize) -> bool {
    let closed_up = cursor.is_mark(at, '-') && cursor.glued(at + 1);
    // `دإط – 10/15`.
    closed_up || (matches!(cursor.mark(at), Some('-' | '–')) && session_letter(cursor, at).is_some())
}

/// The series of sessions that a letter before a dash names, which stands before the number: `S-8/1`, `دإ-8/1`.
fn session_prefix(cursor: Cursor<'_>, at: usize) -> Option<Meetings> {
    match &*homoglyphs::in_latin(cursor.text(at)) {
        "S" => Some(Meetings::Special),
        "ES" => Some(Meetings::Emergency),
        _ => session_letter(cursor, at + 1),
    }
}

/// The series of sessions that the letter right before a token names.
fn session_letter(cursor: Cursor<'_>, end: usize) -> Option<Meetings> {
    cursor.phrase(&cursor.data.session_letters, end.checked_sub(1)?).map(|(_, meetings)| meetings)
}

/// The session at a token, and the token after it: `XV`, `S-VI`, `د-15`.
fn session_at(cursor: Cursor<'_>, at: usize) -> Option<(Session, usize)> {
    let Some((next, meetings)) = cursor.phrase(&cursor.data.session_letters, at) else {
        return Some((roman_session(cursor.text(at))?, at + 1));
    };
    let next = next + usize::from(matches!(cursor.mark(next), Some('-' | '–')));
    let ordinal = u16::try_from(cursor.number(next)?).ok().filter(|ordinal| *ordinal > 0)?;
    Some((Session { meetings, ordinal }, next + 1))
}

/// `XV`, `S-VI`, `ES-II`.
fn roman_session(text: &str) -> Option<Session> {
    let plain = homoglyphs::in_latin(text).replace(['\u{2010}', '\u{2011}'], "-");
    let (meetings, numeral) = [Meetings::Emergency, Meetings::Special]
        .into_iter()
        .find_map(|meetings| Some((meetings, plain.strip_prefix(meetings.prefix())?)))
        .unwrap_or((Meetings::Regular, plain.as_str()));
    Some(Session { meetings, ordinal: parse_roman(numeral)? })
}

/// Whether two numbers of a list can share a date: they are of one session or year.
fn same_series(a: Number, b: Number) -> bool {
    match (a, b) {
        (Number::Yearly { year: a, .. }, Number::Yearly { year: b, .. }) => a == b,
        (Number::Running { year: a, .. }, Number::Running { year: b, .. }) => a == b,
        _ => a.session().is_some() && a.session() == b.session(),
    }
}
