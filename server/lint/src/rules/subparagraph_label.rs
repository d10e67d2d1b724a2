//! The rule `subparagraph-label`.

use rapporteur_draft::{EMPHASIS_MARKS, Label, plain_mark};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::enumerations::{Enumeration, enumerations};

pub(super) const RULE: Rule = Rule {
    name: "subparagraph-label",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
The labels of sub-paragraphs have the brackets that the language gives them, and are alike within a list.

English, Arabic and Chinese have letters and Roman numbers between brackets: (a), (i), (أ). French, Spanish and Russian have
a bracket behind them only: a), i). Labels with a full stop (a., i.) and those between quotation marks (’1‘, in Arabic) are
left as they are, as long as all of a list have them.

Source: United Nations Editorial Manual, "Numbering of paragraphs and subparagraphs"; counts over published resolutions.

```en wrong
*The General Assembly*,

1. *Requests* the Secretary-General:

a) To report on the matter;

b) To convene a meeting.
```

```en right
*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To report on the matter;

(b) To convene a meeting.
```

```en wrong
*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To report on the matter;

(b) To consult Member States;

c. To convene a meeting.
```

```en right
*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To report on the matter;

(b) To consult Member States;

(c) To convene a meeting.
```

```fr wrong
*L’Assemblée générale*,

1. *Prie* le Secrétaire général :

(a) De faire rapport sur la question ;

(b) De convoquer une réunion.
```

```fr right
*L’Assemblée générale*,

1. *Prie* le Secrétaire général :

a) De faire rapport sur la question ;

b) De convoquer une réunion.
```

```es wrong
*La Asamblea General*,

1. *Solicita* al Secretario General que:

(a) Informe sobre la cuestión;

(b) Convoque una reunión de los Estados Miembros.
```

```es right
*La Asamblea General*,

1. *Solicita* al Secretario General que:

a) Informe sobre la cuestión;

b) Convoque una reunión de los Estados Miembros.
```

```ru wrong
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря:

(a) представить доклад по этому вопросу;

(b) созвать совещание.
```

```ru right
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря:

a) представить доклад по этому вопросу;

b) созвать совещание.
```

```ar wrong
***إن الجمعية العامة***،

1 - ***تطلب*** إلى الأمين العام:

(أ) أن يقدم تقريرا عن المسألة؛

ب) أن يعقد اجتماعا في هذا الشأن.
```

```ar right
***إن الجمعية العامة***،

1 - ***تطلب*** إلى الأمين العام:

(أ) أن يقدم تقريرا عن المسألة؛

(ب) أن يعقد اجتماعا في هذا الشأن.
```

```zh wrong
**大会**，

1. **请**秘书长：

a) 就此问题提出报告；

b) 与会员国协商。
```

```zh right
**大会**，

1. **请**秘书长：

(a) 就此问题提出报告；

(b) 与会员国协商。
```
"#,
    check,
};

/// What stands before and after the value of a label, the marks of emphasis aside.
type Brackets<'a> = (&'a str, &'a str);

/// Those of a number in one character, which has its brackets with it: `㈠`.
const NONE: Brackets<'static> = ("", "");

fn check(context: &mut Context<'_>) {
    for list in enumerations(context.draft, context.text) {
        let Some(model) = model(context, &list) else { continue };
        for item in &list.items {
            let printed = brackets(context.text, item.label);
            if printed == model || printed == NONE {
                continue;
            }
            let value = &item.label.value_span;
            let right = format!("{}{}{}", model.0, &context.text[value.clone()], model.1);
            let before = Edit { span: value.start - printed.0.len()..value.start, text: model.0.to_owned() };
            let after = Edit { span: value.end..value.end + printed.1.len(), text: model.1.to_owned() };
            let span = before.span.start..after.span.end;
            let shown = &context.text[span.clone()];
            context
                .report(span, "brackets", &[("printed", &shown), ("right", &right)])
                .fix(Applicability::Safe, &[("right", &right)], vec![before, after])
                .done();
        }
    }
}

/// The brackets that all labels of a list ought to have: those of the language, where they have any, else those that most of
/// them have. `None` where nothing can be said.
fn model<'a>(context: &Context<'a>, list: &Enumeration<'_>) -> Option<Brackets<'a>> {
    let mut counts: Vec<(Brackets<'a>, usize)> = Vec::new();
    for printed in list.items.iter().map(|item| brackets(context.text, item.label)).filter(|printed| *printed != NONE) {
        match counts.iter_mut().find(|(known, _)| *known == printed) {
            Some((_, count)) => *count += 1,
            // There are no more than a few kinds of brackets.
            None => counts.push((printed, 1)),
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count).map(|(brackets, _)| *brackets)?;
    let bracketed = most.1.chars().map(plain_mark).eq([')']);
    let opened = |brackets: Brackets<'_>| !brackets.0.is_empty();
    let own = context.draft.language.label_brackets();
    Some(if bracketed && opened(most) != opened(own) { own } else { most })
}

/// What stands around the value of a label.
fn brackets<'a>(text: &'a str, label: &Label) -> Brackets<'a> {
    let before = text[label.span.start..label.value_span.start].trim_start_matches(EMPHASIS_MARKS);
    let after = text[label.value_span.end..label.span.end].trim_end_matches(EMPHASIS_MARKS);
    (before, after)
}
