//! The rule `single-operative-numbered`.

use rapporteur_draft::{ClauseMark, DocumentKind, ParagraphKind};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::{
    endings::{self, Ending},
    renumber::{self, Sequence},
};

pub(super) const RULE: Rule = Rule {
    name: "single-operative-numbered",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
The only operative paragraph of a resolution has no number.

The same holds for the only operative paragraph of a part, A or B, that does not go on counting where the part before it
stopped. A draft that ends with its first paragraph, and without a full stop, may still be being typed: nothing is said of it.

The fix takes the number out.

Source: guidelines for the mark-up of resolutions (AKN4UN); so are published resolutions with one operative paragraph.

```en wrong
*The General Assembly*,

*Recalling* the Charter of the United Nations,

1. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Decides* to remain seized of the matter.
```

```fr wrong
*Le Conseil économique et social*,

1. *Prend note* du rapport.
```

```fr right
*Le Conseil économique et social*,

*Prend note* du rapport.
```

```es wrong
*La Asamblea General*,

1. *Decide* seguir ocupándose de la cuestión.
```

```es right
*La Asamblea General*,

*Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

1. *постановляет* продолжать заниматься этим вопросом.
```

```ru right
*Генеральная Ассамблея*,

*постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
***إن الجمعية العامة***،

1 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

1. **决定**继续处理此案。
```

```zh right
**大会**，

**决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    // Of an excerpt nobody knows what follows.
    if context.draft.kind != DocumentKind::Resolution || is_being_typed(context) {
        return;
    }
    let sequences = renumber::sequences(context.draft);
    for (index, sequence) in sequences.iter().enumerate() {
        let goes_on = sequences.get(index + 1).is_some_and(|next| next.first > 1);
        let Sequence { paragraphs, first: 1 } = sequence else { continue };
        let [paragraph] = paragraphs[..] else { continue };
        let Some(label) = paragraph.label.as_ref().filter(|label| label.number.is_some() && !goes_on) else { continue };
        let edit = Edit { span: renumber::label_with_space(context.text, paragraph, label), text: String::new() };
        context.report(label.span.clone(), "numbered", &[]).fix(Applicability::Safe, &[], vec![edit]).done();
    }
}

/// Whether the text ends with an operative paragraph or what belongs to it, and that not in a full stop: another may follow.
fn is_being_typed(context: &Context<'_>) -> bool {
    use ParagraphKind::{Continuation, Furniture, Heading, Operative, Other, SubParagraph};
    let mut from_end = context.draft.paragraphs.iter().rev();
    let last = from_end.find(|paragraph| paragraph.kind != Furniture);
    last.is_some_and(|last| {
        let ends = matches!(endings::ending(context, last), Ending::Marked { last: ClauseMark::FullStop, .. });
        matches!(last.kind, Operative | SubParagraph | Continuation | Heading | Other) && !ends
    })
}
