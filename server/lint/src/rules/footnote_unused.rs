//! The rule `footnote-unused`.

use std::collections::HashSet;

use rapporteur_draft::NoteNotation;

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "footnote-unused",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[],
    documentation: r#"
Each note that is defined is called.

Notes that plain text numbers with a bare figure ("1 United Nations, Treaty Series, …") are looked at only where the
text still has the calls of half of them: when a text is taken out of a PDF, raised figures are often lost.
There is no fix: only the writer knows where the call belongs.

Source: United Nations Editorial Manual, "Footnotes and other notes".

```en wrong
*The General Assembly*,

*Recalling* the report,[^1]

[^1]: A/74/1.

[^2]: A/74/2.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* le rapport[^1],

[^1]: A/74/1.

[^2]: A/74/2.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let notes = &context.draft.notes;
    let called: HashSet<&str> = notes.calls.iter().map(|call| call.label.as_str()).collect();
    let plain = || notes.definitions.iter().map(|d| &d.mark).filter(|mark| mark.notation == NoteNotation::Plain);
    let found = plain().filter(|mark| called.contains(mark.label.as_str())).count();
    let figures_kept = 2 * found >= plain().count();
    for definition in &notes.definitions {
        let mark = &definition.mark;
        if (mark.notation != NoteNotation::Plain || figures_kept) && !called.contains(mark.label.as_str()) {
            context.report(mark.span.clone(), "unused", &[("label", &mark.label)]).done();
        }
    }
}
