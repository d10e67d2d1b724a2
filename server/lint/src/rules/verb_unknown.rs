//! The rule `verb-unknown`.

use rapporteur_draft::{LeadPart, Paragraph, ParagraphKind, Span};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "verb-unknown",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::Only(&["en", "fr", "es", "ru", "ar"]),
    subject: Subject::Verbs,
    fixes: &[Applicability::Suggested],
    documentation: r#"
The words that open a paragraph are spelt as in published resolutions.

A word that is one or two letters from a phrase that opens paragraphs is taken for a slip: "Recomends", "Taking not". An
emphasised phrase that is near nothing known is only a hint: resolutions may say new things. A slip behind a known verb, or
in roman type, is information. The fix writes the nearest phrase, and one of the part in which the paragraph stands before
others. A project adds its own phrases with the key `verbs` of `rapporteur.toml`: `verbs.en.operative = ["Strongly suggests"]`.

Source: the phrases that open paragraphs in published resolutions, some 300 in each language.

```en wrong
*The General Assembly*,

*Reafirming* the Charter of the United Nations,

1. *Takes note with apreciation* of the report;

2. *Recomends* that it be published.
```

```en right
*The General Assembly*,

*Reaffirming* the Charter of the United Nations,

1. *Takes note with appreciation* of the report;

2. *Recommends* that it be published.
```

```fr wrong
*L’Assemblée générale*,

*Reaffirmant* la Charte des Nations Unies,

1. *Prie egalement* le Secrétaire général de présenter un rapport.
```

```fr right
*L’Assemblée générale*,

*Réaffirmant* la Charte des Nations Unies,

1. *Prie également* le Secrétaire général de présenter un rapport.
```

```es wrong
*La Asamblea General*,

*Recordadno* la Carta de las Naciones Unidas,

1. *Decide tambien* seguir ocupándose de la cuestión.
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Decide también* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

*сслыаясь* на Устав Организации Объединенных Наций,

1. *c удовлетворением отмечает* доклад Генерального секретаря;

2. *постановляет* продолжать рассмотрение этого вопроса.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на Устав Организации Объединенных Наций,

1. *с удовлетворением отмечает* доклад Генерального секретаря;

2. *постановляет* продолжать рассмотрение этого вопроса.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***تلاحط*** أن العمل لم ينته؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***تلاحظ*** أن العمل لم ينته؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for paragraph in &context.draft.paragraphs {
        let part = match paragraph.kind {
            ParagraphKind::Preambular => LeadPart::Preambular,
            ParagraphKind::Operative => LeadPart::Operative,
            _ => continue,
        };
        let Some(opening) = opening(context, paragraph) else { continue };
        let language = context.draft.language;
        let unknown = paragraph.lead.as_ref().filter(|lead| !lead.preambular && !lead.operative);
        if let Some((span, right)) = language.misspelt_in_lead(&context.text[opening.clone()], part) {
            // Other words may be right behind a known phrase, and at the head of a paragraph in roman type.
            let severity = if unknown.is_some() { Severity::Warning } else { Severity::Info };
            report(context, opening.start + span.start..opening.start + span.end, &right, severity);
        } else if let Some(lead) = unknown {
            let phrase = &context.text[lead.span.clone()];
            context.report(lead.span.clone(), "unknown", &[("phrase", &phrase)]).at_most(Severity::Hint).done();
        }
    }
}

/// How much of a paragraph in roman type is looked at, in characters.
const ROMAN: usize = 60;

/// What is emphasised at the head of a paragraph, or its first words; `None` where all of it is known.
fn opening(context: &Context<'_>, paragraph: &Paragraph) -> Option<Span> {
    let Some(lead) = &paragraph.lead else {
        let words = &context.text[paragraph.content.clone()];
        let end = words.char_indices().nth(ROMAN).map_or(words.len(), |(at, _)| at);
        return Some(paragraph.content.start..paragraph.content.start + end);
    };
    let known = lead.preambular || lead.operative;
    let end = lead.emphasis.as_ref().map_or(lead.span.end, |emphasis| emphasis.end.max(lead.span.end));
    (!known || end > lead.span.end).then_some(lead.span.start..end)
}

fn report(context: &mut Context<'_>, span: Span, right: &str, severity: Severity) {
    let printed = &context.text[span.clone()];
    let edit = Edit { span: span.clone(), text: right.to_owned() };
    let disguised = printed.is_ascii() && !right.is_ascii() && printed.chars().count() == right.chars().count();
    let key = if disguised { "script" } else { "misspelt" };
    context
        .report(span, key, &[("printed", &printed), ("right", &right)])
        .at_most(severity)
        .fix(Applicability::Suggested, &[("right", &right)], vec![edit])
        .done();
}
