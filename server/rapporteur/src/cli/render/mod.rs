//! Writes findings.

mod concise;
mod excerpt;
mod full;
mod json;
mod source;

use std::{borrow::Cow, path::Path};

use rapporteur_lint::Finding;
use similar::TextDiff;

pub(super) use json::array as json_array;
pub(super) use source::{Place, Source};

use super::{lint::Format, width};

/// Writes findings in one of the formats.
pub(super) struct Renderer {
    format: Format,
    full: full::Full,
}

impl Renderer {
    /// A renderer for this terminal. It writes colours; they are taken out where the output shows none.
    pub(super) fn new(format: Format) -> Renderer {
        Renderer { format, full: full::Full::new(width()) }
    }

    /// The findings of one file; empty if there are none. Of JSON, the objects with commas between them.
    pub(super) fn render(&self, path: &Path, text: &str, findings: &[Finding]) -> String {
        if findings.is_empty() {
            return String::new();
        }
        let source = Source::new(path, text);
        let mut out = String::new();
        for finding in findings {
            match self.format {
                Format::Full => out.push_str(&self.full.render(&source, finding)),
                Format::Concise => out.push_str(&concise::render(&source, finding)),
                Format::Json => {
                    out.push_str(if out.is_empty() { "" } else { json::SEPARATOR });
                    out.push_str(&json::render(&source, finding));
                }
            }
        }
        out
    }
}

/// A message on one line. It may quote the draft, where anything can stand, even what steers a terminal.
fn one_line(message: &str) -> Cow<'_, str> {
    if message.contains(char::is_control) { message.replace(char::is_control, " ").into() } else { message.into() }
}

/// What changes from one text of a file to another, as a unified diff; empty if nothing does.
pub(super) fn diff(path: &Path, before: &str, after: &str) -> String {
    let name = path.display().to_string();
    TextDiff::from_lines(before, after).unified_diff().header(&name, &name).to_string()
}
