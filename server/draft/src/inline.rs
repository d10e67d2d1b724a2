//! Reads the inline marks of a block: emphasis, note calls, links, comments; what remains becomes tokens.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use crate::{
    NoteNotation, Span,
    token::{Token, is_ideograph, is_superscript_digit, superscript_digit, tokenize},
    words::Words,
};

/// An emphasised stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Emphasis {
    /// With its marks.
    pub(crate) outer: Span,
    /// Without them.
    pub(crate) inner: Span,
}

/// A note call; offsets count from the start of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) span: Span,
    pub(crate) label_span: Span,
    pub(crate) label: String,
    pub(crate) notation: NoteNotation,
}

/// A link of Markdown with its target beside it: `[74/173](#)`; offsets count from the start of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawLink {
    /// All of it.
    pub(crate) span: Span,
    /// What is printed.
    pub(crate) label: Span,
    /// Where it leads.
    pub(crate) target: Span,
}

/// What the marks of a block say, and its visible text in tokens. Offsets count from the start of the block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inline {
    pub(crate) tokens: Vec<Token>,
    pub(crate) emphasis: Vec<Emphasis>,
    pub(crate) calls: Vec<Call>,
    pub(crate) links: Vec<RawLink>,
}

/// Reads the text of a block from `content.start` on. `markdown` says whether marks are marks: in hard-wrapped plain
/// text an asterisk is an asterisk.
pub(crate) fn read(block: &str, content: Range<usize>, markdown: bool, words: &Words) -> Inline {
    let text = &block[content.clone()];
    let mut reader = Reader { block, words, inline: Inline::default(), gap: true, raised: None, tags: Vec::new() };
    // Most blocks of plain text, and many of Markdown, have no mark at all.
    if markdown && text.bytes().any(|byte| matches!(byte, b'*' | b'_' | b'[' | b'<' | b'`' | b'&' | b'\\' | b'!')) {
        reader.markdown(text, content.start);
    } else {
        reader.text(content);
    }
    reader.inline
}

/// The HTML tags that emphasise; underlining is the italics of typewriters.
const EMPHASIS_TAGS: [&str; 5] = ["i", "em", "b", "strong", "u"];

/// Whether `html` opens or closes a tag without attributes.
fn is_tag(html: &str, tag: &str) -> bool {
    html.trim_start_matches(['<', '/']).trim_end_matches('>').eq_ignore_ascii_case(tag)
}

struct Reader<'a> {
    block: &'a str,
    words: &'a Words,
    inline: Inline,
    gap: bool,
    /// The start of an open `<sup>`, and the text that follows the tag.
    raised: Option<(usize, Span)>,
    /// The tags of emphasis that are open.
    tags: Vec<(&'static str, Span)>,
}

