//! The rule `wrong-script-punctuation`.

use rapporteur_draft::GlyphKind;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope},
};

pub(super) const RULE: Rule = Rule {
    name: "wrong-script-punctuation",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["ar", "zh"]),
    documentation: r##"
Punctuation marks are those of the script.

These are `،` `؛` `؟` in Arabic, `，` `；` `。` in Chinese.
Marks that stand behind a letter of the language and end there are looked at; those within figures (`4,9`), symbols and words
of another script are let alone.

Source: counts over published texts: 33,482 commas in Arabic and 28,854 in Chinese have their own form; ten have not.

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 65/230, وإلى تقرير الأمين العام,
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 65/230, وإلى تقرير الأمين العام،
```

```zh wrong
**大会**，

**回顾**秘书长的报告,

1. **决定**举行会议；
```

```zh right
**大会**，

**回顾**秘书长的报告，

1. **决定**举行会议；
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let marks = context.draft.glyphs.iter().filter_map(|glyph| match glyph.kind {
        GlyphKind::ForeignMark(right) => Some((glyph.span.clone(), right)),
        _ => None,
    });
    for (span, right) in marks {
        let printed = &context.text[span.clone()];
        let edit = Edit { span: span.clone(), text: right.to_string() };
        context
            .report(span, "foreign", &[("printed", &printed), ("right", &right)])
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .done();
    }
}
