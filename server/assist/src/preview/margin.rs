//! The findings: in the margin with their words, in the text as marks.

use std::fmt::Write;

use rapporteur_draft::{Draft, Span};
use rapporteur_lint::{Finding, Locale, Severity};

use super::{lines::Lines, tags::escape};

/// The findings by the paragraphs beside which they stand.
pub(super) struct Margin<'a> {
    findings: &'a [Finding],
    locale: Locale,
    /// Of each paragraph, where its findings begin among all; they are in the order of the text.
    first: Vec<usize>,
}

/// A stretch of the text that is marked: of one finding, or of several that overlap.
pub(super) struct Mark {
    pub(super) span: Span,
    /// The heaviest.
    pub(super) severity: Severity,
    /// The first of the findings.
    pub(super) finding: usize,
}

impl<'a> Margin<'a> {
    /// A finding stands beside the paragraph in which it begins; one between two paragraphs beside the first of them.
    pub(super) fn new(draft: &Draft, findings: &'a [Finding], locale: Locale) -> Margin<'a> {
        let begins = |index: usize| if index == 0 { 0 } else { draft.paragraphs[index].span.start };
        let first = (0..draft.paragraphs.len())
            .map(|index| findings.partition_point(|finding| finding.span.start < begins(index)))
            .chain([findings.len()])
            .collect();
        Margin { findings, locale, first }
    }

    /// The findings of a paragraph, with their places among all.
    pub(super) fn of(&self, paragraph: usize) -> impl Iterator<Item = (usize, &'a Finding)> + use<'a> {
        let (findings, start) = (self.findings, self.first[paragraph]);
        findings[start..self.first[paragraph + 1]].iter().enumerate().map(move |(at, finding)| (start + at, finding))
    }

    /// What is marked of a paragraph, in the order of the text, without overlaps.
    pub(super) fn marks(&self, paragraph: usize) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for (index, finding) in self.of(paragraph).filter(|(_, finding)| !finding.span.is_empty()) {
            match marks.last_mut() {
                Some(last) if finding.span.start < last.span.end => {
                    last.span.end = last.span.end.max(finding.span.end);
                    last.severity = last.severity.max(finding.severity);
                }
                _ => marks.push(Mark { span: finding.span.clone(), severity: finding.severity, finding: index }),
            }
        }
        marks
    }
}

/// Writes findings into the margin.
pub(super) fn write<'a>(
    html: &mut String,
    findings: impl Iterator<Item = (usize, &'a Finding)>,
    margin: &Margin<'_>,
    lines: &Lines,
) {
    let mut findings = findings.peekable();
    if findings.peek().is_none() {
        return;
    }
    // The reader's language is not always that of the draft.
    let _ = writeln!(html, "<aside class=\"margin\" lang=\"{}\" dir=\"ltr\">", margin.locale.code());
    for (index, finding) in findings {
        let _ = writeln!(
            html,
            "<p class=\"finding\" data-finding=\"{index}\" data-rule=\"{}\" data-severity=\"{}\" data-line=\"{}\">{}</p>",
            finding.rule,
            finding.severity.name(),
            lines.line(finding.span.start),
            escape(&finding.message),
        );
    }
    html.push_str("</aside>\n");
}
