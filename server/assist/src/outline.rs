//! The outline of a draft: its parts, and in them its paragraphs by number, verb and first words.

use rapporteur_draft::{DocumentKind, Draft, Paragraph, ParagraphKind, Span, plain_mark};
use rapporteur_lint::Locale;

use crate::{
    divisions::{Division, DivisionKind, divisions},
    plain::plain,
    wording::say,
};

/// How many characters of a paragraph are shown.
const NAME_LENGTH: usize = 60;

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// What it is called; never empty.
    pub name: String,
    /// What is said beside the name.
    pub detail: Option<String>,
    /// What it is.
    pub kind: OutlineKind,
    /// All of it, the entries within it included.
    pub span: Span,
    /// What is selected of it: its heading, its number and first words. Lies within [`OutlineEntry::span`].
    pub selection: Span,
    /// The entries within it, in the order of the text.
    pub within: Vec<OutlineEntry>,
}

/// What an entry of the outline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineKind {
    /// The draft.
    Document,
    /// A part under a letter or heading of its own.
    Part,
    /// The preamble or the operative part.
    Group,
    /// What stands below a heading.
    Section,
    /// An annex.
    Annex,
    /// A paragraph of the preamble.
    Preambular,
    /// A paragraph of the operative part.
    Operative,
    /// A paragraph below another.
    SubParagraph,
    /// Any other paragraph.
    Text,
    /// The notes.
    Notes,
    /// A note.
    Note,
}

/// The outline of a draft: one entry for the draft with the others in it, or these alone where it has neither title nor
/// symbol. Groups are named in the language of the reader. `draft` must be the reading of `text`.
pub fn outline(text: &str, draft: &Draft, locale: Locale) -> Vec<OutlineEntry> {
    let document = divisions(text, draft);
    let writer = Writer { text, draft, locale };
    let within = writer.entries(&document);
    let own = draft.symbol.as_ref();
    let Some(selection) = draft.title.as_ref().filter(|title| !title.is_empty()).or(own) else { return within };
    let name = writer.name(selection);
    let detail = match own.filter(|own| draft.title.as_ref().is_some_and(|title| !holds(title, own))) {
        Some(own) => Some(writer.name(own)),
        None => draft.body.map(|body| locale.language().body_name(body).to_owned()),
    };
    let kind = OutlineKind::Document;
    vec![OutlineEntry { name, detail, kind, span: document.span, selection: selection.clone(), within }]
}

/// Whether a span lies within another.
fn holds(outer: &Span, inner: &Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

struct Writer<'a> {
    text: &'a str,
    draft: &'a Draft,
    locale: Locale,
}

