//! Acronyms and where they are explained.

use std::collections::BTreeMap;

use rapporteur_draft::{AcronymMention, Draft, ParagraphKind, plain_mark};

use crate::check::Context;

/// Whether two acronyms stand side by side with a space between them: "ONU DC"; words in capitals do as well.
pub(in crate::rules) fn are_neighbours(context: &Context<'_>, one: &AcronymMention, other: &AcronymMention) -> bool {
    matches!(context.text.get(one.span.end..other.span.start), Some(" " | "\u{a0}" | "\n"))
}

/// The length from which on an acronym may differ from the one that is meant in two letters.
const LONG: usize = 5;

/// The acronym that is meant by one that is neither explained nor known: the only one of those that the text has explained
/// from which few letters differ.
pub(in crate::rules) fn meant<'a>(
    context: &Context<'_>,
    letters: &str,
    explained: &BTreeMap<&'a str, &'a AcronymMention>,
) -> Option<&'a str> {
    if explained.contains_key(letters) || crate::acronyms::is_known(letters, context.settings) {
        return None;
    }
    let mut near = explained.keys().filter(|known| is_variant(letters, known));
    near.next().filter(|_| near.next().is_none()).copied()
}

/// Whether letters are a slip for an acronym: they begin alike, and few of them differ.
fn is_variant(letters: &str, acronym: &str) -> bool {
    let plain = |text: &str| text.chars().map(plain_mark).collect::<Vec<_>>();
    let (letters, acronym) = (plain(letters), plain(acronym));
    let most = if acronym.len() >= LONG { 2 } else { 1 };
    let alike = letters.len() > 3 && acronym.len() > 3 && letters[0] == acronym[0] && letters != acronym;
    alike && letters.len().abs_diff(acronym.len()) <= most && strsim::generic_levenshtein(&letters, &acronym) <= most
}

/// Whether an acronym stands where one speaks to the reader: not in a title, a note or a masthead.
pub(in crate::rules) fn is_in_running_text(draft: &Draft, mention: &AcronymMention) -> bool {
    use ParagraphKind::{Continuation, Operative, Other, Preambular, SubParagraph};
    matches!(draft.paragraphs[mention.paragraph].kind, Preambular | Operative | SubParagraph | Continuation | Other)
}
