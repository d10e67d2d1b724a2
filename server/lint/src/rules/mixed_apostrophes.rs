//! The rule `mixed-apostrophes`.

use rapporteur_draft::{GlyphKind, Span};

use super::shared::glyphs::{is_standing_matter, spans};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "mixed-apostrophes",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr", "es", "ru"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
A text has one kind of apostrophe, ’ or '.

Published texts have ’. Who types ' throughout is not told: the kind that is rarer in the text is put right. Of both as
often, ’ holds. Masthead, meeting and votes, which are filled into a form, are let alone.

Source: counts over published texts in six languages: of 250 texts in French, 217 have nothing but ’.

```en wrong
*The General Assembly*,

*Recalling* the Council’s report, the States’ replies and the Secretary-General's note,
```

```en right
*The General Assembly*,

*Recalling* the Council’s report, the States’ replies and the Secretary-General’s note,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* qu’elle s’est réunie à l'occasion de l’Année internationale,
```

```fr right
*L’Assemblée générale*,

*Rappelant* qu’elle s’est réunie à l’occasion de l’Année internationale,
```

```es wrong
*La Asamblea General*,

*Recordando* la reunión de Côte d’Ivoire y el informe de Côte d'Ivoire,
```

```es right
*La Asamblea General*,

*Recordando* la reunión de Côte d’Ivoire y el informe de Côte d’Ivoire,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на доклад Кот-д’Ивуара и на письмо Кот-д'Ивуара,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на доклад Кот-д’Ивуара и на письмо Кот-д’Ивуара,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let text = context.text;
    let apostrophes = || spans(context.draft, |kind| *kind == GlyphKind::Apostrophe);
    let straight = apostrophes().filter(|span| &text[span.clone()] == "'").count();
    let (kept, rare) = if straight > apostrophes().count() - straight { ("'", "’") } else { ("’", "'") };
    let is_wrong = |span: &Span| &text[span.clone()] == rare && !is_standing_matter(context.draft, span.start);
    let wrong: Vec<Span> = apostrophes().filter(is_wrong).collect();
    for span in wrong {
        let edit = Edit { span: span.clone(), text: kept.to_owned() };
        context
            .report(span, "mixed", &[("printed", &rare), ("kept", &kept)])
            .fix(Applicability::Safe, &[("kept", &kept)], vec![edit])
            .done();
    }
}
