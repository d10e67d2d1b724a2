//! The rule `footnote-lost-superscript`.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_draft::{DocumentKind, Draft, NoteNotation, Paragraph, ParagraphKind, Span, is_year};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::notes;

pub(super) const RULE: Rule = Rule {
    name: "footnote-lost-superscript",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
The figure that calls a note is raised; none stands in the line as if it belonged to a word or a year.

When a text is copied from a PDF, the raised figures come down: "26 May 2017¹" becomes "26 May 20171", "Congress,²"
becomes "Congress,2" or "Congress 2,". A figure is taken for the call of a note where that note is defined and not
called, and the figure stands between the calls of the notes before and after it. Where no note is defined, as in an excerpt, the
figures must count from 1. A figure that stands apart from the word before it must be the only one that can be meant, and
none that belongs to the word ("paragraph 2").

The fix raises the figure.

Source: general experience of texts extracted from PDF files of the Official Document System.

```en wrong
*The General Assembly*,

*Recalling* the resolution of 26 May 20171 and the United Nations Convention against Corruption,2

[^1]: E/2017/30.

[^2]: United Nations, *Treaty Series*, vol. 2349, No. 42146.
```

```en right
*The General Assembly*,

*Recalling* the resolution of 26 May 2017[^1] and the United Nations Convention against Corruption,[^2]

[^1]: E/2017/30.

[^2]: United Nations, *Treaty Series*, vol. 2349, No. 42146.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la résolution du 26 mai 20171 et la Convention des Nations Unies contre la corruption2,

<sup>1</sup> E/2017/30.

<sup>2</sup> Nations Unies, *Recueil des Traités*, vol. 2349, n° 42146.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la résolution du 26 mai 2017<sup>1</sup> et la Convention des Nations Unies contre la corruption<sup>2</sup>,

<sup>1</sup> E/2017/30.

<sup>2</sup> Nations Unies, *Recueil des Traités*, vol. 2349, n° 42146.
```

```es wrong
*La Asamblea General*,

*Recordando* la Convención de las Naciones Unidas contra la Corrupción1,

[^1]: Naciones Unidas, *Treaty Series*, vol. 2349, núm. 42146.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на Конвенцию Организации Объединенных Наций против коррупции1,

[^1]: United Nations, *Treaty Series*, vol. 2349, No. 42146.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى اتفاقية الأمم المتحدة لمكافحة الفساد1،

[^1]: A/58/422.
```

```zh wrong
**大会**，

**回顾**《联合国反腐败公约》，1

[^1]: 联合国，《条约汇编》，第2349卷，第42146号。
```
"#,
    check,
};

/// What speaks for it that a figure calls a note, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// It is glued to what can have no figure behind it: `20171`, `corruption2`, `Congress,2`.
    Glued,
    /// It stands apart, after a year: `2017 1,`.
    AfterYear,
    /// It stands apart, after a word.
    Apart,
}

/// A figure that may be the call of a note.
#[derive(Clone, Debug)]
struct Figure {
    /// The figure, without what it is glued to, with the space that parts it from the word before.
    span: Span,
    number: u32,
    evidence: Evidence,
    /// What is shown: the figure with the word or year before it.
    shown: Span,
}

/// No note of a text has a larger number.
const LARGEST: u32 = 99;

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let number = |label: &str| label.parse::<u32>().ok().filter(|number| (1..=LARGEST).contains(number));
    let calls: BTreeMap<u32, usize> =
        draft.notes.calls.iter().rev().filter_map(|call| Some((number(&call.label)?, call.span.start))).collect();
    let defined: BTreeSet<u32> =
        draft.notes.definitions.iter().filter_map(|definition| number(&definition.mark.label)).collect();
    let lost = match defined.is_empty() {
        // An excerpt has left its notes behind.
        true if draft.kind == DocumentKind::Excerpt && calls.is_empty() => counted(figures(context)),
        true => return,
        false if defined.iter().all(|number| calls.contains_key(number)) => return,
        false => missing(&defined, &calls, figures(context)),
    };
    let notation = notation(draft);
    for figure in lost {
        let label = figure.number.to_string();
        let edit = Edit { span: figure.span.clone(), text: notes::call(&label, notation) };
        let applicability = match figure.evidence {
            Evidence::Glued if !defined.is_empty() => Applicability::Safe,
            _ => Applicability::Suggested,
        };
        let printed = &context.text[figure.shown.clone()];
        context
            .report(figure.shown.clone(), "lost", &[("printed", &printed), ("label", &label)])
            .fix(applicability, &[("label", &label)], vec![edit])
            .done();
    }
}

/// How the draft writes its calls: as those that it has, else as its definitions.
fn notation(draft: &Draft) -> NoteNotation {
    let calls = draft.notes.calls.iter().filter(|call| call.label.bytes().all(|byte| byte.is_ascii_digit()));
    let definitions = draft.notes.definitions.iter().map(|definition| &definition.mark);
    calls
        .chain(definitions)
        .map(|mark| mark.notation)
        .find(|notation| *notation != NoteNotation::Plain)
        .unwrap_or(NoteNotation::Superscript)
}

