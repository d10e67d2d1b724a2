//! Giving another name to what a draft mentions in several places: the label of a note, the number of a paragraph, the label
//! of a sub-paragraph, an acronym.

use rapporteur_draft::{Draft, NoteMark, ParagraphKind, Span, digit, superscript_digit};
use rapporteur_lint::{Edit, Locale, Unmovable, apply, relabel_from, renumber_from, written_label};

use crate::{
    subject::{Map, Subject, Thing},
    wording::say,
};

/// Something that can be renamed, at the place where it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamable {
    /// What is typed over.
    pub span: Span,
    /// What it is now, to begin with.
    pub placeholder: String,
}

/// What can be renamed at a byte offset of the text; `draft` must be the reading of `text`.
pub fn renamable(text: &str, draft: &Draft, offset: usize) -> Option<Renamable> {
    named(text, draft, offset).map(|(name, _)| name)
}

/// The edits, in the order of the text, that rename what is at a byte offset; none if that is its name already. The error is
/// a sentence for the reader.
pub fn rename(text: &str, draft: &Draft, offset: usize, new: &str, locale: Locale) -> Result<Vec<Edit>, String> {
    let renaming = Renaming { text, draft, locale };
    let (name, subject) = named(text, draft, offset).ok_or_else(|| renaming.say("nothing", ""))?;
    let new = bare(new);
    if new == name.placeholder {
        return Ok(Vec::new());
    }
    let mut edits = match subject {
        Subject::Note(label) => renaming.note(&label, &new),
        Subject::Acronym(letters) => renaming.acronym(&letters, &new),
        Subject::Part(index) => renaming.part(index, &new),
        Subject::Text(_) | Subject::Document(_) => Err(renaming.say("nothing", "")),
    }?;
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    Ok(edits)
}

/// The name at a place in the text, and whose it is.
fn named(text: &str, draft: &Draft, offset: usize) -> Option<(Renamable, Subject)> {
    let Thing { span, subject, .. } = Map::new(text, draft).at(offset)?;
    let printed = |span: Span| Renamable { placeholder: text[span.clone()].to_owned(), span };
    let name = match &subject {
        // Asterisks are no names: which note they belong to, their place tells.
        Subject::Note(label) if label.starts_with('*') => return None,
        Subject::Note(label) => {
            let mark = marks(draft).find(|mark| mark.span == span)?;
            Renamable { span: mark.label_span.clone(), placeholder: label.clone() }
        }
        Subject::Acronym(_) => printed(span),
        Subject::Part(index) => {
            let label = draft.paragraphs[*index].label.as_ref()?;
            let own = label.number.map_or(Err(Unmovable::NotCounted), |own| renumber_from(draft, text, *index, own));
            let value = &text[label.value_span.clone()];
            if own == Err(Unmovable::NotCounted)
                && relabel_from(draft, text, *index, value) == Err(Unmovable::NotCounted)
            {
                return None;
            }
            printed(if span == label.span { label.value_span.clone() } else { span })
        }
        Subject::Text(_) | Subject::Document(_) => return None,
    };
    Some((name, subject))
}

/// A name as it is typed, without the marks that stand around it in the text: `[^4]`, `4.`, `(b)`, `⁴`.
fn bare(typed: &str) -> String {
    let typed = typed.trim().trim_start_matches("<sup>").trim_end_matches("</sup>");
    let marks = |c: char| matches!(c, '[' | '^' | ']' | '(' | ')' | '.' | ':') || c.is_whitespace();
    typed.trim_matches(marks).chars().map(|c| superscript_digit(c).unwrap_or(c)).collect()
}

/// The calls and the labels of the definitions.
fn marks(draft: &Draft) -> impl Iterator<Item = &NoteMark> {
    draft.notes.calls.iter().chain(draft.notes.definitions.iter().map(|definition| &definition.mark))
}

#[derive(Clone, Copy)]
struct Renaming<'a> {
    text: &'a str,
    draft: &'a Draft,
    locale: Locale,
}

impl Renaming<'_> {
    fn say(self, key: &str, name: &str) -> String {
        say(self.locale, "rename", key, &[("name", &name)])
    }

    /// The draft as it reads after some edits.
    fn after(self, edits: &[Edit]) -> (String, Draft) {
        let text = apply(self.text, edits);
        let draft = Draft::read(&text, &self.draft.as_hints());
        (text, draft)
    }

    fn note(self, old: &str, new: &str) -> Result<Vec<Edit>, String> {
        if marks(self.draft).any(|mark| mark.label.eq_ignore_ascii_case(new)) {
            return Err(self.say("label-in-use", new));
        }
        let own = marks(self.draft).filter(|mark| mark.label == old);
        let edits: Vec<Edit> =
            own.map(|mark| Edit { span: mark.label_span.clone(), text: written_label(new, mark.notation) }).collect();
        // What can be a label depends on the marks around it and on the other notes: the reader decides.
        let (_, renamed) = self.after(&edits);
        let all_there = marks(&renamed).filter(|mark| mark.label == new).count() == edits.len()
            && marks(&renamed).count() == marks(self.draft).count();
        let is_word = new.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        if all_there && is_word { Ok(edits) } else { Err(self.say("no-label", new)) }
    }

    fn acronym(self, old: &str, new: &str) -> Result<Vec<Edit>, String> {
        let places = |draft: &Draft, text: &str, letters: &str| -> Vec<Span> {
            let same = draft.acronyms.iter().filter(|mention| mention.letters(text) == letters);
            same.map(|mention| mention.span.start..mention.span.start + letters.len()).collect()
        };
        if !places(self.draft, self.text, new).is_empty() {
            return Err(self.say("acronym-in-use", new));
        }
        let own = places(self.draft, self.text, old);
        let edits: Vec<Edit> = own.into_iter().map(|span| Edit { span, text: new.to_owned() }).collect();
        let (text, renamed) = self.after(&edits);
        let all_there = places(&renamed, &text, new).len() == edits.len();
        if all_there { Ok(edits) } else { Err(self.say("no-acronym", new)) }
    }

    fn part(self, index: usize, new: &str) -> Result<Vec<Edit>, String> {
        let is_paragraph = self.draft.paragraphs[index].kind == ParagraphKind::Operative;
        let moved = if is_paragraph {
            let number = number(new).filter(|number| *number > 0).ok_or_else(|| self.say("no-number", new))?;
            renumber_from(self.draft, self.text, index, number)
        } else {
            relabel_from(self.draft, self.text, index, new)
        };
        let edits = moved.map_err(|refused| match refused {
            Unmovable::NotCounted => self.say("nothing", ""),
            Unmovable::NotAfter(before) if is_paragraph => self.say("number-taken", &before),
            Unmovable::NotAfter(before) => self.say("sub-label-taken", &before),
            Unmovable::NotOfList => self.say("not-of-list", new),
            Unmovable::TooFar => self.say("too-far", new),
        })?;
        // A first paragraph 4 may well be taken for the continuation of a list.
        let kinds = |draft: &Draft| draft.paragraphs.iter().map(|paragraph| paragraph.kind).collect::<Vec<_>>();
        let (_, moved) = self.after(&edits);
        if kinds(&moved) == kinds(self.draft) { Ok(edits) } else { Err(self.say("misread", new)) }
    }
}

/// A number in figures of any script.
fn number(typed: &str) -> Option<u32> {
    let digits: Option<String> = typed.chars().map(|c| char::from_digit(digit(c)?, 10)).collect();
    digits?.parse().ok()
}
