//! How much there is of what in a draft.

use rapporteur_draft::{Draft, ParagraphKind, Span};
use rapporteur_lint::{Finding, Severity};

/// How much of what starts within a stretch of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Preambular paragraphs.
    pub preambular: usize,
    /// Operative paragraphs, without their sub-paragraphs.
    pub operative: usize,
    /// Citations of resolutions and decisions.
    pub citations: usize,
    /// Notes that are defined.
    pub notes: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are worth knowing.
    pub infos: usize,
    /// Findings that are suggestions.
    pub hints: usize,
}

impl Counts {
    /// What there is in all of a draft.
    pub fn of(draft: &Draft, findings: &[Finding]) -> Counts {
        Counts::within(draft, findings, &(0..usize::MAX))
    }

    /// What there is in a stretch of a draft, in bytes.
    pub(crate) fn within(draft: &Draft, findings: &[Finding], within: &Span) -> Counts {
        let paragraphs = between(&draft.paragraphs, within, |paragraph| paragraph.span.start);
        let findings = between(findings, within, |finding| finding.span.start);
        let of_kind = |kind| paragraphs.iter().filter(|paragraph| paragraph.kind == kind).count();
        let weighing = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Counts {
            preambular: of_kind(ParagraphKind::Preambular),
            operative: of_kind(ParagraphKind::Operative),
            citations: between(&draft.citations, within, |citation| citation.span.start).len(),
            notes: between(&draft.notes.definitions, within, |definition| definition.span.start).len(),
            errors: weighing(Severity::Error),
            warnings: weighing(Severity::Warning),
            infos: weighing(Severity::Info),
            hints: weighing(Severity::Hint),
        }
    }

    /// The findings, however much they weigh.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos + self.hints
    }
}

/// The items, which are in the order of the text, that start within a stretch of it.
fn between<'a, T>(items: &'a [T], within: &Span, start: impl Fn(&T) -> usize) -> &'a [T] {
    let first = items.partition_point(|item| start(item) < within.start);
    let end = items.partition_point(|item| start(item) < within.end);
    &items[first..end]
}
