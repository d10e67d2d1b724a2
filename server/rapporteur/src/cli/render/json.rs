//! Findings as JSON, for other tools.

use rapporteur_lint::{Edit, Finding, RULES, Rule};
use serde::Serialize;

use super::{Place, Source};

#[derive(Serialize)]
struct FindingObject<'a> {
    path: &'a str,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    start: Place,
    end: Place,
    fix: Option<FixObject<'a>>,
    url: Option<String>,
}

#[derive(Serialize)]
struct FixObject<'a> {
    applicability: &'a str,
    title: &'a str,
    edits: Vec<EditObject<'a>>,
}

#[derive(Serialize)]
struct EditObject<'a> {
    start: Place,
    end: Place,
    text: &'a str,
}

/// A finding as a JSON object on one line.
pub(super) fn render(source: &Source<'_>, finding: &Finding) -> String {
    let object = FindingObject {
        path: &source.path,
        rule: finding.rule,
        severity: finding.severity.name(),
        message: &finding.message,
        start: source.place(finding.span.start),
        end: source.place(finding.span.end),
        fix: finding.fix.as_ref().map(|fix| FixObject {
            applicability: fix.applicability.name(),
            title: &fix.title,
            edits: fix.edits.iter().map(|edit| edit_object(source, edit)).collect(),
        }),
        url: RULES.iter().find(|rule| rule.name == finding.rule).map(Rule::url),
    };
    serde_json::to_string(&object).expect("strings and numbers always are JSON")
}

fn edit_object<'a>(source: &Source<'_>, edit: &'a Edit) -> EditObject<'a> {
    EditObject { start: source.place(edit.span.start), end: source.place(edit.span.end), text: &edit.text }
}

/// What stands between two objects of an array.
pub(super) const SEPARATOR: &str = ",\n";

/// The pieces of an array that has the objects of several files.
pub(crate) fn array(files: &[String]) -> Vec<&str> {
    let mut pieces = vec!["["];
    for objects in files {
        pieces.push(if pieces.len() == 1 { "\n" } else { SEPARATOR });
        pieces.push(objects);
    }
    pieces.push(if files.is_empty() { "]\n" } else { "\n]\n" });
    pieces
}
