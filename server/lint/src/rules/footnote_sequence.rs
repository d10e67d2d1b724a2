//! The rule `footnote-sequence`.

use std::collections::{BTreeMap, HashSet};

use rapporteur_draft::{DocumentKind, Draft, NoteDefinition, NoteMark, NoteNotation};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::{notes::written, renumber::SharedFix};

pub(super) const RULE: Rule = Rule {
    name: "footnote-sequence",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
Notes are called 1, 2, 3 … in the order of the text, and defined in the same order.

Each figure that is called for the first time is one more than the highest before it. To call an earlier note again is
right. The first note of a resolution may be 2 where the masthead or the title has note 1. An excerpt, a report or a
text cut from a volume in which the notes run on may begin with any number. Letters and asterisks are not counted.

The fix numbers the notes in the order of their first calls, and puts their definitions in this order. There is none
where a label is defined twice or a definition calls another note; and where a note is defined and not called, it is
only suggested, since the call may be what is missing.

Source: United Nations Editorial Manual, "Footnotes and other notes".

```en wrong
*The General Assembly*,

*Recalling* the report,[^1] the note[^3] and the letter,[^2]

[^1]: A/74/1.

[^2]: A/74/2.

[^3]: A/74/3.
```

```en right
*The General Assembly*,

*Recalling* the report,[^1] the note[^2] and the letter,[^3]

[^1]: A/74/1.

[^2]: A/74/3.

[^3]: A/74/2.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* le rapport<sup>1</sup> et la note<sup>3</sup>,

<sup>1</sup> A/74/1.

<sup>3</sup> A/74/3.
```

```fr right
*L’Assemblée générale*,

*Rappelant* le rapport<sup>1</sup> et la note<sup>2</sup>,

<sup>1</sup> A/74/1.

<sup>2</sup> A/74/3.
```

```es wrong
*La Asamblea General*,

*Recordando* el informe[^1] y la nota[^3],

[^1]: A/74/1.

[^3]: A/74/3.
```

```es right
*La Asamblea General*,

*Recordando* el informe[^1] y la nota[^2],

[^1]: A/74/1.

[^2]: A/74/3.
```

```zh wrong
**大会**，

**回顾**《联合国宪章》[^2]和《世界人权宣言》，[^1]

[^1]: 第217 A (III)号决议。

[^2]: 联合国，《条约汇编》，第1卷。
```

```zh right
**大会**，

**回顾**《联合国宪章》[^1]和《世界人权宣言》，[^2]

[^1]: 联合国，《条约汇编》，第1卷。

[^2]: 第217 A (III)号决议。
```

```en wrong
*The General Assembly*,

*Recalling* the report[^1] and the letter,[^2]

[^2]: A/74/2.

[^1]: A/74/1.
```

```en right
*The General Assembly*,

*Recalling* the report[^1] and the letter,[^2]

[^1]: A/74/1.

[^2]: A/74/2.
```
"#,
    check,
};

/// From here on a first note that no other precedes is one of a volume in which the notes of many texts run on.
const VOLUME: u32 = 10;

fn check(context: &mut Context<'_>) {
    calls(context);
    definitions(context);
}

/// Checks the order of the calls.
fn calls(context: &mut Context<'_>) {
    let (draft, text) = (context.draft, context.text);
    let calls: Vec<(&NoteMark, u32)> =
        draft.notes.calls.iter().filter_map(|call| Some((call, call.label.parse().ok()?))).collect();
    let Some(&(_, first)) = calls.first() else { return };
    let labels = draft.notes.calls.iter().chain(draft.notes.definitions.iter().map(|definition| &definition.mark));
    let below = labels.filter_map(|mark| mark.label.parse::<u32>().ok()).any(|number| number < first);
    // Note 1 may stand in a masthead that is not here; and what has hundreds before it was cut from a volume.
    let begins_later = !below && (first == 2 || first >= VOLUME);
    let free = matches!(draft.kind, DocumentKind::Excerpt | DocumentKind::Report) || begins_later;
    let start = if free { first } else { 1 };
    let mut fix = SharedFix::default();
    // Where a note is defined and not called, its call may be what is missing.
    let called_at_all: HashSet<u32> = calls.iter().map(|(_, number)| *number).collect();
    let defined = draft.notes.definitions.iter().filter_map(|definition| definition.mark.label.parse().ok());
    let applicability = match defined.into_iter().all(|number: u32| called_at_all.contains(&number)) {
        true => Applicability::Safe,
        false => Applicability::Suggested,
    };
    let mut called = HashSet::new();
    let mut highest = start.saturating_sub(1);
    let mut before: Option<&NoteMark> = None;
    for (call, number) in calls {
        if !called.insert(number) {
            continue;
        }
        let expected = highest.saturating_add(1);
        if number != expected {
            let label = &call.label;
            let (key, other) =
                if number > expected { ("skipped", ("expected", expected)) } else { ("late", ("before", highest)) };
            context
                .report(call.span.clone(), key, &[("label", label), (other.0, &other.1)])
                .related(before.map(|before| before.span.clone()), "highest")
                .fix(applicability, &[], fix.take(|| renumbering(draft, text, start)))
                .done();
        }
        if number > highest {
            (highest, before) = (number, Some(call));
        }
    }
}

