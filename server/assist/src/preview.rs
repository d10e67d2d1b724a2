//! A draft as a document of the United Nations: HTML with the masthead, italic verbs, numbered paragraphs, notes at the foot and
//! the findings in the margin.
//!
//! What the paragraphs are, and how they stand within one another, the reading of the draft says; only the marks within a
//! paragraph are read here. Everything that the draft says is escaped. A style sheet makes the looks.

mod inline;
mod lines;
mod margin;
mod masthead;
mod notes;
mod tags;

use std::fmt::Write;

use rapporteur_draft::{DocumentKind, Draft, EMPHASIS_MARKS, Label, Paragraph, ParagraphKind};
use rapporteur_lint::{Finding, Locale};
use rapporteur_symbol::Body;

use crate::{
    direction::runs_leftwards,
    divisions::{Division, DivisionKind, divisions},
    plain::plain,
};
use inline::Inline;
use lines::Lines;
use margin::Margin;
use notes::Notes;
use tags::escape;

/// How many characters of the title are shown where there is room for a line only.
const TITLE_LENGTH: usize = 120;

/// A draft as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The title of the draft, else its symbol, without marks; empty where it has neither.
    pub title: String,
    /// The ISO 639-1 code of its language.
    pub language: &'static str,
    /// The direction of its text.
    pub direction: Direction,
    /// A fragment of HTML. What was made of lines of the draft has the first and the last of them in `data-line` and
    /// `data-end-line`, counted from 0.
    pub html: String,
}

/// The direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// As HTML has it.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// A draft as a document; `draft` must be the reading of `text`, `findings` what was found in it, worded in `locale`. `None` for
/// what is no draft.
pub fn preview(text: &str, draft: &Draft, findings: &[Finding], locale: Locale) -> Option<Preview> {
    if draft.kind == DocumentKind::Other {
        return None;
    }
    // The name that a language has for a body is written in its letters.
    let leftwards = runs_leftwards(draft.language.body_name(Body::GeneralAssembly));
    let title = draft.title.as_ref().or(draft.symbol.as_ref());
    Some(Preview {
        title: title.map(|title| plain(text, draft, title, TITLE_LENGTH)).unwrap_or_default(),
        language: draft.language.code(),
        direction: if leftwards { Direction::Rtl } else { Direction::Ltr },
        html: Page::new(text, draft, findings, locale, leftwards).write(),
    })
}

/// Paragraphs that are shown as one: what opens it, and the continuations that page breaks have parted from it.
#[derive(Debug)]
struct Block {
    /// Indices into [`Draft::paragraphs`], at least one.
    paragraphs: Vec<usize>,
}

/// The writer of a preview.
struct Page<'a> {
    text: &'a str,
    draft: &'a Draft,
    lines: Lines,
    notes: Notes,
    margin: Margin<'a>,
    /// Of each paragraph, how many others it stands below.
    depths: Vec<usize>,
    inline: Inline<'a>,
}

