//! What rules on typography do alike.

use rapporteur_draft::{Draft, GlyphKind, ParagraphKind, Span};

use crate::{Applicability, Edit, Severity, check::Context};

/// Where the glyphs of a kind are.
pub(in crate::rules) fn spans(draft: &Draft, is_meant: impl Fn(&GlyphKind) -> bool) -> impl Iterator<Item = Span> {
    draft.glyphs.iter().filter(move |glyph| is_meant(&glyph.kind)).map(|glyph| glyph.span.clone())
}

/// How many paragraphs with the votes may follow the line of adoption: who was for, against, and abstained.
const VOTES: usize = 6;

/// Whether an offset is in a part of the text that is filled into a form, and not typed by who drafts: masthead, running
/// heads, meeting and votes.
pub(in crate::rules) fn is_standing_matter(draft: &Draft, offset: usize) -> bool {
    let Some(index) = draft.paragraph_at(offset) else { return false };
    let kinds = draft.paragraphs[..=index].iter().rev().map(|paragraph| paragraph.kind);
    match draft.paragraphs[index].kind {
        ParagraphKind::Masthead | ParagraphKind::AdoptionLine | ParagraphKind::Furniture => true,
        ParagraphKind::Other => {
            let before = kinds.take(VOTES).find(|kind| *kind != ParagraphKind::Other);
            before == Some(ParagraphKind::AdoptionLine)
        }
        _ => false,
    }
}

/// Reports the glyphs for which `right` has what ought to stand in their place, with the message `wrong`; all of them, or
/// the first as a hint, if `habit` says that the text is written so throughout.
pub(in crate::rules) fn check_replaced(
    context: &mut Context<'_>,
    habit: bool,
    right: impl Fn(&GlyphKind) -> Option<&str>,
) {
    let (draft, text) = (context.draft, context.text);
    let found: Vec<(&Span, &str)> =
        draft.glyphs.iter().filter_map(|glyph| Some((&glyph.span, right(&glyph.kind)?))).collect();
    let edits = |found: &[(&Span, &str)]| {
        found.iter().map(|(span, right)| Edit { span: (*span).clone(), text: (*right).to_owned() }).collect()
    };
    for (index, (span, right)) in found.iter().take(if habit { 1 } else { usize::MAX }).enumerate() {
        let printed = &text[(*span).clone()];
        // A habit is given up everywhere or kept.
        let edits = edits(if habit { &found } else { &found[index..=index] });
        context
            .report((*span).clone(), "wrong", &[("printed", &printed), ("right", &right)])
            .at_most(if habit { Severity::Hint } else { Severity::Error })
            .fix(Applicability::Safe, &[("right", &right)], edits)
            .done();
    }
}
