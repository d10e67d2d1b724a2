//! The rule `ocr-confusion`.

use rapporteur_draft::{GlyphKind, Span};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "ocr-confusion",
    severity: Severity::Hint,
    scope: Scope::AllDocuments,
    languages: Languages::Only(&["fr"]),
    subject: Subject::Typography,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r##"
What the recognition of a scanned text has probably read wrongly is told.

Such are `1’Assemblée`, `pri¢` and `premiére`.

A figure or bracket before an apostrophe stands for `l`, `¢` within a word for `é`, ` & ` between small letters for `à`, `™` and `°` behind
figures for the ending of an ordinal. An ending such as `-éme` is none of French: the accent is grave.

Source: recognized texts of reports and resolutions in French.

```fr wrong
*L’Assemblée générale*,

*Rappelant* que le Groupe a examiné 1’échange d’informations,
```

```fr right
*L’Assemblée générale*,

*Rappelant* que le Groupe a examiné l’échange d’informations,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* que le Groupe a examiné le phénoméne et pri¢ les États d’agir,
```

```fr right
*L’Assemblée générale*,

*Rappelant* que le Groupe a examiné le phénomène et prié les États d’agir,
```
"##,
    check,
};

fn check(context: &mut Context<'_>) {
    let text = context.text;
    let misread: Vec<(Span, &str)> = context
        .draft
        .glyphs
        .iter()
        .filter_map(|glyph| match &glyph.kind {
            GlyphKind::Misread(right) => Some((glyph.span.clone(), &**right)),
            _ => None,
        })
        .collect();
    for (span, right) in misread {
        let printed = &text[span.clone()];
        // An ending that no word has can only be mended so; what else is printed is for the reader to see.
        let certain = printed.chars().count() > 1 && printed.chars().all(char::is_alphabetic);
        let applicability = if certain { Applicability::Safe } else { Applicability::Suggested };
        let edit = Edit { span: span.clone(), text: right.to_owned() };
        let word = around(text, &span);
        let right_word = format!("{}{right}{}", &text[word.start..span.start], &text[span.end..word.end]);
        context
            .report(span, "misread", &[("printed", &&text[word]), ("right", &right_word.trim())])
            .fix(applicability, &[("right", &right_word.trim())], vec![edit])
            .done();
    }
}

/// How much of a word is shown on either side, in characters.
const LONGEST_WORD: usize = 40;

/// The word of which something is a part.
fn around(text: &str, span: &Span) -> Span {
    let before = text[..span.start].chars().rev().take(LONGEST_WORD).take_while(|c| c.is_alphanumeric());
    let after = text[span.end..].chars().take(LONGEST_WORD);
    let after = after.take_while(|c| c.is_alphabetic() || matches!(c, '’' | '\''));
    let length = |chars: &mut dyn Iterator<Item = char>| chars.map(char::len_utf8).sum::<usize>();
    span.start - length(&mut before.into_iter())..span.end + length(&mut after.into_iter())
}
