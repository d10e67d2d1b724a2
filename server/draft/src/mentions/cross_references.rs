//! References to parts of the same text: "paragraph 9 above", "aux alinéas a) et b) du paragraphe 3 ci-dessus", "section VII
//! below", `上文第9段(a)分段`; and those that name no part: "(see above)".

use super::{Cursor, RawReference, numerals};
use crate::{
    ReferencePlace, ReferenceTarget, Span,
    homoglyphs::in_latin,
    language::{Data, Part},
    token::tokenize,
};

/// No paragraph has a larger number; four figures are a year.
const NUMBERS: std::ops::Range<u32> = 1..1000;

pub(super) fn find(cursor: Cursor<'_>) -> Vec<RawReference> {
    if cursor.data.number_opening.is_empty() { behind_the_noun(cursor) } else { before_the_noun(cursor) }
}

/// The number of a section or annex that its heading has: 7 of "VII. Findings", 2 of "Annex II", `附件二` and `ثانيا`.
pub(crate) fn heading_number(heading: &str, data: &Data) -> Option<(Span, u32)> {
    // What makes a heading's number stands in its first words.
    let end = heading.char_indices().nth(40).map_or(heading.len(), |(at, _)| at);
    let (block, mut tokens) = (&heading[..end], Vec::new());
    tokenize(block, 0, true, &data.words, &mut tokens);
    let cursor = Cursor { block, tokens: &tokens, data };
    let at = (0..tokens.len()).find(|&at| !matches!(cursor.mark(at), Some('*' | '_' | '#')))?;
    let at = cursor.phrase(&data.parts_of_text, at).map_or(at, |(next, _)| next);
    let (next, number) = numerals::read(cursor, at)?;
    // "I am" is no heading.
    let ended = next >= tokens.len() || cursor.mark(next).is_some() || !cursor.text(at).is_ascii();
    ended.then(|| (cursor.span(at, next - 1), number))
}

/// "paragraphs 2, 4 (b) and 7 above", "subparagraph (b) above", "section II below", "the annex to the present resolution".
fn behind_the_noun(cursor: Cursor<'_>) -> Vec<RawReference> {
    let data = cursor.data;
    let mut references = Vec::new();
    let mut at = 0;
    while at < cursor.tokens.len() {
        let Some((next, part)) = cursor.phrase(&data.parts_of_text, at) else {
            references.extend(vague(cursor, at));
            at += 1;
            continue;
        };
        let first = references.len();
        let after = items(cursor, part, at, next, &mut references);
        let Some((end, place)) = cursor.phrase(&data.places, after) else {
            references.truncate(first);
            at += 1;
            continue;
        };
        at = end;
        let span = cursor.span(after, end - 1);
        for reference in &mut references[first..] {
            reference.place = place;
            reference.place_span = Some(span.clone());
        }
    }
    references
}

/// Reads the parts that are named behind a noun at `noun`; gives the token after them.
fn items(cursor: Cursor<'_>, part: Part, noun: usize, from: usize, out: &mut Vec<RawReference>) -> usize {
    if part == Part::SubParagraph
        && let Some((after, reference)) = within_paragraph(cursor, from)
    {
        out.push(reference);
        return after;
    }
    let mut next = from;
    let mut any = false;
    while let Some((after, reference)) = item(cursor, part, next) {
        any = true;
        out.push(reference);
        next = after;
        match after_joiner(cursor, next) {
            Some(after) if item(cursor, part, after).is_some() => next = after,
            _ => break,
        }
    }
    // The only annex has no number.
    if !any && part == Part::Annex {
        out.push(RawReference::new(cursor.span(noun, from - 1), ReferenceTarget::Annex(None)));
    }
    next
}

/// The part that is named at a token, with the token after it.
fn item(cursor: Cursor<'_>, part: Part, at: usize) -> Option<(usize, RawReference)> {
    match part {
        Part::Paragraph | Part::SubParagraph => match paragraph_number(cursor, at) {
            Some(number) => {
                let (label, label_span) = label(cursor, at + 1).map(|(_, label, span)| (label, span)).unzip();
                let target = ReferenceTarget::Paragraph { number, label };
                let reference = RawReference::new(cursor.tokens[at].span(), target);
                Some((after_labels(cursor, at + 1), RawReference { label_span, ..reference }))
            }
            None => {
                let (end, label, span) = label(cursor, at)?;
                let reference = RawReference::new(cursor.span(at, end - 1), ReferenceTarget::SubParagraph(label));
                Some((end, RawReference { label_span: Some(span), ..reference }))
            }
        },
        Part::Section => {
            let (end, number) = numerals::read(cursor, at)?;
            Some((end, RawReference::new(cursor.span(at, end - 1), ReferenceTarget::Section(number))))
        }
        Part::Annex => {
            let (end, number) = numerals::read(cursor, at)?;
            Some((end, RawReference::new(cursor.span(at, end - 1), ReferenceTarget::Annex(Some(number)))))
        }
    }
}

