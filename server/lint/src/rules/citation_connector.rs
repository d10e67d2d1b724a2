//! The rule `citation-connector`.

use rapporteur_draft::{BodyClue, Citation, DateMention, digit};
use rapporteur_registry::Entry;

use super::shared::mentions;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-connector",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
The date is joined to the number as the language has it: "65/230 of 21 December 2010", "65/230 du 21 décembre 2010".

In Spanish the date stands between commas ("65/230, de 21 de diciembre de 2010,"), in Russian it begins with "от" and
ends with "года" (not "г."), in Arabic it follows "المؤرخ", and in Chinese it stands before the number. What a draft
writes in place of that ("from", "del") is known for each language; a date that follows in such a way and that the draft
may mean otherwise ("resolution 65/230 from 1 January 2011 on") is left alone unless the resolution was adopted on it.

Source: lists of published resolutions in six languages; there is hardly an exception.

```en wrong
*The General Assembly*,

*Recalling* its resolution 65/230 from 21 December 2010,
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 de 21 décembre 2010,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 du 21 décembre 2010,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 65/230 del 21 de diciembre de 2010 relativa a los congresos,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010, relativa a los congresos,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 65/230 от 21 декабря 2010 г. и 66/177 от 19 декабря 2011 г.,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 65/230 от 21 декабря 2010 года и 66/177 от 19 декабря 2011 года,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تشير*** إلى قرارها 65/230 بتاريخ 21 كانون الأول/ديسمبر 2010،
```

```ar right
***إن الجمعية العامة***،

***وإذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،
```

```ru wrong
Доклад Генерального секретаря

Генеральная Ассамблея приняла резолюцию 65/230 от 21 декабря 2010 г. Комиссия рассмотрела ее.
```
"#,
    check,
};

/// How far behind a number its date may begin, in bytes.
const NEAR: usize = 40;

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let uses = mentions::uses_of_dates(draft);
    for (index, citation) in draft.citations.iter().enumerate() {
        let end = joined_from(context, citation);
        let next = draft.citations.get(index + 1).map_or(usize::MAX, |next| next.span.start);
        let Some(mention) = date_after(context, citation, end, &uses) else { continue };
        if mention.span.start >= next {
            continue;
        }
        check_connector(context, citation, end, mention);
        check_ending(context, mention);
    }
}

/// Where the words begin that join a date to a number: behind the number, or behind the body that is named after it.
fn joined_from(context: &Context<'_>, citation: &Citation) -> usize {
    let end = context.draft.language.with_marks(context.text, &citation.span).end;
    match &citation.clue {
        BodyClue::Named(named) if named.span.start >= end && named.span.start < end + NEAR => named.span.end,
        _ => end,
    }
}

/// The date of a citation that stands behind it, or else the next one behind it, if it is nobody else's and the
/// registry has it for this text.
fn date_after<'a>(context: &Context<'a>, citation: &Citation, end: usize, uses: &[u32]) -> Option<&'a DateMention> {
    let draft = context.draft;
    if citation.date.is_some() {
        return draft.date_of(citation).filter(|mention| mention.span.start >= end);
    }
    let next = draft.dates.partition_point(|date| date.span.start < end);
    let mention = draft.dates.get(next).filter(|date| date.span.start < end + NEAR && uses[next] == 0)?;
    let day = citation.symbol.and_then(|symbol| context.registry.lookup(symbol)).and_then(Entry::day)?;
    (mention.date == Some(day)).then_some(mention)
}

/// Reports what stands wrongly between a number and its date.
fn check_connector(context: &mut Context<'_>, citation: &Citation, end: usize, mention: &DateMention) {
    let language = context.draft.language;
    let span = end..mention.span.start;
    let number = language.with_marks(context.text, &citation.span);
    let (connector, closing) = language.joining(context.text, &mention.span, end > number.end);
    let Some(between) = context.text.get(span.clone()).filter(|between| *between != connector) else { return };
    let words: Vec<&str> = between.split_whitespace().collect();
    let words = words.join(" ").to_lowercase();
    if !language.wrong_connectors().any(|wrong| wrong == words) {
        return;
    }
    // Who keeps a date together with its connector by a no-break space has it kept.
    let text = match between.ends_with('\u{a0}') {
        true => format!("{}\u{a0}", connector.trim_end()),
        false => connector.to_owned(),
    };
    let closing = Edit { span: mention.span.end..mention.span.end, text: closing.to_owned() };
    let edits = vec![Edit { span: span.clone(), text }, closing];
    let key = if words.chars().any(char::is_alphabetic) { "wrong" } else { "none" };
    let right = connector.trim();
    context
        .report(span.start..mention.span.end, key, &[("printed", &words), ("right", &right)])
        .fix(Applicability::Safe, &[("right", &right)], edits)
        .done();
}

/// Reports a date without the word that the language writes behind the year, or with the word cut short: `2010 г.`.
fn check_ending(context: &mut Context<'_>, mention: &DateMention) {
    let ending = context.draft.language.year_ending();
    let printed = &context.text[mention.span.clone()];
    let word = ending.trim();
    let figures = printed.trim_end_matches(|c| digit(c).is_none()).len();
    let tail = printed[figures..].trim();
    let short = tail.trim_end_matches('.');
    if ending.is_empty() || !mention.complete || tail == word || !word.starts_with(short) {
        return;
    }
    // The full stop of the word cut short may be that of the sentence as well.
    let behind = context.text[mention.span.end..].lines().next().unwrap_or_default().trim_start();
    let ends_text = tail != short && behind.is_empty();
    let ends_sentence = tail != short && behind.starts_with(char::is_uppercase);
    let text = format!("{ending}{}", if ends_text { "." } else { "" });
    let applicability = if ends_sentence { Applicability::Suggested } else { Applicability::Safe };
    context
        .report(mention.span.clone(), "ending", &[("ending", &word)])
        .fix(
            applicability,
            &[("right", &word)],
            vec![Edit { span: mention.span.start + figures..mention.span.end, text }],
        )
        .done();
}