/// Whether a definition calls another note. If it moves, so does the call, and the order of the calls is another.
fn is_called_in_definition(draft: &Draft) -> bool {
    let defining: HashSet<usize> = draft.notes.definitions.iter().map(|definition| definition.mark.paragraph).collect();
    draft.notes.calls.iter().any(|call| defining.contains(&call.paragraph))
}

/// Checks the order of the definitions.
fn definitions(context: &mut Context<'_>) {
    let numbered: Vec<(u32, &NoteDefinition)> = context
        .draft
        .notes
        .definitions
        .iter()
        .filter(|definition| definition.mark.notation != NoteNotation::Plain)
        .filter_map(|definition| Some((definition.mark.label.parse().ok()?, definition)))
        .collect();
    let labels: HashSet<u32> = numbered.iter().map(|(number, _)| *number).collect();
    // Of a label that is defined twice nobody knows which is meant.
    if labels.len() < numbered.len() {
        return;
    }
    let (draft, text) = (context.draft, context.text);
    let make = || if is_called_in_definition(draft) { Vec::new() } else { put_in_order(text, &numbered) };
    let mut fix = SharedFix::default();
    for pair in numbered.windows(2) {
        let [(before, earlier), (number, definition)] = pair else { continue };
        if number < before {
            context
                .report(definition.mark.span.clone(), "definition", &[("label", number), ("before", before)])
                .at_most(Severity::Warning)
                .related(earlier.mark.span.clone(), "before")
                .fix(Applicability::Safe, &[], fix.take(make))
                .done();
        }
    }
}

/// The edits that give definitions the numbers due to them, and put those that stand together, each a paragraph, in the
/// order of these.
fn put_in_order(text: &str, numbered: &[(u32, &NoteDefinition)]) -> Vec<Edit> {
    let mut sorted = numbered.to_vec();
    if numbered.windows(2).all(|pair| pair[0].1.mark.paragraph + 1 == pair[1].1.mark.paragraph) {
        sorted.sort_by_key(|(due, _)| *due);
    }
    let renumbered = |due: u32, definition: &NoteDefinition| {
        let (span, mark) = (&definition.span, &definition.mark);
        let label = mark.label_span.start - span.start..mark.label_span.end - span.start;
        let mut text = text[span.clone()].to_owned();
        text.replace_range(label, &written(&due.to_string(), mark.notation));
        text
    };
    let places = numbered.iter().zip(&sorted);
    places.map(|((_, here), (due, next))| Edit { span: here.span.clone(), text: renumbered(*due, next) }).collect()
}

/// The edits that number all notes in the order of their first calls; those that are never called come last.
fn renumbering(draft: &Draft, text: &str, start: u32) -> Vec<Edit> {
    let notes = &draft.notes;
    let definitions = || notes.definitions.iter().map(|definition| &definition.mark);
    let mut defined: Vec<&str> = definitions().map(|mark| mark.label.as_str()).collect();
    defined.sort_unstable();
    // Notes that run on in one paragraph are told by their numbers alone, each by one higher than the last.
    let run_on = notes.definitions.windows(2).any(|pair| pair[0].mark.paragraph == pair[1].mark.paragraph);
    if run_on || is_called_in_definition(draft) || defined.windows(2).any(|pair| pair[0] == pair[1]) {
        return Vec::new();
    }
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    let mut next = start;
    for number in notes.calls.iter().chain(definitions()).filter_map(|mark| mark.label.parse().ok()) {
        numbers.entry(number).or_insert_with(|| {
            next += 1;
            next - 1
        });
    }
    let due = |mark: &NoteMark| numbers.get(&mark.label.parse().ok()?).copied();
    let renumbered = notes.calls.iter().filter_map(|call| {
        let text = written(&due(call)?.to_string(), call.notation);
        Some(Edit { span: call.label_span.clone(), text })
    });
    let defined: Vec<(u32, &NoteDefinition)> =
        notes.definitions.iter().filter_map(|definition| Some((due(&definition.mark)?, definition))).collect();
    renumbered.chain(put_in_order(text, &defined)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_draft::Hints;

    #[test]
    fn notes_that_call_notes_are_left_alone() {
        let text = "*Recalling* a report,[^1]\n\n[^1]: See also a letter,[^3] and a note.[^2]\n\n[^3]: A/74/1.\n\n[^2]: A/74/2.\n";
        let draft = Draft::read(text, &Hints { kind: Some(DocumentKind::Resolution), ..Hints::default() });
        assert_eq!(renumbering(&draft, text, 1), []);
        let findings =
            crate::check(text, &draft, &rapporteur_registry::Registry::embedded(), &crate::Settings::default());
        let mut found = findings.iter().filter(|finding| finding.rule == RULE.name);
        assert!(found.clone().count() > 0 && found.all(|finding| finding.fix.is_none()));
    }
}
