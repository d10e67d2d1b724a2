//! The rule `adoption-line`.

use rapporteur_draft::{DateMention, DocumentKind, Paragraph, ParagraphKind};
use rapporteur_registry::Judgement;
use rapporteur_symbol::Symbol;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

use super::shared::masthead;

pub(super) const RULE: Rule = Rule {
    name: "adoption-line",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
Meeting and date of adoption close an adopted text, and the date is the right one; a draft has none.

The date that the closing line or the line above the title gives is compared with what the registry knows of the
resolution. A document whose symbol is that of a draft (`A/C.3/81/L.9`) has not been adopted.

That neither line is there is said as information.

The fix writes the date that is known.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en wrong
United Nations

A/C.3/81/L.9

General Assembly

Distr.: Limited

14 October 2026

Eighty-first session

# Cooperation against cybercrime

*The General Assembly*,

*Decides* to remain seized of the matter.

12th plenary meeting

14 October 2026
```

```en wrong
United Nations

A/RES/74/173

General Assembly

Distr.: General

27 January 2020

Seventy-fourth session

# 74/173. Promoting technical assistance and capacity-building

*The General Assembly*,

*Decides* to remain seized of the matter.

50th plenary meeting

19 December 2019
```

```en right
United Nations

A/RES/74/173

General Assembly

Distr.: General

27 January 2020

Seventy-fourth session

# 74/173. Promoting technical assistance and capacity-building

*The General Assembly*,

*Decides* to remain seized of the matter.

50th plenary meeting

18 December 2019
```

```fr wrong
Nations Unies

A/RES/74/173

Assemblée générale

Distr. générale

27 janvier 2020

Soixante-quatorzième session

# 74/173. Assistance technique et renforcement des capacités

*L’Assemblée générale*,

*Décide* de rester saisie de la question.

50e séance plénière

19 décembre 2019
```

```fr right
Nations Unies

A/RES/74/173

Assemblée générale

Distr. générale

27 janvier 2020

Soixante-quatorzième session

# 74/173. Assistance technique et renforcement des capacités

*L’Assemblée générale*,

*Décide* de rester saisie de la question.

50e séance plénière

18 décembre 2019
```

```es wrong
Naciones Unidas

A/C.3/81/L.9

Asamblea General

Distr. limitada

14 de octubre de 2026

Octogésimo primer período de sesiones

# Cooperación contra la ciberdelincuencia

*La Asamblea General*,

*Decide* seguir ocupándose de la cuestión.

12ª sesión plenaria

14 de octubre de 2026
```

```ru wrong
Организация Объединенных Наций

A/C.3/81/L.9

Генеральная Ассамблея

Distr.: Limited

14 октября 2026 года

Восемьдесят первая сессия

# Сотрудничество в борьбе с киберпреступностью

*Генеральная Ассамблея*,

*постановляет* продолжать заниматься этим вопросом.

12-е пленарное заседание

14 октября 2026 года
```

```ar wrong
الأمم المتحدة

A/C.3/81/L.9

الجمعية العامة

Distr.: Limited

14 تشرين الأول/أكتوبر 2026

الدورة الحادية والثمانون

# التعاون لمكافحة الجريمة الإلكترونية

***إن الجمعية العامة***،

***تقرر*** أن تبقي المسألة قيد نظرها.

الجلسة العامة 12

14 تشرين الأول/أكتوبر 2026
```

```zh wrong
联合国

A/C.3/81/L.9

大会

Distr.: Limited

2026年10月14日

第八十一届会议

# 打击网络犯罪的合作

**大会**，

**决定**继续处理此案。

第12次全体会议

2026年10月14日
```

```en wrong
United Nations

A/RES/70/4

General Assembly

Distr.: General

30 October 2015

Seventieth session

# 70/4. Cooperation against cybercrime

*The General Assembly*,

*Decides* to remain seized of the matter.

39th plenary meeting

27 October 2015
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let Some(printed) = masthead::printed_symbol(context) else { return };
    if masthead::is_provisional(printed) {
        check_draft(context, printed);
    } else if let Ok(symbol) = printed.parse() {
        check_presence(context, printed);
        check_dates(context, symbol);
    }
}

/// That the text says somewhere when it was adopted.
fn check_presence(context: &mut Context<'_>, symbol: &str) {
    let draft = context.draft;
    let Some(span) = draft.symbol.clone().filter(|_| draft.kind == DocumentKind::Resolution) else { return };
    if !draft.paragraphs.iter().any(|line| tells_adoption(context, line)) {
        context.report(span, "missing", &[("symbol", &symbol)]).at_most(Severity::Info).done();
    }
}

fn check_draft(context: &mut Context<'_>, symbol: &str) {
    let line = context.draft.paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::AdoptionLine);
    if let Some(line) = line {
        context.report(line.span.clone(), "draft", &[("symbol", &symbol)]).done();
    }
}

fn check_dates(context: &mut Context<'_>, symbol: Symbol) {
    let draft = context.draft;
    let Some(entry) = context.registry.lookup(symbol) else { return };
    let Some(day) = entry.day() else { return };
    let adopted = draft.dates.iter().filter(|mention| mention.complete && is_of_adoption(context, mention));
    for mention in adopted.collect::<Vec<_>>() {
        let Some(date) = mention.date else { continue };
        let Judgement::Contradicts { certain } = entry.judge(date) else { continue };
        let right = draft.language.format_date_like(&context.text[mention.span.clone()], day);
        let shown = context.locale.language().format_date(day);
        let edit = Edit { span: mention.span.clone(), text: right.clone() };
        let applicability = if certain { Applicability::Safe } else { Applicability::Suggested };
        let name = names::name(context.locale, symbol);
        context
            .report(mention.span.clone(), "date", &[("name", &name), ("right", &shown)])
            .fix(applicability, &[("right", &right)], vec![edit])
            .done();
    }
}

/// Whether a date stands in a line that says when the text was adopted.
fn is_of_adoption(context: &Context<'_>, mention: &DateMention) -> bool {
    tells_adoption(context, &context.draft.paragraphs[mention.paragraph])
}

/// Whether a paragraph is the closing line, or the line above the title that says when the text was adopted.
fn tells_adoption(context: &Context<'_>, line: &Paragraph) -> bool {
    match line.kind {
        ParagraphKind::AdoptionLine => true,
        ParagraphKind::Masthead => context.draft.language.tells_adoption(&context.text[line.span.clone()]),
        _ => false,
    }
}
