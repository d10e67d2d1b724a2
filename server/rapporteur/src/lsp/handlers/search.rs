//! `rapporteur/search`, a request of our own: resolutions by number or by words of their titles, with how they are cited.

use rapporteur_assist::{Citable, citable};
use rapporteur_draft::Language;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::TextDocumentIdentifier;

use crate::lsp::{analysis::contained, session::Session};

/// How many are given to a client that does not say how many it wants, and to any.
const USUAL: usize = 50;
const MOST: usize = 500;

/// What is looked for, for which document.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct SearchParams {
    query: String,
    text_document: Option<TextDocumentIdentifier>,
    limit: Option<usize>,
}

/// A text that was found.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::lsp) struct Hit {
    symbol: String,
    /// ISO 8601.
    date: Option<String>,
    title: Option<String>,
    body: &'static str,
    citation: String,
}

/// The texts that a query means, the likeliest first, in the registry and in the tables of the document's project. Titles
/// and citations are in the language of the document, or in English where none is named. Answered at once, by what is known
/// of the document so far; `None` of a document that is not open.
pub(in crate::lsp) fn search(session: &Session, params: &SearchParams) -> Option<Vec<Hit>> {
    let (basis, language) = match &params.text_document {
        Some(document) => {
            let document = session.documents.get(&document.uri)?;
            let language = contained(|| document.reading().0.language);
            (document.basis.clone(), language.unwrap_or(Language::ENGLISH))
        }
        None => (session.basis(None), Language::ENGLISH),
    };
    let limit = params.limit.unwrap_or(USUAL).min(MOST);
    let found = contained(|| citable(&params.query, basis.project.registry(), language, limit));
    let found = found.inspect_err(|panic| session.log_fault("rapporteur/search", panic)).unwrap_or_default();
    Some(found.into_iter().map(hit).collect())
}

fn hit(Citable { symbol, day, title, body, citation }: Citable) -> Hit {
    Hit { symbol: symbol.to_string(), date: day.map(|day| day.to_string()), title, body, citation }
}
