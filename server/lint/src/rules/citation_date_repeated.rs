//! The rule `citation-date-repeated`.

use std::collections::HashMap;

use rapporteur_draft::{Citation, ParagraphKind};
use rapporteur_symbol::Symbol;
use time::Date;

use super::shared::{lists, mentions};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-date-repeated",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
A resolution or decision that was cited with its date is cited by its number alone from then on.

The date stands at the first mention in the text; notes, titles and annexes are left aside, and each part of a
resolution (A, B) counts for itself. Where the second date is another one, [citation-date](citation-date.md) has its
say. A date that several numbers share is left to those that have it for the first time. In texts of the Security
Council, which mostly cites without dates, the rule is silent.

The fix takes the date out.

Source: lists of published resolutions; of a thousand later mentions hardly two have a date.

```en wrong
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,

1. *Takes note* of the report prepared pursuant to resolution 65/230 of 21 December 2010;
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,

1. *Takes note* of the report prepared pursuant to resolution 65/230;
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la résolution 2012/19 du Conseil économique et social, en date du 26 juillet 2012,

*Rappelant également* ce qui est dit dans la résolution 2012/19 du Conseil, en date du 26 juillet 2012,
```

```fr right
*L’Assemblée générale*,

*Rappelant* la résolution 2012/19 du Conseil économique et social, en date du 26 juillet 2012,

*Rappelant également* ce qui est dit dans la résolution 2012/19 du Conseil,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010,

1. *Toma nota* del informe presentado en cumplimiento de la resolución 65/230, de 21 de diciembre de 2010;
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010,

1. *Toma nota* del informe presentado en cumplimiento de la resolución 65/230;
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,

1. *принимает к сведению* доклад, представленный во исполнение резолюции 65/230 от 21 декабря 2010 года;
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,

1. *принимает к сведению* доклад, представленный во исполнение резолюции 65/230;
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،

1 - ***تحيط علما*** بالتقرير المقدم عملا بالقرار 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010؛
```

```ar right
***إن الجمعية العامة***،

***وإذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،

1 - ***تحيط علما*** بالتقرير المقدم عملا بالقرار 65/230؛
```

```zh wrong
**大会**，

**回顾**其2010年12月21日第65/230号决议，

1. **表示注意到**根据2010年12月21日第65/230号决议提交的报告；
```

```zh right
**大会**，

**回顾**其2010年12月21日第65/230号决议，

1. **表示注意到**根据第65/230号决议提交的报告；
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    if !mentions::are_dated(draft) {
        return;
    }
    let uses = mentions::uses_of_dates(draft);
    // The date of each text, and the list in which it was given.
    let mut dated: HashMap<Symbol, (Date, usize, &Citation)> = HashMap::new();
    let mut next_paragraph = 0;
    for (number, list) in lists::lists(draft).enumerate() {
        let paragraph = list[0].paragraph;
        let passed = draft.paragraphs.get(next_paragraph..=paragraph).unwrap_or_default();
        if passed.iter().any(|paragraph| paragraph.kind == ParagraphKind::Part) {
            dated.clear();
        }
        next_paragraph = paragraph + 1;
        for citation in list.iter().filter(|citation| mentions::is_in_running_text(draft, citation)) {
            let Some((symbol, index)) = citation.symbol.zip(citation.date) else { continue };
            let Some(date) = draft.dates[index].date else { continue };
            let (earlier, place, first) = *dated.entry(symbol).or_insert((date, number, citation));
            // Twice in one list is the matter of another rule.
            if place != number && earlier == date && uses[index] == 1 {
                report(context, citation, symbol, first);
            }
        }
    }
}

fn report(context: &mut Context<'_>, citation: &Citation, symbol: Symbol, first: &Citation) {
    let Some(mention) = context.draft.date_of(citation) else { return };
    let (applicability, edit) = match lists::joined_date(context, std::slice::from_ref(citation)) {
        Some(span) => {
            // Between two commas the second may be one of the sentence, or not.
            let after = &context.text[span.end..];
            let enclosed = context.text[span.clone()].starts_with(',') && after.starts_with(',');
            let applicability = if enclosed { Applicability::Suggested } else { Applicability::Safe };
            (applicability, Some(Edit { span, text: String::new() }))
        }
        None => (Applicability::Safe, None),
    };
    context
        .report(mention.span.clone(), "repeated", &[("number", &symbol.short())])
        .related(first.span.clone(), "first")
        .fix(applicability, &[], edit.into_iter().collect())
        .done();
}
