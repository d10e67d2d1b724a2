//! The rule `space-before-punctuation`.

use rapporteur_draft::{Glyph, GlyphKind, Spacing};

use super::shared::glyphs::is_standing_matter;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "space-before-punctuation",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
A space stands before a punctuation mark only where the language has one.

French has a no-break space before `;` `:` `?` `!` `%` and inside « », Spanish and Russian before `%`; other marks follow the word
directly. Texts in the older French style have nothing before `;` and `:`. What most marks of a text have is its style; only
the others are told, a space at which a line may break, in a text that has no-break spaces, as a hint. Masthead, meeting and
votes, which are filled into a form, and titles quoted in another language are let alone there.

Source: counts over published texts: all of the 4,882 semicolons in 247 texts in French have a no-break space; in the other
five languages nine commas of 100,000 have a space before them.

```en wrong
*The General Assembly*,

1. *Decides* to meet ;

2. *Also decides* to stay.
```

```en right
*The General Assembly*,

1. *Decides* to meet;

2. *Also decides* to stay.
```

```fr wrong
*L’Assemblée générale*,

1. *Décide* de se réunir ;

2. *Décide également* de rester ;

3. *Prie* le Secrétaire général de venir;

4. *Invite* les États à venir.
```

```fr right
*L’Assemblée générale*,

1. *Décide* de se réunir ;

2. *Décide également* de rester ;

3. *Prie* le Secrétaire général de venir ;

4. *Invite* les États à venir.
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 65/230 , de 21 de diciembre de 2010,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года ,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010 ،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،
```

```zh wrong
**大会**，

**回顾**其2010年12月21日第65/230号决议 ，
```

```zh right
**大会**，

**回顾**其2010年12月21日第65/230号决议，
```
"##,
    check,
};

/// Marks that one style spaces alike.
const GROUPS: [&[char]; 3] = [&[';', ':', '?', '!'], &['%'], &['«', '»']];

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for glyph in &draft.glyphs {
        if let GlyphKind::Loose { mark } = &glyph.kind {
            let edit = Edit { span: glyph.span.clone(), text: String::new() };
            report(context, glyph, "loose", *mark, Severity::Warning, edit);
        }
    }
    let spaced = |spacing: Spacing| draft.glyphs.iter().filter(move |glyph| has(glyph, &[], spacing)).count();
    let no_break = spaced(Spacing::NoBreak) > spaced(Spacing::Plain);
    for group in GROUPS {
        check_group(context, group, no_break);
    }
}

/// Whether a glyph is the space of one of some marks (of any if none is given), and such a space.
fn has(glyph: &Glyph, marks: &[char], wanted: Spacing) -> bool {
    match &glyph.kind {
        GlyphKind::Spaced { mark, spacing } => *spacing == wanted && (marks.is_empty() || marks.contains(mark)),
        _ => false,
    }
}

fn check_group(context: &mut Context<'_>, group: &[char], no_break: bool) {
    let draft = context.draft;
    let count = |spacing| draft.glyphs.iter().filter(|glyph| has(glyph, group, spacing)).count();
    let (none, plain, kept) = (count(Spacing::None), count(Spacing::Plain), count(Spacing::NoBreak));
    let close = none > plain + kept;
    let space = if no_break || plain == 0 { "\u{a0}" } else { " " };
    for glyph in &draft.glyphs {
        let GlyphKind::Spaced { mark, spacing } = &glyph.kind else { continue };
        if !group.contains(mark) || is_standing_matter(draft, glyph.span.start) {
            continue;
        }
        let (key, severity, text) = match spacing {
            Spacing::None if !close => ("none", Severity::Warning, space),
            Spacing::Plain | Spacing::NoBreak if close => ("close", Severity::Warning, ""),
            // Two spaces are another rule's.
            Spacing::Plain if no_break && glyph.span.len() < 3 => ("plain", Severity::Hint, "\u{a0}"),
            _ => continue,
        };
        let edit = Edit { span: glyph.span.clone(), text: text.to_owned() };
        report(context, glyph, key, *mark, severity, edit);
    }
}

fn report(context: &mut Context<'_>, glyph: &Glyph, key: &str, mark: char, severity: Severity, edit: Edit) {
    // A space that is missing is shown at its mark.
    let length = if glyph.span.is_empty() { mark.len_utf8() } else { 0 };
    let span = match mark {
        '«' => glyph.span.start - length..glyph.span.end,
        _ => glyph.span.start..glyph.span.end + length,
    };
    let key = if mark == '«' { format!("{key}-behind") } else { key.to_owned() };
    context.report(span, &key, &[("mark", &mark)]).at_most(severity).fix(Applicability::Safe, &[], vec![edit]).done();
}
