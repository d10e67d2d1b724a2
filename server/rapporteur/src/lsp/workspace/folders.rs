//! The folders of the workspace.

use std::{
    path::PathBuf,
    sync::{PoisonError, RwLock},
};

use tower_lsp::ls_types::Uri;

use crate::lsp::proto;

/// A folder of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lsp) struct Folder {
    /// As the client names it.
    pub(in crate::lsp) uri: Uri,
    /// Where it is.
    pub(in crate::lsp) path: PathBuf,
}

/// The folders of the workspace, in the client's order. Folders that are not on disk are left out.
#[derive(Debug, Default)]
pub(in crate::lsp) struct Folders(RwLock<Vec<Folder>>);

impl Folders {
    /// Adds folders that are not known yet.
    pub(in crate::lsp) fn add(&self, uris: impl IntoIterator<Item = Uri>) {
        let mut folders = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for uri in uris {
            if let Some(path) = proto::path(&uri)
                && !folders.iter().any(|folder| folder.path == path)
            {
                folders.push(Folder { uri, path });
            }
        }
    }

    /// Takes folders away.
    pub(in crate::lsp) fn remove(&self, uris: impl IntoIterator<Item = Uri>) {
        let paths: Vec<PathBuf> = uris.into_iter().filter_map(|uri| proto::path(&uri)).collect();
        self.0.write().unwrap_or_else(PoisonError::into_inner).retain(|folder| !paths.contains(&folder.path));
    }

    /// All of them.
    pub(in crate::lsp) fn all(&self) -> Vec<Folder> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Where they are.
    pub(in crate::lsp) fn paths(&self) -> Vec<PathBuf> {
        self.all().into_iter().map(|folder| folder.path).collect()
    }

    /// The first of them: drafts that are not stored yet are taken to belong there.
    pub(in crate::lsp) fn first(&self) -> Option<PathBuf> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).first().map(|folder| folder.path.clone())
    }
}
