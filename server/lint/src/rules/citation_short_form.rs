//! The rule `citation-short-form`.

use rapporteur_draft::{Draft, ParagraphKind, Span, SymbolMention, fits};
use rapporteur_symbol::{Body, Symbol};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-short-form",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe],
    documentation: r#"
Running text cites a resolution by its number, not by its symbol.

"Resolution 70/1", not "resolution A/RES/70/1". Symbols stand in mastheads, notes, tables and lists; what is printed
within a link is left alone as well. The fix writes the number where it tells the body as well as the symbol did;
elsewhere the body must be named with it.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en wrong
*The General Assembly*,

*Recalling* its resolution A/RES/70/1 of 25 September 2015 and Security Council resolution S/RES/1325 (2000),
```

```en right
*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 and Security Council resolution 1325 (2000),
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* ses résolutions A/RES/70/1 et A/RES/71/1,
```

```fr right
*L’Assemblée générale*,

*Rappelant* ses résolutions 70/1 et 71/1,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución A/RES/70/1, de 25 de septiembre de 2015, y la resolución S/RES/1325 (2000) del Consejo de Seguridad,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 70/1, de 25 de septiembre de 2015, y la resolución 1325 (2000) del Consejo de Seguridad,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции A/RES/70/1 и A/RES/71/1 и резолюцию S/RES/1325 (2000) Совета Безопасности,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 70/1 и 71/1 и резолюцию 1325 (2000) Совета Безопасности,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها A/RES/217 A (III) المؤرخ 10 كانون الأول/ديسمبر 1948 وقرار مجلس الأمن S/RES/1325 (2000)،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 217 ألف (د-3) المؤرخ 10 كانون الأول/ديسمبر 1948 وقرار مجلس الأمن 1325 (2000)،
```

```zh wrong
**大会**，

**回顾**其A/RES/70/1和A/RES/71/1号决议以及安全理事会第S/RES/1325（2000）号决议，
```

```zh right
**大会**，

**回顾**其第70/1号和第71/1号决议以及安全理事会第1325(2000)号决议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for mention in draft.symbols.iter().filter(|mention| mention.noun.is_some() && is_in_clause(draft, mention)) {
        let Ok(symbol) = mention.text.parse::<Symbol>() else { continue };
        if is_linked(draft, &mention.span) {
            continue;
        }
        let short = draft.language.number(symbol);
        let span = draft.language.with_marks(context.text, &mention.span);
        let edit = Edit { span, text: draft.language.marked_number(symbol) };
        let fits = tells_its_body(draft, symbol) && is_in_its_place(draft, mention);
        let edits = if fits { vec![edit] } else { Vec::new() };
        context
            .report(mention.span.clone(), "symbol", &[("short", &short), ("printed", &mention.text)])
            .fix(Applicability::Safe, &[("short", &short)], edits)
            .done();
    }
}

fn is_in_clause(draft: &Draft, mention: &SymbolMention) -> bool {
    let kind = draft.paragraphs[mention.paragraph].kind;
    matches!(kind, ParagraphKind::Preambular | ParagraphKind::Operative | ParagraphKind::SubParagraph)
}

/// Whether a stretch stands in the text of a link.
fn is_linked(draft: &Draft, span: &Span) -> bool {
    let after = draft.links.partition_point(|link| link.span.start <= span.start);
    after.checked_sub(1).is_some_and(|at| draft.links[at].span.end >= span.end)
}

/// Whether the number can stand where the symbol does: the word "resolution" is on the side on which the language has it.
fn is_in_its_place(draft: &Draft, mention: &SymbolMention) -> bool {
    let noun_before = mention.noun.as_ref().is_some_and(|noun| noun.start < mention.span.start);
    noun_before != draft.language.noun_comes_last()
}

/// Whether the number alone is read as that of the same body: the first of the principal organs that numbers so, or
/// else the body that acts.
fn tells_its_body(draft: &Draft, symbol: Symbol) -> bool {
    let organs = [Body::SecurityCouncil, Body::GeneralAssembly, Body::EconomicAndSocialCouncil];
    organs.into_iter().chain(draft.body).find(|body| fits(*body, symbol.number)) == Some(symbol.body)
}