/// Of the figures those that call notes which are defined and not called.
fn missing(defined: &BTreeSet<u32>, calls: &BTreeMap<u32, usize>, figures: Vec<Figure>) -> Vec<Figure> {
    let mut by_number: BTreeMap<u32, Vec<Figure>> = BTreeMap::new();
    for figure in figures {
        by_number.entry(figure.number).or_default().push(figure);
    }
    let mut found: Vec<Figure> = Vec::new();
    let mut from = 0;
    for number in defined {
        if let Some(at) = calls.get(number) {
            from = from.max(*at);
            continue;
        }
        let to = calls.range(number + 1..).map(|(_, at)| *at).min().unwrap_or(usize::MAX);
        let fits = |figure: &&Figure| from <= figure.span.start && figure.span.start < to;
        let candidates: Vec<&Figure> = by_number.get(number).into_iter().flatten().filter(fits).collect();
        let Some(strongest) = candidates.iter().map(|figure| figure.evidence).min() else { continue };
        let mut best = candidates.into_iter().filter(|figure| figure.evidence == strongest);
        let Some(figure) = best.next() else { continue };
        if strongest == Evidence::Glued || best.next().is_none() {
            from = figure.span.end;
            found.push(figure.clone());
        }
    }
    found
}

/// Of the figures those that count from 1; the first must stand behind a year, or be glued to what is before it.
fn counted(figures: Vec<Figure>) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    for figure in figures {
        let due = found.len() as u32 + 1;
        if figure.number == due && (due > 1 || figure.evidence < Evidence::Apart) {
            found.push(figure);
        }
    }
    found
}

/// All figures in running text that may call a note.
fn figures(context: &Context<'_>) -> Vec<Figure> {
    use ParagraphKind::{AdoptionLine, Furniture, Masthead, NoteDefinition, Title};
    let text_of = |paragraph: &&Paragraph| match paragraph.kind {
        // What stands before the first clause of an excerpt is text as well.
        Masthead => context.draft.kind == DocumentKind::Excerpt,
        kind => !matches!(kind, AdoptionLine | Furniture | NoteDefinition | Title),
    };
    let mut figures = Vec::new();
    for paragraph in context.draft.paragraphs.iter().filter(text_of) {
        let text = &context.text[paragraph.content.clone()];
        let mut at = 0;
        while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + found;
            let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
            figures.extend(figure(context, paragraph.content.start + start..paragraph.content.start + start + length));
            at = start + length;
        }
    }
    figures
}

/// The figure that these digits are, or end with, if they may call a note.
fn figure(context: &Context<'_>, digits: Span) -> Option<Figure> {
    let text = context.text;
    let (before, after) = (&text[..digits.start], &text[digits.end..]);
    // A call has nothing behind it but the end of a word.
    let next = after.chars().next();
    let ends = next.is_none_or(|c| {
        c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':' | ')' | '،' | '؛' | '，' | '；' | '。' | '»' | '”')
    });
    let decimal = || after.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !ends || (matches!(next, Some('.' | ',' | ':')) && decimal()) {
        return None;
    }
    let number = |span: &Span| text[span.clone()].parse().ok().filter(|number| (1..=LARGEST).contains(number));
    // `20171`: the year and a figure.
    if matches!(digits.len(), 5 | 6) {
        let free = !before.ends_with(['/', '.', ',', '-', '–', '$', '€', '\u{a0}']);
        let year = says_year(&text[digits.start..digits.start + 4]);
        let span = digits.start + 4..digits.end;
        let number = number(&span).filter(|_| free && year && !text[span.clone()].starts_with('0'))?;
        return Some(Figure { span, number, evidence: Evidence::Glued, shown: digits });
    }
    let number = number(&digits).filter(|_| !text[digits.clone()].starts_with('0'))?;
    let head = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let apart = head.len() < before.len();
    let marked = head.trim_end_matches([',', ';', '.', '،', '؛', '，', '；', '。', ')', '”', '»', '》']);
    let word = last_word(marked);
    let evidence = if says_year(&marked[word.clone()]) && apart && marked.len() == head.len() {
        Evidence::AfterYear
    } else if !is_plain_word(&marked[word.clone()]) {
        return None;
    } else if !apart {
        Evidence::Glued
    } else if marked.len() == head.len() && !context.draft.language.is_numbered(&marked[word.clone()]) {
        Evidence::Apart
    } else {
        return None;
    };
    Some(Figure { span: head.len()..digits.end, number, evidence, shown: word.start..digits.end })
}

/// Where the last word of a text stands; digits are letters here.
fn last_word(text: &str) -> Span {
    let start = text.char_indices().rev().find(|(_, c)| !c.is_alphanumeric()).map_or(0, |(at, c)| at + c.len_utf8());
    start..text.len()
}

fn says_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(is_year)
}

/// Whether a word is one that no figure belongs to: of three letters at least, small ones but for the first. `G20`, `CO2` and
/// `mRNA1` are names.
fn is_plain_word(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_alphabetic);
    first && word.chars().count() >= 3 && letters.all(|c| c.is_alphabetic() && !c.is_uppercase())
}
