//! The rule `double-space`.

use rapporteur_draft::{GlyphKind, Span};

use super::shared::glyphs::spans;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "double-space",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Typography,
    fixes: &[Applicability::Safe],
    documentation: r##"
One space stands between words, not two.

White space is looked at within a line: line breaks of Markdown, tables, gaps that set columns apart and what stands
behind a label are let alone. A text that has two spaces behind the full stops of its sentences throughout, as typewritten
texts had, or that is set apart everywhere, as the recognition of justified lines gives it, is let alone as well.

Source: counts over published texts: there is one place in about 300 resolutions.

```en wrong
*The General Assembly*,

*Recalling* its  resolution 65/230 of 21 December 2010,
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa  résolution 65/230 du 21 décembre 2010,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 du 21 décembre 2010,
```

```es wrong
*La Asamblea General*,

*Recordando* su  resolución 65/230, de 21 de diciembre de 2010,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою  резолюцию 65/230 от 21 декабря 2010 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى  قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010،
```

```zh wrong
**大会**，

**回顾**其2010年12月21日第65/230号决议和第1325  (2000)号决议，
```

```zh right
**大会**，

**回顾**其2010年12月21日第65/230号决议和第1325 (2000)号决议，
```
"##,
    check,
};

/// In how many bytes of text no more than one gap is a slip: where there are more, they are how the text is set.
const RARE: usize = 250;

/// Fewer gaps than these are slips in any text.
const FEW: usize = 4;

fn check(context: &mut Context<'_>) {
    let text = context.text;
    let gaps = || spans(context.draft, |kind| *kind == GlyphKind::DoubleSpace);
    let count = gaps().count();
    if count == 0 || (count > FEW && count > text.len() / RARE) {
        return;
    }
    let ends = |gap: &Span| text[..gap.start].ends_with(['.', '?', '!', ':', ';']);
    let behind_sentences = gaps().filter(ends).count();
    // Two spaces behind each sentence are a way of typing.
    let typewritten = behind_sentences > FEW && behind_sentences * 2 > count;
    let slips: Vec<Span> = gaps().filter(|gap| !(typewritten && ends(gap))).collect();
    for gap in slips {
        // Of several spaces the one that keeps words together stays.
        let kept = text[gap.clone()].chars().find(|c| matches!(c, '\u{a0}' | '\u{202f}')).unwrap_or(' ');
        let edit = Edit { span: gap.clone(), text: kept.to_string() };
        context.report(gap, "double", &[]).fix(Applicability::Safe, &[], vec![edit]).done();
    }
}
