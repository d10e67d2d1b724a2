//! `textDocument/completion` and `completionItem/resolve`: resolutions by number and by the words of their titles.

use std::borrow::Cow;

use rapporteur_assist::{Completions, Item, card, complete};
use rapporteur_draft::{Draft, Language};
use ropey::Rope;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, CompletionParams,
    CompletionResponse, CompletionTextEdit, Documentation, InsertTextFormat, TextEdit, Uri,
};

use crate::lsp::{
    analysis::contained, client::Profile, document::Document, features::Feature, proto, session::Session,
};

/// How much of a draft is read, in bytes, to learn its language and its body while nothing is known of it yet.
const OPENING: usize = 16_384;

/// What an item has to remember until its documentation is asked for.
#[derive(Deserialize, Serialize)]
struct Memory {
    uri: Uri,
    symbol: String,
    language: String,
}

/// The resolutions that may be meant at a position. Answered at once, on the text as it is and what the last finished
/// analysis knows.
pub(in crate::lsp) fn completion(session: &Session, params: CompletionParams) -> Option<CompletionResponse> {
    let place = params.text_document_position;
    let uri = &place.text_document.uri;
    if !session.features(uri).has(Feature::Completion) {
        return None;
    }
    let document = session.documents.get(uri)?;
    let offset = proto::offset(document.rope(), session.profile().unit, place.position);
    let outcome = contained(|| {
        let reading = match &document.analysis {
            Some(analysis) => Cow::Borrowed(&analysis.draft),
            None => Cow::Owned(opening(&document)),
        };
        let found = complete(document.text(), &reading, offset, document.basis.project.registry());
        (found, reading.language)
    });
    match outcome {
        Ok((Completions { items, incomplete }, language)) => {
            let item = |(rank, item)| proto_item(rank, item, uri, document.rope(), session.profile(), language);
            Some(CompletionResponse::List(CompletionList {
                is_incomplete: incomplete,
                items: items.into_iter().enumerate().map(item).collect(),
            }))
        }
        Err(panic) => {
            session.log_fault("Completion", &panic);
            None
        }
    }
}

/// The documentation of an item that the user looks at.
pub(in crate::lsp) fn resolve(session: &Session, mut item: CompletionItem) -> CompletionItem {
    let memory = item.data.clone().and_then(|data| serde_json::from_value::<Memory>(data).ok());
    let found = memory.and_then(|memory| {
        let symbol = memory.symbol.parse().ok()?;
        let language = Language::from_code(&memory.language)?;
        let document = session.documents.get(&memory.uri)?;
        Some(card(symbol, document.basis.project.registry(), language, document.basis.settings.locale))
    });
    let form = session.profile().documentation;
    item.documentation = found.map(|shown| Documentation::MarkupContent(form.content(&shown)));
    item
}

/// A reading of the beginning of a draft, for as long as its first analysis is not finished.
fn opening(document: &Document) -> Draft {
    let rope = document.rope();
    let end = rope.char_to_byte(rope.byte_to_char(OPENING.min(rope.len_bytes())));
    Draft::read(&document.text()[..end], &document.basis.settings.hints)
}

fn proto_item(
    rank: usize,
    item: Item,
    uri: &Uri,
    rope: &Rope,
    profile: &Profile,
    language: Language,
) -> CompletionItem {
    let Item { symbol, label, title, date, body, span, insert, filter } = item;
    let dated = date.as_ref().map_or_else(|| body.to_owned(), |date| format!("{body}, {date}"));
    let range = proto::range(rope, profile.unit, &span);
    let (label_details, detail) = if profile.label_details {
        let title = title.map(|title| format!("  {title}"));
        (Some(CompletionItemLabelDetails { detail: title, description: date }), dated)
    } else {
        (None, title.map_or_else(|| dated.clone(), |title| format!("{title} ({dated})")))
    };
    // Of a plain text Neovim takes what stands before the first space, and would leave the date out.
    let snippet = profile.snippets && insert.contains(char::is_whitespace);
    let new_text = if snippet { snippet_of(&insert) } else { insert };
    let memory = Memory { uri: uri.clone(), symbol: symbol.to_string(), language: language.code().to_owned() };
    CompletionItem {
        label,
        label_details,
        kind: Some(CompletionItemKind::REFERENCE),
        detail: Some(detail),
        // Ranks have a fixed width, so that they sort as text.
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(filter),
        insert_text_format: snippet.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text })),
        data: serde_json::to_value(memory).ok(),
        ..CompletionItem::default()
    }
}

/// A snippet that inserts a text as it is.
fn snippet_of(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}
