//! Finds the exports below the paths that were named.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::read::Input;
use crate::{project::Trouble, walk::trouble};

/// The files among these paths and the XML files below the folders among them, in the order of the paths and of their
/// names, and what could not be read.
pub(super) fn find(paths: &[PathBuf]) -> (Vec<Input>, Vec<Trouble>) {
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
