//! `textDocument/completion` and `completionItem/resolve`: what can stand at the cursor.

use rapporteur_assist::{Completions, Item, ItemKind, Query, Topic, complete, complete_settings, describe};
use ropey::Rope;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, CompletionParams,
    CompletionResponse, CompletionTextEdit, Documentation, InsertTextFormat, TextEdit, Uri,
};

use crate::lsp::{
    analysis::contained, client::Profile, document::Document, features::Feature, proto, session::Session,
};

/// What an item has to remember until its documentation is asked for.
#[derive(Deserialize, Serialize)]
struct Memory {
    uri: Uri,
    topic: String,
}

/// What can stand at a position. Answered at once, on the text as it is and what the last finished analysis knows.
pub(in crate::lsp) fn completion(session: &Session, params: CompletionParams) -> Option<CompletionResponse> {
    let place = params.text_document_position;
    let uri = &place.text_document.uri;
    if !session.features(uri).has(Feature::Completion) {
        return None;
    }
    let document = session.documents.get(uri)?;
    let offset = proto::offset(document.rope(), session.profile().unit, place.position);
    let trigger = params.context.and_then(|context| context.trigger_character?.chars().next());
    match contained(|| offered(&document, offset, trigger)) {
        Ok(Completions { items, incomplete }) => {
            let item = |(rank, item)| proto_item(rank, item, uri, document.rope(), session.profile());
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
        let topic = Topic::from_key(&memory.topic)?;
        let document = session.documents.get(&memory.uri)?;
        let (draft, read) = document.reading();
        let registry = document.basis.project.registry();
        contained(|| describe(&topic, &draft, read, registry, &document.basis.settings)).ok()?
    });
    let form = session.profile().documentation;
    item.documentation = found.map(|shown| Documentation::MarkupContent(form.content(&shown)));
    item
}

fn offered(document: &Document, offset: usize, trigger: Option<char>) -> Completions {
    let text = document.text();
    let settings = &document.basis.settings;
    if document.basis.is_settings {
        return complete_settings(text, offset, settings.locale, trigger);
    }
    if document.basis.of_project {
        return Completions::default();
    }
    let (draft, read) = document.reading();
    let name = document.path.as_deref().and_then(|path| path.file_name()?.to_str());
    let registry = document.basis.project.registry();
    complete(&Query { text, offset, draft: &draft, read, registry, settings, name, trigger })
}

fn proto_item(rank: usize, item: Item, uri: &Uri, rope: &Rope, profile: &Profile) -> CompletionItem {
    let Item { label, title, aside, detail, kind, span, insert, stops, filter, topic } = item;
    let range = proto::range(rope, profile.unit, &span);
    let (label_details, detail) = if profile.label_details {
        let title = title.map(|title| format!("  {title}"));
        (Some(CompletionItemLabelDetails { detail: title, description: aside }), detail)
    } else {
        (None, title.map_or_else(|| detail.clone(), |title| format!("{title} ({detail})")))
    };
    // Of a plain text Neovim takes what stands before the first space, and would leave the date out.
    let snippet = profile.snippets && (!stops.is_empty() || insert.contains(char::is_whitespace));
    let new_text = if snippet { proto::snippet_of(&insert, &stops) } else { insert };
    let memory = topic.map(|topic| Memory { uri: uri.clone(), topic: topic.key() });
    CompletionItem {
        label,
        label_details,
        kind: Some(proto_kind(kind)),
        detail: Some(detail),
        // Ranks have a fixed width, so that they sort as text.
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(filter),
        insert_text_format: snippet.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text })),
        data: memory.and_then(|memory| serde_json::to_value(memory).ok()),
        ..CompletionItem::default()
    }
}

fn proto_kind(kind: ItemKind) -> CompletionItemKind {
    match kind {
        ItemKind::Resolution | ItemKind::Note | ItemKind::Part | ItemKind::Treaty => CompletionItemKind::REFERENCE,
        ItemKind::Verb | ItemKind::Word => CompletionItemKind::KEYWORD,
        ItemKind::Body => CompletionItemKind::MODULE,
        ItemKind::Document => CompletionItemKind::FILE,
        ItemKind::Acronym => CompletionItemKind::CONSTANT,
        ItemKind::Value => CompletionItemKind::VALUE,
        ItemKind::Rule => CompletionItemKind::ENUM_MEMBER,
        ItemKind::Snippet => CompletionItemKind::SNIPPET,
    }
}
