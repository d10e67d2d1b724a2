//! Acronyms that need no explanation.

use std::{collections::HashSet, sync::OnceLock};

use crate::Settings;

/// Whether an acronym is one that everybody knows, or one of the project.
pub(crate) fn is_known(acronym: &str, settings: &Settings) -> bool {
    static KNOWN: OnceLock<HashSet<&str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let lines = include_str!("../data/acronyms.txt").lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).collect()
    });
    known.contains(acronym) || settings.acronyms.contains_key(acronym)
}
