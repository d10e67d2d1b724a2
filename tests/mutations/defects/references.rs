//! References to paragraphs that the resolution does not have.

use fastrand::Rng;

use super::{Defect, Known, MOST, Mutation, document::Document};

pub const ALL: &[Defect] = &[Defect {
    name: "cross-reference past the end",
    rules: &["cross-reference"],
    least: MOST,
    mutations: past_the_end,
}];

/// What stands before and behind the number of a paragraph of the same text.
const FORMS: &[(&str, &str)] = &[
    ("paragraph ", " above"),
    ("paragraph ", " below"),
    ("paragraph ", " of the present resolution"),
    ("paragraph ", " of this resolution"),
    ("paragraphe ", " ci-dessus"),
    ("paragraphe ", " ci-après"),
    ("paragraphe ", " de la présente résolution"),
    ("párrafo ", " supra"),
    ("párrafo ", " anterior"),
    ("párrafo ", " de la presente resolución"),
    ("пункте ", " выше"),
    ("пункте ", " настоящей резолюции"),
    ("пунктом ", " выше"),
    ("пункта ", " выше"),
    ("الفقرة ", " أعلاه"),
    ("الفقرة ", " من هذا القرار"),
    ("上文第", "段"),
    ("下文第", "段"),
    ("本决议第", "段"),
];

/// A number behind that of the last paragraph. A resolution within another, and an annex, have paragraphs of their own,
/// so only texts with one enacting line are broken, and only between its first and last clause.
fn past_the_end(document: &Document, _: &Known, rng: &mut Rng) -> Vec<Mutation> {
    let numbers = document.clauses.iter().filter_map(|clause| clause.number.as_ref()).map(|(number, _)| *number);
    let Some(last) = numbers.max() else { return Vec::new() };
    let (first, end) = (&document.clauses[0], &document.clauses[document.clauses.len() - 1]);
    if end.enactment > 1 {
        return Vec::new();
    }
    // With plain spaces for all, in as many bytes.
    let body = document.text[first.span.start..end.span.end].replace('\u{a0}', " \0").replace('\u{202f}', " \0\0");
    let mut mutations = Vec::new();
    for (before, behind) in FORMS {
        for (at, _) in body.match_indices(before) {
            let start = at + before.len();
            let start = start + body[start..].bytes().take_while(|byte| *byte == 0).count();
            let digits = body[start..].bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 && body[start + digits..].starts_with(behind) {
                let start = first.span.start + start;
                let wrong = last + rng.u32(1..=9);
                mutations.push(Mutation::replace(document, start..start + digits, wrong.to_string()));
            }
        }
    }
    mutations
}
