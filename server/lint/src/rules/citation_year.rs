//! The rule `citation-year`.

use rapporteur_draft::digits_as_in;
use rapporteur_symbol::{Body, Number};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-year",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
The year in brackets after the number of a Security Council resolution is that of its adoption.

The numbers of the Security Council run on from 1946, so each number belongs to one year. Where the draft dates the
resolution and the date agrees with the year in brackets, the number may be what is wrong: then the fix is only
suggested.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; 75 published texts have such a year
wrong.

```en wrong
*The Security Council*,

*Recalling* its resolutions 1325 (2001) and 1820 (2008),
```

```en right
*The Security Council*,

*Recalling* its resolutions 1325 (2000) and 1820 (2008),
```

```fr wrong
*Le Conseil de sécurité*,

*Rappelant* sa résolution 2195 (2015),
```

```fr right
*Le Conseil de sécurité*,

*Rappelant* sa résolution 2195 (2014),
```

```es wrong
*El Consejo de Seguridad*,

*Recordando* sus resoluciones 1325 (2001) y 1820 (2008),
```

```es right
*El Consejo de Seguridad*,

*Recordando* sus resoluciones 1325 (2000) y 1820 (2008),
```

```ru wrong
*Совет Безопасности*,

*ссылаясь* на свою резолюцию 1325 (2001),
```

```ru right
*Совет Безопасности*,

*ссылаясь* на свою резолюцию 1325 (2000),
```

```zh wrong
**安全理事会**，

**回顾**其第1325(2001)号和第1820(2008)号决议，
```

```zh right
**安全理事会**，

**回顾**其第1325(2000)号和第1820(2008)号决议，
```

```en wrong
*The General Assembly*,

*Recalling* Security Council resolution 2322 (2017) of 12 December 2017,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la résolution 2322 (2017) du Conseil de sécurité du 12 décembre 2017,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for citation in &context.draft.citations {
        let Some(symbol) = citation.symbol.filter(|symbol| symbol.body == Body::SecurityCouncil) else { continue };
        let Number::Running { year, number } = symbol.number else { continue };
        // Most years are right, and a symbol is found sooner than a number whatever its year.
        if context.registry.lookup(symbol).is_some() {
            continue;
        }
        let Some(entry) = context.registry.running(number) else { continue };
        let Number::Running { year: right, .. } = entry.symbol().number else { continue };
        if right == year {
            continue;
        }
        // The year is the last figure that is printed.
        let printed = &context.text[citation.span.clone()];
        let figures = digits_as_in(printed, &year.to_string());
        let Some(at) = printed.rfind(&figures).map(|at| citation.span.start + at) else { continue };
        let span = at..at + figures.len();
        let locale = context.locale;
        let known = names::how_known(locale, entry);
        let date = context.draft.date_of(citation).and_then(|mention| mention.date);
        let number_suspect = date.is_some_and(|date| date.year() == i32::from(year));
        let applicability = if number_suspect { Applicability::Suggested } else { Applicability::Safe };
        let edit = Edit { span: span.clone(), text: digits_as_in(printed, &right.to_string()) };
        context
            .report(span, "wrong", &[("number", &number), ("right", &right), ("printed", &year), ("known", &known)])
            .rests_on(Some(entry))
            .fix(applicability, &[("right", &right)], vec![edit])
            .done();
    }
}
