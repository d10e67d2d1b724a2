//! Outlines of drafts, an entry a line, those within it further in.

#[allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]
mod support;

use proptest::prelude::*;
use rapporteur_assist::{OutlineEntry, OutlineKind, outline};
use rapporteur_draft::{Draft, Hints, Span};
use rapporteur_lint::Locale;

fn entries(text: &str, locale: &str) -> Vec<OutlineEntry> {
    outline(text, &Draft::read(text, &Hints::default()), Locale::from_name(locale).unwrap())
}

/// The outline as a reader of a language sees it: names, and in brackets what is said beside them.
fn shown(text: &str, locale: &str) -> String {
    fn write(entries: &[OutlineEntry], depth: usize, out: &mut String) {
        for entry in entries {
            let detail = entry.detail.as_ref().map(|detail| format!(" [{detail}]")).unwrap_or_default();
            out.push_str(&format!("{}{}{detail}\n", "  ".repeat(depth), entry.name));
            write(&entry.within, depth + 1, out);
        }
    }
    let mut out = String::new();
    write(&entries(text, locale), 0, &mut out);
    out
}

const ENGLISH: &str = "A/C.3/81/L.7

# Wells and those who dig them

*The General Assembly*,

*Recalling* its resolution [65/230](https://undocs.org/A/RES/65/230) of 21 December 2010,[^1] and all that has been said of it since then,

*Noting* the report,

## I. Water

1. *Decides*:

(a) To dig wells:

(i) In the north;

(ii) In the south;

(b) To keep them clean;

<!-- not
printed -->

2. *Requests* a report.

## Annex

Depths

[^1]: See A/81/1.

[^2]: See *A/81/2*.
";

#[test]
fn an_outline_has_parts_paragraphs_and_notes() {
    assert_eq!(
        shown(ENGLISH, "en"),
        "Wells and those who dig them [A/C.3/81/L.7]
  Preamble [The General Assembly]
    Recalling its resolution 65/230 of 21 December 2010, and all …
    Noting the report
  Operative part [2 paragraphs]
    I. Water
      1. Decides:
        (a) To dig wells:
          (i) In the north
          (ii) In the south
        (b) To keep them clean
      2. Requests a report.
  Annex
    Depths
  Notes [2]
    1 See A/81/1.
    2 See A/81/2.
"
    );
}

#[test]
fn groups_are_named_in_the_language_of_the_reader() {
    let shown = shown(ENGLISH, "fr");
    for line in ["  Préambule [The General Assembly]\n", "  Dispositif [2 paragraphes]\n", "    Noting the report\n"] {
        assert!(shown.contains(line), "{line} is not in\n{shown}");
    }
}

#[test]
fn every_language_has_its_outline() {
    let chinese = "# 水井\n\n**大会**，\n\n**回顾**其2010年12月21日第65/230号决议，\n\n1. **决定**开凿水井；\n\n2. **请**：\n\n(a) 秘书长；\n\n(b) 会员国。\n";
    assert_eq!(
        shown(chinese, "en"),
        "水井 [General Assembly]\n  Preamble [大会]\n    回顾其2010年12月21日第65/230号决议\n  Operative part [2 paragraphs]\n    \
         1. 决定开凿水井\n    2. 请：\n      (a) 秘书长\n      (b) 会员国。\n"
    );
    let arabic =
        "# الآبار\n\n***إن الجمعية العامة***،\n\n***إذ تشير*** إلى قرارها 65/230،\n\n1 - ***تقرر*** حفر الآبار.\n";
    assert_eq!(
        shown(arabic, "en"),
        "الآبار [General Assembly]\n  Preamble [إن الجمعية العامة]\n    إذ تشير إلى قرارها 65/230\n  \
         Operative part [1 paragraph]\n    1 - تقرر حفر الآبار.\n"
    );
}

#[test]
fn parts_have_their_own_preamble_and_operative_part() {
    let text = "# Two wells\n\n*The General Assembly*,\n\n*Noting* one,\n\n1. *Decides* to dig it.\n\nB\n\n*The General Assembly*,\n\n\
                *Noting* another,\n\n1. *Decides* to dig it too.\n";
    assert_eq!(
        shown(text, "en"),
        "Two wells [General Assembly]\n  Preamble [The General Assembly]\n    Noting one\n  \
         Operative part [1 paragraph]\n    1. Decides to dig it.\n  B\n    Preamble [The General Assembly]\n      \
         Noting another\n    Operative part [1 paragraph]\n      1. Decides to dig it too.\n"
    );
}

#[test]
fn the_first_part_begins_at_its_letter_above_the_enacting_line() {
    let text = |mark: &str, of_part: &str| {
        let resolution = "*The General Assembly*,\n\n1. *Decides* to dig it.\n\n";
        let part = |letter: char| format!("{mark}{letter}\n\n{of_part}{resolution}");
        format!("# Two wells\n\n{}{}", part('A'), part('B'))
    };
    let part = |letter: char, of_part: &str| {
        format!(
            "  {letter}\n{of_part}    Preamble [The General Assembly]\n    Operative part [1 paragraph]\n      \
             1. Decides to dig it.\n"
        )
    };
    for mark in ["", "## ", "**"] {
        let text = text(mark, "").replace("**A", "**A**").replace("**B", "**B**");
        let expected = format!("Two wells [General Assembly]\n{}{}", part('A', ""), part('B', ""));
        assert_eq!(shown(&text, "en"), expected, "{text}");
    }
    let titled = text("## ", "### Water\n\n");
    assert_eq!(shown(&titled, "en").matches("  A\n").count(), 1, "{}", shown(&titled, "en"));
    // A letter without another after it is no part.
    let alone = text("", "").replace("B\n\n*The General Assembly*,\n\n1.", "2.");
    assert!(!shown(&alone, "en").contains("  A\n"), "{}", shown(&alone, "en"));
}

#[test]
fn a_letter_after_h_is_no_roman_number() {
    let items: String = ('a'..='j').map(|letter| format!("({letter}) Thing {letter};\n\n")).collect();
    let text = format!(
        "---\nkind: resolution\n---\n\n*The General Assembly*,\n\n1. *Requests*:\n\n{items}2. *Decides* to go.\n"
    );
    let shown = shown(&text, "en");
    assert!(shown.contains("\n    (h) Thing h\n    (i) Thing i\n    (j) Thing j\n"), "{shown}");
}

#[test]
fn what_is_selected_is_the_verb_with_its_number() {
    let text = "*The General Assembly*,\n\n*Noting* it,\n\n1. *Requests* a report;\n\n2. *Decides* to go.\n";
    let entries = entries(text, "en");
    let operative = &entries[1];
    assert_eq!(operative.kind, OutlineKind::Group);
    assert_eq!(&text[operative.selection.clone()], "1. *Requests");
    assert_eq!(&text[operative.within[1].span.clone()], "2. *Decides* to go.");
}

#[test]
fn names_are_never_empty() {
    let text = "*The General Assembly*,\n\n*Noting* it,\n\n1. \n\n2. *Decides* ** to go.\n\n## \n\n[^1]:\n";
    names(&entries(text, "en"));
}

fn names(entries: &[OutlineEntry]) {
    for entry in entries {
        assert!(!entry.name.trim().is_empty(), "{entry:?}");
        names(&entry.within);
    }
}

proptest! {
    #![proptest_config(support::cases(400))]

    #[test]
    fn entries_lie_within_one_another(text in support::text()) {
        sound(&text, &(0..text.len()), &entries(&text, "en"))?;
    }
}

fn sound(text: &str, outer: &Span, entries: &[OutlineEntry]) -> Result<(), TestCaseError> {
    let mut end = outer.start;
    for entry in entries {
        support::within(&entry.span, &(end..outer.end), text)?;
        end = entry.span.end;
        support::within(&entry.selection, &entry.span, text)?;
        prop_assert!(!entry.name.trim().is_empty(), "an entry without a name at {:?}", entry.span);
        sound(text, &entry.span, &entry.within)?;
    }
    Ok(())
}
