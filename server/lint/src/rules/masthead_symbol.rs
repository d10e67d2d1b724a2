//! The rule `masthead-symbol`.

use rapporteur_draft::{Distribution, Paragraph, ParagraphKind};

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::masthead;

pub(super) const RULE: Rule = Rule {
    name: "masthead-symbol",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[],
    documentation: r#"
The masthead of a document has its symbol, and the distribution is the one that goes with it.

Drafts, conference room papers and working papers (`A/C.3/81/L.9`, `CRP`, `WP`) are of limited distribution; a document for
general distribution has no such letters in its symbol. A text without the line on its distribution has no masthead, and owes
no symbol. Before a draft is submitted it has none yet: what is found is information.

Source: United Nations Editorial Manual, "Document symbols" and "Distribution categories".

```en right
United Nations

A/C.3/81/L.9

General Assembly

Distr.: Limited

14 October 2026

Eighty-first session

# Cooperation against cybercrime

*The General Assembly*,

*Decides* to remain seized of the matter.
```

```en wrong
United Nations

General Assembly

Distr.: Limited

14 October 2026

Eighty-first session

# Cooperation against cybercrime

*The General Assembly*,

*Decides* to remain seized of the matter.
```

```fr wrong
Nations Unies

Assemblée générale

Distr. limitée

14 octobre 2026

Quatre-vingt-unième session

# Coopération contre la cybercriminalité

*L’Assemblée générale*,

*Décide* de rester saisie de la question.
```

```es wrong
Naciones Unidas

Asamblea General

Distr. limitada

14 de octubre de 2026

Octogésimo primer período de sesiones

# Cooperación contra la ciberdelincuencia

*La Asamblea General*,

*Decide* seguir ocupándose de la cuestión.
```

```ru wrong
Организация Объединенных Наций

Генеральная Ассамблея

Distr.: Limited

14 октября 2026 года

Восемьдесят первая сессия

# Сотрудничество в борьбе с киберпреступностью

*Генеральная Ассамблея*,

*постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
الأمم المتحدة

الجمعية العامة

Distr.: Limited

14 تشرين الأول/أكتوبر 2026

الدورة الحادية والثمانون

# التعاون لمكافحة الجريمة الإلكترونية

***إن الجمعية العامة***،

***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
联合国

大会

Distr.: Limited

2026年10月14日

第八十一届会议

# 打击网络犯罪的合作

**大会**，

**决定**继续处理此案。
```

```en wrong
United Nations

A/C.3/81/L.9

General Assembly

Distr.: General

14 October 2026

Eighty-first session

# Cooperation against cybercrime

*The General Assembly*,

*Decides* to remain seized of the matter.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let text = context.text;
    let printed = |paragraph: &Paragraph| &text[paragraph.span.clone()];
    let distribution = masthead::lines(draft).find(|(_, line)| is_distribution(printed(line)));
    let Some((_, line)) = distribution else { return };
    let head = draft.paragraphs.iter().position(|paragraph| paragraph.kind == ParagraphKind::EnactingLine);
    let symbol = draft.symbols.iter().find(|symbol| head.is_none_or(|head| symbol.paragraph < head));
    let Some(symbol) = symbol else {
        if draft.symbol.is_none() {
            context.report(line.span.clone(), "missing", &[]).done();
        }
        return;
    };
    let own = masthead::printed_symbol(context).unwrap_or(&symbol.text);
    let provisional = masthead::is_provisional(own);
    match draft.language.distribution(printed(line)) {
        Some(Distribution::Limited) if !provisional => {
            context.report(line.span.clone(), "limited", &[("symbol", &own)]).done();
        }
        Some(Distribution::General) if provisional => {
            context.report(line.span.clone(), "general", &[("symbol", &own)]).done();
        }
        _ => {}
    }
}

/// Whether a line says to whom the document is distributed. All languages begin it alike.
fn is_distribution(line: &str) -> bool {
    line.trim_start_matches(['*', '_', '#', ' ']).starts_with("Distr")
}
