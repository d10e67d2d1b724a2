//! `[^]`: the call of a note gets its number, and a place for its definition.

use rapporteur_draft::{Draft, NoteDefinition, NoteMark, NoteNotation, ParagraphKind, line_break};
use rapporteur_lint::Edit;

/// The edits after the call of a note was typed that has no label yet.
pub(super) fn called(text: &str, draft: &Draft, offset: usize) -> Option<Vec<Edit>> {
    let at = label_place(text, offset)?;
    let index = draft.paragraph_at(at)?;
    let paragraph = &draft.paragraphs[index];
    let before = &text[paragraph.span.start..at - 2];
    let in_code = before.matches('`').count() % 2 == 1;
    let calls_none = matches!(paragraph.kind, ParagraphKind::NoteDefinition | ParagraphKind::Furniture);
    if calls_none || in_code || before.trim().is_empty() {
        return None;
    }
    let calls: Vec<(&NoteMark, u32)> = draft.notes.calls.iter().filter_map(numbered).collect();
    if calls.iter().any(|(call, _)| call.notation != NoteNotation::Markdown) {
        return None;
    }
    let behind = calls.partition_point(|(call, _)| call.span.start < at);
    let highest = calls[..behind].iter().map(|(_, number)| *number).max();
    let number = match highest {
        Some(highest) => highest.checked_add(1)?,
        None => calls.first().map_or(1, |(_, first)| *first),
    };
    let definitions: Vec<(&NoteDefinition, u32)> = draft.notes.definitions.iter().filter_map(defined).collect();
    let mut edits = vec![Edit { span: at..at, text: number.to_string() }];
    edits.extend(definition(text, &definitions, number));
    // The numbers from this one on are those of the notes behind it.
    let marks = calls.into_iter().chain(definitions.into_iter().map(|(definition, own)| (&definition.mark, own)));
    let moved = marks.filter(|(_, own)| *own >= number);
    edits.extend(
        moved.map(|(mark, own)| Edit { span: mark.label_span.clone(), text: own.saturating_add(1).to_string() }),
    );
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    Some(edits)
}

/// Where the label of a call goes that is `[^]`, the cursor before or behind its last bracket.
fn label_place(text: &str, offset: usize) -> Option<usize> {
    let (before, after) = text.split_at(offset);
    if before.ends_with("[^") && after.starts_with(']') {
        return Some(offset);
    }
    // With a colon behind it, it is a definition.
    (before.ends_with("[^]") && !after.starts_with(':')).then(|| offset - 1)
}

fn numbered(mark: &NoteMark) -> Option<(&NoteMark, u32)> {
    Some((mark, mark.label.parse().ok()?))
}

fn defined(definition: &NoteDefinition) -> Option<(&NoteDefinition, u32)> {
    let markdown = definition.mark.notation == NoteNotation::Markdown;
    Some((definition, numbered(&definition.mark).filter(|_| markdown)?.1))
}

/// The edit that puts the beginning of a definition in its place among the others, or at the end.
fn definition(text: &str, definitions: &[(&NoteDefinition, u32)], number: u32) -> Option<Edit> {
    let line_break = line_break(text);
    // Of several, the way in which they stand tells; one alone stands apart.
    let between = match definitions {
        [(first, _), (second, _), ..] => &text[first.span.end.min(second.span.start)..second.span.start],
        _ => "",
    };
    let gap = if between.is_empty() || !between.trim().is_empty() { line_break.repeat(2) } else { between.to_owned() };
    let before = definitions.iter().filter(|(_, own)| *own < number).max_by_key(|(_, own)| *own);
    let after = definitions.iter().filter(|(_, own)| *own >= number).min_by_key(|(_, own)| *own);
    let (at, text) = match (before, after) {
        (Some((before, _)), _) => (before.span.end, format!("{gap}[^{number}]: ")),
        (None, Some((after, _))) => (after.span.start, format!("[^{number}]: {gap}")),
        (None, None) => {
            let end = text.trim_end().len();
            (end, format!("{}[^{number}]: ", line_break.repeat(2)))
        }
    };
    Some(Edit { span: at..at, text })
}
