//! Where the documents that a draft names are found on the web.

use rapporteur_draft::{Draft, Span};
use rapporteur_registry::Registry;
use rapporteur_symbol::{Symbol, document_address};

/// A stretch of the text that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLink {
    /// What leads there.
    pub span: Span,
    /// The page, in the language of the draft.
    pub page: String,
    /// The text that is found there, where the registry may know it.
    pub symbol: Option<Symbol>,
}

/// The citations and document symbols of a draft with their pages, in the order of the text. What the draft itself
/// links is left to its link.
pub fn links(draft: &Draft, registry: &Registry) -> Vec<DocumentLink> {
    let language = draft.language.code();
    let cited = draft.citations.iter().filter_map(|citation| {
        let symbol = citation.symbol?;
        let page = registry.address(symbol, language)?;
        Some(DocumentLink { span: citation.span.clone(), page, symbol: Some(symbol) })
    });
    let named = draft.symbols.iter().map(|mention| DocumentLink {
        span: mention.span.clone(),
        page: document_address(&mention.text, language),
        symbol: None,
    });
    let mut found: Vec<DocumentLink> = cited.chain(named).collect();
    // Stable: where a citation is printed as a symbol, the citation comes first.
    found.sort_by_key(|link| link.span.start);
    let mut own = draft.links.iter().map(|link| &link.span).peekable();
    let mut end = 0;
    found.retain(|link| {
        while own.next_if(|own| own.end <= link.span.start).is_some() {}
        let linked = own.peek().is_some_and(|own| own.start < link.span.end);
        let free = !linked && link.span.start >= end;
        if free {
            end = link.span.end;
        }
        free
    });
    found
}
