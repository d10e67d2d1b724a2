//! The rule `bis-numbering`.

use rapporteur_draft::{ParagraphKind, stands_beside};

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::final_text::is_final;

pub(super) const RULE: Rule = Rule {
    name: "bis-numbering",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[],
    documentation: r#"
An adopted text has no paragraphs numbered 5 bis or (c ter).

While a draft is negotiated, a paragraph put in between 5 and 6 is numbered 5 bis, so that all may go on referring to the
others by their numbers. When the text is adopted, the paragraphs are numbered anew. A text counts as adopted where its title
has the number of a resolution, where its symbol is that of one, or where it ends with the date of its adoption. Annexes
are left alone: an article 5 bis of a treaty keeps its number.

Source: United Nations Editorial Manual, "Numbering of paragraphs and subparagraphs".

```en right
# Harbours

*The General Assembly*,

1. *Welcomes* the report;

1 bis. *Requests* another;

2. *Decides* to remain seized of the matter.
```

```en wrong
# 81/15. Harbours

*The General Assembly*,

1. *Welcomes* the report;

1 bis. *Requests* another;

2. *Decides* to remain seized of the matter.
```

```fr wrong
# 81/15. Ports

*L’Assemblée générale*,

1. *Prend note* du rapport ;

1 bis. *Prie* le Secrétaire général d’en présenter un autre ;

2. *Décide* de rester saisie de la question.
```

```es wrong
# 81/15. Puertos

*La Asamblea General*,

1. *Toma nota* del informe;

1 bis. *Solicita* otro informe;

2. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
# 81/15. Порты

*Генеральная Ассамблея*,

1. *принимает к сведению* доклад;

1 bis. *просит* Генерального секретаря представить еще один доклад;

2. *постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
# 81/15 - الموانئ

***إن الجمعية العامة***،

1 - ***تحيط علما*** بالتقرير؛

1 مكررا - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
# 81/15. 港口

**大会**，

1. **表示注意到**报告；

1 bis. **请**秘书长再次提交报告；

2. **决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let (draft, text) = (context.draft, context.text);
    let own = draft.paragraphs.iter().filter(|paragraph| {
        matches!(paragraph.kind, ParagraphKind::Operative | ParagraphKind::Preambular | ParagraphKind::SubParagraph)
    });
    let labels = own.filter_map(|paragraph| paragraph.label.as_ref());
    let mut beside = labels.filter(|label| stands_beside(&text[label.value_span.clone()])).peekable();
    if beside.peek().is_none() || !is_final(draft, text) {
        return;
    }
    for label in beside {
        let value = &text[label.value_span.clone()];
        context.report(label.span.clone(), "beside", &[("label", &value)]).done();
    }
}
