//! Verbs that are repeated from one paragraph to the next, and the words that say so: "also", "further".

use rapporteur_draft::{Lead, Likeness, Paragraph, ParagraphKind, Repeat, RepeatPlace, Span, as_printed, unmarked};
use rapporteur_symbol::Body;

use crate::{Edit, check::Context};

/// What is wrong with the words that say, or should say, that a verb is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Fault {
    /// The verb is that of the paragraph before, and another word is due, or one where there is none.
    Due(RepeatPlace),
    /// The same, where the paragraph says only in part the same with its verb.
    Possible(RepeatPlace),
    /// The paragraph before has another verb.
    Orphan,
}

/// A paragraph with such a fault.
pub(in crate::rules) struct Faulty<'a> {
    pub(in crate::rules) lead: &'a Lead,
    pub(in crate::rules) is_preambular: bool,
    pub(in crate::rules) fault: Fault,
    /// The paragraph before it.
    pub(in crate::rules) previous: &'a Lead,
    /// What changes in the paragraphs behind it, so that they count on from this one once it is mended.
    pub(in crate::rules) following: Vec<Edit>,
    /// Which time the last of these says the verb then.
    time: u8,
}

impl Fault {
    /// Which time the paragraph says its verb once it is mended.
    fn time(self) -> u8 {
        match self {
            Fault::Due(place) | Fault::Possible(place) => {
                if place == RepeatPlace::Second {
                    2
                } else {
                    3
                }
            }
            Fault::Orphan => 1,
        }
    }
}

/// A paragraph of a run in which verbs are compared.
struct Link<'a> {
    paragraph: &'a Paragraph,
    lead: &'a Lead,
    /// Which time the verb is said, from 1 to 3.
    time: u8,
    /// Whether it ought to say so and does not: then it may be counted or not.
    is_doubtful: bool,
}

/// The paragraphs of a text whose verb is repeated, or is not, and that say otherwise. After the third time the count
/// begins anew: "Recalling", "Recalling also", "Recalling further", "Recalling". The Security Council does not count.
pub(in crate::rules) fn faults<'a>(context: &Context<'a>) -> Vec<Faulty<'a>> {
    let draft = context.draft;
    if draft.body == Some(Body::SecurityCouncil) {
        return Vec::new();
    }
    let mut faults: Vec<Faulty<'a>> = Vec::new();
    let mut last: Option<Link<'a>> = None;
    // Whether the paragraphs since the last fault count on from it.
    let mut counts_on = false;
    for paragraph in &draft.paragraphs {
        let is_preambular = match paragraph.kind {
            ParagraphKind::Preambular => true,
            ParagraphKind::Operative => false,
            ParagraphKind::Heading
            | ParagraphKind::Part
            | ParagraphKind::AnnexHeading
            | ParagraphKind::EnactingLine
            | ParagraphKind::Title => {
                last = None;
                continue;
            }
            // What stands within a paragraph or between two does not part them.
            _ => continue,
        };
        let previous = last.take();
        let Some(lead) = &paragraph.lead else { continue };
        let alike =
            |last: &Link<'_>| last.paragraph.kind == paragraph.kind && last.paragraph.series == paragraph.series;
        let previous = previous.filter(alike);
        let (time, fault) = match &previous {
            Some(previous) => judge(context, previous, paragraph, lead),
            None => (said(lead.repeat.as_ref()), None),
        };
        let is_doubtful = matches!(fault, Some(Fault::Due(_))) && lead.repeat.is_none();
        let is_counted = counts_on && previous.as_ref().is_some_and(|previous| previous.lead.identity == lead.identity);
        counts_on = match (fault.zip(previous), faults.last_mut()) {
            (Some((fault, previous)), _) => {
                let previous = previous.lead;
                faults.push(Faulty { lead, is_preambular, fault, previous, following: Vec::new(), time: fault.time() });
                true
            }
            (None, Some(fault)) if is_counted => fault.count_on(context, lead),
            (None, _) => false,
        };
        last = Some(Link { paragraph, lead, time, is_doubtful });
    }
    faults
}

impl Faulty<'_> {
    /// Lets a paragraph say which time it says the verb once the one before it is mended; whether that changes anything,
    /// so that the next paragraph is to be looked at as well.
    fn count_on(&mut self, context: &Context<'_>, lead: &Lead) -> bool {
        let Some(repeat) = lead.repeat.as_ref().filter(|repeat| repeat.place != RepeatPlace::Any) else { return false };
        let due = due(self.time);
        if self.time == 3 || repeat.place == due {
            return false;
        }
        self.following.push(instead(context, repeat, due));
        self.time += 1;
        true
    }
}

