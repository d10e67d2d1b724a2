//! Findings as JSON, for other tools.

use rapporteur_lint::{Finding, RULES};
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

/// A finding as a JSON object on a line of its own.
pub(super) fn render(source: &Source<'_>, finding: &Finding) -> String {
    let edit = |edit: &'_ rapporteur_lint::Edit| (source.place(edit.span.start), source.place(edit.span.end));
    let fix = finding.fix.as_ref().map(|fix| FixObject {
        applicability: fix.applicability.name(),
        title: &fix.title,
        edits: fix
            .edits
            .iter()
            .map(|one| {
                let (start, end) = edit(one);
                EditObject { start, end, text: &one.text }
            })
            .collect(),
    });
    let object = FindingObject {
        path: &source.path,
        rule: finding.rule,
        severity: finding.severity.name(),
        message: &finding.message,
        start: source.place(finding.span.start),
        end: source.place(finding.span.end),
        fix,
        url: RULES.iter().find(|rule| rule.name == finding.rule).map(|rule| rule.url()),
    };
    serde_json::to_string(&object).expect("strings and numbers always are JSON")
}

/// The objects as an array.
pub(crate) fn array(objects: &[String]) -> String {
    if objects.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", objects.join(",\n")) }
}
