//! Writes a draft back.

use std::{fs, io::Write, path::Path};

use tempfile::NamedTempFile;

use crate::project::Trouble;

/// Replaces the text of a file in one step: whoever reads it sees the old text or the new one, and where anything
/// fails the old one stays. The permissions stay; of a symbolic link the file to which it leads is replaced.
pub(super) fn text(path: &Path, text: &str) -> Result<(), Trouble> {
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

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    /// The names in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn the_permissions_stay_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        text(&file, "new").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[test]
    fn the_file_to_which_a_link_leads_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("shelf")).unwrap();
        let (file, link) = (folder.path().join("shelf/a.md"), folder.path().join("link.md"));
        fs::write(&file, "old").unwrap();
        symlink("shelf/a.md", &link).unwrap();
        text(&link, "new").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[test]
    fn a_file_that_is_read_only_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
        let trouble = text(&file, "new").unwrap_err().to_string();
        assert!(trouble.contains("the file is read-only; the file is as it was"), "{trouble}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a.md"]);
    }
}
