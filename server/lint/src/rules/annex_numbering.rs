//! The rule `annex-numbering`.

use std::fmt::Display;

use rapporteur_draft::{DocumentKind, Label, Language, Paragraph, ParagraphKind, Span};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::{
    enumerations::{Enumeration, Printed, sort},
    renumber::SharedFix,
};

pub(super) const RULE: Rule = Rule {
    name: "annex-numbering",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A single annex is headed "Annex"; several are numbered in sequence: Annex I, Annex II.

The annexes of each part of a resolution count for themselves, and so do the appendices of each annex. Chinese counts 附件一,
附件二, Arabic المرفق الأول, المرفق الثاني.

The fix is a suggestion, since the text may refer to its annexes by their numbers.

Source: United Nations Editorial Manual, "Annexes and appendices".

```en wrong
*The General Assembly*,

*Adopts* the rules and the form contained in the annexes to the present resolution.

## Annex

Rules

## Annex

Form
```

```en right
*The General Assembly*,

*Adopts* the rules and the form contained in the annexes to the present resolution.

## Annex I

Rules

## Annex II

Form
```

```fr wrong
*L’Assemblée générale*,

*Adopte* le règlement qui figure en annexe à la présente résolution.

## Annexe I

Règlement
```

```fr right
*L’Assemblée générale*,

*Adopte* le règlement qui figure en annexe à la présente résolution.

## Annexe

Règlement
```

```es wrong
*La Asamblea General*,

*Aprueba* los textos que figuran en los anexos de la presente resolución.

## Anexo I

Reglamento

## Anexo III

Formulario
```

```es right
*La Asamblea General*,

*Aprueba* los textos que figuran en los anexos de la presente resolución.

## Anexo I

Reglamento

## Anexo II

Formulario
```

```ru wrong
*Генеральная Ассамблея*

*утверждает* тексты, содержащиеся в приложениях к настоящей резолюции.

## Приложение I

Правила

## Приложение I

Форма
```

```ru right
*Генеральная Ассамблея*

*утверждает* тексты, содержащиеся в приложениях к настоящей резолюции.

## Приложение I

Правила

## Приложение II

Форма
```

```ar wrong
***إن الجمعية العامة***،

***تعتمد*** النصين الواردين في مرفقي هذا القرار.

## المرفق الأول

القواعد

## المرفق الثالث

النموذج
```

```ar right
***إن الجمعية العامة***،

***تعتمد*** النصين الواردين في مرفقي هذا القرار.

## المرفق الأول

القواعد

## المرفق الثاني

النموذج
```

```zh wrong
**大会**，

**通过**本决议附件所载的规则和表格。

## 附件一

规则

## 附件三

表格
```

```zh right
**大会**，

**通过**本决议附件所载的规则和表格。

## 附件一

规则

## 附件二

表格
```
"#,
    check,
};

/// Annexes that count together.
struct Series<'a> {
    /// "Annex", "Appendix", as the language has it in lower case.
    noun: String,
    headings: Vec<Heading<'a>>,
}

/// The heading of an annex.
struct Heading<'a> {
    paragraph: &'a Paragraph,
    /// Where the noun ends.
    noun_end: usize,
    number: Option<Label>,
}

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    // Nobody knows what else there was.
    if draft.kind == DocumentKind::Excerpt {
        return;
    }
    // The series that may go on; each is below the one before it.
    let mut open: Vec<Series<'_>> = Vec::new();
    for paragraph in &draft.paragraphs {
        match paragraph.kind {
            ParagraphKind::Part | ParagraphKind::EnactingLine => {
                open.drain(..).for_each(|series| numbered(context, &series));
            }
            ParagraphKind::AnnexHeading => {
                let Some((noun, heading)) = Heading::read(context, paragraph) else { continue };
                let known = open.iter().position(|series| series.noun == noun);
                let depth = known.map_or(open.len(), |at| at + 1);
                open.drain(depth..).for_each(|series| numbered(context, &series));
                match open.last_mut().filter(|_| known.is_some()) {
                    Some(series) => series.headings.push(heading),
                    None => open.push(Series { noun, headings: vec![heading] }),
                }
            }
            _ => {}
        }
    }
    open.drain(..).for_each(|series| numbered(context, &series));
}

