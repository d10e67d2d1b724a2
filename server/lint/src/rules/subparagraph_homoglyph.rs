//! The rule `subparagraph-homoglyph`.

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::enumerations::enumerations;

pub(super) const RULE: Rule = Rule {
    name: "subparagraph-homoglyph",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
The letters of labels are those of one script, not of another that looks the same.

A Cyrillic а, с or е among Latin labels can't be told from a, c and e by eye, but search, sorting and cross-references
miss it. A list that is Cyrillic throughout (а, б, в, г) is right.

Source: counts over published resolutions in Russian, in which one label in seventy or so is mistyped.

```en wrong
*The General Assembly*,

1. *Requests* the Secretary-General:

(а) To report on the matter;

(b) To convene a meeting.
```

```en right
*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To report on the matter;

(b) To convene a meeting.
```

```fr wrong
*L’Assemblée générale*,

1. *Prie* le Secrétaire général :

a) De faire rapport sur la question ;

b) De consulter les États Membres ;

с) De convoquer une réunion.
```

```fr right
*L’Assemblée générale*,

1. *Prie* le Secrétaire général :

a) De faire rapport sur la question ;

b) De consulter les États Membres ;

c) De convoquer une réunion.
```

```es wrong
*La Asamblea General*,

1. *Solicita* al Secretario General que:

а) Informe sobre la cuestión;

b) Convoque una reunión de los Estados Miembros.
```

```es right
*La Asamblea General*,

1. *Solicita* al Secretario General que:

a) Informe sobre la cuestión;

b) Convoque una reunión de los Estados Miembros.
```

```ru wrong
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря:

a) представить доклад по этому вопросу;

b) провести консультации с государствами-членами;

с) созвать совещание.
```

```ru right
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря:

a) представить доклад по этому вопросу;

b) провести консультации с государствами-членами;

c) созвать совещание.
```

```ru right
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря:

а) представить доклад по этому вопросу;

б) провести консультации с государствами-членами;

в) созвать совещание.
```

```zh wrong
**大会**，

1. **请**秘书长：

(а) 就此问题提出报告；

(b) 与会员国协商。
```

```zh right
**大会**，

1. **请**秘书长：

(a) 就此问题提出报告；

(b) 与会员国协商。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for list in enumerations(context.draft, context.text) {
        // Of a label that is out of order nobody knows what it was to be.
        for item in list.items.iter().filter(|item| item.reading.disguised && item.due.is_none()) {
            let span = item.label.value_span.clone();
            let printed = &context.text[span.clone()];
            let Some(right) = context.draft.language.label(item.reading.ordinal, printed) else { continue };
            let edit = Edit { span: span.clone(), text: right.clone() };
            context
                .report(span, "disguised", &[("right", &right)])
                .fix(Applicability::Safe, &[("right", &right)], vec![edit])
                .done();
        }
    }
}
