//! The rule `number-sign`.

use std::collections::BTreeMap;

use rapporteur_draft::{GlyphKind, Span, as_printed};

use super::shared::glyphs::spans;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "number-sign",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr", "es", "ru"]),
    subject: Subject::Wording,
    fixes: &[Applicability::Safe],
    documentation: r##"
A text writes the sign for "number" in one way.

It is `n°` or `no` in French, `No.` in English, `núm.` in Spanish, `№` in Russian.
The form that is rarer in the text is put right; of two as common the one that published texts have holds. `n o 10`, which is
what becomes of a raised letter when text is taken out of a PDF, is wrong in any text.

Source: counts over published texts: 466 times `n°` in French, 498 times `No.` in English, 240 times `№` in Russian, and 421
times `núm.` in Spanish, with two exceptions.

```en wrong
*The General Assembly*,

*Recalling* the treaties in vol. 2225, No. 39574, in vol. 2237, No. 39574, and in vol. 2241, N° 39574,
```

```en right
*The General Assembly*,

*Recalling* the treaties in vol. 2225, No. 39574, in vol. 2237, No. 39574, and in vol. 2241, No. 39574,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* le traité (vol. 2225, n o 39574),
```

```fr right
*L’Assemblée générale*,

*Rappelant* le traité (vol. 2225, n° 39574),
```

```es wrong
*La Asamblea General*,

*Recordando* los tratados del vol. 2225, núm. 39574, y del vol. 2237, num. 39574,
```

```es right
*La Asamblea General*,

*Recordando* los tratados del vol. 2225, núm. 39574, y del vol. 2237, núm. 39574,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на договоры (том 2225, № 39574; том 2237, № 39574) и на договор (том 2241, N° 39574),
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на договоры (том 2225, № 39574; том 2237, № 39574) и на договор (том 2241, № 39574),
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let (text, language) = (context.text, context.draft.language);
    let signs: Vec<Span> = spans(context.draft, |kind| *kind == GlyphKind::NumberSign).collect();
    // A capital at the head of a sentence makes no other sign.
    let form = |span: &Span| text[span.clone()].to_lowercase();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for sign in signs.iter().map(form).filter(|sign| !language.is_broken_number_sign(sign)) {
        *counts.entry(sign).or_default() += 1;
    }
    let own = language.number_sign().to_lowercase();
    let most = counts.values().max().copied().unwrap_or_default();
    let commonest = counts.iter().find(|(_, count)| **count == most).map(|(sign, _)| sign);
    let kept = if counts.get(&own).copied().unwrap_or_default() == most { &own } else { commonest.unwrap_or(&own) };
    let printed = signs.iter().map(|span| &text[span.clone()]).find(|printed| printed.to_lowercase() == *kept);
    let kept_as = printed.unwrap_or(language.number_sign());
    for span in signs.iter().filter(|span| form(span) != *kept) {
        let printed = &text[span.clone()];
        let broken = language.is_broken_number_sign(&form(span));
        let right = if broken { as_printed(printed, kept_as) } else { kept_as.to_owned() };
        let key = if broken { "broken" } else { "mixed" };
        let edit = Edit { span: span.clone(), text: right.clone() };
        context
            .report(span.clone(), key, &[("printed", &printed), ("right", &right)])
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .done();
    }
}
