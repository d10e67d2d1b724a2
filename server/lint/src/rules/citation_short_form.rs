//! The rule `citation-short-form`.

use rapporteur_draft::{Draft, ParagraphKind, Span, SymbolMention, fits};
use rapporteur_symbol::{Body, Symbol};

use crate::{Applicability, Edit, Rule, Severity, check::Context, rule::Scope};

pub(super) const RULE: Rule = Rule {
    name: "citation-short-form",
    severity: Severity::Info,
    scope: Scope::Clauses,
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
        let short = symbol.short();
        let edit = Edit { span: mention.span.clone(), text: short.clone() };
        let edits = if tells_its_body(draft, symbol) { vec![edit] } else { Vec::new() };
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

/// Whether the number alone is read as that of the same body: the first of the principal organs that numbers so, or
/// else the body that acts.
fn tells_its_body(draft: &Draft, symbol: Symbol) -> bool {
    let organs = [Body::SecurityCouncil, Body::GeneralAssembly, Body::EconomicAndSocialCouncil];
    organs.into_iter().chain(draft.body).find(|body| fits(*body, symbol.number)) == Some(symbol.body)
}
