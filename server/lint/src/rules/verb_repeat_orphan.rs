//! The rule `verb-repeat-orphan`.

use rapporteur_draft::unmarked;

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::repeats::{self, Fault, Faulty};

pub(super) const RULE: Rule = Rule {
    name: "verb-repeat-orphan",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Verbs,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A paragraph that says *also* or *further* with its verb repeats the verb of the paragraph right before it.

*Also requests* behind *Urges* adds to nothing: most often a paragraph was moved, put in or taken out, or its verb was
changed. The whole lead phrase counts: *Notes with concern also* does not repeat *Notes*. Where the paragraph before has a
verb that is not known, nothing is reported. It is an information, since a translation may have two verbs where the
original has one. Resolutions of the Security Council are not looked at.

Source: practice of the General Assembly, the Economic and Social Council and the Human Rights Council: of 1,248 such
paragraphs in the English texts of the years 2022 to 2025 all but two stand right behind one with the same phrase.

```en wrong
*The General Assembly*,

*Recalling* the Charter of the United Nations,

1. *Urges* Member States to cooperate;

2. *Also requests* the Secretary-General to submit a report.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

1. *Urges* Member States to cooperate;

2. *Requests* the Secretary-General to submit a report.
```

```fr wrong
*L’Assemblée générale*,

*Consciente* de l’importance de ces travaux,

*Rappelant également* la Charte des Nations Unies,

1. *Décide* de rester saisie de la question.
```

```fr right
*L’Assemblée générale*,

*Consciente* de l’importance de ces travaux,

*Rappelant* la Charte des Nations Unies,

1. *Décide* de rester saisie de la question.
```

```es wrong
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Acoge con beneplácito* el informe del Secretario General;

2. *Solicita además* al Secretario General que presente otro informe.
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Acoge con beneplácito* el informe del Secretario General;

2. *Solicita* al Secretario General que presente otro informe.
```

```ru wrong
*Генеральная Ассамблея*,

*признавая* важность этой работы,

*отмечая также* вклад государств-членов,

1. *просит* Генерального секретаря представить доклад.
```

```ru right
*Генеральная Ассамблея*,

*признавая* важность этой работы,

*отмечая* вклад государств-членов,

1. *просит* Генерального секретаря представить доклад.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***ترحب*** بالتقرير؛

2 - ***تقرر كذلك*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

1 - ***ترحب*** بالتقرير؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

**回顾**《联合国宪章》，

1. **欢迎**秘书长的报告；

2. **又决定**继续审议此事。
```

```zh right
**大会**，

**回顾**《联合国宪章》，

1. **欢迎**秘书长的报告；

2. **决定**继续审议此事。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let text = context.text;
    for Faulty { lead, fault, previous, following, .. } in repeats::faults(context) {
        let Some(repeat) = lead.repeat.as_ref().filter(|_| fault == Fault::Orphan) else { continue };
        let edits = repeats::without(text, lead, repeat);
        let phrase = unmarked(&text[lead.span.clone()]);
        let before = unmarked(&text[previous.span.clone()]);
        let right = repeats::edited(text, &lead.span, &edits);
        context
            .report(lead.span.clone(), "orphan", &[("phrase", &phrase), ("before", &before)])
            .related(previous.span.clone(), "before")
            .fix(Applicability::Suggested, &[("right", &right)], [edits, following].concat())
            .done();
    }
}
