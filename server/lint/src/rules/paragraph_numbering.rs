//! The rule `paragraph-numbering`.

use std::{collections::HashMap, fmt::Display};

use rapporteur_draft::{Label, Paragraph, plain_mark};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::renumber;

pub(super) const RULE: Rule = Rule {
    name: "paragraph-numbering",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
Operative paragraphs are numbered 1, 2, 3 … without gap or repetition, each number with a full stop.

Parts A and B of a resolution and sections with a heading may begin again at 1 or go on counting; so may a draft
resolution that is quoted within another. A number with "bis" stands beside the sequence. An excerpt may begin with any
number. Notes and page breaks between paragraphs do not interrupt the count.

The fix numbers the whole sequence anew and takes along what refers to its paragraphs ("paragraph 9 above"), except
where the number referred to was given twice.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; guidelines for the mark-up of
resolutions (AKN4UN).

```en wrong
*The General Assembly*,

1. *Welcomes* the report;

2. *Requests* a further report;

4. *Decides* to examine the report requested in paragraph 4 above;

5. *Also decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

1. *Welcomes* the report;

2. *Requests* a further report;

3. *Decides* to examine the report requested in paragraph 3 above;

4. *Also decides* to remain seized of the matter.
```

```en wrong
*The General Assembly*,

1. *Welcomes* the report;

2 *Requests* a further report.
```

```en right
*The General Assembly*,

1. *Welcomes* the report;

2. *Requests* a further report.
```

```fr wrong
*L’Assemblée générale*,

1. *Prend note* du rapport ;

1. *Prie* le Secrétaire général d’en présenter un autre.
```

```fr right
*L’Assemblée générale*,

1. *Prend note* du rapport ;

2. *Prie* le Secrétaire général d’en présenter un autre.
```

```es wrong
*La Asamblea General*,

1. *Toma nota* del informe;

2. *Solicita* otro informe;

4. *Decide* examinar el informe solicitado en el párrafo 4 de la presente resolución.
```

```es right
*La Asamblea General*,

1. *Toma nota* del informe;

2. *Solicita* otro informe;

3. *Decide* examinar el informe solicitado en el párrafo 3 de la presente resolución.
```

```ar wrong
***إن مجلس الأمن***،

1 - ***يرحب*** بالتقرير؛

2 - ***يطلب*** إلى الأمين العام أن يقدم تقريرا آخر؛

4 - ***يقرر*** أن ينظر في التقرير المطلوب في الفقرة 2 أعلاه.
```

```ar right
***إن مجلس الأمن***،

1 - ***يرحب*** بالتقرير؛

2 - ***يطلب*** إلى الأمين العام أن يقدم تقريرا آخر؛

3 - ***يقرر*** أن ينظر في التقرير المطلوب في الفقرة 2 أعلاه.
```

```zh wrong
**大会**，

1. **欢迎**秘书长的报告；

2. **请**秘书长再次提交报告；

4. **决定**审议上文第2段和本决议第4段所述的报告。
```

```zh right
**大会**，

1. **欢迎**秘书长的报告；

2. **请**秘书长再次提交报告；

3. **决定**审议上文第2段和本决议第3段所述的报告。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let sequences = renumber::sequences(context.draft);
    let single = sequences.len() == 1;
    for sequence in sequences {
        let mut fix = renumber::SharedFix::default();
        let mut seen: HashMap<u32, &Paragraph> = HashMap::new();
        let mut previous = None;
        // What is due is counted from the last number that is printed, so that one slip is one finding.
        let mut expected = sequence.first;
        // A paragraph without a number is spoken of elsewhere; whether the count went on over it is the writer's affair.
        let mut unnumbered = 0;
        for paragraph in &sequence.paragraphs {
            let Some(label) = &paragraph.label else {
                unnumbered += 1;
                continue;
            };
            let Some(number) = label.number else { continue };
            let before = previous.map(|(_, before): (u32, &Paragraph)| before.span.clone());
            check_stop(context, label);
            let earlier = seen.get(&number).copied();
            if !(expected..=expected + std::mem::take(&mut unnumbered)).contains(&number) {
                let edits = fix.take(|| renumber::edits(context.draft, context.text, &sequence, single));
                let report = match (earlier, previous) {
                    (Some(_), _) => {
                        context.report(label.span.clone(), "repeated", &[("number", &number), ("expected", &expected)])
                    }
                    (None, None) => {
                        context.report(label.span.clone(), "first", &[("number", &number), ("expected", &expected)])
                    }
                    (None, Some((previous, _))) => {
                        let values: [(&str, &dyn Display); 3] =
                            [("number", &number), ("previous", &previous), ("expected", &expected)];
                        context.report(label.span.clone(), "skipped", &values)
                    }
                };
                let report = report.fix(Applicability::Safe, &[], edits);
                match earlier {
                    Some(earlier) => report.related(earlier.span.clone(), "earlier").done(),
                    None => report.related(before, "before").done(),
                }
            }
            // After a repetition the sequence goes on as if it had been right.
            expected = if number < expected && number + 1 != expected { expected + 1 } else { number + 1 };
            seen.entry(number).or_insert(paragraph);
            previous = Some((number, *paragraph));
        }
    }
}

/// The full stop after the number, or the dash that stands for it; of a bracket `paragraph-label` speaks.
fn check_stop(context: &mut Context<'_>, label: &Label) {
    if context.text[label.span.clone()].contains(|c| matches!(plain_mark(c), '.' | '-' | '–' | ')')) {
        return;
    }
    let at = label.value_span.end;
    let stop = context.draft.language.after_paragraph_number().trim_end();
    let edit = Edit { span: at..at, text: stop.to_owned() };
    context.report(label.span.clone(), "stop", &[]).fix(Applicability::Safe, &[], vec![edit]).done();
}
