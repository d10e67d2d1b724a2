//! Labels the blocks of a text in their order: masthead, title, enacting line, preamble, operative part …

use std::sync::Arc;

use rapporteur_symbol::Body;

use crate::{
    Label, Lead, Paragraph, ParagraphKind, Repeat, Span,
    blocks::{Block, BlockKind},
    facts::{Enacting, Facts, strip_calls},
    homoglyphs,
    language::Data,
    lead::RawLead,
    mentions::{BodyName, RawBody},
    token::{is_ideograph, plain_mark},
    words::normalise,
};

/// A clause of which no more words are typed than this is still open to become any.
const BEGUN: usize = 3;

/// What the structure of a text is.
pub(crate) struct Structure {
    /// One paragraph a block, in the same order.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// The block that is the title.
    pub(crate) title: Option<usize>,
}

/// Where in the text we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first enacting line.
    Head,
    Preamble,
    Operative,
    Annex,
    /// After the adoption line.
    Closed,
}

/// The first block that is an enacting line. One that names no known body counts if a clause follows.
pub(crate) fn enacting_line(facts: &[Arc<Facts>]) -> Option<usize> {
    (0..facts.len()).find(|&at| is_enacting(facts, at))
}

fn is_enacting(facts: &[Arc<Facts>], at: usize) -> bool {
    // Between the line and the first clause the number and the heading of a section may stand.
    let clause_follows = || {
        let clause = |next: &Arc<Facts>| next.lead.as_ref().is_some_and(|lead| lead.preambular || lead.operative);
        facts.iter().skip(at + 1).take(4).any(clause)
    };
    match facts[at].enacts {
        Some(Enacting::Body(_)) => clause_follows() || is_begun(&facts[at + 1..]),
        Some(Enacting::Unknown) => clause_follows(),
        None => false,
    }
}

/// Whether what follows an enacting line is nothing yet, or the first few words of a clause that is being typed.
fn is_begun(following: &[Arc<Facts>]) -> bool {
    match following {
        [] => true,
        [typed] => typed.words == 0 || typed.words <= BEGUN && !typed.ended && typed.enacts.is_none(),
        _ => false,
    }
}

/// Labels the blocks. `clauses` says whether the text has clauses at all: a report has none.
pub(crate) fn label(text: &str, blocks: &[Block], facts: &[Arc<Facts>], clauses: bool, data: &Data) -> Structure {
    let enacting = if clauses { enacting_line(facts) } else { None };
    let first_clause = || {
        (0..blocks.len())
            .find(|&at| blocks[at].label.is_some() || facts[at].lead.as_ref().is_some_and(|lead| lead.preambular))
    };
    // Without an enacting line the clauses begin at the first verb.
    let head_end = match enacting {
        Some(at) => first_part(text, blocks, facts, at, data).unwrap_or(at),
        None if clauses => first_clause().unwrap_or(blocks.len()),
        None => 0,
    };
    let title = title(text, blocks, facts, head_end, data);
    let mut labeller = Labeller {
        text,
        blocks,
        facts,
        data,
        clauses,
        state: if head_end > 0 || enacting.is_some() { State::Head } else { State::Preamble },
        head_end,
        series: 0,
        last_number: 0,
        nested: None,
        after_heading: false,
        counted: None,
        section_open: false,
        unfinished: false,
        asterisk: Asterisk::None,
        plain_preamble: false,
    };
    let mut paragraphs: Vec<Paragraph> = (0..blocks.len()).map(|at| labeller.paragraph(at, title)).collect();
    preamble_before_first_number(&mut paragraphs);
    preamble_before_preamble(&mut paragraphs, facts);
    operative_at_the_end(&mut paragraphs, facts);
    Structure { paragraphs, title }
}

/// How many blocks before the first enacting line the letter of the first part stands at most: its title follows it.
const PART_NEAR: usize = 4;

