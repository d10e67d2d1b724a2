//! The rule `paragraph-unnumbered`.

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::renumber;

pub(super) const RULE: Rule = Rule {
    name: "paragraph-unnumbered",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
Each operative paragraph has a number, unless it is the only one.

A paragraph counts as operative where it opens with a verb of the operative part. The only operative paragraph of a
resolution, or of one of its parts, has no number.

The fix numbers the whole sequence anew.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en wrong
*The General Assembly*,

1. *Welcomes* the report;

*Requests* a further report;

2. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

1. *Welcomes* the report;

2. *Requests* a further report;

3. *Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

*Prend note* du rapport ;

*Prie* le Secrétaire général d’en présenter un autre.
```

```fr right
*L’Assemblée générale*,

1. *Prend note* du rapport ;

2. *Prie* le Secrétaire général d’en présenter un autre.
```

```ar wrong
***إن الجمعية العامة***،

***تحيط علما*** بالتقرير؛

***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```ar right
***إن الجمعية العامة***،

1 - ***تحيط علما*** بالتقرير؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```zh wrong
**大会**，

1. **欢迎**秘书长的报告；

**赞扬**办事处的工作；

2. **决定**继续处理此案。
```

```zh right
**大会**，

1. **欢迎**秘书长的报告；

2. **赞扬**办事处的工作；

3. **决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let sequences = renumber::sequences(context.draft);
    let single = sequences.len() == 1;
    for sequence in sequences {
        if !sequence.is_numbered() {
            continue;
        }
        let mut fix = renumber::SharedFix::default();
        for (paragraph, due) in sequence.due() {
            if paragraph.label.is_some() {
                continue;
            }
            let expected = due.unwrap_or_default();
            let span = match &paragraph.lead {
                Some(lead) => paragraph.content.start..lead.span.end,
                None => paragraph.content.clone(),
            };
            let edits = fix.take(|| renumber::edits(context.draft, context.text, &sequence, single));
            context.report(span, "unnumbered", &[("expected", &expected)]).fix(Applicability::Safe, &[], edits).done();
        }
    }
}
