//! The rule `citation-unknown`.

use std::collections::HashMap;

use rapporteur_draft::{Citation, digits_as_in};
use rapporteur_registry::{
    Entry,
    sessions::{self, Closed},
};
use rapporteur_symbol::{Body, Kind, Symbol};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-unknown",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    documentation: r#"
A cited number lies within the numbers of its session or year.

The registry does not hold every text that was ever adopted, so a number that it lacks is no finding. But of sessions
and years that are over, and whose numbers are known well enough, it knows how far the numbers went: a number well
beyond the last one is wrong. Where the draft dates the citation, and a text of the same series with almost the same
number was adopted on that day, the fix suggests it.

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
        let Some(symbol) = citation.symbol else { continue };
        let known = context.registry.parts(symbol).next().is_some();
        let of_other_year =
            || symbol.body == Body::SecurityCouncil && context.registry.running(symbol.number.ordinal()).is_some();
        // A resolution with the number of a decision is one: `citation-decision` says so.
        let decision = symbol.kind == Kind::Resolution && symbol.body.decides_as(symbol.number);
        if known || decision || of_other_year() {
            continue;
        }
        let series = in_series(symbol, 0).key();
        let last = closed.entry(series).or_insert_with(|| sessions::last_number(context.registry, symbol));
        let Some(last) = last.filter(|last| last.excludes(symbol.number.ordinal())) else { continue };
        if has_swallowed_a_note(symbol, last) {
            continue;
        }
        report(context, citation, symbol, last);
    }
}

/// Whether a number looks like one with the figure of a note behind it that is no longer raised: `77/2285` is 77/228 and
/// note 5. That is a defect of another kind.
fn has_swallowed_a_note(symbol: Symbol, closed: Closed) -> bool {
    let number = symbol.number.ordinal();
    number > 999 && (1..=closed.last).contains(&(number / 10))
}

/// The symbol of the same series with another number.
fn in_series(symbol: Symbol, ordinal: u16) -> Symbol {
    Symbol { number: symbol.number.with_ordinal(ordinal), ..symbol.whole() }
}

fn report(context: &mut Context<'_>, citation: &Citation, symbol: Symbol, closed: Closed) {
    let locale = context.locale;
    let name = names::name(locale, symbol);
    let last = in_series(symbol, closed.last).short();
    let Some(meant) = meant(context, citation, symbol) else {
        return context.report(citation.span.clone(), "beyond", &[("name", &name), ("last", &last)]).done();
    };
    let printed = &context.text[citation.span.clone()];
    let other = digits_as_in(printed, &context.draft.language.number(meant.symbol()));
    let date = meant.day().map(|day| locale.language().format_date(day)).unwrap_or_default();
    let edit = Edit { span: citation.span.clone(), text: other.clone() };
    context
        .report(citation.span.clone(), "maybe", &[("name", &name), ("last", &last), ("date", &date), ("other", &other)])
        .fix(Applicability::Suggested, &[("other", &other)], vec![edit])
        .done();
}

/// The one text of the same series that was adopted on the day that the draft gives and whose number has the same
/// figures in another order, or one of them different.
fn meant<'a>(context: &Context<'a>, citation: &Citation, symbol: Symbol) -> Option<Entry<'a>> {
    // A symbol printed in full is not replaced by a number alone.
    citation.noun.as_ref()?;
    let date = context.draft.date_of(citation)?.date?;
    let digits = symbol.number.ordinal().to_string();
    let mut alike = context
        .registry
        .series(symbol)
        .filter(|entry| entry.day() == Some(date) && is_slip(&digits, &entry.symbol().number.ordinal().to_string()));
    let only = alike.next()?;
    alike.next().is_none().then_some(only)
}

/// Whether one number is a slip of the keyboard away from another: a figure too many, too few or different, or two
/// figures swapped.
fn is_slip(a: &str, b: &str) -> bool {
    strsim::osa_distance(a, b) == 1
}
