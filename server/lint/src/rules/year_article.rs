//! The rule `year-article`.

use rapporteur_draft::GlyphKind;

use super::shared::glyphs;
use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "year-article",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["es"]),
    subject: Subject::DatesAndReferences,
    fixes: &[Applicability::Safe],
    documentation: r##"
No article stands before the year of a date.

In Spanish that is `de 2010`, not `del 2010`.
Source: counts over published texts in Spanish: no date has the article.

```es wrong
*La Asamblea General*,

*Recordando* la declaración de 24 de octubre del 2010 relativa a los congresos,
```

```es right
*La Asamblea General*,

*Recordando* la declaración de 24 de octubre de 2010 relativa a los congresos,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    glyphs::check_replaced(context, false, |kind| match kind {
        GlyphKind::YearArticle(right) => Some(right),
        _ => None,
    });
}
