//! The rule `date-first`.

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "date-first",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["fr"]),
    subject: Subject::DatesAndReferences,
    fixes: &[Applicability::Safe],
    documentation: r#"
The first day of a month is an ordinal in French: `1er mars`, not `1 mars`.

All other days are cardinals. `1<sup>er</sup>`, `1^{er}` and `1ᵉʳ` are read as `1er`.

Source: editorial practice of the United Nations in French: the corpus of resolutions has `1er` and no `1`.

```fr wrong
*L’Assemblée générale*,

*Rappelant* la déclaration du 1 mars 2021 et la session tenue du 1 au 5 juin 2020,
```

```fr right
*L’Assemblée générale*,

*Rappelant* la déclaration du 1er mars 2021 et la session tenue du 1er au 5 juin 2020,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let Some(first) = context.draft.language.first_of_month() else { return };
    for mention in context.draft.dates.iter().filter(|mention| mention.day == 1) {
        let printed = &context.text[mention.span.clone()];
        let Some(after) = printed.strip_prefix('1') else { continue };
        let rest = if after.is_empty() { &context.text[mention.span.end..] } else { after };
        // "1er", "1<sup>er</sup>" and dates in figures have something else behind the figure.
        if !rest.starts_with(char::is_whitespace) {
            continue;
        }
        let edit = Edit { span: mention.span.start..mention.span.start + 1, text: first.to_owned() };
        context
            .report(mention.span.clone(), "cardinal", &[("first", &first)])
            .fix(Applicability::Safe, &[("first", &first)], vec![edit])
            .done();
    }
}
