//! What the client has set, in general and for each folder of the workspace, and the projects under these settings.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::Value;

use crate::project::Projects;

use super::settings::ClientSettings;

/// Settings of the client, and the projects whose own settings lie over them.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) client: ClientSettings,
    pub(super) projects: Arc<Projects>,
}

impl Scope {
    fn new(client: ClientSettings) -> Scope {
        Scope { projects: Arc::new(client.projects()), client }
    }

    fn renewed(&self, client: ClientSettings) -> Scope {
        Scope { projects: Arc::new(self.projects.renewed(client.options.clone())), client }
    }
}

/// What holds in general, and what holds in folders for which the client has set something else.
#[derive(Debug)]
pub(super) struct Scopes {
    general: Scope,
    folders: Vec<(PathBuf, Scope)>,
}

impl Default for Scopes {
    fn default() -> Scopes {
        Scopes { general: Scope::new(ClientSettings::default()), folders: Vec::new() }
    }
}

impl Scopes {
    /// What holds for a path; without one, what holds in general.
    pub(super) fn of(&self, path: Option<&Path>) -> &Scope {
        let holding = self.folders.iter().filter(|(folder, _)| path.is_some_and(|path| path.starts_with(folder)));
        holding.max_by_key(|(folder, _)| folder.components().count()).map_or(&self.general, |(_, scope)| scope)
    }

    /// The projects of all of them.
    pub(super) fn all(&self) -> Vec<Arc<Projects>> {
        let own = self.folders.iter().map(|(_, scope)| &scope.projects);
        [&self.general.projects].into_iter().chain(own).cloned().collect()
    }

    /// Takes over what the client has set. Folders for which it has set nothing of their own share what holds in general.
    /// Gives a sentence for each thing that is wrong.
    pub(super) fn set(&mut self, general: &Value, folders: &[(PathBuf, Value)], locale: Option<&str>) -> Vec<String> {
        let (client, mut problems) = ClientSettings::read(general, locale);
        self.general = self.general.renewed(client);
        self.folders.clear();
        for (folder, value) in folders.iter().filter(|(_, value)| !value.is_null() && value != general) {
            let (client, more) = ClientSettings::read(value, locale);
            problems.extend(more.into_iter().filter(|problem| !problems.contains(problem)).collect::<Vec<_>>());
            self.folders.push((folder.clone(), Scope::new(client)));
        }
        problems
    }

    /// Forgets what was read of `rapporteur.toml` files, so that they are read again.
    pub(super) fn renew(&mut self) {
        for scope in [&mut self.general].into_iter().chain(self.folders.iter_mut().map(|(_, scope)| scope)) {
            *scope = scope.renewed(scope.client.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::lsp::features::Feature;

    #[test]
    fn the_innermost_folder_that_has_settings_of_its_own_holds() {
        let mut scopes = Scopes::default();
        let general = json!({ "hover": false });
        let folders = [
            (PathBuf::from("/a"), json!({ "rename": false })),
            (PathBuf::from("/a/b"), json!({ "codeLens": false })),
            (PathBuf::from("/c"), general.clone()),
            (PathBuf::from("/d"), Value::Null),
        ];
        assert_eq!(scopes.set(&general, &folders, None), [""; 0]);
        let off = |path: Option<&str>| {
            let features = scopes.of(path.map(Path::new)).client.features;
            let off = Feature::KEYS.into_iter().filter(|(feature, _)| !features.has(*feature));
            off.map(|(_, key)| key).collect::<Vec<_>>()
        };
        assert_eq!(off(None), ["hover"]);
        assert_eq!(off(Some("/a/draft.md")), ["rename"]);
        assert_eq!(off(Some("/a/b/draft.md")), ["codeLens"]);
        assert_eq!(off(Some("/ab/draft.md")), ["hover"]);
        assert_eq!(off(Some("/d/draft.md")), ["hover"]);
        assert_eq!(scopes.all().len(), 3);
    }
}
