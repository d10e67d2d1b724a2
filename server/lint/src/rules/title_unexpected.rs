//! The rule `title-unexpected`.

use rapporteur_draft::ParagraphKind;
use rapporteur_symbol::Body;

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "title-unexpected",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[],
    documentation: r#"
A resolution of the Security Council has no title.

It is called by its number and year alone ("Resolution 1325 (2000)"). What is reported is a heading above the enacting line with
other words than "resolution" or "draft resolution", the name of the organ or the session.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en right
# Resolution 2650 (2022)

*The Security Council*,

*Recalling* its resolution 1701 (2006),

*Decides* to remain seized of the matter.
```

```en wrong
# The situation in the Middle East

*The Security Council*,

*Recalling* its resolution 1701 (2006),

*Decides* to remain seized of the matter.
```

```fr wrong
# La situation au Moyen-Orient

*Le Conseil de sécurité*,

*Rappelant* sa résolution 1701 (2006),

*Décide* de rester saisi de la question.
```

```es wrong
# La situación en el Oriente Medio

*El Consejo de Seguridad*,

*Recordando* su resolución 1701 (2006),

*Decide* seguir ocupándose de la cuestión.
```

```ru wrong
# Положение на Ближнем Востоке

*Совет Безопасности*,

*ссылаясь* на свою резолюцию 1701 (2006),

*постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
# الحالة في الشرق الأوسط

***إن مجلس الأمن***،

***إذ يشير*** إلى قراره 1701 (2006)،

***يقرر*** أن يبقي المسألة قيد نظره.
```

```zh wrong
# 中东局势

**安全理事会**，

**回顾**其第1701(2006)号决议，

**决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let Some(title) = draft.title.clone().filter(|_| draft.body == Some(Body::SecurityCouncil)) else { return };
    let paragraph = draft.paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::Title);
    let heading = paragraph.is_some_and(|paragraph| context.text[paragraph.span.clone()].starts_with('#'));
    let enacted = draft.paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::EnactingLine);
    // What has a figure in it is the number of the resolution, or its date.
    let numbered = context.text[title.clone()].contains(char::is_numeric);
    if heading && enacted && !numbered {
        context.report(title, "unexpected", &[]).done();
    }
}
