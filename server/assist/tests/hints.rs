//! What is shown between the words of drafts: put into the text in double brackets.

#[allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]
mod support;

use proptest::prelude::*;
use rapporteur_assist::{Hint, HintKind, hints};
use rapporteur_draft::{Draft, Hints, Span};
use rapporteur_lint::{Settings, check};
use rapporteur_registry::Registry;

fn found(text: &str, within: &Span, registry: &Registry) -> Vec<Hint> {
    let draft = Draft::read(text, &Hints::default());
    let findings = check(text, &draft, registry, &Settings::default());
    hints(text, &draft, &findings, registry, within)
}

/// A text with its hints of some kind.
fn shown(text: &str, kind: HintKind) -> String {
    let mut out = text.to_owned();
    let hints = found(text, &(0..text.len()), &Registry::embedded());
    for hint in hints.into_iter().rev().filter(|hint| hint.kind == kind) {
        let [before, behind] = [hint.space_before, hint.space_behind].map(|space| if space { " " } else { "" });
        out.insert_str(hint.at, &format!("{before}⟦{}⟧{behind}", hint.label));
    }
    out
}

#[track_caller]
fn check_shown(kind: HintKind, marked: &str) {
    let mut text = marked.to_owned();
    while let (Some(start), Some(end)) = (text.find('⟦'), text.find('⟧')) {
        let end = end + '⟧'.len_utf8();
        let start = if kind != HintKind::Number && text[..start].ends_with(' ') { start - 1 } else { start };
        let end = if kind == HintKind::Number { end + 1 } else { end };
        text.replace_range(start..end, "");
    }
    assert_eq!(shown(&text, kind), marked);
}

#[test]
fn a_bare_citation_shows_the_date_that_it_stands_for() {
    check_shown(
        HintKind::Date,
        "*The General Assembly*,\n\n*Recalling* its resolution 65/230 ⟦of 21 December 2010⟧, and again resolution 65/230,[^1]\n\n\
         1. *Decides* to go.\n\n[^1]: See resolution 74/173.\n",
    );
    check_shown(
        HintKind::Date,
        "*L’Assemblée générale*,\n\n*Rappelant* sa résolution 65/230 ⟦du 21 décembre 2010⟧, dans laquelle elle a agi,\n",
    );
    check_shown(HintKind::Date, "**大会**，\n\n**回顾**其⟦2010年12月21日⟧第65/230号决议，其中请设立一个专家组，\n");
    check_shown(
        HintKind::Date,
        "***إن الجمعية العامة***،\n\n***وإذ تشير*** إلى قرارها 65/230 ⟦المؤرخ 21 كانون الأول/ديسمبر 2010⟧ الذي طلبت فيه إنشاء فريق خبراء،\n",
    );
}

#[test]
fn an_unnumbered_paragraph_shows_the_number_that_is_due() {
    check_shown(
        HintKind::Number,
        "*The General Assembly*,\n\n1. *Welcomes* the report;\n\n⟦2.⟧ *Requests* a further report;\n\n3. *Decides* to go.\n",
    );
    check_shown(
        HintKind::Number,
        "***إن الجمعية العامة***،\n\n⟦1 -⟧ ***تحيط علما*** بالتقرير؛\n\n⟦2 -⟧ ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.\n",
    );
    // The only one needs none.
    check_shown(HintKind::Number, "*The General Assembly*,\n\n*Noting* it,\n\n*Decides* to go.\n");
}

#[test]
fn more_paragraphs_than_the_rule_has_fixes_for_have_numbers() {
    let text = format!("*The General Assembly*,\n\n*Noting* it,\n\n{}", "*Decides* to go;\n\n".repeat(30));
    let shown = shown(&text, HintKind::Number);
    assert!(shown.contains("⟦1.⟧ *Decides") && shown.contains("⟦30.⟧ *Decides"), "{shown}");
}

#[test]
fn an_edit_makes_the_text_say_what_the_hint_shows() {
    let text = "*The General Assembly*,\n\n*Recalling* its resolution 65/230, and more,\n\n1. *Welcomes* it;\n\n*Decides* to go.\n";
    let hints = found(text, &(0..text.len()), &Registry::embedded());
    let edits: Vec<&str> = hints.iter().filter_map(|hint| Some(hint.edit.as_ref()?.text.as_str())).collect();
    assert_eq!(edits, [" of 21 December 2010", "2. "]);
    assert!(hints.iter().filter_map(|hint| hint.edit.as_ref()).all(|edit| edit.span.is_empty()));
}

#[test]
fn a_cited_text_shows_its_title_once() {
    check_shown(
        HintKind::Title,
        "*The General Assembly*,\n\n*Recalling* its resolution 74/173 of 18 December 2019 ⟦Promoting technical assistance …⟧, and \
         resolution 74/173,\n",
    );
}

#[test]
fn a_title_that_the_draft_gives_is_not_shown() {
    check_shown(
        HintKind::Title,
        "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 \
         Agenda for Sustainable Development”,\n",
    );
}

#[test]
fn long_lists_are_left_alone() {
    check_shown(
        HintKind::Title,
        "*The General Assembly*,\n\n*Recalling* its resolutions 65/230 of 21 December 2010, 66/181 of 19 December 2011, 67/189 of 20 \
         December 2012 and 68/193 of 18 December 2013,\n",
    );
}

#[test]
fn only_what_is_asked_for_is_shown() {
    let text = "*The General Assembly*,\n\n*Recalling* its resolution 65/230, and more,\n\n1. *Welcomes* it;\n\n*Decides* to go.\n";
    let from = text.find("1.").unwrap();
    let kinds: Vec<HintKind> =
        found(text, &(from..text.len()), &Registry::embedded()).into_iter().map(|hint| hint.kind).collect();
    assert_eq!(kinds, [HintKind::Number]);
}

proptest! {
    #![proptest_config(support::cases(150))]

    #[test]
    fn hints_stand_in_the_order_of_the_text(text in support::text(), ends in any::<[prop::sample::Index; 2]>()) {
        let registry = Registry::embedded();
        let [a, b] = ends.map(|end| end.index(text.len() + 1));
        let within = a.min(b)..a.max(b);
        let mut last = within.start;
        for hint in found(&text, &within, &registry) {
            support::within(&(hint.at..hint.at), &(last..within.end), &text)?;
            last = hint.at;
            prop_assert!(!hint.label.trim().is_empty() && hint.label.trim() == hint.label);
        }
    }
}

#[test]
fn a_title_is_not_shown_where_somebody_is_at_the_number_nor_where_it_would_scramble_the_line() {
    let shown = |text: &str| {
        let draft = Draft::read(text, &Hints::default());
        let found = hints(text, &draft, &[], &Registry::embedded(), &(0..text.len()));
        found.into_iter().filter(|hint| hint.kind == HintKind::Title).count()
    };
    assert_eq!(shown("*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 21 December 2010,\n"), 1);
    assert_eq!(shown("*The General Assembly*,\n\n*Recalling* its resolution 65/230\n"), 0);
    // The registry has the title of 65/230 in English, and not in Arabic.
    assert_eq!(
        shown("***إن الجمعية العامة***،\n\n***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،\n"),
        0
    );
}