impl<'a> Heading<'a> {
    fn read(context: &Context<'_>, paragraph: &'a Paragraph) -> Option<(String, Heading<'a>)> {
        let content = &context.text[paragraph.content.clone()];
        let start = paragraph.content.start;
        let noun = context.draft.language.annex_noun(content)?;
        let number = number(context.draft.language, &content[noun.end..]).map(|span| {
            let span = start + noun.end + span.start..start + noun.end + span.end;
            Label { span: span.clone(), value_span: span, number: None }
        });
        let lower = content[noun.clone()].to_lowercase();
        Some((lower, Heading { paragraph, noun_end: start + noun.end, number }))
    }
}

/// The number at the start of what follows the noun: `I` of " I", " I. Rules" and " I Rules".
fn number(language: Language, after: &str) -> Option<Span> {
    if let Some((span, _)) = language.heading_number(after) {
        return Some(span);
    }
    let start = after.len() - after.trim_start().len();
    let word = &after[start..];
    let word = &word[..word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len())];
    let counts = !word.starts_with(char::is_lowercase) && !language.label_readings(word).is_empty();
    (start > 0 && counts).then_some(start..start + word.len())
}

/// Reports what is wrong with the numbers of annexes that count together.
fn numbered(context: &mut Context<'_>, series: &Series<'_>) {
    if let [only] = series.headings.as_slice() {
        if let Some(number) = &only.number {
            let edit = Edit { span: only.noun_end..number.span.end, text: String::new() };
            let printed = &context.text[number.span.clone()];
            context
                .report(number.span.clone(), "single", &[("number", &printed)])
                .fix(Applicability::Suggested, &[], vec![edit])
                .done();
        }
        return;
    }
    let language = context.draft.language;
    let mut lists = Vec::new();
    let numbers = series.headings.iter().filter_map(|heading| heading.number.as_ref());
    let mut labels: Vec<Printed<'_>> = numbers
        .filter_map(|label| {
            let readings = language.label_readings(&context.text[label.value_span.clone()]);
            let printed = Printed { label, readings, interrupted: false, introduced: false, begun: true, stray: true };
            (!printed.readings.is_empty()).then_some(printed)
        })
        .collect();
    let all = labels.len() == series.headings.len();
    sort(language, &mut labels, &mut lists);
    if !all {
        unnumbered(context, series);
    } else if let [list] = lists.as_slice() {
        out_of_sequence(context, list);
    }
}

/// Reports the annexes without a number among several.
fn unnumbered(context: &mut Context<'_>, series: &Series<'_>) {
    let language = context.draft.language;
    let sample = series.headings.iter().find_map(|heading| heading.number.as_ref()).map(|label| label.span.clone());
    let sample = sample.map(|span| &context.text[span]);
    let count = series.headings.len();
    for (place, heading) in (1..).zip(&series.headings).filter(|(_, heading)| heading.number.is_none()) {
        let Some(right) = language.annex_number(place, sample) else { continue };
        let at = heading.noun_end;
        let edit = Edit { span: at..at, text: right.clone() };
        let right = right.trim();
        let values: [(&str, &dyn Display); 2] = [("count", &count), ("right", &right)];
        context
            .report(heading.paragraph.span.clone(), "unnumbered", &values)
            .fix(Applicability::Suggested, &[], vec![edit])
            .done();
    }
}

/// Reports the annexes that are out of sequence.
fn out_of_sequence(context: &mut Context<'_>, list: &Enumeration<'_>) {
    let mut fix = SharedFix::default();
    for (index, item) in list.items.iter().enumerate() {
        let printed = &context.text[item.label.span.clone()];
        let Some(right) = item.due.and_then(|due| context.draft.language.label(due, printed)) else { continue };
        let edits = fix.take(|| list.relabelled(context));
        let values: [(&str, &dyn Display); 2] = [("number", &printed), ("right", &right)];
        let before = index.checked_sub(1).map(|before| list.items[before].label.span.clone());
        context
            .report(item.label.span.clone(), "sequence", &values)
            .related(before, "before")
            .fix(Applicability::Suggested, &[], edits)
            .done();
    }
}
