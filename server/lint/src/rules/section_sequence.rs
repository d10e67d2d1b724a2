//! The rule `section-sequence`.

use std::fmt::Display;

use rapporteur_draft::{Label, LabelReading, Language, Numerals, Ordinal, Paragraph, ParagraphKind, Span};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::{
    enumerations::{Enumeration, Item, Printed, sort},
    renumber::SharedFix,
};

pub(super) const RULE: Rule = Rule {
    name: "section-sequence",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Suggested],
    documentation: r#"
Sections and parts are numbered in sequence: I, II, III …, within them A, B, C … or 1, 2, 3.

Headings count whether they are marked as such or stand on a line of their own ("III. Conclusions"); those without a number
do not interrupt the count. Sections of an annex count for themselves, and letters begin again within each section. A text that begins with part B or section IV is
taken for a piece of a longer one. What is meant for a Roman number and is none (`ITII.`, as text recognition leaves it) is
told as well.

The fix is a suggestion, since the text may refer to its sections by their numbers.

Source: United Nations Editorial Manual, "Headings"; guidelines for the mark-up of resolutions (AKN4UN).

```en wrong
*The General Assembly*,

## I

1. *Takes note* of the report;

## III

2. *Approves* the estimates.
```

```en right
*The General Assembly*,

## I

1. *Takes note* of the report;

## II

2. *Approves* the estimates.
```

```fr wrong
*L’Assemblée générale*,

## I. Rapport

1. *Prend note* du rapport ;

## ITI. Prévisions

2. *Approuve* les prévisions.
```

```fr right
*L’Assemblée générale*,

## I. Rapport

1. *Prend note* du rapport ;

## II. Prévisions

2. *Approuve* les prévisions.
```

```es wrong
*La Asamblea General*,

## A. Informe

1. *Toma nota* del informe;

## C. Estimaciones

2. *Aprueba* las estimaciones.
```

```es right
*La Asamblea General*,

## A. Informe

1. *Toma nota* del informe;

## B. Estimaciones

2. *Aprueba* las estimaciones.
```

```ru wrong
*Генеральная Ассамблея*,

## I

1. *принимает к сведению* доклад;

## I

2. *утверждает* смету.
```

```ru right
*Генеральная Ассамблея*,

## I

1. *принимает к сведению* доклад;

## II

2. *утверждает* смету.
```

```ar wrong
***إن الجمعية العامة***،

## أولا

1 - ***تحيط علما*** بالتقرير؛

## ثالثا

2 - ***توافق*** على التقديرات.
```

```ar right
***إن الجمعية العامة***،

## أولا

1 - ***تحيط علما*** بالتقرير؛

## ثانيا

2 - ***توافق*** على التقديرات.
```

```zh wrong
**大会**，

## 一

1. **表示注意到**报告；

## 三

2. **核准**估计数。
```

