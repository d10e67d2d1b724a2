//! The rule `treaty-known`.

use rapporteur_draft::{Span, TreatyMention, digits_as_in};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
    treaties::{self, Volume},
};

use super::shared::slips::is_slip;

pub(super) const RULE: Rule = Rule {
    name: "treaty-known",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Suggested],
    documentation: r#"
Volume and number of a treaty in the *Treaty Series* belong together.

A treaty has the number under which it is registered, and stands, with its protocols, in certain volumes. Rapporteur has a
table of those that resolutions cite, and of other multilateral ones; what is not in it is left alone. A slip of one figure in
the volume or the number is found, and the right one named. It is a warning where a published resolution has the right
volume and number, and information where the table is all that speaks for them; so is a quite different volume, in which a protocol may
stand. A project adds its own to the table with the key `treaties` of `rapporteur.toml`: `treaties = { 39574 = 2225 }`.

Source: the notes of published resolutions, which confirm about half of the table.

```en wrong
*The General Assembly*,

*Recalling* the Convention,[^1]

[^1]: United Nations, *Treaty Series*, vol. 2252, No. 39574.
```

```en right
*The General Assembly*,

*Recalling* the Convention,[^1]

[^1]: United Nations, *Treaty Series*, vol. 2225, No. 39574.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Convention[^1],

[^1]: Nations Unies, *Recueil des Traités*, vol. 2252, n° 39574.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Convention[^1],

[^1]: Nations Unies, *Recueil des Traités*, vol. 2225, n° 39574.
```

```es wrong
*La Asamblea General*,

*Recordando* la Convención[^1],

[^1]: Naciones Unidas, *Treaty Series*, vol. 2252, núm. 39574.
```

```es right
*La Asamblea General*,

*Recordando* la Convención[^1],

[^1]: Naciones Unidas, *Treaty Series*, vol. 2225, núm. 39574.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на Конвенцию[^1],

[^1]: United Nations, *Treaty Series*, vol. 2252, No. 39574.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на Конвенцию[^1],

[^1]: United Nations, *Treaty Series*, vol. 2225, No. 39574.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى الاتفاقية[^1]،

[^1]: United Nations, *Treaty Series*, vol. 2252, No. 39574.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى الاتفاقية[^1]،

[^1]: United Nations, *Treaty Series*, vol. 2225, No. 39574.
```

```zh wrong
**大会**，

**回顾**《公约》，[^1]

[^1]: 联合国，《条约汇编》，第2252卷，第39574号。
```

```zh right
**大会**，

**回顾**《公约》，[^1]

[^1]: 联合国，《条约汇编》，第2225卷，第39574号。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for treaty in &draft.treaties {
        match &treaty.numbers[..] {
            [(number, value)] if treaties::registered(*value, context.settings).is_none() => {
                unknown(context, treaty, number, *value);
            }
            numbers => {
                let volumes: Vec<Volume> = numbers
                    .iter()
                    .filter_map(|(_, number)| treaties::registered(*number, context.settings))
                    .flat_map(|known| known.volumes)
                    .collect();
                for (printed, value) in &treaty.volumes {
                    if volumes.iter().all(|known| known.number != *value) {
                        elsewhere(context, treaty, printed, *value, &volumes);
                    }
                }
            }
        }
    }
}

/// A number that is not in the table: a slip may part it from one that the volume has.
fn unknown(context: &mut Context<'_>, treaty: &TreatyMention, printed: &Span, value: u32) {
    let volumes = treaty.volumes.iter().flat_map(|(_, volume)| treaties::numbers_in(*volume, context.settings));
    let mut near: Vec<(u32, bool)> =
        volumes.filter(|(number, _)| is_slip(&value.to_string(), &number.to_string())).collect();
    near.dedup_by_key(|(number, _)| *number);
    let [(number, is_certain)] = near[..] else { return };
    let name = treaties::registered(number, context.settings).map_or("", |treaty| treaty.name);
    let right = digits_as_in(&context.text[printed.clone()], &number.to_string());
    let edit = Edit { span: printed.clone(), text: right.clone() };
    let (volume, value) = (treaty.volumes[0].1, value.to_string());
    context
        .report(
            printed.clone(),
            key("number", name),
            &[("volume", &volume), ("printed", &value), ("right", &right), ("treaty", &name)],
        )
        .at_most(weight(is_certain))
        .fix(Applicability::Suggested, &[("right", &right)], vec![edit])
        .done();
}

/// A volume in which the table does not have the treaty.
fn elsewhere(context: &mut Context<'_>, treaty: &TreatyMention, printed: &Span, value: u32, volumes: &[Volume]) {
    let near: Vec<Volume> =
        volumes.iter().copied().filter(|volume| is_slip(&value.to_string(), &volume.number.to_string())).collect();
    let (Some(known), Some((_, number))) = (volumes.first(), treaty.numbers.first()) else { return };
    let name = treaties::registered(*number, context.settings).map_or("", |treaty| treaty.name);
    let meant = near.first().unwrap_or(known);
    let right = digits_as_in(&context.text[printed.clone()], &meant.number.to_string());
    let edits = match near[..] {
        [_] => vec![Edit { span: printed.clone(), text: right.clone() }],
        _ => Vec::new(),
    };
    context
        .report(
            printed.clone(),
            key("volume", name),
            &[("number", number), ("printed", &value), ("right", &right), ("treaty", &name)],
        )
        .at_most(weight(!near.is_empty() && meant.is_certain))
        .fix(Applicability::Suggested, &[("right", &right)], edits)
        .done();
}

/// What is only probably wrong is information.
fn weight(is_certain: bool) -> Severity {
    if is_certain { Severity::Warning } else { Severity::Info }
}

/// The key of a message that names the treaty, or of the one that does not: those of a project have no names.
fn key(named: &'static str, name: &str) -> &'static str {
    match named {
        "number" if name.is_empty() => "own-number",
        "volume" if name.is_empty() => "own-volume",
        _ => named,
    }
}
