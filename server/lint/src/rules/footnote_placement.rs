//! The rule `footnote-placement`.

use std::cmp::Ordering;

use rapporteur_draft::{NoteMark, NoteNotation, ParagraphKind, Span, plain_mark};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "footnote-placement",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe],
    documentation: r#"
A note is called where the language has it, before the punctuation or after it, and without a space.

English calls a note after the punctuation that follows the word, and so does Chinese as it is printed in New York; a
Chinese text in which most calls stand before the punctuation, as in many of the Human Rights Council, is held to
that. French, Spanish, Russian and Arabic call it before the punctuation. Asterisks, which belong to names in lists, are
left alone. A space before a call is information.

The fix moves the call.

Source: United Nations Editorial Manual, "Footnotes and other notes". In resolutions of 2021 to 2025 all of the 1,330
calls beside punctuation stand after it in English, and all but 4 of 5,000 before it in French, Spanish, Russian and Arabic.

```en wrong
*The General Assembly*,

*Recalling* the report[^1], the note [^2] and the letter[^3];

[^1]: A/74/1.

[^2]: A/74/2.

[^3]: A/74/3.
```

```en right
*The General Assembly*,

*Recalling* the report,[^1] the note[^2] and the letter;[^3]

[^1]: A/74/1.

[^2]: A/74/2.

[^3]: A/74/3.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* le rapport,<sup>1</sup> la note <sup>2</sup> et la lettre,<sup>3</sup>

<sup>1</sup> A/74/1.

<sup>2</sup> A/74/2.

<sup>3</sup> A/74/3.
```

```fr right
*L’Assemblée générale*,

*Rappelant* le rapport<sup>1</sup>, la note<sup>2</sup> et la lettre<sup>3</sup>,

<sup>1</sup> A/74/1.

<sup>2</sup> A/74/2.

<sup>3</sup> A/74/3.
```

```es wrong
*La Asamblea General*,

*Recordando* el informe,[^1] y la nota,

[^1]: A/74/1.
```

```es right
*La Asamblea General*,

*Recordando* el informe[^1], y la nota,

[^1]: A/74/1.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на доклад,[^1]

[^1]: A/74/1.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на доклад[^1],

[^1]: A/74/1.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى التقرير،([^1]) وإلى المذكرة،

[^1]: A/74/1.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى التقرير([^1])، وإلى المذكرة،

[^1]: A/74/1.
```

```zh wrong
**大会**，

**回顾**秘书长的报告，[^1] 决议草案，[^2]

**又回顾**秘书长的说明[^3]，

[^1]: A/74/1.

[^2]: A/74/2.

[^3]: A/74/3.
```

