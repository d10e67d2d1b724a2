//! The rule `split-word`.

use std::collections::HashSet;

use rapporteur_draft::{GlyphKind, Span};

use super::shared::glyphs::spans;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "split-word",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr", "es", "ru"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Suggested],
    documentation: r##"
No word is cut in two by a space.

Text that is taken out of a PDF has such places: `su r`, `d ans`, `l a société`. Only what is certain is told: one of the pieces,
of up to three letters, is no word of the language, and both together are a word that stands elsewhere in the text.

Source: the short words of published texts in four languages.

```en wrong
*The General Assembly*,

*Recalling* the report o f the Secretary-General on the rule of law,
```

```en right
*The General Assembly*,

*Recalling* the report of the Secretary-General on the rule of law,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution su r les données et son rapport sur les enquêtes,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution sur les données et son rapport sur les enquêtes,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución s obre los congresos y su informe sobre los delitos,
```

```es right
*La Asamblea General*,

*Recordando* su resolución sobre los congresos y su informe sobre los delitos,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на резолюцию дл я всех государств и на доклад для Комиссии,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на резолюцию для всех государств и на доклад для Комиссии,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let pairs: Vec<Span> = spans(context.draft, |kind| *kind == GlyphKind::Halves).collect();
    if pairs.is_empty() {
        return;
    }
    // Nothing is cut in two in most texts: their words are not collected.
    let known: HashSet<&str> = words(context.text).collect();
    let mut done = 0;
    for pair in pairs {
        let whole = context.text[pair.clone()].replace(' ', "");
        let is_known = known.contains(whole.as_str()) || known.contains(whole.to_lowercase().as_str());
        if pair.start >= done && is_known {
            done = pair.end;
            let edit = Edit { span: pair.clone(), text: whole.clone() };
            context
                .report(pair, "split", &[("word", &whole)])
                .fix(Applicability::Suggested, &[("word", &whole)], vec![edit])
                .done();
        }
    }
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}
