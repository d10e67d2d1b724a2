//! Writes a file anew.

use std::{fs, io, path::Path};

use tempfile::NamedTempFile;

use crate::project::Trouble;

/// Replaces the text of a file in one step, or makes a new file: whoever reads it sees the old text or the new one, and
/// where anything fails the old one stays. The permissions stay; of a symbolic link the file to which it leads is
/// replaced.
pub(super) fn text(path: &Path, text: &str) -> Result<(), Trouble> {
    write(path, text).map_err(|error| Trouble::new(path, format!("can't be written: {error}; the file is as it was")))
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let target = match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        target => target?,
    };
    let permissions = fs::metadata(&target).ok().map(|metadata| metadata.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let mut file = beside(&target)?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// A file in the folder of another, with the permissions of any new file.
fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rapporteur-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
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
    fn a_new_file_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        text(&file, "new").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_ne!(fs::metadata(&file).unwrap().permissions().mode() & 0o400, 0);
        let trouble = text(&folder.path().join("no/a.md"), "new").unwrap_err().to_string();
        assert!(trouble.contains("can't be written: "), "{trouble}");
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
