//! The rule `cross-reference`.

use std::{collections::HashMap, fmt::Display};

use rapporteur_draft::{
    CrossReference, DocumentKind, Draft, Paragraph, ParagraphKind, ReferencePlace, ReferenceTarget, Span,
};

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
        match &reference.target {
            ReferenceTarget::Paragraph { number, label } => {
                paragraph(context, &parts, reference, *number, label.as_deref());
            }
            ReferenceTarget::Section(number) => {
                part(context, reference, parts.sections.get(number), &SECTION, &[("number", &printed)]);
            }
            // Decisions are printed in a volume, of which the annexes may be left out.
            ReferenceTarget::Annex(_) if draft.kind == DocumentKind::Decision && parts.any_annex.is_none() => {}
            ReferenceTarget::Annex(Some(number)) => {
                part(context, reference, parts.annexes.get(number), &ANNEX, &[("number", &printed)]);
            }
            ReferenceTarget::Annex(None) => {
                part(context, reference, parts.any_annex.as_ref(), &ANY_ANNEX, &[]);
            }
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

/// The parts of a draft that can be referred to, each with its place.
#[derive(Default)]
struct Parts<'a> {
    /// The paragraphs that have a number.
    paragraphs: HashMap<u32, Vec<&'a Paragraph>>,
    /// The highest number of a paragraph.
    last: Option<u32>,
    sections: HashMap<u32, Places>,
    annexes: HashMap<u32, Places>,
    any_annex: Option<Places>,
}

/// Where parts are that a reference may be to: the first and the last of them.
struct Places {
    first: Span,
    last: Span,
}

impl Places {
    fn of(span: &Span) -> Places {
        Places { first: span.clone(), last: span.clone() }
    }

    /// Adds a place behind the others.
    fn add(&mut self, span: &Span) {
        self.last = span.clone();
    }
}

impl<'a> Parts<'a> {
    fn of(draft: &'a Draft, text: &str) -> Parts<'a> {
        use ParagraphKind::{Annex, AnnexHeading, Heading, Operative, Other};
        let mut parts = Parts::default();
        for paragraph in &draft.paragraphs {
            let heading = || draft.language.heading_number(&text[paragraph.content.clone()]);
            let heading_number = || heading().map(|(_, number)| number);
            match (paragraph.kind, &paragraph.label) {
                (Operative | Annex | Other, Some(label)) => {
                    if let Some(number) = label.number {
                        parts.paragraphs.entry(number).or_default().push(paragraph);
                        parts.last = parts.last.max(Some(number));
                    }
                }
                // In plain text the heading of a section is a line like others.
                (Heading | Annex | Other, None) => {
                    if let Some(number) = heading_number() {
                        note(&mut parts.sections, number, &paragraph.span);
                    }
                }
                (AnnexHeading, _) => {
                    parts.any_annex.get_or_insert_with(|| Places::of(&paragraph.span)).add(&paragraph.span);
                    if let Some(number) = heading_number() {
                        note(&mut parts.annexes, number, &paragraph.span);
                    }
                }
                _ => {}
            }
        }
        parts
    }
}

/// Adds a place to those that parts with a number have.
fn note(places: &mut HashMap<u32, Places>, number: u32, span: &Span) {
    places.entry(number).or_insert_with(|| Places::of(span)).add(span);
}

/// Checks a reference to a paragraph, and to a sub-paragraph of it.
fn paragraph(
    context: &mut Context<'_>,
    parts: &Parts<'_>,
    reference: &CrossReference,
    number: u32,
    label: Option<&str>,
) {
    let Some(found) = parts.paragraphs.get(&number) else {
        match parts.last {
            None => context.report(reference.span.clone(), "no-paragraphs", &[]).done(),
            Some(last) if number > last => {
                let values: [(&str, &dyn Display); 2] = [("number", &number), ("last", &last)];
                context.report(reference.span.clone(), PARAGRAPH.missing, &values).done();
            }
            // A gap in the numbers is told where it is.
            Some(_) => {}
        }
        return;
    };
    if let Some(label) = label
        && let [only] = found.as_slice()
        && lacks(context, only, label)
    {
        let values: [(&str, &dyn Display); 2] = [("number", &number), ("label", &label)];
        context.report(reference.span.clone(), "no-sub-paragraph", &values).done();
    }
    let ends = found.first().zip(found.last());
    let places = ends.map(|(first, last)| Places { first: first.span.clone(), last: last.span.clone() });
    part(context, reference, places.as_ref(), &PARAGRAPH, &[("number", &number)]);
}

/// Whether a paragraph has labelled sub-paragraphs, and none with this label.
fn lacks(context: &Context<'_>, paragraph: &Paragraph, label: &str) -> bool {
    let draft = context.draft;
    let after = draft.paragraphs.partition_point(|other| other.span.start <= paragraph.span.start);
    let within = draft.paragraphs[after..].iter().take_while(|other| other.kind != paragraph.kind);
    let labelled = within.filter(|other| other.kind == ParagraphKind::SubParagraph);
    let mut labels = labelled
        .filter_map(|other| other.label.as_ref())
        .map(|own| draft.language.sub_label(&context.text[own.value_span.clone()]))
        .peekable();
    labels.peek().is_some() && !labels.any(|own| own == label)
}

/// Checks whether a part is at one of its places, and lies as the reference says.
fn part(
    context: &mut Context<'_>,
    reference: &CrossReference,
    places: Option<&Places>,
    messages: &Messages,
    values: &[(&str, &dyn Display)],
) {
    let Some(Places { first, last }) = places else {
        context.report(reference.span.clone(), messages.missing, values).done();
        return;
    };
    let here = reference.span.start;
    let (lies_so, key) = match reference.place {
        ReferencePlace::Above => (first.start < here, messages.below),
        ReferencePlace::Below => (last.start > here, messages.above),
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
        .related(first.clone(), "target")
        .fix(Applicability::Suggested, &[("right", &right)], opposite.into_iter().collect())
        .done();
}
