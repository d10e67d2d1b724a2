//! The rule `title-abbreviation`.

use rapporteur_draft::is_ideograph;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "title-abbreviation",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Suggested],
    documentation: r#"
In a title organs, organizations and instruments are named in full.

What is reported is an abbreviation that Rapporteur knows, unless the title has the full name beside it.

The fix writes the name in full; an article may have to be added.

Source: United Nations Editorial Manual, "Abbreviations and acronyms"; no title of a resolution published in 2022–2025 has an
abbreviation of an organ.

```en wrong
# Strengthening the crime programme of UNODC

*The General Assembly*,

*Decides* to remain seized of the matter.
```

```en right
# Strengthening the crime programme of United Nations Office on Drugs and Crime

*The General Assembly*,

*Decides* to remain seized of the matter.
```

```fr wrong
# Rapport annuel du PNUD

*L’Assemblée générale*,

*Décide* de rester saisie de la question.
```

```fr right
# Rapport annuel du Programme des Nations Unies pour le développement

*L’Assemblée générale*,

*Décide* de rester saisie de la question.
```

```es wrong
# Informe anual de la OMS

*La Asamblea General*,

*Decide* seguir ocupándose de la cuestión.
```

```es right
# Informe anual de la Organización Mundial de la Salud

*La Asamblea General*,

*Decide* seguir ocupándose de la cuestión.
```

```ru wrong
# Доклад МАГАТЭ

*Генеральная Ассамблея*,

*постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
# تقرير اليونيسيف

***إن الجمعية العامة***،

***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
# 儿基会的年度报告

**大会**，

**决定**继续处理此案。
```

```zh right
# 联合国儿童基金会的年度报告

**大会**，

**决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let Some(title) = context.draft.title.clone() else { return };
    let text = &context.text[title.clone()];
    // In a title in capitals nothing is told from an abbreviation.
    let cased = text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    if cased {
        return;
    }
    for (short, full) in context.draft.language.abbreviations() {
        let whole = |(at, _): &(usize, &str)| is_whole(text, *at, at + short.len());
        let Some((at, _)) = text.match_indices(short).find(whole).filter(|_| !text.contains(full)) else { continue };
        let span = title.start + at..title.start + at + short.len();
        let edit = Edit { span: span.clone(), text: full.to_owned() };
        context
            .report(span, "abbreviated", &[("short", &short), ("full", &full)])
            .fix(Applicability::Suggested, &[("full", &full)], vec![edit])
            .done();
    }
}

/// Whether a stretch is a word of its own: `UN` is not in `UN-Women`. Between ideographs nothing parts words.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: char| (c.is_alphanumeric() && !is_ideograph(c)) || matches!(c, '-' | '\u{2010}' | '\u{2011}');
    !text[..start].ends_with(joins) && !text[end..].starts_with(joins)
}
