//! The rule `citation-report`.

use rapporteur_symbol::Symbol;

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-report",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[],
    documentation: r#"
What is called a resolution has the symbol or number of one.

`A/HRC/17/26` is a report to the Human Rights Council; its resolution 17/26 has the symbol `A/HRC/RES/17/26`. Draft
resolutions have symbols of limited distribution (`A/C.3/75/L.12`), which are left alone. There is no fix: whether
the word or the symbol is wrong only the author knows.

Source: the symbols of United Nations documents.

```en right
*The General Assembly*,

*Recalling* the report contained in document A/HRC/17/26 and the draft resolution A/C.3/75/L.12,
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى التقرير الوارد في الوثيقة A/HRC/17/26 ومشروع القرار A/C.3/75/L.12،
```

```zh right
**大会**，

**回顾**A/HRC/17/26号文件所载报告和决议草案A/C.3/75/L.12，
```

```en wrong
*The General Assembly*,

*Recalling* the Human Rights Council’s resolution A/HRC/17/26,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* la résolution A/HRC/17/26 du Conseil des droits de l’homme,
```

```es wrong
*La Asamblea General*,

*Recordando* la resolución A/HRC/17/26 del Consejo de Derechos Humanos,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на резолюцию A/HRC/17/26 Совета по правам человека,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرار مجلس حقوق الإنسان A/HRC/17/26،
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها A/72/120،
```

```zh wrong
**大会**，

**回顾**人权理事会第A/HRC/17/26号决议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for symbol in &context.draft.symbols {
        let Some(noun) = &symbol.noun else { continue };
        let called = context.text[noun.clone()].to_lowercase();
        let is_resolution = context.draft.language.citation_nouns().any(|(noun, decision)| !decision && noun == called);
        if is_resolution && symbol.text.parse::<Symbol>().is_err() && is_document(&symbol.text) {
            context.report(symbol.span.clone(), "document", &[("symbol", &symbol.text)]).done();
        }
    }
}

/// The beginnings of the parts of a symbol that adopted texts and drafts of them have.
const ADOPTED_OR_DRAFT: [&str; 6] = ["RES", "DEC", "PRST", "L.", "CRP", "WP"];

/// Whether a symbol is that of a document of one of the principal organs that is neither an adopted text nor a draft of
/// one. What the other organs call their resolutions is not known well enough.
fn is_document(symbol: &str) -> bool {
    let mut parts = symbol.split('/');
    let organ = parts.next().is_some_and(|organ| matches!(organ, "A" | "S" | "E"));
    let begins = |part: &str, beginning: &str| {
        part.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    };
    organ && !parts.any(|part| ADOPTED_OR_DRAFT.iter().any(|beginning| begins(part, beginning)))
}
