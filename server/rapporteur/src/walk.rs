//! Finds the drafts in folders: those that are named on the command line, those of an editor's workspace.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use ignore::{DirEntry, WalkBuilder, WalkState};

use crate::project::{Projects, Trouble};

/// The endings of drafts, unless `include` in `rapporteur.toml` says otherwise.
pub const EXTENSIONS: [&str; 3] = ["md", "markdown", "txt"];

/// The drafts at and below these paths, each once, in the order of their names, and what could not be read.
///
/// A file that is named is always taken. In folders, hidden files and those that ignore files or the settings leave
/// out are passed over, and links to other folders are not followed. `most` is the number of files and folders that are
/// looked at: who opens a whole disk does not mean all that is on it.
pub fn drafts(paths: &[PathBuf], projects: &Projects, most: usize) -> (Vec<PathBuf>, Vec<Trouble>) {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(|path| path.is_dir());
    let found = Mutex::new(files.into_iter().map(|file| tidy(file)).collect::<Vec<PathBuf>>());
    let seen = AtomicUsize::new(0);
    let troubles = Mutex::new(Vec::new());
    if let Some((first, others)) = folders.split_first() {
        let mut walk = WalkBuilder::new(first);
        for folder in others {
            walk.add(folder);
        }
        walk.require_git(false).build_parallel().run(|| {
            Box::new(|entry| match entry {
                _ if seen.fetch_add(1, Ordering::Relaxed) >= most => WalkState::Quit,
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

/// What keeps a walk from looking at a file or folder.
pub fn trouble(error: &ignore::Error) -> Trouble {
    match error {
        ignore::Error::WithDepth { err, .. } => trouble(err),
        ignore::Error::WithPath { path, err } => match err.io_error() {
            Some(io) => unreadable(path, io),
            None => Trouble::new(path, err.to_string()),
        },
        other => Trouble::new(Path::new("."), other.to_string()),
    }
}

/// Says what is the matter with a file or folder that can't be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Trouble {
    let message = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "may not be read; change its permissions (`chmod u+r`), or leave it out with `exclude` in rapporteur.toml"
                .to_owned()
        }
        _ => format!("can't be read: {error}"),
    };
    Trouble::new(path, message)
}
