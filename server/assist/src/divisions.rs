//! How the paragraphs of a draft stand within one another: parts, preamble, operative part, sections, annexes, paragraphs
//! with their sub-paragraphs, notes. The outline, folding and selection are made of it.

use rapporteur_draft::{DocumentKind, Draft, Language, Ordinal, Paragraph, ParagraphKind, Span, plain_mark};

/// What a division is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DivisionKind {
    /// All of it.
    Document,
    /// What stands above the title.
    Masthead,
    /// A part of several, under its letter; or what has an enacting line of its own under a heading.
    Part,
    /// The enacting line and what follows up to the operative part.
    Preamble,
    /// The operative paragraphs.
    Operative,
    /// What stands below a heading.
    Section,
    /// An annex.
    Annex,
    /// A paragraph with those below it.
    Paragraph,
    /// Definitions of notes, one after the other.
    Notes,
}

/// A division of a draft.
#[derive(Debug)]
pub(crate) struct Division {
    pub(crate) kind: DivisionKind,
    /// From its first character to the last one of the last division in it.
    pub(crate) span: Span,
    /// The paragraph that it is or that opens it, as an index into [`Draft::paragraphs`].
    pub(crate) head: Option<usize>,
    /// The divisions in it, in the order of the text; they don't overlap.
    pub(crate) within: Vec<Division>,
}

impl Division {
    /// The divisions that hold a byte offset, from the document down.
    pub(crate) fn path(&self, offset: usize) -> Vec<&Division> {
        let mut path = vec![self];
        let mut last = self;
        loop {
            let next = last.within.partition_point(|division| division.span.end < offset);
            match last.within.get(next).filter(|division| division.span.start <= offset) {
                Some(division) => {
                    path.push(division);
                    last = division;
                }
                None => return path,
            }
        }
    }
}

/// The divisions of a draft; `draft` must be the reading of `text`.
pub(crate) fn divisions(text: &str, draft: &Draft) -> Division {
    let document = Division { kind: DivisionKind::Document, span: 0..text.len(), head: None, within: Vec::new() };
    let open = vec![Open { division: document, rank: 0 }];
    let clauses = matches!(draft.kind, DocumentKind::Resolution | DocumentKind::Excerpt);
    let mut builder = Builder { text, draft, open, lists: Vec::new(), clauses };
    let ahead = Ahead::new(draft);
    for index in 0..draft.paragraphs.len() {
        builder.add(index, ahead.kinds[index], ahead.clauses[index]);
    }
    builder.close(1);
    builder.open.swap_remove(0).division
}

/// For each paragraph, the kind of the next one after it.
struct Ahead {
    /// Notes and page furniture left out.
    kinds: Vec<Option<ParagraphKind>>,
    /// Of enacting lines and clauses alone, up to the next part or annex.
    clauses: Vec<Option<ParagraphKind>>,
}

impl Ahead {
    fn new(draft: &Draft) -> Ahead {
        use ParagraphKind::{
            AnnexHeading, EnactingLine, Furniture, NoteDefinition, Operative, Part, Preambular, SubParagraph,
        };
        let count = draft.paragraphs.len();
        let mut ahead = Ahead { kinds: vec![None; count], clauses: vec![None; count] };
        let (mut kind, mut clause) = (None, None);
        for (index, paragraph) in draft.paragraphs.iter().enumerate().rev() {
            ahead.kinds[index] = kind;
            ahead.clauses[index] = clause;
            match paragraph.kind {
                Furniture | NoteDefinition => continue,
                EnactingLine | Preambular | Operative | SubParagraph => clause = Some(paragraph.kind),
                Part | AnnexHeading => clause = None,
                _ => {}
            }
            kind = Some(paragraph.kind);
        }
        ahead
    }
}

// What holds what: a division holds those of a higher rank.
const PART: u8 = 1;
const GROUP: u8 = 2;
const SECTION: u8 = 3;
const PARAGRAPH: u8 = 20;
const SUB_PARAGRAPH: u8 = 21;
const NOTES: u8 = 40;
const NOTE: u8 = 41;

/// How deep lists stand within one another.
const DEEPEST: usize = 4;

/// A division that may go on.
struct Open {
    division: Division,
    rank: u8,
}

