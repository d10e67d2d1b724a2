//! The lists of sub-paragraphs: (a), (b), (c), below them (i), (ii), below these a., b.; and whatever else is counted so.
//!
//! A label alone does not say where it belongs: (i) is a letter after (h) and a Roman number below (a). What is open before
//! it and what comes after it tell.

use std::collections::HashMap;

use rapporteur_draft::{
    DocumentKind, Draft, Label, LabelReading, Language, Ordinal, Paragraph, ParagraphKind, Parts, plain_mark,
    stands_beside,
};

use super::renumber::{Next, Unmovable};
use crate::{Edit, check::Context};

/// A list: the labels of one level below one paragraph, in the order of the text; one at least.
#[derive(Debug)]
pub(in crate::rules) struct Enumeration<'a> {
    pub(in crate::rules) items: Vec<Item<'a>>,
    /// Whether it may have begun before the text does.
    pub(in crate::rules) cut: bool,
}

/// A label in a list.
#[derive(Debug)]
pub(in crate::rules) struct Item<'a> {
    pub(in crate::rules) label: &'a Label,
    /// As what it is read here.
    pub(in crate::rules) reading: LabelReading,
    /// The place that is due, where the label does not have it.
    pub(in crate::rules) due: Option<Ordinal>,
}

impl Enumeration<'_> {
    /// The edits that label the list in sequence; none where it has more items than labels can count.
    pub(in crate::rules) fn relabelled(&self, context: &Context<'_>) -> Vec<Edit> {
        let language = context.draft.language;
        let mut edits = Vec::new();
        // How the list counts, the first label says that is in its place.
        let Some(model) = self.items.iter().find(|item| item.due.is_none()).or(self.items.first()) else {
            return edits;
        };
        let numerals = model.due.unwrap_or(model.reading.ordinal).numerals;
        let mut last: Option<Ordinal> = None;
        for item in &self.items {
            let printed = item.reading.ordinal;
            let due = match last {
                Some(last) if language.follows(last, printed) => printed,
                Some(last) => language.after(last),
                None if self.cut => printed,
                None => Ordinal { numerals, place: 1 },
            };
            last = Some(due);
            if due != printed {
                let span = item.label.value_span.clone();
                let Some(text) = language.label(due, &context.text[span.clone()]) else { return Vec::new() };
                edits.push(Edit { span, text });
            }
        }
        edits
    }
}

/// The edits that give a sub-paragraph another label. Those behind it in its list move by the same step, and the references
/// to all of them with them. `paragraph` is an index into [`Draft::paragraphs`], `label` stands without brackets.
pub fn relabel_from(draft: &Draft, text: &str, paragraph: usize, label: &str) -> Result<Vec<Edit>, Unmovable> {
    let language = draft.language;
    let target = draft.paragraphs.get(paragraph).and_then(|it| it.label.as_ref()).ok_or(Unmovable::NotCounted)?;
    let place = |list: &Enumeration<'_>| list.items.iter().position(|item| std::ptr::eq(item.label, target));
    let lists = enumerations(draft, text);
    let found = lists.iter().find_map(|list| Some((list, place(list)?)));
    let (list, start) = found.ok_or(Unmovable::NotCounted)?;
    let old = list.items[start].reading.ordinal;
    let readings = language.label_readings(label);
    let new = readings.iter().map(|reading| reading.ordinal).find(|new| new.numerals == old.numerals);
    let new = new.ok_or(Unmovable::NotOfList)?;
    if let Some(before) = start.checked_sub(1).map(|before| &list.items[before])
        && before.reading.ordinal.place >= new.place
    {
        return Err(Unmovable::NotAfter(text[before.label.value_span.clone()].to_owned()));
    }
    let mut moved: HashMap<usize, Ordinal> = HashMap::new();
    let mut edits = Vec::new();
    let (mut last, mut due) = (old, new);
    for item in &list.items[start..] {
        let own = item.reading.ordinal;
        if language.follows(last, own) {
            due = language.after(due);
        } else {
            let place = due.place.saturating_add(own.place).saturating_sub(last.place).max(1);
            due = Ordinal { place, ..own };
        }
        last = own;
        let span = item.label.value_span.clone();
        let written = language.label(due, &text[span.clone()]).ok_or(Unmovable::TooFar)?;
        moved.extend(draft.paragraph_at(span.start).map(|index| (index, due)));
        edits.push(Edit { span, text: written });
    }
    let parts = Parts::of(draft, text);
    let referring = draft.cross_references.iter().filter_map(|reference| {
        let due = moved.get(&parts.sub_paragraph_meant(draft, reference)?)?;
        let span = reference.label_span.clone()?;
        Some(Edit { text: language.label(*due, &text[span.clone()])?, span })
    });
    edits.extend(referring);
    edits.retain(|edit| text[edit.span.clone()] != edit.text);
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    Ok(edits)
}

