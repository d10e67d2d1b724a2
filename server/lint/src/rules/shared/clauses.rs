//! The marks in which the paragraphs of a resolution end.

use rapporteur_draft::{ClauseMark, DocumentKind, Draft, LabelReading, Ordinal, Paragraph, ParagraphKind, Span};

use super::endings::{self, Ending, House};
use crate::{Applicability, Severity, check::Context};

/// The part of a resolution in which a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Part {
    Preamble,
    Operative,
}

/// What stands behind a paragraph in the same resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rest {
    /// Nothing at all: it may be that the draft is still being typed.
    Nothing,
    /// No operative paragraph.
    Closing,
    /// The next part, A or B, of the resolution.
    Part,
    /// A resolution that is quoted within this one.
    Quoted,
    Operative,
}

/// A paragraph with the mark that is due at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Due {
    /// What the message calls the paragraph.
    key: &'static str,
    mark: ClauseMark,
    /// What may stand there as well.
    also: &'static [ClauseMark],
}

impl Due {
    const fn new(key: &'static str, mark: ClauseMark) -> Due {
        Due { key, mark, also: &[] }
    }

    const fn or(self, also: &'static [ClauseMark]) -> Due {
        Due { also, ..self }
    }
}

const LIST: Due = Due::new("list", ClauseMark::Colon);
const LAST: Due = Due::new("last", ClauseMark::FullStop);

/// Reports the paragraphs of a part that do not end in the mark that is due.
pub(in crate::rules) fn check(context: &mut Context<'_>, part: Part) {
    let draft = context.draft;
    let follows = follows(draft);
    let mut house = None;
    let mut owner: Option<(Part, ParagraphKind)> = None;
    let mut list = ListStyle::default();
    for (index, paragraph) in draft.paragraphs.iter().enumerate() {
        use ParagraphKind::{Continuation, Heading, Operative, Other, Preambular, SubParagraph};
        let kind_of = |index: usize| draft.paragraphs[index].kind;
        let Follow { next, rest } = follows[index];
        let kind = match (paragraph.kind, owner) {
            (Preambular, _) => owner.insert((Part::Preamble, Preambular)).1,
            (Operative, _) => owner.insert((Part::Operative, Operative)).1,
            (SubParagraph, Some((of, before))) => {
                if before != SubParagraph && of == part {
                    list = ListStyle::read(context, &follows, index);
                }
                owner.insert((of, SubParagraph)).1
            }
            // The end of a paragraph that a page break has cut in two.
            (Continuation, Some((_, kind))) => kind,
            (ParagraphKind::NoteDefinition | ParagraphKind::Furniture, _) => continue,
            _ => {
                owner = None;
                continue;
            }
        };
        if owner.is_none_or(|(of, _)| of != part) {
            continue;
        }
        // A heading that stands above a table belongs to it.
        let beyond = next.and_then(|next| follows[next].next.filter(|_| kind_of(next) == Heading));
        let next = beyond.filter(|beyond| kind_of(*beyond) == Other).or(next).map(|next| &draft.paragraphs[next]);
        let Some(due) = due(context, part, kind, paragraph, next, rest) else { continue };
        let sub = kind == SubParagraph;
        let ending = endings::ending(context, paragraph);
        // Above a list of its own, a sub-paragraph without a mark is a heading.
        let headed = sub && (is_heading(paragraph) || (due == LIST && ending == Ending::Unmarked));
        if is_right(context, &due, &ending) || headed || (sub && list.allows(&ending)) {
            continue;
        }
        let house = house.get_or_insert_with(|| House::of(context));
        let half_typed = rest == Rest::Nothing && may_go_on(&ending);
        report(context, house, paragraph, &due, &ending, half_typed);
    }
}

/// What stands behind a paragraph.
#[derive(Clone, Copy)]
struct Follow {
    /// The next paragraph that is neither a note nor of the page.
    next: Option<usize>,
    rest: Rest,
}

