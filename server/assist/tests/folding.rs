//! What can be folded in drafts.

#[allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]
mod support;

use proptest::prelude::*;
use rapporteur_assist::{Fold, folds};
use rapporteur_draft::{Draft, Hints};

/// The folds of a text: the line that stays, then the last one that goes, cut to a few characters.
fn folded(text: &str) -> Vec<(String, String)> {
    let line = |at: usize, last: bool| {
        let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let words: Vec<&str> = line.split_whitespace().collect();
        if last {
            words.last().copied().unwrap_or_default().to_owned()
        } else {
            words.join(" ").chars().take(14).collect()
        }
    };
    found(text).iter().map(|fold| (line(fold.span.start, false), line(fold.span.end, true))).collect()
}

fn found(text: &str) -> Vec<Fold> {
    folds(text, &Draft::read(text, &Hints::default()))
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let folded = folded(text);
    let folded: Vec<(&str, &str)> = folded.iter().map(|(stays, goes)| (stays.as_str(), goes.as_str())).collect();
    assert_eq!(folded, expected);
}

#[test]
fn parts_and_paragraphs_fold() {
    check(
        "United Nations\n\nA/C.3/81/L.7\n\n# Wells\n\n*The General Assembly*,\n\n*Noting* one,\n\n*Noting* two,\n\n## I. Water\n\n\
         1. *Decides* to dig;\n\n2. *Requests*:\n\n(a) This;\n\n(b) That.\n\n## Annex\n\nDepths\n\n[^1]: One.\n\n[^2]: Two.\n",
        &[
            ("United Nations", "A/C.3/81/L.7"),
            ("*The General A", "two,"),
            ("", "That."),
            ("## I. Water", "That."),
            ("2. *Requests*:", "That."),
            ("## Annex", "Depths"),
            ("[^1]: One.", "Two."),
        ],
    );
}

#[test]
fn a_part_without_a_heading_folds_into_the_line_before_where_its_first_paragraph_folds_too() {
    let text =
        "*The General Assembly*,\n\n*Noting* one,\n\n1. *Requests*:\n\n(a) This;\n\n(b) That;\n\n2. *Decides* to go.\n";
    check(text, &[("*The General A", "one,"), ("", "go."), ("1. *Requests*:", "That;")]);
    let windows = text.replace('\n', "\r\n");
    let operative = &found(&windows)[1];
    assert!(windows[operative.span.clone()].starts_with("\r\n1. *Requests"), "{:?}", &windows[operative.span.clone()]);
}

#[test]
fn comments_and_front_matter_are_comments() {
    let text = "---\nlanguage: en\nkind: resolution\n---\n\n*The General Assembly*,\n\n*Noting* one,\n\n<!-- A\nlong\ncomment -->\n\n<!-- short -->\n\n1. *Decides* to go.\n";
    let comments: Vec<_> = found(text).into_iter().filter(|fold| fold.comment).map(|fold| fold.span).collect();
    let comments: Vec<&str> = comments.into_iter().map(|span| &text[span]).collect();
    assert_eq!(comments, ["---\nlanguage: en\nkind: resolution\n---", "<!-- A\nlong\ncomment -->"]);
}

#[test]
fn tables_and_broken_lines_fold() {
    let text = "*The General Assembly*,\n\n*Noting* a paragraph that\ngoes on,\n\n1. *Decides* to dig.\n\n## Annex\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    let folded = folded(text);
    for (stays, goes) in [("*Noting* a par", "on,"), ("| a | b |", "|")] {
        assert!(folded.contains(&(stays.to_owned(), goes.to_owned())), "{folded:?}");
    }
}

proptest! {
    #![proptest_config(support::cases(400))]

    #[test]
    fn folds_have_several_lines_and_lie_within_one_another(text in support::text()) {
        let mut open: Vec<Fold> = Vec::new();
        let mut last = 0;
        for fold in found(&text) {
            support::within(&fold.span, &(last..text.len()), &text)?;
            last = fold.span.start;
            prop_assert!(text[fold.span.clone()].contains(['\n', '\r']), "{:?} is one line", fold);
            prop_assert!(!text[fold.span.clone()].ends_with(char::is_whitespace), "{:?} goes too far", fold);
            open.retain(|outer| outer.span.end > fold.span.start);
            if let Some(outer) = open.last() {
                support::within(&fold.span, &outer.span, &text)?;
            }
            open.push(fold);
        }
    }
}
