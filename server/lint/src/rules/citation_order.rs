//! The rule `citation-order`.

use std::cmp::Ordering;

use rapporteur_draft::{Citation, Draft};
use rapporteur_symbol::{Number, Symbol};
use time::Date;

use super::shared::lists::{self, Unit};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-order",
    severity: Severity::Hint,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A list of citations is chronological.

The earliest resolution comes first. Two items are compared by the dates that the draft prints beside them, and where
both are undated and of one body by their numbers. A list is spoken of once, at the first item that is earlier than the
one before it.

The fix puts the list in order; each number takes its date along. There is none where some items can't be compared,
where a note is called within the list, or where it goes on behind another word ("resolution 66/181 of … and its
resolutions 65/230 of …").

Source: common practice of the field.

```en wrong
*The General Assembly*,

*Recalling* its resolutions 66/181 of 19 December 2011, 65/230 of 21 December 2010 and 67/186 of 20 December 2012,
```

```en right
*The General Assembly*,

*Recalling* its resolutions 65/230 of 21 December 2010, 66/181 of 19 December 2011 and 67/186 of 20 December 2012,
```

```fr wrong
*Le Conseil de sécurité*,

*Rappelant* ses résolutions 1820 (2008), 1325 (2000) et 1888 (2009),
```

```fr right
*Le Conseil de sécurité*,

*Rappelant* ses résolutions 1325 (2000), 1820 (2008) et 1888 (2009),
```

```es wrong
*La Asamblea General*,

*Recordando* sus resoluciones 66/181, de 19 de diciembre de 2011, 65/230, de 21 de diciembre de 2010, y 67/186, de 20 de diciembre de 2012,
```

```es right
*La Asamblea General*,

*Recordando* sus resoluciones 65/230, de 21 de diciembre de 2010, 66/181, de 19 de diciembre de 2011, y 67/186, de 20 de diciembre de 2012,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 66/181 от 19 декабря 2011 года, 65/230 от 21 декабря 2010 года и 67/186 от 20 декабря 2012 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 65/230 от 21 декабря 2010 года, 66/181 от 19 декабря 2011 года и 67/186 от 20 декабря 2012 года,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تشير*** إلى قراراتها 66/181 المؤرخ 19 كانون الأول/ديسمبر 2011 و 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010 و 67/186 المؤرخ 20 كانون الأول/ديسمبر 2012،
```

```ar right
***إن الجمعية العامة***،

***وإذ تشير*** إلى قراراتها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010 و 66/181 المؤرخ 19 كانون الأول/ديسمبر 2011 و 67/186 المؤرخ 20 كانون الأول/ديسمبر 2012،
```

```zh wrong
**大会**，

**回顾**其2011年12月19日第66/181号、2010年12月21日第65/230号和2012年12月20日第67/186号决议，
```

```zh right
**大会**，

**回顾**其2010年12月21日第65/230号、2011年12月19日第66/181号和2012年12月20日第67/186号决议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let text = context.text;
    let goes_on = |a: &Citation, b: &Citation| b.listed || adjoins(text, draft, a, b);
    for list in draft.citations.chunk_by(goes_on).filter(|list| list.len() > 1) {
        // Most lists are in order, and are not looked at further.
        let earlier = |pair: &[Citation]| compare(draft, &pair[1], &pair[0]) == Some(Ordering::Less);
        let Some(at) = list.windows(2).position(earlier) else { continue };
        if list.len() > 2 && list.windows(2).all(earlier) {
            continue;
        }
        let citation = &list[at + 1];
        // A number that comes back is the matter of another rule.
        if citation.symbol.is_some() && list[..at].iter().any(|earlier| earlier.symbol == citation.symbol) {
            continue;
        }
        let number = context.text[citation.span.clone()].to_owned();
        let before = context.text[list[at].span.clone()].to_owned();
        let one_noun = list.iter().all(|citation| citation.noun == list[0].noun);
        let edits = if one_noun { sorting(context, list).unwrap_or_default() } else { Vec::new() };
        context
            .report(citation.span.clone(), "earlier", &[("number", &number), ("before", &before)])
            .related(list[at].span.clone(), "later")
            .fix(Applicability::Suggested, &[], edits)
            .done();
    }
}

/// A comma and a possessive have at most so many bytes.
const SHORT: usize = 32;

/// Whether a list goes on behind another word for resolutions with nothing but a comma before it: "resolution 65/230,
/// its resolutions 66/177 …". Behind "and" or "as well as" a list begins anew, and so do decisions behind resolutions.
fn adjoins(text: &str, draft: &Draft, a: &Citation, b: &Citation) -> bool {
    let end = draft.date_of(a).map_or(a.span.end, |date| a.span.end.max(date.span.end));
    let body = |citation: &Citation| citation.symbol.map(|symbol| symbol.body);
    let alike = a.paragraph == b.paragraph && a.kind == b.kind && body(a).is_some() && body(a) == body(b);
    let noun = b.noun.as_ref().filter(|noun| alike && noun.start < end + SHORT);
    let Some(between) = noun.and_then(|noun| text.get(end..noun.start)) else { return false };
    let words = between.trim().trim_start_matches([',', '،', '，', '、']).trim().to_lowercase();
    words.is_empty() || draft.language.possessives().any(|possessive| possessive == words)
}

/// Which of two items was adopted first, as far as the draft shows: by their dates, or by their numbers where neither
/// has a date. Those of one day are equal.
fn compare(draft: &Draft, a: &Citation, b: &Citation) -> Option<Ordering> {
    let date = |citation: &Citation| draft.date_of(citation).map(|mention| mention.date);
    match (date(a), date(b)) {
        (Some(a), Some(b)) => Some(a?.cmp(&b?)),
        (None, None) => by_number(a.symbol?, b.symbol?),
        _ => None,
    }
}

/// Two numbers of one body in the order in which it gave them.
fn by_number(a: Symbol, b: Symbol) -> Option<Ordering> {
    let comparable = (a.body, a.kind) == (b.body, b.kind);
    let ordered = match (a.number, b.number) {
        (Number::Session { session: s, .. }, Number::Session { session: t, .. })
        | (Number::Roman { session: s, .. }, Number::Roman { session: t, .. })
            if s.meetings != t.meetings =>
        {
            None
        }
        // Before 1976 sessions were counted in Roman numerals.
        (Number::Roman { .. }, Number::Session { .. }) => Some(Ordering::Less),
        (Number::Session { .. }, Number::Roman { .. }) => Some(Ordering::Greater),
        (a, b) => Some(a.cmp(&b)),
    };
    ordered.filter(|_| comparable)
}

/// The edits that bring a list into order, each unit in the place of another.
fn sorting(context: &Context<'_>, list: &[Citation]) -> Option<Vec<Edit>> {
    let draft = context.draft;
    let units = lists::units(context, list);
    if lists::holds_call(draft, &(units.first()?.span.start..units.last()?.span.end)) {
        return None;
    }
    let mut sorted: Vec<(&Unit, Key)> = Vec::with_capacity(units.len());
    for unit in &units {
        sorted.push((unit, key(draft, list, unit)?));
    }
    let dated = |key: &Key| matches!(key, Key::Date(_));
    let alike = sorted.windows(2).all(|pair| match (&pair[0].1, &pair[1].1) {
        (Key::Number(a), Key::Number(b)) => by_number(*a, *b).is_some(),
        (a, b) => dated(a) && dated(b),
    });
    if !alike {
        return None;
    }
    sorted.sort_by(|(_, a), (_, b)| match (a, b) {
        (Key::Number(a), Key::Number(b)) => by_number(*a, *b).unwrap_or(Ordering::Equal),
        (Key::Date(a), Key::Date(b)) => a.cmp(b),
        _ => Ordering::Equal,
    });
    let moved = units.iter().zip(sorted).filter(|(place, (unit, _))| *place != *unit);
    let edit = |(place, (unit, _)): (&Unit, (&Unit, Key))| Edit {
        span: place.span.clone(),
        text: context.text[unit.span.clone()].to_owned(),
    };
    Some(moved.map(edit).collect())
}

/// What a unit is sorted by.
enum Key {
    Date(Date),
    Number(Symbol),
}

/// What a unit is sorted by; `None` where it has several dates or none that can be read.
fn key(draft: &Draft, list: &[Citation], unit: &Unit) -> Option<Key> {
    let citations = &list[unit.citations.clone()];
    match unit.date(draft, list) {
        Some(mention) => mention.date.map(Key::Date),
        None if citations.iter().all(|citation| citation.date.is_none()) => citations.first()?.symbol.map(Key::Number),
        None => None,
    }
}