fn follows(draft: &Draft) -> Vec<Follow> {
    use ParagraphKind::{EnactingLine, Furniture, NoteDefinition, Operative, Preambular};
    let mut follow = Follow { next: None, rest: Rest::Nothing };
    let mut follows = vec![follow; draft.paragraphs.len()];
    for (index, paragraph) in draft.paragraphs.iter().enumerate().rev() {
        follows[index] = follow;
        if !matches!(paragraph.kind, NoteDefinition | Furniture) {
            follow.next = Some(index);
        }
        follow.rest = match paragraph.kind {
            Operative => Rest::Operative,
            ParagraphKind::Part => Rest::Part,
            EnactingLine => Rest::Quoted,
            ParagraphKind::AnnexHeading | ParagraphKind::Annex | ParagraphKind::AdoptionLine => Rest::Closing,
            Preambular => follow.rest,
            _ if follow.rest == Rest::Nothing => Rest::Closing,
            _ => follow.rest,
        };
    }
    follows
}

/// The mark that is due; `None` where what follows leaves it open.
fn due(
    context: &Context<'_>,
    part: Part,
    kind: ParagraphKind,
    paragraph: &Paragraph,
    next: Option<&Paragraph>,
    rest: Rest,
) -> Option<Due> {
    use ClauseMark::{Colon, Comma, FullStop, Semicolon};
    use ParagraphKind::{Continuation, EnactingLine, Other, SubParagraph};
    let sub = kind == SubParagraph;
    match (next.map(|next| next.kind), part) {
        // The paragraph goes on; or there is a table or a list, of which nothing is known.
        (Some(Continuation | Other), _) => None,
        (Some(SubParagraph), _) if !sub => Some(LIST),
        (Some(SubParagraph), _) if next.is_some_and(|next| opens_list(context, paragraph, next)) => Some(LIST),
        (Some(SubParagraph), Part::Preamble) => Some(Due::new("item", Comma).or(&[Semicolon])),
        (Some(SubParagraph), Part::Operative) => Some(Due::new("item", Semicolon)),
        (Some(EnactingLine), Part::Preamble) => None,
        (_, Part::Preamble) => Some(Due::new("comma", Comma)),
        (Some(EnactingLine), Part::Operative) => Some(Due::new("draft", Colon)),
        (_, Part::Operative) => Some(match rest {
            Rest::Operative if sub => Due::new("item", Semicolon),
            Rest::Operative => Due::new("semicolon", Semicolon),
            Rest::Part => LAST.or(&[Semicolon]),
            Rest::Quoted => LAST.or(&[Semicolon, Colon]),
            // Nobody knows what follows an excerpt.
            Rest::Closing | Rest::Nothing if context.draft.kind == DocumentKind::Excerpt => LAST.or(&[Semicolon]),
            Rest::Closing | Rest::Nothing => LAST,
        }),
    }
    .map(|due| if due.mark == FullStop && sub { Due { key: "last-item", ..due } } else { due })
}

/// Whether a sub-paragraph begins a list below the one before it: (i) behind (a), but not behind (h).
fn opens_list(context: &Context<'_>, before: &Paragraph, next: &Paragraph) -> bool {
    let readings = |paragraph: &Paragraph| {
        let label = paragraph.label.as_ref().map_or("", |label| &context.text[label.value_span.clone()]);
        context.draft.language.label_readings(label)
    };
    let next = readings(next);
    let before = readings(before);
    // (a) behind (b) is out of order, and not below it.
    let of_other_kind = |first: &LabelReading| {
        before.is_empty() || before.iter().any(|before| before.ordinal.numerals != first.ordinal.numerals)
    };
    if !next.iter().any(|reading| reading.ordinal.place == 1 && of_other_kind(reading)) {
        return false;
    }
    let goes_on = |next: &LabelReading| {
        before.iter().any(|before| Ordinal { place: before.ordinal.place + 1, ..before.ordinal } == next.ordinal)
    };
    before.iter().all(|before| !next.contains(before)) && !next.iter().any(goes_on)
}

/// How the items of a list end, where that is another way than the usual one.
#[derive(Clone, Copy, Default)]
struct ListStyle {
    /// In commas, as some lists of the Security Council do.
    commas: bool,
    /// In nothing: names, titles of posts.
    unmarked: bool,
}

