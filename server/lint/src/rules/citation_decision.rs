//! The rule `citation-decision`.

use rapporteur_draft::{BodyClue, Citation, Markup};
use rapporteur_registry::{Entry, Judgement};
use rapporteur_symbol::{Body, Kind, Symbol};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-decision",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Suggested],
    documentation: r#"
Decisions are called decisions, and resolutions resolutions.

Their numbers tell them apart: the General Assembly numbers its decisions from 301 up to the fifty-sixth session and
from 401 since, the Economic and Social Council from 201, the Human Rights Council from 101, and no resolution has ever
come so far. Where the registry knows a text with the number as the draft calls it, there is no finding.

The fix changes the word where it governs this number alone and the language has the other word in the same form.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions".

```en wrong
*The General Assembly*,

*Recalling* its resolution 74/567 of 31 August 2020,
```

```en right
*The General Assembly*,

*Recalling* its decision 74/567 of 31 August 2020,
```

```fr wrong
*Le Conseil économique et social*,

*Rappelant* sa décision 2012/19 du 26 juillet 2012,
```

```fr right
*Le Conseil économique et social*,

*Rappelant* sa résolution 2012/19 du 26 juillet 2012,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 74/567, de 31 de agosto de 2020,
```

```es right
*La Asamblea General*,

*Recordando* su decisión 74/567, de 31 de agosto de 2020,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 74/567 от 31 августа 2020 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 74/567 المؤرخ 31 آب/أغسطس 2020،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى مقررها 74/567 المؤرخ 31 آب/أغسطس 2020،
```

```zh wrong
**大会**，

**回顾**其2020年8月31日第74/567号决议，
```

```zh right
**大会**，

**回顾**其2020年8月31日第74/567号决定，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let citations = &context.draft.citations;
    for (index, citation) in citations.iter().enumerate() {
        let Some(noun) = &citation.noun else { continue };
        let Some(meant) = meant(context, citation) else { continue };
        let name = names::name(context.locale, meant);
        let printed = &context.text[noun.clone()];
        let is_of_noun = |other: Option<&Citation>| other.is_some_and(|other| other.noun.as_ref() == Some(noun));
        let alone = !is_of_noun(citations.get(index + 1)) && !is_of_noun(index.checked_sub(1).map(|at| &citations[at]));
        let right = context.draft.language.other_noun(printed).filter(|_| alone);
        let edits = right.iter().map(|right| Edit { span: noun.clone(), text: right.clone() }).collect();
        let right = right.clone().unwrap_or_default();
        let entry = context.registry.lookup(meant);
        let key = if meant.kind == Kind::Decision { "decision" } else { "resolution" };
        context
            .report(citation.span.clone(), key, &[("name", &name), ("printed", &printed)])
            .rests_on(entry)
            .fix(Applicability::Suggested, &[("right", &right)], edits)
            .done();
    }
}

/// The text that is meant, if it is of the other kind than the draft calls it.
fn meant(context: &Context<'_>, citation: &Citation) -> Option<Symbol> {
    match citation.kind {
        Kind::Resolution => meant_decision(context, citation),
        Kind::Decision => meant_resolution(context, citation),
        Kind::Statement => None,
    }
}

/// The decision that is meant by what the draft calls a resolution.
pub(super) fn meant_decision(context: &Context<'_>, citation: &Citation) -> Option<Symbol> {
    let symbol = citation.symbol?;
    let decision = Symbol { kind: Kind::Decision, ..symbol };
    // In plain text the last figure may be the call of a note that is no longer raised: 74/567 is 74/56 and note 7.
    let readable = context.draft.markup == Markup::Markdown || context.registry.lookup(decision).is_some();
    // Bodies that the registry does not know have numbers like those of the Council.
    let named = symbol.body != Body::HumanRightsCouncil || !matches!(citation.clue, BodyClue::Shape);
    (symbol.body.decides_as(symbol.number) && readable && named && !is_resolution(context, symbol)).then_some(decision)
}

/// Whether the registry knows a resolution with this number, of the body that is meant or of the Assembly.
fn is_resolution(context: &Context<'_>, symbol: Symbol) -> bool {
    let of_assembly = Symbol { body: Body::GeneralAssembly, ..symbol };
    let entries = [symbol, of_assembly].into_iter().flat_map(|symbol| context.registry.parts(symbol));
    entries.into_iter().any(|entry| entry.citing() > 0 || entry.day().is_some())
}

fn meant_resolution(context: &Context<'_>, citation: &Citation) -> Option<Symbol> {
    // Other bodies number their decisions from 1.
    let body = match &citation.clue {
        BodyClue::Named(named) => named.body,
        BodyClue::Possessive { body, .. } => (*body)?,
        BodyClue::Shape | BodyClue::Symbol => return None,
    };
    let number = citation.number;
    let decisions = body.decision_numbers(number)?;
    let part = citation.symbol.and_then(|symbol| symbol.part);
    let resolution = Symbol { body, kind: Kind::Resolution, number, part };
    let date = context.draft.date_of(citation).and_then(|mention| mention.date);
    let fits = |entry: Entry<'_>| match date {
        Some(date) => entry.judge(date) == Judgement::Agrees,
        None => matches!(citation.clue, BodyClue::Named(_)) && entry.day().is_some(),
    };
    (number.ordinal() < *decisions.start() && context.registry.parts(resolution).any(fits)).then_some(resolution)
}
