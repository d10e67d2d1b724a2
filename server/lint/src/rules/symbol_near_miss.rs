//! The rule `symbol-near-miss`.

use super::shared::symbols;
use crate::{
    Applicability, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "symbol-near-miss",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::SymbolsAndNotes,
    fixes: &[Applicability::Safe],
    documentation: r#"
The series and bodies in the symbols of documents are spelled right.

`UNODC/CCPCIJ/EG.4/2017/3` is a document of the Commission on Crime Prevention and Criminal Justice, whose letters are CCPCJ;
`FCCP/CP/2015/10` one of the Framework Convention, FCCC. Found is what a single letter, lost, added, changed or swapped with
its neighbour, parts from a series or body that Rapporteur knows, where the rest of the symbol has the form of its
documents.

Source: ST/LIB/SER.B/5, *United Nations Document Series Symbols*.

```en wrong
*The General Assembly*,

*Taking note* of the report of the Secretary-General contained in document UNODC/CCPCIJ/EG.4/2017/3,
```

```en right
*The General Assembly*,

*Taking note* of the report of the Secretary-General contained in document UNODC/CCPCJ/EG.4/2017/3,
```

```fr wrong
*L’Assemblée générale*,

*Prenant note* du rapport du Secrétaire général publié sous la cote FCCP/CP/2015/10/Add.1,
```

```fr right
*L’Assemblée générale*,

*Prenant note* du rapport du Secrétaire général publié sous la cote FCCC/CP/2015/10/Add.1,
```

```es wrong
*La Asamblea General*,

*Tomando nota* del informe del Secretario General que figura en el documento A/HCR/55/73,
```

```es right
*La Asamblea General*,

*Tomando nota* del informe del Secretario General que figura en el documento A/HRC/55/73,
```

```ru wrong
*Генеральная Ассамблея*,

*принимая к сведению* доклад Генерального секретаря, содержащийся в документе A/CNF.157/24,
```

```ru right
*Генеральная Ассамблея*,

*принимая к сведению* доклад Генерального секретаря, содержащийся в документе A/CONF.157/24,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير الأمين العام الوارد في الوثيقة FCCP/CP/2015/10/Add.1،
```

```ar right
***إن الجمعية العامة***،

***وإذ تحيط علما*** بتقرير الأمين العام الوارد في الوثيقة FCCC/CP/2015/10/Add.1،
```

```zh wrong
**大会**，

**注意到**CTCO/COP/2022/9号文件所载秘书长的报告，
```

```zh right
**大会**，

**注意到**CTOC/COP/2022/9号文件所载秘书长的报告，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    symbols::report_wrong(context, |slip| slip.letters, "near", |_, _| Applicability::Safe);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;
    use rapporteur_draft::{DocumentKind, Draft, Hints};
    use rapporteur_registry::Registry;

    #[test]
    fn a_slash_within_a_word_has_lost_no_letter() {
        let near_misses = |text: &str| {
            let draft = Draft::read(text, &Hints { kind: Some(DocumentKind::Resolution), ..Hints::default() });
            let findings = crate::check(text, &draft, &Registry::embedded(), &Settings::default());
            findings.iter().filter(|finding| finding.rule == RULE.name).count()
        };
        assert_eq!(near_misses("See /RES/74/173.\n"), 1);
        assert_eq!(near_misses("见/RES/74/173。\n"), 1);
        assert_eq!(near_misses("e\u{301}A/RES/74/173\n"), 0);
        assert_eq!(near_misses("Le Conseil de sécuritA/HRC/17/26é\n"), 0);
    }
}
