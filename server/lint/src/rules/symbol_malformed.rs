//! The rule `symbol-malformed`.

use super::shared::symbols::{self, Wrong};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "symbol-malformed",
    severity: Severity::Error,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe],
    documentation: r#"
The symbols of documents are formed as the United Nations forms them.

A symbol is made of parts with slashes between them: the series (`A`, `S`, `E`, `CEDAW`), the body, the session or year, the
kind and number of the document, and what revises it (`A/C.3/75/L.12/Rev.1`). Found wrong is what a single slip parts
from such a form: a slash or point that is lost, a figure or letter twice or missing, small letters for capitals, the
letter O for a zero, Cyrillic or full-width letters that only look Latin, a session or year that there can't have been. A
number that could be another document’s can’t be told; and a form that Rapporteur does not know is left alone.

The fix writes the symbol that is meant, where there is only one that can be. It is safe where the letters and figures
stay the same. A body whose letters are wrong is the matter of `symbol-near-miss`.

Source: ST/LIB/SER.B/5, *United Nations Document Series Symbols*; United Nations Editorial Manual, "Document symbols".

```en wrong
*The General Assembly*,

*Taking note* of the report of the Secretary-General contained in document A/C.3/75/L.12/CORR.1,
```

```en right
*The General Assembly*,

*Taking note* of the report of the Secretary-General contained in document A/C.3/75/L.12/Corr.1,
```

```fr wrong
*L’Assemblée générale*,

*Prenant note* du rapport du Secrétaire général publié sous la cote A/RES72/276,
```

```fr right
*L’Assemblée générale*,

*Prenant note* du rapport du Secrétaire général publié sous la cote A/RES/72/276,
```

```es wrong
*La Asamblea General*,

*Tomando nota* del informe del Secretario General que figura en el documento S/2023724,
```

```es right
*La Asamblea General*,

*Tomando nota* del informe del Secretario General que figura en el documento S/2023/724,
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад Генерального секретаря, содержащийся в документе А/С.3/75/L.12,
```

```ru right
*Генеральная Ассамблея*,

*принимая к сведению* доклад Генерального секретаря, содержащийся в документе A/C.3/75/L.12,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير الأمين العام الوارد في الوثيقة A/HRC/2O/14،
```

```ar right
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير الأمين العام الوارد في الوثيقة A/HRC/20/14،
```

```zh wrong
**大会**，

**注意到**S/PRST2009/9号文件所载秘书长的报告，
```

```zh right
**大会**，

**注意到**S/PRST/2009/9号文件所载秘书长的报告，
```

```en wrong
*The General Assembly*,

*Taking note* of the report of the Secretary-General contained in document S/023/1035,
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    symbols::report_wrong(context, |slip| !slip.letters, "form", Wrong::applicability);
    look_alikes(context);
}

/// Letters of other scripts in symbols that are right otherwise: they look right, and no search finds them.
fn look_alikes(context: &mut Context<'_>) {
    let draft = context.draft;
    for mention in &draft.symbols {
        let printed = &context.text[mention.span.clone()];
        if printed.is_ascii() || !printed.contains(|c: char| c.is_alphabetic() && !c.is_ascii()) {
            continue;
        }
        let edit = Edit { span: mention.span.clone(), text: mention.text.clone() };
        context
            .report(mention.span.clone(), "script", &[("right", &mention.text)])
            .fix(Applicability::Safe, &[("right", &mention.text)], vec![edit])
            .done();
    }
}
