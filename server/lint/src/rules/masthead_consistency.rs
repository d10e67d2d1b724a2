//! The rule `masthead-consistency`.

use rapporteur_draft::{DateMention, Paragraph, Span};
use rapporteur_symbol::Symbol;

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::{masthead, meeting::Meeting};

pub(super) const RULE: Rule = Rule {
    name: "masthead-consistency",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[],
    documentation: r#"
Session, symbol, number and date in a masthead agree.

The session or year in the symbol is the one that the masthead names (`A/C.3/81/L.9`: the eighty-first session); a resolution
has the same number in its symbol and before its title; and the document bears a date within its session or soon after. A
commission's symbols have the year, and the session is told from it.

Source: United Nations Editorial Manual, "Document symbols"; the General Assembly has met in regular session from September to
September since 1946.

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

A/C.3/81/L.9

General Assembly

Distr.: Limited

14 October 2026

Eightieth session

# Cooperation against cybercrime

*The General Assembly*,

*Decides* to remain seized of the matter.
```

```en wrong
United Nations

A/RES/78/155

General Assembly

Distr.: General

21 December 2023

Seventy-eighth session

# 78/156. Cooperation against cybercrime

*The General Assembly*,

*Decides* to remain seized of the matter.
```

```fr wrong
Nations Unies

A/C.3/81/L.9

Assemblée générale

Distr. limitée

14 octobre 2026

Quatre-vingtième session

# Coopération contre la cybercriminalité

*L’Assemblée générale*,

*Décide* de rester saisie de la question.
```

```fr wrong
Nations Unies

A/C.3/81/L.9

Assemblée générale

Distr. limitée

14 octobre 2024

Quatre-vingt-unième session

# Coopération contre la cybercriminalité

*L’Assemblée générale*,

*Décide* de rester saisie de la question.
```

```es wrong
Naciones Unidas

A/C.3/81/L.9

Asamblea General

Distr. limitada

14 de octubre de 2026

Octogésimo período de sesiones

# Cooperación contra la ciberdelincuencia

*La Asamblea General*,

*Decide* seguir ocupándose de la cuestión.
```

```ru wrong
Организация Объединенных Наций

A/C.3/81/L.9

Генеральная Ассамблея

Distr.: Limited

14 октября 2026 года

Восьмидесятая сессия

# Сотрудничество в борьбе с киберпреступностью

*Генеральная Ассамблея*,

*постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
الأمم المتحدة

A/C.3/81/L.9

الجمعية العامة

Distr.: Limited

14 تشرين الأول/أكتوبر 2026

الدورة الثمانون

# التعاون لمكافحة الجريمة الإلكترونية

***إن الجمعية العامة***،

***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
联合国

A/C.3/81/L.9

大会

Distr.: Limited

2026年10月14日

第八十届会议

# 打击网络犯罪的合作

**大会**，

**决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let Some(printed) = masthead::printed_symbol(context) else { return };
    let Some(meeting) = Meeting::of(printed) else { return };
    check_session(context, printed, meeting);
    check_number(context, printed);
    check_date(context, printed, meeting);
}

fn check_session(context: &mut Context<'_>, symbol: &str, meeting: Meeting) {
    let language = context.draft.language;
    let text = context.text;
    let named = |line: &Paragraph| language.session_named(&text[line.span.clone()]);
    let session = masthead::lines(context.draft).find_map(|(_, line)| Some((line.span.clone(), named(line)?)));
    if let Some((span, _)) = session.filter(|(_, named)| !meeting.allows(*named)) {
        let own = context.draft.symbol.clone();
        context.report(span, "session", &[("symbol", &symbol)]).related(own, "symbol").done();
    }
}

/// The number before the title: `78/155.`, `Resolution 2579 (2021)`.
fn check_number(context: &mut Context<'_>, symbol: &str) {
    let (Some(own), Some(title)) = (masthead::adopted(context), context.draft.title.clone()) else { return };
    let heading = &context.text[title.clone()];
    let Some(number) = number_of_title(heading) else { return };
    let printed = &heading[number.clone()];
    let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let right = Symbol { part: None, ..own }.short();
    if squeeze(printed) != squeeze(&right) && !squeeze(printed).starts_with(&squeeze(&right)) {
        let span = title.start + number.start..title.start + number.end;
        let own = context.draft.symbol.clone();
        context
            .report(span, "number", &[("symbol", &symbol), ("printed", &printed), ("right", &right)])
            .related(own, "symbol")
            .done();
    }
}

/// The figures at the beginning of a title that are the number of the resolution.
fn number_of_title(title: &str) -> Option<Span> {
    let start = title.find(|c: char| c.is_ascii_digit())?;
    let figures = |c: char| c.is_ascii_digit() || c == '/';
    let length = title[start..].find(|c| !figures(c)).unwrap_or(title.len() - start);
    let printed = title[start..start + length].trim_end_matches('/');
    let first = title[..start].chars().all(|c| !c.is_alphanumeric());
    (first && printed.contains('/')).then(|| start..start + printed.len())
}

fn check_date(context: &mut Context<'_>, symbol: &str, meeting: Meeting) {
    let draft = context.draft;
    let Some((first, last)) = meeting.years() else { return };
    // The date of the document stands on a line of its own; other lines have that of the session.
    let alone = |mention: &&DateMention| {
        let line = &draft.paragraphs[mention.paragraph];
        mention.complete && mention.span.len() + MARKS >= line.span.len()
    };
    let mut lines = masthead::lines(draft).map(|(index, _)| index).peekable();
    let head = lines.peek().copied().zip(lines.last());
    let Some((from, to)) = head else { return };
    let of_head = draft.dates.iter().take_while(|mention| mention.paragraph <= to);
    let Some(mention) = of_head.filter(|mention| mention.paragraph >= from).find(alone) else { return };
    let Some(date) = mention.date else { return };
    let (year, late) = (date.year(), date.month() as u8 <= LAST_MONTH);
    let from = i32::from(first);
    // A document may be issued some weeks after the text was adopted.
    let to = i32::from(last) + i32::from(late);
    if !(from..=to).contains(&year) {
        context
            .report(mention.span.clone(), "date", &[("symbol", &symbol)])
            .related(draft.symbol.clone(), "symbol")
            .done();
    }
}

/// How many bytes may stand on the line of the date beside it: marks of emphasis, of a heading, a line break.
const MARKS: usize = 8;

/// The last month of the year after its session in which a document may be issued.
const LAST_MONTH: u8 = 4;
