//! A project's own tables of resolutions, which lie over the embedded registry.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use rapporteur_registry::{Layer, Registry};
use toml::Spanned;

use super::{Trouble, shown, stamp::Stamp};

/// The tables that were read. They are kept when the settings are read again, so that only a table that has changed is
/// read again too, and what one said when nothing was wrong with it is not lost while it is being edited.
#[derive(Debug, Default)]
pub(super) struct Tables {
    read: Mutex<HashMap<PathBuf, Read>>,
}

/// What was read of a table.
#[derive(Clone, Debug)]
struct Read {
    /// The state of the file; `None` once it was said to have changed.
    stamp: Option<Stamp>,
    /// The last reading with which nothing was wrong.
    good: Option<Layer>,
    /// The last reading, if the file could be read.
    last: Option<Layer>,
    /// What is wrong with it.
    troubles: Vec<Trouble>,
}

/// The registry of a project, what is wrong with its tables, and on which files and folders it depends.
pub(super) struct LaidOver {
    pub(super) registry: Registry,
    pub(super) troubles: Vec<Trouble>,
    pub(super) files: Vec<(PathBuf, Stamp)>,
}

impl Tables {
    /// The embedded registry with the tables over it that `rapporteur.toml` names; `text` is what stands in that file.
    ///
    /// The good rows of a table hold, whatever is wrong with others. For those that can't be read, or if the whole table
    /// can't, what it said when nothing was wrong with it goes on to hold.
    pub(super) fn lay_over(&self, settings: &Path, text: &str, patterns: Option<&[Spanned<String>]>) -> LaidOver {
        let (mut layers, mut troubles, mut files) = (Vec::new(), Vec::new(), Vec::new());
        let root = settings.parent().unwrap_or(settings);
        for pattern in patterns.into_iter().flatten() {
            let fixed = fixed_part(root, pattern.get_ref());
            files.push((fixed.clone(), Stamp::of(&fixed)));
            let found = match self::files(root, pattern.get_ref(), &mut troubles) {
                Ok(found) => found,
                Err(message) => {
                    troubles.push(Trouble::at(settings, text, pattern.span().start, message));
                    continue;
                }
            };
            for file in found {
                let stamp = Stamp::of(&file);
                files.extend(
                    file.parent().filter(|_| file != fixed).map(|parent| (parent.to_owned(), Stamp::of(parent))),
                );
                let read = self.read(&file, stamp);
                layers.extend(read.good.filter(|_| !read.troubles.is_empty()));
                layers.extend(read.last);
                troubles.extend(read.troubles);
                files.push((file, stamp));
            }
        }
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        files.dedup();
        LaidOver { registry: Registry::embedded().with_layers(layers), troubles, files }
    }

    /// Takes a table for changed, whatever its state says: two changes may come within the grain of the clock.
    pub(super) fn forget(&self, file: &Path) {
        if let Some(read) = self.read.lock().unwrap_or_else(PoisonError::into_inner).get_mut(file) {
            read.stamp = None;
        }
    }

    fn read(&self, file: &Path, stamp: Stamp) -> Read {
        let mut tables = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let before = tables.get(file);
        if let Some(read) = before.filter(|read| read.stamp == Some(stamp)) {
            return read.clone();
        }
        let good = before.and_then(|read| read.good.clone());
        let (last, mut troubles) = read(file);
        if let Some(first) = troubles.first_mut().filter(|_| good.is_some()) {
            first.message.push_str("; until then, what the table said before goes on to hold");
        }
        let good = if troubles.is_empty() { last.clone() } else { good };
        let read = Read { stamp: Some(stamp), good, last, troubles };
        tables.insert(file.to_owned(), read.clone());
        read
    }
}

/// Whether a pattern in the settings of a folder names a file.
pub(super) fn names(root: &Path, pattern: &str, file: &Path) -> bool {
    glob::Pattern::new(&rooted(root, pattern)).is_ok_and(|pattern| pattern.matches_path(file))
}

/// The tables that a pattern in the settings of a folder names: those that are there, or the one that it names although
/// it is not there yet.
pub(super) fn paths(root: &Path, pattern: &str) -> Vec<PathBuf> {
    let found: Vec<PathBuf> = glob::glob(&rooted(root, pattern)).into_iter().flatten().flatten().collect();
    let is_name = glob::Pattern::escape(pattern) == pattern;
    if found.is_empty() && is_name { vec![fixed_part(root, pattern)] } else { found }
}

/// The pattern from the root of the file system on.
fn rooted(root: &Path, pattern: &str) -> String {
    let (root, pattern) = climb(root, pattern);
    format!("{}/{pattern}", glob::Pattern::escape(&root.to_string_lossy()))
}

/// The part of a pattern before the first name that is not fixed: the one file that it names, or the folder in or below
/// which a new file may come under it.
fn fixed_part(root: &Path, pattern: &str) -> PathBuf {
    let (root, pattern) = climb(root, pattern);
    let fixed = pattern.split('/').take_while(|name| glob::Pattern::escape(name) == **name);
    fixed.fold(root.to_owned(), |path, name| path.join(name))
}

/// The folder from which a pattern goes only down, and the rest of the pattern: a file has one path, whichever pattern
/// leads to it.
fn climb<'a>(mut root: &'a Path, mut pattern: &'a str) -> (&'a Path, &'a str) {
    loop {
        (root, pattern) = match (pattern.strip_prefix("../"), pattern.strip_prefix("./")) {
            (Some(rest), _) => (root.parent().unwrap_or(root), rest),
            (None, Some(rest)) => (root, rest),
            (None, None) => return (root, pattern),
        }
    }
}

/// What is wrong with a pattern, as far as can be told without looking through folders: one that is being typed may lead
/// through many.
pub(super) fn problem(root: &Path, pattern: &str) -> Option<String> {
    let is_name = glob::Pattern::escape(pattern) == pattern;
    match glob::Pattern::new(&rooted(root, pattern)) {
        Err(error) => Some(is_no_pattern(pattern, &error)),
        Ok(_) => (is_name && !fixed_part(root, pattern).exists()).then(|| is_missing(pattern)),
    }
}

fn is_no_pattern(pattern: &str, error: &glob::PatternError) -> String {
    format!("`{pattern}` is not a pattern: {}", error.msg)
}

fn is_missing(pattern: &str) -> String {
    format!("there is no table `{pattern}`; correct the path, which starts at the folder of this file, or remove it")
}

/// The files that a pattern names, in the order of their names.
fn files(root: &Path, pattern: &str, troubles: &mut Vec<Trouble>) -> Result<Vec<PathBuf>, String> {
    let found = glob::glob(&rooted(root, pattern)).map_err(|error| is_no_pattern(pattern, &error))?;
    let mut files = Vec::new();
    for file in found {
        match file {
            Ok(file) => files.push(file),
            Err(error) => {
                troubles.push(Trouble::new(error.path(), format!("the folder can't be read: {}", error.error())));
            }
        }
    }
    if files.is_empty() {
        return Err(is_missing(pattern));
    }
    Ok(files)
}

/// Reads a table: its good rows, and what is wrong with the others.
fn read(file: &Path) -> (Option<Layer>, Vec<Trouble>) {
    match fs::read_to_string(file) {
        Ok(text) => {
            let (layer, problems) = Layer::read(&text, &shown(file).to_string_lossy());
            (Some(layer), problems.into_iter().map(|problem| Trouble::in_table(file, problem)).collect())
        }
        Err(error) => {
            (None, vec![Trouble::new(file, format!("the table can't be read: {error}; it must be UTF-8 text"))])
        }
    }
}
