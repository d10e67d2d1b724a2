//! The rule `quotation-marks`.

use std::fmt::Display;

use rapporteur_draft::{Draft, GlyphKind, Language, Span};
use time::Month;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "quotation-marks",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
Quotation marks are those of the language, and of one kind throughout the text.

English, Spanish and Chinese have “ ”, Russian « », Arabic ” “. French has « », or “ ” in texts of the older style: the kind
that most quotations of a text have holds. Straight marks (`"`) are none of a published text. In a text that has no others
that is said once, as a hint. Quotations within quotations, and quotations in another script, have marks of their own.

Source: counts over published texts in six languages.

```en wrong
*The General Assembly*,

*Recalling* the report entitled “Our Common Agenda” and the note entitled "Our Common Future",
```

```en right
*The General Assembly*,

*Recalling* the report entitled “Our Common Agenda” and the note entitled “Our Common Future”,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* le rapport intitulé « Notre programme commun » et la note intitulée "Notre avenir à tous",
```

```fr right
*L’Assemblée générale*,

*Rappelant* le rapport intitulé « Notre programme commun » et la note intitulée « Notre avenir à tous »,
```

```es wrong
*La Asamblea General*,

*Recordando* el informe titulado “Nuestra Agenda Común” y la nota titulada "Nuestro futuro común",
```

```es right
*La Asamblea General*,

*Recordando* el informe titulado “Nuestra Agenda Común” y la nota titulada “Nuestro futuro común”,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на доклад «Наша общая повестка дня» и записку "Наше общее будущее",
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на доклад «Наша общая повестка дня» и записку «Наше общее будущее»,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى التقرير المعنون ”خطتنا المشتركة“ وإلى المذكرة المعنونة "مستقبلنا المشترك"،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى التقرير المعنون ”خطتنا المشتركة“ وإلى المذكرة المعنونة ”مستقبلنا المشترك“،
```

```zh wrong
**大会**，

**回顾**题为“我们的共同议程”的报告和题为"我们共同的未来"的说明，
```

```zh right
**大会**，

**回顾**题为“我们的共同议程”的报告和题为“我们共同的未来”的说明，
```
"##,
    check,
};

/// How far behind its mark the first letter of a quotation is looked for, in characters.
const NEAR: usize = 32;

/// A quotation: its marks.
struct Quotation {
    open: Span,
    close: Span,
    depth: u32,
}

fn check(context: &mut Context<'_>) {
    let quotations = quotations(context.text, context.draft);
    let Some(first) = quotations.first() else { return };
    let text = context.text;
    let marks = context.draft.language.quotation_marks();
    let mark = |span: &Span| text[span.clone()].chars().next().unwrap_or_default();
    let is_of =
        |pair: &[char; 2], quotation: &Quotation| mark(&quotation.open) == pair[0] && mark(&quotation.close) == pair[1];
    let own =
        |quotation: &Quotation| quotation.depth == 0 && is_own_script(context.draft.language, text, &quotation.open);
    let outer = || quotations.iter().filter(|quotation| own(quotation));
    let count = |pair: &[char; 2]| outer().filter(|quotation| is_of(pair, quotation)).count();
    // Of two kinds as common, the first: `max_by_key` would give the last.
    let Some(house) = marks.iter().rev().max_by_key(|pair| count(pair)) else { return };
    let straight = |span: &Span| mark(span) == '"';
    let space = |mark| if context.draft.language.is_spaced(mark) { "\u{a0}" } else { "" };
    let open = format!("{}{}", house[0], space(house[0]));
    let close = format!("{}{}", space(house[1]), house[1]);
    let values: &[(&str, &dyn Display)] = &[("open", &house[0]), ("close", &house[1])];
    if count(house) == 0 {
        if quotations.iter().all(|quotation| straight(&quotation.open) && straight(&quotation.close)) {
            let edits = quotations.iter().flat_map(|quotation| edits(text, quotation, &open, &close)).collect();
            let span = first.open.clone();
            context
                .report(span, "straight", values)
                .at_most(Severity::Hint)
                .fix(Applicability::Safe, values, edits)
                .done();
        }
        return;
    }
    for quotation in &quotations {
        let other = own(quotation) && marks.iter().any(|pair| pair != house && is_of(pair, quotation));
        if other || straight(&quotation.open) || straight(&quotation.close) {
            let edits = edits(text, quotation, &open, &close);
            let span = quotation.open.clone();
            context.report(span, "other", values).fix(Applicability::Safe, values, edits).done();
        }
    }
}

/// The quotations of a text, in the order of their ends; a mark without its fellow is half typed, or none.
fn quotations(text: &str, draft: &Draft) -> Vec<Quotation> {
    let mut open: Vec<Option<&Span>> = Vec::new();
    let mut quotations = Vec::new();
    for glyph in &draft.glyphs {
        let GlyphKind::Quotation { opens, depth } = glyph.kind else { continue };
        if opens {
            // A paragraph that leaves a quotation open ends it: what is quoted further opens it anew.
            open.truncate(depth as usize);
            open.push(Some(&glyph.span).filter(|mark| !ends_a_word(text, mark)));
        } else if let Some(start) = open.pop() {
            let depth = open.len() as u32;
            quotations.extend(start.map(|start| Quotation { open: start.clone(), close: glyph.span.clone(), depth }));
        }
    }
    quotations
}

/// Whether a straight mark stands between a word and a space, as one does that closes: what it opens, nobody can tell.
fn ends_a_word(text: &str, mark: &Span) -> bool {
    &text[mark.clone()] == "\""
        && text[..mark.start].ends_with(char::is_alphanumeric)
        && text[mark.end..].starts_with(char::is_whitespace)
}

/// Whether what is quoted begins in the script of the language.
fn is_own_script(language: Language, text: &str, open: &Span) -> bool {
    let latin = language.month_name(Month::January).starts_with(|c: char| c.is_ascii_alphabetic());
    let letter = text[open.end..].chars().take(NEAR).find(|c| c.is_alphabetic());
    letter.is_some_and(|letter| latin || !letter.is_ascii())
}

/// Gives a quotation other marks, with the space that belongs to them.
fn edits(text: &str, quotation: &Quotation, open: &str, close: &str) -> Vec<Edit> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let behind = &text[quotation.open.end..quotation.close.start];
    let start = quotation.open.end + (behind.len() - behind.trim_start_matches(is_space).len());
    let end = quotation.open.end + behind.trim_end_matches(is_space).len();
    vec![
        Edit { span: quotation.open.start..start, text: open.to_owned() },
        Edit { span: end.max(start)..quotation.close.end, text: close.to_owned() },
    ]
}
