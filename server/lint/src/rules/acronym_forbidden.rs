//! The rule `acronym-forbidden`.

use rapporteur_symbol::Body;

use super::shared::acronyms;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "acronym-forbidden",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en"]),
    subject: Subject::Wording,
    fixes: &[Applicability::Safe],
    documentation: r#"
Organs of the United Nations are not called by their initials.

In English texts the United Nations is not called the UN, nor are the General Assembly and the Security Council the GA
and the SC. Names that have the letters in them (UN-Women, UN-Habitat) are left alone. A project whose papers use them
adds them with the key `acronyms` of `rapporteur.toml`.

Source: United Nations Editorial Manual, "Abbreviations and acronyms".

```en wrong
*The General Assembly*,

*Commending* the work of the UN and of its SC,
```

```en right
*The General Assembly*,

*Commending* the work of the United Nations and of its Security Council,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    // The Council’s own texts have “UN” often enough to be left to the editor.
    let weight = if draft.body == Some(Body::SecurityCouncil) { Severity::Info } else { Severity::Warning };
    for (index, mention) in draft.acronyms.iter().enumerate() {
        let printed = &context.text[mention.span.clone()];
        let Some(right) = draft.language.forbidden_acronym(printed) else { continue };
        // Other letters beside it make a name of it; so does a word with a capital.
        let beside = draft.acronyms.get(index + 1).is_some_and(|next| acronyms::are_neighbours(context, mention, next));
        let named = context.text[mention.span.end..].trim_start_matches(' ').starts_with(char::is_uppercase);
        let own = context.settings.acronyms.contains_key(printed);
        if mention.bracketed || beside || named || own || !acronyms::is_in_running_text(draft, mention) {
            continue;
        }
        let edit = Edit { span: mention.span.clone(), text: right.to_owned() };
        context
            .report(mention.span.clone(), "initials", &[("printed", &printed), ("right", &right)])
            .at_most(weight)
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .done();
    }
}
