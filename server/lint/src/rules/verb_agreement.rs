//! The rule `verb-agreement`.

use rapporteur_draft::{Gender, Lead, ParagraphKind, Span};
use rapporteur_symbol::Body;

use super::shared::acting::acting;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "verb-agreement",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::Only(&["fr", "es", "ru", "ar"]),
    subject: Subject::Verbs,
    fixes: &[Applicability::Safe],
    documentation: r#"
The words that open a paragraph agree in gender with the body that acts.

The Assembly and the commissions are feminine, councils masculine. In French and Spanish that goes for participles and adjectives ("Consciente", "Profundamente preocupado"), in Russian for
short forms behind "будучи", in Arabic for every verb and the possessives behind it ("تعرب عن تقديرها"). The body is that of
the enacting line before the paragraph; of a body that Rapporteur does not know by name nothing is said.

Source: grammar; the published resolutions without exception worth mentioning.

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

*Profondément préoccupé* par la situation,

1. *Se déclare résolu* à rester saisie de la question.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

*Profondément préoccupée* par la situation,

1. *Se déclare résolue* à rester saisie de la question.
```

```fr wrong
*Le Conseil économique et social*,

*Consciente* de ses responsabilités,
```

```fr right
*Le Conseil économique et social*,

*Conscient* de ses responsabilités,
```

```es wrong
*El Consejo de Derechos Humanos*,

*Guiada* por la Carta de las Naciones Unidas,

*Recordando* la Declaración Universal de Derechos Humanos,
```

```es right
*El Consejo de Derechos Humanos*,

*Guiado* por la Carta de las Naciones Unidas,

*Recordando* la Declaración Universal de Derechos Humanos,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на Устав Организации Объединенных Наций,

*будучи глубоко обеспокоен* сложившимся положением,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на Устав Организации Объединенных Наций,

*будучи глубоко обеспокоена* сложившимся положением,
```

```ar wrong
***إن مجلس حقوق الإنسان***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***يعرب عن تقديرها*** للأمين العام؛

2 - ***يقرر*** أن يبقي المسألة قيد نظره.
```

```ar right
***إن مجلس حقوق الإنسان***،

***إذ يشير*** إلى ميثاق الأمم المتحدة،

1 - ***يعرب عن تقديره*** للأمين العام؛

2 - ***يقرر*** أن يبقي المسألة قيد نظره.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let language = context.draft.language;
    let mut line = None;
    for (paragraph, body) in acting(context.draft) {
        if paragraph.kind == ParagraphKind::EnactingLine {
            line = Some(&paragraph.span);
        }
        if !matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative) {
            continue;
        }
        let Some(lead) = &paragraph.lead else { continue };
        let Some((body, gender)) = body.and_then(|body| Some((body, language.gender(body)?))) else { continue };
        let disagrees = match gender {
            Gender::Masculine => lead.feminine,
            Gender::Feminine => lead.masculine,
        };
        if disagrees {
            report(context, lead, body, gender, line);
        }
    }
}

fn report(context: &mut Context<'_>, lead: &Lead, body: Body, gender: Gender, line: Option<&Span>) {
    let language = context.draft.language;
    let key = match gender {
        Gender::Masculine => "masculine",
        Gender::Feminine => "feminine",
    };
    for (span, right) in language.disagreeing(&context.text[lead.span.clone()], gender) {
        let span = lead.span.start + span.start..lead.span.start + span.end;
        let printed = &context.text[span.clone()];
        let edit = Edit { span: span.clone(), text: right.clone() };
        context
            .report(span, key, &[("printed", &printed), ("right", &right), ("body", &language.body_name(body))])
            .related(line.cloned(), "line")
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .done();
    }
}
