//! What the words of a draft are, for colouring: enacting line, verbs, citations with their dates, documents, treaties, notes,
//! labels, headings, acronyms.

use std::collections::HashSet;

use rapporteur_draft::{Draft, EMPHASIS_MARKS, Paragraph, ParagraphKind, Span};

use crate::within::touching;

/// A stretch of the text that is something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The stretch.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// What it is besides.
    pub role: Option<TokenRole>,
}

/// What a stretch of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// The body that acts: "The General Assembly".
    EnactingLine,
    /// The lead phrase of a paragraph.
    Verb,
    /// The number of a cited text.
    Citation,
    /// The date of a cited text.
    Date,
    /// The symbol of a document.
    Symbol,
    /// The place of a treaty.
    Treaty,
    /// The call of a note, or the label of its definition.
    Note,
    /// The number or letter of a paragraph.
    Label,
    /// A heading, the title among them.
    Heading,
    /// An acronym that the draft explains.
    Acronym,
}

/// What a token is besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRole {
    /// A verb of the preamble.
    Preambular,
    /// A verb of the operative part.
    Operative,
    /// The definition of a note or of an acronym, which is called or used elsewhere.
    Definition,
}

/// The tokens that touch a stretch of the text, in its order; they don't overlap. Unless `multiline`, one that is broken
/// over lines is as many tokens. `draft` must be the reading of `text`.
pub fn tokens(text: &str, draft: &Draft, within: &Span, multiline: bool) -> Vec<Token> {
    let paragraphs = touching(&draft.paragraphs, |paragraph| &paragraph.span, within);
    let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) else { return Vec::new() };
    let mut fine = mentions(text, draft, &(first.span.start..last.span.end));
    let mut coarse = Vec::new();
    for paragraph in paragraphs {
        of_paragraph(text, paragraph, &mut fine, &mut coarse);
    }
    // Stable: of two that begin together, the one that was found first stays.
    fine.sort_by_key(|token| token.span.start);
    let mut tokens = beside(coarse, &apart(fine));
    if !multiline {
        tokens = tokens.into_iter().flat_map(|token| lines(text, token)).collect();
    }
    tokens.retain(|token| token.span.start < within.end && within.start < token.span.end);
    tokens
}

/// What is mentioned in a stretch of the text that ends with a paragraph.
fn mentions(text: &str, draft: &Draft, within: &Span) -> Vec<Token> {
    let mut found = Vec::new();
    let mut add = |span: Span, kind, role| found.push(Token { span, kind, role });
    let mut dates: Vec<usize> = Vec::new();
    for citation in touching(&draft.citations, |citation| &citation.span, within) {
        add(draft.language.with_marks(text, &citation.span), TokenKind::Citation, None);
        dates.extend(citation.date);
    }
    dates.dedup();
    for date in dates {
        add(draft.dates[date].span.clone(), TokenKind::Date, None);
    }
    for treaty in touching(&draft.treaties, |treaty| &treaty.span, within) {
        add(treaty.span.clone(), TokenKind::Treaty, None);
    }
    for symbol in touching(&draft.symbols, |symbol| &symbol.span, within) {
        add(symbol.span.clone(), TokenKind::Symbol, None);
    }
    let notes = &draft.notes;
    for definition in touching(&notes.definitions, |definition| &definition.mark.span, within) {
        add(definition.mark.span.clone(), TokenKind::Note, Some(TokenRole::Definition));
    }
    for call in touching(&notes.calls, |call| &call.span, within) {
        add(call.span.clone(), TokenKind::Note, None);
    }
    let defined: HashSet<&str> =
        draft.acronyms.iter().filter(|a| a.bracketed).map(|acronym| &text[acronym.span.clone()]).collect();
    for acronym in touching(&draft.acronyms, |acronym| &acronym.span, within) {
        if defined.contains(&text[acronym.span.clone()]) {
            let role = acronym.bracketed.then_some(TokenRole::Definition);
            add(acronym.span.clone(), TokenKind::Acronym, role);
        }
    }
    found
}

/// What a paragraph is by its part in the draft: its label and verb are fine tokens, a heading is a coarse one.
fn of_paragraph(text: &str, paragraph: &Paragraph, fine: &mut Vec<Token>, coarse: &mut Vec<Token>) {
    if let Some(label) = &paragraph.label {
        let span = without(text, &label.span, &EMPHASIS_MARKS);
        fine.push(Token { span, kind: TokenKind::Label, role: None });
    }
    let (kind, role) = match paragraph.kind {
        ParagraphKind::EnactingLine => (TokenKind::EnactingLine, None),
        ParagraphKind::Title | ParagraphKind::Heading | ParagraphKind::Part | ParagraphKind::AnnexHeading => {
            (TokenKind::Heading, None)
        }
        ParagraphKind::Preambular => (TokenKind::Verb, Some(TokenRole::Preambular)),
        ParagraphKind::Operative => (TokenKind::Verb, Some(TokenRole::Operative)),
        _ => return,
    };
    match &paragraph.lead {
        Some(lead) if kind == TokenKind::Verb => fine.push(Token { span: lead.span.clone(), kind, role }),
        None if kind == TokenKind::Verb => {}
        _ => {
            coarse
                .push(Token { span: without(text, &paragraph.content, &['*', '_', ',', '،', '，', ' ']), kind, role })
        }
    }
}

/// A stretch of the text without some marks at its ends.
fn without(text: &str, span: &Span, marks: &[char]) -> Span {
    let printed = &text[span.clone()];
    let start = span.start + (printed.len() - printed.trim_start_matches(marks).len());
    start..start + printed.trim_matches(marks).len()
}

/// Tokens in the order of the text without those that begin within another, and without empty ones.
fn apart(tokens: Vec<Token>) -> Vec<Token> {
    let mut end = 0;
    let mut kept = tokens;
    kept.retain(|token| {
        let free = token.span.start >= end && !token.span.is_empty();
        if free {
            end = token.span.end;
        }
        free
    });
    kept
}

/// Coarse tokens, cut where fine ones lie within them, together with these; both in the order of the text.
fn beside(coarse: Vec<Token>, fine: &[Token]) -> Vec<Token> {
    let mut all = Vec::with_capacity(coarse.len() + fine.len());
    let mut fine = fine.iter().peekable();
    for token in coarse {
        all.extend(std::iter::from_fn(|| fine.next_if(|next| next.span.end <= token.span.start)).cloned());
        let mut at = token.span.start;
        while let Some(next) = fine.next_if(|next| next.span.start < token.span.end) {
            if at < next.span.start {
                all.push(Token { span: at..next.span.start, ..token.clone() });
            }
            at = next.span.end;
            all.push(next.clone());
        }
        if at < token.span.end {
            all.push(Token { span: at..token.span.end, ..token.clone() });
        }
    }
    all.extend(fine.cloned());
    all
}

/// The lines of a token, without the white space around them.
fn lines(text: &str, token: Token) -> impl Iterator<Item = Token> {
    let printed = &text[token.span.clone()];
    printed.split(['\n', '\r']).filter_map(move |line| {
        // A piece of a text lies in it.
        let start = token.span.start + (line.as_ptr() as usize - printed.as_ptr() as usize);
        let start = start + (line.len() - line.trim_start().len());
        let span = start..start + line.trim().len();
        (!span.is_empty()).then_some(Token { span, ..token.clone() })
    })
}
