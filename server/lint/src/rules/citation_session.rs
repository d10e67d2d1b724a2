//! The rule `citation-session`.

use rapporteur_draft::{Citation, Span};
use rapporteur_registry::{Judgement, sessions};
use rapporteur_symbol::Symbol;

use crate::{Applicability, Edit, Rule, Severity, check::Context, names, rule::Scope};

pub(super) const RULE: Rule = Rule {
    name: "citation-session",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    documentation: r#"
The session or year in a number agrees with the date beside it and with the year that the sentence names.

No registry is needed for this: the sixty-fifth session of the General Assembly ran from September 2010 to September
2011, the twentieth session of the Commission on Crime Prevention and Criminal Justice was held in 2011. Where the
registry knows the date itself, `citation-date` speaks of the date and this rule only of the year in the sentence.

Source: the calendar of the sessions.

```fr wrong
Rapport du Secrétaire général à l’Assemblée générale

1. En 2001, dans sa résolution 20/7, la Commission pour la prévention du crime et la justice pénale a prié l’Office.
```

```fr right
Rapport du Secrétaire général à l’Assemblée générale

1. En 2011, dans sa résolution 20/7, la Commission pour la prévention du crime et la justice pénale a prié l’Office.
```

```en wrong
Report of the Secretary-General to the General Assembly

1. In 2009, in its resolution 65/230, the General Assembly requested the Commission to establish an expert group.
```

```en right
Report of the Secretary-General to the General Assembly

1. In 2010, in its resolution 65/230, the General Assembly requested the Commission to establish an expert group.
```

```es wrong
Informe del Secretario General a la Asamblea General

1. En 2001, en su resolución 20/7, la Comisión de Prevención del Delito y Justicia Penal pidió a la Oficina que prosiguiera su labor.
```

```es right
Informe del Secretario General a la Asamblea General

1. En 2011, en su resolución 20/7, la Comisión de Prevención del Delito y Justicia Penal pidió a la Oficina que prosiguiera su labor.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for citation in &context.draft.citations {
        let Some(symbol) = citation.symbol else { continue };
        check_date(context, citation, symbol);
        check_year(context, citation, symbol);
    }
}

/// The date beside the number, where the registry can't judge it.
fn check_date(context: &mut Context<'_>, citation: &Citation, symbol: Symbol) {
    let Some(mention) = context.draft.date_of(citation) else { return };
    let Some(date) = mention.date else { return };
    let judged = context.registry.parts(symbol).any(|entry| entry.judge(date) != Judgement::CannotTell);
    let Some((from, to)) = sessions::span(symbol.body, symbol.number).filter(|_| !judged) else { return };
    if (from..=to).contains(&date) {
        return;
    }
    let locale = context.locale;
    let right = years(from.year(), to.year());
    let name = names::name(locale, symbol);
    let printed = locale.language().format_date(date);
    context.report(mention.span.clone(), "date", &[("name", &name), ("printed", &printed), ("right", &right)]).done();
}

/// The year that opens the sentence: "In 2001, in its resolution 20/7, …".
fn check_year(context: &mut Context<'_>, citation: &Citation, symbol: Symbol) {
    let Some((span, printed)) = year_before(context, citation) else { return };
    let day = context.registry.lookup(symbol).and_then(|entry| entry.day());
    let known = day.map(|day| (day, day)).or_else(|| sessions::span(symbol.body, symbol.number));
    let Some((from, to)) = known.map(|(from, to)| (from.year(), to.year())) else { return };
    if (from..=to).contains(&printed) {
        return;
    }
    let right = years(from, to);
    let name = names::name(context.locale, symbol);
    let report = context.report(span.clone(), "said", &[("name", &name), ("printed", &printed), ("right", &right)]);
    // Of a session that spans two years only the writer knows which is meant.
    let edits = if from == to { vec![Edit { span, text: from.to_string() }] } else { Vec::new() };
    report.fix(Applicability::Suggested, &[("right", &right)], edits).done();
}

fn years(from: i32, to: i32) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// How much may stand between the year and the word "resolution", in bytes.
const OPENING: usize = 60;

/// The year that stands right before the citation, between commas or at the beginning: "In 2001, in its resolution …",
/// "noting that, in 2014, in its resolution …". A month or another word with it says something else of the year.
fn year_before(context: &Context<'_>, citation: &Citation) -> Option<(Span, i32)> {
    let noun = citation.noun.as_ref()?;
    let paragraph = &context.draft.paragraphs[citation.paragraph];
    let window = noun.start.saturating_sub(OPENING).max(paragraph.content.start.min(noun.start));
    let window = (window..=noun.start).find(|at| context.text.is_char_boundary(*at))?;
    let before = &context.text[window..noun.start];
    let comma = before.rfind(',')?;
    let (opening, introduction) = (&before[..comma], &before[comma..]);
    let start = opening.rfind([',', '.', ';', ':', '(']).map_or(0, |at| at + 1);
    let whole = start > 0 || window == paragraph.content.start;
    let mut words = opening[start..].split_whitespace();
    let (Some(_), Some(year), None) = (words.next(), words.next(), words.next()) else { return None };
    let number = year.parse().ok().filter(|number| (1946..2100).contains(number) && year.len() == 4)?;
    let span = window + comma - year.len()..window + comma;
    let direct = introduction.split_whitespace().count() <= 4 && !introduction.contains(|c: char| c.is_ascii_digit());
    (whole && direct && context.text.get(span.clone()) == Some(year)).then_some((span, number))
}
