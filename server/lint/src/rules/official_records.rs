//! The rule `official-records`.

use rapporteur_draft::{RecordMention, Span, SymbolMention, as_printed, digits_as_in};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "official-records",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Suggested],
    documentation: r#"
Session or year, and supplement, of *Official Records* are those of the symbol behind them.

Reports are published twice: as a document with a symbol and as a supplement to the *Official Records*. The two go
together. Supplement No. 25 of the seventy-eighth session of the General Assembly is A/78/25, and supplement No. 10 of
the Economic and Social Council for 2017 is E/2017/30, the numbers of the Council being greater by 20.

The fix takes the word of the symbol; where the symbol is wrong, it must be put right by hand.

Source: United Nations Editorial Manual, "Footnotes and other notes"; 610 such notes of published texts, of which one
differs, by a slip in the symbol.

```en wrong
*The General Assembly*,

*Taking note* of the report of the Commission,[^1]

[^1]: *Official Records of the Economic and Social Council, 2016, Supplement No. 10* (E/2017/30).
```

```en right
*The General Assembly*,

*Taking note* of the report of the Commission,[^1]

[^1]: *Official Records of the Economic and Social Council, 2017, Supplement No. 10* (E/2017/30).
```

```en wrong
*The General Assembly*,

*Taking note* of the report of the Commission,[^1]

[^1]: *Official Records of the General Assembly, Seventy-seventh Session, Supplement No. 25* (A/78/25).
```

```en right
*The General Assembly*,

*Taking note* of the report of the Commission,[^1]

[^1]: *Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 25* (A/78/25).
```

```fr wrong
*L’Assemblée générale*,

*Prenant note* du rapport de la Commission[^1],

[^1]: *Documents officiels du Conseil économique et social, 2016, Supplément n° 10* (E/2017/30).
```

```fr right
*L’Assemblée générale*,

*Prenant note* du rapport de la Commission[^1],

[^1]: *Documents officiels du Conseil économique et social, 2017, Supplément n° 10* (E/2017/30).
```

```fr wrong
*L’Assemblée générale*,

*Prenant note* du rapport de la Commission[^1],

[^1]: *Documents officiels de l’Assemblée générale, soixante-dix-septième session, Supplément n° 25* (A/78/25).
```

```fr right
*L’Assemblée générale*,

*Prenant note* du rapport de la Commission[^1],

[^1]: *Documents officiels de l’Assemblée générale, soixante-dix-huitième session, Supplément n° 25* (A/78/25).
```

```es wrong
*La Asamblea General*,

*Tomando nota* del informe de la Comisión[^1],

[^1]: *Documentos Oficiales del Consejo Económico y Social, 2016, suplemento núm. 10* (E/2017/30).
```

```es right
*La Asamblea General*,

*Tomando nota* del informe de la Comisión[^1],

[^1]: *Documentos Oficiales del Consejo Económico y Social, 2017, suplemento núm. 10* (E/2017/30).
```

```es wrong
*La Asamblea General*,

*Tomando nota* del informe de la Comisión[^1],

[^1]: *Documentos Oficiales de la Asamblea General, septuagésimo séptimo período de sesiones, suplemento núm. 25* (A/78/25).
```

```es right
*La Asamblea General*,

*Tomando nota* del informe de la Comisión[^1],

[^1]: *Documentos Oficiales de la Asamblea General, septuagésimo octavo período de sesiones, suplemento núm. 25* (A/78/25).
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад Комиссии[^1],

[^1]: *Официальные отчеты Экономического и Социального Совета, 2016 год, Дополнение № 10* (E/2017/30).
```

```ru right
*Генеральная Ассамблея*,

*принимая к сведению* доклад Комиссии[^1],

[^1]: *Официальные отчеты Экономического и Социального Совета, 2017 год, Дополнение № 10* (E/2017/30).
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад Комиссии[^1],

[^1]: *Официальные отчеты Генеральной Ассамблеи, семьдесят седьмая сессия, Дополнение № 25* (A/78/25).
```

```ru right
*Генеральная Ассамблея*,

*принимая к сведению* доклад Комиссии[^1],

[^1]: *Официальные отчеты Генеральной Ассамблеи, семьдесят восьмая сессия, Дополнение № 25* (A/78/25).
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير اللجنة[^1]،

[^1]: *الوثائق الرسمية للمجلس الاقتصادي والاجتماعي، 2016، الملحق رقم 10* (E/2017/30).
```

