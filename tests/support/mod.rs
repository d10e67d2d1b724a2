//! Where the seeds and the corpus are, for those who have them.

#![allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]

use std::path::PathBuf;

/// The folder with the seeds, the corpus and the gold data: `$RAPPORTEUR_SHARED`, or `shared` beside the checkout.
pub fn shared() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let folder = std::env::var_os("RAPPORTEUR_SHARED").map_or(beside, PathBuf::from);
    folder.join("corpus").is_dir().then_some(folder)
}

/// The rows of a table with tabs and one header line.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}
