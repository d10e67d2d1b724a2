//! The rule `title-missing`.

use rapporteur_draft::{DocumentKind, ParagraphKind};
use rapporteur_symbol::Body;

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "title-missing",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[],
    documentation: r#"
A resolution has a title above its enacting line.

Those of the General Assembly, the Economic and Social Council, the Human Rights Council and the commissions have one; those of
the Security Council have none. What only names the organ, the session or the sponsors, or calls the text a draft resolution,
is no title.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en right
## Norway: draft resolution

# Cooperation against cybercrime

*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Decides* to remain seized of the matter.
```

```en wrong
## Norway: draft resolution

*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

*Décide* de rester saisie de la question.
```

```es wrong
*La Asamblea General*,

*Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

*постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
***إن الجمعية العامة***،

***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

**决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let titled = !matches!(draft.body, None | Some(Body::SecurityCouncil | Body::Other));
    if !titled || draft.title.is_some() || draft.kind != DocumentKind::Resolution {
        return;
    }
    if let Some(line) = draft.paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::EnactingLine) {
        context.report(line.span.clone(), "missing", &[]).done();
    }
}
