//! What is offered.

use rapporteur_draft::Span;

use super::topic::Topic;

/// What can stand at a place in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The best first.
    pub items: Vec<Item>,
    /// Whether typing on may bring other items than some of these.
    pub incomplete: bool,
}

/// Something that can stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is offered, in short: a number, a phrase.
    pub label: String,
    /// What says more beside it: a title, the first words of a paragraph.
    pub title: Option<String>,
    /// What stands at the far end of its line: a date.
    pub aside: Option<String>,
    /// What it is, in the reader's language, or whose.
    pub detail: String,
    /// What kind of thing it is.
    pub kind: ItemKind,
    /// What is replaced: all of what was typed of it. Within one line.
    pub span: Span,
    /// What takes its place.
    pub insert: String,
    /// What of [`Item::insert`] is to be overwritten by the user, in this order, where the editor can lead there.
    pub stops: Vec<Span>,
    /// What the item is to be compared with what is typed by; it starts as the part of the span before the cursor does.
    pub filter: String,
    /// What is said of it when the user looks at it, by [`describe`](super::describe).
    pub topic: Option<Topic>,
}

/// What kind of thing is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// A resolution, or its date.
    Resolution,
    /// A phrase that opens a paragraph.
    Verb,
    /// A body, or its enacting line.
    Body,
    /// The label of a note.
    Note,
    /// Another document, by its symbol.
    Document,
    /// The place of a treaty.
    Treaty,
    /// A part of the same text.
    Part,
    /// An acronym.
    Acronym,
    /// A word of an instruction or of the settings: a verb, a key.
    Word,
    /// One of the values that a key may have.
    Value,
    /// The name of a rule.
    Rule,
    /// Something to be filled in.
    Snippet,
}

impl Completions {
    /// All that can be offered, whatever is typed on.
    pub(crate) fn whole(items: Vec<Item>) -> Completions {
        Completions { items, incomplete: false }
    }

    /// Adds what another source says, but for what is offered already.
    pub(super) fn append(&mut self, other: Completions) {
        self.incomplete |= other.incomplete;
        for item in other.items {
            if !self.items.iter().any(|known| known.insert == item.insert && known.span == item.span) {
                self.items.push(item);
            }
        }
    }
}

impl Item {
    /// An item of which nothing more is to be said.
    pub(crate) fn new(kind: ItemKind, label: impl Into<String>, detail: impl Into<String>, span: Span) -> Item {
        let label = label.into();
        Item {
            title: None,
            aside: None,
            detail: detail.into(),
            kind,
            span,
            insert: label.clone(),
            stops: Vec::new(),
            filter: label.clone(),
            topic: None,
            label,
        }
    }

    /// The item with something else to insert.
    pub(crate) fn inserting(self, insert: impl Into<String>) -> Item {
        Item { insert: insert.into(), ..self }
    }

    /// The item, to be kept for as long as what is typed leads to one of these texts; `typed` does now.
    pub(crate) fn found_by<'a>(self, typed: &str, texts: impl IntoIterator<Item = &'a str>) -> Item {
        let mut leading = texts.into_iter().filter_map(|text| Some(format!("{typed}{}", rest_after(text, typed)?)));
        let filter = leading.next().unwrap_or_else(|| typed.to_owned());
        Item { filter, ..self }
    }

    /// The item with what is to be said of it.
    pub(crate) fn about(self, topic: Topic) -> Item {
        Item { topic: Some(topic), ..self }
    }
}

/// What follows in a text after as much of it as is typed, in whatever case and with whatever apostrophe.
fn rest_after<'a>(text: &'a str, typed: &str) -> Option<&'a str> {
    let length = text.char_indices().nth(typed.chars().count()).map_or(text.len(), |(at, _)| at);
    crate::phrase::phrase_begins(text, typed).then(|| &text[length..])
}