struct Builder<'a> {
    text: &'a str,
    draft: &'a Draft,
    /// The divisions that are open, each within the one before it; the document is the first.
    open: Vec<Open>,
    /// The last label of each list of sub-paragraphs that is open, from the outermost.
    lists: Vec<Option<Ordinal>>,
    clauses: bool,
}

impl Builder<'_> {
    /// Adds a paragraph; `next` is the kind of the one after it, `clause` that of the clause after it.
    fn add(&mut self, index: usize, next: Option<ParagraphKind>, clause: Option<ParagraphKind>) {
        let paragraph = &self.draft.paragraphs[index];
        match paragraph.kind {
            ParagraphKind::Furniture => {}
            ParagraphKind::NoteDefinition => self.note(index, next),
            ParagraphKind::Continuation => self.go_on(index),
            ParagraphKind::Masthead => {
                if !self.is_open(DivisionKind::Masthead) {
                    self.begin(DivisionKind::Masthead, PART, index);
                }
                self.paragraph(index);
            }
            ParagraphKind::Title => {
                self.close(PART);
                self.paragraph(index);
            }
            ParagraphKind::Part => self.begin(DivisionKind::Part, PART, index),
            ParagraphKind::AnnexHeading => self.begin(DivisionKind::Annex, PART, index),
            ParagraphKind::Heading => self.heading(index, clause),
            ParagraphKind::EnactingLine => {
                self.leave_masthead();
                self.begin(DivisionKind::Preamble, GROUP, index);
                self.paragraph(index);
            }
            ParagraphKind::Preambular => {
                // One that has strayed into the operative part stays there.
                if !self.is_open(DivisionKind::Operative) {
                    self.group(DivisionKind::Preamble, index);
                }
                self.paragraph(index);
            }
            ParagraphKind::Operative => {
                self.group(DivisionKind::Operative, index);
                self.paragraph(index);
            }
            ParagraphKind::SubParagraph => self.sub_paragraph(index),
            ParagraphKind::Annex if paragraph.label.as_ref().is_some_and(|label| label.number.is_none()) => {
                self.sub_paragraph(index);
            }
            ParagraphKind::AdoptionLine => {
                self.close(GROUP);
                self.paragraph(index);
            }
            ParagraphKind::Annex | ParagraphKind::Other => {
                self.leave_masthead();
                self.paragraph(index);
            }
        }
    }

    /// A heading, which stands in the part of the clauses that follow it.
    fn heading(&mut self, index: usize, clause: Option<ParagraphKind>) {
        self.leave_masthead();
        let level = self.level(index);
        match clause.filter(|_| self.clauses) {
            Some(ParagraphKind::EnactingLine) if !self.is_open(DivisionKind::Annex) => {
                return self.begin(DivisionKind::Part, PART, index);
            }
            Some(ParagraphKind::Preambular) if !self.is_open(DivisionKind::Operative) => {
                self.group(DivisionKind::Preamble, index);
            }
            Some(ParagraphKind::Operative) => self.group(DivisionKind::Operative, index),
            _ => {}
        }
        self.begin(DivisionKind::Section, SECTION + level, index);
    }

    /// How deep a heading stands among others, from 1: by the number of its signs, in the middle where it has none.
    fn level(&self, index: usize) -> u8 {
        let signs =
            self.text[self.draft.paragraphs[index].span.clone()].bytes().take_while(|byte| *byte == b'#').count();
        if signs == 0 { 2 } else { signs.min(6) as u8 }
    }

    /// The definition of a note. Notes between two paragraphs stand beside them; those that end a part stand behind it.
    fn note(&mut self, index: usize, next: Option<ParagraphKind>) {
        if !self.is_open(DivisionKind::Notes) {
            match next {
                Some(ParagraphKind::Continuation | ParagraphKind::SubParagraph) => {}
                None | Some(ParagraphKind::AnnexHeading | ParagraphKind::Part | ParagraphKind::AdoptionLine) => {
                    self.close(PART);
                }
                Some(ParagraphKind::EnactingLine) => self.close(GROUP),
                Some(_) => self.close(PARAGRAPH),
            }
            self.begin(DivisionKind::Notes, NOTES, index);
        }
        self.begin(DivisionKind::Paragraph, NOTE, index);
    }

    /// The rest of a paragraph that was cut in two.
    fn go_on(&mut self, index: usize) {
        self.close(NOTES);
        let end = self.draft.paragraphs[index].span.end;
        if let Some(last) = self.open.last_mut().filter(|last| last.rank >= PARAGRAPH) {
            last.division.span.end = end;
        } else {
            self.paragraph(index);
        }
    }

    fn paragraph(&mut self, index: usize) {
        self.lists.clear();
        self.begin(DivisionKind::Paragraph, PARAGRAPH, index);
    }

    fn sub_paragraph(&mut self, index: usize) {
        let paragraph = &self.draft.paragraphs[index];
        self.close(NOTES);
        let depth = list_depth(
            self.text,
            self.draft.language,
            paragraph,
            index.checked_sub(1).map(|before| &self.draft.paragraphs[before]),
            &mut self.lists,
        );
        self.begin(DivisionKind::Paragraph, SUB_PARAGRAPH + depth as u8, index);
    }

    fn leave_masthead(&mut self) {
        if self.is_open(DivisionKind::Masthead) {
            self.close(PART);
        }
    }

    fn is_open(&self, kind: DivisionKind) -> bool {
        self.open.iter().any(|open| open.division.kind == kind)
    }

    /// Sees to it that a group is open, and begins it with a paragraph if it is not.
    fn group(&mut self, kind: DivisionKind, index: usize) {
        self.leave_masthead();
        if !self.is_open(kind) {
            self.begin(kind, GROUP, index);
        }
    }

    /// Opens a division that begins with a paragraph, and closes those that can't hold it.
    fn begin(&mut self, kind: DivisionKind, rank: u8, index: usize) {
        self.close(rank);
        let span = self.draft.paragraphs[index].span.clone();
        self.open.push(Open { division: Division { kind, span, head: Some(index), within: Vec::new() }, rank });
    }

    /// Closes the divisions from a rank on.
    fn close(&mut self, rank: u8) {
        while self.open.len() > 1 && self.open.last().is_some_and(|last| last.rank >= rank) {
            let Some(closed) = self.open.pop() else { return };
            if let Some(parent) = self.open.last_mut() {
                parent.division.span.end = parent.division.span.end.max(closed.division.span.end);
                parent.division.within.push(closed.division);
            }
        }
    }
}

