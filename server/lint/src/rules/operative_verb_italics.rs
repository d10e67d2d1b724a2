//! The rule `operative-verb-italics`.

use rapporteur_draft::ParagraphKind;

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::italics;

pub(super) const RULE: Rule = Rule {
    name: "operative-verb-italics",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Verbs,
    fixes: &[Applicability::Safe],
    documentation: r#"
The verb that opens an operative paragraph is in italics.

The whole lead phrase is emphasised: *Takes note with appreciation*, *Prie également*. Bold type is accepted. Later verbs
of the same paragraph are not looked at. A verb that the vocabulary of the language does not know is not reported. In a
text in which nothing is emphasised the rule says so once, as a hint.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; 96 to 99 per cent of the published
paragraphs.

```en wrong
*The General Assembly*,

*Recalling* the Charter of the United Nations,

1. *Welcomes* the report of the Secretary-General;

2. Also requests the Secretary-General to submit a report.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

1. *Welcomes* the report of the Secretary-General;

2. *Also requests* the Secretary-General to submit a report.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Accueille avec satisfaction* le rapport du Secrétaire général ;

2. Prie l’Office de poursuivre ses travaux.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Accueille avec satisfaction* le rapport du Secrétaire général ;

2. *Prie* l’Office de poursuivre ses travaux.
```

```es wrong
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Acoge con beneplácito* el informe del Secretario General;

2. Toma nota también con aprecio de la labor de la Oficina.
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Acoge con beneplácito* el informe del Secretario General;

2. *Toma nota también con aprecio* de la labor de la Oficina.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230,

1. просит Генерального секретаря представить доклад.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230,

1. *просит* Генерального секретаря представить доклад.
```

```ar wrong
***إن الجمعية العامة***،

1 - تحيط علما مع التقدير بالتقرير؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```ar right
***إن الجمعية العامة***،

1 - ***تحيط علما مع التقدير*** بالتقرير؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```zh wrong
**大会**，

1. **欢迎**秘书长的报告；

2. 又赞赏地注意到办事处的工作。
```

```zh right
**大会**，

1. **欢迎**秘书长的报告；

2. **又赞赏地注意到**办事处的工作。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    italics::check(context, ParagraphKind::Operative);
}