```ar right
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير اللجنة[^1]،

[^1]: *الوثائق الرسمية للمجلس الاقتصادي والاجتماعي، 2017، الملحق رقم 10* (E/2017/30).
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير اللجنة[^1]،

[^1]: *الوثائق الرسمية للجمعية العامة، الدورة السابعة والسبعون، الملحق رقم 25* (A/78/25).
```

```ar right
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير اللجنة[^1]،

[^1]: *الوثائق الرسمية للجمعية العامة، الدورة الثامنة والسبعون، الملحق رقم 25* (A/78/25).
```

```zh wrong
**大会**，

**注意到**委员会的报告，[^1]

[^1]: 《经济及社会理事会正式记录，2016年，补编第10号》(E/2017/30)。
```

```zh right
**大会**，

**注意到**委员会的报告，[^1]

[^1]: 《经济及社会理事会正式记录，2017年，补编第10号》(E/2017/30)。
```

```zh wrong
**大会**，

**注意到**委员会的报告，[^1]

[^1]: 《大会正式记录，第七十七届会议，补编第25号》(A/78/25)。
```

```zh right
**大会**，

**注意到**委员会的报告，[^1]

[^1]: 《大会正式记录，第七十八届会议，补编第25号》(A/78/25)。
```
"#,
    check,
};

/// By how much the numbers of documents of the Economic and Social Council are greater than those of its supplements.
const COUNCIL: u32 = 20;

/// No supplement has a higher number.
const LAST_SUPPLEMENT: u32 = 60;

/// The first year in whose documents of the Council the year stands, and one that is far off.
const FIRST_YEAR: u32 = 1978;
/// See [`FIRST_YEAR`].
const LAST_YEAR: u32 = 2100;

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for record in &draft.records {
        let symbol = &draft.symbols[record.symbol];
        let Some((series, second, third)) = parts(&symbol.text) else { continue };
        match series {
            // What is no session is a slip in the symbol, of which `symbol-malformed` speaks.
            "A" if draft.language.session_in_words(second).is_some() => {
                session(context, record, symbol, second);
                supplement(context, record, symbol, third);
            }
            "E" if (FIRST_YEAR..LAST_YEAR).contains(&second) => {
                year(context, record, symbol, second);
                if let Some(number) = third.checked_sub(COUNCIL) {
                    supplement(context, record, symbol, number);
                }
            }
            _ => {}
        }
    }
}

/// The series of a symbol and the two numbers behind it: `E`, 2017 and 30.
fn parts(symbol: &str) -> Option<(&str, u32, u32)> {
    let mut parts = symbol.split('/');
    let series = parts.next()?;
    let second = parts.next()?.parse().ok()?;
    let third = parts.next()?;
    let figures = third.find(|c: char| !c.is_ascii_digit()).unwrap_or(third.len());
    Some((series, second, third[..figures].parse().ok()?))
}

fn session(context: &mut Context<'_>, record: &RecordMention, symbol: &SymbolMention, right: u32) {
    let Some((span, _)) = record.session.as_ref().filter(|(_, printed)| *printed != right) else { return };
    let Some(words) = context.draft.language.session_in_words(right) else { return };
    let words = as_printed(&context.text[span.clone()], words);
    report(context, "session", span, symbol, words);
}

fn year(context: &mut Context<'_>, record: &RecordMention, symbol: &SymbolMention, right: u32) {
    let Some((span, _)) = record.year.as_ref().filter(|(_, printed)| *printed != right) else { return };
    let right = digits_as_in(&context.text[span.clone()], &right.to_string());
    report(context, "year", span, symbol, right);
}

fn supplement(context: &mut Context<'_>, record: &RecordMention, symbol: &SymbolMention, right: u32) {
    let wrong = |(_, printed): &&(Span, u32)| *printed != right && (1..=LAST_SUPPLEMENT).contains(&right);
    let Some((span, _)) = record.supplement.as_ref().filter(wrong) else { return };
    let right = digits_as_in(&context.text[span.clone()], &right.to_string());
    report(context, "supplement", span, symbol, right);
}

fn report(context: &mut Context<'_>, key: &str, span: &Span, symbol: &SymbolMention, right: String) {
    let printed = &context.text[span.clone()];
    let edit = Edit { span: span.clone(), text: right.clone() };
    context
        .report(span.clone(), key, &[("printed", &printed), ("right", &right), ("symbol", &symbol.text)])
        .fix(Applicability::Suggested, &[("right", &right)], vec![edit])
        .related(symbol.span.clone(), "symbol")
        .done();
}
