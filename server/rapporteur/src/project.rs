//! Which settings and which registry hold for a file: what the editor and the command line share.

mod stamp;
mod tables;

use std::{
    collections::HashMap,
    fmt, fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use rapporteur_draft::Draft;
use rapporteur_lint::{
    Finding, Settings, check,
    settings::{self, Options, Patterns},
};
use rapporteur_registry::{Problem, Registry};
use ropey::Rope;

use crate::position::Unit;

pub use self::stamp::Stamp;
use self::tables::{LaidOver, Tables};

/// The name of the settings file.
pub const FILE_NAME: &str = "rapporteur.toml";

/// Reads and checks a text. This is all that linting is: the editor and the command line both do this, so that they
/// can't differ.
pub fn lint(text: &str, settings: &Settings, registry: &Registry) -> Vec<Finding> {
    check(text, &Draft::read(text, &settings.hints), registry, settings)
}

/// What is wrong with the text of a settings file, stored or not, in the order of the text. Of the tables that it names by
/// their paths it is said whether they are there.
pub fn problems(file: &Path, text: &str) -> Vec<settings::Problem> {
    let (options, mut problems) = Options::parse(text);
    let root = file.parent().unwrap_or(file);
    for pattern in options.files.registry.iter().flatten() {
        let message = tables::problem(root, pattern.get_ref());
        problems.extend(message.map(|message| settings::Problem { span: pattern.span(), message }));
    }
    problems.sort_by_key(|problem| problem.span.start);
    problems
}

/// Something that is wrong with a file: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    /// The file or folder.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// What is wrong, and what to do.
    pub message: String,
}

impl Trouble {
    /// Trouble with a file as a whole.
    pub fn new(path: &Path, message: impl Into<String>) -> Trouble {
        Trouble { path: shown(path), line: None, column: None, message: message.into() }
    }

    /// Trouble with a row of a table, or with an export.
    pub fn in_table(path: &Path, problem: Problem) -> Trouble {
        Trouble { line: Some(problem.line), ..Trouble::new(path, problem.reason) }
    }

    /// Trouble at a byte of the text of a file.
    fn at(path: &Path, text: &str, offset: usize, message: impl Into<String>) -> Trouble {
        let position = Unit::Utf32.position(&Rope::from_str(text), offset);
        Trouble { line: Some(position.line + 1), column: Some(position.column + 1), ..Trouble::new(path, message) }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// A path as people write it: relative to the current folder where it lies below that.
pub fn shown(path: &Path) -> PathBuf {
    let below = std::env::current_dir().ok().and_then(|folder| path.strip_prefix(folder).map(Path::to_owned).ok());
    below.unwrap_or_else(|| path.strip_prefix(".").unwrap_or(path).to_owned())
}

/// Where settings are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// In the folder of the draft, and above it until a `rapporteur.toml` is found.
    #[default]
    Nearest,
    /// In this file, for every draft.
    File(PathBuf),
    /// Nowhere.
    None,
}

/// The projects of all drafts that are linted, each loaded once.
#[derive(Debug)]
pub struct Projects {
    source: Source,
    /// What holds unless `rapporteur.toml` says otherwise: the editor's settings, the locale of the system.
    defaults: Options,
    /// What holds whatever `rapporteur.toml` says: the command line.
    commands: Options,
    tables: Arc<Tables>,
    by_folder: Mutex<HashMap<PathBuf, Arc<Project>>>,
}

impl Projects {
    /// Projects whose settings lie over `defaults` and under `commands`.
    pub fn new(source: Source, defaults: Options, commands: Options) -> Projects {
        Projects { source, defaults, commands, tables: Arc::default(), by_folder: Mutex::default() }
    }

    /// The same projects over other defaults, to be read again; only tables that have changed are.
    pub fn renewed(&self, defaults: Options) -> Projects {
        let tables = Arc::clone(&self.tables);
        Projects { tables, ..Projects::new(self.source.clone(), defaults, self.commands.clone()) }
    }

    /// Takes a table for changed, so that it is read again with its project.
    pub fn forget_table(&self, file: &Path) {
        self.tables.forget(file);
    }

    /// Whether settings or tables have changed since they were read, as far as the state of the files tells.
    pub fn is_stale(&self) -> bool {
        let known = self.by_folder.lock().unwrap_or_else(PoisonError::into_inner);
        known.iter().any(|(folder, project)| {
            let has_settings = self.source == Source::Nearest && project.root.as_deref() != Some(folder);
            has_settings && folder.join(FILE_NAME).is_file() || project.has_changed()
        })
    }

    /// The project to which a file belongs. The file need not exist.
    pub fn of(&self, file: &Path) -> Arc<Project> {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        self.of_folder(file.parent().unwrap_or(&file))
    }

    /// The project to which the files in a folder belong.
    pub fn of_folder(&self, folder: &Path) -> Arc<Project> {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let mut known = self.by_folder.lock().unwrap_or_else(PoisonError::into_inner);
        self.find(&folder, &mut known)
    }