/// The word that is due in a paragraph with the verb of the one before, whose lead phrase this is; `None` where the count
/// begins anew. The Security Council does not count.
pub fn due_behind(lead: &Lead, body: Option<Body>) -> Option<RepeatPlace> {
    let time = said(lead.repeat.as_ref());
    (time < 3 && body != Some(Body::SecurityCouncil)).then(|| due(time))
}

/// The word that is due behind a paragraph that says its verb for this time.
fn due(time: u8) -> RepeatPlace {
    if time == 1 { RepeatPlace::Second } else { RepeatPlace::Third }
}

/// The edit that puts another such word in the place of one.
pub(in crate::rules) fn instead(context: &Context<'_>, repeat: &Repeat, due: RepeatPlace) -> Edit {
    let word = context.draft.language.repeat_word(due);
    let text = as_printed(&context.text[repeat.span.clone()], word);
    Edit { span: repeat.span.clone(), text }
}

/// Which time a paragraph says its verb, and what is wrong with how it says so.
fn judge(context: &Context<'_>, previous: &Link<'_>, paragraph: &Paragraph, lead: &Lead) -> (u8, Option<Fault>) {
    let repeat = lead.repeat.as_ref();
    if previous.lead.identity != lead.identity {
        return (said(repeat), repeat.map(|_| Fault::Orphan));
    }
    let time = previous.time % 3 + 1;
    let due = due(previous.time);
    match repeat.map(|repeat| repeat.place) {
        Some(RepeatPlace::Any) => (time.max(2), None),
        // Where the count begins anew, whoever says "further" again goes on.
        Some(place) if time > 1 && place != due && !previous.is_doubtful => (time, Some(Fault::Due(due))),
        Some(place) => (if place == RepeatPlace::Second { 2 } else { 3 }, None),
        None if time == 1 => (1, None),
        None => match likeness(context, previous, paragraph, lead) {
            Likeness::Same => (time, Some(Fault::Due(due))),
            // Other words for the same are as good as a third time, where the second said so.
            Likeness::Partial if lead.addresses || time == 3 => (1, Some(Fault::Possible(due))),
            Likeness::Partial | Likeness::None => (1, None),
        },
    }
}

/// Which time a word says that the verb is said.
fn said(repeat: Option<&Repeat>) -> u8 {
    match repeat.map(|repeat| repeat.place) {
        None => 1,
        Some(RepeatPlace::Second | RepeatPlace::Any) => 2,
        Some(RepeatPlace::Third) => 3,
    }
}

/// Whether what follows the verb is the same in both paragraphs.
fn likeness(context: &Context<'_>, previous: &Link<'_>, paragraph: &Paragraph, lead: &Lead) -> Likeness {
    let tail =
        |lead: &Lead, paragraph: &Paragraph| context.text.get(lead.span.end..paragraph.span.end).unwrap_or_default();
    context.draft.language.likeness(tail(previous.lead, previous.paragraph), tail(lead, paragraph), lead)
}

/// The edits that take such a word out of a lead phrase.
pub(in crate::rules) fn without(text: &str, lead: &Lead, repeat: &Repeat) -> Vec<Edit> {
    let mut span = repeat.span.clone();
    if span.start > lead.span.start {
        // "Prie également": with the space before it.
        span.start = text[..span.start].trim_end().len();
        return vec![Edit { span, text: String::new() }];
    }
    let rest = &text[span.end..lead.span.end];
    span.end = lead.span.end - rest.trim_start().len();
    let first = text[span.end..lead.span.end].chars().next();
    let capital = first.filter(|_| text[repeat.span.clone()].starts_with(char::is_uppercase));
    let Some(first) = capital else { return vec![Edit { span, text: String::new() }] };
    span.end += first.len_utf8();
    vec![Edit { span, text: first.to_uppercase().collect() }]
}

/// The edits that put such a word into a lead phrase without one, where it belongs.
pub(in crate::rules) fn with(context: &Context<'_>, lead: &Lead, is_preambular: bool, word: &str) -> Vec<Edit> {
    let Context { text, draft, .. } = context;
    let at = draft.language.repeat_position(lead, is_preambular);
    let insertion = draft.language.repeat_insertion(text, lead.span.start, at, word);
    insertion.map(|(span, text)| Edit { span, text }).into_iter().collect()
}

/// A lead phrase once it is edited, without marks.
pub(in crate::rules) fn edited(text: &str, lead: &Span, edits: &[Edit]) -> String {
    let mut phrase = String::new();
    let mut at = lead.start;
    for edit in edits {
        phrase.push_str(&text[at..edit.span.start]);
        phrase.push_str(&edit.text);
        at = edit.span.end;
    }
    phrase.push_str(&text[at..lead.end.max(at)]);
    unmarked(&phrase)
}
