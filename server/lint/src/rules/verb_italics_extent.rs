//! The rule `verb-italics-extent`.

use rapporteur_draft::{ParagraphKind, Span, unmarked};
use rapporteur_symbol::Body;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "verb-italics-extent",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Verbs,
    fixes: &[Applicability::Safe],
    documentation: r#"
The emphasis of the verb that opens a paragraph covers the whole lead phrase and no more.

What says that the verb is repeated (*also*, *également*) is emphasised with it, as are all the words of the verb itself
(*Takes note*) and what says in which manner (*with appreciation*). What the verb governs is not: neither the conjunction in
*Noting* that … nor the Secretary-General in *Requests* the Secretary-General. The comma after the phrase may stand inside or
outside. A complement that the vocabulary of the language does not know is let be. In resolutions of the Security Council,
which emphasise the first word alone, no other word is missed. A verb that is not emphasised at all is the matter of
`operative-verb-italics` and `preambular-verb-italics`.

Source: practice of the organs: of 50,000 lead phrases in the texts of the years 2021 to 2025, in six languages, all but
140.

```en wrong
*The General Assembly*,

*Recalling* also the Charter of the United Nations,

*Noting that* the work continues,

1. *Notes* with appreciation the report of the Secretary-General;

2. *Requests the* Secretary-General to submit a report.
```

```en right
*The General Assembly*,

*Recalling also* the Charter of the United Nations,

*Noting* that the work continues,

1. *Notes with appreciation* the report of the Secretary-General;

2. *Requests* the Secretary-General to submit a report.
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

*Notant que* les travaux se poursuivent,

1. *Prie* le Secrétaire général de poursuivre ses travaux ;

2. *Prie* également le Secrétaire général de lui présenter un rapport.
```

```fr right
*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

*Notant* que les travaux se poursuivent,

1. *Prie* le Secrétaire général de poursuivre ses travaux ;

2. *Prie également* le Secrétaire général de lui présenter un rapport.
```

```es wrong
*La Asamblea General*,

*Recordando la* Carta de las Naciones Unidas,

1. *Toma* *nota* del informe del Secretario General.
```

```es right
*La Asamblea General*,

*Recordando* la Carta de las Naciones Unidas,

1. *Toma nota* del informe del Secretario General.
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь на* свою резолюцию 65/230,

1. *принимает* к сведению доклад Генерального секретаря.
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230,

1. *принимает к сведению* доклад Генерального секретаря.
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير إلى*** قرارها 65/230،

1 - ***تحيط*** علما بالتقرير؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 65/230،

1 - ***تحيط علما*** بالتقرير؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر.
```

```zh wrong
**大会**，

**又认识**到这项工作的重要性，

1. **请秘书长**提交报告。
```

```zh right
**大会**，

**又认识到**这项工作的重要性，

1. **请**秘书长提交报告。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let Context { text, draft, .. } = *context;
    let only_verbs = draft.body == Some(Body::SecurityCouncil);
    for paragraph in &draft.paragraphs {
        if !matches!(paragraph.kind, ParagraphKind::Preambular | ParagraphKind::Operative) {
            continue;
        }
        let Some((lead, emphasis)) = paragraph.lead.as_ref().and_then(|lead| Some((lead, lead.emphasis.as_ref()?)))
        else {
            continue;
        };
        let repeat = lead.repeat.as_ref().map(|repeat| repeat.span.start);
        let missing = lead.missing.as_ref().filter(|missing| !only_verbs || repeat == Some(missing.start));
        let (span, key, end, edits) = if let Some(missing) = missing {
            (missing, "missing", missing.end, lengthen(text, emphasis, missing))
        } else if let Some(excess) = &lead.excess {
            let end = text[..excess.start].trim_end_matches([' ', '\u{a0}', '\n', '\r']).len();
            (excess, "excess", end, shorten(text, emphasis, end))
        } else {
            continue;
        };
        let words = unmarked(&text[span.clone()]);
        let phrase = unmarked(&text[lead.span.start..end.max(lead.span.start)]);
        context
            .report(span.clone(), key, &[("words", &words), ("phrase", &phrase)])
            .fix(Applicability::Safe, &[("phrase", &phrase)], edits.into_iter().collect())
            .done();
    }
}

/// What closes an emphasis that ends at an offset: `*`, `</i>`.
fn closing(text: &str, end: usize) -> Option<&str> {
    let rest = text.get(end..)?;
    let mark = rest.chars().next().filter(|mark| matches!(mark, '*' | '_' | '<'))?;
    let length = match mark {
        '<' => rest.find('>')? + 1,
        _ => rest.len() - rest.trim_start_matches(mark).len(),
    };
    Some(&rest[..length])
}

/// Moves the end of an emphasis behind words that follow it, which may have an emphasis of their own.
fn lengthen(text: &str, emphasis: &Span, missing: &Span) -> Option<Edit> {
    let mark = closing(text, emphasis.end)?;
    let between = text.get(emphasis.end + mark.len()..missing.end)?;
    let is_marked = between.contains(['*', '_', '<']);
    if !is_marked {
        return Some(Edit { span: emphasis.end..missing.end, text: format!("{between}{mark}") });
    }
    // `*Prie* *également*`: the second mark closes both.
    let is_split = between.matches(mark).count() == 1 && closing(text, missing.end) == Some(mark);
    let text = between.replacen(mark, "", 1);
    (is_split && !text.contains(['*', '_', '<'])).then_some(Edit { span: emphasis.end..missing.end, text })
}

/// Moves the end of an emphasis forward.
fn shorten(text: &str, emphasis: &Span, end: usize) -> Option<Edit> {
    let mark = closing(text, emphasis.end)?;
    let excess = text.get(end..emphasis.end)?;
    let edit = Edit { span: end..emphasis.end + mark.len(), text: format!("{mark}{excess}") };
    (!excess.contains(['*', '_', '<', '[', '`'])).then_some(edit)
}
