//! What the server can do, feature by feature, each of which the client's settings can switch off.

/// A feature of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Feature {
    /// Diagnostics, pushed or pulled.
    Diagnostics,
    /// Completion.
    Completion,
    /// What is shown under the pointer.
    Hover,
    /// Quick fixes, refactorings and source actions.
    CodeAction,
    /// Where what is under the cursor is defined.
    Definition,
    /// Where else it is mentioned.
    References,
    /// The same within the document, as the cursor moves.
    DocumentHighlight,
    /// Renaming labels of notes, numbers of paragraphs, acronyms.
    Rename,
    /// The outline.
    DocumentSymbol,
    /// Searching drafts and resolutions.
    WorkspaceSymbol,
    /// Folding.
    FoldingRange,
    /// Selecting more and more around the cursor.
    SelectionRange,
    /// Links to the pages of documents.
    DocumentLink,
    /// Colouring by meaning.
    SemanticTokens,
    /// What is shown between the words.
    InlayHint,
    /// What is shown above the enacting line.
    CodeLens,
    /// Formatting of the whole draft or a part.
    Formatting,
    /// Formatting while typing.
    OnTypeFormatting,
}

impl Feature {
    /// The features with the keys that switch them.
    pub(super) const KEYS: [(Feature, &'static str); 18] = [
        (Feature::Diagnostics, "diagnostics"),
        (Feature::Completion, "completion"),
        (Feature::Hover, "hover"),
        (Feature::CodeAction, "codeAction"),
        (Feature::Definition, "definition"),
        (Feature::References, "references"),
        (Feature::DocumentHighlight, "documentHighlight"),
        (Feature::Rename, "rename"),
        (Feature::DocumentSymbol, "documentSymbol"),
        (Feature::WorkspaceSymbol, "workspaceSymbol"),
        (Feature::FoldingRange, "foldingRange"),
        (Feature::SelectionRange, "selectionRange"),
        (Feature::DocumentLink, "documentLink"),
        (Feature::SemanticTokens, "semanticTokens"),
        (Feature::InlayHint, "inlayHint"),
        (Feature::CodeLens, "codeLens"),
        (Feature::Formatting, "formatting"),
        (Feature::OnTypeFormatting, "onTypeFormatting"),
    ];

    /// The key that switches it.
    pub(super) fn key(self) -> &'static str {
        Self::KEYS[self as usize].1
    }
}

/// Which features are switched off; none unless the client says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Features {
    off: [bool; Feature::KEYS.len()],
}

impl Features {
    /// Whether a feature is switched on.
    pub(super) fn has(self, feature: Feature) -> bool {
        !self.off[feature as usize]
    }

    /// Switches a feature off.
    pub(super) fn switch_off(&mut self, feature: Feature) {
        self.off[feature as usize] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_the_order_of_the_features() {
        for (index, (feature, key)) in Feature::KEYS.into_iter().enumerate() {
            assert_eq!((feature as usize, feature.key()), (index, key));
        }
    }
}