impl Reader<'_> {
    fn markdown(&mut self, text: &str, offset: usize) {
        let mut emphasis: Vec<(Span, usize)> = Vec::new();
        for (event, range) in Parser::new_ext(text, Options::ENABLE_OLD_FOOTNOTES).into_offset_iter() {
            let range = range.start + offset..range.end + offset;
            // Nothing but a label is raised; a tag that stays open, or has marks behind it, raises nothing.
            if !matches!(&event, Event::Text(_)) && !matches!(&event, Event::InlineHtml(html) if closes_raised(html)) {
                self.lower();
            }
            match event {
                Event::Start(Tag::Emphasis) => emphasis.push((range, 1)),
                Event::Start(Tag::Strong) => emphasis.push((range, 2)),
                Event::End(pulldown_cmark::TagEnd::Emphasis | pulldown_cmark::TagEnd::Strong) => {
                    if let Some((outer, marks)) = emphasis.pop() {
                        self.close_emphasis(outer, marks);
                    }
                }
                Event::Text(_) => self.visible(range),
                Event::Code(_) => {
                    // What stands in code is quoted, not said: it is neither cited nor counted.
                    self.gap = true;
                }
                Event::InlineHtml(html) | Event::Html(html) => self.html(&html, range),
                Event::FootnoteReference(label) => {
                    let label_span = range.start + 2..range.end - 1;
                    self.call(range, label_span, label.into_string(), NoteNotation::Markdown);
                }
                Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) => self.link(range),
                Event::SoftBreak | Event::HardBreak => self.gap = true,
                Event::Start(Tag::Paragraph | Tag::Item | Tag::CodeBlock(_) | Tag::Heading { .. }) => self.gap = true,
                _ => {}
            }
        }
        self.lower();
    }

    /// Adds a link `[label](target "title")`, whose target may stand in angle brackets.
    fn link(&mut self, span: Span) {
        let link = &self.block[span.clone()];
        let Some(middle) = link.rfind("](") else { return };
        let inside = &link[middle + 2..link.len() - 1];
        let blank = inside.len() - inside.trim_start().len();
        let printed = inside.split_whitespace().next().unwrap_or_default();
        let bracketed = printed.len() > 1 && printed.starts_with('<') && printed.ends_with('>');
        let start = span.start + middle + 2 + blank + usize::from(bracketed);
        let target = start..start + printed.len() - 2 * usize::from(bracketed);
        self.inline.links.push(RawLink { label: span.start + 1..span.start + middle, target, span });
    }

    /// Reads what stands behind `<sup>` as any other text.
    fn lower(&mut self) {
        if let Some((_, label)) = self.raised.take() {
            self.text(label);
        }
    }

    /// Emphasis of two kinds around the same words (`***x***`) is one emphasis.
    fn close_emphasis(&mut self, outer: Span, marks: usize) {
        let inner = outer.start + marks..outer.end.saturating_sub(marks);
        match self.inline.emphasis.last_mut() {
            Some(last) if last.outer == inner => last.outer = outer,
            _ => self.add_emphasis(Emphasis { outer, inner }),
        }
    }

    /// An emphasis is closed after those within it: the order of the text is kept.
    fn add_emphasis(&mut self, emphasis: Emphasis) {
        let at = self.inline.emphasis.partition_point(|other| other.outer.start < emphasis.outer.start);
        self.inline.emphasis.insert(at, emphasis);
    }

    fn html(&mut self, html: &str, range: Span) {
        if html.eq_ignore_ascii_case("<sup>") {
            self.raised = Some((range.start, range.end..range.end));
        } else if closes_raised(html)
            && let Some((start, Range { start: label_start, .. })) = self.raised.take()
        {
            let label = &self.block[label_start..range.start];
            let called = !label.is_empty()
                && (label.bytes().all(|byte| byte.is_ascii_digit())
                    || label.trim_start_matches('\\') == "*"
                    || (label.len() == 1 && label.as_bytes()[0].is_ascii_lowercase() && !self.after_figure(start)));
            if called {
                let text = label.trim_start_matches('\\').to_owned();
                self.call(start..range.end, label_start..range.start, text, NoteNotation::Html);
            } else {
                self.text(label_start..range.start);
            }
        } else if let Some(tag) = EMPHASIS_TAGS.iter().find(|tag| is_tag(html, tag)) {
            if html.starts_with("</") {
                let opened = self.tags.iter().rposition(|(open, _)| open == tag);
                if let Some((_, open)) = opened.map(|at| self.tags.remove(at)) {
                    self.add_emphasis(Emphasis { outer: open.start..range.end, inner: open.end..range.start });
                }
            } else if self.tags.len() < 8 {
                // More are not nested but half typed.
                self.tags.push((tag, range));
            }
        } else if !html.starts_with("</") {
            self.gap = true;
        }
    }

    /// Whether a figure stands directly before: `1<sup>er</sup>`, `50<sup>e</sup>`.
    fn after_figure(&self, at: usize) -> bool {
        self.block[..at].ends_with(|c: char| c.is_ascii_digit())
    }

    fn visible(&mut self, range: Span) {
        match &mut self.raised {
            // The text within `<sup>` is looked at as a whole, where the tag closes.
            Some((_, label)) => label.end = range.end,
            None => self.text(range),
        }
    }

    fn call(&mut self, span: Span, label_span: Span, label: String, notation: NoteNotation) {
        // `\*\*`: each asterisk is escaped, and they are one label.
        if notation == NoteNotation::Plain
            && let Some(last) = self.inline.calls.last_mut()
            && last.notation == notation
            && self.block.get(last.span.end..span.start).is_some_and(|between| matches!(between, "" | "\\"))
        {
            last.label.push_str(&label);
            last.label_span.end = span.end;
            last.span.end = span.end;
            return;
        }
        self.inline.calls.push(Call { span, label_span, label, notation });
    }

    /// Cuts visible text into tokens; raised figures and lone asterisks in it are calls.
    fn text(&mut self, range: Span) {
        let text = &self.block[range.clone()];
        let mut done = 0;
        for (at, c) in text.char_indices() {
            if at < done || !(c == '*' || (!c.is_ascii() && is_superscript_digit(c))) {
                continue;
            }
            if let Some(end) = self.plain_call(range.start, text, at) {
                self.tokens(range.start, &text[done..at], done);
                let span = range.start + at..range.start + end;
                let label: String = text[at..end].chars().map(|c| superscript_digit(c).unwrap_or(c)).collect();
                let notation = if c == '*' { NoteNotation::Plain } else { NoteNotation::Superscript };
                self.call(span.clone(), span, label, notation);
                done = end;
            }
        }
        self.tokens(range.start, &text[done..], done);
    }

    fn tokens(&mut self, base: usize, text: &str, offset: usize) {
        if !text.is_empty() {
            self.gap = tokenize(text, base + offset, self.gap, self.words, &mut self.inline.tokens);
        }
    }

    /// The end of the call that a raised figure or an asterisk at `at` begins, if it is one: it follows a word or
    /// punctuation directly, and no word follows it directly, but for a raised figure an ideograph, since no space parts
    /// these: `决议¹和`. `m²` and `km³` are units.
    fn plain_call(&self, base: usize, text: &str, at: usize) -> Option<usize> {
        let before = self.block[..base + at].trim_end_matches('\\');
        let asterisk = text[at..].starts_with('*');
        let end = at
            + text[at..]
                .find(|c: char| if asterisk { c != '*' } else { !is_superscript_digit(c) })
                .unwrap_or(text.len() - at);
        let previous = before.chars().next_back()?;
        let second = asterisk && self.inline.calls.last().is_some_and(|last| last.span.end == before.len());
        let next = self.block[base + end..].chars().next();
        // What is no call is none from its second figure on either.
        let within = !asterisk && is_superscript_digit(previous);
        let in_word = next.is_some_and(|c| c.is_alphanumeric() && (asterisk || !is_ideograph(c)));
        if in_word || previous.is_whitespace() || within {
            return None;
        }
        if asterisk {
            return (end - at <= 3 && (previous != '*' || second)).then_some(end);
        }
        let word: &str = &before[before
            .rfind(|c: char| !c.is_alphabetic() || is_ideograph(c))
            .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8))..];
        (!matches!(word, "m" | "km" | "cm" | "dm" | "mm")).then_some(end)
    }
}

