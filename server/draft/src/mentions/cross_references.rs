//! References to paragraphs of the same text: "paragraph 9 above", "aux paragraphes 3 et 4 de la présente résolution".

use super::{Cursor, RawReference};

/// No paragraph has a larger number; four figures are a year.
const NUMBERS: std::ops::Range<u32> = 1..1000;

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawReference> {
    if cursor.data.number_opening.is_empty() { behind_the_noun(cursor) } else { before_the_noun(cursor) }
}

/// "paragraphs 2, 4 (b) and 7 above".
fn behind_the_noun(cursor: Cursor<'_>) -> Vec<RawReference> {
    let mut references = Vec::new();
    for at in 0..cursor.tokens.len() {
        let Some((mut next, ())) = cursor.phrase(&cursor.data.paragraph, at) else { continue };
        let first = references.len();
        while let Some(reference) = reference(cursor, next) {
            references.push(reference);
            next = after_labels(cursor, next + 1);
            match after_joiner(cursor, next) {
                Some(after) => next = after,
                None => break,
            }
        }
        let data = cursor.data;
        let ours = [&data.above, &data.below].iter().any(|words| cursor.phrase(words, next).is_some());
        if !ours {
            references.truncate(first);
        }
    }
    references
}

/// `上文第2、4(b)和7段`, `本决议第2段和第3段`, `按照第9段所述`.
fn before_the_noun(cursor: Cursor<'_>) -> Vec<RawReference> {
    let data = cursor.data;
    let mut references = Vec::new();
    let mut at = 0;
    while at < cursor.tokens.len() {
        let Some((mut next, ())) = cursor.phrase(&data.number_opening, at) else {
            at += 1;
            continue;
        };
        // What is joined to the list may be no paragraph: `上文第2段和第60/1号决议`.
        let (first, mut named, mut end) = (references.len(), references.len(), next);
        while let Some(reference) = reference(cursor, next) {
            references.push(reference);
            next = after_labels(cursor, next + 1);
            if let Some((after, ())) = cursor.phrase(&data.paragraph, next) {
                (named, end, next) = (references.len(), after, after);
            }
            let Some(after) = after_joiner(cursor, next) else { break };
            next = cursor.phrase(&data.number_opening, after).map_or(after, |(after, ())| after);
        }
        let follows = |words: &[&_]| words.iter().any(|words| cursor.phrase_before(words, at).is_some());
        let ours = follows(&[&data.above, &data.below])
            || (cursor.phrase(&data.described, end).is_some() && follows(&[&data.openers, &data.concerning]));
        references.truncate(if ours { named } else { first });
        at = next;
    }
    references
}

/// The number at a token.
fn reference(cursor: Cursor<'_>, at: usize) -> Option<RawReference> {
    let number = cursor.number(at).filter(|number| NUMBERS.contains(number))?;
    Some(RawReference { span: cursor.tokens[at].span(), number })
}

/// The token after the labels at one: in `9 (a)`, `9 a)` the sub-paragraph goes along; in `(第9段)` nothing does.
fn after_labels(cursor: Cursor<'_>, mut at: usize) -> usize {
    loop {
        let bracket = usize::from(cursor.is_mark(at, '('));
        let lettered = || cursor.word(at).is_some() && cursor.phrase(&cursor.data.paragraph, at).is_none();
        let labelled = bracket == 1 || lettered();
        if !labelled || !cursor.is_mark(at + bracket + 1, ')') {
            return at;
        }
        at += bracket + 2;
    }
}

/// The token after what joins two numbers at one.
fn after_joiner(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let comma = || cursor.is_mark(at, ',').then_some(at + 1);
    cursor.phrase(&cursor.data.joiners, at).map(|(after, ())| after).or_else(comma)
}
