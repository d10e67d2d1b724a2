//! The rule `citation-title`.

use rapporteur_draft::{Span, digit, digits_as_in, plain_mark};
use rapporteur_registry::Entry;
use rapporteur_symbol::{Body, Symbol};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-title",
    severity: Severity::Warning,
    scope: Scope::AllDocuments,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe],
    documentation: r#"
A title that is quoted with a citation is that of the resolution.

It is compared with the registry's in the language of the draft. Case, spaces, kinds of quotation marks, apostrophes and
hyphens, scripts of digits, full and half width of marks, and the calls of notes do not count. What differs by more than a few words is another title, that of an annex
or of a part, and is left alone, as is a title that another item of the same list has; so are resolutions of the Security Council, which have no titles.

The message shows what differs, and the fix replaces that alone.

Source: the registry.

```en wrong
*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda on Sustainable Development”,
```

```en right
*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda for Sustainable Development”,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution 70/1 du 25 septembre 2015, intitulée « Transformer notre monde : le Programme du développement durable à l’horizon 2030 »,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution 70/1 du 25 septembre 2015, intitulée « Transformer notre monde : le Programme de développement durable à l’horizon 2030 »,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 70/1, de 25 de septiembre de 2015, titulada “Transformar nuestro mundo: la Agenda 2030 del Desarrollo Sostenible”,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 70/1, de 25 de septiembre de 2015, titulada “Transformar nuestro mundo: la Agenda 2030 para el Desarrollo Sostenible”,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 70/1 от 25 сентября 2015 года, озаглавленную «Преобразование нашего мира: Повестка дня в области стабильного развития на период до 2030 года»,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 70/1 от 25 сентября 2015 года, озаглавленную «Преобразование нашего мира: Повестка дня в области устойчивого развития на период до 2030 года»,
```

```ar wrong
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٧٠/١ المؤرخ ٢٥ أيلول/سبتمبر ٢٠١٥ والمعنون ”تحويل عالمنا: خطة التنمية لعام ٢٠٣٠“،
```

```ar right
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها ٧٠/١ المؤرخ ٢٥ أيلول/سبتمبر ٢٠١٥ والمعنون ”تحويل عالمنا: خطة التنمية المستدامة لعام ٢٠٣٠“،
```

```zh wrong
**大会**，

**回顾**其2015年9月25日题为“变革我们的世界：2030年发展议程”的第70/1号决议，
```

```zh right
**大会**，

**回顾**其2015年9月25日题为“变革我们的世界：2030年可持续发展议程”的第70/1号决议，
```
"#,
    check,
};

/// How long a title may be, in bytes. None is longer; a quotation mark that is never closed leads further.
const LONGEST: usize = 1200;

/// How many characters of a title, one in so many, may differ for it still to be meant.
const ALIKE: usize = 4;

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    for (index, citation) in draft.citations.iter().enumerate() {
        let (Some(span), Some(symbol)) = (&citation.title, citation.symbol) else { continue };
        let Some(entry) = titled(context, symbol) else { continue };
        let Some(title) = title(context, entry).filter(|title| title.len().max(span.len()) <= LONGEST) else {
            continue;
        };
        let calls = draft.notes.calls.partition_point(|call| call.span.start < span.start);
        let calls = draft.notes.calls[calls..].iter().map(|call| call.span.clone());
        let printed = Folded::of(context.text, span, calls.take_while(|call| call.start < span.end));
        let Some((wrong, right)) = difference(&printed, &Folded::whole(title)) else { continue };
        if is_of_list(context, index, &printed) {
            continue;
        }
        let name = names::name(context.locale, symbol);
        let right = in_style(&title[right], &context.text[span.clone()]);
        let edit = Edit { span: wrong.clone(), text: right.clone() };
        let wrong_words = &context.text[wrong.clone()];
        context
            .report(wrong, "differs", &[("name", &name), ("printed", &wrong_words), ("right", &right)])
            .rests_on(Some(entry))
            .fix(Applicability::Safe, &[("right", &right)], vec![edit])
            .done();
    }
}

/// What the registry knows of a text that may have a title.
fn titled<'a>(context: &Context<'a>, symbol: Symbol) -> Option<Entry<'a>> {
    // What the registry has of the Security Council are descriptions.
    let known = [symbol, symbol.whole()].into_iter().find_map(|symbol| context.registry.lookup(symbol));
    known.filter(|_| symbol.body != Body::SecurityCouncil)
}

/// The title of a text in the language of the draft.
fn title<'a>(context: &Context<'a>, entry: Entry<'a>) -> Option<&'a str> {
    entry.title(context.draft.language.code())
}

/// How many items of a list before the one with the title are looked at.
const LIST: usize = 16;

/// Whether the title is that of an earlier item of the list: "68/181, 70/161 and 72/247, entitled …".
fn is_of_list(context: &Context<'_>, index: usize, printed: &Folded<'_>) -> bool {
    let citations = &context.draft.citations;
    let further = (0..LIST.min(index)).take_while(|back| citations[index - back].listed);
    let mut titles = further.filter_map(|back| title(context, titled(context, citations[index - back - 1].symbol?)?));
    titles.any(|title| Folded::whole(title).says(printed))
}

/// What counts of a text when titles are compared, character by character, and where each stands in the text.
struct Folded<'a> {
    text: &'a str,
    chars: Vec<(char, Span)>,
}

