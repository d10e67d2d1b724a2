//! Writes a draft back.

use std::{fs, io::Write, path::Path};

use tempfile::NamedTempFile;

use crate::project::Trouble;

/// Replaces the text of a file in one step: whoever reads it sees the old text or the new one, and where anything
/// fails the old one stays. The permissions stay; of a symbolic link the file to which it leads is replaced.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), Trouble> {
    let write = || {
        let target = fs::canonicalize(path)?;
        let metadata = fs::metadata(&target)?;
        if metadata.permissions().readonly() {
            return Err(std::io::Error::new(std::io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        let folder = target.parent().unwrap_or(Path::new("."));
        let mut file = NamedTempFile::with_prefix_in(".rapporteur-", folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().set_permissions(metadata.permissions())?;
        file.as_file().sync_all()?;
        file.persist(&target)?;
        Ok(())
    };
    write().map_err(|error: std::io::Error| {
        Trouble::new(path, format!("the fixes can't be written: {error}; the file is as it was"))
    })
}
