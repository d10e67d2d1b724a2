//! What the README shows of the program is what the program writes. `RAPPORTEUR_UPDATE=1` writes it anew.

#[path = "../../../tests/support/committed.rs"]
mod committed;

use std::{fs, process::Command};

use committed::{assert_current, root};

/// What a command line writes to standard output, run in the folder of the repository.
fn run(command_line: &str) -> String {
    let arguments = command_line.split_whitespace().skip(1);
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    let output = command.args(arguments).current_dir(root()).env("LC_ALL", "C.UTF-8").output().expect("it starts");
    assert!(output.stderr.is_empty(), "{command_line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

#[test]
fn the_readme_shows_what_the_program_writes() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README is here");
    let mut current = String::new();
    let mut shown = 0;
    let mut rest = readme.as_str();
    while let Some((before, transcript)) = rest.split_once("```console\n$ ") {
        let (command_line, output) = transcript.split_once('\n').expect("a command line ends");
        let (_, after) = output.split_once("```\n").expect("a fence is closed");
        current += &format!("{before}```console\n$ {command_line}\n{}```\n", run(command_line));
        shown += 1;
        rest = after;
    }
    assert!(shown > 0, "the README shows nothing of the program");
    assert_current(&path, &(current + rest));
}

#[test]
fn the_command_line_finds_in_the_sample_drafts_what_they_expect() {
    for entry in fs::read_dir(root().join("tests/drafts")).expect("the drafts are here") {
        let path = entry.expect("it can be read").path();
        if path.extension() == Some("expected".as_ref()) {
            let draft = format!("tests/drafts/{}.md", path.file_stem().expect("it has a name").to_string_lossy());
            let expected = fs::read_to_string(&path).expect("it is UTF-8");
            assert_eq!(run(&format!("rapporteur lint --no-config --format concise {draft}")), expected);
        }
    }
}