/// What is due behind a sub-paragraph in its list: a label without brackets. `paragraph` is an index into
/// [`Draft::paragraphs`].
pub fn next_in_list(draft: &Draft, text: &str, paragraph: usize) -> Option<Next<String>> {
    let language = draft.language;
    let target = draft.paragraphs.get(paragraph)?.label.as_ref()?;
    let place = |list: &Enumeration<'_>| list.items.iter().position(|item| std::ptr::eq(item.label, target));
    let lists = enumerations(draft, text);
    let (list, place) = lists.iter().find_map(|list| Some((list, place(list)?)))?;
    let printed = list.items[place].reading.ordinal;
    let due = language.after(printed);
    let behind = list.items.get(place + 1);
    let follows = |before| {
        let next = behind.filter(|next| language.follows(before, next.reading.ordinal));
        next.and_then(|next| draft.paragraph_at(next.label.span.start))
    };
    let (taken, beyond) = (follows(printed), follows(due));
    let due = language.label(due, &text[target.value_span.clone()])?;
    Some(Next { due, taken, beyond: beyond.filter(|_| taken.is_none()) })
}

/// The lists of sub-paragraphs of a draft.
pub(in crate::rules) fn enumerations<'a>(draft: &'a Draft, text: &str) -> Vec<Enumeration<'a>> {
    let mut lists = Vec::new();
    let mut labels = Vec::new();
    let (mut interrupted, mut introduced) = (false, false);
    let mut begun = draft.kind != DocumentKind::Excerpt;
    for paragraph in &draft.paragraphs {
        match place(paragraph, text) {
            Place::Item(label) => {
                let readings = draft.language.label_readings(&text[label.value_span.clone()]);
                if readings.is_empty() {
                    interrupted = true;
                } else {
                    labels.push(Printed { label, readings, interrupted, introduced, begun, stray: true });
                    interrupted = false;
                }
            }
            Place::Between => interrupted = true,
            Place::Aside => continue,
            Place::Boundary => {
                sort(draft.language, &mut labels, &mut lists);
                interrupted = false;
                begun = true;
            }
        }
        introduced = text[paragraph.span.clone()].chars().next_back().map(plain_mark) == Some(':');
    }
    sort(draft.language, &mut labels, &mut lists);
    lists
}

/// A label before its place is known.
pub(in crate::rules) struct Printed<'a> {
    pub(in crate::rules) label: &'a Label,
    /// What it may stand for: one reading at least.
    pub(in crate::rules) readings: Vec<LabelReading>,
    /// Whether text without a label stands before it, after which another list may begin.
    pub(in crate::rules) interrupted: bool,
    /// Whether a colon stands before it.
    pub(in crate::rules) introduced: bool,
    /// Whether the text before it has what it is a list of.
    pub(in crate::rules) begun: bool,
    /// Whether it may be a slip for a label that counts in another way.
    pub(in crate::rules) stray: bool,
}

/// What a paragraph is to the lists around it.
enum Place<'a> {
    Item(&'a Label),
    /// Text that may be of an item or stand between lists.
    Between,
    /// What interrupts nothing.
    Aside,
    /// The end of all lists.
    Boundary,
}

fn place<'a>(paragraph: &'a Paragraph, text: &str) -> Place<'a> {
    match (paragraph.kind, &paragraph.label) {
        (ParagraphKind::SubParagraph, Some(label)) if stands_beside(&text[label.value_span.clone()]) => Place::Aside,
        (ParagraphKind::SubParagraph, Some(label)) => Place::Item(label),
        (ParagraphKind::Annex, Some(label)) if label.number.is_none() => Place::Item(label),
        (ParagraphKind::Furniture | ParagraphKind::NoteDefinition | ParagraphKind::Continuation, _) => Place::Aside,
        (ParagraphKind::SubParagraph | ParagraphKind::Annex | ParagraphKind::Other, None) => Place::Between,
        _ => Place::Boundary,
    }
}

/// How deep lists stand within one another.
const DEEPEST: usize = 4;

struct Sorter {
    language: Language,
}

/// A list that may go on.
struct Level<'a> {
    last: Ordinal,
    list: Enumeration<'a>,
}

/// Where a label may go.
#[derive(Clone, Copy)]
struct Step {
    /// How many of the open lists stay open, the one that takes the label among them.
    depth: usize,
    /// Whether it begins a list.
    opens: bool,
    reading: LabelReading,
    /// The place for which the list takes it.
    taken: Ordinal,
    /// The place that is due, if it does not have it.
    due: Option<Ordinal>,
    /// How well it goes there, the labels after it aside.
    likely: u8,
}

// How well labels go somewhere. What comes after them may add up to four.
const GOES_ON: u8 = 6;
const BEGINS: u8 = 3;
const BEGINS_INTRODUCED: u8 = 7;
const LEAVES_ONE_OUT: u8 = 4;
const SLIPS: u8 = 2;
const BEGINS_LATE: u8 = 0;