impl ListStyle {
    /// Reads the list that begins at a paragraph.
    fn read(context: &Context<'_>, follows: &[Follow], first: usize) -> ListStyle {
        let paragraphs = &context.draft.paragraphs;
        let item = |index: &usize| paragraphs[*index].kind == ParagraphKind::SubParagraph;
        let (mut items, mut commas, mut unmarked) = (0, 0, 0);
        // The last one ends as the paragraph does.
        for index in std::iter::successors(Some(first), |index| follows[*index].next.filter(item)) {
            items += 1;
            match endings::ending(context, &paragraphs[index]) {
                Ending::Marked { last: ClauseMark::Comma, .. } => commas += 1,
                Ending::Unmarked => unmarked += 1,
                _ => {}
            }
        }
        ListStyle { commas: items > 2 && 2 * commas > items, unmarked: 2 * unmarked > items.max(2) }
    }

    fn allows(self, ending: &Ending) -> bool {
        match ending {
            Ending::Marked { last: ClauseMark::Comma, .. } => self.commas,
            Ending::Unmarked => self.unmarked,
            _ => false,
        }
    }
}

/// Whether a sub-paragraph is emphasised from its beginning to its end, as the headings in lists of tasks are.
fn is_heading(paragraph: &Paragraph) -> bool {
    let emphasis = paragraph.lead.as_ref().and_then(|lead| lead.emphasis.as_ref());
    emphasis.is_some_and(|emphasis| emphasis.end + MARKS >= paragraph.span.end)
}

/// How many bytes may close an emphasis, with the mark behind it.
const MARKS: usize = 6;

fn is_right(context: &Context<'_>, due: &Due, ending: &Ending) -> bool {
    match ending {
        Ending::Open => true,
        Ending::Unmarked => false,
        Ending::Marked { marks, last, .. } => {
            let accepted = due.mark == *last || due.also.contains(last);
            accepted && &context.text[marks.clone()] == context.draft.language.mark(*last)
        }
    }
}

/// Whether a paragraph that ends so, at the end of the text, is still being typed as far as one can tell.
fn may_go_on(ending: &Ending) -> bool {
    matches!(ending, Ending::Unmarked | Ending::Marked { last: ClauseMark::Comma | ClauseMark::Colon, .. })
}

fn report(
    context: &mut Context<'_>,
    house: &House,
    paragraph: &Paragraph,
    due: &Due,
    ending: &Ending,
    half_typed: bool,
) {
    let language = context.draft.language;
    let printed = |marks: &Span| context.text[marks.clone()].to_owned();
    // A quotation that is complete keeps the mark within it.
    let complete = || context.text[paragraph.content.clone()].contains(['“', '«', '„']);
    let within = matches!(ending, Ending::Marked { quoted: true, .. }) && complete();
    let (ending, found) = match ending {
        Ending::Marked { marks, .. } if within => (Ending::Unmarked, Some(printed(marks))),
        Ending::Marked { marks, last: ClauseMark::FullStop, .. } if endings::may_abbreviate(context, marks.start) => {
            (Ending::Unmarked, None)
        }
        Ending::Marked { marks, .. } => (ending.clone(), Some(printed(marks))),
        other => (other.clone(), None),
    };
    let accepted = |last: &ClauseMark| due.mark == *last || due.also.contains(last);
    let mark = match &ending {
        Ending::Marked { last, .. } if accepted(last) => *last,
        _ => due.mark,
    };
    let right = language.mark(mark);
    let but = match &found {
        Some(found) => context.say("not-in", &[("mark", &found.trim())]),
        None => context.say("unmarked", &[]),
    };
    let span = match &ending {
        Ending::Marked { marks, .. } => marks.clone(),
        _ => endings::last_word(context, paragraph),
    };
    let edits = endings::edits(context, house, paragraph, &ending, mark);
    let sure = due.also.is_empty() && !half_typed && !within;
    let applicability = if sure { Applicability::Safe } else { Applicability::Suggested };
    let report = context.report(span, due.key, &[("mark", &right), ("but", &but)]);
    let report = if half_typed { report.at_most(Severity::Info) } else { report };
    report.fix(applicability, &[("mark", &right)], edits).done();
}

#[cfg(test)]
mod tests {
    use crate::{Settings, Severity, check};
    use rapporteur_draft::{Draft, Hints};
    use rapporteur_registry::Registry;