impl Writer<'_> {
    /// The entries for the divisions within another.
    fn entries(&self, division: &Division) -> Vec<OutlineEntry> {
        division.within.iter().filter_map(|within| self.entry(within, division.kind)).collect()
    }

    fn entry(&self, division: &Division, parent: DivisionKind) -> Option<OutlineEntry> {
        let head = &self.draft.paragraphs[division.head?];
        let (kind, name, detail) = match division.kind {
            DivisionKind::Document | DivisionKind::Masthead => return None,
            DivisionKind::Part => (OutlineKind::Part, self.name(&head.content), None),
            DivisionKind::Section => (OutlineKind::Section, self.name(&head.content), None),
            DivisionKind::Annex => (OutlineKind::Annex, self.name(&head.content), None),
            DivisionKind::Preamble => (OutlineKind::Group, self.say("preamble"), self.enacting(head)),
            DivisionKind::Operative => (OutlineKind::Group, self.say("operative"), Some(self.counted(division))),
            DivisionKind::Notes => (OutlineKind::Notes, self.say("notes"), Some(division.within.len().to_string())),
            DivisionKind::Paragraph => (kind(head.kind, self.is_shown(head, parent))?, self.labelled(head), None),
        };
        let within = self.entries(division);
        let groups = matches!(division.kind, DivisionKind::Preamble | DivisionKind::Operative | DivisionKind::Notes);
        let selection = match within.first().filter(|_| groups && head.kind != ParagraphKind::EnactingLine) {
            Some(first) => first.selection.clone(),
            None => head.lead.as_ref().map_or_else(|| head.span.clone(), |lead| head.span.start..lead.span.end),
        };
        Some(OutlineEntry { name, detail, kind, span: division.span.clone(), selection, within })
    }

    /// What is printed of a stretch of the text, shortened.
    fn name(&self, span: &Span) -> String {
        let words = plain(self.text, self.draft, span, NAME_LENGTH);
        let name = words.trim_end_matches(|c| matches!(plain_mark(c), ',' | ';' | ' ' | '\u{a0}'));
        // Editors refuse entries without a name.
        if name.is_empty() { "…".to_owned() } else { name.to_owned() }
    }

    /// A paragraph with its label.
    fn labelled(&self, paragraph: &Paragraph) -> String {
        let mark = self.draft.notes.definitions.partition_point(|note| note.span.start < paragraph.span.start);
        match self.draft.notes.definitions.get(mark).filter(|_| paragraph.kind == ParagraphKind::NoteDefinition) {
            Some(note) if holds(&paragraph.span, &note.mark.span) => {
                let behind = note.mark.span.end..paragraph.span.end;
                let colon =
                    self.text[behind.clone()].len() - self.text[behind.clone()].trim_start_matches([':', ' ']).len();
                format!("{} {}", note.mark.label, self.name(&(behind.start + colon..behind.end)))
            }
            _ => self.name(&paragraph.span),
        }
    }

    /// The body that an enacting line names.
    fn enacting(&self, head: &Paragraph) -> Option<String> {
        (head.kind == ParagraphKind::EnactingLine).then(|| self.name(&head.content))
    }

    /// How many operative paragraphs there are.
    fn counted(&self, division: &Division) -> String {
        let count = self.operative(division);
        let key = if count == 1 { "paragraph" } else { "paragraphs" };
        say(self.locale, "outline", key, &[("count", &count)])
    }

    fn operative(&self, division: &Division) -> usize {
        let is = |index: usize| self.draft.paragraphs[index].kind == ParagraphKind::Operative;
        let own = division.kind == DivisionKind::Paragraph && division.head.is_some_and(is);
        usize::from(own) + division.within.iter().map(|within| self.operative(within)).sum::<usize>()
    }

    /// Whether a paragraph of no particular kind is worth an entry: among clauses, and with a number anywhere.
    fn is_shown(&self, paragraph: &Paragraph, parent: DivisionKind) -> bool {
        let verbatim = self.text[paragraph.content.clone()].starts_with(['|', '`', '~']);
        let clauses = matches!(self.draft.kind, DocumentKind::Resolution | DocumentKind::Excerpt);
        let placed = !matches!(parent, DivisionKind::Document | DivisionKind::Masthead | DivisionKind::Part);
        !verbatim && (paragraph.label.is_some() || (clauses && placed))
    }

    fn say(&self, key: &str) -> String {
        say(self.locale, "outline", key, &[])
    }
}

/// What a paragraph is in the outline, if it has an entry; `shown` says so for those of no particular kind.
fn kind(kind: ParagraphKind, shown: bool) -> Option<OutlineKind> {
    match kind {
        ParagraphKind::Preambular => Some(OutlineKind::Preambular),
        ParagraphKind::Operative => Some(OutlineKind::Operative),
        ParagraphKind::SubParagraph => Some(OutlineKind::SubParagraph),
        ParagraphKind::NoteDefinition => Some(OutlineKind::Note),
        ParagraphKind::Annex | ParagraphKind::Other | ParagraphKind::Continuation => shown.then_some(OutlineKind::Text),
        ParagraphKind::Masthead
        | ParagraphKind::Title
        | ParagraphKind::EnactingLine
        | ParagraphKind::Heading
        | ParagraphKind::Part
        | ParagraphKind::AnnexHeading
        | ParagraphKind::AdoptionLine
        | ParagraphKind::Furniture => None,
    }
}
