//! A project's own tables of resolutions, which lie over the embedded registry.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rapporteur_registry::{Layer, Registry};
use toml::Spanned;

use super::{Trouble, shown};

/// The embedded registry with the tables over it that `rapporteur.toml` names; `text` is what stands in that file.
/// The good rows of a table hold, whatever is wrong with others.
pub(super) fn lay_over(
    settings: &Path,
    text: &str,
    patterns: Option<&[Spanned<String>]>,
    troubles: &mut Vec<Trouble>,
) -> Registry {
    let mut layers = Vec::new();
    for pattern in patterns.into_iter().flatten() {
        match files(settings, pattern.get_ref(), troubles) {
            Ok(files) => layers.extend(files.iter().filter_map(|file| read(file, troubles))),
            Err(message) => troubles.push(Trouble::at(settings, text, pattern.span().start, message)),
        }
    }
    Registry::embedded().with_layers(layers)
}

/// Whether a pattern in the settings of a folder names a file. Said of one that leads out of the folder without a
/// closer look.
pub(super) fn names(root: Option<&Path>, pattern: &str, file: &Path) -> bool {
    let root = root.map(Path::to_string_lossy).unwrap_or_default();
    let full = glob::Pattern::new(&format!("{}/{pattern}", glob::Pattern::escape(&root)));
    pattern.contains("..") || full.is_ok_and(|full| full.matches_path(file))
}

/// The tables that a pattern in the settings of a folder names: those that are there, or the one that it names although
/// it is not there yet.
pub(super) fn paths(root: &Path, pattern: &str) -> Vec<PathBuf> {
    let full = format!("{}/{pattern}", glob::Pattern::escape(&root.to_string_lossy()));
    let found: Vec<PathBuf> = glob::glob(&full).into_iter().flatten().flatten().collect();
    let is_name = glob::Pattern::escape(pattern) == pattern;
    if found.is_empty() && is_name { vec![root.join(pattern)] } else { found }
}

/// The files that a pattern names, in the order of their names.
fn files(settings: &Path, pattern: &str, troubles: &mut Vec<Trouble>) -> Result<Vec<PathBuf>, String> {
    let root = settings.parent().map(|root| root.to_string_lossy()).unwrap_or_default();
    let full = format!("{}/{pattern}", glob::Pattern::escape(&root));
    let found = glob::glob(&full).map_err(|error| format!("`{pattern}` is not a pattern: {}", error.msg))?;
    let mut files = Vec::new();
    for file in found {
        match file {
            Ok(file) => files.push(file),
            Err(error) => {
                troubles.push(Trouble::new(error.path(), format!("the folder can't be read: {}", error.error())));
            }
        }
    }
    if files.is_empty() {
        return Err(format!(
            "there is no table `{pattern}`; correct the path, which starts at the folder of this file, or remove it"
        ));
    }
    Ok(files)
}

fn read(file: &Path, troubles: &mut Vec<Trouble>) -> Option<Layer> {
    match fs::read_to_string(file) {
        Ok(text) => {
            let (layer, problems) = Layer::read(&text, &shown(file).to_string_lossy());
            troubles.extend(problems.into_iter().map(|problem| Trouble::in_table(file, problem)));
            Some(layer)
        }
        Err(error) => {
            troubles.push(Trouble::new(file, format!("the table can't be read: {error}; it must be UTF-8 text")));
            None
        }
    }
}