    /// What is found of marks: the line from 1, and the severity.
    fn found(text: &str) -> Vec<(usize, Severity)> {
        let draft = Draft::read(text, &Hints::default());
        let findings = check(text, &draft, &Registry::embedded(), &Settings::default());
        let marks = findings.into_iter().filter(|finding| finding.rule.ends_with("-punctuation"));
        let marks =
            marks.filter(|finding| finding.rule.starts_with("preamble") || finding.rule.starts_with("operative"));
        marks.map(|finding| (text[..finding.span.start].matches('\n').count() + 1, finding.severity)).collect()
    }

    fn errors(text: &str) -> Vec<usize> {
        let errors = found(text).into_iter().filter(|(_, severity)| *severity == Severity::Error);
        errors.map(|(line, _)| line).collect()
    }

    const HEAD: &str = "# Title of the draft\n\n*The General Assembly*,\n\n";

    #[test]
    fn what_is_being_typed_is_no_error() {
        for typed in [
            "*Recalling* its resol",
            "*Recalling* its resolution 70/1,\n\n*Noting*",
            "*Recalling* it,\n\n1. *Requests* the Secretary-General to",
            "*Recalling* it,\n\n1. *Requests* the Secretary-General, in the light of it,",
            "*Recalling* it,\n\n1. *Requests* the Secretary-General:",
            "*Recalling* it,\n\n1. *Requests* the Secretary-General:\n\n(a) To go;\n\n(b) To st",
            "*Recalling* it,\n\n1. *Requests* him to go;\n\n2. ",
        ] {
            assert!(errors(&format!("{HEAD}{typed}")).is_empty(), "{typed}");
        }
        assert_eq!(found(&format!("{HEAD}*Recalling* its resol")), [(5, Severity::Info)]);
    }

    #[test]
    fn what_stands_behind_the_mark_is_no_matter() {
        for right in [
            "*Recalling* it,[^1]\n\n1. *Decides* so;[^2] <!-- see below -->\n\n2. *Decides* to go.[^1]\n\n[^1]: See it.\n\n[^2]: Ibid.",
            "*Recalling* the *Treaty Series*,\n\n1. *Decides* *so;*\n\n2. <i>Decides</i> to <i>go.</i>",
            "*Recalling* it,\n\n[1. *Decides* so;]\n\n2. *Decides* “to go”.",
            "*Recalling* it …\n\n1. *Decides* [...]\n\n2. *Decides* to go.",
            "*Recalling* it,\n\n1. *Requests* him:\n\n(a) To go; and\n\n(b) To come at 5 p.m.;\n\n2. *Decides* to go.",
        ] {
            assert_eq!(found(&format!("{HEAD}{right}\n")), [], "{right}");
        }
    }

    #[test]
    fn each_part_and_each_quoted_draft_ends_for_itself() {
        let quoted = "*The Economic and Social Council*\n\n*Recommends* to the General Assembly the following:\n\n\
            *The General Assembly*,\n\n*Recalling* it,\n\n1. *Decides* so;\n\n2. *Decides* to go.\n";
        assert_eq!(found(quoted), []);
        let wrong = quoted.replace("following:", "following;");
        assert_eq!(errors(&wrong), [3]);
        let parts = "*The General Assembly*,\n\nA\n\n*Recalling* it,\n\n1. *Decides* so;\n\n2. *Decides* to go.\n\n\
            B\n\n*Recalling* it,\n\n1. *Decides* so;\n\n2. *Decides* to go.\n";
        assert_eq!(found(parts), []);
    }

    #[test]
    fn lists_within_lists_begin_with_a_colon() {
        let text = |mark| {
            format!(
                "{HEAD}1. *Requests* him:\n\n(a) To go{mark}\n\n(i) By land;\n\n(ii) By sea;\n\n(b) To stay;\n\n\
                2. *Decides* to go.\n"
            )
        };
        assert_eq!(found(&text(":")), []);
        assert_eq!(errors(&text(";")), [7]);
    }

    #[test]
    fn two_marks_are_one_too_many_unless_one_cuts_a_word_short() {
        let text = |end| format!("{HEAD}1. *Decides* to begin at {end}\n\n2. *Decides* to go.\n");
        assert_eq!(found(&text("5 p.m.;")), []);
        assert_eq!(errors(&text("midnight.;")), [5]);
        assert_eq!(errors(&text("midnight,;")), [5]);
        assert_eq!(errors(&text("midnight;;")), [5]);
    }
}
