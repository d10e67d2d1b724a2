//! Where the seeds and the corpus are, for those who have them.

#![allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use rapporteur_draft::Language;

/// The folder with the seeds, the corpus and the gold data: `$RAPPORTEUR_SHARED`, or `shared` beside the checkout.
pub fn shared() -> Option<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let beside =
        above.filter(|folder| folder.join("Cargo.lock").is_file()).map(|folder| folder.join("../shared")).last();
    let folder = std::env::var_os("RAPPORTEUR_SHARED").map(PathBuf::from).or(beside)?;
    folder.join("corpus").is_dir().then_some(folder)
}

/// The rows of a table with tabs and one header line.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

/// The texts of the corpus, with their paths below it, and the seeds.
pub fn texts(shared: &Path) -> std::io::Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    let mut folders: Vec<(PathBuf, PathBuf)> =
        vec![(shared.join("corpus"), shared.join("corpus")), (shared.join("seeds"), shared.to_owned())];
    while let Some((folder, root)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.strip_prefix(&root).expect("it is below").to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push((path, root.clone()));
            } else if language_of(&name).is_some() {
                texts.push((name, fs::read_to_string(&path)?));
            }
        }
    }
    texts.sort();
    Ok(texts)
}

/// The language of a text, by its name: `A-RES-75-1.en.md`; the seeds are French. `None` for what is no text.
pub fn language_of(name: &str) -> Option<Language> {
    if name.starts_with("seeds/") {
        return name.ends_with(".txt").then(|| Language::from_code("fr")).flatten();
    }
    let stem = name.strip_suffix(".md").or_else(|| name.strip_suffix(".txt"))?;
    Language::from_code(stem.rsplit_once('.')?.1)
}
