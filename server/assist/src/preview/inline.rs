//! The words of a paragraph: emphasis, links, calls of notes, lists and tables, marked where something was found.

use std::{fmt::Write, ops::Range};

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag as Start, TagEnd as End};
use rapporteur_draft::{Draft, EMPHASIS_MARKS, Lead, Markup, Paragraph, ParagraphKind, Span};

use super::{
    margin::{Margin, Mark},
    notes::Notes,
    tags::{Tag, escape, push_escaped, tag},
};
use crate::{plain::is_chinese, within::touching};

/// Whether a paragraph is made of lists, tables, quotations or code, and not of one run of words.
pub(super) fn is_of_blocks(text: &str, paragraph: &Paragraph) -> bool {
    use ParagraphKind::{Annex, Continuation, Operative, Other, Preambular, SubParagraph};
    let may = matches!(paragraph.kind, Annex | Continuation | Operative | Other | Preambular | SubParagraph);
    let content = &text[paragraph.content.clone()];
    let begins = || {
        content.starts_with(['|', '>'])
            || ["- ", "* ", "+ ", "```", "~~~"].iter().any(|mark| content.starts_with(mark))
            || content.contains("\n- ")
            || content.contains("\n* ")
            || content.contains("\n+ ")
            || content.contains("\n> ")
    };
    may && begins()
}

/// The writer of words.
pub(super) struct Inline<'a> {
    text: &'a str,
    draft: &'a Draft,
    /// Whether the text runs from right to left.
    leftwards: bool,
    /// What has been written.
    pub(super) html: String,
    /// The last character that was written of the paragraph.
    last: Option<char>,
}

impl<'a> Inline<'a> {
    pub(super) fn new(text: &'a str, draft: &'a Draft, leftwards: bool) -> Inline<'a> {
        Inline { text, draft, leftwards, html: String::with_capacity(text.len() * 2), last: None }
    }

    /// Writes the words of a paragraph behind its label.
    pub(super) fn words(&mut self, index: usize, notes: &Notes, margin: &Margin<'_>) {
        let paragraph = &self.draft.paragraphs[index];
        // Emphasis may open before the label and go on behind it.
        let emphasised = paragraph.label.as_ref().is_some_and(|label| {
            let label = &self.text[label.span.clone()];
            label.starts_with(EMPHASIS_MARKS) && !label.ends_with(EMPHASIS_MARKS)
        });
        let from = if emphasised { paragraph.span.start } else { paragraph.content.start };
        let mut end = paragraph.content.end;
        if matches!(paragraph.kind, ParagraphKind::Title | ParagraphKind::Heading) {
            end = from + self.text[from..end].trim_end_matches('#').trim_end().len();
        }
        let blocks = is_of_blocks(self.text, paragraph) && paragraph.label.is_none();
        self.stretch(index, from..end, paragraph.content.start, blocks, notes, margin);
    }

    /// Writes a line of a paragraph.
    pub(super) fn line(&mut self, index: usize, span: &Span, notes: &Notes, margin: &Margin<'_>) {
        // The marks of a heading are none of its words.
        let paragraph = &self.draft.paragraphs[index];
        let from = span.start.max(paragraph.content.start.min(span.end));
        self.stretch(index, from..span.end, from, false, notes, margin);
    }

    /// Ends a paragraph.
    pub(super) fn end(&mut self) {
        self.last = None;
    }

    /// Writes what is printed of a stretch of a paragraph from `shown` on; marks are read from its start.
    fn stretch(&mut self, index: usize, span: Span, shown: usize, blocks: bool, notes: &Notes, margin: &Margin<'_>) {
        let draft = self.draft;
        let paragraph = &draft.paragraphs[index];
        let call = draft.notes.calls.partition_point(|call| call.span.start < span.start);
        let isolated = if self.leftwards { touching(&draft.symbols, |symbol| &symbol.span, &span) } else { &[] };
        // In plain text nothing can be in italics, and the lead phrase is where it belongs.
        let lead = paragraph.lead.as_ref().filter(|_| draft.markup == Markup::Plain);
        let clause = matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative);
        let lead = match paragraph.kind {
            ParagraphKind::EnactingLine if draft.markup == Markup::Plain => {
                let line = self.text[span.clone()].trim_end_matches(|c: char| !c.is_alphanumeric());
                Some(span.start..span.start + line.len())
            }
            _ => lead.filter(|_| clause).map(|lead: &Lead| lead.span.clone()),
        };
        let layers = [
            lead.into_iter()
                .map(|span| Layer { span, open: "<em class=\"verb\">".to_owned(), close: "</em>" })
                .collect(),
            isolated
                .iter()
                .map(|symbol| Layer { span: symbol.span.clone(), open: "<bdi>".to_owned(), close: "</bdi>" })
                .collect(),
            margin.marks(index).into_iter().map(Layer::of).collect(),
        ];
        // Space between this and what was written of the paragraph before.
        if self.last.is_some() {
            self.join(span.start);
        }
        let mut writer = Writer {
            out: self,
            notes,
            done: shown,
            end: span.end,
            call,
            layers,
            next: [0; LAYERS],
            open: Vec::new(),
            columns: Vec::new(),
            column: 0,
            in_head: false,
            blocks,
        };
        writer.read(&span);
    }

    /// Puts a space before what stands at an offset, or nothing between two ideographs, which a line break parts.
    fn join(&mut self, next: usize) {
        let next = self.text[next..].chars().find(|c| !c.is_whitespace() && !EMPHASIS_MARKS.contains(c));
        let glued = self.last.is_some_and(is_chinese) && next.is_some_and(is_chinese);
        if !glued && self.last.is_some_and(|last| last != ' ') {
            self.html.push(' ');
            self.last = Some(' ');
        }
    }
}

