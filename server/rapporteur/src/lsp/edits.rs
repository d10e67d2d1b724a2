//! Edits to an open draft as the client takes them.

use std::collections::HashMap;

use rapporteur_lint::Edit;
use tower_lsp::ls_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, Uri, WorkspaceEdit,
};

use super::{analysis::Analysis, client::Profile, proto};

/// Edits to the text of an analysis, bound to its version where the client can do that.
pub(super) fn workspace_edit(profile: &Profile, uri: &Uri, analysis: &Analysis, edits: &[Edit]) -> WorkspaceEdit {
    let edits = edits.iter().map(|edit| proto::text_edit(&analysis.rope, profile.unit, edit));
    if !profile.versioned_edits {
        return WorkspaceEdit {
            changes: Some(HashMap::from([(uri.clone(), edits.collect())])),
            ..WorkspaceEdit::default()
        };
    }
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version: Some(analysis.version) };
    let edit = TextDocumentEdit { text_document, edits: edits.map(OneOf::Left).collect() };
    WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![edit])), ..WorkspaceEdit::default() }
}
