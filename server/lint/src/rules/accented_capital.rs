//! The rule `accented-capital`.

use rapporteur_draft::{GlyphKind, Misspelling};

use super::shared::glyphs;
use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "accented-capital",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["fr", "es"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
Capitals have their accents.

That is `États` and `Órganos`, not `Etats` and `Organos`.
Words are told whose capital is often left without: a list of each language. Words in capitals throughout are let alone, and
a text that has no accent on any capital is told so once, as a hint.

Source: *United Nations Editorial Manual*, French texts (accents on capitals are part of the spelling); the words are
those of published texts that no other official language writes without the accent.

```fr wrong
*L’Assemblée générale*,

*Considérant* que les États Membres et les Etats observateurs se sont réunis,
```

```fr right
*L’Assemblée générale*,

*Considérant* que les États Membres et les États observateurs se sont réunis,
```

```es wrong
*La Asamblea General*,

*Reconociendo* que los Órganos principales y los Organos subsidiarios se reunieron,
```

```es right
*La Asamblea General*,

*Reconociendo* que los Órganos principales y los Órganos subsidiarios se reunieron,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let capital = |kind: &GlyphKind| matches!(kind, GlyphKind::Misspelt(Misspelling::Capital, _));
    // Most texts have none, and are not looked through for accents.
    if glyphs::spans(context.draft, capital).next().is_none() {
        return;
    }
    let habit = !context.text.chars().any(|c| !c.is_ascii() && c.is_uppercase());
    glyphs::check_replaced(context, habit, |kind| match kind {
        GlyphKind::Misspelt(Misspelling::Capital, right) => Some(right),
        _ => None,
    });
}
