//! The rule `preamble-numbered`.

use rapporteur_draft::ParagraphKind;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::renumber;

pub(super) const RULE: Rule = Rule {
    name: "preamble-numbered",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
The paragraphs of the preamble have no numbers.

A numbered paragraph before the operative part counts as one of the preamble where it opens with a preambular phrase and ends
in a comma. Only operative paragraphs are referred to by number.

The fix takes the number out.

Source: guidelines for the mark-up of resolutions (AKN4UN); United Nations Editorial Manual, "Resolutions and other formal
decisions". No published resolution numbers its preamble.

```en wrong
*The General Assembly*,

1. *Recalling* the Charter of the United Nations,

2. *Noting* the report of the Secretary-General,

1. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Noting* the report of the Secretary-General,

1. *Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

*1. Rappelant* la Charte des Nations Unies,

1. *Décide* de rester saisie de la question.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Décide* de rester saisie de la question.
```

```es wrong
*La Asamblea General*,

1. *Recordando* la Carta de las Naciones Unidas,

1. *Decide* seguir ocupándose de la cuestión.
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

1. *ссылаясь* на Устав Организации Объединенных Наций,

1. *постановляет* продолжать заниматься этим вопросом.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на Устав Организации Объединенных Наций,

1. *постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
***إن الجمعية العامة***،

1 - ***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

1. **回顾**《联合国宪章》，

1. **决定**继续处理此案。
```

```zh right
**大会**，

**回顾**《联合国宪章》，

1. **决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for paragraph in draft.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Preambular) {
        let Some(label) = &paragraph.label else { continue };
        let edit = Edit { span: renumber::label_with_space(context.text, paragraph, label), text: String::new() };
        context.report(label.span.clone(), "numbered", &[]).fix(Applicability::Safe, &[], vec![edit]).done();
    }
}
