//! Whether a text is final: what is in order while a draft is negotiated is not in what was adopted.

use rapporteur_draft::{Draft, ParagraphKind};

/// Whether a text was adopted: it says so at its end, its title has the number of a resolution, or its symbol is that of one.
pub(in crate::rules) fn is_final(draft: &Draft, text: &str) -> bool {
    let adopted = || draft.paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::AdoptionLine);
    let numbered = || {
        draft.symbol.as_ref().is_some_and(|symbol| {
            let in_title = draft.title.as_ref().is_some_and(|title| title.contains(&symbol.start));
            in_title || text[symbol.clone()].contains("/RES/")
        })
    };
    numbered() || adopted()
}