/// How deep the list stands that a label goes on or begins. (i) is a letter after (h) and a Roman number below (a).
fn list_depth(
    text: &str,
    language: Language,
    paragraph: &Paragraph,
    before: Option<&Paragraph>,
    lists: &mut Vec<Option<Ordinal>>,
) -> usize {
    let readings = match &paragraph.label {
        Some(label) => language.label_readings(&text[label.value_span.clone()]),
        None => Vec::new(),
    };
    let introduced =
        before.is_some_and(|before| text[before.span.clone()].chars().next_back().map(plain_mark) == Some(':'));
    let begins = readings
        .iter()
        .map(|reading| reading.ordinal)
        .find(|ordinal| ordinal.place == 1 && lists.iter().flatten().all(|last| last.numerals != ordinal.numerals));
    let goes_on = |same: &dyn Fn(Ordinal, Ordinal) -> bool| {
        lists.iter().enumerate().rev().find_map(|(depth, last)| {
            let last = (*last)?;
            readings
                .iter()
                .map(|reading| reading.ordinal)
                .find(|ordinal| same(last, *ordinal))
                .map(|taken| (depth, taken))
        })
    };
    let (depth, taken) = begins
        .filter(|_| introduced)
        .map(|first| (lists.len(), Some(first)))
        .or_else(|| goes_on(&|last, taken| language.follows(last, taken)).map(|(depth, taken)| (depth, Some(taken))))
        .or_else(|| begins.map(|first| (lists.len(), Some(first))))
        .or_else(|| goes_on(&|last, taken| last.numerals == taken.numerals).map(|(depth, taken)| (depth, Some(taken))))
        .unwrap_or((lists.len().saturating_sub(1), readings.first().map(|reading| reading.ordinal)));
    let depth = depth.min(DEEPEST - 1);
    lists.truncate(depth);
    lists.push(taken);
    depth
}
