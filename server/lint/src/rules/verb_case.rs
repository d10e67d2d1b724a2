//! The rule `verb-case`.

use rapporteur_draft::{Lead, ParagraphKind};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "verb-case",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::Only(&["en", "fr", "es", "ru"]),
    subject: Subject::Verbs,
    fixes: &[Applicability::Safe],
    documentation: r#"
Of the phrase that opens a paragraph only the first word has a capital; in Russian none has.

"Also requests", not "Also Requests"; "ссылаясь", not "Ссылаясь". Phrases that the vocabulary of the language does not know
are not looked at.

Source: the published resolutions, without exception.

```en wrong
*The General Assembly*,

*Deeply Concerned* by the situation,

1. *decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Deeply concerned* by the situation,

1. *Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Se Félicite* du rapport du Secrétaire général ;

2. *DÉCIDE* de rester saisie de la question.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Se félicite* du rapport du Secrétaire général ;

2. *Décide* de rester saisie de la question.
```

```es wrong
*La Asamblea General*,

*Acogiendo Con Beneplácito* el informe del Secretario General,
```

```es right
*La Asamblea General*,

*Acogiendo con beneplácito* el informe del Secretario General,
```

```ru wrong
*Генеральная Ассамблея*,

*Ссылаясь* на Устав Организации Объединенных Наций,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на Устав Организации Объединенных Наций,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let capital = context.draft.language.leads_begin_with_capital();
    for paragraph in &context.draft.paragraphs {
        if !matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative) {
            continue;
        }
        let Some(lead) = paragraph.lead.as_ref().filter(|lead| lead.preambular || lead.operative) else { continue };
        let phrase = &context.text[lead.span.clone()];
        let mut chars = phrase.chars();
        let first_is_right = chars.next().is_none_or(|first| first.is_uppercase() == capital);
        if !first_is_right || chars.any(char::is_uppercase) {
            report(context, lead, capital);
        }
    }
}

fn report(context: &mut Context<'_>, lead: &Lead, capital: bool) {
    let phrase = &context.text[lead.span.clone()];
    let mut rest = phrase.chars();
    let first: String = match rest.next() {
        Some(first) if capital => first.to_uppercase().collect(),
        first => first.into_iter().flat_map(char::to_lowercase).collect(),
    };
    let right = format!("{first}{}", rest.as_str().to_lowercase());
    let key = match () {
        () if !capital => "small",
        () if phrase.starts_with(&first) => "first-only",
        () => "capital",
    };
    let edit = Edit { span: lead.span.clone(), text: right.clone() };
    context
        .report(lead.span.clone(), key, &[("right", &right), ("phrase", &phrase)])
        .fix(Applicability::Safe, &[("right", &right)], vec![edit])
        .done();
}
