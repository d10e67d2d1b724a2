//! The rule `space-before-apostrophe`.

use rapporteur_draft::{GlyphKind, Span};

use super::shared::glyphs::spans;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "space-before-apostrophe",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
No space stands between an apostrophe and the letters that it joins.

`l ’égide` and `qu ’ils` are what text taken out of a PDF becomes; `l’ Alliance` is a slip of the keyboard. In English it is the
possessive that comes apart: `the State ’s report`.

Source: counts over published texts: there is one place in about 600 resolutions.

```en wrong
*The General Assembly*,

*Noting* the Council ’s report,
```

```en right
*The General Assembly*,

*Noting* the Council’s report,
```

```fr wrong
*L’Assemblée générale*,

*Notant* que le Groupe s’est réuni sous l ’égide de la Commission,
```

```fr right
*L’Assemblée générale*,

*Notant* que le Groupe s’est réuni sous l’égide de la Commission,
```

```fr wrong
*L’Assemblée générale*,

*Notant* la coopération entre l’Organisation et l’ Alliance mondiale,
```

```fr right
*L’Assemblée générale*,

*Notant* la coopération entre l’Organisation et l’Alliance mondiale,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let spaces: Vec<Span> = spans(context.draft, |kind| *kind == GlyphKind::ApostropheSpace).collect();
    for space in spaces {
        let key = if context.text[space.end..].starts_with(['’', '\'']) { "before" } else { "behind" };
        let edit = Edit { span: space.clone(), text: String::new() };
        context.report(space, key, &[]).fix(Applicability::Safe, &[], vec![edit]).done();
    }
}