```zh right
**大会**，

**回顾**秘书长的报告，[^1] 决议草案，[^2]

**又回顾**秘书长的说明，[^3]

[^1]: A/74/1.

[^2]: A/74/2.

[^3]: A/74/3.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let groups = groups(context);
    let due = due(context, &groups);
    for group in &groups {
        let before = &context.text[..group.span.start];
        let head = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let (key, edits) = if head.len() < before.len() && head.ends_with(is_followed) {
            ("space", closed_up(context, head.len(), &group.span))
        } else if let (Some(place), Some(due)) = (stands(context, &group.span), due)
            && place != due
        {
            moved(context, &group.span, due)
        } else {
            continue;
        };
        // A space may have come from the conversion of the text, and is small.
        let most = if key == "space" { Severity::Info } else { Severity::Error };
        context
            .report(group.span.clone(), key, &[("label", &group.label)])
            .at_most(most)
            .fix(Applicability::Safe, &[], edits)
            .done();
    }
}

/// On which side of a mark calls stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CallPlace {
    /// `Congress[^1],`.
    Before,
    /// `Congress,[^1]`.
    After,
}

/// Calls that follow each other directly, with the brackets around them.
struct Group<'a> {
    span: Span,
    /// The label of the first.
    label: &'a str,
}

/// The calls in running text.
fn groups<'a>(context: &Context<'a>) -> Vec<Group<'a>> {
    let (draft, text) = (context.draft, context.text);
    let mut groups: Vec<Group<'a>> = Vec::new();
    for call in draft.notes.calls.iter().filter(|call| counts(context, call)) {
        let span = match text[..call.span.start].ends_with('(') && text[call.span.end..].starts_with(')') {
            true => call.span.start - 1..call.span.end + 1,
            false => call.span.clone(),
        };
        match groups.last_mut().filter(|last| last.span.end == span.start) {
            Some(last) => last.span.end = span.end,
            None => groups.push(Group { span, label: &call.label }),
        }
    }
    groups
}

fn counts(context: &Context<'_>, call: &NoteMark) -> bool {
    use ParagraphKind::{AdoptionLine, Furniture, Masthead, NoteDefinition};
    let kind = context.draft.paragraphs[call.paragraph].kind;
    call.notation != NoteNotation::Plain && !matches!(kind, AdoptionLine | Furniture | Masthead | NoteDefinition)
}

/// Where calls are due: as the language has it; where houses differ, as this text mostly does, if it does.
fn due(context: &Context<'_>, groups: &[Group<'_>]) -> Option<CallPlace> {
    let language = context.draft.language;
    if !language.calls_vary() {
        return Some(if language.calls_follow_marks() { CallPlace::After } else { CallPlace::Before });
    }
    let count = |due| groups.iter().filter(|group| stands(context, &group.span) == Some(due)).count();
    match count(CallPlace::Before).cmp(&count(CallPlace::After)) {
        Ordering::Less => Some(CallPlace::After),
        Ordering::Equal => None,
        Ordering::Greater => Some(CallPlace::Before),
    }
}

/// On which side of punctuation calls stand; `None` where there is none beside them.
fn stands(context: &Context<'_>, span: &Span) -> Option<CallPlace> {
    let (before, after) = (&context.text[..span.start], &context.text[span.end..]);
    if after.chars().next().is_some_and(closes) {
        return Some(CallPlace::Before);
    }
    let last = before.chars().next_back().filter(|c| closes(*c))?;
    // A full stop may be that of an abbreviation, unless the sentence ends.
    let next = after.trim_start().chars().next();
    let ends = || next.is_none_or(|c| c.is_uppercase() || !c.is_alphabetic());
    (plain_mark(last) != '.' || ends()).then_some(CallPlace::After)
}

/// Whether a call may stand directly behind a character: neither a mark that opens a quotation or a bracket, which keeps its
/// own space, nor the line of a table.
fn is_followed(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '|' | '(' | '（' | '[' | '«' | '“' | '„' | '‘' | '《' | '「')
}

/// Whether a character is punctuation that closes a clause.
fn closes(c: char) -> bool {
    matches!(plain_mark(c), ',' | ';' | '.' | ':')
}

/// The edits that put calls directly behind the word that ends at `word`, with a space to the next word if need be.
fn closed_up(context: &Context<'_>, word: usize, span: &Span) -> Vec<Edit> {
    let gap = &context.text[word..span.start];
    let goes_on = context.text[span.end..].starts_with(char::is_alphanumeric);
    let mut edits = vec![Edit { span: word..span.start, text: String::new() }];
    if goes_on && gap == " " {
        edits.push(Edit { span: span.end..span.end, text: gap.to_owned() });
    }
    edits
}

/// What is said of calls on the wrong side of their punctuation, and the edits that put them on the other.
fn moved(context: &Context<'_>, span: &Span, due: CallPlace) -> (&'static str, Vec<Edit>) {
    let (before, after) = (&context.text[..span.start], &context.text[span.end..]);
    let (key, at) = match due {
        CallPlace::After => ("after", span.end + after.chars().next().map_or(0, char::len_utf8)),
        // In French a space stands before some marks: the call goes before that.
        CallPlace::Before => ("before", before.trim_end_matches(closes).trim_end().len()),
    };
    let calls = context.text[span.clone()].to_owned();
    (key, vec![Edit { span: span.clone(), text: String::new() }, Edit { span: at..at, text: calls }])
}
