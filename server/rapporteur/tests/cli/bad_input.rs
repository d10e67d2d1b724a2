//! Whatever can't be read is said with its place and a way out, the exit code is 2, and the rest is still linted.

use std::{fs, process::Stdio};

use crate::project::{Project, said};

const GOOD: (&str, &str) = ("good.md", "# Notes\n");

#[test]
fn a_file_that_is_not_utf_8_is_named_with_its_line_and_how_to_convert_it() {
    let project = Project::new(&[GOOD]);
    project.write("latin.md", b"Un\nR\xe9solution\n");
    let said = project.run(&["lint"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("latin.md: is not UTF-8: byte 0xe9 at offset 4 (line 2)"), "{}", said.err);
    assert!(said.err.contains("iconv -f WINDOWS-1252 -t UTF-8"), "{}", said.err);
    assert!(said.out.contains("in 1 file"), "the other is linted: {}", said.out);
}

#[test]
fn a_binary_file_is_named() {
    let project = Project::new(&[GOOD]);
    project.write("scan.txt", b"%PDF-1.4\0\x01\x02");
    let said = project.run(&["lint"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("scan.txt: is a binary file (byte 8 is zero)"), "{}", said.err);
}

#[test]
fn a_missing_file_is_named_and_the_others_are_linted() {
    let project = Project::new(&[GOOD]);
    let said = project.run(&["lint", "missing.md", "good.md"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("missing.md: there is no such file or folder"), "{}", said.err);
    assert!(said.out.contains("in 1 file"), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new(&[GOOD, ("closed/a.md", "# A\n")]);
    fs::set_permissions(project.path("closed"), fs::Permissions::from_mode(0o000)).unwrap();
    let readable = fs::read_dir(project.path("closed")).is_ok();
    let said = project.run(&["lint"]);
    fs::set_permissions(project.path("closed"), fs::Permissions::from_mode(0o755)).unwrap();
    if readable {
        return; // The superuser may read everything.
    }
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("closed: may not be read"), "{}", said.err);
    assert!(said.out.contains("in 1 file"), "{}", said.out);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_fails_while_it_is_read_is_named() {
    let project = Project::new(&[GOOD]);
    let said = project.run(&["lint", "/proc/self/mem", "good.md"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("/proc/self/mem: can't be read: "), "{}", said.err);
}

#[test]
fn an_empty_file_is_read() {
    let project = Project::new(&[("empty.md", "")]);
    let said = project.run(&["lint", "empty.md"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
}

#[test]
fn a_file_of_50_megabytes_is_read() {
    let project = Project::new(&[]);
    let paragraph = "The files of the archive are kept for those who look for them, in the order of their dates.\n\n";
    project.write("large.md", paragraph.repeat(50_000_000 / paragraph.len() + 1));
    let said = project.run(&["lint", "large.md"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
}

#[test]
fn broken_settings_are_reported_with_line_and_column_and_drafts_are_still_linted() {
    let settings = "language = 'fr'\nlangage = 'fr'\nkind = 'reprot'\n";
    let project = Project::new(&[GOOD, ("rapporteur.toml", settings)]);
    let said = project.run(&["lint"]);
    assert_eq!(said.code, Some(2));
    let expected = "rapporteur: rapporteur.toml:2:1: there is no key `langage`; did you mean `language`?\n\
                    rapporteur: rapporteur.toml:3:8: there is no kind `reprot`; did you mean `report`?\n";
    assert_eq!(said.err, expected);
    assert!(said.out.contains("in 1 file"), "{}", said.out);
}

#[test]
fn settings_that_are_no_toml_are_reported_with_line_and_column() {
    let project = Project::new(&[GOOD, ("rapporteur.toml", "language = \n")]);
    let said = project.run(&["lint"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.starts_with("rapporteur: rapporteur.toml:1:"), "{}", said.err);
}

#[test]
fn a_bad_row_of_a_table_is_reported_with_its_line() {
    let table = "symbol\tdate\nA/RES/80/2\t2025-09-20\nA/RES/80/1\t2025-13-01\n";
    let project =
        Project::new(&[GOOD, ("rapporteur.toml", "registry = ['tables/*.tsv']\n"), ("tables/own.tsv", table)]);
    let said = project.run(&["lint"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.starts_with("rapporteur: tables/own.tsv:3: `2025-13-01`"), "{}", said.err);
}

#[test]
fn a_table_that_is_not_there_is_reported_where_it_is_named() {
    let project = Project::new(&[GOOD, ("rapporteur.toml", "registry = ['tables/*.tsv']\n")]);
    let said = project.run(&["lint"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.starts_with("rapporteur: rapporteur.toml:1:13: there is no table `tables/*.tsv`"), "{}", said.err);
}

#[test]
fn wrong_use_is_exit_code_2() {
    let project = Project::new(&[]);
    for arguments in [&["lint", "--format", "xml"][..], &["lint", "--fix", "--diff"], &["lnt"], &[]] {
        let said = project.run(arguments);
        assert_eq!(said.code, Some(2), "{arguments:?}");
        assert!(said.err.contains("Usage") || said.err.contains("--help"), "{arguments:?}: {}", said.err);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let project = Project::new(&[]);
    let mut child = project
        .command(&["registry", "stats", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn standard_input_that_is_not_text_is_reported_by_its_name() {
    let project = Project::new(&[]);
    let said = said(project.command(&["lint", "-", "--stdin-filename", "draft.md"]), "a\0b");
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("draft.md: is a binary file"), "{}", said.err);
}
