//! The rule `preambular-verb-italics`.

use rapporteur_draft::ParagraphKind;

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::italics;

pub(super) const RULE: Rule = Rule {
    name: "preambular-verb-italics",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Verbs,
    fixes: &[Applicability::Safe],
    documentation: r#"
The words that open a preambular paragraph are in italics.

The whole lead phrase is emphasised: *Noting with concern*, *Consciente également*. Bold type is accepted. A phrase that
the vocabulary of the language does not know is not reported. In a text in which nothing is emphasised it is said once,
as a hint, by this rule or by `operative-verb-italics`.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; 96 to 99 per cent of the published
paragraphs.

```en wrong
*The General Assembly*,

Recalling also the Charter of the United Nations,

1. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Recalling also* the Charter of the United Nations,

1. *Decides* to remain seized of the matter.
```

```fr wrong
*Le Conseil de sécurité*,

Conscient de sa responsabilité principale,

1. *Décide* de rester saisi de la question.
```

```fr right
*Le Conseil de sécurité*,

*Conscient* de sa responsabilité principale,

1. *Décide* de rester saisi de la question.
```

```es wrong
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

Profundamente preocupada además por la situación,
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

*Profundamente preocupada además* por la situación,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230,

признавая, что работа не закончена,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230,

*признавая*, что работа не закончена,
```

```zh wrong
**大会**，

**回顾**《联合国宪章》，

深为关切局势不断恶化，

1. **请**秘书长提交报告。
```

```zh right
**大会**，

**回顾**《联合国宪章》，

**深为关切**局势不断恶化，

1. **请**秘书长提交报告。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    italics::check(context, ParagraphKind::Preambular);
}
