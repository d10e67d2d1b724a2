//! The rule `acronym-variant`.

use rapporteur_draft::Span;

use super::shared::acronyms;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "acronym-variant",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr", "es", "ru"]),
    subject: Subject::Wording,
    fixes: &[Applicability::Safe],
    documentation: r#"
An acronym is written as it was introduced.

Where a text has explained an acronym, what differs from it by a letter or two, and is neither explained nor known, is a
slip for it; so is one that has come apart into two. The fix writes the one that was introduced.

Acronyms of a project are added with the key `acronyms` of `rapporteur.toml`.

Source: United Nations Editorial Manual, "Abbreviations and acronyms".

```en wrong
*The General Assembly*,

*Commending* the Wadden Sea Gauging Network (WASGN), and noting that the WASNG has grown,
```

```en right
*The General Assembly*,

*Commending* the Wadden Sea Gauging Network (WASGN), and noting that the WASGN has grown,
```

```fr wrong
*L’Assemblée générale*,

*Félicitant* l’Office des Nations Unies contre la drogue et le crime (ONUDC), et notant que l’ONU DC a élargi son action,
```

```fr right
*L’Assemblée générale*,

*Félicitant* l’Office des Nations Unies contre la drogue et le crime (ONUDC), et notant que l’ONUDC a élargi son action,
```

```es wrong
*La Asamblea General*,

*Encomiando* la Red de Medición de los Ríos Andinos (REMRA), y observando que la RERMA ha crecido,
```

```es right
*La Asamblea General*,

*Encomiando* la Red de Medición de los Ríos Andinos (REMRA), y observando que la REMRA ha crecido,
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад о работе Сети измерения рек Кавказа (СИРКА) и тот факт, что СИРАК выросла,
```

```ru right
*Генеральная Ассамблея*,

*принимая к сведению* доклад о работе Сети измерения рек Кавказа (СИРКА) и тот факт, что СИРКА выросла,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let explained = context.draft.explained_acronyms(context.text);
    if explained.is_empty() {
        return;
    }
    let mentions = &context.draft.acronyms;
    for (index, mention) in mentions.iter().enumerate() {
        let letters = mention.letters(context.text);
        let start = mention.span.start;
        let found = match following(context.text, mention.span.end) {
            // Two that stand side by side are one that has come apart, or words in capitals.
            Some(next) => {
                let joined = [letters, &context.text[next.clone()]].concat();
                explained.get_key_value(&*joined).map(|(right, _)| (start..next.end, *right))
            }
            None if index > 0 && acronyms::are_neighbours(context, &mentions[index - 1], mention) => None,
            None => acronyms::meant(context, letters, &explained).map(|right| (start..start + letters.len(), right)),
        };
        let Some((span, right)) = found else { continue };
        let printed = &context.text[span.clone()];
        let edit = Edit { span: span.clone(), text: right.to_owned() };
        context
            .report(span, "variant", &[("printed", &printed), ("right", &right)])
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .related(explained[right].span.clone(), "introduced")
            .done();
    }
}

/// The letters in capitals that a space parts from what ends at an offset.
fn following(text: &str, end: usize) -> Option<Span> {
    let rest = text[end..].strip_prefix([' ', '\u{a0}'])?;
    let start = text.len() - rest.len();
    let length = rest.find(|c: char| !c.is_uppercase()).unwrap_or(rest.len());
    let whole = !rest[length..].starts_with(char::is_alphanumeric) && rest[..length].chars().nth(1).is_some();
    whole.then(|| start..start + length)
}