/// "a) et b) du paragraphe 3", "(a) пункта 3", "(أ) من الفقرة 3" behind the noun of sub-paragraphs: the paragraph with the first of the
/// labels that stand before it. There a letter needs no bracket: "alinéa *a* du paragraphe 3".
fn within_paragraph(cursor: Cursor<'_>, at: usize) -> Option<(usize, RawReference)> {
    let data = cursor.data;
    let labelled = |at: usize| label(cursor, at).or_else(|| letter(cursor, at));
    let (mut next, first, span) = labelled(at)?;
    while let Some((after, ..)) = after_joiner(cursor, next).and_then(labelled) {
        next = after;
    }
    let noun = cursor.phrase(&data.of_paragraph, next).map_or(next, |(after, ())| after);
    let (number_at, Part::Paragraph) = cursor.phrase(&data.parts_of_text, noun)? else { return None };
    let number = paragraph_number(cursor, number_at)?;
    // What "alinéa i) du paragraphe 3 a)" names stands deeper than one label tells.
    if label(cursor, number_at + 1).is_some() {
        return None;
    }
    let target = ReferenceTarget::Paragraph { number, label: Some(first) };
    let reference = RawReference::new(cursor.tokens[number_at].span(), target);
    Some((number_at + 1, RawReference { label_span: Some(span), ..reference }))
}

/// "(see above)", "(см. ниже)": a place, and nothing that stands there.
fn vague(cursor: Cursor<'_>, at: usize) -> Option<RawReference> {
    let (seen, ()) = cursor.phrase(&cursor.data.see, at)?;
    let after = if cursor.is_mark(seen, '.') { seen + 1 } else { seen };
    let (end, place) = cursor.phrase(&cursor.data.places, after)?;
    let ends = end == cursor.tokens.len() || matches!(cursor.mark(end), Some(')' | '.' | ';' | ']'));
    (ends && place != ReferencePlace::Here)
        .then(|| RawReference::new(cursor.span(at, end - 1), ReferenceTarget::Unsaid))
}

/// `上文第2、4(b)和7段`, `本决议第2段和第3段`, `上文(b)分段`, `下文第二节`, `本决议附件二`, `按照第9段所述`.
fn before_the_noun(cursor: Cursor<'_>) -> Vec<RawReference> {
    let data = cursor.data;
    let mut references = Vec::new();
    let mut at = 0;
    while at < cursor.tokens.len() {
        references.extend(vague(cursor, at));
        let (from, placed) = match cursor.phrase(&data.places, at) {
            Some((next, place)) => (next, Some(place)),
            None => (at, None),
        };
        let first = references.len();
        let Some((end, passed)) = named_list(cursor, from, placed.is_some(), &mut references) else {
            references.truncate(first);
            at = from.max(at + 1);
            continue;
        };
        // Without a word for the place, what follows and what stands before may tell.
        let stands_before = |words: &[&_]| words.iter().any(|words| cursor.phrase_before(words, at).is_some());
        let described =
            || cursor.phrase(&data.described, end).is_some() && stands_before(&[&data.openers, &data.concerning]);
        match placed {
            Some(place) => {
                for reference in &mut references[first..] {
                    reference.place = place;
                    reference.place_span = Some(cursor.span(at, from - 1));
                }
            }
            None if described() => {}
            None => references.truncate(first),
        }
        at = passed;
    }
    references
}

