//! `rapporteur/text`, a request of our own: the text of a document as the server has it, for those who look into an editor
//! that shows findings in the wrong places.

use serde::Serialize;

use crate::lsp::{request::DocumentParams, session::Session};

/// What the server has.
#[derive(Debug, Serialize)]
pub(in crate::lsp) struct Text {
    version: i32,
    text: String,
}

/// The text of an open document with its version; `None` of any other.
pub(in crate::lsp) fn text(session: &Session, params: &DocumentParams) -> Option<Text> {
    let document = session.documents.get(&params.text_document.uri)?;
    Some(Text { version: document.version, text: document.rope().to_string() })
}