/// Takes labels between two boundaries, and gives them their lists.
pub(in crate::rules) fn sort<'a>(language: Language, labels: &mut Vec<Printed<'a>>, lists: &mut Vec<Enumeration<'a>>) {
    let labels = std::mem::take(labels);
    let mut open: Vec<Level<'a>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let coming = &labels[index + 1..labels.len().min(index + 3)];
        let Some(step) = (Sorter { language }).step(&open, label, coming) else { continue };
        let item = Item { label: label.label, reading: step.reading, due: step.due };
        let kept = step.depth - usize::from(step.opens);
        lists.extend(open.drain(kept..).map(|level| level.list));
        if step.opens {
            open.push(Level { last: step.taken, list: Enumeration { items: vec![item], cut: !label.begun } });
        } else if let Some(level) = open.last_mut() {
            level.last = step.taken;
            level.list.items.push(item);
        }
    }
    lists.extend(open.into_iter().map(|level| level.list));
}

impl Sorter {
    /// The best place for a label.
    fn step(&self, open: &[Level<'_>], label: &Printed<'_>, coming: &[Printed<'_>]) -> Option<Step> {
        let mut best: Option<(u8, Step)> = None;
        let mut offer = |step: Step| {
            // A list of a single item that nothing introduces is none.
            let above = if step.opens && !label.introduced { &[] } else { &open[..step.depth - 1] };
            let worth = step.likely + self.borne_out(above, step.taken, coming);
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, step));
            }
        };
        for (depth, level) in open.iter().enumerate().rev() {
            self.within(depth + 1, level.last, label, &mut offer);
        }
        let is_open = |reading: &LabelReading| open.iter().any(|l| l.last.numerals == reading.ordinal.numerals);
        let plain_is_open = label.readings.iter().any(|reading| !reading.disguised && is_open(reading));
        for &reading in &label.readings {
            let known = is_open(&reading);
            if (known && !label.introduced) || (reading.disguised && plain_is_open) {
                continue;
            }
            let depth = open.len().min(DEEPEST - 1) + 1;
            let step = Step { depth, opens: true, reading, taken: reading.ordinal, due: None, likely: BEGINS };
            let first = Ordinal { place: 1, ..reading.ordinal };
            if reading.ordinal == first {
                let likely = if label.introduced { BEGINS_INTRODUCED } else { BEGINS };
                offer(Step { likely: likely - u8::from(reading.disguised), ..step });
            } else if !label.begun {
                offer(step);
            } else if !known {
                let due = Some(first);
                offer(Step { due, likely: BEGINS_LATE, ..step });
                offer(Step { due, likely: BEGINS_LATE, taken: first, ..step });
            }
        }
        best.map(|(_, step)| step)
    }

    /// The places for a label in a list that is open.
    fn within(&self, depth: usize, last: Ordinal, label: &Printed<'_>, offer: &mut impl FnMut(Step)) {
        let due = self.language.after(last);
        let same = |reading: &&LabelReading| reading.ordinal.numerals == last.numerals;
        for &reading in label.readings.iter().filter(same) {
            let taken = reading.ordinal;
            let step = Step { depth, opens: false, reading, taken, due: None, likely: GOES_ON };
            if self.language.follows(last, taken) {
                offer(step);
                continue;
            }
            if taken.place == 1 && label.interrupted {
                offer(Step { opens: true, likely: BEGINS, ..step });
            }
            let slips = Step { due: Some(due), likely: SLIPS, ..step };
            let one_out = self.language.follows(due, taken);
            offer(Step { likely: if one_out { LEAVES_ONE_OUT } else { SLIPS }, ..slips });
            offer(Step { taken: due, ..slips });
        }
        // A label of another kind in the place of the one that is due.
        if let Some(&reading) =
            label.readings.first().filter(|_| label.stray && !label.readings.iter().any(|r| same(&r)))
        {
            offer(Step { depth, opens: false, reading, taken: due, due: Some(due), likely: SLIPS });
        }
    }

    /// How well the next labels go with a place for the one before them; `above` are the lists above it.
    fn borne_out(&self, above: &[Level<'_>], taken: Ordinal, coming: &[Printed<'_>]) -> u8 {
        let Some(next) = coming.first() else { return 0 };
        let follows = |label: &Printed<'_>, before| {
            label.readings.iter().any(|reading| self.language.follows(before, reading.ordinal))
        };
        let begins = |reading: &LabelReading| reading.ordinal.place == 1 && reading.ordinal.numerals != taken.numerals;
        if follows(next, taken) {
            4
        } else if coming.get(1).is_some_and(|second| follows(second, self.language.after(taken))) {
            3
        } else if next.readings.iter().any(begins) || above.iter().any(|level| follows(next, level.last)) {
            2
        } else {
            0
        }
    }
}
