//! Cuts a text into blocks: paragraph-sized pieces that can be read one by one.

use memchr::memchr2;

use crate::{
    Span,
    language::Data,
    lead,
    lines::{self, LineLabel},
    model::NoteMark,
};

/// How the lines of a text make paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A blank line ends a paragraph.
    Flowing,
    /// Text taken out of a PDF with a blank line after every line: blank lines mean nothing, and paragraphs begin where
    /// a label or a lead phrase does.
    Interlined,
}

/// What a block is by its marks alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Text,
    Heading,
    Note(NoteMark),
    Rule,
    Comment,
    /// Front matter.
    FrontMatter,
    /// Code.
    Verbatim,
}

/// A block; [`Block::label`] and the note's mark count from its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Without white space at its ends.
    pub(crate) span: Span,
    pub(crate) kind: BlockKind,
    pub(crate) label: Option<LineLabel>,
    /// Where its text begins, counted from its start.
    pub(crate) content: usize,
}

/// Tells how the lines of a text make paragraphs.
pub(crate) fn layout(text: &str) -> Layout {
    let mut printed = 0;
    let mut interrupted = 0;
    let mut previous: Option<(&str, usize)> = None;
    let mut blanks = 0;
    // The beginning of a text tells; a very large one is not read twice for it.
    for line in Lines::new(text).take(4_000).map(|span| text[span].trim()) {
        if line.is_empty() {
            blanks += 1;
            continue;
        }
        printed += 1;
        if let Some((last, _)) = previous
            && blanks == 1
            && line.starts_with(char::is_lowercase)
            && !last.ends_with(['.', ';', ':', ',', '!', '?'])
            && (40..=130).contains(&last.len())
        {
            interrupted += 1;
        }
        previous = Some((line, blanks));
        blanks = 0;
    }
    if interrupted >= 3 && interrupted * 4 >= printed { Layout::Interlined } else { Layout::Flowing }
}

/// Cuts a text into blocks, in the order of the text.
pub(crate) fn split(text: &str, layout: Layout, data: &Data) -> Vec<Block> {
    let mut splitter =
        Splitter { text, layout, data, blocks: Vec::new(), open: None, blanks: 0, last_number: 0, after_rule: false };
    let mut lines = Lines::new(text);
    if let Some(end) = front_matter(text) {
        splitter.push(0..end, BlockKind::FrontMatter, None, 0);
        lines.at = end;
    }
    while let Some(line) = lines.next() {
        let trimmed = text[line.clone()].trim();
        if trimmed.is_empty() {
            splitter.blank();
        } else if trimmed.starts_with("<!--") && !trimmed.contains("-->") {
            let end = text[line.start..].find("-->").map_or(text.len(), |at| line.start + at + 3);
            splitter.close();
            splitter.push(line.start..end, BlockKind::Comment, None, 0);
            lines.at = end;
        } else if let Some(fence) = fence(trimmed).filter(|_| layout == Layout::Flowing) {
            splitter.close();
            let end = closing_fence(text, line.end, fence);
            splitter.push(line.start..end, BlockKind::Verbatim, None, 0);
            lines.at = end;
        } else {
            splitter.line(line);
        }
    }
    splitter.close();
    splitter.blocks
}

struct Splitter<'a> {
    text: &'a str,
    layout: Layout,
    data: &'a Data,
    blocks: Vec<Block>,
    /// The block of text that lines are being added to.
    open: Option<Block>,
    /// How many blank lines have been seen since the last line.
    blanks: usize,
    /// The last number of a paragraph.
    last_number: u32,
    /// Whether a rule has been seen, and no paragraph since: notes may follow.
    after_rule: bool,
}

