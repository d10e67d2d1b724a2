//! The rule `spelling-ize`.

use rapporteur_draft::ParagraphKind;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "spelling-ize",
    severity: Severity::Info,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["en"]),
    subject: Subject::Wording,
    fixes: &[Applicability::Safe],
    documentation: r#"
Words are spelt as the United Nations spell them: with "-ize", and else as in Britain.

"Recognize" and "organization", but "programme", "labour", "centre", "travelling"; "analyse", since that is no "-ize". Names
with capitals, quotations, what is emphasised in the text and notes keep their spelling, and so does a computer program.

Source: United Nations Editorial Manual, "Spelling", which follows the Concise Oxford English Dictionary.

```en wrong
*The General Assembly*,

*Recognising* the work of the centers of learning,

1. *Invites* the World Trade Organisation to strengthen its program of labor statistics;

2. *Decides* to remain seized of the matter.
```

```en right
*The General Assembly*,

*Recognizing* the work of the centres of learning,

1. *Invites* the World Trade Organisation to strengthen its programme of labour statistics;

2. *Decides* to remain seized of the matter.
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    use ParagraphKind::{Furniture, NoteDefinition};
    let draft = context.draft;
    for spelling in &draft.spellings {
        if matches!(draft.paragraphs[spelling.paragraph].kind, Furniture | NoteDefinition) {
            continue;
        }
        let printed = &context.text[spelling.span.clone()];
        let right = &spelling.right;
        let edit = Edit { span: spelling.span.clone(), text: right.clone() };
        context
            .report(spelling.span.clone(), "spelling", &[("printed", &printed), ("right", right)])
            .fix(Applicability::Safe, &[("right", right)], vec![edit])
            .done();
    }
}
