//! `rapporteur inspect`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use rapporteur_draft::{BodyClue, Citation, DateMention, Draft, NoteMark, Paragraph, Span};
use rapporteur_lint::settings::Choices;
use rapporteur_symbol::Symbol;
use serde::Serialize;

use super::{
    fail, finish,
    read::Input,
    render::{Place, Source},
    scope::Scope,
};

/// Write what Rapporteur has read in a draft, as JSON
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The draft; `-` is standard input
    file: PathBuf,

    #[command(flatten)]
    scope: Scope,

    /// The name of the file that standard input stands for
    #[arg(long, value_name = "PATH", default_value = "stdin.md", hide_default_value = true)]
    stdin_filename: PathBuf,
}

#[derive(Serialize)]
struct DraftObject<'a> {
    path: &'a str,
    language: &'a str,
    kind: &'a str,
    body: Option<&'a str>,
    symbol: Option<&'a str>,
    title: Option<String>,
    paragraphs: Vec<ParagraphObject<'a>>,
    citations: Vec<CitationObject<'a>>,
    dates: Vec<DateObject<'a>>,
    symbols: Vec<SymbolObject<'a>>,
    footnotes: Footnotes<'a>,
}

#[derive(Serialize)]
struct ParagraphObject<'a> {
    kind: &'a str,
    number: Option<u32>,
    label: Option<&'a str>,
    verb: Option<&'a str>,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct CitationObject<'a> {
    symbol: Option<String>,
    printed: &'a str,
    body: Option<&'a str>,
    date: Option<String>,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct DateObject<'a> {
    date: Option<String>,
    printed: &'a str,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct SymbolObject<'a> {
    symbol: &'a str,
    printed: &'a str,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Footnotes<'a> {
    calls: Vec<NoteObject<'a>>,
    definitions: Vec<NoteObject<'a>>,
}

#[derive(Serialize)]
struct NoteObject<'a> {
    label: &'a str,
    start: Place,
    end: Place,
}

/// Reads a draft and writes what it is.
pub(super) fn run(arguments: &Arguments) -> ExitCode {
    let input = if arguments.file == Path::new("-") {
        Input::Stdin(arguments.stdin_filename.clone())
    } else {
        Input::File(arguments.file.clone())
    };
    let text = match input.read() {
        Ok(text) => text,
        Err(trouble) => return fail(trouble),
    };
    let project = arguments.scope.projects(Choices::default()).of(input.path());
    if let Some(trouble) = project.troubles().first() {
        return fail(trouble);
    }
    let draft = Draft::read(&text, &project.settings(input.path()).hints);
    let view = View { source: Source::new(input.path(), &text), draft: &draft };
    match serde_json::to_string_pretty(&view.draft()) {
        Ok(json) => finish(&(json + "\n"), 0),
        Err(error) => fail(format!("the draft can't be written as JSON: {error}")),
    }
}

/// A draft together with its text.
struct View<'a> {
    source: Source<'a>,
    draft: &'a Draft,
}

impl View<'_> {
    fn draft(&self) -> DraftObject<'_> {
        let Draft { paragraphs, citations, dates, symbols, notes, .. } = self.draft;
        DraftObject {
            path: &self.source.path,
            language: self.draft.language.code(),
            kind: self.draft.kind.name(),
            body: self.draft.body.map(|body| body.key()),
            symbol: self.draft.symbol.as_ref().map(|span| self.printed(span)),
            title: self.draft.title.as_ref().map(|span| plain(self.printed(span))),
            paragraphs: paragraphs.iter().map(|paragraph| self.paragraph(paragraph)).collect(),
            citations: (0..citations.len()).flat_map(|index| self.citations(index)).collect(),
            dates: dates.iter().map(|date| self.date(date)).collect(),
            symbols: symbols
                .iter()
                .map(|symbol| {
                    let (start, end) = self.ends(&symbol.span);
                    SymbolObject { symbol: &symbol.text, printed: self.printed(&symbol.span), start, end }
                })
                .collect(),
            footnotes: Footnotes {
                calls: notes.calls.iter().map(|call| self.note(call, &call.span)).collect(),
                definitions: notes.definitions.iter().map(|note| self.note(&note.mark, &note.span)).collect(),
            },
        }
    }

    fn paragraph(&self, paragraph: &Paragraph) -> ParagraphObject<'_> {
        let (start, end) = self.ends(&paragraph.span);
        ParagraphObject {
            kind: paragraph.kind.name(),
            number: paragraph.label.as_ref().and_then(|label| label.number),
            label: paragraph.label.as_ref().map(|label| self.printed(&label.span)),
            verb: paragraph.lead.as_ref().map(|lead| self.printed(&lead.span)),
            start,
            end,
        }
    }

    /// A citation, and before it those that it ends a range of: these are printed nowhere, and stand where the range is
    /// joined.
    fn citations(&self, index: usize) -> impl Iterator<Item = CitationObject<'_>> {
        let citation = &self.draft.citations[index];
        let joint = move || self.draft.citations[index - 1].span.end..citation.span.start;
        let between = self.draft.between(index).map(move |symbol| self.citation(citation, &joint(), Some(symbol)));
        between.chain(std::iter::once(self.citation(citation, &citation.span, citation.symbol)))
    }

    fn citation(&self, citation: &Citation, span: &Span, symbol: Option<Symbol>) -> CitationObject<'_> {
        let (start, end) = self.ends(span);
        let named = match &citation.clue {
            BodyClue::Named(named) => Some(named.body),
            BodyClue::Possessive { body, .. } => *body,
            BodyClue::Shape | BodyClue::Symbol => None,
        };
        CitationObject {
            symbol: symbol.map(|symbol| symbol.to_string()),
            printed: self.printed(span),
            body: symbol.map(|symbol| symbol.body).or(named).map(|body| body.key()),
            date: self.draft.date_of(citation).and_then(iso),
            start,
            end,
        }
    }

    fn date(&self, mention: &DateMention) -> DateObject<'_> {
        let (start, end) = self.ends(&mention.span);
        DateObject { date: iso(mention), printed: self.printed(&mention.span), start, end }
    }

    fn note<'m>(&self, mark: &'m NoteMark, span: &Span) -> NoteObject<'m> {
        let (start, end) = self.ends(span);
        NoteObject { label: &mark.label, start, end }
    }

    fn printed(&self, span: &Span) -> &str {
        &self.source.text[span.clone()]
    }

    fn ends(&self, span: &Span) -> (Place, Place) {
        (self.source.place(span.start), self.source.place(span.end))
    }
}

/// A title on one line, without the marks of emphasis and headings around it.
fn plain(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    words.join(" ").trim_matches(|c: char| "*_# ".contains(c)).to_owned()
}

/// A date in ISO 8601, as it displays itself.
fn iso(mention: &DateMention) -> Option<String> {
    mention.date.map(|date| date.to_string())
}