impl Splitter<'_> {
    fn blank(&mut self) {
        self.blanks += 1;
        if self.layout == Layout::Flowing {
            self.close();
        }
    }

    fn close(&mut self) {
        self.blocks.extend(self.open.take());
    }

    fn push(&mut self, span: Span, kind: BlockKind, label: Option<LineLabel>, content: usize) {
        let text = &self.text[span.clone()];
        let start = span.start + (text.len() - text.trim_start().len());
        let end = start + text.trim().len();
        // Positions within the block count from its first character that is printed.
        let shift = start - span.start;
        let content = content.saturating_sub(shift).min(end - start);
        self.blocks.push(Block { span: start..end, kind, label, content });
    }

    /// Adds a line that is not blank.
    fn line(&mut self, line: Span) {
        let raw = &self.text[line.clone()];
        let start = line.start + (raw.len() - raw.trim_start().len());
        let span = start..start + raw.trim().len();
        let text = &self.text[span.clone()];
        let blanks = std::mem::take(&mut self.blanks);
        if lines::is_rule(text) {
            self.close();
            self.after_rule = true;
            return self.push(span, BlockKind::Rule, None, 0);
        }
        if text.starts_with("<!--") && text.find("-->").is_some_and(|at| at + 3 == text.len()) {
            self.close();
            return self.push(span, BlockKind::Comment, None, 0);
        }
        if let Some((_, content)) = lines::heading(text) {
            self.close();
            self.after_rule = false;
            return self.push(span, BlockKind::Heading, None, content);
        }
        if let Some((mark, content)) = lines::note_label(text, self.after_rule) {
            return self.begin(span, BlockKind::Note(mark), None, content);
        }
        let label = lines::label(text).filter(|label| self.label_counts(label, text));
        if let Some(label) = label {
            if let Some(number) = label.label.number.filter(|_| label.numbered) {
                self.last_number = number;
            }
            self.after_rule = false;
            let content = label.content;
            return self.begin(span, BlockKind::Text, Some(label), content);
        }
        match &mut self.open {
            // A label that stands alone on its line is that of the next.
            Some(open) if open.label.is_some() && open.content == open.span.len() => {
                open.content = span.start - open.span.start;
                open.span.end = span.end;
            }
            Some(open) if !starts_paragraph(self.text, open, text, self.layout, blanks, self.data) => {
                open.span.end = span.end;
            }
            _ => self.begin(span, BlockKind::Text, None, 0),
        }
    }

    fn begin(&mut self, span: Span, kind: BlockKind, label: Option<LineLabel>, content: usize) {
        self.close();
        self.open = Some(Block { span, kind, label, content });
    }

    /// Whether what looks like a label at the start of a line is one, and not the end of a sentence that was broken
    /// before it ("… in paragraph / 9. The …").
    fn label_counts(&self, label: &LineLabel, line: &str) -> bool {
        let goes_on = label.numbered && label.label.number == Some(self.last_number + 1);
        if !label.ended && !goes_on {
            return false;
        }
        let Some(open) = &self.open else { return true };
        let content = line[label.content..].trim_start_matches(['*', '_', '“', '«', '"', '[']);
        let capital = !self.data.leads_capital || content.starts_with(char::is_uppercase);
        let before = self.text[open.span.clone()].trim_end();
        let ended = ends_clause(before);
        if label.numbered { ended || (goes_on && capital) } else { ended }
    }
}

/// Takes `1)` for the number of a paragraph where no operative paragraph has another: papers of Model United Nations number
/// so. `opens` says whether a block opens with a verb of the operative part.
pub(crate) fn number_by_brackets(text: &str, blocks: &mut [Block], opens: impl Fn(usize) -> bool) {
    // The number before a bracket that none opens.
    let bracketed = |block: &Block| {
        let label = block.label.as_ref().filter(|line| !line.numbered).map(|line| &line.label)?;
        let printed = text[block.span.clone()][label.span.clone()].trim_matches(['*', '_']);
        printed.strip_suffix(')')?.bytes().all(|byte| byte.is_ascii_digit()).then_some(label.number)?
    };
    let clauses = || blocks.iter().enumerate().filter(|(at, block)| block.label.is_some() && opens(*at));
    let first = clauses().find_map(|(_, block)| bracketed(block));
    let otherwise = clauses().any(|(_, block)| block.label.as_ref().is_some_and(|line| line.numbered));
    if first != Some(1) || otherwise {
        return;
    }
    for block in blocks.iter_mut().filter(|block| bracketed(block).is_some()) {
        block.label.iter_mut().for_each(|line| line.numbered = true);
    }
}

/// Whether a line begins a paragraph of its own though no blank line says so.
fn starts_paragraph(text: &str, open: &Block, line: &str, layout: Layout, blanks: usize, data: &Data) -> bool {
    let before = text[open.span.clone()].trim_end();
    if layout == Layout::Interlined {
        // Between notes and text the page ends: there, no blank line stands.
        let page_ends = matches!(open.kind, BlockKind::Note(_))
            && blanks == 0
            && before.ends_with('.')
            && line.starts_with(char::is_lowercase);
        if blanks >= 3 || page_ends {
            return true;
        }
    }
    ends_clause(before) && lead::begins_line(line, data)
}

/// How many marks and note calls may stand after the end of a clause, in characters. A paragraph grows by a line at a
/// time, and is not to be gone through again for each.
const LONGEST_CLOSING: usize = 64;

/// Whether a text ends as a paragraph does, its last note call and marks aside.
pub(crate) fn ends_clause(text: &str) -> bool {
    matches!(closing_mark(text), Some(',' | ';' | '.' | ':'))
}

