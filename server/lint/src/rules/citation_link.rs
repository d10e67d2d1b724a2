//! The rule `citation-link`.

use percent_encoding::percent_decode_str;
use rapporteur_draft::{Link, Span};
use rapporteur_symbol::document_address;

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-link",
    severity: Severity::Info,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r##"
A symbol or number that is a link leads to the document that it names.

Texts that were converted from other formats keep links that lead nowhere (`#`), and a link that was copied may still
lead to another document. The fix writes the address of the document in the language of the draft; where the link leads
to another document it is only suggested, since the number may be what is wrong. Links to pages elsewhere are left alone.

Source: the addresses of the Official Document System, `https://undocs.org`.

```en wrong
*The General Assembly*,

*Recalling* its resolution [74/173](#) of 18 December 2019,
```

```en right
*The General Assembly*,

*Recalling* its resolution [74/173](https://undocs.org/en/A/RES/74/173) of 18 December 2019,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution [74/173](https://undocs.org/fr/A/RES/74/174) du 18 décembre 2019,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution [74/173](https://undocs.org/fr/A/RES/74/173) du 18 décembre 2019,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución [74/173](#), de 18 de diciembre de 2019,
```

```es right
*La Asamblea General*,

*Recordando* su resolución [74/173](https://undocs.org/es/A/RES/74/173), de 18 de diciembre de 2019,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию [74/173](https://undocs.org/ru/A/RES/74/174) от 18 декабря 2019 года,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию [74/173](https://undocs.org/ru/A/RES/74/173) от 18 декабря 2019 года,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها [74/173](#) المؤرخ 18 كانون الأول/ديسمبر 2019،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها [74/173](https://undocs.org/ar/A/RES/74/173) المؤرخ 18 كانون الأول/ديسمبر 2019،
```

```zh wrong
**大会**，

**回顾**其2019年12月18日[第74/173号决议](#)，
```

```zh right
**大会**，

**回顾**其2019年12月18日[第74/173号决议](https://undocs.org/zh/A/RES/74/173)，
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    for link in &context.draft.links {
        let target = &context.text[link.target.clone()];
        let leads_to = linked_document(target);
        let leads_nowhere = matches!(target, "" | "#");
        if !leads_nowhere && leads_to.is_none() {
            continue;
        }
        let Some(named) = named_document(context, link) else { continue };
        let printed = &context.text[link.label.clone()];
        let Named::Document(symbol) = named else {
            if leads_nowhere {
                context.report(link.span.clone(), "unknown", &[("printed", &printed)]).done();
            }
            continue;
        };
        let (key, other, applicability) = match leads_to {
            None => ("nowhere", String::new(), Applicability::Safe),
            Some(other) if !is_same(&symbol, &other) => ("other", other, Applicability::Suggested),
            Some(_) => continue,
        };
        let address = document_address(&symbol, context.draft.language.code());
        let edit = Edit { span: link.target.clone(), text: address.clone() };
        context
            .report(link.span.clone(), key, &[("printed", &printed), ("other", &other), ("address", &address)])
            .fix(applicability, &[("address", &address)], vec![edit])
            .done();
    }
}

/// What the text of a link names.
enum Named {
    /// A document with this symbol.
    Document(String),
    /// A resolution whose symbol is unknown or that is no document of its own.
    Undocumented,
}

/// What the text of a link names; `None` if that is nothing or more than one thing.
fn named_document(context: &Context<'_>, link: &Link) -> Option<Named> {
    let draft = context.draft;
    let within = |span: &Span| link.label.start <= span.start && span.end <= link.label.end;
    let first = draft.citations.partition_point(|citation| citation.span.start < link.label.start);
    let mut citations = draft.citations[first..].iter().take_while(|citation| within(&citation.span));
    if let Some(citation) = citations.next() {
        let symbol = citation.symbol.filter(|symbol| symbol.address("").is_some());
        let named = symbol.map_or(Named::Undocumented, |symbol| Named::Document(symbol.to_string()));
        return citations.next().is_none().then_some(named);
    }
    let first = draft.symbols.partition_point(|symbol| symbol.span.start < link.label.start);
    let mut symbols = draft.symbols[first..].iter().take_while(|symbol| within(&symbol.span));
    let symbol = symbols.next()?;
    symbols.next().is_none().then(|| Named::Document(symbol.text.clone()))
}

/// The symbol of the document of the United Nations to which an address leads; `None` for all other pages.
fn linked_document(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    let symbol = match host.trim_start_matches("www.") {
        "undocs.org" | "docs.un.org" => path.split(['?', '#']).next()?,
        // `www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/65/230`
        "un.org" => path.split_once("symbol=")?.1.split('&').next()?,
        _ => return None,
    };
    let language = symbol.len() > 3 && symbol.as_bytes()[..2].is_ascii() && symbol.as_bytes()[2] == b'/';
    let symbol = if language && symbol.starts_with(|c: char| c.is_ascii_lowercase()) { &symbol[3..] } else { symbol };
    Some(percent_decode_str(symbol).decode_utf8_lossy().into_owned())
}

/// Whether two symbols name the same document, or one a part of the other (`A/RES/66/253 A`, `S/RES/1325`).
fn is_same(a: &str, b: &str) -> bool {
    let plain = |symbol: &str| symbol.split_whitespace().collect::<String>().to_ascii_uppercase();
    let (a, b) = (plain(a), plain(b));
    let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    long.strip_prefix(short.as_str()).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}