/// The block that begins part A of a resolution in parts, before its enacting line. That it has parts, B tells further on.
fn first_part(text: &str, blocks: &[Block], facts: &[Arc<Facts>], enacting: usize, data: &Data) -> Option<usize> {
    let begins = |at: usize, letter: u32| {
        matches!(blocks[at].kind, BlockKind::Heading | BlockKind::Text)
            && blocks[at].label.is_none()
            && facts[at].words <= 1
            && letter_of_part(heading_words(text, &blocks[at], &facts[at]), data) == Some(letter)
    };
    let first = (0..enacting).rev().take(PART_NEAR).find(|&at| begins(at, 0))?;
    (enacting..blocks.len()).any(|at| begins(at, 1)).then_some(first)
}

/// What a block says if it is a heading, without marks.
fn heading_words<'a>(text: &'a str, block: &Block, facts: &Facts) -> &'a str {
    let words = strip_calls(&text[block.span.clone()], &facts.calls).get(block.content..).unwrap_or_default();
    words.trim_matches(['*', '_', ' ', '#'])
}

/// The letter that is all that the heading of a part says, counted from 0: "A", "B", ألف.
fn letter_of_part(words: &str, data: &Data) -> Option<u32> {
    let mut letters = words.chars().map(homoglyphs::latin);
    match (letters.next(), letters.next()) {
        (Some(letter @ 'A'..='Z'), None) => Some(u32::from(letter) - u32::from('A')),
        _ => {
            let name = normalise(words);
            data.parts.iter().zip(0..).find_map(|(part, letter)| (*part == name).then_some(letter))
        }
    }
}

/// A clause without a number before operative paragraph 1 belongs to the preamble, whatever the mood of its verb
/// ("*Recalls* section II of its resolution …," before "1. *Takes note* …").
fn preamble_before_first_number(paragraphs: &mut [Paragraph]) {
    // The paragraphs of a series stand together.
    for series in paragraphs.chunk_by_mut(|a, b| a.series == b.series) {
        let operative = |paragraph: &Paragraph| paragraph.kind == ParagraphKind::Operative;
        let numbered = series.iter().position(|paragraph| operative(paragraph) && paragraph.label.is_some());
        let Some(first) = numbered.filter(|&at| series[at].label.as_ref().is_some_and(|l| l.number == Some(1))) else {
            continue;
        };
        for paragraph in series[..first].iter_mut().filter(|paragraph| operative(paragraph)) {
            paragraph.kind = ParagraphKind::Preambular;
        }
    }
}

/// A clause without a number that ends in a comma belongs to the preamble if the next one does, whatever the mood of its verb.
fn preamble_before_preamble(paragraphs: &mut [Paragraph], facts: &[Arc<Facts>]) {
    let mut next = None;
    for (paragraph, facts) in paragraphs.iter_mut().zip(facts).rev() {
        let unnumbered = paragraph.kind == ParagraphKind::Operative && paragraph.label.is_none();
        if unnumbered && next == Some(ParagraphKind::Preambular) && facts.closing == Some(',') {
            paragraph.kind = ParagraphKind::Preambular;
        }
        if !matches!(paragraph.kind, ParagraphKind::NoteDefinition | ParagraphKind::Furniture) {
            next = Some(paragraph.kind);
        }
    }
}

/// The last clause of a resolution that has no operative paragraph is that, whatever the mood of its verb, if a full stop
/// ends it as no paragraph of a preamble ends.
fn operative_at_the_end(paragraphs: &mut [Paragraph], facts: &[Arc<Facts>]) {
    let mut start = 0;
    for series in paragraphs.chunk_by_mut(|a, b| a.series == b.series) {
        let facts = &facts[start..start + series.len()];
        start += series.len();
        let of_kind = |kind| series.iter().filter(move |paragraph| paragraph.kind == kind).count();
        if of_kind(ParagraphKind::Operative) > 0
            || of_kind(ParagraphKind::EnactingLine) == 0
            || of_kind(ParagraphKind::Preambular) < 2
        {
            continue;
        }
        let last = series.iter().rposition(|paragraph| paragraph.kind == ParagraphKind::Preambular);
        if let Some(last) = last.filter(|&last| facts[last].closing == Some('.') && facts[last].lead.is_some()) {
            series[last].kind = ParagraphKind::Operative;
        }
    }
}

