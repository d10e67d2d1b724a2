//! The rule `cross-reference`.

use std::fmt::Display;

use rapporteur_draft::{CrossReference, DocumentKind, Parts, ReferencePlace, ReferenceTarget};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "cross-reference",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::DatesAndReferences,
    fixes: &[Applicability::Suggested],
    documentation: r#"
What a draft says of its own parts holds: they exist, and lie above or below as it says.

Looked at are references to paragraphs ("paragraph 9 above", "paragraphs 3 to 5 of the present resolution"),
sub-paragraphs ("paragraph 3 (b) above"), sections ("section VII below") and annexes ("the annex to the present
resolution"). "Paragraph 42 of the Declaration" and a number without a word for its place are left alone: they may be
another text's. So is an excerpt, of which nobody knows what it was cut from.

The fix says "below" for "above", or the reverse, where the part lies on the other side. It is offered and not applied: the number
may be what is wrong.

Source: United Nations Editorial Manual, "Cross-references"; drafting practice of the General Assembly, in which
paragraphs of the same text are referred to as "paragraph … above" and "paragraph … below".

```en wrong
*The General Assembly*,

1. *Decides* to establish a working group;

2. *Requests* the working group referred to in paragraph 1 below to report to it;

3. *Invites* States to support the work described in paragraph 2 above.
```

```en right
*The General Assembly*,

1. *Decides* to establish a working group;

2. *Requests* the working group referred to in paragraph 1 above to report to it;

3. *Invites* States to support the work described in paragraph 2 above.
```

```en wrong
*The General Assembly*,

1. *Decides* to establish a working group;

2. *Requests* the working group referred to in paragraph 4 above to report to it.
```

```fr wrong
*L’Assemblée générale*,

1. *Décide* de créer un groupe de travail ;

2. *Prie* le groupe visé au paragraphe 1 ci-dessous de lui faire rapport.
```

```fr right
*L’Assemblée générale*,

1. *Décide* de créer un groupe de travail ;

2. *Prie* le groupe visé au paragraphe 1 ci-dessus de lui faire rapport.
```

```fr wrong
*L’Assemblée générale*,

1. *Décide* de créer un groupe de travail ;

2. *Prie* le groupe visé au paragraphe 4 de la présente résolution de lui faire rapport.
```

```es wrong
*La Asamblea General*,

1. *Decide* establecer un grupo de trabajo;

2. *Solicita* al grupo mencionado en los párrafos 1 y 5 de la presente resolución que la informe al respecto.
```

```ru wrong
*Генеральная Ассамблея*,

1. *постановляет* учредить рабочую группу;

2. *просит* рабочую группу, упомянутую в пункте 9 выше, представить ей доклад.
```

```ar wrong
***إن الجمعية العامة***،

1 - ***تقرر*** إنشاء فريق عامل؛

2 - ***تطلب*** إلى الفريق المشار إليه في الفقرة 9 أعلاه أن يقدم إليها تقريرا.
```

```zh wrong
**大会**，

1. **决定**设立一个工作组；

2. **请**上文第9段所述工作组向大会提出报告。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    // Most drafts refer to nothing, and an excerpt may refer to what it was cut from.
    if draft.cross_references.is_empty() || draft.kind == DocumentKind::Excerpt {
        return;
    }
    let parts = Parts::of(draft, context.text);
    for reference in &draft.cross_references {
        let printed = &context.text[reference.span.clone()];
        let named = parts.named(&reference.target);
        match &reference.target {
            ReferenceTarget::Paragraph { number, label } => {
                paragraph(context, &parts, reference, *number, label.as_deref());
            }
            ReferenceTarget::Section(_) => part(context, reference, named, &SECTION, &[("number", &printed)]),
            // Decisions are printed in a volume, of which the annexes may be left out.
            ReferenceTarget::Annex(_) if draft.kind == DocumentKind::Decision && !parts.has_annex() => {}
            ReferenceTarget::Annex(Some(_)) => part(context, reference, named, &ANNEX, &[("number", &printed)]),
            ReferenceTarget::Annex(None) => part(context, reference, named, &ANY_ANNEX, &[]),
            ReferenceTarget::SubParagraph(_) | ReferenceTarget::Unsaid => {}
        }
    }
}

/// The messages about references to one kind of parts: that there is none, that it lies below and not above, and the
/// reverse.
struct Messages {
    missing: &'static str,
    below: &'static str,
    above: &'static str,
}

const PARAGRAPH: Messages = Messages { missing: "no-paragraph", below: "paragraph-below", above: "paragraph-above" };
const SECTION: Messages = Messages { missing: "no-section", below: "section-below", above: "section-above" };
const ANNEX: Messages = Messages { missing: "no-annex", below: "annex-below", above: "annex-above" };
const ANY_ANNEX: Messages = Messages { missing: "no-annexes", below: "any-annex-below", above: "any-annex-above" };

/// Checks a reference to a paragraph, and to a sub-paragraph of it.
fn paragraph(context: &mut Context<'_>, parts: &Parts, reference: &CrossReference, number: u32, label: Option<&str>) {
    let found = parts.named(&reference.target);
    if found.is_empty() {
        match parts.last_number() {
            None => context.report(reference.span.clone(), "no-paragraphs", &[]).done(),
            Some(last) if number > last => {
                let values: [(&str, &dyn Display); 2] = [("number", &number), ("last", &last)];
                context.report(reference.span.clone(), PARAGRAPH.missing, &values).done();
            }
            // A gap in the numbers is told where it is.
            Some(_) => {}
        }
        return;
    }
    if let Some(label) = label
        && let [only] = *found
        && parts.is_divided(only)
        && parts.sub_paragraph(only, label).is_none()
    {
        let values: [(&str, &dyn Display); 2] = [("number", &number), ("label", &label)];
        let whole = context.draft.paragraphs[only].span.clone();
        context.report(reference.span.clone(), "no-sub-paragraph", &values).related(whole, "target").done();
    }
    part(context, reference, found, &PARAGRAPH, &[("number", &number)]);
}

/// Checks whether a part is at one of its places, and lies as the reference says.
fn part(
    context: &mut Context<'_>,
    reference: &CrossReference,
    places: &[usize],
    messages: &Messages,
    values: &[(&str, &dyn Display)],
) {
    let (Some(&first), Some(&last)) = (places.first(), places.last()) else {
        context.report(reference.span.clone(), messages.missing, values).done();
        return;
    };
    let here = reference.span.start;
    let draft = context.draft;
    let span = |index: usize| &draft.paragraphs[index].span;
    let (lies_so, key) = match reference.place {
        ReferencePlace::Above => (span(first).start < here, messages.below),
        ReferencePlace::Below => (span(last).start > here, messages.above),
        ReferencePlace::Here => return,
    };
    if lies_so {
        return;
    }
    let printed = reference.place_span.clone();
    let opposite = printed.and_then(|span| {
        let text = context.draft.language.opposite_place(&context.text[span.clone()])?;
        Some(Edit { span, text: text.to_owned() })
    });
    let right = opposite.as_ref().map_or(String::new(), |edit| edit.text.clone());
    context
        .report(reference.span.clone(), key, values)
        .related(span(first).clone(), "target")
        .fix(Applicability::Suggested, &[("right", &right)], opposite.into_iter().collect())
        .done();
}
