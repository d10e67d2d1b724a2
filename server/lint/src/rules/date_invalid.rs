//! The rule `date-invalid`.

use rapporteur_draft::DateMention;
use time::{Month, util::days_in_month};

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "date-invalid",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::DatesAndReferences,
    fixes: &[],
    documentation: r#"
The calendar has each date, and its year is one that resolutions speak of.

There is no 31 April, and no 29 February but in leap years; a year before 1800 or after 2100 is a slip of the hand. There
is no fix: only the writer knows which day was meant.

Source: the calendar.

```en wrong
*The General Assembly*,

*Recalling* the statement of 31 April 2021,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la déclaration du 29 février 2023,
```

```es wrong
*La Asamblea General*,

*Recordando* la declaración de 31 de abril de 2021,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на заявление от 31 апреля 2021 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى البيان المؤرخ 31 نيسان/أبريل 2021،
```

```zh wrong
**大会**，

**回顾**2021年4月31日的声明，
```

```en wrong
*The General Assembly*,

*Recalling* the statement of 12 March 2107,
```
"#,
    check,
};

/// The years of which resolutions speak.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

fn check(context: &mut Context<'_>) {
    for mention in &context.draft.dates {
        let printed = &context.text[mention.span.clone()];
        if let Some(year) = mention.year.filter(|year| mention.complete && !YEARS.contains(year)) {
            context.report(mention.span.clone(), "year", &[("year", &year)]).done();
        } else if mention.date.is_none()
            && let Some(days) = days(mention)
            && mention.day > days
        {
            context.report(mention.span.clone(), "day", &[("printed", &printed), ("days", &days)]).done();
        }
    }
}

/// How many days the month of a date has; of a year that is not given, as many as it may have. `None` where the calendar has
/// no such month.
fn days(mention: &DateMention) -> Option<u32> {
    let month = Month::try_from(u8::try_from(mention.month).ok()?).ok()?;
    // 2000 is a leap year.
    Some(u32::from(days_in_month(month, mention.year.unwrap_or(2000) as i32)))
}
