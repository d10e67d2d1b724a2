//! The rule `wrong-script-punctuation`.

use rapporteur_draft::{GlyphKind, ParagraphKind, Span};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "wrong-script-punctuation",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["ar", "zh"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
Punctuation marks are those of the script.

These are `،` `؛` `؟` in Arabic, `，` `；` `。` in Chinese.
Marks that stand behind a letter of the language and end there are looked at; those within figures (`4,9`), symbols and words
of another script are let alone. The mark at the end of a clause is for `preamble-punctuation` and `operative-punctuation`.

Source: counts over published texts: 33,482 commas in Arabic and 28,854 in Chinese have their own form; ten have not.

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى تقرير الأمين العام, وإلى قراراتها السابقة،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى تقرير الأمين العام، وإلى قراراتها السابقة،
```

```zh wrong
**大会**，

**回顾**秘书长的报告,以及其以往各项决议，
```

```zh right
**大会**，

**回顾**秘书长的报告，以及其以往各项决议，
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let marks = context.draft.glyphs.iter().filter_map(|glyph| match glyph.kind {
        GlyphKind::ForeignMark(right) if !ends_clause(context, &glyph.span) => Some((glyph.span.clone(), right)),
        _ => None,
    });
    let marks: Vec<(Span, char)> = marks.collect();
    for (span, right) in marks {
        let printed = &context.text[span.clone()];
        let edit = Edit { span: span.clone(), text: right.to_string() };
        context
            .report(span, "foreign", &[("printed", &printed), ("right", &right)])
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .done();
    }
}

/// Whether a mark is the last one of a paragraph of the preamble or of the operative part.
fn ends_clause(context: &Context<'_>, mark: &Span) -> bool {
    let draft = context.draft;
    let Some(paragraph) = draft.paragraph_at(mark.start).map(|index| &draft.paragraphs[index]) else { return false };
    let clause =
        matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative | ParagraphKind::SubParagraph);
    clause && !context.text[mark.end..paragraph.span.end].contains(char::is_alphabetic)
}