/// How many bytes the marks of a heading and its emphasis take, with an article: `#### **The General Assembly**`.
const MARKS_OF_HEADING: usize = 14;

/// The length of the noun with which the heading of an annex begins: that of "Annex" in "Annex II", of 附件 in 附件二.
pub(crate) fn annex_noun(heading: &str, data: &Data) -> Option<usize> {
    let is_figure = |c: char| is_ideograph(c) && data.dates.figures.iter().any(|forms| forms.contains(c));
    let boundaries =
        heading.char_indices().filter(|(_, c)| c.is_whitespace() || is_figure(*c) || plain_mark(*c) == ':');
    let ends = boundaries.map(|(at, _)| at).take(LONGEST_NOUN).chain([heading.len()]);
    let is_noun = |end: &usize| {
        let rest = &heading[*end..];
        // Figures that are written together with the noun are all that is.
        let number = rest.trim_start_matches(is_figure);
        let apart = number.is_empty() || number.starts_with(|c: char| c.is_whitespace() || plain_mark(c) == ':');
        apart && data.structure.annex.contains(&normalise(&heading[..*end]))
    };
    ends.filter(is_noun).last()
}

/// How many words a noun for annexes has at most ("pièce jointe").
const LONGEST_NOUN: usize = 2;

/// The title: what begins with the number of the resolution, else the last heading, else the last line of words before
/// the enacting line.
fn title(text: &str, blocks: &[Block], facts: &[Arc<Facts>], head_end: usize, data: &Data) -> Option<usize> {
    let head = || (0..head_end).filter(|&at| matches!(blocks[at].kind, BlockKind::Text | BlockKind::Heading));
    // A clause, and what only names the organ or the session, or calls the text a draft, is no title.
    let of_masthead = |at: usize| {
        let line = &text[blocks[at].span.clone()];
        let names =
            |body: Body| data.bodies.iter().filter(move |(named, _)| *named == body).flat_map(|(_, names)| names);
        let names_body = |named: &RawBody| match named.name {
            BodyName::Full(body) => names(body).any(|name| name.len() + MARKS_OF_HEADING >= line.len()),
            BodyName::Short(_) => false,
        };
        let clause = |lead: &RawLead| lead.emphasis.is_some() && (lead.preambular || lead.operative);
        facts[at].lead.as_ref().is_some_and(clause)
            || facts[at].mentions.bodies.iter().any(names_body)
            || data.structure.calls_draft(line)
            || data.session_names.read(line).is_some()
    };
    let numbered = head().rev().find(|&at| facts[at].own_number.is_some());
    let heading = || head().rev().find(|&at| blocks[at].kind == BlockKind::Heading && !of_masthead(at));
    let words = || {
        head().rev().find(|&at| {
            let line = normalise(&text[blocks[at].span.clone()]);
            facts[at].words > 3
                && !data.structure.distribution.iter().any(|word| line.starts_with(word))
                && !line.starts_with('[')
                && !data.structure.tells_adoption(&text[blocks[at].span.clone()])
                && !of_masthead(at)
        })
    };
    numbered.or_else(heading).or_else(words)
}

/// Whether the masthead calls a note by an asterisk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asterisk {
    None,
    Called,
    Defined,
}

struct Labeller<'a> {
    text: &'a str,
    blocks: &'a [Block],
    facts: &'a [Arc<Facts>],
    data: &'a Data,
    clauses: bool,
    state: State,
    head_end: usize,
    series: u32,
    last_number: u32,
    /// The last number of a numbered list within an operative paragraph.
    nested: Option<u32>,
    after_heading: bool,
    /// The last series that has an operative paragraph.
    counted: Option<u32>,
    /// Whether a heading was met and no operative paragraph since.
    section_open: bool,
    /// Whether the last paragraph of text stopped in mid-sentence.
    unfinished: bool,
    asterisk: Asterisk,
    /// Whether the preamble has a paragraph without a number.
    plain_preamble: bool,
}