```zh right
**大会**，

## 一

1. **表示注意到**报告；

## 二

2. **核准**估计数。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let (draft, text) = (context.draft, context.text);
    let headings: Vec<Heading> =
        draft.paragraphs.iter().filter_map(|paragraph| Heading::read(draft.language, text, paragraph)).collect();
    let (mut labels, mut lists) = (Vec::new(), Vec::new());
    let mut enacted = false;
    for heading in &headings {
        match heading {
            Heading::Numbered { label, readings } => {
                let readings = readings.clone();
                // What stands within sections may begin again below a heading without a number, and in tables.
                let nested = readings.iter().all(|reading| is_nested(reading.ordinal.numerals));
                let interrupted = std::mem::take(&mut enacted) || nested;
                labels.push(Printed { label, readings, interrupted, introduced: false, begun: true, stray: false });
            }
            Heading::EnactingLine => enacted = true,
            Heading::Annex => sort(draft.language, &mut labels, &mut lists),
        }
    }
    sort(draft.language, &mut labels, &mut lists);
    for list in &lists {
        out_of_sequence(context, list);
    }
}

/// What a heading is to the count.
enum Heading {
    /// It has a number or a letter that counts, or what is meant for a number.
    Numbered { label: Label, readings: Vec<LabelReading> },
    /// A body speaks: another count may begin.
    EnactingLine,
    /// Another count begins.
    Annex,
}

impl Heading {
    fn read(language: Language, text: &str, paragraph: &Paragraph) -> Option<Heading> {
        let marked = match paragraph.kind {
            ParagraphKind::AnnexHeading => return Some(Heading::Annex),
            ParagraphKind::EnactingLine => return Some(Heading::EnactingLine),
            ParagraphKind::Heading | ParagraphKind::Part => true,
            // In plain text the heading of a section is a line like others.
            ParagraphKind::Other | ParagraphKind::Annex if paragraph.label.is_none() => false,
            _ => return None,
        };
        let content = &text[paragraph.content.clone()];
        let skipped = content.len() - content.trim_start_matches(['*', '_', '#', ' ']).len();
        let start = paragraph.content.start + skipped;
        let line = content[skipped..].lines().next().unwrap_or_default();
        let roman = line.starts_with(['I', 'V', 'X', 'L']);
        let likely = || roman && line.len() <= LONGEST_LINE && !line.ends_with([',', ';']);
        if !marked && !likely() {
            return None;
        }
        let word = &line[..line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len())];
        let after = &line[word.len()..];
        let number = language.heading_number(line).map(|(span, _)| span);
        let ends = |end: usize| if marked { ends_number(&line[end..]) } else { line[end..].starts_with('.') };
        let counting = number.filter(|span| ends(span.end)).or_else(|| letter(word, after).filter(|_| marked));
        let (span, readings) = match counting {
            Some(span) => (span.clone(), language.label_readings(&line[span])),
            None if after.starts_with('.') => (0..word.len(), nearly_roman(language, word)),
            None => return None,
        };
        let span = start + span.start..start + span.end;
        let label = Label { span: span.clone(), value_span: span, number: None };
        (!readings.is_empty()).then_some(Heading::Numbered { label, readings })
    }
}

/// How long the heading of a section may be that is not marked as one, in bytes.
const LONGEST_LINE: usize = 160;

/// Whether a number may end before this: at the end of the heading, a stop, a mark of emphasis, the call of a note; not
/// in `70/1` and `A to Z`.
fn ends_number(after: &str) -> bool {
    after.is_empty()
        || after.starts_with(['.', ':', ')', '*', '_', '[', '<', '、', '．', '：', '–', '—'])
        || after.starts_with(" -")
}

/// The letter that numbers a heading: `A`, `A.`
fn letter(word: &str, after: &str) -> Option<Span> {
    let mut letters = word.chars();
    let one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    (one && ends_number(after)).then_some(0..word.len())
}

/// Whether what counts so stands within sections.
fn is_nested(numerals: Numerals) -> bool {
    matches!(numerals, Numerals::Figures | Numerals::Letters(_) | Numerals::CapitalLetters(_))
}

/// The highest number that is looked for behind a garbled one.
const MOST_SECTIONS: u32 = 50;

/// The Roman numbers that differ in one letter from a word that has none but their letters, save one: `ITII`.
fn nearly_roman(language: Language, word: &str) -> Vec<LabelReading> {
    let letters = word.bytes().filter(|byte| b"IVX".contains(byte)).count();
    if !(3..=6).contains(&word.len()) || !word.is_ascii() || letters + 1 < word.len() {
        return Vec::new();
    }
    let ordinals = (1..=MOST_SECTIONS).map(|place| Ordinal { numerals: Numerals::CapitalRoman, place });
    let near = |ordinal: &Ordinal| {
        language.label(*ordinal, word).is_some_and(|number| strsim::levenshtein(&number, word) == 1)
    };
    ordinals.filter(near).map(|ordinal| LabelReading { ordinal, disguised: false }).collect()
}

/// Reports the headings of a list that are out of sequence.
fn out_of_sequence(context: &mut Context<'_>, list: &Enumeration<'_>) {
    let language = context.draft.language;
    let is_garbled = |item: &Item<'_>| language.label_readings(&context.text[item.label.value_span.clone()]).is_empty();
    // A heading that looks like one garbled, among none that are sound, is an acronym.
    if list.items.iter().all(is_garbled) {
        return;
    }
    let mut fix = SharedFix::default();
    for (index, item) in list.items.iter().enumerate() {
        if is_garbled(item) {
            garbled(context, item);
            continue;
        }
        let Some(due) = item.due else { continue };
        let printed = &context.text[item.label.value_span.clone()];
        let Some(expected) = language.label(due, printed) else { continue };
        let span = item.label.span.clone();
        match index.checked_sub(1).map(|before| &list.items[before]) {
            Some(previous) => {
                let before = &context.text[previous.label.span.clone()];
                let edits = fix.take(|| list.relabelled(context));
                let values: [(&str, &dyn Display); 3] =
                    [("number", &printed), ("previous", &before), ("expected", &expected)];
                let key = if before == printed { "repeated" } else { "skipped" };
                context
                    .report(span, key, &values)
                    .related(previous.label.span.clone(), "before")
                    .fix(Applicability::Suggested, &[], edits)
                    .done();
            }
            // A text may begin with any section, unless the next one says otherwise.
            None if list.items.get(1).is_some_and(|next| language.follows(due, next.reading.ordinal)) => {
                let edit = Edit { span: span.clone(), text: expected.clone() };
                let values: [(&str, &dyn Display); 2] = [("number", &printed), ("expected", &expected)];
                context.report(span, "first", &values).fix(Applicability::Suggested, &[], vec![edit]).done();
            }
            None => {}
        }
    }
}

/// Reports a heading whose number is none, and which is meant.
fn garbled(context: &mut Context<'_>, item: &Item<'_>) {
    let span = item.label.span.clone();
    let printed = &context.text[span.clone()];
    let Some(right) = context.draft.language.label(item.reading.ordinal, printed) else { return };
    let edit = Edit { span: span.clone(), text: right.clone() };
    context
        .report(span, "garbled", &[("printed", &printed), ("right", &right)])
        .fix(Applicability::Suggested, &[], vec![edit])
        .done();
}
