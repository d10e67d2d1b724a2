//! The rule `date-range`.

use rapporteur_draft::{DateMention, ParagraphKind};

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "date-range",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::DatesAndReferences,
    fixes: &[],
    documentation: r#"
A period begins before it ends, and running text joins its days by a word and not by a dash.

"From 20 to 18 December 2019" is a warning. A dash between two days (`18–20 December`), which is right in titles and in
notes, is information in clauses; not in Russian, which joins days so. There is no fix: only the writer knows which of the days is wrong, and the words before
the days ("from", "du") change with the word between them.

Source: United Nations Editorial Manual, "Numbers, dates and time".

```en right
*The General Assembly*,

*Recalling* the meeting held from 18 to 20 December 2019 and from 28 February to 2 March 2020,
```

```en wrong
*The General Assembly*,

*Recalling* the meeting held from 20 to 18 December 2019,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la réunion tenue du 20 au 18 décembre 2019,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la réunion tenue les 18-20 décembre 2019,
```

```es wrong
*La Asamblea General*,

*Recordando* la reunión celebrada del 20 al 18 de diciembre de 2019,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на совещание, проведенное с 20 по 18 декабря 2019 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى الاجتماع المعقود في الفترة من 20 إلى 18 كانون الأول/ديسمبر 2019،
```

```zh wrong
**大会**，

**回顾**2019年12月20日至18日举行的会议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for pair in context.draft.dates.windows(2) {
        let [first, last] = pair else { continue };
        let Some(between) = between(context, first, last) else { continue };
        let span = first.span.start..last.span.end;
        let dash = matches!(between, "-" | "–" | "—" | "\u{2011}" | "\u{2010}");
        let joined = dash || context.draft.language.joins_days(between);
        if !joined {
            continue;
        }
        if first.date.is_some_and(|from| last.date.is_some_and(|to| to < from)) {
            context.report(span, "reversed", &[]).done();
        } else if dash && !context.draft.language.dashes_join_days() && is_clause(context, first) {
            context.report(span, "dash", &[]).at_most(Severity::Info).done();
        }
    }
}

/// What stands between two dates of a paragraph, without white space around it.
fn between<'a>(context: &Context<'a>, first: &DateMention, last: &DateMention) -> Option<&'a str> {
    let between = context.text.get(first.span.end..last.span.start).filter(|_| first.paragraph == last.paragraph)?;
    // What joins two days is short.
    (between.len() <= 16).then(|| between.trim())
}

fn is_clause(context: &Context<'_>, mention: &DateMention) -> bool {
    let kind = context.draft.paragraphs[mention.paragraph].kind;
    matches!(kind, ParagraphKind::Preambular | ParagraphKind::Operative | ParagraphKind::SubParagraph)
}