impl Labeller<'_> {
    fn paragraph(&mut self, at: usize, title: Option<usize>) -> Paragraph {
        let block = &self.blocks[at];
        let facts = &self.facts[at];
        if at >= self.head_end && self.state == State::Head {
            self.state = State::Preamble;
        }
        let kind = if title == Some(at) { ParagraphKind::Title } else { self.kind(at) };
        match kind {
            ParagraphKind::Heading => self.section_open = true,
            ParagraphKind::EnactingLine | ParagraphKind::Part => self.plain_preamble = false,
            ParagraphKind::Preambular => self.plain_preamble |= block.label.is_none(),
            _ => {}
        }
        self.after_heading = matches!(kind, ParagraphKind::Heading | ParagraphKind::Part | ParagraphKind::AnnexHeading)
            || (self.after_heading && kind == ParagraphKind::NoteDefinition);
        if !matches!(kind, ParagraphKind::NoteDefinition | ParagraphKind::Furniture) {
            self.unfinished = !facts.ended && matches!(block.kind, BlockKind::Text);
        }
        let base = block.span.start;
        let shift = |span: &Span| span.start + base..span.end + base;
        Paragraph {
            kind,
            span: block.span.clone(),
            content: base + block.content..block.span.end,
            label: block.label.as_ref().map(|line| Label {
                span: shift(&line.label.span),
                value_span: shift(&line.label.value_span),
                number: line.label.number.filter(|_| line.numbered),
            }),
            lead: facts.lead.as_ref().map(|lead| Lead {
                span: shift(&lead.span),
                preambular: lead.preambular,
                operative: lead.operative,
                masculine: lead.masculine,
                feminine: lead.feminine,
                emphasis: lead.emphasis.as_ref().map(shift),
                verb: shift(&(lead.span.start..lead.verb_end)),
                repeat: lead.repeat.as_ref().map(|repeat| Repeat { place: repeat.place, span: shift(&repeat.span) }),
                identity: lead.identity,
                addresses: lead.addresses,
                missing: lead.missing.as_ref().map(shift),
                excess: lead.excess.as_ref().map(shift),
            }),
            enacts: facts.enacting_body().filter(|_| kind == ParagraphKind::EnactingLine),
            series: self.series,
        }
    }

    fn kind(&mut self, at: usize) -> ParagraphKind {
        let block = &self.blocks[at];
        if self.facts[at].calls.iter().any(|call| call.label == "*") && self.asterisk == Asterisk::None {
            self.asterisk = Asterisk::Called;
        }
        match block.kind {
            BlockKind::Note(_) => return ParagraphKind::NoteDefinition,
            BlockKind::Rule | BlockKind::Comment | BlockKind::FrontMatter => return ParagraphKind::Furniture,
            BlockKind::Verbatim => return ParagraphKind::Other,
            BlockKind::Heading | BlockKind::Text => {}
        }
        if self.asterisk == Asterisk::Called && self.text[block.span.clone()].starts_with("* ") {
            self.asterisk = Asterisk::Defined;
            return ParagraphKind::NoteDefinition;
        }
        if self.state == State::Head {
            return ParagraphKind::Masthead;
        }
        if self.is_furniture(at) {
            return ParagraphKind::Furniture;
        }
        if !self.clauses {
            return self.prose(at);
        }
        if is_enacting(self.facts, at) {
            self.series += 1;
            self.last_number = 0;
            self.state = State::Preamble;
            return ParagraphKind::EnactingLine;
        }
        match self.heading(at) {
            Some(kind) => kind,
            None => self.clause(at),
        }
    }

    /// A heading, and what it begins.
    fn heading(&mut self, at: usize) -> Option<ParagraphKind> {
        let block = &self.blocks[at];
        let heading = block.kind == BlockKind::Heading;
        // Running text is no heading.
        if !heading && self.facts[at].words > 12 {
            return None;
        }
        let words = heading_words(self.text, block, &self.facts[at]);
        let annex = annex_noun(words, self.data).is_some();
        if annex && words.split_whitespace().count() <= if heading { 12 } else { 3 } && block.label.is_none() {
            self.state = State::Annex;
            return Some(ParagraphKind::AnnexHeading);
        }
        let part = letter_of_part(words, self.data).is_some();
        if part && self.state != State::Annex && block.label.is_none() {
            self.series += 1;
            self.last_number = 0;
            self.state = State::Preamble;
            return Some(ParagraphKind::Part);
        }
        let section = words.len() <= 8 && rapporteur_symbol::parse_roman(words).is_some();
        (heading || (section && block.label.is_none())).then_some(ParagraphKind::Heading)
    }

    /// Text of a resolution.
    fn clause(&mut self, at: usize) -> ParagraphKind {
        let block = &self.blocks[at];
        let facts = &self.facts[at];
        match (&block.label, self.state) {
            (_, State::Annex) => ParagraphKind::Annex,
            (Some(label), State::Preamble) if label.numbered && self.counts_preamble(at) => ParagraphKind::Preambular,
            (Some(label), State::Preamble | State::Operative) if label.numbered => {
                self.numbered(at, label.label.number)
            }
            (Some(_), _) => ParagraphKind::SubParagraph,
            (None, State::Closed) => {
                if self.is_adoption(at) {
                    ParagraphKind::AdoptionLine
                } else {
                    ParagraphKind::Other
                }
            }
            (None, _) if self.unfinished && facts.goes_on => ParagraphKind::Continuation,
            (None, _) if self.state == State::Operative && self.is_adoption(at) => {
                self.state = State::Closed;
                ParagraphKind::AdoptionLine
            }
            (None, _) => self.unnumbered(at),
        }
    }

    /// Whether a paragraph of the preamble has been given a number: it opens and ends as those do. Where its verb may open
    /// an operative paragraph as well, the preamble must have no paragraph without a number.
    fn counts_preamble(&self, at: usize) -> bool {
        let facts = &self.facts[at];
        let preambular =
            facts.lead.as_ref().is_some_and(|lead| lead.preambular && !(lead.operative && self.plain_preamble));
        preambular && facts.closing == Some(',')
    }

    /// A paragraph with a number: an operative one, or an item of a list within one.
    fn numbered(&mut self, at: usize, number: Option<u32>) -> ParagraphKind {
        let verb = self.facts[at]
            .lead
            .as_ref()
            .is_some_and(|lead| lead.operative || lead.preambular || lead.emphasis.is_some());
        let opens_list = number == Some(1) && self.last_number > 0 && !self.after_heading;
        let goes_on = self.nested.is_some_and(|last| number == Some(last + 1));
        if !verb && (opens_list || goes_on) {
            self.nested = number;
            return ParagraphKind::SubParagraph;
        }
        self.nested = None;
        self.state = State::Operative;
        self.operative(number);
        ParagraphKind::Operative
    }

    /// Counts an operative paragraph. A section after the first may count from 1 again, or have a single paragraph without
    /// a number.
    fn operative(&mut self, number: Option<u32>) {
        let goes_on = self.counted == Some(self.series);
        if std::mem::take(&mut self.section_open) && goes_on && matches!(number, Some(1) | None) {
            self.series += 1;
        }
        self.counted = Some(self.series);
        self.last_number = number.unwrap_or(self.last_number);
    }

    fn unnumbered(&mut self, at: usize) -> ParagraphKind {
        let facts = &self.facts[at];
        let ends_in_comma = facts.closing == Some(',');
        // Where the verb has one form for both parts, a full stop tells, and once numbers have begun a semicolon: no
        // paragraph of a preamble ends so.
        let stopped = facts.closing == Some('.') || (self.state == State::Operative && facts.closing == Some(';'));
        // A verb of the other part that ends as a clause of the preamble does ("*再次请*所有会员国……，") is one of these.
        let misplaced = self.data.verbs_alike && self.state == State::Preamble && ends_in_comma;
        match &facts.lead {
            Some(lead) if lead.operative && (!lead.preambular || stopped) && !misplaced => {
                self.state = State::Operative;
                self.operative(None);
                ParagraphKind::Operative
            }
            Some(lead) if lead.preambular || (lead.operative && misplaced) => ParagraphKind::Preambular,
            Some(lead) if lead.emphasis.is_some() && self.state == State::Preamble && ends_in_comma => {
                ParagraphKind::Preambular
            }
            None if self.state == State::Preamble && ends_in_comma && facts.words > 8 => ParagraphKind::Preambular,
            _ => ParagraphKind::Other,
        }
    }

    /// Text of a document without clauses.
    fn prose(&self, at: usize) -> ParagraphKind {
        let block = &self.blocks[at];
        match block.kind {
            BlockKind::Heading => ParagraphKind::Heading,
            _ if block.label.is_none() && self.unfinished && self.facts[at].goes_on => ParagraphKind::Continuation,
            _ => ParagraphKind::Other,
        }
    }

    /// Page numbers, job numbers, the symbol as a running head.
    fn is_furniture(&self, at: usize) -> bool {
        let (block, facts) = (&self.blocks[at], &self.facts[at]);
        if block.kind == BlockKind::Heading || block.span.len() > 60 || block.label.is_some() {
            return false;
        }
        let text = self.text[block.span.clone()].trim_matches(['*', '_', ' ']);
        let symbol = facts.mentions.symbols.first().is_some_and(|symbol| symbol.span.len() >= text.len());
        symbol
            || (facts.words <= 1
                && text.len() < 20
                && text.chars().any(|c| c.is_ascii_digit())
                && facts.mentions.dates.is_empty())
    }

    /// "50e séance plénière", "18 décembre 2019", "[Adopted without a vote.]".
    fn is_adoption(&self, at: usize) -> bool {
        let (block, facts) = (&self.blocks[at], &self.facts[at]);
        let text = self.text[block.span.clone()].trim_start_matches(['*', '_', '[', ' ']);
        let dated = facts.mentions.dates.first().is_some_and(|date| date.span.len() + 4 >= block.span.len());
        if dated || facts.words > 14 {
            return dated;
        }
        let line = normalise(text);
        // `50e séance plénière`, `第50次全体会议`.
        let counted = line.strip_prefix(self.data.number_marks[0].as_str()).unwrap_or(&line);
        let numbered = counted.starts_with(|c: char| c.is_ascii_digit());
        let phrases = &self.data.structure.adoption;
        phrases.iter().any(|phrase| line.starts_with(phrase) || (numbered && line.contains(phrase)))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Draft, Hints, ParagraphKind};

    #[test]
    fn the_first_part_is_told_in_each_language() {
        for (first, second, enacting, clause) in [
            ("A", "B", "*The General Assembly*,", "1. *Decides* to act."),
            ("## A", "## B", "*L’Assemblée générale*,", "1. *Décide* d’agir."),
            ("**A**", "**B**", "*La Asamblea General*,", "1. *Decide* actuar."),
            ("А", "В", "*Генеральная Ассамблея*,", "1. *постановляет* действовать."),
            ("ألف", "باء", "*إن الجمعية العامة*،", "1 - *تقرر* العمل."),
            ("A", "B", "**大会**，", "1. **决定**采取行动。"),
        ] {
            let text = format!(
                "A/C.3/81/L.9\n\n# …\n\n{first}\n\n{enacting}\n\n{clause}\n\n{second}\n\n{enacting}\n\n{clause}\n"
            );
            let draft = Draft::read(&text, &Hints::default());
            use ParagraphKind::{EnactingLine, Masthead, Operative, Part, Title};
            let kinds: Vec<ParagraphKind> = draft.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
            let part = [Part, EnactingLine, Operative];
            assert_eq!(kinds, [&[Masthead, Title], &part[..], &part].concat(), "{text}");
        }
    }
}
