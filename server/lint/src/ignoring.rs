//! Comments that silence a finding, and where to put them.

use rapporteur_draft::{Draft, Span, front_matter, line_break};

use crate::{
    Edit, Finding,
    instruction::{Instruction, Verb},
    suppress::{Reader, covers},
};

/// The edit that silences the rule of a finding where it was found: in the comment that is there for other rules, or in a
/// comment of its own before the paragraph. None where no comment may stand.
pub fn ignoring(text: &str, draft: &Draft, finding: &Finding) -> Option<Edit> {
    let reader = Reader::new(&[], draft, text);
    let known = draft.directives.iter().find_map(|directive| {
        let end = last_word(Instruction::of(directive), Verb::Ignore)?;
        covers(&reader.own_line_or_next_paragraph(&directive.span), &finding.span).then_some(end)
    });
    if let Some(end) = known {
        return Some(addition(end, finding.rule));
    }
    let paragraph = draft.paragraph_at(finding.span.start).map(|index| &draft.paragraphs[index].span);
    let at = reader.line_at(paragraph.map_or(finding.span.start, |span| span.start)).start;
    let in_front_matter = front_matter(text).is_some_and(|end| at < end);
    (!in_front_matter).then(|| Edit {
        span: at..at,
        text: format!("<!-- rapporteur: ignore {} -->{}", finding.rule, line_break(text)),
    })
}

/// The edit that silences a rule in the whole text: in the comment that is there for other rules, or in one at the top.
pub fn ignoring_in_file(text: &str, draft: &Draft, rule: &str) -> Edit {
    let mut instructions = draft.directives.iter().map(Instruction::of);
    if let Some(end) = instructions.find_map(|instruction| last_word(instruction, Verb::IgnoreFile)) {
        return addition(end, rule);
    }
    let line_break = line_break(text);
    let comment = format!("<!-- rapporteur: ignore-file {rule} -->{line_break}");
    match front_matter(text) {
        Some(end) => Edit { span: end..end, text: format!("{line_break}{line_break}{}", comment.trim_end()) },
        None => {
            let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            Edit { span: at..at, text: format!("{comment}{line_break}") }
        }
    }
}

/// Where the last of the names in a comment ends that does this to the rules that it names.
fn last_word(instruction: Instruction<'_>, wanted: Verb) -> Option<usize> {
    match instruction {
        Instruction::Suppression(verb, words) if verb == wanted => words.last().map(|word| word.span.end),
        _ => None,
    }
}

fn addition(at: usize, rule: &str) -> Edit {
    let span: Span = at..at;
    Edit { span, text: format!(", {rule}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Settings, apply, check};
    use rapporteur_draft::Hints;
    use rapporteur_registry::Registry;

    const DRAFT: &str = "*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 22 December 2010,\n";

    /// The draft with the first finding of the date silenced, here or in the whole file.
    fn silenced(text: &str, in_file: bool) -> String {
        let draft = Draft::read(text, &Hints::default());
        let findings = check(text, &draft, &Registry::embedded(), &Settings::default());
        let finding = findings.iter().find(|finding| finding.rule == "citation-date").expect("a wrong date");
        let edit = if in_file {
            ignoring_in_file(text, &draft, finding.rule)
        } else {
            ignoring(text, &draft, finding).expect("a comment may stand here")
        };
        apply(text, [&edit])
    }

    #[test]
    fn a_comment_is_put_before_the_paragraph() {
        let with = silenced(DRAFT, false);
        assert_eq!(with, DRAFT.replace("*Recalling*", "<!-- rapporteur: ignore citation-date -->\n*Recalling*"));
        let crlf = DRAFT.replace('\n', "\r\n");
        assert_eq!(silenced(&crlf, false), with.replace('\n', "\r\n"));
    }

    #[test]
    fn a_comment_that_is_there_is_added_to() {
        for (there, then) in [
            ("<!-- rapporteur: ignore dash -->\n*Recalling*", "ignore dash, citation-date -->"),
            ("<!-- rapporteur: ignore dash, ligature -->\n\n*Recalling*", "ignore dash, ligature, citation-date -->"),
            ("*Recalling* <!--rapporteur: ignore dash-->", "ignore dash, citation-date-->"),
        ] {
            let with = silenced(&DRAFT.replace("*Recalling*", there), false);
            assert!(with.contains(then), "{with}");
        }
    }

    #[test]
    fn a_file_is_silenced_at_its_top() {
        let comment = "<!-- rapporteur: ignore-file citation-date -->\n";
        assert_eq!(silenced(DRAFT, true), format!("{comment}\n{DRAFT}"));
        assert_eq!(silenced(&format!("\u{feff}{DRAFT}"), true), format!("\u{feff}{comment}\n{DRAFT}"));
        let front = "---\nlang: en\n---";
        assert_eq!(silenced(&format!("{front}\n\n{DRAFT}"), true), format!("{front}\n\n{comment}\n{DRAFT}"));
        let other = "<!-- rapporteur: ignore-file dash -->\n";
        let with = silenced(&format!("{DRAFT}\n{other}"), true);
        assert_eq!(with, format!("{DRAFT}\n<!-- rapporteur: ignore-file dash, citation-date -->\n"));
    }
}