/// Reads the parts that a list at a token names, with their noun behind them; gives the token after the last noun, and the
/// one after all that was read: what is joined to the list may be no part (`上文第2段和第60/1号决议`). Where a word for the
/// place stands before it, a label or the noun alone may make the list.
fn named_list(cursor: Cursor<'_>, from: usize, placed: bool, out: &mut Vec<RawReference>) -> Option<(usize, usize)> {
    let data = cursor.data;
    let opening = cursor.phrase(&data.number_opening, from);
    if opening.is_none() && !placed {
        return None;
    }
    // `本决议附件二`.
    if let Some((next, Part::Annex)) = cursor.phrase(&data.parts_of_text, from) {
        let numbered = numerals::read(cursor, next);
        let end = numbered.map_or(next, |(end, _)| end);
        let target = ReferenceTarget::Annex(numbered.map(|(_, number)| number));
        out.push(RawReference::new(cursor.span(from, end - 1), target));
        return Some((end, end));
    }
    let mut next = opening.map_or(from, |(next, ())| next);
    // `下文第二节`.
    if let Some((end, number)) = numerals::read(cursor, next)
        && let Some((after, Part::Section)) = cursor.phrase(&data.parts_of_text, end)
    {
        out.push(RawReference::new(cursor.span(next, end - 1), ReferenceTarget::Section(number)));
        return Some((after, after));
    }
    let first = out.len();
    let (mut named, mut end) = (first, None);
    while let Some((after, reference)) = item(cursor, Part::Paragraph, next) {
        out.push(reference);
        next = after;
        if let Some((after, Part::Paragraph | Part::SubParagraph)) = cursor.phrase(&data.parts_of_text, next) {
            next = out[first..].last_mut().map_or(after, |paragraph| behind_paragraph(cursor, after, paragraph));
            (named, end) = (out.len(), Some(next));
        }
        let Some(after) = after_joiner(cursor, next) else { break };
        next = cursor.phrase(&data.number_opening, after).map_or(after, |(after, ())| after);
    }
    out.truncate(named);
    match end {
        Some(end) => Some((end, next)),
        None if next > from && opening.is_some() => Some((from, next)),
        None => None,
    }
}

/// Reads the label that stands behind the noun of its paragraph: `第1段(a)分段`, `第1段(a)和(b)`; gives the token after all that belongs to
/// it.
fn behind_paragraph(cursor: Cursor<'_>, at: usize, paragraph: &mut RawReference) -> usize {
    let ReferenceTarget::Paragraph { label: named @ None, .. } = &mut paragraph.target else { return at };
    let Some((_, label, span)) = label(cursor, at) else { return at };
    *named = Some(label);
    paragraph.label_span = Some(span);
    let end = after_labels(cursor, at);
    match cursor.phrase(&cursor.data.parts_of_text, end) {
        Some((after, Part::SubParagraph)) => after,
        _ => end,
    }
}

/// The number of a paragraph at a token.
fn paragraph_number(cursor: Cursor<'_>, at: usize) -> Option<u32> {
    cursor.number(at).filter(|number| NUMBERS.contains(number))
}

/// The label of a sub-paragraph at a token, `(a)` or `a)`: the token after it, its letters and where they stand. In `(第9段)`
/// there is none.
fn label(cursor: Cursor<'_>, at: usize) -> Option<(usize, String, Span)> {
    let bracket = usize::from(cursor.is_mark(at, '('));
    let letters = at + bracket;
    cursor.word(letters)?;
    if !cursor.is_mark(letters + 1, ')') || cursor.phrase(&cursor.data.parts_of_text, letters).is_some() {
        return None;
    }
    Some((letters + 2, sub_label(cursor.text(letters)), cursor.tokens[letters].span()))
}

/// A letter that stands for a label, as [`label`] gives it.
fn letter(cursor: Cursor<'_>, at: usize) -> Option<(usize, String, Span)> {
    cursor.word(at)?;
    let printed = cursor.text(at);
    let mut letters = printed.chars();
    let alone = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    alone.then(|| (at + 1, sub_label(printed), cursor.tokens[at].span()))
}

/// The letters of a label as they are compared: in small Latin letters, whatever look-alikes were typed.
pub(crate) fn sub_label(printed: &str) -> String {
    in_latin(&printed.to_lowercase()).replace('\u{640}', "")
}

/// The token after the labels at one: `(a)`, `b) ii)`.
fn after_labels(cursor: Cursor<'_>, mut at: usize) -> usize {
    while let Some((after, ..)) = label(cursor, at) {
        at = after;
        // Further labels of the same paragraph: `4 (a) and (b)`.
        while let Some(after) = after_joiner(cursor, at).and_then(|next| label(cursor, next)).map(|(after, ..)| after) {
            at = after;
        }
    }
    at
}

/// The token after what joins two numbers at one: a word, a comma, both, or the dash of a range.
fn after_joiner(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let joiners = &cursor.data.joiners;
    let after_comma = if cursor.is_mark(at, ',') { at + 1 } else { at };
    let word = cursor.phrase(joiners, after_comma).map(|(after, ())| after);
    let mark = || matches!(cursor.mark(at), Some(',' | '-' | '–' | '—')).then_some(at + 1);
    word.or_else(mark)
}

#[cfg(test)]
mod tests {
    use crate::{Draft, Hints, Language, ReferencePlace::*, ReferenceTarget::*};

