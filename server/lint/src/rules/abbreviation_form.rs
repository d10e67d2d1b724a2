//! The rule `abbreviation-form`.

use rapporteur_draft::{GlyphKind, Misspelling};

use super::shared::glyphs;
use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "abbreviation-form",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["es"]),
    subject: Subject::Wording,
    fixes: &[Applicability::Safe],
    documentation: r##"
Abbreviations are written as the language has them.

In Spanish: `párr.`, `núm.`, `págs.`, with their accents.

Source: counts over published texts: of 850 such abbreviations one has lost its accent.

```es wrong
*La Asamblea General*,

*Recordando* el informe del Secretario General (A/74/1, parr. 12),
```

```es right
*La Asamblea General*,

*Recordando* el informe del Secretario General (A/74/1, párr. 12),
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    glyphs::check_replaced(context, false, |kind| match kind {
        GlyphKind::Misspelt(Misspelling::Abbreviation, right) => Some(right),
        _ => None,
    });
}
