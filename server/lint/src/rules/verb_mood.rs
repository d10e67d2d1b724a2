//! The rule `verb-mood`.

use rapporteur_draft::{ClauseMark, EMPHASIS_MARKS, Lead, LeadPart, Paragraph, ParagraphKind};

use super::shared::{
    acting::acting,
    endings::{self, Ending},
};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "verb-mood",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::Only(&["en", "fr", "es", "ru", "ar"]),
    subject: Subject::Verbs,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A paragraph of the preamble opens with a participle or an adjective, an operative one with a verb in the present.

"Recalling" and "Aware", but "Recalls" and "Decides": in Russian the preamble has the gerund ("ссылаясь"), in Arabic the
conjunction before the verb ("وإذ تشير"). What counts is where the paragraph stands: the operative part has numbers, or
begins where the preamble ends. A section with a preamble of its own may open with participles after operative paragraphs.
A numbered paragraph that opens with a participle and ends in a comma is taken for one of the preamble that ought to have no
number, and is left alone here; so are participles that have no counterpart ("*Having taken note* of the report, *authorizes*
…"). Chinese verbs have one form for both.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; all but a few of the published paragraphs.

```en wrong
*The General Assembly*,

*Recalls* its resolution 65/230 of 21 December 2010,

*Deeply concerned* by the situation,

1. *Also requesting* the Secretary-General to submit a report;

2. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,

*Deeply concerned* by the situation,

1. *Also requests* the Secretary-General to submit a report;

2. *Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

*Rappelle également* sa résolution 65/230 du 21 décembre 2010,

1. *Prenant note avec satisfaction* du rapport du Secrétaire général ;

2. *Profondément préoccupée* par la situation.
```

```fr right
*L’Assemblée générale*,

*Rappelant également* sa résolution 65/230 du 21 décembre 2010,

1. *Prend note avec satisfaction* du rapport du Secrétaire général ;

2. *Est profondément préoccupée* par la situation.
```

```es wrong
*La Asamblea General*,

*Recuerda* su resolución 65/230, de 21 de diciembre de 2010,

1. *Acogiendo con beneplácito* el informe del Secretario General;

2. *Decide* seguir ocupándose de la cuestión.
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010,

1. *Acoge con beneplácito* el informe del Secretario General;

2. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылается* на свою резолюцию 65/230 от 21 декабря 2010 года,

1. *с удовлетворением отмечая* доклад Генерального секретаря;

2. *постановляет* продолжать рассмотрение этого вопроса.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,

1. *с удовлетворением отмечает* доклад Генерального секретаря;

2. *постановляет* продолжать рассмотрение этого вопроса.
```

```ar wrong
***إن الجمعية العامة***،

***تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،

1 - ***وإذ تحيط علما*** بتقرير الأمين العام؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،

1 - ***تحيط علما*** بتقرير الأمين العام؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    // Whether a preambular paragraph has stood since the last enacting line.
    let mut begun = false;
    for (paragraph, body) in acting(draft) {
        let first = !begun;
        begun = (begun || paragraph.kind == ParagraphKind::Preambular) && paragraph.kind != ParagraphKind::EnactingLine;
        let Some(lead) = &paragraph.lead else { continue };
        let part = match paragraph.kind {
            ParagraphKind::Preambular if lead.operative && !lead.preambular => LeadPart::Preambular,
            ParagraphKind::Operative if lead.preambular && !lead.operative => LeadPart::Operative,
            _ => continue,
        };
        if part == LeadPart::Operative && ends_in_comma(context, paragraph) {
            continue;
        }
        let gender = body.and_then(|body| draft.language.gender(body));
        let right = draft.language.lead_in(&context.text[lead.span.clone()], part, gender, first);
        // "Having taken note of the report, authorizes an increase": the verb follows.
        let Some(right) = right else { continue };
        report(context, lead, part, &right);
    }
}

fn report(context: &mut Context<'_>, lead: &Lead, part: LeadPart, right: &str) {
    let phrase = &context.text[lead.span.clone()];
    let key = match part {
        LeadPart::Preambular => "preambular",
        LeadPart::Operative => "operative",
    };
    // Marks within the phrase (`Prie* également`) would be lost.
    let edit = Edit { span: lead.span.clone(), text: right.to_owned() };
    let edits = if phrase.contains(EMPHASIS_MARKS) { Vec::new() } else { vec![edit] };
    let right = right.replace(EMPHASIS_MARKS, "");
    let phrase = phrase.replace(EMPHASIS_MARKS, "");
    context
        .report(lead.span.clone(), key, &[("phrase", &phrase), ("right", &right)])
        .fix(Applicability::Suggested, &[("right", &right)], edits)
        .done();
}

fn ends_in_comma(context: &Context<'_>, paragraph: &Paragraph) -> bool {
    matches!(endings::ending(context, paragraph), Ending::Marked { last: ClauseMark::Comma, .. })
}
