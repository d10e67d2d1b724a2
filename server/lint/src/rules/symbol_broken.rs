//! The rule `symbol-broken`.

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "symbol-broken",
    severity: Severity::Info,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe],
    documentation: r#"
The symbol of a document stands in one piece.

Text that comes out of a PDF has symbols broken over two lines, and typing leaves a space behind a slash. What is broken
is not found by a search, and makes no link. The fix joins the pieces.

Source: United Nations Editorial Manual, "Document symbols".

```en wrong
*The General Assembly*,

*Taking note* of the report of the Secretary-General contained in document A/C.3/75/
L.12,
```

```en right
*The General Assembly*,

*Taking note* of the report of the Secretary-General contained in document A/C.3/75/L.12,
```

```fr wrong
*L’Assemblée générale*,

*Prenant note* du rapport du Secrétaire général publié sous la cote E/CN.15/
2013/27,
```

```fr right
*L’Assemblée générale*,

*Prenant note* du rapport du Secrétaire général publié sous la cote E/CN.15/2013/27,
```

```es wrong
*La Asamblea General*,

*Tomando nota* del informe del Secretario General que figura en el documento A/HRC/
17/26,
```

```es right
*La Asamblea General*,

*Tomando nota* del informe del Secretario General que figura en el documento A/HRC/17/26,
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад Генерального секретаря, содержащийся в документе A/CONF.157/
24,
```

```ru right
*Генеральная Ассамблея*,

*принимая к сведению* доклад Генерального секретаря, содержащийся в документе A/CONF.157/24,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير الأمين العام الوارد في الوثيقة A/HRC/
17/26،
```

```ar right
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير الأمين العام الوارد في الوثيقة A/HRC/17/26،
```

```zh wrong
**大会**，

**注意到**A/HRC/
17/26号文件所载秘书长的报告，
```

```zh right
**大会**，

**注意到**A/HRC/17/26号文件所载秘书长的报告，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for mention in draft.symbols.iter().chain(&draft.unknown_symbols) {
        let printed = &context.text[mention.span.clone()];
        let Some(at) = printed.find(char::is_whitespace).filter(|at| printed[..*at].ends_with(['/', '.'])) else {
            continue;
        };
        let (before, after) = (&printed[..at], printed[at..].trim_start());
        let gap = mention.span.start + before.len()..mention.span.end - after.len();
        let edit = Edit { span: gap, text: String::new() };
        context
            .report(mention.span.clone(), "broken", &[("right", &mention.text)])
            .fix(Applicability::Safe, &[("right", &mention.text)], vec![edit])
            .done();
    }
}
