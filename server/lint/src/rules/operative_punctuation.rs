//! The rule `operative-punctuation`.

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::clauses::{self, Part};

pub(super) const RULE: Rule = Rule {
    name: "operative-punctuation",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
Each operative paragraph ends in a semicolon, the last one in a full stop.

Before sub-paragraphs it ends in a colon, and so it does before a draft that the resolution recommends; each sub-paragraph
ends in a semicolon, behind which "and" or "or" may stand. The marks are those of the language: `؛` in Arabic, `；` and `。` in
Chinese; in French a fix puts the space before the semicolon that the draft puts there elsewhere. Where the call of a note stands at
the end, the mark stands before it in English and Chinese, behind it in other languages.

Lists whose items all end in commas, as in some resolutions of the Security Council, and lists of names without any marks
are let be. A paragraph at the very end of a text may be half typed: that it has no full stop yet is said as information.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; in 4,900 operative paragraphs published in
English in 2022–2025, six end in another mark.

```en wrong
*The General Assembly*,

1. *Welcomes* the report,

2. *Requests* the Secretary-General:

(a) To publish it;

(b) To report again.

3. *Decides* to remain seized of the matter;

12th plenary meeting
```

```en right
*The General Assembly*,

1. *Welcomes* the report;

2. *Requests* the Secretary-General:

(a) To publish it;

(b) To report again;

3. *Decides* to remain seized of the matter.

12th plenary meeting
```

```en wrong
*The General Assembly*,

1. *Requests* the Secretary-General;

(a) To publish the report[^1]

(b) To report again,;

2. *Decides* to remain seized of the matter.

[^1]: A/80/1.
```

```en right
*The General Assembly*,

1. *Requests* the Secretary-General:

(a) To publish the report;[^1]

(b) To report again;

2. *Decides* to remain seized of the matter.

[^1]: A/80/1.
```

```fr wrong
*L’Assemblée générale*,

1. *Prend note* du rapport,

2. *Prie* le Secrétaire général :

a) De le publier[^1]

b) D’en présenter un autre ;

3. *Décide* de rester saisie de la question ;

[^1]: A/80/1.
```

```fr right
*L’Assemblée générale*,

1. *Prend note* du rapport ;

2. *Prie* le Secrétaire général :

a) De le publier[^1] ;

b) D’en présenter un autre ;

3. *Décide* de rester saisie de la question.

[^1]: A/80/1.
```

```es wrong
*La Asamblea General*,

1. *Toma nota* del informe.

2. *Decide* seguir ocupándose de la cuestión.
```

```es right
*La Asamblea General*,

1. *Toma nota* del informe;

2. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*,

1. *принимает к сведению* доклад,

2. *постановляет* продолжать заниматься этим вопросом.
```

```ru right
*Генеральная Ассамблея*,

1. *принимает к сведению* доклад;

2. *постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
***إن الجمعية العامة***،

1 - ***تحيط علما*** بالتقرير;

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

1 - ***تحيط علما*** بالتقرير؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
**大会**，

1. **欢迎**秘书长的报告;

2. **赞扬**办事处的工作

3. **决定**继续处理此案。
```

```zh right
**大会**，

1. **欢迎**秘书长的报告；

2. **赞扬**办事处的工作；

3. **决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    clauses::check(context, Part::Operative);
}
