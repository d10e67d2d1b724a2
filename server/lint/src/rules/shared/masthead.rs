//! What the lines above the enacting line say of the document.

use rapporteur_draft::{Draft, Paragraph, ParagraphKind, digit};
use rapporteur_symbol::Symbol;

use crate::check::Context;

/// The lines above the enacting line, the title aside.
pub(in crate::rules) fn lines(draft: &Draft) -> impl Iterator<Item = (usize, &Paragraph)> {
    let head = draft.paragraphs.iter().enumerate();
    let head = head.take_while(|(_, paragraph)| paragraph.kind != ParagraphKind::EnactingLine);
    head.filter(|(_, paragraph)| paragraph.kind == ParagraphKind::Masthead)
}

/// The symbol of an adopted text that the draft gives itself: `A/RES/78/155`; that of a draft (`A/C.3/81/L.9`) is none.
pub(in crate::rules) fn adopted(context: &Context<'_>) -> Option<Symbol> {
    printed_symbol(context)?.parse().ok()
}

/// The symbol in the masthead as printed.
pub(in crate::rules) fn printed_symbol<'a>(context: &Context<'a>) -> Option<&'a str> {
    context.draft.symbol.clone().map(|span| &context.text[span]).filter(|symbol| symbol.contains(char::is_alphabetic))
}

/// Whether a symbol is that of a document that is not final: a draft, a conference room paper, a working paper.
pub(in crate::rules) fn is_provisional(symbol: &str) -> bool {
    let provisional = |part: &str| {
        let letters = part.trim_end_matches(|c| digit(c).is_some());
        matches!(letters, "L." | "L" | "CRP." | "CRP" | "WP." | "WP" | "R." | "INF." | "INF")
    };
    symbol.split('/').skip(1).any(|part| provisional(part.trim()))
}
