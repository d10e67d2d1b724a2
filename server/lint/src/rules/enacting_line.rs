//! The rule `enacting-line`.

use rapporteur_draft::{DocumentKind, EMPHASIS_MARKS, Markup, Paragraph, ParagraphKind, plain_mark};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "enacting-line",
    severity: Severity::Error,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe],
    documentation: r#"
A resolution opens with the body that acts: its name in italics and a comma, on a line of its own.

The comma stands inside or outside the emphasis. It may be missing where the operative verb follows at once (*The
Economic and Social Council* / *Recommends* …). An excerpt owes no enacting line.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en wrong
The General Assembly:

*Recalling* the Charter of the United Nations,

1. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Recalling* the Charter of the United Nations,

1. *Decides* to remain seized of the matter.
```

```fr wrong
*L’Assemblée générale*

*Rappelant* la Charte des Nations Unies,

1. *Décide* de rester saisie de la question.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

1. *Décide* de rester saisie de la question.
```

```en wrong
# Cooperation against cybercrime

*Recalling* the Charter of the United Nations,

*Recalling also* the report,

1. *Decides* to remain seized of the matter.
```

```es wrong
El Consejo de Derechos Humanos:

*Guiado* por la Carta de las Naciones Unidas,

*Recordando* la Declaración Universal de Derechos Humanos,

1. *Decide* seguir ocupándose de la cuestión.
```

```es right
*El Consejo de Derechos Humanos*,

*Guiado* por la Carta de las Naciones Unidas,

*Recordando* la Declaración Universal de Derechos Humanos,

1. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
*Генеральная Ассамблея*

*ссылаясь* на свою резолюцию 65/230,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230,
```

```ar wrong
إن الجمعية العامة،

***إذ تشير*** إلى التقرير،

1 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى التقرير،

1 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
大会，

**回顾**《联合国宪章》，

1. **决定**继续处理此案。
```

```zh right
**大会**，

**回顾**《联合国宪章》，

1. **决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let lines = draft.paragraphs.iter().enumerate().filter(|(_, line)| line.kind == ParagraphKind::EnactingLine);
    let mut found = false;
    for (index, line) in lines {
        found = true;
        check_line(context, line, draft.paragraphs[index + 1..].iter().find(|next| next.lead.is_some()));
    }
    if found || draft.kind != DocumentKind::Resolution {
        return;
    }
    let clause =
        |paragraph: &&Paragraph| matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative);
    if let Some(first) = draft.paragraphs.iter().find(clause) {
        let span = first.lead.as_ref().map_or(first.content.clone(), |lead| lead.span.clone());
        context.report(span, "missing", &[]).done();
    }
}

fn check_line(context: &mut Context<'_>, line: &Paragraph, next: Option<&Paragraph>) {
    let printed = &context.text[line.span.clone()];
    let markdown = context.draft.markup == Markup::Markdown;
    let roman = markdown && line.lead.as_ref().is_none_or(|lead| lead.emphasis.is_none());
    // Where the emphasis is that of HTML, what is wrong is said and not mended.
    let tagged = printed.contains('<');
    let visible = without_tags(printed);
    let mark = visible.trim_end_matches(|c: char| EMPHASIS_MARKS.contains(&c) || c.is_whitespace()).chars().next_back();
    let mark = mark.filter(|c| !c.is_alphanumeric());
    let comma = context.draft.language.comma();
    let operative_next = next.is_some_and(|next| next.kind == ParagraphKind::Operative);
    let (key, mark) = match mark {
        Some(mark) if comma.starts_with(mark) => match roman {
            true => ("roman", mark),
            false => return,
        },
        None if roman => ("roman", ','),
        None if operative_next => return,
        None => ("comma", ','),
        Some(other) => ("punctuation", other),
    };
    let values: &[(&str, &dyn std::fmt::Display)] = if key == "punctuation" { &[("mark", &mark)] } else { &[] };
    let name = printed.trim_matches(|c: char| {
        EMPHASIS_MARKS.contains(&c) || c.is_whitespace() || plain_mark(c).is_ascii_punctuation()
    });
    let emphasis = if markdown { context.draft.language.emphasis_mark() } else { "" };
    let right = format!("{emphasis}{name}{emphasis}{comma}");
    let edit = Edit { span: line.span.clone(), text: right.clone() };
    let edits = if tagged { Vec::new() } else { vec![edit] };
    context.report(line.span.clone(), key, values).fix(Applicability::Safe, &[("right", &right)], edits).done();
}

/// The text without what stands in angle brackets.
fn without_tags(text: &str) -> String {
    let mut visible = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '<' => depth += 1,
            '>' if depth > 0 => depth -= 1,
            _ if depth == 0 => visible.push(c),
            _ => {}
        }
    }
    visible
}
