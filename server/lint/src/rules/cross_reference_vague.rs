//! The rule `cross-reference-vague`.

use rapporteur_draft::ReferenceTarget;

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "cross-reference-vague",
    severity: Severity::Hint,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::DatesAndReferences,
    fixes: &[],
    documentation: r#"
A reference within the text names the paragraph or section that it means.

"See above" leaves the reader to search; "see paragraph 9 above" does not. Words that take up what was just said ("the
practices described above") are ordinary and left alone. There is no fix: only the writer knows what was meant.

Source: United Nations Editorial Manual, "Cross-references".

```en right
# Note by the Secretary-General on the work of the General Assembly

1. The Assembly decided to establish a committee of experts (see paragraph 1 above).
```

```en wrong
# Note by the Secretary-General on the work of the General Assembly

1. The Assembly decided to establish a committee of experts (see above).
```

```fr wrong
# Note du Secrétaire général sur les travaux de l’Assemblée générale

1. L’Assemblée a décidé de créer un comité d’experts (voir ci-dessus).
```

```es wrong
# Nota del Secretario General sobre la labor de la Asamblea General

1. La Asamblea decidió establecer un comité de expertos (véase más arriba).
```

```ru wrong
# Записка Генерального секретаря о работе Генеральной Ассамблеи

1. Ассамблея постановила учредить комитет экспертов (см. выше).
```

```ar wrong
# مذكرة من الأمين العام عن أعمال الجمعية العامة

1 - قررت الجمعية العامة إنشاء لجنة من الخبراء (انظر أعلاه).
```

```zh wrong
# 秘书长的说明：大会的工作

1. 大会决定设立一个专家委员会（见上文）。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let vague = draft.cross_references.iter().filter(|reference| reference.target == ReferenceTarget::Unsaid);
    for reference in vague {
        context.report(reference.span.clone(), "vague", &[]).done();
    }
}