/// What encloses words of the text whatever its marks are: from the outside in, the lead phrase, symbols among letters that run
/// from right to left, marks of findings.
const LAYERS: usize = 3;

/// A stretch that an element encloses.
struct Layer {
    span: Span,
    open: String,
    close: &'static str,
}

impl Layer {
    fn of(mark: Mark) -> Layer {
        let open = format!(
            "<span class=\"found\" data-severity=\"{}\" data-finding=\"{}\">",
            mark.severity.name(),
            mark.finding
        );
        Layer { span: mark.span, open, close: "</span>" }
    }
}

/// The element of HTML that an element of Markdown or a tag has opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Markdown,
    Tag,
}

struct Writer<'w, 'a> {
    out: &'w mut Inline<'a>,
    notes: &'w Notes,
    /// Up to where the text has been written or is not to be.
    done: usize,
    end: usize,
    /// The next call, as an index into the calls of the draft.
    call: usize,
    layers: [Vec<Layer>; LAYERS],
    /// In each layer, the next stretch that has not ended.
    next: [usize; LAYERS],
    /// The elements that are open.
    open: Vec<(Origin, &'static str)>,
    /// How the columns of the table are set.
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Whether lists and the like are what they look like.
    blocks: bool,
}

/// Stands before words whose first character could be taken for the mark of a list or a heading.
const GUARD: &str = ".";

impl Writer<'_, '_> {
    fn read(&mut self, span: &Span) {
        let guard = if self.blocks { "" } else { GUARD };
        let source = [guard, &self.out.text[span.clone()]].concat();
        let options = Options::ENABLE_OLD_FOOTNOTES | Options::ENABLE_TABLES;
        for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
            let place = |offset: usize| span.start + offset.saturating_sub(guard.len());
            let place = place(range.start)..place(range.end);
            // What is no more than its source can be cut where something is marked.
            let same = matches!(&event, Event::Text(text) if text.len() == range.len());
            self.event(event, place, same);
        }
        while let Some((_, element)) = self.open.pop() {
            self.close_element(element);
        }
    }

