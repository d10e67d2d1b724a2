//! How a change of a file is noticed without reading it.

use std::{fs, path::Path, time::SystemTime};

/// The state of a file or folder: when it was last written, and its length. All that is absent is alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(Option<(SystemTime, u64)>);

impl Stamp {
    /// The present state of a file or folder.
    pub fn of(path: &Path) -> Stamp {
        let state = |found: fs::Metadata| Some((found.modified().ok()?, found.len()));
        Stamp(fs::metadata(path).ok().and_then(state))
    }

    /// The length of the file, in bytes; `None` for what is absent.
    pub fn length(self) -> Option<u64> {
        self.0.map(|(_, length)| length)
    }
}
