//! The rule `footnote-duplicate`.

use std::collections::HashMap;

use rapporteur_draft::{NoteDefinition, NoteNotation};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::endings::is_clause_mark;

pub(super) const RULE: Rule = Rule {
    name: "footnote-duplicate",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe],
    documentation: r#"
Each note is defined once, and called once at each place.

A label that is defined twice leaves open which text is meant; a call that stands twice in one place (`[^1][^1]`) is
reduced to one by the fix. That two notes say the same is information: the second could call the first again, but
print often repeats a note. Notes that begin with "Ibid." are left alone.

Source: United Nations Editorial Manual, "Footnotes and other notes".

```en wrong
*The General Assembly*,

*Recalling* the report,[^1][^1]

[^1]: A/74/1.
```

```en right
*The General Assembly*,

*Recalling* the report,[^1]

[^1]: A/74/1.
```

```en wrong
*The General Assembly*,

*Recalling* the report,[^1]

[^1]: A/74/1.

[^1]: A/74/2.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* le rapport<sup>1</sup>,

<sup>1</sup> A/74/1.

<sup>1</sup> A/74/2.
```

```es wrong
*La Asamblea General*,

*Recordando* el informe[^1],

[^1]: A/74/1.

[^1]: A/74/2.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на доклад[^1],

[^1]: A/74/1.

[^1]: A/74/2.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى التقرير[^1]،

[^1]: A/74/1.

[^1]: A/74/2.
```

```zh wrong
**大会**，

**回顾**秘书长的报告，[^1]

[^1]: A/74/1.

[^1]: A/74/2.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    doubled_calls(context);
    let notes = &context.draft.notes;
    let mut labels: HashMap<&str, &NoteDefinition> = HashMap::with_capacity(notes.definitions.len());
    let mut texts: HashMap<&str, &NoteDefinition> = HashMap::with_capacity(notes.definitions.len());
    for definition in &notes.definitions {
        let mark = &definition.mark;
        // The figure that begins a line of plain text may be any, and asterisks begin anew with each list.
        let told = mark.notation != NoteNotation::Plain;
        if let Some(first) = labels.get(mark.label.as_str()).filter(|_| told) {
            context
                .report(mark.span.clone(), "defined", &[("label", &mark.label)])
                .related(first.mark.span.clone(), "first")
                .done();
            continue;
        }
        labels.entry(&mark.label).or_insert(definition);
        let said = context.text[mark.span.end..definition.span.end].trim();
        // "Ibid." says something else each time.
        if said.is_empty() || context.draft.language.takes_up(said) {
            continue;
        }
        match texts.get(said).filter(|_| told) {
            Some(first) => context
                .report(definition.span.clone(), "same", &[("label", &mark.label), ("first", &first.mark.label)])
                .at_most(Severity::Info)
                .related(first.span.clone(), "first-text")
                .done(),
            None => {
                texts.insert(said, definition);
            }
        }
    }
}

/// Calls of one note that follow each other.
fn doubled_calls(context: &mut Context<'_>) {
    let calls = &context.draft.notes.calls;
    for pair in calls.windows(2) {
        let [first, second] = pair else { continue };
        let between = context.text.get(first.span.end..second.span.start);
        let beside = between.is_some_and(|between| between.chars().all(|c| c.is_whitespace() || is_clause_mark(c)));
        if first.label == second.label && beside && first.paragraph == second.paragraph {
            let blank = context.text[first.span.end..second.span.start].trim_start_matches(' ').len();
            let start = if blank == 0 { first.span.end } else { second.span.start };
            let edit = Edit { span: start..second.span.end, text: String::new() };
            context
                .report(second.span.clone(), "called", &[("label", &second.label)])
                .related(first.span.clone(), "first-call")
                .fix(Applicability::Safe, &[], vec![edit])
                .done();
        }
    }
}