    /// What a sentence refers to, and where it says that this lies.
    fn references(code: &str, sentence: &str) -> Vec<String> {
        let hints = Hints { language: Language::from_code(code), ..Hints::default() };
        let draft = Draft::read(sentence, &hints);
        let name = |reference: crate::CrossReference| {
            let place = match reference.place {
                Above => "<",
                Below => ">",
                Here => "=",
            };
            match reference.target {
                Paragraph { number, label: Some(label) } => format!("{place}{number}({label})"),
                Paragraph { number, label: None } => format!("{place}{number}"),
                SubParagraph(label) => format!("{place}({label})"),
                Section(number) => format!("{place}§{number}"),
                Annex(Some(number)) => format!("{place}annex {number}"),
                Annex(None) => format!("{place}annex"),
                Unsaid => "?".to_owned(),
            }
        };
        draft.cross_references.into_iter().map(name).collect()
    }

    #[test]
    fn parts_of_the_same_text_are_referred_to_in_every_language() {
        for (code, sentence, expected) in [
            ("en", "as in paragraphs 2, 4 (b) and (c), and 7 above", "<2 <4(b) <7"),
            (
                "en",
                "by subparagraphs 3 (b), 3 (c) or 4 (a) (i) above and in subparagraph (b) below",
                "<3(b) <3(c) <4(a) >(b)",
            ),
            (
                "en",
                "paragraphs 3–5 of this resolution, section VII below and annex II to the present resolution",
                "=3 =5 >§7 =annex 2",
            ),
            ("en", "the annex to the present resolution (see above)", "=annex ?"),
            ("en", "see above, paragraph 42 of the Declaration and article 24, paragraph 2", ""),
            (
                "fr",
                "aux paragraphes 3 à 5 ci‑dessus, à l’alinéa b) ci-après et à la section VII ci-après",
                "<3 <5 >(b) >§7",
            ),
            ("fr", "l’annexe de la présente résolution (voir plus haut)", "=annex ?"),
            ("fr", "au paragraphe 42 de la Déclaration", ""),
            (
                "es",
                "en el párrafo 9 a) *supra*, la sección II infra y el anexo de la presente resolución",
                "<9(a) >§2 =annex",
            ),
            (
                "ru",
                "в пунктах 6 и 7 b) выше, в разделе ХII ниже и приложении к настоящей резолюции (см. выше)",
                "<6 <7(b) >§12 =annex ?",
            ),
            (
                "ar",
                "في الفقرات 9 و 13 و 14 (ب) أعلاه، وفي الفرع الثاني أدناه ومرفق هذا القرار (انظر أدناه)",
                "<9 <13 <14(ب) >§2 =annex ?",
            ),
            (
                "zh",
                "上文第2、4(b)和7段、上文(b)分段、下文第十二节和本决议附件二(见下文)",
                "<2 <4(b) <7 <(b) >§12 =annex 2 ?",
            ),
        ] {
            assert_eq!(references(code, sentence).join(" "), expected, "{sentence}");
        }
    }

    #[test]
    fn a_sub_paragraph_is_named_as_each_language_names_it() {
        for (code, sentence, expected) in [
            (
                "en",
                "in subparagraph (b) of paragraph 3 above and subparagraphs (a) and (b) of paragraph 4 below",
                "<3(b) >4(a)",
            ),
            ("en", "subparagraph (b) of paragraph 3 of the Declaration", ""),
            ("en", "subparagraph (i) of paragraph 3 (a) above", "<3(a)"),
            ("fr", "à l’alinéa b) du paragraphe 3 ci-dessus", "<3(b)"),
            ("fr", "aux alinéas *a* et *b* du paragraphe 3 ci-dessus et au paragraphe 4 ci-après", "<3(a) >4"),
            ("es", "en el apartado *b*) del párrafo 3 de la presente resolución", "=3(b)"),
            ("es", "en los incisos a) y b) de los párrafos 3 y 4 supra", "<3 <4"),
            ("ru", "в подпункте b) пункта 3 выше и подпунктах a) и b) пункта 4 ниже", "<3(b) >4(a)"),
            ("ar", "في الفقرة الفرعية (ب) من الفقرة 3 أعلاه", "<3(ب)"),
            ("zh", "上文第3段(b)分段和第4段(a)和(b)项", "<3(b) <4(a)"),
            ("zh", "上文第3段(b)所述", "<3(b)"),
        ] {
            assert_eq!(references(code, sentence).join(" "), expected, "{sentence}");
        }
    }

    #[test]
    fn headings_have_numbers() {
        for (code, heading, number) in [
            ("fr", "VII. Groupe d’experts", Some(7)),
            ("en", "**Annex II**", Some(2)),
            ("en", "I am", None),
            ("ar", "ثانيا", Some(2)),
            ("zh", "附件二", Some(2)),
            ("zh", "二十一", Some(21)),
        ] {
            let read = Language::from_code(code).unwrap().heading_number(heading);
            assert_eq!(read.map(|(_, number)| number), number, "{heading}");
        }
    }
}
