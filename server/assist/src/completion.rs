//! Completion: what can stand at the cursor, by what stands before it.
//!
//! Each source of items is a file and looks for itself whether it is asked for. What the sources say is put together here.
//! Completion pops up by itself while people write: in the middle of a sentence there is nothing to offer, unless what
//! stands before the cursor asks for it.

mod acronyms;
mod bodies;
mod dates;
mod documents;
mod head;
mod instructions;
mod item;
mod notes;
mod place;
mod references;
mod resolutions;
mod snippets;
mod topic;
mod treaties;
mod verbs;

use rapporteur_draft::Draft;
use rapporteur_lint::Settings;
use rapporteur_registry::Registry;

pub use item::{Completions, Item, ItemKind};
pub(crate) use topic::rule_page;
pub use topic::{Topic, describe};

use head::Head;
use place::Place;

/// How many items are offered at once.
pub(crate) const LIMIT: usize = 100;

/// Where in which text something is to be completed.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// The text as it is.
    pub text: &'a str,
    /// The cursor, as a byte offset into [`Query::text`].
    pub offset: usize,
    /// A reading of the text, or of an earlier state of it.
    pub draft: &'a Draft,
    /// What [`Query::draft`] is the reading of.
    pub read: &'a str,
    /// The resolutions that are known.
    pub registry: &'a Registry,
    /// The settings for the draft.
    pub settings: &'a Settings,
    /// The name of its file, if it has one: `draft.fr.md` is in French.
    pub name: Option<&'a str>,
    /// The mark that the editor asks after by itself; `None` where the user asks, or types a letter.
    pub trigger: Option<char>,
}

/// What can stand at a place in a text, the best first.
pub fn complete(query: &Query<'_>) -> Completions {
    let begun = place::as_resolution(query);
    let query = match &begun {
        Some((read, draft)) => &Query { draft, read, ..*query },
        None => query,
    };
    let place = Place::new(query);
    // In a comment, in a call and in an empty text nothing else can stand.
    if let Some(items) = instructions::items(&place) {
        return Completions::whole(items);
    }
    if let Some(items) = notes::items(&place) {
        return Completions::whole(items);
    }
    if let Some(items) = snippets::of_drafts(&place) {
        return Completions::whole(items);
    }
    let mut found = match Head::at(&place) {
        Some(head) => at_head(&place, &head),
        None => Completions::default(),
    };
    found.append(treaties::items(&place));
    found.append(resolutions::items(&place));
    found.append(Completions::whole(references::items(&place)));
    found.append(Completions::whole(documents::items(&place)));
    found.append(Completions::whole(acronyms::items(&place)));
    found.append(Completions::whole(bodies::in_text(&place)));
    found
}

/// What can stand at the head of a paragraph.
fn at_head(place: &Place<'_>, head: &Head) -> Completions {
    let mut found = Completions::whole(bodies::enacting_lines(place, head));
    found.append(verbs::items(place, head));
    found.append(Completions::whole(snippets::of_paragraphs(place, head)));
    found
}
