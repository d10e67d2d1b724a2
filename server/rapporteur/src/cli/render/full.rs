//! Findings with the lines in question, for people.

use annotate_snippets::{
    AnnotationKind, Group, Level, Patch, Renderer, Snippet,
    renderer::{
        DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_INFO_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_NOTE_STYLE,
        DEFAULT_WARNING_STYLE, Style,
    },
};
use rapporteur_draft::Span;
use rapporteur_lint::{Edit, Finding, Fix, Severity};

use super::{Place, Source, excerpt::Excerpt, one_line};

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
        let cause = Snippet::source(excerpt.text.as_str())
            .line_start(place.line)
            .annotation(AnnotationKind::Primary.span(excerpt.locate_visible(&shown)));
        let related = finding.related.iter().map(|related| {
            let place = source.place(related.span.start);
            Level::NOTE.message(format!(
                "{} ({}:{}:{})",
                one_line(&related.message),
                source.path,
                place.line,
                place.column
            ))
        });
        let (level, _) = level(finding.severity);
        let mut report = vec![Group::with_level(level).element(cause).elements(related)];
        report.extend(finding.fix.as_ref().map(|fix| remedy(fix, &line, &excerpt, place.line)));
        format!("{}{}\n\n", header(source, finding, place), self.renderer.render(&report))
    }
}

/// What is wrong, and where. The renderer would count the columns of the excerpt, not those of the text.
fn header(source: &Source<'_>, finding: &Finding, place: Place) -> String {
    let (_, style) = level(finding.severity);
    let (severity, rule, message) = (finding.severity.name(), finding.rule, one_line(&finding.message));
    let (emphasis, arrow) = (DEFAULT_EMPHASIS_STYLE, DEFAULT_LINE_NUM_STYLE);
    let indent = place.line.to_string().len();
    format!(
        "{style}{severity}[{rule}]{style:#}{emphasis}: {message}{emphasis:#}\n\
         {:indent$}{arrow}-->{arrow:#} {}:{}:{}\n",
        "", source.path, place.line, place.column
    )
}

/// The fix, with the line as it will be where all of the fix is to be seen in the excerpt.
fn remedy<'a>(fix: &'a Fix, line: &Span, excerpt: &'a Excerpt, number: usize) -> Group<'a> {
    let title = Level::HELP.secondary_title(one_line(&fix.title));
    let patch = |edit: &'a Edit| {
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

fn level(severity: Severity) -> (Level<'static>, Style) {
    match severity {
        Severity::Error => (Level::ERROR, DEFAULT_ERROR_STYLE),
        Severity::Warning => (Level::WARNING, DEFAULT_WARNING_STYLE),
        Severity::Info => (Level::INFO, DEFAULT_INFO_STYLE),
        Severity::Hint => (Level::NOTE, DEFAULT_NOTE_STYLE),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use anstream::adapter::strip_str;
    use rapporteur_lint::{Applicability, Related};

    use super::*;

    const MESSAGE: &str =
        "Resolution 2012/19 of the Economic and Social Council was adopted on 26 July 2012, not on 27 December 2012";

    fn finding(text: &str, wrong: &str, right: &str) -> Finding {
        let start = text.find(wrong).unwrap();
        let span = start..start + wrong.len();
        Finding {
            rule: "citation-date",
            severity: Severity::Error,
            span: span.clone(),
            message: MESSAGE.to_owned(),
            fix: Some(Fix {
                applicability: Applicability::Safe,
                title: "Write 26 July 2012".to_owned(),
                edits: vec![Edit { span, text: right.to_owned() }],
            }),
            related: Vec::new(),
            entry: None,
        }
    }

    fn render(text: &str, finding: &Finding) -> String {
        let rendered = Full::new(80).render(&Source::new(Path::new("drafts/a.md"), text), finding);
        strip_str(&rendered).to_string()
    }

    #[test]
    fn a_finding_is_shown_in_its_line_with_its_fix() {
        let text = "*The Commission*,\n\n*Recalling* resolution 2012/19 of 27 December 2012,\n";
        let expected = format!(
            "error[citation-date]: {MESSAGE}
 --> drafts/a.md:3:35
  |
3 | *Recalling* resolution 2012/19 of 27 December 2012,
  |                                   ^^^^^^^^^^^^^^^^
  |
help: Write 26 July 2012
  |
3 - *Recalling* resolution 2012/19 of 27 December 2012,
3 + *Recalling* resolution 2012/19 of 26 July 2012,
  |

"
        );
        assert_eq!(render(text, &finding(text, "27 December 2012", "26 July 2012")), expected);
    }

    #[test]
    fn a_long_line_is_cut_and_its_column_is_that_of_the_text() {
        let text =
            format!("{}résolution 2012/19 du 27 décembre 2012,{}", "大会。".repeat(300), " et autres".repeat(90));
        let shown = render(&text, &finding(&text, "27 décembre 2012", "26 juillet 2012"));
        assert!(shown.contains("drafts/a.md:1:923\n"), "{shown}");
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[3], "1 | …会。résolution 2012/19 du 27 décembre 2012, et autres et autres et a…");
        // Two of the characters before the carets are two columns wide.
        assert_eq!(lines[4], "  |                            ^^^^^^^^^^^^^^^^");
        assert_eq!(lines[9], "1 + …会。résolution 2012/19 du 26 juillet 2012, et autres et autres et a…");
    }

    #[test]
    fn of_a_finding_over_several_lines_the_first_is_shown() {
        let text = "*Recalling* resolution 2012/19 of 27\r\nDecember 2012,\r\n";
        let shown = render(text, &finding(text, "27\r\nDecember 2012", "26 July 2012"));
        assert!(shown.contains("1 | *Recalling* resolution 2012/19 of 27\n"), "{shown}");
        assert!(shown.contains("  |                                   ^^\n"), "{shown}");
        assert!(shown.ends_with("help: Write 26 July 2012\n\n"), "{shown}");
    }

    #[test]
    fn other_places_are_named() {
        let text = "*The Commission*,\n\n*Recalling* resolution 2012/19 of 27 December 2012,\n";
        let mut finding = finding(text, "27 December 2012", "26 July 2012");
        finding.related.push(Related { span: 1..15, message: "The body is named here".to_owned() });
        let shown = render(text, &finding);
        assert!(shown.contains("= note: The body is named here (drafts/a.md:1:2)"), "{shown}");
    }

    #[test]
    fn an_empty_span_at_any_place_is_shown() {
        let text = "\tA \u{5d0}\u{5b0} é\u{301} 😀\u{200d}👩\r\n\r\n第65/230号";
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let mut finding = finding(text, "65/230", "65/231");
            finding.span = at..at;
            assert!(render(text, &finding).contains('^'), "{at}");
        }
    }
}
