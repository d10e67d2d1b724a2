//! Findings with the lines in question, for people.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use rapporteur_draft::Span;
use rapporteur_lint::{Finding, Fix, RULES, Severity};

use super::{Source, excerpt::Excerpt};

/// Columns that the frame of a snippet takes: a line number, the bar, blanks.
const FRAME: usize = 10;

/// Writes findings with snippets.
pub(super) struct Full {
    renderer: Renderer,
    width: usize,
}

impl Full {
    /// Snippets for a terminal this many columns wide.
    pub(super) fn new(width: usize) -> Full {
        // The lines are cut here already; what is replaced in them may make them longer, and is not to be cut again.
        Full { renderer: Renderer::styled().term_width(2 * width), width: width - FRAME }
    }

    /// A finding with its line, its fix and a blank line below.
    pub(super) fn render(&self, source: &Source<'_>, finding: &Finding) -> String {
        let place = source.place(finding.span.start);
        let line = source.line(finding.span.start);
        // Of a finding that goes over several lines, the first is shown.
        let shown = within(&line, &finding.span);
        let excerpt = Excerpt::new(&source.text[line.clone()], shown.clone(), self.width);
        let mut title = level(finding.severity).primary_title(&finding.message).id(finding.rule);
        if let Some(rule) = RULES.iter().find(|rule| rule.name == finding.rule) {
            title = title.id_url(rule.url());
        }
        let cause = Snippet::source(excerpt.text.as_str())
            .line_start(place.line)
            .annotation(AnnotationKind::Primary.span(excerpt.locate_visible(&shown)));
        let origin = Origin::path(source.path.as_str()).line(place.line).char_column(place.column);
        let related = finding.related.iter().map(|related| {
            let place = source.place(related.span.start);
            Level::NOTE.message(format!("{} ({}:{}:{})", related.message, source.path, place.line, place.column))
        });
        let mut report = vec![title.element(origin).element(cause).elements(related)];
        report.extend(finding.fix.as_ref().map(|fix| remedy(fix, &line, &excerpt, place.line)));
        format!("{}\n\n", self.renderer.render(&report))
    }
}

/// The fix, with the line as it will be where all of the fix is to be seen in the excerpt.
fn remedy<'a>(fix: &'a Fix, line: &Span, excerpt: &'a Excerpt, number: usize) -> Group<'a> {
    let title = Level::HELP.secondary_title(fix.title.as_str());
    let patch = |edit: &'a rapporteur_lint::Edit| {
        let inside = line.start <= edit.span.start && edit.span.end <= line.end && !edit.text.contains('\n');
        let span = inside.then(|| within(line, &edit.span))?;
        Some(Patch::new(excerpt.locate(&span)?, edit.text.as_str()))
    };
    match fix.edits.iter().map(patch).collect::<Option<Vec<_>>>() {
        Some(patches) => title.element(Snippet::source(excerpt.text.as_str()).line_start(number).patches(patches)),
        None => Group::with_title(title),
    }
}

/// The part of a span that lies in a line, counted from the start of the line.
fn within(line: &Span, span: &Span) -> Span {
    let start = span.start.clamp(line.start, line.end);
    start - line.start..span.end.clamp(start, line.end) - line.start
}

fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::NOTE,
    };
    level.with_name(severity.name())
}
