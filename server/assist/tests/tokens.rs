//! What the words of drafts are.

#[allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]
mod support;

use proptest::prelude::*;
use rapporteur_assist::{Token, TokenKind, TokenRole, tokens};
use rapporteur_draft::{Draft, Hints, Span};

fn found(text: &str, within: &Span, multiline: bool) -> Vec<Token> {
    tokens(text, &Draft::read(text, &Hints::default()), within, multiline)
}

#[track_caller]
fn check(text: &str, expected: &[(TokenKind, &str)]) {
    let tokens = found(text, &(0..text.len()), false);
    let tokens: Vec<(TokenKind, &str)> = tokens.into_iter().map(|token| (token.kind, &text[token.span])).collect();
    assert_eq!(tokens, expected);
}

use TokenKind::{Acronym, Citation, Date, EnactingLine, Heading, Label, Note, Symbol, Treaty, Verb};

#[test]
fn all_that_a_resolution_has_is_told_apart() {
    check(
        "# 81/15. Wells\n\n*The General Assembly*,\n\n*Recalling also* its resolution 65/230 of 21 December 2010,[^1] A/81/7 and 3 May 2011,\n\n\
         1. *Requests* the United Nations Office on Drugs and Crime (UNODC) to dig;\n\n(a) Wells of UNODC and ABCD.\n\n\
         [^1]: United Nations, *Treaty Series*, vol. 1760, No. 30619.\n",
        &[
            (Heading, "81/15. Wells"),
            (EnactingLine, "The General Assembly"),
            (Verb, "Recalling also"),
            (Citation, "65/230"),
            (Date, "21 December 2010"),
            (Note, "[^1]"),
            (Symbol, "A/81/7"),
            (Label, "1."),
            (Verb, "Requests"),
            (Acronym, "UNODC"),
            (Label, "(a)"),
            (Acronym, "UNODC"),
            (Note, "[^1]:"),
            (Treaty, "United Nations, *Treaty Series*, vol. 1760, No. 30619"),
        ],
    );
}

#[test]
fn every_language_has_its_tokens() {
    check(
        "**大会**，\n\n**回顾**其2010年12月21日第65/230号决议，\n\n1. **决定**开凿水井。\n",
        &[
            (EnactingLine, "大会"),
            (Verb, "回顾"),
            (Date, "2010年12月21日"),
            (Citation, "第65/230号"),
            (Label, "1."),
            (Verb, "决定"),
        ],
    );
    check(
        "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،\n",
        &[
            (EnactingLine, "إن الجمعية العامة"),
            (Verb, "إذ تشير"),
            (Citation, "65/230"),
            (Date, "21 كانون الأول/ديسمبر 2010"),
        ],
    );
}

#[test]
fn verbs_and_definitions_have_their_roles() {
    let text =
        "*The General Assembly*,\n\n*Noting* the Office (UNODC),[^1]\n\n1. *Decides* to go.\n\n[^1]: See UNODC.\n";
    let roles: Vec<_> = found(text, &(0..text.len()), false)
        .into_iter()
        .filter_map(|token| Some((&text[token.span], token.role?)))
        .collect();
    let expected = [
        ("Noting", TokenRole::Preambular),
        ("UNODC", TokenRole::Definition),
        ("Decides", TokenRole::Operative),
        ("[^1]:", TokenRole::Definition),
    ];
    assert_eq!(roles, expected);
}

#[test]
fn a_heading_gives_way_to_what_it_mentions() {
    check(
        "*The General Assembly*,\n\n*Noting* it,\n\n## Follow-up to resolution 65/230 of 21 December 2010 and more\n\n1. *Decides* to go.\n",
        &[
            (EnactingLine, "The General Assembly"),
            (Verb, "Noting"),
            (Heading, "Follow-up to resolution"),
            (Citation, "65/230"),
            (Heading, "of"),
            (Date, "21 December 2010"),
            (Heading, "and more"),
            (Label, "1."),
            (Verb, "Decides"),
        ],
    );
}

#[test]
fn tokens_end_with_their_line_unless_they_may_go_on() {
    let text = "*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 21\r\nDecember 2010,\n";
    let dates = |multiline| {
        let tokens = found(text, &(0..text.len()), multiline).into_iter().filter(|token| token.kind == Date);
        tokens.map(|token| &text[token.span]).collect::<Vec<_>>()
    };
    assert_eq!(dates(false), ["21", "December 2010"]);
    assert_eq!(dates(true), ["21\r\nDecember 2010"]);
}

proptest! {
    #![proptest_config(support::cases(400))]

    #[test]
    fn tokens_stand_apart_in_the_order_of_the_text(
        text in support::text(),
        multiline in any::<bool>(),
        ends in any::<[prop::sample::Index; 2]>(),
    ) {
        let all = found(&text, &(0..text.len()), multiline);
        let mut end = 0;
        for token in &all {
            support::within(&token.span, &(end..text.len()), &text)?;
            end = token.span.end;
            prop_assert!(!token.span.is_empty());
            prop_assert!(multiline || !text[token.span.clone()].contains(['\n', '\r']), "{:?} has several lines", token);
        }
        let [a, b] = ends.map(|end| end.index(text.len() + 1));
        let within = a.min(b)..a.max(b);
        let touching = |token: &&Token| token.span.start < within.end && within.start < token.span.end;
        let expected: Vec<Token> = all.iter().filter(touching).cloned().collect();
        prop_assert_eq!(found(&text, &within, multiline), expected);
    }
}
