//! An open draft.

use std::{borrow::Cow, path::PathBuf, sync::Arc};

use rapporteur_draft::Draft;
use ropey::Rope;
use tokio::sync::watch;
use tower_lsp::ls_types::TextDocumentContentChangeEvent;

use crate::position::Unit;

use super::{
    analysis::{Analysis, Input},
    handlers::semantic_tokens::Sent,
    proto,
    settings::Basis,
};

/// How much of a draft is read, in bytes, to learn its language and its body while nothing is known of it yet.
const OPENING: usize = 16_384;

/// An open draft: its text as the client has it, and what the last analysis found.
pub(super) struct Document {
    /// Where it is stored, unless it is new or not a file.
    pub(super) path: Option<PathBuf>,
    /// The client's version of the text.
    pub(super) version: i32,
    /// Under what settings it is checked.
    pub(super) basis: Basis,
    /// The last finished analysis; of an earlier text while a new one is under way.
    pub(super) analysis: Option<Arc<Analysis>>,
    /// The tokens that the client has of it.
    pub(super) tokens: Option<Sent>,
    /// Whether a thread is at work on it.
    pub(super) busy: bool,
    /// The revision at which it was opened. It tells this document from one of the same name that was closed.
    pub(super) opened: u64,
    revision: u64,
    rope: Rope,
    text: Arc<String>,
    /// Tells those who wait for it that an analysis has come in.
    news: watch::Sender<()>,
}

impl Document {
    /// A draft as the client opens it.
    pub(super) fn new(path: Option<PathBuf>, version: i32, text: String, basis: Basis, revision: u64) -> Document {
        Document {
            path,
            version,
            basis,
            analysis: None,
            tokens: None,
            busy: false,
            opened: revision,
            revision,
            rope: Rope::from_str(&text),
            text: Arc::new(text),
            news: watch::Sender::new(()),
        }
    }

    /// Steps with every change of the text or of the settings; unique in the session.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// The text.
    pub(super) fn text(&self) -> &Arc<String> {
        &self.text
    }

    /// The text, for positions.
    pub(super) fn rope(&self) -> &Rope {
        &self.rope
    }

    /// What is known of a draft, and of what text: for as long as its first analysis is not finished, a reading of its beginning.
    pub(super) fn reading(&self) -> (Cow<'_, Draft>, &str) {
        if let Some(analysis) = &self.analysis {
            return (Cow::Borrowed(&analysis.draft), &analysis.text);
        }
        let rope = self.rope();
        let end = rope.char_to_byte(rope.byte_to_char(OPENING.min(rope.len_bytes())));
        let opening = &self.text()[..end];
        (Cow::Owned(Draft::read(opening, &self.basis.settings.hints)), opening)
    }

    /// Applies the client's edits, each to the result of the one before.
    pub(super) fn edit(
        &mut self,
        changes: Vec<TextDocumentContentChangeEvent>,
        version: i32,
        unit: Unit,
        revision: u64,
    ) {
        for change in changes {
            match change.range {
                Some(range) => {
                    let span = proto::span(&self.rope, unit, range);
                    let start = self.rope.byte_to_char(span.start);
                    self.rope.remove(start..self.rope.byte_to_char(span.end));
                    self.rope.insert(start, &change.text);
                }
                None => self.rope = Rope::from_str(&change.text),
            }
        }
        self.text = Arc::new(self.rope.to_string());
        self.version = version;
        self.revision = revision;
    }

    /// Puts it under other settings.
    pub(super) fn set_basis(&mut self, basis: Basis, revision: u64) {
        self.basis = basis;
        self.revision = revision;
    }

    /// What an analysis of its present state needs.
    pub(super) fn input(&self) -> Input {
        Input {
            revision: self.revision,
            version: self.version,
            path: self.path.clone(),
            text: self.text.clone(),
            rope: self.rope.clone(),
            basis: self.basis.clone(),
            previous: self.analysis.clone(),
        }
    }

    /// The analysis of its present state, if it is there.
    pub(super) fn current_analysis(&self) -> Option<&Arc<Analysis>> {
        self.analysis.as_ref().filter(|analysis| analysis.revision == self.revision)
    }

    /// Takes in an analysis. One of an earlier state still serves as the ground for the next.
    pub(super) fn take_in(&mut self, analysis: Arc<Analysis>) {
        self.analysis = Some(analysis);
        self.news.send_replace(());
    }

    /// Takes in that an analysis has failed.
    pub(super) fn give_up(&mut self) {
        self.news.send_replace(());
    }

    /// Waits for the next analysis to come in.
    pub(super) fn news(&self) -> watch::Receiver<()> {
        self.news.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use tower_lsp::ls_types::{Position, Range};

    use super::*;
    use crate::project::{Projects, Source};

    fn document(text: &str) -> Document {
        let projects = Projects::new(Source::None, Default::default(), Default::default());
        let path = PathBuf::from("/drafts/draft.md");
        let basis = Basis::new(&projects, &path);
        Document::new(Some(path), 1, text.to_owned(), basis, 0)
    }

    fn change(start: (u32, u32), end: (u32, u32), text: &str) -> TextDocumentContentChangeEvent {
        let place = |(line, character)| Position { line, character };
        TextDocumentContentChangeEvent {
            range: Some(Range { start: place(start), end: place(end) }),
            range_length: None,
            text: text.to_owned(),
        }
    }

    #[test]
    fn each_edit_applies_to_the_result_of_the_one_before() {
        let mut document = document("a😀b\r\nc");
        document.edit(
            vec![change((0, 3), (0, 4), "B\n"), change((1, 0), (1, 9), "x"), change((2, 0), (2, 1), "")],
            2,
            Unit::Utf16,
            1,
        );
        assert_eq!(document.text().as_str(), "a😀B\nx\r\n");
        assert_eq!((document.version, document.revision()), (2, 1));
    }

    #[test]
    fn an_edit_without_range_replaces_all() {
        let mut document = document("old");
        let all = TextDocumentContentChangeEvent { range: None, range_length: None, text: "new\n".to_owned() };
        document.edit(vec![all, change((1, 0), (1, 0), "end")], 2, Unit::Utf16, 1);
        assert_eq!(document.text().as_str(), "new\nend");
    }

    #[test]
    fn an_analysis_of_an_earlier_revision_is_not_current() {
        let mut document = document("text");
        let analysis = |document: &Document| Arc::new(document.input().analyse().unwrap());
        let stale = analysis(&document);
        document.edit(vec![change((0, 0), (0, 0), "a ")], 2, Unit::Utf16, 1);
        document.take_in(stale);
        assert!(document.current_analysis().is_none() && document.analysis.is_some());
        let fresh = analysis(&document);
        document.take_in(fresh);
        assert_eq!(document.current_analysis().map(|analysis| analysis.version), Some(2));
    }
}
