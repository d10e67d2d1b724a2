//! The rule `dash`.

use rapporteur_draft::{GlyphKind, Span};

use super::shared::glyphs::spans;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "dash",
    severity: Severity::Info,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr", "ru"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
A dash stands between spaces, not a hyphen.

It is `—` in Russian, `–` in English and French.
Source: counts over published texts: 647 dashes in Russian, 84 in English and 110 in French stand between spaces, and no hyphen.

```en wrong
*The General Assembly*,

*Recalling* the three dimensions of development - economic, social and environmental,
```

```en right
*The General Assembly*,

*Recalling* the three dimensions of development – economic, social and environmental,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* les trois dimensions du développement - économique, sociale et environnementale,
```

```fr right
*L’Assemblée générale*,

*Rappelant* les trois dimensions du développement – économique, sociale et environnementale,
```

```ru wrong
*Генеральная Ассамблея*,

*подтверждая*, что права ребенка - это права человека,
```

```ru right
*Генеральная Ассамблея*,

*подтверждая*, что права ребенка — это права человека,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let dash = context.draft.language.dash();
    let hyphens: Vec<Span> = spans(context.draft, |kind| *kind == GlyphKind::SpacedHyphen).collect();
    for hyphen in hyphens {
        let edit = Edit { span: hyphen.clone(), text: dash.to_owned() };
        context
            .report(hyphen, "hyphen", &[("dash", &dash)])
            .fix(Applicability::Safe, &[("dash", &dash)], vec![edit])
            .done();
    }
}
