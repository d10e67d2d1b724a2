//! The rule `citation-unknown`.

use std::{collections::HashMap, fmt::Display};

use rapporteur_draft::{BodyClue, Citation, Markup, digits_as_in, fits};
use rapporteur_registry::{
    Entry,
    sessions::{self, Closed},
};
use rapporteur_symbol::{Body, Kind, Symbol};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

use super::{citation_decision::meant_decision, shared::slips};

pub(super) const RULE: Rule = Rule {
    name: "citation-unknown",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A cited number lies within the numbers of its session or year.

The registry does not hold every text that was ever adopted, so a number that it lacks is no finding. But of sessions
and years that are over, and whose numbers are known well enough, it knows how far the numbers went: a number well
beyond the last one is wrong. So is a number in a form that its body does not use: “General Assembly resolution 7/158”.
Where the draft dates the citation, and a text with almost the same number was adopted on that day, the fix suggests
it. A number whose last figure may be the call of a note that is no longer raised is left alone.

Source: the registry.

```en wrong
*The General Assembly*,

*Recalling* its resolution 74/713 of 18 December 2019,
```

```en right
*The General Assembly*,

*Recalling* its resolution 74/173 of 18 December 2019,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution 74/999,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution 7/158 du 14 décembre 2022,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution 77/158 du 14 décembre 2022,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 74/713, de 18 de diciembre de 2019,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 74/173, de 18 de diciembre de 2019,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 74/713 от 18 декабря 2019 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 74/173 от 18 декабря 2019 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٧٤/٧١٣ المؤرخ ١٨ كانون الأول/ديسمبر ٢٠١٩،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٧٤/١٧٣ المؤرخ ١٨ كانون الأول/ديسمبر ٢٠١٩،
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    // How far a series went is worked out once for all citations of it.
    let mut closed: HashMap<u64, Option<Closed>> = HashMap::new();
    for citation in &context.draft.citations {
        let Some(symbol) = citation.symbol else {
            check_form(context, citation);
            continue;
        };
        let known = context.registry.parts(symbol).next().is_some();
        let of_other_year =
            || symbol.body == Body::SecurityCouncil && context.registry.running(symbol.number.ordinal()).is_some();
        if known || of_other_year() || may_be_decision(context, citation, symbol) {
            continue;
        }
        let series = slips::in_series(symbol, 0).key();
        let last = closed.entry(series).or_insert_with(|| sessions::last_number(context.registry, symbol));
        let Some(last) = last.filter(|last| last.excludes(symbol.number.ordinal())) else { continue };
        if has_swallowed_a_note(context, citation, symbol, last) {
            continue;
        }
        let last = slips::in_series(symbol, last.last).short();
        report(context, citation, symbol, Some(&last));
    }
}

/// Whether a resolution has the number of a decision, and is one: `citation-decision` says so. In plain text the last
/// figure may be the call of a note that is no longer raised: 74/567 is 74/56 and note 7.
fn may_be_decision(context: &Context<'_>, citation: &Citation, symbol: Symbol) -> bool {
    let plain = || context.draft.markup == Markup::Plain && symbol.body.decides_as(symbol.number);
    symbol.kind == Kind::Resolution && (meant_decision(context, citation).is_some() || plain())
}

/// A number in a form that is not that of its body: `7/158` of the General Assembly, whose sessions have begun such numbers
/// from the thirty-first on. Where the body is not named it may be another's, unless a text of the acting body or of the
/// Assembly with almost the same number was adopted on that day.
fn check_form(context: &mut Context<'_>, citation: &Citation) {
    let said = match &citation.clue {
        BodyClue::Named(named) => Some(named.body),
        BodyClue::Possessive { .. } | BodyClue::Shape => None,
        BodyClue::Symbol => return,
    };
    let bodies = match said {
        Some(body) => [Some(body), None],
        None => [context.draft.body, Some(Body::GeneralAssembly)],
    };
    if citation.kind != Kind::Resolution {
        return;
    }
    let odd = |body: &Body| *body != Body::Other && !fits(*body, citation.number);
    for body in bodies.into_iter().flatten().filter(odd) {
        let symbol = Symbol { body, kind: citation.kind, number: citation.number, part: citation.part };
        if said.is_some() || slips::meant(context, citation, symbol).is_some() {
            return report(context, citation, symbol, None);
        }
    }
}

/// Whether a number looks like one with the figure of a note behind it that is no longer raised: `77/2285` is 77/228 and
/// note 5. That is a defect of another kind. Where note 5 is called elsewhere it is none.
fn has_swallowed_a_note(context: &Context<'_>, citation: &Citation, symbol: Symbol, closed: Closed) -> bool {
    let number = symbol.number.ordinal();
    let figure = (number % 10).to_string();
    let notes = &context.draft.notes;
    let called = || notes.calls.iter().any(|call| call.label == figure);
    let defined = || notes.definitions.iter().any(|definition| definition.mark.label == figure);
    // Of an excerpt the notes may be elsewhere; between a number and its date there is none.
    let elsewhere = || notes.definitions.is_empty() && citation.date.is_none();
    number > 999 && (1..=closed.last).contains(&(number / 10)) && !called() && (defined() || elsewhere())
}

/// Reports a number that its body does not have: beyond the last of its series, or else in a form that is not its own.
fn report(context: &mut Context<'_>, citation: &Citation, symbol: Symbol, last: Option<&str>) {
    let locale = context.locale;
    let name = names::name(locale, symbol);
    let printed = &context.text[citation.span.clone()];
    let of_body = locale.language().of_body(symbol.body);
    let meant = slips::meant(context, citation, symbol);
    let other = meant.map(|entry| digits_as_in(printed, &context.draft.language.number(entry.symbol())));
    let date = meant.and_then(Entry::day).map(|day| locale.language().format_date(day)).unwrap_or_default();
    let values: [(&str, &dyn Display); 6] = [
        ("name", &name),
        ("last", &last.unwrap_or_default()),
        ("printed", &printed),
        ("of_body", &of_body),
        ("date", &date),
        ("other", &other.as_deref().unwrap_or_default()),
    ];
    let key = match (last, &other) {
        (Some(_), None) => "beyond",
        (Some(_), Some(_)) => "maybe",
        (None, None) => "form",
        (None, Some(_)) => "form-maybe",
    };
    let edits = other.iter().map(|other| Edit { span: citation.span.clone(), text: other.clone() }).collect();
    context
        .report(citation.span.clone(), key, &values)
        .rests_on(meant)
        .fix(Applicability::Suggested, &values, edits)
        .done();
}
