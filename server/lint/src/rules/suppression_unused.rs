//! The rule `suppression-unused`.

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(crate) const RULE: Rule = Rule {
    name: "suppression-unused",
    severity: Severity::Info,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Comments,
    fixes: &[Applicability::Safe],
    documentation: r#"
A comment that silences findings silences at least one.

A comment outlives what it was written for: the draft is mended, the paragraph moves, and the comment stays and may hide the
next mistake. What two comments silence counts for the first of them. A rule that is switched off, or not among those that
were selected, is not asked, and the comments about it are left alone.

The fix takes the comment out, or from a comment about several rules the names of those that find nothing.

Source: Rapporteur.

```en wrong
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010, <!-- rapporteur: ignore citation-date -->

*Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,

*Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*,

<!-- rapporteur: ignore citation-year, citation-date -->
*Rappelant* sa résolution 65/230 du 12 décembre 2010,

*Décide* de rester saisie de la question.
```

```fr right
*L’Assemblée générale*,

<!-- rapporteur: ignore citation-date -->
*Rappelant* sa résolution 65/230 du 12 décembre 2010,

*Décide* de rester saisie de la question.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for unused in context.unused {
        let edit = Edit { span: unused.removed.clone(), text: String::new() };
        let report = match unused.rule {
            Some(rule) => context.report(unused.span.clone(), "rule", &[("rule", &rule)]),
            None => context.report(unused.span.clone(), "any", &[]),
        };
        report.fix(Applicability::Safe, &[], vec![edit]).done();
    }
}
