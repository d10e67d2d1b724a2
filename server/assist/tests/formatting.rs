//! What formatting makes of drafts.

#[path = "support/drafts.rs"]
mod drafts;

use rapporteur_assist::{Checked, LineEnds, format};
use rapporteur_draft::{Draft, Hints, Span};
use rapporteur_lint::{Edit, Settings, apply};
use rapporteur_registry::Registry;

const ALL: LineEnds =
    LineEnds { trim_trailing_whitespace: true, insert_final_newline: true, trim_final_newlines: true };

fn edits(text: &str, ends: LineEnds, range: Option<&Span>) -> Vec<Edit> {
    let (registry, settings) = (Registry::embedded(), Settings::default());
    let draft = Draft::read(text, &Hints::default());
    let checked = Checked { text, draft: &draft, findings: &[], registry: &registry, settings: &settings };
    format(checked, &Hints::default(), ends, range)
}

fn formatted(text: &str, ends: LineEnds) -> String {
    apply(text, &edits(text, ends, None))
}

#[test]
fn numbers_labels_spaces_and_marks_are_put_right() {
    for (text, makes) in [
        (
            "*The General Assembly*,\n\n*Recalling*  it ,\n\n1. *Welcomes*  it;\n\n3. *Requests* him:\n\n(a) To go;\n\n(c) To come.\n",
            "*The General Assembly*,\n\n*Recalling* it,\n\n1. *Welcomes* it;\n\n2. *Requests* him:\n\n(a) To go;\n\n(b) To come.\n",
        ),
        (
            "*L’Assemblée générale*,\n\n*Rappelant*  cela,\n\n1. *Prie* le Secrétaire général ;\n\n1. *Décide* d'agir.\n",
            "*L’Assemblée générale*,\n\n*Rappelant* cela,\n\n1. *Prie* le Secrétaire général ;\n\n2. *Décide* d’agir.\n",
        ),
        (
            "**大会**，\n\n1. **欢迎**报告；\n\n3. **决定**继续处理此案 。\n",
            "**大会**，\n\n1. **欢迎**报告；\n\n2. **决定**继续处理此案。\n",
        ),
    ] {
        assert_eq!(formatted(text, LineEnds::default()), makes);
    }
}

#[test]
fn the_ends_of_lines_are_as_the_editor_wants_them() {
    let text =
        "*The General Assembly*,  \n\n*Recalling*\t \nit, \n \n1. *Welcomes* it;\t\n\n2. *Decides*   \nso.\n\n \n";
    let makes = "*The General Assembly*,  \n\n*Recalling*\nit,\n\n1. *Welcomes* it;\n\n2. *Decides*  \nso.\n";
    assert_eq!(formatted(text, ALL), makes);
    assert_eq!(formatted(&text.replace('\n', "\r\n"), ALL), makes.replace('\n', "\r\n"));
    assert_eq!(formatted(makes.trim_end(), ALL), makes);
    assert_eq!(formatted(text, LineEnds::default()), text);
    let only = |ends: LineEnds| formatted("*The General Assembly*,  \n\n*Decides* so. \n\n\n", ends);
    let trim = LineEnds { trim_final_newlines: true, ..LineEnds::default() };
    assert_eq!(only(trim), "*The General Assembly*,  \n\n*Decides* so. \n");
    assert_eq!(formatted("", ALL), "");
}

#[test]
fn our_drafts_are_formatted_once_and_only_in_the_range() {
    let mut changed = 0;
    for (name, text) in drafts::all() {
        for text in [text.replace('\n', "\r\n"), text] {
            for ends in [ALL, LineEnds::default()] {
                let once = formatted(&text, ends);
                assert_eq!(edits(&once, ends, None), [], "{name}: once is not enough");
                let breaks = |text: &str| text.matches('\r').count() == text.matches('\n').count();
                assert!(!breaks(&text) || breaks(&once), "{name}: line breaks are mixed");
            }
            let draft = Draft::read(&text, &Hints::default());
            for range in draft.paragraphs.iter().step_by(7).map(|paragraph| paragraph.span.start..paragraph.span.end) {
                let (start, end) =
                    (range.start, text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1));
                let start = text[..start].rfind('\n').map_or(0, |at| at + 1);
                for edit in edits(&text, ALL, Some(&range)) {
                    assert!(
                        start <= edit.span.start && edit.span.end <= end,
                        "{name}: {edit:?} is outside of {range:?}"
                    );
                    changed += 1;
                }
            }
        }
    }
    assert!(changed > 30, "{changed} edits are too few to tell");
}
