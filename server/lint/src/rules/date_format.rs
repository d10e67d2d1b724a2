//! The rule `date-format`.

use rapporteur_draft::{DateMention, ParagraphKind};
use time::Date;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "date-format",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::DatesAndReferences,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
Running text writes a date with day, month and year in the order and with the words of the language.

English writes `18 December 2019`, not `December 18, 2019`, `18th December 2019` or `18/12/2019`; Spanish `8 de noviembre de
2006`, Russian `7 декабря 2022 года`. A space that is missing is information. Where figures alone leave open which is the month (`05/06/2019`), the fix is only
suggested. The first of a month in French is the matter of `date-first`. Either name of a month in Arabic, and figures of
any kind, are accepted.

Source: United Nations Editorial Manual, "Numbers, dates and time". In resolutions of 2021 to 2025 fewer than 20 of 21,000 dates
are written otherwise.

```en wrong
*The General Assembly*,

*Recalling* the statements of December 18, 2019, of 17th May 2021 and of 26/08/2021,
```

```en right
*The General Assembly*,

*Recalling* the statements of 18 December 2019, of 17 May 2021 and of 26 August 2021,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la déclaration du 18 Décembre 2019 et celle du 26/08/2021,
```

```fr right
*L’Assemblée générale*,

*Rappelant* la déclaration du 18 décembre 2019 et celle du 26 août 2021,
```

```es wrong
*La Asamblea General*,

*Recordando* la declaración de 8 noviembre de 2006 y la de 18 diciembre de 2019,
```

```es right
*La Asamblea General*,

*Recordando* la declaración de 8 de noviembre de 2006 y la de 18 de diciembre de 2019,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на заявление от 7 декабря 2022года и заявление от 18.12.2019,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на заявление от 7 декабря 2022 года и заявление от 18 декабря 2019 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى البيان المؤرخ 18/12/2019،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى البيان المؤرخ 18 كانون الأول/ديسمبر 2019،
```

```zh wrong
**大会**，

**回顾**2019-12-18的声明，
```

```zh right
**大会**，

**回顾**2019年12月18日的声明，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    use ParagraphKind::{Furniture, Masthead, NoteDefinition};
    let draft = context.draft;
    for mention in draft.dates.iter().filter(|mention| mention.complete) {
        let Some(date) = mention.date else { continue };
        let Some(right) = due(context, mention, date) else { continue };
        let figures = is_in_figures(context, mention);
        // What stands above a resolution, and what it quotes in notes, has forms of its own.
        if figures && matches!(draft.paragraphs[mention.paragraph].kind, Furniture | Masthead | NoteDefinition) {
            continue;
        }
        // Of a space alone nobody knows whether the text has lost it or its conversion.
        let closed_up = without_space(&context.text[mention.span.clone()]) == without_space(&right);
        let most = if closed_up { Severity::Info } else { Severity::Error };
        let applicability = match figures && date.day() <= 12 && !begins_with_year(context, mention) {
            true => Applicability::Suggested,
            false => Applicability::Safe,
        };
        let printed = &context.text[mention.span.clone()];
        let edit = Edit { span: mention.span.clone(), text: right.clone() };
        context
            .report(mention.span.clone(), "form", &[("printed", &printed), ("right", &right)])
            .at_most(most)
            .fix(applicability, &[("right", &right)], vec![edit])
            .done();
    }
}

/// What a date is written as, if it is printed otherwise.
fn due(context: &Context<'_>, mention: &DateMention, date: Date) -> Option<String> {
    let language = context.draft.language;
    let printed = &context.text[mention.span.clone()];
    let first = date.day() == 1 && language.first_of_month().is_some();
    // What is emphasised or raised within a date has marks of its own, and a heading is in capitals.
    let marked = printed.contains(['*', '_', '<', '^', '{', '[', '\\']);
    let capitals = printed.chars().any(char::is_uppercase) && !printed.chars().any(char::is_lowercase);
    // A year may be that of the next date: "from 26 May to 1 June 2010"; and names of months may be spelled in several ways.
    let has_year = printed.contains(|c: char| c.is_numeric()) && figures(printed) >= 5;
    let spelled = language.has_paired_months() && printed.contains(char::is_alphabetic);
    // `20171` ends with the call of a note.
    let called = printed.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 4);
    if first || marked || capitals || !has_year || spelled || called {
        return None;
    }
    let right = language.format_date_like(printed, date);
    (!is_same(context, printed, &right)).then_some(right)
}

/// Whether two dates have the same words. Another particle before the year is the matter of `year-article`.
fn is_same(context: &Context<'_>, printed: &str, right: &str) -> bool {
    let particle = |word: &str| context.draft.language.is_date_particle(word);
    let (own, due) = (printed.split_whitespace(), right.split_whitespace());
    own.clone().count() == due.clone().count()
        && own.zip(due).all(|(own, due)| own == due || (particle(own) && particle(due)))
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

/// How many figures a date has; those of a year and of a day are five at least.
fn figures(printed: &str) -> usize {
    printed.chars().filter(|c| c.is_numeric()).count()
}

/// Whether a date has no word.
fn is_in_figures(context: &Context<'_>, mention: &DateMention) -> bool {
    !context.text[mention.span.clone()].contains(char::is_alphabetic)
}

fn begins_with_year(context: &Context<'_>, mention: &DateMention) -> bool {
    context.text[mention.span.clone()].chars().take_while(|c| c.is_numeric()).count() == 4
}
