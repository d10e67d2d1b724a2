//! The rule `citation-hybrid`.

use rapporteur_symbol::Number;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-hybrid",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe],
    documentation: r#"
Only resolutions of the Security Council have a year in brackets.

The numbers of the Security Council run on, so the year is printed with them: `1325 (2000)`. A number with a stroke names
its session or year itself: `75/200`, `2012/19`.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en wrong
*The General Assembly*,

*Recalling* its resolutions 75/200 (2020) and 76/1 of 22 October 2021,
```

```en right
*The General Assembly*,

*Recalling* its resolutions 75/200 and 76/1 of 22 October 2021,
```

```fr wrong
*Le Conseil de sécurité*,

*Rappelant* la résolution 47/135 (1992) de l’Assemblée générale et les principes qui y sont énoncés,
```

```fr right
*Le Conseil de sécurité*,

*Rappelant* la résolution 47/135 de l’Assemblée générale et les principes qui y sont énoncés,
```

```es wrong
*La Asamblea General*,

*Recordando* sus resoluciones 75/200 (2020) y 76/1, de 22 de octubre de 2021,
```

```es right
*La Asamblea General*,

*Recordando* sus resoluciones 75/200 y 76/1, de 22 de octubre de 2021,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 75/200 (2020) и резолюцию 76/1 от 22 октября 2021 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 75/200 и резолюцию 76/1 от 22 октября 2021 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٧٥/٢٠٠ (٢٠٢٠) بشأن منع الجريمة،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٧٥/٢٠٠ بشأن منع الجريمة،
```

```zh wrong
**大会**，

**回顾**其第75/200（2020）号决议和2021年10月22日第76/1号决议，
```

```zh right
**大会**，

**回顾**其第75/200号决议和2021年10月22日第76/1号决议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for citation in &context.draft.citations {
        let Some(year) = &citation.stray_year else { continue };
        if matches!(citation.number, Number::Running { .. } | Number::Roman { .. }) {
            continue;
        }
        let number = &context.text[citation.span.clone()];
        let printed = &context.text[year.clone()];
        let start = citation.span.end + context.text[citation.span.end..year.start].trim_end().len();
        let edit = Edit { span: start..year.end, text: String::new() };
        context
            .report(citation.span.start..year.end, "year", &[("number", &number), ("printed", &printed)])
            .fix(Applicability::Safe, &[("printed", &printed)], vec![edit])
            .done();
    }
}
