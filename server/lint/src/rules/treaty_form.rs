//! The rule `treaty-form`.

use rapporteur_draft::{Markup, Span, TreatyMention};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "treaty-form",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe],
    documentation: r#"
The place of a treaty is given in the form that notes have.

It has the publisher, the series in italics, the volume and the number of registration, each parted from the next by a
comma, in the words of the language: “United Nations, *Treaty Series*, vol. 2225, No. 39574”. Kinds of spaces and ways to write the
sign for a number don’t count, and several volumes or numbers are left alone.

Source: United Nations Editorial Manual, "Footnotes and other notes"; 621 of 626 such notes of published texts.

```en wrong
*The General Assembly*,

*Recalling* the Convention,[^1]

[^1]: United Nations Treaty Series, vol. 2225, no. 39574.
```

```en right
*The General Assembly*,

*Recalling* the Convention,[^1]

[^1]: United Nations, *Treaty Series*, vol. 2225, No. 39574.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Convention[^1],

[^1]: Nations Unies, Recueil des Traités, vol. 2225, n° 39574.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Convention[^1],

[^1]: Nations Unies, *Recueil des Traités*, vol. 2225, n° 39574.
```

```es wrong
*La Asamblea General*,

*Recordando* la Convención[^1],

[^1]: Naciones Unidas, *Treaty Series*, vol. 2225, No. 39574.
```

```es right
*La Asamblea General*,

*Recordando* la Convención[^1],

[^1]: Naciones Unidas, *Treaty Series*, vol. 2225, núm. 39574.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на Конвенцию[^1],

[^1]: United Nations, Treaty Series, vol. 2225, No. 39574.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на Конвенцию[^1],

[^1]: United Nations, *Treaty Series*, vol. 2225, No. 39574.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى الاتفاقية[^1]،

[^1]: United Nations, *Treaty Series*, Vol. 2225, No. 39574.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى الاتفاقية[^1]،

[^1]: United Nations, *Treaty Series*, vol. 2225, No. 39574.
```

```zh wrong
**大会**，

**回顾**《公约》，[^1]

[^1]: 联合国《条约汇编》第2225卷，第39574号。
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
        let ([(volume, _)], [(number, _)]) = (&treaty.volumes[..], &treaty.numbers[..]) else { continue };
        let right = draft.language.treaty(&context.text[volume.clone()], &context.text[number.clone()]);
        // Nothing can be in italics in plain text.
        let right = if draft.markup == Markup::Plain { right.replace('*', "") } else { right };
        let span = with_emphasis(context.text, treaty);
        let Some((wrong, put)) = difference(context.text, &span, &right) else { continue };
        let edit = Edit { span: wrong, text: put };
        context
            .report(span, "form", &[("right", &right)])
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .done();
    }
}

/// The place of a treaty with the mark of an emphasis that begins before it.
fn with_emphasis(text: &str, treaty: &TreatyMention) -> Span {
    let Span { start, end } = treaty.span;
    let closes = text[start..end].matches('*').count() % 2 == 1;
    start - usize::from(closes && text[..start].ends_with('*'))..end
}

/// The stretch of the text that is not as it ought to be, and what ought to stand there. Kinds of spaces, and ways to write
/// the sign for a number, are one.
fn difference(text: &str, span: &Span, right: &str) -> Option<(Span, String)> {
    let printed = folded(&text[span.clone()]);
    let wanted = folded(right);
    let same = |(a, b): &(&(char, Span), &(char, Span))| a.0 == b.0;
    let start = printed.iter().zip(&wanted).take_while(same).count();
    if start == printed.len() && start == wanted.len() {
        return None;
    }
    let end = printed[start..].iter().rev().zip(wanted[start..].iter().rev()).take_while(same).count();
    let stretch = |chars: &[(char, Span)], whole: usize| {
        let from = chars.get(start).map_or(whole, |(_, span)| span.start);
        let to = chars.get(chars.len() - end).map_or(whole, |(_, span)| span.start);
        from..to.max(from)
    };
    let wrong = stretch(&printed, span.len());
    let put = right[stretch(&wanted, right.len())].to_owned();
    Some((span.start + wrong.start..span.start + wrong.end, put))
}

/// What counts of a text, with its places.
fn folded(text: &str) -> Vec<(char, Span)> {
    let mut chars: Vec<(char, Span)> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let plain = match c {
            '°' | 'º' => 'o',
            '_' => '*',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        let doubled = plain == ' ' && chars.last().is_some_and(|(last, _)| *last == ' ');
        if !doubled {
            chars.push((plain, at..at + c.len_utf8()));
        }
    }
    chars
}
