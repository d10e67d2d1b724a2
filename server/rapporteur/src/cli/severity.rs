//! Severities in colour.

use anstyle::{AnsiColor, Style};
use rapporteur_lint::Severity;

/// The name of a severity, in its colour.
pub(super) fn in_colour(severity: Severity) -> String {
    let (style, name) = (style(severity), severity.name());
    format!("{style}{name}{style:#}")
}

fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Blue,
        Severity::Hint => AnsiColor::Green,
    };
    color.on_default()
}
