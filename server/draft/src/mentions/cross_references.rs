//! References to paragraphs of the same text: "paragraph 9 above", "aux paragraphes 3 et 4 de la présente résolution".

use super::{Cursor, RawReference};

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawReference> {
    let mut references = Vec::new();
    for at in 0..cursor.tokens.len() {
        let Some((mut next, ())) = cursor.phrase(&cursor.data.paragraph, at) else { continue };
        let first = references.len();
        while let Some(number) = cursor.number(next).filter(|number| (1..1000).contains(number)) {
            references.push(RawReference { span: cursor.tokens[next].span(), number });
            next += 1;
            // `9 (a)`, `9 a)`: the sub-paragraph goes along.
            loop {
                let bracket = usize::from(cursor.is_mark(next, '('));
                let labelled = bracket == 1 || cursor.word(next).is_some();
                if !labelled || !cursor.is_mark(next + bracket + 1, ')') {
                    break;
                }
                next += bracket + 2;
            }
            match cursor.phrase(&cursor.data.joiners, next) {
                Some((after, ())) => next = after,
                None if cursor.is_mark(next, ',') => next += 1,
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
