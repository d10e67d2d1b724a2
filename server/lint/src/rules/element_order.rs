//! The rule `element-order`.

use rapporteur_draft::{Paragraph, ParagraphKind};

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "element-order",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[],
    documentation: r#"
A resolution has its enacting line, its preamble, its operative part, its closing line and its annexes in this order.

The preamble stands between the enacting line and the first operative paragraph; a part, A or B, and a section with a heading
may have a preamble of their own, and a resolution may have none. Behind the meeting and date of adoption no operative
paragraph stands.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; guidelines for the mark-up of resolutions
(AKN4UN).

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Prend note* du rapport ;

2. *Décide* de rester saisie de la question.
```

```en wrong
*The General Assembly*,

1. *Welcomes* the report;

*Recalling* the Charter of the United Nations,

2. *Decides* to remain seized of the matter.
```

```en wrong
# Cooperation against cybercrime

*Recalling* the Charter of the United Nations,

*The General Assembly*,

*Noting* the report,

*Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

1. *Prend note* du rapport ;

*Rappelant* la Charte des Nations Unies,

2. *Décide* de rester saisie de la question.
```

```es wrong
*La Asamblea General*,

1. *Toma nota* del informe;

*Recordando* la Carta de las Naciones Unidas,

2. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

1. *принимает к сведению* доклад;

*ссылаясь* на Устав Организации Объединенных Наций,

2. *постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
***إن الجمعية العامة***،

1 - ***تحيط علما*** بالتقرير؛

***إذ تشير*** إلى ميثاق الأمم المتحدة،

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

1. **欢迎**秘书长的报告；

**回顾**《联合国宪章》，

2. **决定**继续处理此案。
```
"#,
    check,
};

/// Where in a resolution the walk through its paragraphs is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Head,
    Preamble,
    Operative,
    Annex,
    Closed,
}

fn check(context: &mut Context<'_>) {
    use ParagraphKind::{
        AdoptionLine, Annex, AnnexHeading, EnactingLine, Heading, Masthead, Operative, Other, Part, Preambular,
        SubParagraph,
    };
    let draft = context.draft;
    let mut place = Place::Head;
    let mut operative_seen = false;
    let enacting_line = draft.paragraphs.iter().find(|paragraph| paragraph.kind == EnactingLine);
    let enacted = enacting_line.is_some();
    // Where the parts begin in which the paragraph does not belong.
    let (mut operative, mut annex, mut closed) = (None, None, None);
    for paragraph in &draft.paragraphs {
        match (paragraph.kind, place) {
            // The first paragraph out of its place is told, and not those that go with it.
            (Masthead, Place::Head) if enacted && is_clause(paragraph) => {
                report(context, paragraph, "enacting-line", enacting_line);
                place = Place::Preamble;
            }
            (Preambular, Place::Operative) => {
                report(context, paragraph, "preamble", operative);
                place = Place::Preamble;
            }
            (Annex, Place::Annex) if !operative_seen && is_operative(paragraph) => {
                report(context, paragraph, "annex", annex);
                operative_seen = true;
            }
            (Other | SubParagraph, Place::Closed) if is_operative(paragraph) => {
                report(context, paragraph, "closed", closed)
            }
            (EnactingLine | Part | Heading, _) if place != Place::Annex => place = Place::Preamble,
            (Operative, _) => {
                if place != Place::Operative {
                    operative = Some(paragraph);
                }
                operative_seen = true;
                place = Place::Operative;
            }
            (AnnexHeading, _) => {
                annex = annex.or(Some(paragraph));
                place = Place::Annex;
            }
            (AdoptionLine, _) => {
                closed = closed.or(Some(paragraph));
                place = Place::Closed;
            }
            _ => {}
        }
    }
}

/// Whether a line of the head opens as a clause does, in italics.
fn is_clause(paragraph: &Paragraph) -> bool {
    let lead = paragraph.lead.as_ref();
    lead.is_some_and(|lead| lead.emphasis.is_some() && (lead.preambular || lead.operative))
}

/// Whether a paragraph has a number and opens with an operative verb in italics.
fn is_operative(paragraph: &Paragraph) -> bool {
    let lead = paragraph.lead.as_ref();
    paragraph.label.is_some() && lead.is_some_and(|lead| lead.emphasis.is_some() && lead.operative)
}

/// Reports a paragraph that is out of its place, with what it ought to stand on the other side of.
fn report(context: &mut Context<'_>, paragraph: &Paragraph, key: &str, bound: Option<&Paragraph>) {
    let span = paragraph.lead.as_ref().map_or(paragraph.content.clone(), |lead| lead.span.clone());
    context.report(span, key, &[]).related(bound.map(|bound| bound.span.clone()), "bound").done();
}
