//! The rule `subparagraph-sequence`.

use std::fmt::Display;

use rapporteur_draft::{EMPHASIS_MARKS, Ordinal};

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::{
    enumerations::{Enumeration, enumerations},
    renumber::SharedFix,
};

pub(super) const RULE: Rule = Rule {
    name: "subparagraph-sequence",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
Sub-paragraphs are labelled in sequence: (a), (b), (c) …, below them (i), (ii), (iii) …, without gap or repetition.

Each list begins anew: below every paragraph, and below every sub-paragraph that has a list of its own. After (z) the
letters are doubled: (aa), (bb). Arabic lists follow the order of the abjad (أ ب ج د ه و ز ح ط ي), Spanish ones may have an ñ
or do without, Russian ones may count in Latin letters or in Cyrillic ones. An excerpt may begin with any label.

The fix labels the whole list anew. It is safe where that changes a single label; where it changes several, a
sub-paragraph may have been lost, and what refers to the list wants a look. What the text says elsewhere of a sub-paragraph
("paragraph 5 (c)") is left alone.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions" and "Numbering of paragraphs and
subparagraphs".

```en wrong
*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To report on the matter;

(c) To consult Member States, in particular:

(i) Those concerned;

(ii) Their neighbours;

(d) To convene a meeting.
```

```en right
*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To report on the matter;

(b) To consult Member States, in particular:

(i) Those concerned;

(ii) Their neighbours;

(c) To convene a meeting.
```

```fr wrong
*L’Assemblée générale*,

1. *Prie* le Secrétaire général :

a) De faire rapport sur la question ;

b) De consulter les États Membres ;

b) De convoquer une réunion.
```

```fr right
*L’Assemblée générale*,

1. *Prie* le Secrétaire général :

a) De faire rapport sur la question ;

b) De consulter les États Membres ;

c) De convoquer une réunion.
```

```es wrong
*La Asamblea General*,

1. *Solicita* al Secretario General que:

a) Informe sobre la cuestión;

b) Consulte a los Estados Miembros:

i) En primer lugar, a los interesados;

iii) A los demás, en las reuniones de la Asamblea.
```

```es right
*La Asamblea General*,

1. *Solicita* al Secretario General que:

a) Informe sobre la cuestión;

b) Consulte a los Estados Miembros:

i) En primer lugar, a los interesados;

ii) A los demás, en las reuniones de la Asamblea.
```

```ru wrong
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря:

a) представить доклад по этому вопросу;

c) провести консультации с государствами-членами;

c) созвать совещание.
```

```ru right
*Генеральная Ассамблея*,

1. *просит* Генерального секретаря:

a) представить доклад по этому вопросу;

b) провести консультации с государствами-членами;

c) созвать совещание.
```

```ar wrong
***إن الجمعية العامة***،

1 - ***تطلب*** إلى الأمين العام:

(أ) أن يقدم تقريرا عن المسألة؛

(ب) أن يتشاور مع الدول الأعضاء؛

(د) أن يعقد اجتماعا في هذا الشأن.
```

```ar right
***إن الجمعية العامة***،

1 - ***تطلب*** إلى الأمين العام:

(أ) أن يقدم تقريرا عن المسألة؛

(ب) أن يتشاور مع الدول الأعضاء؛

(ج) أن يعقد اجتماعا في هذا الشأن.
```

```zh wrong
**大会**，

1. **请**秘书长：

(a) 就此问题提出报告；

(b) 与会员国协商：

㈠ 首先与有关国家协商；

㈢ 然后与其他国家协商。
```

```zh right
**大会**，

1. **请**秘书长：

(a) 就此问题提出报告；

(b) 与会员国协商：

㈠ 首先与有关国家协商；

㈡ 然后与其他国家协商。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for list in enumerations(context.draft, context.text) {
        let mut fix = SharedFix::default();
        for (index, item) in list.items.iter().enumerate() {
            let Some(expected) = item.due.and_then(|due| labelled(context, &list, index, due)) else { continue };
            let previous = index.checked_sub(1).map(|before| &list.items[before]);
            let printed = plain(&context.text[item.label.span.clone()]);
            let edits = fix.take(|| list.relabelled(context));
            let applicability = if edits.len() == 1 { Applicability::Safe } else { Applicability::Suggested };
            let mut values: Vec<(&str, &dyn Display)> = vec![("label", &printed), ("expected", &expected)];
            let before = previous.map(|previous| plain(&context.text[previous.label.span.clone()]));
            let key = match &before {
                None => "first",
                Some(before) if *before == printed => "repeated",
                Some(before) => {
                    values.push(("previous", before));
                    "skipped"
                }
            };
            let before = previous.map(|previous| previous.label.span.clone());
            context
                .report(item.label.span.clone(), key, &values)
                .related(before, "before")
                .fix(applicability, &[], edits)
                .done();
        }
    }
}

/// A label without the marks of emphasis around it.
fn plain(label: &str) -> &str {
    label.trim_matches(EMPHASIS_MARKS)
}

/// A place as the label of an item would have it, brackets included.
fn labelled(context: &Context<'_>, list: &Enumeration<'_>, index: usize, place: Ordinal) -> Option<String> {
    let label = list.items[index].label;
    let (span, value) = (&label.span, &label.value_span);
    let written = context.draft.language.label(place, &context.text[value.clone()])?;
    let whole = format!("{}{written}{}", &context.text[span.start..value.start], &context.text[value.end..span.end]);
    Some(plain(&whole).to_owned())
}
