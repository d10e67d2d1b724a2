//! What is selected in drafts from a cursor on, which is written as `|`.

#[allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]
mod support;

use proptest::{collection::vec, prelude::*};
use rapporteur_assist::selections;
use rapporteur_draft::{Draft, Hints};

/// What is selected, the document left out.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let offset = marked.find('|').expect("a cursor");
    let text = marked.replacen('|', "", 1);
    let chain = selections(&text, &Draft::read(&text, &Hints::default()), &[offset]).remove(0);
    let chain: Vec<&str> = chain.into_iter().map(|span| &text[span]).collect();
    assert_eq!(chain.last(), Some(&text.as_str()));
    assert_eq!(chain[..chain.len() - 1], *expected);
}

#[test]
fn a_citation_grows_to_its_date_its_clause_its_paragraph_and_its_part() {
    check(
        "*The General Assembly*,\n\n*Recalling* the report, its resolution 65/2|30 of 21 December 2010, and more,\n",
        &[
            "230",
            "65/230",
            "65/230 of 21 December 2010",
            "resolution 65/230 of 21 December 2010",
            "its resolution 65/230 of 21 December 2010",
            "*Recalling* the report, its resolution 65/230 of 21 December 2010, and more,",
            "*The General Assembly*,\n\n*Recalling* the report, its resolution 65/230 of 21 December 2010, and more,",
        ],
    );
}

#[test]
fn a_sub_paragraph_grows_to_its_paragraph() {
    check(
        "*The General Assembly*,\n\n*Noting* it,\n\n1. *Requests*:\n\n(a) To d|ig wells;\n\n(b) To clean them;\n\n2. *Decides* to go.\n",
        &[
            "dig",
            "To dig wells",
            "To dig wells;",
            "(a) To dig wells;",
            "1. *Requests*:\n\n(a) To dig wells;\n\n(b) To clean them;",
            "1. *Requests*:\n\n(a) To dig wells;\n\n(b) To clean them;\n\n2. *Decides* to go.",
        ],
    );
}

#[test]
fn verbs_emphasised_words_and_labels_are_selected_whole() {
    let text =
        "*The General Assembly*,\n\n*Noting* it,\n\n12. *Requests al|so* a report on *Silent Spring*, and more;\n";
    check(
        text,
        &[
            "also",
            "Requests also",
            "*Requests also* a report on *Silent Spring*",
            "*Requests also* a report on *Silent Spring*, and more;",
            "12. *Requests also* a report on *Silent Spring*, and more;",
        ],
    );
    check(
        "*The General Assembly*,\n\n*Noting* *Silent Sp|ring* with care,\n",
        &[
            "Spring",
            "Silent Spring",
            "*Noting* *Silent Spring* with care",
            "*Noting* *Silent Spring* with care,",
            "*The General Assembly*,\n\n*Noting* *Silent Spring* with care,",
        ],
    );
    check("*The General Assembly*,\n\n*Noting* it,\n\n1|2. *Decides* to go.\n", &["12", "12.", "12. *Decides* to go."]);
}

#[test]
fn chinese_and_arabic_grow_by_their_own_marks() {
    check(
        "**大会**，\n\n**回顾**水井、泉水，其2010年12月21日第65|/230号决议，以及其他，\n",
        &[
            "65",
            "65/230",
            "第65/230号",
            "2010年12月21日第65/230号",
            "2010年12月21日第65/230号决议",
            "其2010年12月21日第65/230号决议",
            "**回顾**水井、泉水，其2010年12月21日第65/230号决议，以及其他，",
            "**大会**，\n\n**回顾**水井、泉水，其2010年12月21日第65/230号决议，以及其他，",
        ],
    );
    check(
        "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى الآبار، وإلى قرار|ها،\n",
        &[
            "قرارها",
            "وإلى قرارها",
            "***إذ تشير*** إلى الآبار، وإلى قرارها،",
            "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى الآبار، وإلى قرارها،",
        ],
    );
}

proptest! {
    #![proptest_config(support::cases(400))]

    #[test]
    fn selections_grow_from_the_cursor_to_the_document(text in support::text(), places in vec(any::<prop::sample::Index>(), 1..6)) {
        let offsets: Vec<usize> = places.iter().map(|place| place.index(text.len() + 3)).collect();
        let chains = selections(&text, &Draft::read(&text, &Hints::default()), &offsets);
        prop_assert_eq!(chains.len(), offsets.len());
        for (offset, chain) in offsets.into_iter().zip(chains) {
            prop_assert_eq!(chain.last(), Some(&(0..text.len())));
            let first = chain[0].clone();
            prop_assert!(first.start <= offset && (offset <= first.end || first.end == text.len() || !text.is_char_boundary(offset)));
            for pair in chain.windows(2) {
                support::within(&pair[0], &pair[1], &text)?;
                prop_assert!(pair[0].len() < pair[1].len(), "{:?} does not grow", pair);
            }
        }
    }
}
