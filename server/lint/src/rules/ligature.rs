//! The rule `ligature`.

use rapporteur_draft::{GlyphKind, Misspelling};

use super::shared::glyphs;
use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "ligature",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["fr"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
The letter œ is written as one.

It is so in `œuvre`, `vœux`, `cœur`.
Words are told in which the two letters are one sound: a list. `coexister` and `coefficient` have two.

Source: counts over published texts: there is no exception among 850 places.

```fr wrong
*L’Assemblée générale*,

*Prie* le Secrétaire général de mettre en oeuvre la présente résolution,
```

```fr right
*L’Assemblée générale*,

*Prie* le Secrétaire général de mettre en œuvre la présente résolution,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    glyphs::check_replaced(context, false, |kind| match kind {
        GlyphKind::Misspelt(Misspelling::Ligature, right) => Some(right),
        _ => None,
    });
}
