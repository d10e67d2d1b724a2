//! The rule `paragraph-label`.

use rapporteur_draft::{Label, ParagraphKind};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "paragraph-label",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
A full stop, or a dash in Arabic, stands behind the number of an operative paragraph, and no bracket.

Papers of conferences of Model United Nations often number their clauses `1)`, `2)`; in texts of the United Nations a bracket is
part of the label of a sub-paragraph. Such numbers are read as those of operative paragraphs where no operative paragraph is
numbered otherwise, and told once for the text. The profile `mun` switches the rule off.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en wrong
*The General Assembly*,

1) *Welcomes* the report;

2) *Requests* a further report.
```

```en right
*The General Assembly*,

1. *Welcomes* the report;

2. *Requests* a further report.
```

```fr wrong
*L’Assemblée générale*,

1) *Prend note* du rapport ;

2) *Prie* le Secrétaire général d’en présenter un autre.
```

```fr right
*L’Assemblée générale*,

1. *Prend note* du rapport ;

2. *Prie* le Secrétaire général d’en présenter un autre.
```

```es wrong
*La Asamblea General*,

1) *Toma nota* del informe;

2) *Solicita* otro informe.
```

```es right
*La Asamblea General*,

1. *Toma nota* del informe;

2. *Solicita* otro informe.
```

```ru wrong
*Генеральная Ассамблея*,

1) *принимает к сведению* доклад;

2) *просит* Генерального секретаря представить доклад.
```

```ru right
*Генеральная Ассамблея*,

1. *принимает к сведению* доклад;

2. *просит* Генерального секретаря представить доклад.
```

```ar wrong
***إن الجمعية العامة***،

1) ***تحيط علما*** بالتقرير؛

2) ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```ar right
***إن الجمعية العامة***،

1 - ***تحيط علما*** بالتقرير؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```zh wrong
**大会**，

1) **欢迎**秘书长的报告；

2) **请**秘书长再次提交报告。
```

```zh right
**大会**，

1. **欢迎**秘书长的报告；

2. **请**秘书长再次提交报告。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let (text, stop) = (context.text, context.draft.language.after_paragraph_number().trim_end());
    let operative = context.draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Operative);
    let labels = operative.filter_map(|paragraph| paragraph.label.as_ref());
    let bracketed: Vec<&Label> = labels.filter(|label| text[label.value_span.end..].starts_with(')')).collect();
    let Some(first) = bracketed.first() else { return };
    let bracket = |label: &&Label| label.value_span.end..label.value_span.end + 1;
    // They are numbered so throughout, and put right together: a text that numbers in two ways is read otherwise.
    let edits = bracketed.iter().map(|label| Edit { span: bracket(label), text: stop.to_owned() }).collect();
    let printed = &text[first.value_span.start..bracket(first).end];
    let right = format!("{}{stop}", &text[first.value_span.clone()]);
    context
        .report(first.span.clone(), "bracket", &[("printed", &printed), ("right", &right)])
        .fix(Applicability::Safe, &[], edits)
        .done();
}
