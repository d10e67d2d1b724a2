//! The rule `acronym-redefined`.

use std::collections::BTreeMap;

use rapporteur_draft::{DocumentKind, ParagraphKind};

use super::shared::acronyms;
use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "acronym-redefined",
    severity: Severity::Info,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en", "fr", "es", "ru"]),
    subject: Subject::Wording,
    fixes: &[],
    documentation: r#"
An acronym is introduced once.

Once it stands in brackets behind what it stands for, the acronym is used alone. In a report, a part with a heading of its
own may introduce it anew, as the body does after the summary.

Source: United Nations Editorial Manual, "Abbreviations and acronyms".

```en wrong
*The General Assembly*,

*Commending* the Wadden Sea Gauging Network (WASGN) and the staff of the Wadden Sea Gauging Network (WASGN),
```

```fr wrong
*L’Assemblée générale*,

*Félicitant* le Réseau de jaugeage de la mer des Wadden (RJMW) et le personnel du Réseau de jaugeage de la mer des Wadden (RJMW),
```

```es wrong
*La Asamblea General*,

*Encomiando* la Red de Medición de los Ríos Andinos (REMRA) y el personal de la Red de Medición de los Ríos Andinos (REMRA),
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад о работе Сети измерения рек Кавказа (СИРКА) и о сотрудниках Сети измерения рек Кавказа (СИРКА),
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    let mut introduced: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, mention) in draft.acronyms.iter().enumerate().filter(|(_, mention)| mention.bracketed) {
        let letters = mention.letters(context.text);
        // Two letters are a grade or a place as often as an acronym.
        if !acronyms::is_in_running_text(draft, mention) || letters.chars().count() < 3 {
            continue;
        }
        let Some(first) = introduced.insert(letters, index).map(|first| &draft.acronyms[first]) else { continue };
        let between = &draft.paragraphs[first.paragraph..mention.paragraph];
        let anew = draft.kind == DocumentKind::Report
            && between.iter().any(|paragraph| paragraph.kind == ParagraphKind::Heading);
        if !anew {
            context
                .report(mention.span.clone(), "again", &[("acronym", &letters)])
                .related(first.span.clone(), "introduced")
                .done();
        }
    }
}
