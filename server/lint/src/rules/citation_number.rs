//! The rule `citation-number`.

use rapporteur_draft::{BodyClue, Citation, Span};
use rapporteur_symbol::Number;

use super::shared::lists;
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-number",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
One number follows "resolution", several follow "resolutions".

Parts of one number ("66/253 A and B") go with either. Nothing is said where the list goes on in a way that is not read
as a number ("resolutions 65/230 and all that followed it"), where words stand between the noun and the number, or in a
language whose form does not tell the one from the several.

The fix changes the noun, with the article or possessive that agrees with it. Where further words may have to agree
("par laquelle") it is only offered.

Source: grammar.

```en wrong
*The General Assembly*,

*Recalling* its resolutions 65/230 of 21 December 2010, the substance of which it confirmed in resolution 66/180 and 66/181 of 19 December 2011,
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010, the substance of which it confirmed in resolutions 66/180 and 66/181 of 19 December 2011,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* ses résolutions 65/230 du 21 décembre 2010, dont elle confirme la teneur,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 du 21 décembre 2010, dont elle confirme la teneur,
```

```es wrong
*La Asamblea General*,

*Recordando* sus resoluciones 65/230, de 21 de diciembre de 2010, relativa a los congresos,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010, relativa a los congresos,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 66/180 и 66/181 от 19 декабря 2011 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свои резолюции 66/180 и 66/181 от 19 декабря 2011 года,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let same_noun = |a: &Citation, b: &Citation| a.paragraph == b.paragraph && a.noun == b.noun;
    let mut governed = draft.citations.chunk_by(same_noun).peekable();
    while let Some(citations) = governed.next() {
        let [first, rest @ ..] = citations else { continue };
        let Some(noun) = &first.noun else { continue };
        if !is_next_to(context, noun, first) {
            continue;
        }
        let listed = rest.iter().take_while(|citation| citation.listed);
        let several = listed.map(|citation| citation.number).find(|number| *number != first.number);
        let key = match draft.language.is_plural(&context.text[noun.clone()]) {
            Some(true) if rest.is_empty() && !goes_on(context, first, governed.peek().map(|next| &next[0])) => "one",
            Some(false) if several.is_some_and(|number| is_like(number, first.number)) => "several",
            _ => continue,
        };
        let printed = context.text[noun.clone()].to_owned();
        let before = &context.text[draft.paragraphs[first.paragraph].span.start..noun.start];
        let other = draft.language.in_other_number(before, &printed);
        let edit = other.map(|(bytes, text)| Edit { span: noun.start - bytes..noun.end, text });
        let right = edit.as_ref().map(|edit| edit.text.clone()).unwrap_or_default();
        // Where nothing before the noun agrees with it, nothing behind it does.
        let alone = edit.as_ref().is_some_and(|edit| edit.span == *noun);
        let applicability = if alone { Applicability::Safe } else { Applicability::Suggested };
        context
            .report(noun.clone(), key, &[("noun", &printed)])
            .fix(applicability, &[("right", &right)], edit.into_iter().collect())
            .done();
    }
}

/// Whether a number follows the noun with nothing between but the name of its body.
fn is_next_to(context: &Context<'_>, noun: &Span, citation: &Citation) -> bool {
    let start = context.draft.language.with_marks(context.text, &citation.span).start;
    let end = match &citation.clue {
        BodyClue::Named(named) if noun.end <= named.span.start && named.span.end <= start => named.span.end,
        _ => noun.end,
    };
    context.text.get(end..start).is_some_and(|between| between.trim().is_empty())
}

/// Whether a list goes on behind a number in a way that is not read: a joiner, another number or, soon, another noun
/// follows ("its resolutions 54/249 of …, section IV of its resolution 55/238 …").
fn goes_on(context: &Context<'_>, citation: &Citation, next: Option<&Citation>) -> bool {
    /// How far behind the number another noun may stand, in bytes.
    const SOON: usize = 40;
    let Some(unit) = lists::units(context, std::slice::from_ref(citation)).pop() else { return false };
    let next = next.and_then(|next| next.noun.as_ref()).filter(|noun| noun.start >= unit.span.end);
    let soon = next.is_some_and(|noun| noun.start < unit.span.end + SOON);
    let after = context.text[unit.span.end..].trim_start().trim_start_matches([',', ';', '،', '，', '、']).trim_start();
    let joined = context.draft.language.citation_joiners().any(|joiner| {
        let rest = after.get(..joiner.len()).filter(|words| words.to_lowercase() == joiner);
        rest.is_some() && !after[joiner.len()..].starts_with(char::is_alphabetic)
    });
    soon || joined || after.starts_with(|c: char| c.is_numeric() || matches!(c, '-' | '–' | '/' | '(' | '['))
}

/// Whether two numbers count in the same way: what is read as a number behind another kind of number may be none.
fn is_like(a: Number, b: Number) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}