/// The last character of a text, its last note call and marks aside; punctuation as ASCII has it.
pub(crate) fn closing_mark(text: &str) -> Option<char> {
    let closes = |c: &char| {
        c.is_whitespace()
            || matches!(c, '*' | '_' | ']' | '”' | '»' | '"')
            || crate::token::superscript_digit(*c).is_some()
    };
    text.chars().rev().take(LONGEST_CLOSING).find(|c| !closes(c)).map(crate::token::plain_mark)
}

/// How lines end in a text: as the first one does.
pub fn line_break(text: &str) -> &'static str {
    let bytes = text.as_bytes();
    let rest = memchr2(b'\n', b'\r', bytes).map_or(&[][..], |at| &bytes[at..]);
    match rest {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        _ => "\n",
    }
}

/// The end of front matter: `key: value` lines between two lines `---` at the very start.
pub fn front_matter(text: &str) -> Option<usize> {
    let mut lines = Lines::new(text);
    if text[lines.next()?].trim_end() != "---" {
        return None;
    }
    for line in lines.take(60) {
        let content = text[line.clone()].trim_end();
        if content == "---" {
            return Some(line.end);
        }
        let keyed = content.is_empty() || content.starts_with([' ', '-', '#']) || content.contains(':');
        if !keyed {
            return None;
        }
    }
    None
}

fn fence(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence))
}

/// The end of the line that closes a fence, or of the text.
fn closing_fence(text: &str, from: usize, fence: &str) -> usize {
    let mut lines = Lines { text, at: from };
    lines.next();
    lines.find(|line| text[line.clone()].trim_start().starts_with(fence)).map_or(text.len(), |line| line.end)
}

/// The lines of a text, without their ends; they end at LF, CR LF and CR.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        Lines { text, at: 0 }
    }
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return None;
        }
        let start = self.at;
        let end = memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |length| start + length);
        let crlf = bytes[end..].starts_with(b"\r\n");
        self.at = (end + if crlf { 2 } else { 1 }).min(bytes.len());
        Some(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn cut(text: &str) -> Vec<&str> {
        split(text, layout(text), Language::ENGLISH.data()).into_iter().map(|block| &text[block.span]).collect()
    }

    #[test]
    fn blank_lines_labels_and_lead_phrases_begin_blocks() {
        assert_eq!(
            cut(
                "# Title\nThe Council,\r\nRecalling it,\nRecalling also that\nand more,\n\n1. Decides\n2. Also decides;\n(a) This;"
            ),
            [
                "# Title",
                "The Council,",
                "Recalling it,",
                "Recalling also that\nand more,",
                "1. Decides",
                "2. Also decides;",
                "(a) This;"
            ]
        );
    }

    #[test]
    fn marks_and_note_calls_may_follow_the_end_of_a_clause() {
        assert!(ends_clause("it is so;") && ends_clause("*it is so*,¹² ") && ends_clause("« c’est ainsi. »\n**"));
        assert!(!ends_clause("it is so") && !ends_clause("it is. So") && !ends_clause("**") && !ends_clause(""));
    }

    #[test]
    fn a_number_at_the_start_of_a_line_is_no_label_within_a_sentence() {
        assert_eq!(cut("as stated in paragraph\n9. The other"), ["as stated in paragraph\n9. The other"]);
    }

    #[test]
    fn a_label_alone_on_its_line_is_that_of_the_next() {
        assert_eq!(cut("9. Decides;\n10.\nDecides so;\n11. Ends."), ["9. Decides;", "10.\nDecides so;", "11. Ends."]);
        let text = "10.\n  Decides";
        let blocks = split(text, layout(text), Language::ENGLISH.data());
        assert_eq!(&text[blocks[0].content..], "Decides");
    }

    #[test]
    fn verbatim_text_and_comments_stand_alone() {
        assert_eq!(
            cut("---\na: b\n---\ntext\n```\n1. no\n\nx\n```\n<!-- a\n\nb -->\nend"),
            ["---\na: b\n---", "text", "```\n1. no\n\nx\n```", "<!-- a\n\nb -->", "end"]
        );
    }

    #[test]
    fn every_line_interlined_is_one_text() {
        let text = "The General Assembly, \n\n Recalling its resolution of the year before, in which it asked for more \n\nof the same, and the reports that were submitted to it by the Secretary \n\nof the organization at the end of the session that was held in that year \n\nand in the years that followed, with all the annexes that belong to those \n\ntexts, and thanking those who wrote them for what they have done so well \n\nand so often, \n Noting them, \n\n 1. Decides so. ";
        assert_eq!(layout(text), Layout::Interlined);
        let blocks = cut(text);
        assert_eq!(blocks.len(), 4);
        assert!(blocks[1].starts_with("Recalling") && blocks[1].ends_with("so often,"));
    }
}
