//! The rule `citation-date`.

use std::{
    collections::{HashMap, HashSet},
    fmt::Display,
};

use rapporteur_draft::{Citation, DateMention, Draft, digit, digits_as_in};
use rapporteur_registry::{Entry, Judgement, Known};
use rapporteur_symbol::Symbol;
use time::Date;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

use super::shared::slips;

pub(super) const RULE: Rule = Rule {
    name: "citation-date",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
A cited resolution or decision carries the date of its adoption.

The date that a draft prints beside a number is compared with the registry of adopted texts. The message gives the
right date and says how the registry knows it: from the text itself or an official table, from the official documents
that cite it, from the record of the vote, from the texts numbered before and after it. Where the registry only infers
the date, the finding is a warning; where it knows nothing, there is none. Of a resolution adopted in parts, the date
of any part is accepted for the whole.

One date may serve several numbers ("69/193 et 69/196 du 18 décembre 2014"); each of them is compared with it.

The fix replaces the date. There is none where the numbers of a list share the date and not all of them have the same
day. Where the date is far from the right one, and on it the one text was adopted whose number is a slip away, it is
the number that the fix puts right, on request.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions": a resolution is cited with the date
of its adoption.

```en wrong
*The General Assembly*,

*Recalling* its resolution 65/230 of 12 December 2010,
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,
```

```en wrong
*The General Assembly*,

*Recalling* its resolution 47/137 of 18 December 2019,
```

```en right
*The General Assembly*,

*Recalling* its resolution 74/137 of 18 December 2019,
```

```fr wrong
*Rappelant* la résolution 2012/19 du Conseil économique et social, en date du 27 décembre 2012,

*Rappelant également* la résolution 74/173 de l’Assemblée générale,
```

```fr right
*Rappelant* la résolution 2012/19 du Conseil économique et social, en date du 26 juillet 2012,

*Rappelant également* la résolution 74/173 de l’Assemblée générale,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 65/230, de 12 de diciembre de 2010, relativa al 12º Congreso,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010, relativa al 12º Congreso,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 12 декабря 2010 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٦٥/٢٣٠ المؤرخ ١٢ كانون الأول/ديسمبر ٢٠١٠ بشأن منع الجريمة،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٦٥/٢٣٠ المؤرخ ٢١ كانون الأول/ديسمبر ٢٠١٠ بشأن منع الجريمة،
```

```zh wrong
**大会**，

**回顾**其二〇一〇年十二月十二日第65/230号决议，

**又回顾**其2014年12月18日第69/196号和2019年12月8日第74/173号决议，
```

```zh right
**大会**，

**回顾**其二〇一〇年十二月二十一日第65/230号决议，

**又回顾**其2014年12月18日第69/196号和2019年12月18日第74/173号决议，
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 66/177 и 66/178 от 1 декабря 2011 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 66/177 и 66/178 от 19 декабря 2011 года,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let (draft, registry, locale) = (context.draft, context.registry, context.locale);
    let dated = Dated::new(context);
    for citation in &draft.citations {
        let (Some(symbol), Some(mention)) = (citation.symbol, draft.date_of(citation)) else { continue };
        let Some(read) = mention.date.filter(|_| !dated.only_seems_dated(citation)) else { continue };
        let Some((entry, certain)) = registry.against(symbol, read) else { continue };
        let name = names::name(locale, entry.symbol());
        let known = names::how_known(locale, entry);
        let title = match names::title(locale, registry, entry.symbol()) {
            Some(title) => context.say("title", &[("title", &title)]),
            None => String::new(),
        };
        let printed = locale.language().format_date(read);
        let date = |date: Option<Date>| date.map(|date| locale.language().format_date(date)).unwrap_or_default();
        let number = match entry.known() {
            Known::Day(day) if is_far(read, day) => slips::meant(context, citation, symbol),
            _ => None,
        };
        let (key, from, to) = match entry.known() {
            Known::Day(day) if number.is_some() => ("number", date(Some(day)), String::new()),
            Known::Day(day) => ("day", date(Some(day)), String::new()),
            Known::Month { year, month } => {
                let month: &dyn Display = &locale.language().month_name(month);
                ("month", locale.say("names", "month", &[("month", month), ("year", &year)]), String::new())
            }
            Known::Between { from, to: None } => ("after", date(from), String::new()),
            Known::Between { from: None, to } => ("before", String::new(), date(to)),
            Known::Between { from, to } => ("between", date(from), date(to)),
            Known::Suspected(_) | Known::Existence => continue,
        };
        let other = number.map(|other| {
            let printed = &context.text[citation.span.clone()];
            digits_as_in(printed, &draft.language.number(other.symbol()))
        });
        let edit = match (entry.known(), &other) {
            (_, Some(other)) => Some(Edit { span: citation.span.clone(), text: other.clone() }),
            (Known::Day(day), None) if dated.is_for_all(citation, day) => {
                replacement(context.text, draft, mention, day)
            }
            _ => None,
        };
        let right = edit.as_ref().map(|edit| edit.text.clone()).unwrap_or_default();
        let applicability = if certain && other.is_none() { Applicability::Safe } else { Applicability::Suggested };
        let severity = if certain { Severity::Error } else { Severity::Warning };
        let values: [(&str, &dyn Display); 8] = [
            ("name", &name),
            ("known", &known),
            ("title", &title),
            ("printed", &printed),
            ("right", &from),
            ("other", &right),
            ("from", &from),
            ("to", &to),
        ];
        context
            .report(mention.span.clone(), key, &values)
            .at_most(severity)
            .rests_on(Some(entry))
            .fix(applicability, &[("right", &right)], edit.into_iter().collect())
            .done();
    }
}

/// Whether more than the day or the month alone, or a slip in the year, tells two dates apart: such a date is hardly a slip
/// for the other.
fn is_far(a: Date, b: Date) -> bool {
    let differ = [a.day() != b.day(), a.month() != b.month(), a.year() != b.year()];
    let years = strsim::osa_distance(&a.year().to_string(), &b.year().to_string());
    years > 1 || differ.into_iter().filter(|differ| *differ).count() > 1
}

/// How the dates of a draft are shared.
struct Dated {
    /// How many citations each date serves.
    uses: HashMap<usize, usize>,
    /// The day on which all that each date serves was adopted, if it is the same.
    days: HashMap<usize, Option<Date>>,
    /// What the draft dates rightly somewhere.
    rightly: HashSet<Symbol>,
}

impl Dated {
    fn new(context: &Context<'_>) -> Dated {
        let mut dated = Dated { uses: HashMap::new(), days: HashMap::new(), rightly: HashSet::new() };
        for citation in &context.draft.citations {
            let Some(index) = citation.date else { continue };
            *dated.uses.entry(index).or_default() += 1;
            let entry = citation.symbol.and_then(|symbol| context.registry.lookup(symbol));
            let date = context.draft.dates[index].date;
            let day = entry.and_then(Entry::day);
            dated
                .days
                .entry(index)
                .and_modify(|known| *known = known.filter(|known| Some(*known) == day))
                .or_insert(day);
            if let (Some(entry), Some(date)) = (entry, date)
                && entry.judge(date) == Judgement::Agrees
            {
                dated.rightly.extend(citation.symbol);
            }
        }
        dated
    }

    fn is_shared(&self, citation: &Citation) -> bool {
        citation.date.is_some_and(|index| self.uses.get(&index).is_some_and(|uses| *uses > 1))
    }

    /// Whether a day is that of all citations with which one shares its date.
    fn is_for_all(&self, citation: &Citation, day: Date) -> bool {
        !self.is_shared(citation)
            || citation.date.and_then(|index| self.days.get(&index).copied().flatten()) == Some(day)
    }

    /// Whether a citation only seems to share the date of the number after it ("1514 (XV) and 1541 (XV) of 15 December
    /// 1960"), while the draft dates it rightly at another place.
    fn only_seems_dated(&self, citation: &Citation) -> bool {
        self.is_shared(citation) && citation.symbol.is_some_and(|symbol| self.rightly.contains(&symbol))
    }
}

/// The right date in place of the printed one; `None` where day, month and year do not stand together and more than the
/// day differs.
fn replacement(text: &str, draft: &Draft, mention: &DateMention, right: Date) -> Option<Edit> {
    let printed = &text[mention.span.clone()];
    if !mention.complete {
        let digits = printed.find(|c| digit(c).is_none()).unwrap_or(printed.len());
        let read = mention.date?;
        let same_month = (read.year(), read.month()) == (right.year(), right.month());
        return (same_month && digits > 0).then(|| Edit {
            span: mention.span.start..mention.span.start + digits,
            text: digits_as_in(printed, &right.day().to_string()),
        });
    }
    Some(Edit { span: mention.span.clone(), text: draft.language.format_date_like(printed, right) })
}