impl<'a> Folded<'a> {
    /// Folds a stretch of a text, without what is left out of it.
    fn of(text: &'a str, span: &Span, left_out: impl IntoIterator<Item = Span>) -> Folded<'a> {
        let mut left_out = left_out.into_iter().peekable();
        let mut chars = Vec::with_capacity(span.len());
        for (at, c) in text[span.clone()].char_indices().map(|(at, c)| (at + span.start, c)) {
            while left_out.next_if(|out| out.end <= at).is_some() {}
            if left_out.peek().is_some_and(|out| out.contains(&at)) {
                continue;
            }
            chars.extend(fold(c).map(|folded| (folded, at..at + c.len_utf8())));
        }
        let end = chars.iter().rposition(|(c, _)| !matches!(c, '.' | ',' | ';')).map_or(0, |last| last + 1);
        chars.truncate(end);
        Folded { text, chars }
    }

    fn whole(text: &'a str) -> Folded<'a> {
        Folded::of(text, &(0..text.len()), [])
    }

    fn says(&self, other: &Folded<'_>) -> bool {
        let chars = |folded: &Folded<'_>| folded.chars.iter().map(|(c, _)| *c).collect::<Vec<_>>();
        chars(self) == chars(other)
    }

    /// Whether a word may begin before the character at an index.
    fn is_boundary(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|at| self.chars.get(at));
        let (Some((before, earlier)), Some((after, later))) = (before, self.chars.get(index)) else { return true };
        let joined = earlier.end == later.start && is_of_word(*before) && is_of_word(*after);
        earlier != later && !joined
    }

    /// The stretch of the text from one index to another.
    fn span(&self, from: usize, to: usize) -> Span {
        match self.chars.get(from..to) {
            Some([(_, first), .., (_, last)]) => first.start..last.end,
            Some([(_, only)]) => only.clone(),
            _ => {
                let at = self.chars.get(from).map_or(self.text.len(), |(_, next)| next.start);
                at..at
            }
        }
    }
}

/// What counts of a character: nothing of white space, quotation marks, emphasis and vowel signs; letters in lower case
/// and decomposed; digits and marks of all scripts as those of ASCII.
fn fold(c: char) -> impl Iterator<Item = char> {
    let mut folded = [None; 4];
    let mut add = |at: usize, c: char| {
        if let Some(place) = folded.get_mut(at) {
            *place = Some(c);
        }
    };
    let c = digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or_else(|| plain_mark(c));
    match c {
        '\'' | '"' | '’' | '‘' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '《' | '》' | '〈' | '〉' | '「' | '」'
        | '『' | '』' | '*' | '_' | '\\' => {}
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => {}
        // The stretched line and the vowel signs of Arabic.
        '\u{640}' | '\u{64b}'..='\u{652}' => {}
        '\u{2010}'..='\u{2015}' | '\u{2212}' => add(0, '-'),
        'œ' | 'Œ' => {
            add(0, 'o');
            add(1, 'e');
        }
        c if c.is_whitespace() => {}
        c => {
            let mut at = 0;
            for lower in c.to_lowercase() {
                decompose_canonical(lower, |part| {
                    add(at, part);
                    at += 1;
                });
            }
        }
    }
    folded.into_iter().flatten()
}

/// Whether words are made of such characters. Chinese has no marks between its words.
fn is_of_word(c: char) -> bool {
    (c.is_alphanumeric() || is_combining_mark(c)) && !('\u{2e80}'..'\u{a000}').contains(&c)
}

/// The words in which a printed title differs from the right one, in each of them; `None` where nothing differs or so
/// much that another title is meant.
fn difference(printed: &Folded<'_>, right: &Folded<'_>) -> Option<(Span, Span)> {
    let (a, b) = (&printed.chars, &right.chars);
    let equal = |(one, other): &(&(char, Span), &(char, Span))| one.0 == other.0;
    let mut start = a.iter().zip(b).take_while(equal).count();
    if start == a.len() && start == b.len() {
        return None;
    }
    let tails = a[start..].iter().rev().zip(b[start..].iter().rev());
    let mut end = tails.take_while(equal).count();
    let middle = |chars: &[(char, Span)]| chars[start..chars.len() - end].iter().map(|(c, _)| *c).collect::<Vec<_>>();
    if strsim::generic_levenshtein(&middle(a), &middle(b)) > b.len() / ALIKE {
        return None;
    }
    // Whole words, and never nothing against something.
    let starts_word = |at: usize| at == 0 || (printed.is_boundary(at) && right.is_boundary(at));
    let ends_word = |end: usize| end == 0 || (printed.is_boundary(a.len() - end) && right.is_boundary(b.len() - end));
    let back = |at: usize| (0..=at).rev().find(|at| starts_word(*at)).unwrap_or(0);
    let on = |end: usize| (0..=end).rev().find(|end| ends_word(*end)).unwrap_or(0);
    (start, end) = (back(start), on(end));
    if start + end == a.len().min(b.len()) {
        match start.checked_sub(1) {
            Some(before) => start = back(before),
            None => end = on(end.saturating_sub(1)),
        }
    }
    Some((printed.span(start, a.len() - end), right.span(start, b.len() - end)))
}

/// A title of the registry with the apostrophes and digits of a draft.
fn in_style(title: &str, printed: &str) -> String {
    let title = digits_as_in(printed, title);
    if printed.contains('\'') && !printed.contains('’') { title.replace('’', "'") } else { title }
}
