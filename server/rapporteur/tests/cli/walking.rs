//! Which files are drafts.

use crate::project::Project;

/// The files that were linted, by a slip in each that is no text.
fn linted(project: &Project, arguments: &[&str]) -> Vec<String> {
    let said = project.run(arguments);
    let name = |line: &str| {
        line.strip_prefix("rapporteur: ")?.split_once(": is a binary file").map(|(path, _)| path.to_owned())
    };
    said.err.lines().filter_map(name).collect()
}

fn project(paths: &[&str]) -> Project {
    let project = Project::new(&[]);
    for path in paths {
        project.write(path, "\0");
    }
    project
}

#[test]
fn folders_are_searched_for_markdown_and_plain_text_in_the_order_of_paths() {
    let project = project(&["b.md", "a/z.markdown", "a/B.TXT", "c.rs", "a.md"]);
    assert_eq!(linted(&project, &["lint"]), ["a/B.TXT", "a/z.markdown", "a.md", "b.md"]);
    assert_eq!(linted(&project, &["lint", "./a"]), ["a/B.TXT", "a/z.markdown"]);
}

#[test]
fn a_file_that_is_named_is_always_linted_and_only_once() {
    let project = project(&["a.rs", "b.md", ".hidden.md"]);
    project.write(".gitignore", "b.md\n");
    assert_eq!(linted(&project, &["lint", "a.rs", "b.md", "./b.md", ".hidden.md"]), [".hidden.md", "a.rs", "b.md"]);
}

#[test]
fn hidden_and_ignored_files_are_passed_over() {
    let project = project(&["a.md", ".b.md", ".old/c.md", "build/d.md", "notes.md"]);
    project.write(".gitignore", "build/\n");
    project.write(".ignore", "notes.md\n");
    assert_eq!(linted(&project, &["lint"]), ["a.md"]);
}

#[test]
fn settings_say_what_is_left_out_and_what_drafts_are_called() {
    let project = project(&["a.md", "archive/b.md", "c.draft"]);
    project.write("rapporteur.toml", "exclude = ['archive']\n");
    assert_eq!(linted(&project, &["lint"]), ["a.md"]);
    project.write("rapporteur.toml", "include = ['*.draft']\n");
    assert_eq!(linted(&project, &["lint"]), ["c.draft"]);
}

#[test]
fn the_nearest_settings_hold() {
    let project = project(&["a/one.md", "a/two.md", "b/one.md"]);
    project.write("a/rapporteur.toml", "exclude = ['one.md']\n");
    assert_eq!(linted(&project, &["lint"]), ["a/two.md", "b/one.md"]);
    assert_eq!(linted(&project, &["lint", "--no-config"]), ["a/one.md", "a/two.md", "b/one.md"]);
    assert_eq!(linted(&project, &["lint", "b", "--config", "a/rapporteur.toml"]), [""; 0]);
}

#[test]
fn a_folder_without_drafts_is_said_and_is_no_error() {
    let project = Project::new(&[("a.rs", "")]);
    let said = project.run(&["lint"]);
    assert_eq!(said.code, Some(0));
    assert!(said.err.contains("no drafts found"), "{}", said.err);
}
