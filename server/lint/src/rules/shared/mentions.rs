//! Where citations are dated and where not.

use rapporteur_draft::{Citation, Draft, ParagraphKind};
use rapporteur_symbol::Body;

/// Whether the body of a draft dates what it cites: all do but the Security Council. Of a draft whose body is not known,
/// or that is none of the United Nations', nothing is said.
pub(in crate::rules) fn are_dated(draft: &Draft) -> bool {
    !matches!(draft.body, None | Some(Body::SecurityCouncil | Body::Other))
}

/// Whether a citation stands in the text of the resolution itself: notes, titles, headings and annexes have no dates.
pub(in crate::rules) fn is_in_running_text(draft: &Draft, citation: &Citation) -> bool {
    use ParagraphKind::{Continuation, Operative, Preambular, SubParagraph};
    matches!(draft.paragraphs[citation.paragraph].kind, Preambular | Operative | SubParagraph | Continuation)
}

/// How many citations each date of a draft serves, by its index.
pub(in crate::rules) fn uses_of_dates(draft: &Draft) -> Vec<u32> {
    let mut uses = vec![0; draft.dates.len()];
    for index in draft.citations.iter().filter_map(|citation| citation.date) {
        uses[index] += 1;
    }
    uses
}
