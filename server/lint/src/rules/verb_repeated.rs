//! The rule `verb-repeated`.

use rapporteur_draft::{RepeatPlace, unmarked};

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::repeats::{self, Fault, Faulty};

pub(super) const RULE: Rule = Rule {
    name: "verb-repeated",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Verbs,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A paragraph that opens with the verb of the paragraph before says so: *also* the second time, *further* the third.

The words are *également* and *en outre*, *también* and *además*, *также* and *далее*, أيضا and كذلك, 又 and 还. The fourth
paragraph in a row begins anew, without such a word. What counts is the whole lead phrase: *Notes with concern* does not
repeat *Notes*. A heading, a part or another verb between two paragraphs ends the row.

A verb that tells somebody to do something is repeated only if it tells the same: *Requests the Secretary-General* is
followed by *Also requests the Secretary-General*, but by *Requests Member States*. In French a clause does not repeat a
noun: *Rappelant sa résolution 65/230* may be followed by *Rappelant que …*. It is a hint where others are told beside the
same, *Requests Member States and donors*, and where a clause stands in the third place of a row; where it can't be told
whether the same are told, nothing is reported. Resolutions of the Security Council are not looked at, since the Council
does not use the words regularly.

Source: practice of the General Assembly, the Economic and Social Council and the Human Rights Council: in the English
texts of the years 2022 to 2025, 99 of 100 preambular paragraphs that repeat the phrase of the one before say so.

```en wrong
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,

*Recalling* the Charter of the United Nations,

1. *Requests* the Secretary-General to continue his efforts;

2. *Requests* the Secretary-General to submit a report;

3. *Requests* Member States to support the Secretary-General.
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,

*Recalling also* the Charter of the United Nations,

1. *Requests* the Secretary-General to continue his efforts;

2. *Also requests* the Secretary-General to submit a report;

3. *Requests* Member States to support the Secretary-General.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 du 21 décembre 2010,

*Rappelant également* la Charte des Nations Unies,

*Rappelant* la Déclaration universelle des droits de l’homme,

1. *Prend note avec satisfaction* du rapport du Secrétaire général ;

2. *Prend note avec satisfaction* des observations du Comité.
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 du 21 décembre 2010,

*Rappelant également* la Charte des Nations Unies,

*Rappelant en outre* la Déclaration universelle des droits de l’homme,

1. *Prend note avec satisfaction* du rapport du Secrétaire général ;

2. *Prend note également avec satisfaction* des observations du Comité.
```

```es wrong
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Acoge con beneplácito* el informe del Secretario General;

2. *Acoge con beneplácito* la labor de la Oficina.
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Acoge con beneplácito* el informe del Secretario General;

2. *Acoge con beneplácito también* la labor de la Oficina.
```

```ru wrong
*Генеральная Ассамблея*,

*признавая* важность этой работы,

*признавая* вклад государств-членов,

1. *просит* Генерального секретаря представить доклад.
```

```ru right
*Генеральная Ассамблея*,

*признавая* важность этой работы,

*признавая также* вклад государств-членов,

1. *просит* Генерального секретаря представить доклад.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

***وإذ تشير أيضا*** إلى قرارها 65/230،

***وإذ تشير*** إلى الإعلان العالمي لحقوق الإنسان،

1 - ***ترحب*** بالتقرير؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى ميثاق الأمم المتحدة،

***وإذ تشير أيضا*** إلى قرارها 65/230،

***وإذ تشير كذلك*** إلى الإعلان العالمي لحقوق الإنسان،

1 - ***ترحب*** بالتقرير؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

**回顾**《联合国宪章》，

**回顾**《世界人权宣言》，

1. **欢迎**秘书长的报告；

2. **决定**继续审议此事。
```

```zh right
**大会**，

**回顾**《联合国宪章》，

**又回顾**《世界人权宣言》，

1. **欢迎**秘书长的报告；

2. **决定**继续审议此事。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let text = context.text;
    for Faulty { lead, is_preambular, fault, previous, following, .. } in repeats::faults(context) {
        let (due, severity) = match fault {
            Fault::Due(due) => (due, Severity::Warning),
            Fault::Possible(due) => (due, Severity::Hint),
            Fault::Orphan => continue,
        };
        // Two words that say "again" are a matter of style where none at all is an oversight.
        let severity = if lead.repeat.is_some() { severity.min(Severity::Info) } else { severity };
        let word = context.draft.language.repeat_word(due);
        let (key, edits) = match &lead.repeat {
            Some(repeat) => ("other", vec![repeats::instead(context, repeat, due)]),
            None if due == RepeatPlace::Second => ("second", repeats::with(context, lead, is_preambular, word)),
            None => ("third", repeats::with(context, lead, is_preambular, word)),
        };
        let phrase = unmarked(&text[lead.span.clone()]);
        let right = repeats::edited(text, &lead.span, &edits);
        context
            .report(lead.span.clone(), key, &[("phrase", &phrase), ("right", &right)])
            .at_most(severity)
            .related(previous.span.clone(), "before")
            .fix(Applicability::Suggested, &[("right", &right)], [edits, following].concat())
            .done();
    }
}
