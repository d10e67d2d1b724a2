//! The editor and the command line find the same in the same text: in our own sample drafts, and in what the fixes make of
//! them. `one_truth_corpus.rs` has the official texts.

mod support;

use std::{fs, path::Path};

use support::truth::{Stored, compare};

#[test]
fn editor_and_terminal_find_the_same_in_the_sample_drafts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/drafts");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the drafts are here").map(|entry| entry.expect("it can be read").path()).collect();
    paths.retain(|path| path.extension() == Some("md".as_ref()));
    let text = |path| Stored { text: fs::read_to_string(&path).expect("it is UTF-8"), path };
    let texts: Vec<Stored> = paths.into_iter().map(text).collect();
    assert!(compare(&texts) > 0, "the drafts have something to find");
}
