//! A line for each finding, in the form that editors and build tools know from compilers.

use rapporteur_lint::Finding;

use super::{Source, one_line};

/// `path:line:column: severity: message [rule]`
pub(super) fn render(source: &Source<'_>, finding: &Finding) -> String {
    let place = source.place(finding.span.start);
    let (severity, message, rule) = (finding.severity.name(), one_line(&finding.message), finding.rule);
    format!("{}:{}:{}: {severity}: {message} [{rule}]\n", source.path, place.line, place.column)
}
