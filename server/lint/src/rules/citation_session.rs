//! The rule `citation-session`.

use rapporteur_draft::{Citation, Span, digit, digits_as_in, is_year_of_resolutions};
use rapporteur_registry::{Entry, Known, sessions};
use rapporteur_symbol::Symbol;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-session",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Suggested],
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

```ru wrong
Доклад Генерального секретаря Генеральной Ассамблее

1. В 2009 году в своей резолюции 65/230 Генеральная Ассамблея просила Комиссию учредить группу экспертов.
```

```ru right
Доклад Генерального секретаря Генеральной Ассамблее

1. В 2010 году в своей резолюции 65/230 Генеральная Ассамблея просила Комиссию учредить группу экспертов.
```

```ar wrong
تقرير الأمين العام إلى الجمعية العامة

1 - وفي عام ٢٠٠٩، طلبت الجمعية العامة، في قرارها ٦٥/٢٣٠، إلى اللجنة أن تنشئ فريق خبراء.
```

```ar right
تقرير الأمين العام إلى الجمعية العامة

1 - وفي عام ٢٠١٠، طلبت الجمعية العامة، في قرارها ٦٥/٢٣٠، إلى اللجنة أن تنشئ فريق خبراء.
```

```zh wrong
秘书长的报告

1. 2001年，预防犯罪和刑事司法委员会第20/7号决议请毒品和犯罪问题办公室继续开展工作。
```

```zh right
秘书长的报告

1. 2011年，预防犯罪和刑事司法委员会第20/7号决议请毒品和犯罪问题办公室继续开展工作。
```

```zh wrong
秘书长的报告

1. 大会2009年第65/230号决议请委员会设立一个专家组。
```

```zh right
秘书长的报告

1. 大会2010年第65/230号决议请委员会设立一个专家组。
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
    // Where the registry knows the day or the month, or has bounds that speak against the date, `citation-date` judges.
    let dated = |entry: Entry<'_>| matches!(entry.known(), Known::Day(_) | Known::Month { .. });
    let judged = context.registry.parts(symbol).any(dated) || context.registry.against(symbol, date).is_some();
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
    let entry = context.registry.lookup(symbol).filter(|entry| entry.day().is_some());
    let day = entry.and_then(Entry::day);
    let known = day.map(|day| (day, day)).or_else(|| sessions::span(symbol.body, symbol.number));
    let Some((from, to)) = known.map(|(from, to)| (from.year(), to.year())) else { return };
    if (from..=to).contains(&printed) {
        return;
    }
    let right = years(from, to);
    let name = names::name(context.locale, symbol);
    // Of a session that spans two years only the writer knows which is meant.
    let text = digits_as_in(&context.text[span.clone()], &right);
    let edits = if from == to { vec![Edit { span: span.clone(), text }] } else { Vec::new() };
    context
        .report(span, "said", &[("name", &name), ("printed", &printed), ("right", &right)])
        .rests_on(entry)
        .fix(Applicability::Suggested, &[("right", &right)], edits)
        .done();
}

fn years(from: i32, to: i32) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// How much may stand between the year and the citation, in bytes.
const OPENING: usize = 120;

/// How many words may stand there.
const WORDS: usize = 5;

/// The year that opens the sentence of the citation or stands behind a comma: "In 2001, in its resolution …", "noting
/// that, in 2014, in its resolution …". A month or another word with it says something else of the year.
fn year_before(context: &Context<'_>, citation: &Citation) -> Option<(Span, i32)> {
    let text = context.text;
    let noun = citation.noun.as_ref().filter(|noun| noun.start < citation.span.start);
    let language = context.draft.language;
    let end = noun.map_or_else(|| language.with_marks(text, &citation.span).start, |noun| noun.start);
    let content = context.draft.paragraphs[citation.paragraph].content.start.min(end);
    let window = (end.saturating_sub(OPENING).max(content)..=end).find(|at| text.is_char_boundary(*at))?;
    let before = &text[window..end];
    let last_figure = before.char_indices().rev().find(|(_, c)| digit(*c).is_some())?;
    let behind = last_figure.0 + last_figure.1.len_utf8();
    // The words behind the year that belong to it are among those with which it is said.
    let introduction = &before[behind..];
    let ends = introduction.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| behind + at);
    let said = |end: usize| language.year_said(&before[..end]).map(|(span, start)| (span, start, end));
    let (span, start, said_until) = ends.chain([before.len(), behind]).find_map(said)?;
    let opens = before[..start].trim_end();
    // "2010年第65/230号决议": where a date stands before the number, so does the year alone.
    let is_date = language.date_comes_first() && said_until == before.len();
    let whole = match opens.chars().next_back() {
        Some(last) => matches!(last, ',' | '.' | ';' | ':' | '(' | '،' | '؛' | '，' | '；' | '。' | '：'),
        None => window == content,
    };
    let figures = before[span.clone()].chars().filter_map(digit);
    let year = figures.take(5).fold(0, |year, digit| year * 10 + digit);
    let direct = introduction.split_whitespace().count() <= WORDS;
    ((whole || is_date) && direct && is_year_of_resolutions(year))
        .then_some((window + span.start..window + span.end, year as i32))
}
