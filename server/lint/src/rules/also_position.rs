//! The rule `also-position`.

use rapporteur_draft::ParagraphKind;
use rapporteur_symbol::Body;

use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::repeats;

pub(super) const RULE: Rule = Rule {
    name: "also-position",
    severity: Severity::Hint,
    scope: Scope::Clauses,
    languages: Languages::Only(&["en"]),
    subject: Subject::Verbs,
    fixes: &[Applicability::Safe],
    documentation: r#"
“Also” and “further” stand behind the verb in the preamble and before it in the operative part.

*Recalling also*, *Noting with appreciation further*; *Also requests*, *Further requests*. Other languages put the words in
the same place throughout. Resolutions of the Security Council are not looked at.

Source: practice of the General Assembly, the Economic and Social Council and the Human Rights Council: all but one of
1,248 paragraphs of the years 2022 to 2025.

```en wrong
*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Further recalling* its resolution 65/230 of 21 December 2010,

1. *Requests* the Secretary-General to continue his efforts;

2. *Requests also* the Secretary-General to submit a report.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

*Recalling further* its resolution 65/230 of 21 December 2010,

1. *Requests* the Secretary-General to continue his efforts;

2. *Also requests* the Secretary-General to submit a report.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let Context { text, draft, .. } = *context;
    if draft.body == Some(Body::SecurityCouncil) {
        return;
    }
    for paragraph in &draft.paragraphs {
        let is_preambular = paragraph.kind == ParagraphKind::Preambular;
        if !is_preambular && paragraph.kind != ParagraphKind::Operative {
            continue;
        }
        let Some((lead, repeat)) = paragraph.lead.as_ref().and_then(|lead| Some((lead, lead.repeat.as_ref()?))) else {
            continue;
        };
        let due_first = draft.language.repeat_position(lead, is_preambular) == lead.span.start;
        if due_first == (repeat.span.start == lead.span.start) {
            continue;
        }
        let word = text[repeat.span.clone()].to_lowercase();
        let mut edits = repeats::without(text, lead, repeat);
        edits.extend(repeats::with(context, lead, is_preambular, &word));
        edits.sort_by_key(|edit| edit.span.start);
        let right = repeats::edited(text, &lead.span, &edits);
        let key = if is_preambular { "preambular" } else { "operative" };
        context
            .report(repeat.span.clone(), key, &[("word", &word), ("right", &right)])
            .fix(Applicability::Safe, &[("right", &right)], edits)
            .done();
    }
}
