//! The rule `bracketed-text`.

use memchr::memchr;
use rapporteur_draft::{Draft, ParagraphKind, Span};

use crate::{
    Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

use super::shared::final_text::is_final;

pub(super) const RULE: Rule = Rule {
    name: "bracketed-text",
    severity: Severity::Info,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Structure,
    fixes: &[],
    documentation: r#"
An adopted text has no words in square brackets.

While a draft is negotiated, square brackets hold what is not agreed. When the text is adopted, they are gone. A text counts as
adopted where its title has the number of a resolution, where its symbol is that of one, or where it ends with the date of its
adoption. Left alone are links, an ellipsis in brackets, a letter changed in a quotation ("[t]he"), "[sic]", brackets that have round ones
within them, and those that explain a quotation or hold a short form between quotation marks.

Source: United Nations Editorial Manual, "Punctuation".

```en right
# Harbours

*The General Assembly*,

1. *Requests* another report [by the end of the year];

2. *Decides* to remain seized of the matter.
```

```en wrong
# 81/15. Harbours

*The General Assembly*,

1. *Requests* another report [by the end of the year];

2. *Decides* to remain seized of the matter.
```

```fr wrong
# 81/15. Ports

*L’Assemblée générale*,

1. *Prie* le Secrétaire général d’en présenter un autre [d’ici à la fin de l’année] ;

2. *Décide* de rester saisie de la question.
```

```es wrong
# 81/15. Puertos

*La Asamblea General*,

1. *Solicita* otro informe [antes de fin de año];

2. *Decide* seguir ocupándose de la cuestión.
```

```ru wrong
# 81/15. Порты

*Генеральная Ассамблея*,

1. *просит* Генерального секретаря представить еще один доклад [до конца года];

2. *постановляет* продолжать заниматься этим вопросом.
```

```ar wrong
# 81/15 - الموانئ

***إن الجمعية العامة***،

1 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا آخر [قبل نهاية السنة]؛

2 - ***تقرر*** أن تبقي المسألة قيد نظرها.
```

```zh wrong
# 81/15. 港口

**大会**，

1. **请**秘书长[在年底前]再次提交报告；

2. **决定**继续处理此案。
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let (draft, text) = (context.draft, context.text);
    // Most texts have no brackets but those of notes and links.
    let mut found = brackets(draft, text).peekable();
    if found.peek().is_none() || !is_final(draft, text) {
        return;
    }
    for span in found {
        context.report(span, "open", &[]).done();
    }
}

/// The stretches between square brackets in the text of the resolution itself.
fn brackets<'a>(draft: &'a Draft, text: &'a str) -> impl Iterator<Item = Span> + 'a {
    use ParagraphKind::{Continuation, Operative, Preambular, SubParagraph};
    let own = draft
        .paragraphs
        .iter()
        .filter(|paragraph| matches!(paragraph.kind, Preambular | Operative | SubParagraph | Continuation));
    own.flat_map(move |paragraph| {
        let mut at = paragraph.span.start;
        std::iter::from_fn(move || {
            loop {
                let within = &text[at..paragraph.span.end];
                let start = at + memchr(b'[', within.as_bytes())?;
                let end = start + memchr(b']', &text.as_bytes()[start..paragraph.span.end])? + 1;
                at = end;
                if is_open(draft, text, &(start..end)) {
                    return Some(start..end);
                }
            }
        })
    })
}

const QUOTES: [char; 6] = ['“', '”', '«', '»', '"', '„'];

/// Whether brackets hold words that are not agreed.
fn is_open(draft: &Draft, text: &str, span: &Span) -> bool {
    let words = text[span.start + 1..span.end - 1].trim_end_matches('\\').trim();
    let letters = words.chars().filter(|c| c.is_alphanumeric()).take(2).count();
    let quoted = letters < 2 || words.eq_ignore_ascii_case("sic");
    // Brackets around brackets, an explanation behind a quotation, a short form: "[“the Committee”]".
    let before = text[..span.start].trim_end();
    let explains = words.contains('(') || before.ends_with(QUOTES) || words.starts_with(QUOTES);
    let note = words.starts_with('^');
    let linked = text[span.end..].starts_with(['(', '[', ':']);
    let within_word = text[span.end..].starts_with(|c: char| c.is_ascii_alphabetic());
    let link = || {
        let next = draft.links.partition_point(|link| link.span.end <= span.start);
        draft.links.get(next).is_some_and(|link| link.span.start <= span.start)
    };
    !(quoted || explains || note || linked || within_word || link())
}
