//! The rule `citation-duplicate`.

use std::collections::HashMap;

use rapporteur_draft::{Citation, Span};

use super::shared::lists::{self, Unit};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-duplicate",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe],
    documentation: r#"
A list of citations names each resolution or decision once.

Long lists are copied from draft to draft and added to on the way, and so a number comes in twice, or the figures of
another are mistyped into one that is there already. Parts of one number (`66/253 A`, `66/253 B`) are texts of their
own.

The fix takes the second one out. There is none where the two have different dates, since then another number is meant,
and none where a note is called at the second.

Source: lists of published resolutions, in which a repeated number is a slip (resolution 75/193, French text).

```en wrong
*The General Assembly*,

*Recalling* its resolutions 66/176 of 19 December 2011, 66/253 A of 16 February 2012 and 66/176 of 19 December 2011,
```

```en right
*The General Assembly*,

*Recalling* its resolutions 66/176 of 19 December 2011 and 66/253 A of 16 February 2012,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* ses résolutions 65/230 du 21 décembre 2010, 66/181 du 19 décembre 2011, 65/230 et 67/186 du 20 décembre 2012,
```

```fr right
*L’Assemblée générale*,

*Rappelant* ses résolutions 65/230 du 21 décembre 2010, 66/181 du 19 décembre 2011 et 67/186 du 20 décembre 2012,
```

```es wrong
*La Asamblea General*,

*Recordando* sus resoluciones 66/176, de 19 de diciembre de 2011, 66/253 A, de 16 de febrero de 2012, y 66/176, de 19 de diciembre de 2011,
```

```es right
*La Asamblea General*,

*Recordando* sus resoluciones 66/176, de 19 de diciembre de 2011, y 66/253 A, de 16 de febrero de 2012,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 66/176 от 19 декабря 2011 года, 66/253 A от 16 февраля 2012 года и 66/176 от 19 декабря 2011 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 66/176 от 19 декабря 2011 года и 66/253 A от 16 февраля 2012 года,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تشير*** إلى قراراتها 66/176 المؤرخ 19 كانون الأول/ديسمبر 2011 و 66/253 ألف المؤرخ 16 شباط/فبراير 2012 و 66/176 المؤرخ 19 كانون الأول/ديسمبر 2011،
```

```ar right
***إن الجمعية العامة***،

***وإذ تشير*** إلى قراراتها 66/176 المؤرخ 19 كانون الأول/ديسمبر 2011 و 66/253 ألف المؤرخ 16 شباط/فبراير 2012،
```

```zh wrong
**大会**，

**回顾**其2011年12月19日第66/176号、2012年2月16日第66/253 A号和2011年12月19日第66/176号决议，
```

```zh right
**大会**，

**回顾**其2011年12月19日第66/176号和2012年2月16日第66/253 A号决议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for list in lists::lists(draft).filter(|list| list.len() > 1) {
        let mut seen = HashMap::with_capacity(list.len());
        // Where the list is cut into units, once it is known that something in it is repeated.
        let mut units = None;
        for (index, citation) in list.iter().enumerate() {
            let Some(symbol) = citation.symbol else { continue };
            let Some(earlier) = seen.insert(symbol, index) else { continue };
            let units = units.get_or_insert_with(|| lists::units(context, list));
            let edits = removal(context, list, units, earlier, index).unwrap_or_default();
            let number = symbol.short();
            context
                .report(citation.span.clone(), "twice", &[("number", &number)])
                .fix(Applicability::Safe, &[("number", &number)], edits)
                .related(list[earlier].span.clone(), "earlier")
                .done();
        }
    }
}

/// The edits that take a repeated item out of its list, with the mark or the word before it. If it was the last one, the
/// item before it is joined to the list as it was.
fn removal(
    context: &Context<'_>,
    list: &[Citation],
    units: &[Unit],
    earlier: usize,
    repeated: usize,
) -> Option<Vec<Edit>> {
    let date = |citation: &Citation| context.draft.date_of(citation).and_then(|mention| mention.date);
    let (date, first) = (date(&list[repeated]), date(&list[earlier]));
    let at = units.partition_point(|unit| unit.citations.end <= repeated);
    let has_own_date = list[repeated].date.is_none() || units[at].date(context.draft, list).is_some();
    let alone = units[at].citations.len() == 1 && has_own_date && (date.is_none() || date == first);
    let before = units.get(at.checked_sub(1)?)?.span.end;
    let removed = before..units[at].span.end;
    if !alone || lists::holds_call(context.draft, &removed) {
        return None;
    }
    let mut edits = Vec::new();
    if at + 1 == units.len() && at >= 2 {
        let comma: Span = units[at - 2].span.end..units[at - 1].span.start;
        if lists::holds_call(context.draft, &comma) {
            return None;
        }
        let joiner = &context.text[before..units[at].span.start];
        if joiner.contains(char::is_alphabetic) {
            edits.push(Edit { span: comma, text: joiner.to_owned() });
        }
    }
    edits.push(Edit { span: removed, text: String::new() });
    Some(edits)
}
