//! Our own drafts, which have every kind of mistake in them.

use std::{fs, path::Path};

/// The drafts with their names.
pub fn all() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/drafts");
    let mut drafts = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of drafts") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".md") && !name.ends_with(".fixed.md") {
            drafts.push((name, fs::read_to_string(&path).expect("a draft")));
        }
    }
    assert!(drafts.len() > 50);
    drafts
}
