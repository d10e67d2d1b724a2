//! The rule `paragraph-split`.

use rapporteur_draft::{Markup, Paragraph, ParagraphKind};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "paragraph-split",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::Only(&["en", "es", "fr", "ru"]),
    subject: Subject::Structure,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A paragraph is not cut in two by the end of a page, by notes or by a blank line.

Text that was taken over from a page often has a page number, notes or a blank line in the middle of a sentence. Such
halves are read as one paragraph: nothing is said of a missing verb or mark. The fix, a suggestion, puts the second half
behind the first. Plain text is left alone, since pages end in it everywhere; so are Arabic and Chinese, where no small letter
tells that a sentence goes on.

Source: general practice.

```en wrong
*The General Assembly*,

1. *Requests* the Secretary-General to submit a report on the state of the

harbours of small island developing States;

2. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

1. *Requests* the Secretary-General to submit a report on the state of the harbours of small island developing States;

2. *Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

1. *Prie* le Secrétaire général de présenter un rapport[^1] sur l’état des

[^1]: A/80/1.

ports des petits États insulaires en développement ;

2. *Décide* de rester saisie de la question.
```

```fr right
*L’Assemblée générale*,

1. *Prie* le Secrétaire général de présenter un rapport[^1] sur l’état des ports des petits États insulaires en développement ;

[^1]: A/80/1.

2. *Décide* de rester saisie de la question.
```

```es wrong
*La Asamblea General*,

1. *Solicita* al Secretario General que presente un informe sobre el estado de los

puertos de los pequeños Estados insulares en desarrollo;

2. *Decide* seguir ocupándose de la cuestión.
```

```es right
*La Asamblea General*,

1. *Solicita* al Secretario General que presente un informe sobre el estado de los puertos de los pequeños Estados insulares en desarrollo;

2. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря представить доклад о состоянии

портов малых островных развивающихся государств;

2. *постановляет* продолжать заниматься этим вопросом.
```

```ru right
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря представить доклад о состоянии портов малых островных развивающихся государств;

2. *постановляет* продолжать заниматься этим вопросом.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let (draft, text) = (context.draft, context.text);
    if draft.markup == Markup::Plain {
        return;
    }
    let mut first: Option<&Paragraph> = None;
    let mut before: Option<&Paragraph> = None;
    for paragraph in &draft.paragraphs {
        if let (ParagraphKind::Continuation, Some(first), Some(before)) = (paragraph.kind, first, before) {
            let half = &text[paragraph.span.clone()];
            let first_word = half.find(char::is_whitespace).unwrap_or(half.len());
            let span = paragraph.span.start..paragraph.span.start + first_word;
            context
                .report(span, "split", &[])
                .related(first.span.clone(), "first")
                .fix(Applicability::Suggested, &[], joined(text, first, before, paragraph))
                .done();
        }
        if !matches!(paragraph.kind, ParagraphKind::Furniture | ParagraphKind::NoteDefinition) {
            first = Some(paragraph);
        }
        before = Some(paragraph);
    }
}

/// The edits that put the second half of a paragraph behind the first; `before` is what stands right before it.
fn joined(text: &str, first: &Paragraph, before: &Paragraph, second: &Paragraph) -> Vec<Edit> {
    let at = first.span.end;
    let gap = " ";
    if before.span == first.span {
        return vec![Edit { span: at..second.span.start, text: gap.to_owned() }];
    }
    vec![
        Edit { span: at..at, text: format!("{gap}{}", &text[second.span.clone()]) },
        Edit { span: before.span.end..second.span.end, text: String::new() },
    ]
}
