//! A project's own tables of resolutions, which lie over the embedded registry.

use std::path::{Path, PathBuf};

use rapporteur_registry::Registry;
use toml::Spanned;

use super::Trouble;

/// The embedded registry with the tables over it that `rapporteur.toml` names.
pub(super) fn lay_over(
    settings: &Path,
    text: &str,
    patterns: Option<&[Spanned<String>]>,
    troubles: &mut Vec<Trouble>,
) -> Registry {
    for pattern in patterns.into_iter().flatten() {
        match files(settings, pattern.get_ref(), troubles) {
            Ok(files) => {
                let _ = files;
            }
            Err(message) => troubles.push(Trouble::at(settings, text, pattern.span().start, message)),
        }
    }
    Registry::default()
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
                troubles.push(Trouble::new(error.path(), format!("this folder can't be read: {}", error.error())))
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
