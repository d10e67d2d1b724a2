//! The rule `citation-shared-date`.

use rapporteur_draft::{Citation, Draft, Span};

use super::shared::lists::{self, Unit};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-shared-date",
    severity: Severity::Hint,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
Numbers of one session that stand side by side and have the same date share it.

"Resolutions 55/59 and 55/63 of 4 December 2000" says what "resolutions 55/59 of 4 December 2000 and 55/63 of
4 December 2000" says. A list is spoken of once.

The fix leaves the date with the last of them. It is applied without asking where the whole list shares the date;
where it goes on with other dates it is offered, because the words that join the list change with it. There is none
where a body or a call of a note stands between the numbers, or where some of them share a date already.

Source: common practice of the field.

```en wrong
*The General Assembly*,

*Recalling* its resolutions 55/59 of 4 December 2000 and 55/63 of 4 December 2000,
```

```en right
*The General Assembly*,

*Recalling* its resolutions 55/59 and 55/63 of 4 December 2000,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* ses résolutions 69/193 du 18 décembre 2014, 69/196 du 18 décembre 2014 et 71/209 du 19 décembre 2016,
```

```fr right
*L’Assemblée générale*,

*Rappelant* ses résolutions 69/193 et 69/196 du 18 décembre 2014 et 71/209 du 19 décembre 2016,
```

```es wrong
*La Asamblea General*,

*Recordando* sus resoluciones 55/59, de 4 de diciembre de 2000, y 55/63, de 4 de diciembre de 2000,
```

```es right
*La Asamblea General*,

*Recordando* sus resoluciones 55/59 y 55/63, de 4 de diciembre de 2000,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 55/59 от 4 декабря 2000 года и 55/63 от 4 декабря 2000 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 55/59 и 55/63 от 4 декабря 2000 года,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تشير*** إلى قراريها 55/59 المؤرخ 4 كانون الأول/ديسمبر 2000 و 55/63 المؤرخ 4 كانون الأول/ديسمبر 2000،
```

```ar right
***إن الجمعية العامة***،

***وإذ تشير*** إلى قراريها 55/59 و 55/63 المؤرخين 4 كانون الأول/ديسمبر 2000،
```

```zh wrong
**大会**，

**回顾**其2000年12月4日第55/59号和2000年12月4日第55/63号决议，
```

```zh right
**大会**，

**回顾**其2000年12月4日第55/59号和第55/63号决议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for list in lists::lists(draft).filter(|list| list.len() > 1) {
        // Most lists repeat no date, and are not cut into units.
        if !list.windows(2).any(|pair| repeats(draft, &pair[0], &pair[1])) {
            continue;
        }
        let units = lists::units(context, list);
        let next_repeats = |a: &Unit, b: &Unit| repeats(draft, &list[a.citations.end - 1], &list[b.citations.start]);
        let groups: Vec<&[Unit]> = units.chunk_by(next_repeats).filter(|group| group.len() > 1).collect();
        let Some(first) = groups.first() else { continue };
        let Some(date) = draft.date_of(&list[first[0].citations.start]) else { continue };
        let date = context.text[date.span.clone()].to_owned();
        let applicability = if first.len() == units.len() { Applicability::Safe } else { Applicability::Suggested };
        let edits = groups.iter().filter_map(|group| merging(context, list, &units, group)).flatten().collect();
        let span = first[0].span.start..first[first.len() - 1].span.end;
        context.report(span, "same", &[("date", &date)]).fix(applicability, &[], edits).done();
    }
}

/// Whether two neighbours have the same date, printed twice, and could share it.
fn repeats(draft: &Draft, a: &Citation, b: &Citation) -> bool {
    let (Some(first), Some(second)) = (draft.date_of(a), draft.date_of(b)) else { return false };
    let same_body = a.symbol.zip(b.symbol).is_some_and(|(a, b)| (a.body, a.kind) == (b.body, b.kind));
    let printed_twice = a.date != b.date && first.date.is_some() && first.date == second.date;
    printed_twice && first.complete && second.complete && same_body && a.number.is_of_series(b.number)
}

/// The edits that leave a date with one unit of a group and join the units as a list of its own.
fn merging(context: &Context<'_>, list: &[Citation], units: &[Unit], group: &[Unit]) -> Option<Vec<Edit>> {
    let draft = context.draft;
    let (first, last) = (group.first()?, group.last()?);
    let several = group.iter().any(|unit| unit.citations.len() > 1);
    if several || lists::holds_call(draft, &(first.span.start..last.span.end)) {
        return None;
    }
    // What stands between the last two items of the list: " and ".
    let [.., before_last, end] = units else { return None };
    let joiner = &context.text[before_last.span.end..end.span.start];
    if !joiner.contains(char::is_alphabetic) {
        return None;
    }
    let mut edits = Vec::new();
    // The date stays where the reader meets it last or, in a language that puts it first, first.
    let keep = if draft.language.date_comes_first() { first } else { last };
    for unit in group.iter().filter(|unit| *unit != keep) {
        edits.push(Edit { span: joined_date(context, list, unit)?, text: String::new() });
    }
    let join = |a: &Unit, b: &Unit, text: &str| Edit { span: a.span.end..b.span.start, text: text.to_owned() };
    if let [.., a, b] = group {
        // Without a date before it, no comma is needed: Spanish has ", de 4 de diciembre de 2000, y".
        edits.push(join(a, b, joiner.trim_start_matches([',', '،', '，'])));
    }
    if let Some(connector) = draft.language.shared_connector(group.len()) {
        let number = &list[keep.citations.start].span;
        let date = keep.date(draft, list)?;
        edits.push(Edit { span: number.end..date.span.start, text: connector.to_owned() });
    }
    // At the end of the list, its last item is now the group: "54/1 of … and 55/59 and 55/63 of …".
    if last == end
        && let Some(at) = (units.len() - group.len()).checked_sub(1)
    {
        edits.push(join(&units[at], first, joiner));
    }
    Some(edits)
}

/// The date of a unit with the words that join it to the number; `None` where a body is named in the unit: it would be
/// left without its number.
fn joined_date(context: &Context<'_>, list: &[Citation], unit: &Unit) -> Option<Span> {
    let citations = &list[unit.citations.clone()];
    let number = context.draft.language.with_marks(context.text, &citations.first()?.span);
    let date = lists::joined_date(context, citations)?;
    (date.start == number.end || date.end == number.start).then_some(date)
}
