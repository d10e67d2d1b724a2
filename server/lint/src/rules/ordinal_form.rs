//! The rule `ordinal-form`.

use rapporteur_draft::GlyphKind;

use super::shared::glyphs;
use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "ordinal-form",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr"]),
    subject: Subject::DatesAndReferences,
    fixes: &[Applicability::Safe],
    documentation: r##"
Ordinals in figures end as the language has it.

These are right: `1er`, `1re`, `50e`; `21st`, `73rd`, `111th`.
In French `2ème` and `1ère` are wrong; `1^{er}`, as conversions leave it, is told as well. `1<sup>er</sup>` is right.

Source: counts over published texts: 397 ordinals in French and 341 in English, without exception.

```en wrong
*The General Assembly*,

*Recalling* the decision taken at its 73th plenary meeting,
```

```en right
*The General Assembly*,

*Recalling* the decision taken at its 73rd plenary meeting,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la décision prise à sa 50ème séance plénière,
```

```fr right
*L’Assemblée générale*,

*Rappelant* la décision prise à sa 50e séance plénière,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la décision prise le 1^{er} mars 2021,
```

```fr right
*L’Assemblée générale*,

*Rappelant* la décision prise le 1er mars 2021,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    glyphs::check_replaced(context, false, |kind| match kind {
        GlyphKind::Ordinal(right) => Some(right),
        _ => None,
    });
}
