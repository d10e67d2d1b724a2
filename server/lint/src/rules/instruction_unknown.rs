//! The rule `instruction-unknown`.

use crate::{
    Applicability, Edit, RULES, Rule, Severity,
    check::Context,
    instruction::{INSTRUCTIONS, Instruction, Word, instruction_settings},
    rule::{Languages, Scope, Subject},
    settings::nearest,
};

pub(super) const RULE: Rule = Rule {
    name: "instruction-unknown",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Comments,
    fixes: &[Applicability::Suggested],
    documentation: r#"
A comment for Rapporteur says something that Rapporteur knows.

A comment that begins with `rapporteur:` silences rules (`ignore`, `ignore-next-line`, `ignore-file`, `off`, `on`, each followed by
the names of rules, or by none for all), or says what the text is (`language=fr`, `kind=report`, `body=ecosoc`). Whatever else it
says has no effect, so that a slip in it goes unnoticed.

The fix, offered where a name is near, writes that name.

Source: Rapporteur.

```en wrong
*The General Assembly*,

<!-- rapporteur: ignore citaton-date -->
*Recalling* its resolution 65/230 of 12 December 2010,

*Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

<!-- rapporteur: ignore citation-date -->
*Recalling* its resolution 65/230 of 12 December 2010,

*Decides* to remain seized of the matter.
```

```fr wrong
<!-- rapporteur: kind=resolutoin -->

*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

*Décide* de rester saisie de la question.
```

```fr right
<!-- rapporteur: kind=resolution -->

*L’Assemblée générale*,

*Rappelant* la Charte des Nations Unies,

*Décide* de rester saisie de la question.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    for directive in &context.draft.directives {
        match Instruction::of(directive) {
            Instruction::Suppression(_, words) => {
                for word in &words {
                    hold(context, word, "rule", &RULES.iter().map(|rule| rule.name).collect::<Vec<_>>());
                }
            }
            Instruction::Settings(words) => words.iter().for_each(|word| check_setting(context, word)),
            Instruction::Unknown(word) => hold(context, &word, "verb", &INSTRUCTIONS),
        }
    }
}

/// A setting: `language=fr`.
fn check_setting(context: &mut Context<'_>, word: &Word<'_>) {
    let (key, value) = word.text.split_once('=').unwrap_or((word.text, ""));
    let equals = word.span.start + key.len();
    let named = Word { text: value, span: word.span.end - value.len()..word.span.end };
    let settings = instruction_settings();
    // "lang" is read as well.
    match settings.iter().find(|(known, _)| *known == key || key == "lang" && *known == "language") {
        Some((_, values)) => hold(context, &named, "value", values),
        None => {
            let word = Word { text: key, span: word.span.start..equals };
            hold(context, &word, "key", &settings.map(|(known, _)| known));
        }
    }
}

/// Reports a word that is none of the known ones, with the nearest of these.
fn hold(context: &mut Context<'_>, word: &Word<'_>, what: &str, known: &[&str]) {
    if known.contains(&word.text) {
        return;
    }
    match nearest(word.text, known.iter().copied()) {
        Some(near) => {
            let values: [(&str, &dyn std::fmt::Display); 2] = [("word", &word.text), ("near", &near)];
            let edit = Edit { span: word.span.clone(), text: near.to_owned() };
            let report = context.report(word.span.clone(), &format!("{what}-near"), &values);
            report.fix(Applicability::Suggested, &values, vec![edit]).done();
        }
        None => {
            let known = known.join(", ");
            context.report(word.span.clone(), what, &[("word", &word.text), ("known", &known)]).done();
        }
    }
}
