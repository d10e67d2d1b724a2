//! The rule `footnote-sequence`.

use std::collections::{BTreeMap, HashSet};

use rapporteur_draft::{DocumentKind, Draft, NoteMark, NoteNotation};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope},
};

use super::shared::renumber::SharedFix;

pub(super) const RULE: Rule = Rule {
    name: "footnote-sequence",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    documentation: r#"
Notes are called 1, 2, 3 … in the order of the text.

Each figure that is called for the first time is one more than the highest before it. To call an earlier note again is
right. The first note of a resolution may be 2 where the masthead or the title has note 1. An excerpt, a report or a
text cut from a volume in which the notes run on may begin with any number. Letters and asterisks are not counted.

The fix numbers the notes in the order of their first calls, calls and definitions together. There is none where a
label is defined twice.

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

[^3]: A/74/2.

[^2]: A/74/3.
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

[^2]: 第217 A (III)号决议。

[^1]: 联合国，《条约汇编》，第1卷。
```
"#,
    check,
};

/// From here on a first note that no other precedes is one of a volume in which the notes of many texts run on.
const VOLUME: u32 = 10;

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
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
    let mut called = HashSet::new();
    let mut highest = start.saturating_sub(1);
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
                .fix(Applicability::Safe, &[], fix.take(|| renumbering(draft, start)))
                .done();
        }
        highest = highest.max(number);
    }
}

/// The edits that number all notes in the order of their first calls; those that are never called come last.
fn renumbering(draft: &Draft, start: u32) -> Vec<Edit> {
    let notes = &draft.notes;
    let definitions = || notes.definitions.iter().map(|definition| &definition.mark);
    let mut defined: Vec<&str> = definitions().map(|mark| mark.label.as_str()).collect();
    defined.sort_unstable();
    // Notes that run on in one paragraph are told by their numbers alone, each by one higher than the last.
    let run_on = notes.definitions.windows(2).any(|pair| pair[0].mark.paragraph == pair[1].mark.paragraph);
    if run_on || defined.windows(2).any(|pair| pair[0] == pair[1]) {
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
    let edit = |mark: &NoteMark| {
        let number: u32 = mark.label.parse().ok()?;
        let due = numbers.get(&number).filter(|due| **due != number)?;
        let text = match mark.notation {
            NoteNotation::Superscript => due.to_string().chars().map(superscript).collect(),
            NoteNotation::Markdown | NoteNotation::Html | NoteNotation::Plain => due.to_string(),
        };
        Some(Edit { span: mark.label_span.clone(), text })
    };
    notes.calls.iter().chain(definitions()).filter_map(edit).collect()
}

/// The raised form of a figure.
fn superscript(figure: char) -> char {
    match figure {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}
