//! Calls of notes and their definitions, each of which leads to the other.

use std::{collections::HashMap, fmt::Write};

use rapporteur_draft::{Draft, ParagraphKind};

use super::tags::escape;

/// Which call belongs to which definition, by their places in [`rapporteur_draft::Notes`].
pub(super) struct Notes {
    /// Of each call, its definition.
    definitions: Vec<Option<usize>>,
    /// Of each definition, its first call.
    calls: Vec<Option<usize>>,
    /// Of paragraphs that define notes, in the order of the text, with the definition.
    paragraphs: Vec<(usize, usize)>,
}

impl Notes {
    /// A call means the next definition with its label, which may be one of several parts; else the last.
    pub(super) fn new(draft: &Draft) -> Notes {
        let notes = &draft.notes;
        let mut labelled: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, definition) in notes.definitions.iter().enumerate() {
            labelled.entry(&definition.mark.label).or_default().push(index);
        }
        let mut calls = vec![None; notes.definitions.len()];
        let mut definition_of = |(call, mark): (usize, &rapporteur_draft::NoteMark)| {
            let same = labelled.get(mark.label.as_str())?;
            let next = same.partition_point(|index| notes.definitions[*index].span.start < mark.span.start);
            let definition = *same.get(next).or(same.last())?;
            calls[definition].get_or_insert(call);
            Some(definition)
        };
        let definitions = notes.calls.iter().enumerate().map(&mut definition_of).collect();
        let of_paragraph = |(index, definition): (usize, &rapporteur_draft::NoteDefinition)| {
            let paragraph = definition.mark.paragraph;
            (draft.paragraphs[paragraph].kind == ParagraphKind::NoteDefinition).then_some((paragraph, index))
        };
        let paragraphs = notes.definitions.iter().enumerate().filter_map(of_paragraph).collect();
        Notes { definitions, calls, paragraphs }
    }

    /// The definition that a paragraph is.
    pub(super) fn at(&self, paragraph: usize) -> Option<usize> {
        let at = self.paragraphs.binary_search_by_key(&paragraph, |(paragraph, _)| *paragraph).ok()?;
        Some(self.paragraphs[at].1)
    }

    /// Writes the label of a definition, which leads back to its first call.
    pub(super) fn write_label(&self, html: &mut String, draft: &Draft, definition: usize) {
        let label = escape(&draft.notes.definitions[definition].mark.label);
        let _ = match self.calls[definition] {
            Some(call) => write!(html, "<a class=\"note-label\" href=\"#call-{call}\">{label}</a> "),
            None => write!(html, "<span class=\"note-label\">{label}</span> "),
        };
    }

    /// Writes a call, which leads to its note.
    pub(super) fn write_call(&self, html: &mut String, draft: &Draft, call: usize) {
        let label = escape(&draft.notes.calls[call].label);
        let _ = match self.definitions[call] {
            Some(note) => {
                write!(html, "<sup class=\"call\" id=\"call-{call}\"><a href=\"#note-{note}\">{label}</a></sup>")
            }
            None => write!(html, "<sup class=\"call\" id=\"call-{call}\">{label}</sup>"),
        };
    }
}