fn closes_raised(html: &str) -> bool {
    html.eq_ignore_ascii_case("</sup>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(text: &str) -> Inline {
        read(text, 0..text.len(), true, &Words::default())
    }

    fn words(text: &str) -> String {
        inline(text).tokens.iter().map(|token| &text[token.span()]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn emphasis_has_an_inside_and_an_outside() {
        let read = inline("*Prie* le **Conseil** ***fermement***");
        let spans: Vec<_> = read.emphasis.iter().map(|e| (e.outer.clone(), e.inner.clone())).collect();
        assert_eq!(spans, [(0..6, 1..5), (10..21, 12..19), (22..37, 25..34)]);
    }

    #[test]
    fn tags_emphasise_as_marks_do() {
        let read = inline("<i>The General Assembly</i>, and <b>more");
        let spans: Vec<_> = read.emphasis.iter().map(|e| (e.outer.clone(), e.inner.clone())).collect();
        assert_eq!(spans, [(0..27, 3..23)]);
    }

    #[test]
    fn calls_are_read_in_every_notation() {
        let labels = |text| inline(text).calls.into_iter().map(|call| (call.label, call.span)).collect::<Vec<_>>();
        assert_eq!(labels("a[^12], b"), [("12".to_owned(), 1..6)]);
        assert_eq!(labels("pénale<sup>1</sup>,"), [("1".to_owned(), 7..19)]);
        assert_eq!(labels("proposés¹²."), [("12".to_owned(), 9..13)]);
        assert_eq!(labels("provisoire\\*"), [("*".to_owned(), 11..12)]);
        assert_eq!(labels("2 m² et 1<sup>er</sup> mars, ²³ Voir"), []);
    }

    #[test]
    fn a_raised_label_that_is_half_typed_hides_nothing() {
        assert_eq!(words("see <sup>1, and its resolution 65/230"), "see 1 , and its resolution 65 / 230");
        let read = inline("the <sup>*Recalling* [^a]:</sup>");
        assert_eq!(read.calls.into_iter().map(|call| call.label).collect::<Vec<_>>(), ["a"]);
        assert_eq!(words("the <sup>*Recalling* [^a]:</sup>"), "the Recalling :");
    }

    #[test]
    fn links_have_what_is_printed_and_where_they_lead() {
        let text =
            "see [74/173](#), [*x*]( <a/b> \"t\"), [y]() and [z](https://undocs.org/S/RES/1325(2000)) but not [w][v]";
        let links: Vec<_> =
            inline(text).links.into_iter().map(|link| (&text[link.label], &text[link.target])).collect();
        let expected = [("74/173", "#"), ("*x*", "a/b"), ("y", ""), ("z", "https://undocs.org/S/RES/1325(2000)")];
        assert_eq!(links, expected);
    }

    #[test]
    fn what_is_not_printed_is_no_token() {
        assert_eq!(words("see [74/173](#) <!-- no --> `65/230` 1<sup>er</sup> mars"), "see 74 / 173 1 er mars");
        assert_eq!(words("half *typed text"), "half * typed text");
    }
}
