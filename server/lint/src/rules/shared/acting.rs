//! Which body acts where.

use rapporteur_draft::{Draft, Paragraph, ParagraphKind};
use rapporteur_symbol::Body;

/// The paragraphs of a draft, each with the body that acts in it: that of the enacting line before it, else that of the
/// draft. The draft of another body's resolution has an enacting line of its own.
pub(in crate::rules) fn acting(draft: &Draft) -> impl Iterator<Item = (&Paragraph, Option<Body>)> {
    let mut body = draft.body;
    draft.paragraphs.iter().map(move |paragraph| {
        if paragraph.kind == ParagraphKind::EnactingLine {
            body = paragraph.enacts;
        }
        (paragraph, body)
    })
}