impl<'a> Page<'a> {
    fn new(text: &'a str, draft: &'a Draft, findings: &'a [Finding], locale: Locale, leftwards: bool) -> Page<'a> {
        let mut depths = vec![0; draft.paragraphs.len()];
        measure(&divisions(text, draft), 0, &mut depths);
        Page {
            text,
            draft,
            lines: Lines::new(text),
            notes: Notes::new(draft),
            margin: Margin::new(draft, findings, locale),
            depths,
            inline: Inline::new(text, draft, leftwards),
        }
    }

    fn write(mut self) -> String {
        let head =
            self.draft.paragraphs.iter().take_while(|paragraph| paragraph.kind == ParagraphKind::Masthead).count();
        if head > 0 {
            self.masthead(head);
        }
        let (blocks, notes) = self.blocks(head);
        for block in &blocks {
            self.block(block);
        }
        if !notes.is_empty() {
            self.inline.html.push_str("<section class=\"notes\">\n");
            for note in &notes {
                self.block(note);
            }
            self.inline.html.push_str("</section>\n");
        }
        self.inline.html
    }

    /// The blocks from a paragraph on, and those of notes, which stand at the foot.
    fn blocks(&self, from: usize) -> (Vec<Block>, Vec<Block>) {
        let (mut blocks, mut notes) = (Vec::<Block>::new(), Vec::new());
        // The block that a continuation goes on, which is no page furniture.
        let mut last: Option<usize> = None;
        for (index, paragraph) in self.draft.paragraphs.iter().enumerate().skip(from) {
            let block = Block { paragraphs: vec![index] };
            match paragraph.kind {
                ParagraphKind::NoteDefinition => notes.push(block),
                ParagraphKind::Furniture => {
                    if self.is_printed(paragraph) {
                        blocks.push(block);
                    }
                }
                ParagraphKind::Continuation if last.is_some() => {
                    blocks[last.unwrap_or_default()].paragraphs.push(index);
                }
                _ => {
                    last = Some(blocks.len());
                    blocks.push(block);
                }
            }
        }
        (blocks, notes)
    }

    /// Whether page furniture has words or figures: rules, comments and front matter are none of the document.
    fn is_printed(&self, paragraph: &Paragraph) -> bool {
        let text = &self.text[paragraph.span.clone()];
        !text.starts_with("<!--") && !text.starts_with("---") && text.contains(char::is_alphanumeric)
    }

    fn block(&mut self, block: &Block) {
        let first = block.paragraphs[0];
        let paragraphs = &self.draft.paragraphs;
        let last = block.paragraphs.last().map_or(first, |last| *last);
        let place = self.lines.place(&(paragraphs[first].span.start..paragraphs[last].span.end));
        let _ = writeln!(self.inline.html, "<div class=\"block\"{place}>");
        self.paragraph(block, &paragraphs[first]);
        let findings = block.paragraphs.iter().flat_map(|index| self.margin.of(*index));
        margin::write(&mut self.inline.html, findings, &self.margin, &self.lines);
        self.inline.html.push_str("</div>\n");
    }

    /// A paragraph in the element that suits it, with its label and words.
    fn paragraph(&mut self, block: &Block, paragraph: &Paragraph) {
        let index = block.paragraphs[0];
        let name = paragraph.kind.name();
        let quoted = inline::is_of_blocks(self.text, paragraph);
        let element = match paragraph.kind {
            ParagraphKind::Title => "h1",
            ParagraphKind::Part | ParagraphKind::AnnexHeading => "h2",
            ParagraphKind::Heading => "h3",
            _ if quoted => "div",
            _ => "p",
        };
        let _ = write!(self.inline.html, "<{element} class=\"{name}\"");
        if let Some(depth) = self.depths.get(index).filter(|depth| **depth > 0) {
            let _ = write!(self.inline.html, " data-depth=\"{depth}\"");
        }
        let note = self.notes.at(index);
        if let Some(note) = note {
            let _ = write!(self.inline.html, " id=\"note-{note}\"");
        }
        self.inline.html.push('>');
        if let Some(note) = note {
            self.notes.write_label(&mut self.inline.html, self.draft, note);
        }
        if let Some(label) = &paragraph.label {
            let _ = write!(self.inline.html, "<span class=\"number\">{}</span> ", escape(&self.printed(label)));
        }
        for part in &block.paragraphs {
            self.inline.words(*part, &self.notes, &self.margin);
        }
        self.inline.end();
        let _ = writeln!(self.inline.html, "</{element}>");
    }

    /// A label as it is printed.
    fn printed(&self, label: &Label) -> String {
        self.text[label.span.clone()].replace(EMPHASIS_MARKS, "").replace('\\', "")
    }

    /// What stands above the title.
    fn masthead(&mut self, count: usize) {
        let lines = masthead::lines(self.text, self.draft, count);
        self.inline.html.push_str("<header class=\"block masthead\">\n");
        for group in lines.chunk_by(|a, b| a.role.group() == b.role.group()) {
            let _ = writeln!(self.inline.html, "<div class=\"{}\">", group[0].role.group());
            for line in group {
                let place = self.lines.place(&line.span);
                let _ = write!(self.inline.html, "<p class=\"{}\"{place}>", line.role.name());
                // Dates and distribution stay in English, whatever the direction of the text.
                self.inline.html.push_str("<bdi>");
                self.inline.line(line.paragraph, &line.span, &self.notes, &self.margin);
                self.inline.end();
                self.inline.html.push_str("</bdi>");
                self.inline.html.push_str("</p>\n");
            }
            self.inline.html.push_str("</div>\n");
        }
        let findings = (0..count).flat_map(|index| self.margin.of(index));
        margin::write(&mut self.inline.html, findings, &self.margin, &self.lines);
        self.inline.html.push_str("</header>\n");
    }
}

/// Writes down how many paragraphs those within a division stand below.
fn measure(division: &Division, depth: usize, depths: &mut [usize]) {
    let is_paragraph = division.kind == DivisionKind::Paragraph;
    if let Some(head) = division.head.filter(|_| is_paragraph) {
        depths[head] = depth;
    }
    for within in &division.within {
        measure(within, depth + usize::from(is_paragraph), depths);
    }
}