    /// Every project that has been asked for.
    pub fn loaded(&self) -> Vec<Arc<Project>> {
        let known = self.by_folder.lock().unwrap_or_else(PoisonError::into_inner);
        let mut projects: Vec<Arc<Project>> = Vec::new();
        for project in known.values() {
            if !projects.iter().any(|other| Arc::ptr_eq(other, project)) {
                projects.push(Arc::clone(project));
            }
        }
        projects
    }

    fn find(&self, folder: &Path, known: &mut HashMap<PathBuf, Arc<Project>>) -> Arc<Project> {
        if let Some(project) = known.get(folder) {
            return Arc::clone(project);
        }
        let project = match (&self.source, folder.parent()) {
            (Source::Nearest, _) if folder.join(FILE_NAME).is_file() => self.load(&folder.join(FILE_NAME)),
            (Source::File(file), None) => self.load(&std::path::absolute(file).unwrap_or_else(|_| file.clone())),
            (_, Some(parent)) => self.find(parent, known),
            (_, None) => Arc::new(Project {
                root: None,
                layers: self.layers(Options::default()),
                registry: Registry::embedded(),
                troubles: Vec::new(),
                files: Vec::new(),
            }),
        };
        known.insert(folder.to_owned(), Arc::clone(&project));
        project
    }

    fn load(&self, file: &Path) -> Arc<Project> {
        let stamp = Stamp::of(file);
        let mut troubles = Vec::new();
        let text = fs::read_to_string(file).unwrap_or_else(|error| {
            troubles.push(Trouble::new(file, format!("the settings can't be read: {error}")));
            String::new()
        });
        let (options, problems) = Options::parse(&text);
        troubles
            .extend(problems.into_iter().map(|problem| Trouble::at(file, &text, problem.span.start, problem.message)));
        let LaidOver { registry, troubles: with_tables, mut files } =
            self.tables.lay_over(file, &text, options.files.registry.as_deref());
        troubles.extend(with_tables);
        files.push((file.to_owned(), stamp));
        let root = file.parent().map(Path::to_owned);
        Arc::new(Project { root, layers: self.layers(options), registry, troubles, files })
    }

    fn layers(&self, options: Options) -> [Options; 3] {
        [self.defaults.clone(), options, self.commands.clone()]
    }
}

/// What holds for the drafts of a project.
#[derive(Debug)]
pub struct Project {
    /// The folder of `rapporteur.toml`.
    root: Option<PathBuf>,
    /// From the general to the particular.
    layers: [Options; 3],
    registry: Registry,
    /// What is wrong with the settings and the tables of the project.
    troubles: Vec<Trouble>,
    /// The files that were read, and the folders in which others may come under the same patterns, as they were then.
    files: Vec<(PathBuf, Stamp)>,
}

impl Project {
    /// The settings for a draft of this project.
    pub fn settings(&self, file: &Path) -> Settings {
        Settings::resolve(&self.layers, &self.relative(file))
    }

    /// The file that has the settings, if there is one.
    pub fn settings_file(&self) -> Option<PathBuf> {
        self.root.as_ref().map(|root| root.join(FILE_NAME))
    }

    /// The embedded registry with the tables of the project over it.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// What is wrong with the settings and the tables of the project.
    pub fn troubles(&self) -> &[Trouble] {
        &self.troubles
    }

    /// Whether a path is that of its settings file, of one of its tables, or of a folder that they are or were in.
    pub fn has_read(&self, path: &Path) -> bool {
        self.files.iter().any(|(file, _)| file.starts_with(path))
    }

    /// Whether one of its files is no longer as it was read, or a folder may have a new one.
    fn has_changed(&self) -> bool {
        self.files.iter().any(|(file, stamp)| Stamp::of(file) != *stamp)
    }

    /// The tables that the settings name, with those that they name by their paths and that are not there yet.
    pub fn tables(&self) -> Vec<PathBuf> {
        let Some(root) = &self.root else { return Vec::new() };
        let patterns = self.layers.iter().filter_map(|options| options.files.registry.as_ref()).flatten();
        patterns.flat_map(|pattern| tables::paths(root, pattern.get_ref())).collect()
    }

    /// Whether a file is one of the tables that the settings name, or would be if it were there.
    pub fn names_table(&self, file: &Path) -> bool {
        let Some(root) = &self.root else { return false };
        let mut patterns = self.layers.iter().filter_map(|options| options.files.registry.as_ref()).flatten();
        patterns.any(|pattern| tables::names(root, pattern.get_ref(), file))
    }

    /// Whether the settings leave out a file or folder.
    pub fn excludes(&self, path: &Path) -> bool {
        let path = self.relative(path);
        self.layers.iter().filter_map(|options| options.files.exclude.as_ref()).any(|exclude| exclude.matches(&path))
    }

    /// The patterns of the files that are drafts, if the settings say it.
    pub fn includes(&self, path: &Path) -> Option<bool> {
        let include: Option<&Patterns> = self.layers.iter().rev().find_map(|options| options.files.include.as_ref());
        include.map(|include| include.matches(&self.relative(path)))
    }

    /// The path of a file from the folder of the project, with slashes.
    fn relative(&self, path: &Path) -> String {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let below = self.root.as_deref().and_then(|root| path.strip_prefix(root).ok()).unwrap_or(&path);
        let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).filter(|name| name != "/").collect();
        names.join("/")
    }
}
