//! Finds the drafts, or the exports, below the paths that were named.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::read::{Input, unreadable};
use crate::project::{Projects, Trouble};

/// The endings of drafts, unless `include` in `rapporteur.toml` says otherwise.
const EXTENSIONS: [&str; 3] = ["md", "markdown", "txt"];

/// The drafts at and below these paths, each once, in the order of their names, and what could not be read.
///
/// A file that is named is always taken. In folders, hidden files and those that ignore files or the settings leave
/// out are passed over.
pub(super) fn drafts(paths: &[PathBuf], projects: &Projects) -> (Vec<Input>, Vec<Trouble>) {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(|path| path.is_dir());
    let found = Mutex::new(files.into_iter().map(|file| tidy(file)).collect::<Vec<PathBuf>>());
    let troubles = Mutex::new(Vec::new());
    if let Some((first, others)) = folders.split_first() {
        let mut walk = WalkBuilder::new(first);
        for folder in others {
            walk.add(folder);
        }
        walk.require_git(false).build_parallel().run(|| {
            Box::new(|entry| match entry {
                Ok(entry) if entry.depth() > 0 && projects.of(entry.path()).excludes(entry.path()) => WalkState::Skip,
                Ok(entry) => {
                    if is_draft(&entry, projects) {
                        found.lock().unwrap_or_else(PoisonError::into_inner).push(tidy(entry.path()));
                    }
                    WalkState::Continue
                }
                Err(error) => {
                    troubles.lock().unwrap_or_else(PoisonError::into_inner).push(trouble(&error));
                    WalkState::Continue
                }
            })
        });
    }
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort();
    found.dedup();
    let mut troubles = troubles.into_inner().unwrap_or_else(PoisonError::into_inner);
    troubles.sort();
    (found.into_iter().map(Input::File).collect(), troubles)
}

/// The files among these paths and the XML files below the folders among them, in the order of the paths and of their
/// names, and what could not be read.
pub(super) fn exports(paths: &[PathBuf]) -> (Vec<Input>, Vec<Trouble>) {
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for path in paths {
        if !path.is_dir() {
            found.push(Input::File(path.clone()));
            continue;
        }
        let is_xml =
            |entry: &DirEntry| entry.path().extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
        for entry in WalkBuilder::new(path).standard_filters(false).sort_by_file_path(Path::cmp).build() {
            match entry {
                Ok(entry) if entry.path().is_file() && is_xml(&entry) => found.push(Input::File(entry.into_path())),
                Ok(_) => {}
                Err(error) => troubles.push(trouble(&error)),
            }
        }
    }
    (found, troubles)
}

fn is_draft(entry: &DirEntry, projects: &Projects) -> bool {
    let path = entry.path();
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file() || (kind.is_symlink() && path.is_file()));
    let known_ending = || {
        let ending = path.extension().unwrap_or_default();
        EXTENSIONS.iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    is_file && projects.of(path).includes(path).unwrap_or_else(known_ending)
}

/// `./a.md` and `a.md` are one file.
fn tidy(path: &Path) -> PathBuf {
    path.components().filter(|component| *component != std::path::Component::CurDir).collect()
}

fn trouble(error: &ignore::Error) -> Trouble {
    match error {
        ignore::Error::WithDepth { err, .. } => trouble(err),
        ignore::Error::WithPath { path, err } => match err.io_error() {
            Some(io) => unreadable(path, io),
            None => Trouble::new(path, err.to_string()),
        },
        other => Trouble::new(Path::new("."), other.to_string()),
    }
}