    fn event(&mut self, event: Event<'_>, place: Range<usize>, same: bool) {
        if !matches!(event, Event::Text(_)) && self.is_call(place.start) {
            return self.write_call();
        }
        if place.start < self.done && !matches!(event, Event::Text(_) | Event::Start(_) | Event::End(_)) {
            return;
        }
        match event {
            Event::Start(start) => self.start(start, &place),
            Event::End(end) => self.end_of(end),
            Event::Text(_) if same => self.text(&place),
            Event::Text(text) if place.end > self.done => self.print(&text, place),
            Event::Code(code) => {
                self.raw("<code>");
                self.print(&code, place);
                self.raw("</code>");
            }
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html, place),
            Event::FootnoteReference(label) => {
                self.print(&format!("[^{label}]"), place);
            }
            Event::SoftBreak => self.out.join(place.end),
            // A text that comes out of a PDF has its lines broken where those of the page were.
            Event::HardBreak if self.out.draft.markup == Markup::Plain => self.out.join(place.end),
            Event::HardBreak => self.raw("<br>"),
            Event::Rule => self.raw("<hr>"),
            _ => {}
        }
    }

    fn start(&mut self, start: Start<'_>, place: &Range<usize>) {
        match start {
            Start::Emphasis => self.open_element("em", "<em>"),
            Start::Strong => self.open_element("strong", "<strong>"),
            Start::Link { dest_url, .. } => {
                let web = ["https://", "http://"].iter().any(|scheme| dest_url.starts_with(scheme));
                let open = if web { format!("<a href=\"{}\">", escape(&dest_url)) } else { "<a>".to_owned() };
                self.open_element("a", &open);
            }
            Start::List(Some(first)) => self.open_element("ol", &format!("<ol start=\"{first}\">")),
            Start::List(None) => self.open_element("ul", "<ul>"),
            Start::Item => self.open_element("li", "<li>"),
            Start::BlockQuote(_) => self.open_element("blockquote", "<blockquote>"),
            // A line that is indented by chance is no code.
            Start::CodeBlock(CodeBlockKind::Fenced(_)) => self.open_element("pre", "<pre>"),
            Start::Table(columns) => {
                self.columns = columns;
                self.open_element("table", "<table>");
            }
            Start::TableHead => {
                (self.column, self.in_head) = (0, true);
                self.open_element("tr", "<tr>");
            }
            Start::TableRow => {
                (self.column, self.in_head) = (0, false);
                self.open_element("tr", "<tr>");
            }
            Start::TableCell => self.cell(),
            Start::Paragraph | Start::CodeBlock(CodeBlockKind::Indented) if self.out.last.is_some() => {
                self.out.join(place.start);
            }
            _ => {}
        }
    }

    fn cell(&mut self) {
        let element = if self.in_head { "th" } else { "td" };
        let align = match self.columns.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.column += 1;
        self.open_element(element, &format!("<{element}{align}>"));
    }

    fn end_of(&mut self, end: End) {
        let element = match end {
            End::Emphasis => "em",
            End::Strong => "strong",
            End::Link => "a",
            End::List(true) => "ol",
            End::List(false) => "ul",
            End::Item => "li",
            End::BlockQuote(_) => "blockquote",
            End::CodeBlock => "pre",
            End::Table => "table",
            End::TableHead | End::TableRow => "tr",
            End::TableCell if self.in_head => "th",
            End::TableCell => "td",
            _ => return,
        };
        // Tags that were opened within are closed with it.
        if let Some(at) = self.open.iter().rposition(|open| *open == (Origin::Markdown, element)) {
            while self.open.len() > at {
                if let Some((_, element)) = self.open.pop() {
                    self.close_element(element);
                }
            }
        }
    }

    fn html(&mut self, html: &str, place: Range<usize>) {
        match tag(html.trim_end()) {
            Tag::Open(element) => {
                self.raw(&format!("<{element}>"));
                self.open.push((Origin::Tag, element));
            }
            Tag::Close(element) => {
                let within = self.open.iter().rev().take_while(|(origin, _)| *origin == Origin::Tag);
                if within.clone().any(|(_, open)| *open == element) {
                    while let Some((_, open)) = self.open.pop() {
                        self.close_element(open);
                        if open == element {
                            break;
                        }
                    }
                }
            }
            Tag::Break => self.raw("<br>"),
            Tag::Nothing => {}
            Tag::Unknown => self.print(html, place),
        }
    }

    fn open_element(&mut self, element: &'static str, open: &str) {
        self.raw(open);
        self.open.push((Origin::Markdown, element));
    }

    fn close_element(&mut self, element: &str) {
        let _ = write!(self.out.html, "</{element}>");
        // Words in two cells or items need no space between them.
        if matches!(element, "li" | "td" | "th" | "tr" | "ul" | "ol" | "table" | "blockquote" | "pre") {
            self.out.html.push('\n');
            self.out.last = None;
        }
    }

    fn raw(&mut self, html: &str) {
        self.out.html.push_str(html);
    }

    /// Writes text that is not what its source says: an entity.
    fn print(&mut self, text: &str, place: Range<usize>) {
        push_escaped(&mut self.out.html, text);
        self.out.last = text.chars().next_back().or(self.out.last);
        self.done = self.done.max(place.end);
    }

    /// Whether a call stands at an offset.
    fn is_call(&mut self, offset: usize) -> bool {
        let calls = &self.out.draft.notes.calls;
        while calls.get(self.call).is_some_and(|call| call.span.start < self.done.min(offset)) {
            self.call += 1;
        }
        offset >= self.done && calls.get(self.call).is_some_and(|call| call.span.start == offset && offset < self.end)
    }

    fn write_call(&mut self) {
        let draft = self.out.draft;
        self.notes.write_call(&mut self.out.html, draft, self.call);
        self.done = draft.notes.calls[self.call].span.end;
        self.out.last = draft.notes.calls[self.call].label.chars().next_back();
        self.call += 1;
    }

    /// Writes a stretch of the text as it stands, with its calls and in its layers.
    fn text(&mut self, place: &Range<usize>) {
        let mut at = place.start.max(self.done);
        let mut open: [Option<usize>; LAYERS] = [None; LAYERS];
        while at < place.end {
            if self.is_call(at) {
                self.shift(&mut open, [None; LAYERS]);
                self.write_call();
                at = self.done;
                continue;
            }
            let (around, end) = self.around(at);
            let call = self.out.draft.notes.calls.get(self.call).map_or(usize::MAX, |call| call.span.start);
            let end = end.min(place.end).min(if call > at { call } else { usize::MAX });
            self.shift(&mut open, around);
            let text = self.out.text;
            push_escaped(&mut self.out.html, &text[at..end]);
            self.out.last = text[at..end].chars().next_back();
            at = end;
            self.done = self.done.max(at);
        }
        self.shift(&mut open, [None; LAYERS]);
    }

    /// The stretches around an offset, one a layer, and where this changes next.
    fn around(&mut self, at: usize) -> ([Option<usize>; LAYERS], usize) {
        let mut around = [None; LAYERS];
        let mut end = usize::MAX;
        for (layer, stretches) in self.layers.iter().enumerate() {
            let next = &mut self.next[layer];
            while stretches.get(*next).is_some_and(|stretch| stretch.span.end <= at) {
                *next += 1;
            }
            if let Some(stretch) = stretches.get(*next) {
                let inside = stretch.span.start <= at;
                around[layer] = inside.then_some(*next);
                end = end.min(if inside { stretch.span.end } else { stretch.span.start });
            }
        }
        (around, end)
    }

    /// Closes and opens the elements of layers.
    fn shift(&mut self, open: &mut [Option<usize>; LAYERS], to: [Option<usize>; LAYERS]) {
        let Some(from) = (0..LAYERS).find(|layer| open[*layer] != to[*layer]) else { return };
        for (stretches, stretch) in self.layers.iter().zip(*open).skip(from).rev() {
            if let Some(stretch) = stretch {
                self.out.html.push_str(stretches[stretch].close);
            }
        }
        for (stretches, stretch) in self.layers.iter().zip(to).skip(from) {
            if let Some(stretch) = stretch {
                self.out.html.push_str(&stretches[stretch].open);
            }
        }
        *open = to;
    }
}
