//! The rule `date-month-pair`.

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "date-month-pair",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["ar"]),
    subject: Subject::DatesAndReferences,
    fixes: &[Applicability::Suggested],
    documentation: r#"
The two names that each month has in Arabic belong together.

Arabic texts of the United Nations give each month by its Syrian name and by the one that is used elsewhere:
`كانون الثاني/يناير`, not `كانون الثاني/نوفمبر`. Since the first
are told apart by "first" and "second" alone, the fix goes by the second name; it is suggested, since either may be
what is wrong.

Source: editorial practice of the United Nations in Arabic.

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى البيان المؤرخ 18 كانون الثاني/نوفمبر 2019،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى البيان المؤرخ 18 تشرين الثاني/نوفمبر 2019،
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let language = context.draft.language;
    for mixed in &context.draft.mixed_months {
        let printed = &context.text[mixed.span.clone()];
        let right = language.month_name(mixed.second);
        let edit = Edit { span: mixed.span.clone(), text: right.to_owned() };
        let other = language.month_name(mixed.first);
        context
            .report(mixed.span.clone(), "mixed", &[("printed", &printed), ("first", &other), ("second", &right)])
            .fix(Applicability::Suggested, &[("right", &right)], vec![edit])
            .done();
    }
}
