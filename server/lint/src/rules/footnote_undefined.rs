//! The rule `footnote-undefined`.

use std::collections::HashSet;

use rapporteur_draft::{DocumentKind, NoteNotation, ParagraphKind};

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "footnote-undefined",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[],
    documentation: r#"
Each note that is called has a definition.

Calls and definitions are read in every notation (`[^1]`, `<sup>1</sup>`, `¹`, `\*`) and go together by their label. An
excerpt without any definition was cut from a text whose notes stayed behind; it is left alone. There is no fix: only
the writer knows what the note is to say.

Source: United Nations Editorial Manual, "Footnotes and other notes".

```en wrong
*The General Assembly*,

*Recalling* the report[^1] and the letter,[^2]

[^1]: A/74/1.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* le rapport<sup>1</sup> et la note<sup>2</sup>,

<sup>1</sup> A/74/1.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let notes = &context.draft.notes;
    if context.draft.kind == DocumentKind::Excerpt && notes.definitions.is_empty() {
        return;
    }
    let defined: HashSet<&str> = notes.definitions.iter().map(|definition| definition.mark.label.as_str()).collect();
    for call in notes.calls.iter().filter(|call| !defined.contains(call.label.as_str())) {
        // In the text itself a raised letter or an asterisk may be anything; in the masthead it calls a note.
        let masthead = context.draft.paragraphs[call.paragraph].kind == ParagraphKind::Masthead;
        let figure = call.label.bytes().all(|byte| byte.is_ascii_digit());
        if !figure && !masthead && call.notation != NoteNotation::Markdown {
            continue;
        }
        context.report(call.span.clone(), "undefined", &[("label", &call.label)]).done();
    }
}
