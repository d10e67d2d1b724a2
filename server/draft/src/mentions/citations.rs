//! Citations: numbers of resolutions and decisions, alone and in lists, with their bodies and dates.

mod dating;
mod noun_last;
mod number;

use rapporteur_symbol::{Kind, Letter, Number, Symbol};

use self::dating::Sharing;
use self::number::{Atom, atom, is_dash, next_part, part_letter, session_at, session_letter, stray_year};
use super::{BodyName, Clue, Cursor, Mentions, RawBody, RawCitation, RawSymbol, titles};
use crate::{
    Span,
    language::{Data, Noun},
    token::{Token, digit},
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
    read_tokens(&mut scan, cursor, |scan| &scan.mentions.symbols, Scan::symbol, Scan::step);
}

/// Goes through the tokens of a block. A symbol of a document, broken over lines or not, is read as a whole: no number of
/// a resolution is in it. Both `symbol`, which gets the index of the symbol too, and `step` read what begins at a token
/// and give the token after it.
fn read_tokens<S>(
    scan: &mut S,
    cursor: Cursor<'_>,
    symbols: impl Fn(&S) -> &[RawSymbol],
    mut symbol: impl FnMut(&mut S, usize, usize) -> usize,
    mut step: impl FnMut(&mut S, usize) -> usize,
) {
    let (mut at, mut next) = (0, 0);
    while let Some(token) = cursor.tokens.get(at) {
        let start = token.start as usize;
        while symbols(scan).get(next).is_some_and(|symbol| symbol.span.end <= start) {
            next += 1;
        }
        let within = symbols(scan).get(next).is_some_and(|symbol| symbol.span.contains(&start));
        at = if within { symbol(scan, next, at) } else { step(scan, at) };
    }
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
        let Ok(adopted) = adopted else { return self.cursor.token_from(span.end) };
        self.cite_in_full(span, adopted)
    }

    /// An adopted text that is cited by its symbol (`A/RES/70/1`, `S/PRST/2009/9`).
    fn cite_in_full(&mut self, span: Span, symbol: Symbol) -> usize {
        self.begin_list();
        let end = self.cursor.token_from(span.end);
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
        let numbers = first.number.is_of_series(atom.number) && from < to && to - from < LONGEST_RANGE;
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
                && let Some(date) = self.mentions.date_at(at + 1)
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
