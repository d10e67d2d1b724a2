//! The rule `preamble-punctuation`.

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::clauses::{self, Part};

pub(super) const RULE: Rule = Rule {
    name: "preamble-punctuation",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
Each paragraph of the preamble ends in a comma.

Before sub-paragraphs it ends in a colon; each of these ends in a comma or a semicolon, the last in a comma. The comma is
that of the language: `،` in Arabic, `，` in Chinese. Where the call of a note stands at the end, the comma stands before it in
English and Chinese, behind it in other languages. Of a paragraph that a page break has cut in two, only the end counts.

A paragraph at the very end of a text may be half typed: that it has no mark yet is said as information.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; in 4,400 paragraphs of preambles
published in English in 2022–2025, two end in another mark.

```en wrong
*The General Assembly*,

*Recalling* the Charter of the United Nations;

*Noting* the report of the Secretary-General,[^1]

1. *Decides* to remain seized of the matter.

[^1]: A/80/1.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Noting* the report of the Secretary-General,[^1]

1. *Decides* to remain seized of the matter.

[^1]: A/80/1.
```

```en wrong
*The General Assembly*,

*Recalling* the Charter of the United Nations

*Noting* the report of the Secretary-General[^1]

1. *Decides* to remain seized of the matter.

[^1]: A/80/1.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Noting* the report of the Secretary-General,[^1]

1. *Decides* to remain seized of the matter.

[^1]: A/80/1.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies ;

*Prenant note* du rapport du Secrétaire général[^1]

1. *Décide* de rester saisie de la question.

[^1]: A/80/1.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

*Prenant note* du rapport du Secrétaire général[^1],

1. *Décide* de rester saisie de la question.

[^1]: A/80/1.
```

```es wrong
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas.

1. *Decide* seguir ocupándose de la cuestión.
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на Устав Организации Объединенных Наций,;

1. *постановляет* продолжать заниматься этим вопросом.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на Устав Организации Объединенных Наций,

1. *постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة,

1 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

**回顾**《联合国宪章》；

1. **决定**继续处理此案。
```

```zh right
**大会**，

**回顾**《联合国宪章》，

1. **决定**继续处理此案。
```

```en wrong
*The General Assembly*,

*Recalling* the Charter of the United Nations
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    clauses::check(context, Part::Preamble);
}
