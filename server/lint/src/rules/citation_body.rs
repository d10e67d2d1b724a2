//! The rule `citation-body`.

use rapporteur_draft::{BodyClue, Citation, Span};
use rapporteur_symbol::{Body, Symbol};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-body",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Suggested],
    documentation: r#"
The body that is named or meant by "its" can have given the resolution its number.

Each body numbers in its own way: `65/230` is of the General Assembly, `2012/19` of the Economic and Social Council,
`1325 (2000)` of the Security Council, `22/8` of a commission or of the Human Rights Council. "Its resolution" is one of
the body that speaks, or of the subject that follows ("in its resolution 2005/15, the Economic and Social Council …"),
so a commission can't call `2007/12` its own.

The fix names the body; where one word governs several numbers it is offered only if all of them are of that body. A project adds
names of bodies with the key `bodies` of `rapporteur.toml`: `bodies.en = { "Disarmament Committee" = "other" }`.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```fr wrong
*La Commission des stupéfiants*,

*Rappelant* ses résolutions 2007/12 du 25 juillet 2007 et 2007/19 du 26 juillet 2007,
```

```fr right
*La Commission des stupéfiants*,

*Rappelant* les résolutions du Conseil économique et social 2007/12 du 25 juillet 2007 et 2007/19 du 26 juillet 2007,
```

```en wrong
*The General Assembly*,

*Recalling* its resolution 2012/19 of 26 July 2012,
```

```en right
*The General Assembly*,

*Recalling* Economic and Social Council resolution 2012/19 of 26 July 2012,
```

```en wrong
*The General Assembly*,

*Recalling* Security Council resolution 2012/19 of 26 July 2012,
```

```es wrong
*La Comisión de Estupefacientes*,

*Recordando* sus resoluciones 2007/12, de 25 de julio de 2007, y 2007/19, de 26 de julio de 2007,
```

```es right
*La Comisión de Estupefacientes*,

*Recordando* las resoluciones del Consejo Económico y Social 2007/12, de 25 de julio de 2007, y 2007/19, de 26 de julio de 2007,
```

```ru wrong
*Экономический и Социальный Совет*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года,
```

```ru right
*Экономический и Социальный Совет*,

*ссылаясь* на резолюцию Генеральной Ассамблеи 65/230 от 21 декабря 2010 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 2012/19 المؤرخ 26 تموز/يوليه 2012 بشأن منع الجريمة،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرار المجلس الاقتصادي والاجتماعي 2012/19 المؤرخ 26 تموز/يوليه 2012 بشأن منع الجريمة،
```

```zh wrong
**大会**，

**回顾**其2012年7月26日第2012/19号决议，
```

```zh right
**大会**，

**回顾**经济及社会理事会2012年7月26日第2012/19号决议，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let citations = &context.draft.citations;
    let mut at = 0;
    while at < citations.len() {
        // The numbers that one word "resolutions" governs are spoken of together.
        let end = at + 1 + citations[at + 1..].iter().take_while(|next| same_list(&citations[at], next)).count();
        check_list(context, &citations[at..end]);
        at = end;
    }
}

fn same_list(first: &Citation, next: &Citation) -> bool {
    first.noun.is_some() && first.noun == next.noun && first.paragraph == next.paragraph
}

fn check_list(context: &mut Context<'_>, list: &[Citation]) {
    let Some((first, symbol)) = list.iter().find_map(|citation| Some((citation, mistaken(citation)?))) else { return };
    let right = kind_of(context, symbol.body);
    let number = symbol.short();
    match &first.clue {
        BodyClue::Possessive { span, body } => {
            let Some(noun) = &first.noun else { return };
            let printed = &context.text[span.start..noun.end];
            let speaker = context.locale.language().body_name(body.unwrap_or(Body::Other));
            let all_mistaken =
                list.iter().all(|citation| mistaken(citation).is_some_and(|other| other.body == symbol.body));
            let edits = if all_mistaken { vec![attribution(context, span, noun, symbol.body)] } else { Vec::new() };
            let right_words = edits.first().map(|edit| edit.text.clone()).unwrap_or_default();
            context
                .report(
                    span.start..first.span.end,
                    "possessive",
                    &[("printed", &printed), ("speaker", &speaker), ("number", &number), ("right", &right)],
                )
                .fix(Applicability::Suggested, &[("right", &right_words)], edits)
                .done();
        }
        BodyClue::Named(named) => {
            let named_words = kind_of(context, named.body);
            context
                .report(first.span.clone(), "named", &[("number", &number), ("named", &named_words), ("right", &right)])
                .related(named.span.clone(), "body")
                .done();
        }
        BodyClue::Shape | BodyClue::Symbol => {}
    }
}

/// The symbol that a citation must mean, if its number is not of the body that the text gives.
fn mistaken(citation: &Citation) -> Option<Symbol> {
    let said = match &citation.clue {
        BodyClue::Possessive { body, .. } => (*body)?,
        BodyClue::Named(named) => named.body,
        BodyClue::Shape | BodyClue::Symbol => return None,
    };
    // Of bodies outside the registry nothing is known, their ways of numbering least of all.
    citation.symbol.filter(|symbol| said != Body::Other && said != symbol.body)
}

/// "one of the General Assembly".
fn kind_of(context: &Context<'_>, body: Body) -> String {
    context.say("kind", &[("of_body", &context.locale.language().of_body(body))])
}

/// The edit that names the body in place of the possessive.
fn attribution(context: &Context<'_>, possessive: &Span, noun: &Span, body: Body) -> Edit {
    let words = &context.text[possessive.clone()];
    let text = context.draft.language.attribute(words, context.text[possessive.end..noun.end].trim_start(), body);
    Edit { span: possessive.start..noun.end, text }
}
