//! The rule `acronym-undefined`.

use std::collections::BTreeSet;

use super::shared::acronyms;
use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "acronym-undefined",
    severity: Severity::Hint,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr", "es", "ru"]),
    subject: Subject::Wording,
    fixes: &[],
    documentation: r#"
An acronym is explained where it is first used.

It stands in brackets behind what it stands for: “the Wadden Sea Gauging Network (WASGN)”. Acronyms that everybody knows, codes, and words
in capitals in names and headings are left alone; those of a project are added with the key `acronyms` of `rapporteur.toml`:
`acronyms = { WASGN = "Wadden Sea Gauging Network" }`. What is known to all is a matter of opinion, so this is a hint.

Source: United Nations Editorial Manual, "Abbreviations and acronyms".

```en right
*The General Assembly*,

*Commending* the work of the Wadden Sea Gauging Network (WASGN),
```

```fr right
*L’Assemblée générale*,

*Félicitant* le Réseau de jaugeage de la mer des Wadden (RJMW) de ses travaux,
```

```es right
*La Asamblea General*,

*Encomiando* la labor de la Red de Medición de los Ríos Andinos (REMRA),
```

```ru right
*Генеральная Ассамблея*,

*принимая к сведению* доклад о работе Сети измерения рек Кавказа (СИРКА),
```

```en wrong
*The General Assembly*,

*Commending* the work of the WASGN,
```

```fr wrong
*L’Assemblée générale*,

*Félicitant* le RJMW de ses travaux,
```

```es wrong
*La Asamblea General*,

*Encomiando* la labor de la REMRA,
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад о работе СИРКА,
```
"#,
    check,
};

/// How many letters an acronym has that needs an explanation: two are initials of anything, and many a name in capitals.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=6;

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let explained = context.draft.explained_acronyms(context.text);
    let mut told = BTreeSet::new();
    for (index, mention) in draft.acronyms.iter().enumerate() {
        let letters = mention.letters(context.text);
        let passes = mention.bracketed
            || !acronyms::is_in_running_text(draft, mention)
            || explained.contains_key(letters)
            || letters.contains('-')
            // The number of a section, as text recognition gives it: `ITII.`.
            || draft.paragraphs[mention.paragraph].span.start == mention.span.start
            || !LENGTHS.contains(&letters.chars().count())
            // That is the matter of `acronym-variant`.
            || acronyms::meant(context, letters, &explained).is_some()
            || draft.language.forbidden_acronym(letters).is_some()
            || crate::acronyms::is_known(letters, context.settings);
        let beside = |other: Option<&_>, before: bool| {
            other.is_some_and(|other| {
                let (one, other) = if before { (other, mention) } else { (mention, other) };
                acronyms::are_neighbours(context, one, other)
            })
        };
        let before = index.checked_sub(1).and_then(|at| draft.acronyms.get(at));
        if passes || beside(before, true) || beside(draft.acronyms.get(index + 1), false) || !told.insert(letters) {
            continue;
        }
        context.report(mention.span.clone(), "undefined", &[("acronym", &letters)]).done();
    }
}
