//! Texts in the repository that the program makes. `RAPPORTEUR_UPDATE=1` writes them anew.

#![allow(dead_code, reason = "each test file is a program of its own and uses a part of this")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use similar::TextDiff;

/// A part of a file is written anew by one test at a time.
static PARTS: Mutex<()> = Mutex::new(());

/// The folder of the repository.
pub fn root() -> PathBuf {
    let above = |levels| Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(levels).map(Path::to_owned);
    (1..=2)
        .filter_map(above)
        .find(|folder| folder.join("Cargo.lock").is_file())
        .expect("the tests are in the repository")
}

/// Fails where a committed text is not the one that was made, unless it is to be written anew.
pub fn assert_current(path: &Path, made: &str) {
    let committed = fs::read_to_string(path).unwrap_or_default();
    if committed == made {
        return;
    }
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some_and(|value| value == "1") {
        fs::write(path, made).expect("the repository can be written");
        return;
    }
    let diff = TextDiff::from_lines(&committed, made).unified_diff().header("committed", "made").to_string();
    panic!(
        "{} is out of date; write it anew with RAPPORTEUR_UPDATE=1, and look at what changes:\n{diff}",
        path.display()
    );
}

/// Fails where the part of the README between `<!-- name -->` and `<!-- /name -->` is not the one that was made.
pub fn assert_part_of_readme(name: &str, made: &str) {
    assert_part(&root().join("README.md"), name, made);
}

/// The same for any document.
pub fn assert_part(path: &Path, name: &str, made: &str) {
    let _turn = PARTS.lock().unwrap_or_else(PoisonError::into_inner);
    let document = fs::read_to_string(path).expect("the document is here");
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let (before, rest) = document.split_once(&start).expect("the document has a place for it");
    let (_, after) = rest.split_once(&end).expect("the place ends");
    assert_current(path, &format!("{before}{start}{made}{end}{after}"));
}
