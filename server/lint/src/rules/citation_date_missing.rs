//! The rule `citation-date-missing`.

use std::collections::HashSet;

use rapporteur_draft::{BodyClue, Citation, DocumentKind, Draft, Span};
use rapporteur_registry::Entry;
use rapporteur_symbol::{Body, Number, Session, Symbol};
use time::{Date, Month};

use super::shared::{lists, mentions};
use crate::{
    Applicability, Edit, Rule, Severity,
    check::Context,
    names,
    rule::{Languages, Scope, Subject},
};

pub(super) const RULE: Rule = Rule {
    name: "citation-date-missing",
    severity: Severity::Warning,
    scope: Scope::Clauses,
    languages: Languages::All,
    subject: Subject::Citations,
    fixes: &[Applicability::Safe, Applicability::Suggested],
    documentation: r#"
The first mention of a resolution or decision gives its date.

Later mentions carry the number alone, and so do notes, titles, annexes and quoted titles. The Security Council cites
mostly without dates, and in its texts the rule is silent; a Council resolution without a date in the text of another
body is an information only, once a list, as its year is in brackets anyhow. It is an information, too, where no body is
named with the number, and where the registry does not know the text. Nothing is said where the paragraph gives the date in another
way ("the Summit held on 22 September 2024, at which resolution 79/1 was adopted").

The fix inserts the date where the registry knows it for certain. In a list, and with an information, it is only offered.

Source: United Nations Editorial Manual, "Resolutions and other formal decisions"; lists of published resolutions, in
which ninety-eight of a hundred first mentions are dated.

```en wrong
*The General Assembly*,

*Recalling* its resolution 65/230, in which it asked for an open-ended expert group,
```

```en right
*The General Assembly*,

*Recalling* its resolution 65/230 of 21 December 2010, in which it asked for an open-ended expert group,
```

```fr wrong
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 et la résolution 2012/19 du Conseil économique et social relative à la prévention,
```

```fr right
*L’Assemblée générale*,

*Rappelant* sa résolution 65/230 du 21 décembre 2010 et la résolution 2012/19 du Conseil économique et social, en date du 26 juillet 2012, relative à la prévention,
```

```es wrong
*La Asamblea General*,

*Recordando* su resolución 65/230 y la resolución 2012/19 del Consejo Económico y Social relativa a la prevención,
```

```es right
*La Asamblea General*,

*Recordando* su resolución 65/230, de 21 de diciembre de 2010, y la resolución 2012/19 del Consejo Económico y Social, de 26 de julio de 2012, relativa a la prevención,
```

```ru wrong
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 и резолюцию 2012/19 Экономического и Социального Совета о предупреждении преступности,
```

```ru right
*Генеральная Ассамблея*,

*ссылаясь* на свою резолюцию 65/230 от 21 декабря 2010 года и резолюцию 2012/19 Экономического и Социального Совета от 26 июля 2012 года о предупреждении преступности,
```

```ar wrong
***إن الجمعية العامة***،

***وإذ تشير*** إلى قرارها 65/230 الذي طلبت فيه إنشاء فريق خبراء،
```

```ar right
***إن الجمعية العامة***،

***وإذ تشير*** إلى قرارها 65/230 المؤرخ 21 كانون الأول/ديسمبر 2010 الذي طلبت فيه إنشاء فريق خبراء،
```

```zh wrong
**大会**，

**回顾**其第65/230号决议，其中请设立一个不限成员名额的专家组，
```

```zh right
**大会**，

**回顾**其2010年12月21日第65/230号决议，其中请设立一个不限成员名额的专家组，
```
"#,
    check,
};

fn check(context: &mut Context<'_>) {
    let draft = context.draft;
    // What an excerpt cites may have been cited in what came before it.
    if draft.kind != DocumentKind::Resolution || !mentions::are_dated(draft) {
        return;
    }
    let mut said = SaidDates::new(draft);
    let mut quotes = Quotes::default();
    let mut mentioned: HashSet<Symbol> = HashSet::new();
    for list in lists::lists(draft) {
        let mut informed = false;
        for (index, citation) in list.iter().enumerate() {
            let Some(symbol) = citation.symbol.filter(|_| mentions::is_in_running_text(draft, citation)) else {
                continue;
            };
            let first = mentioned.insert(symbol.whole());
            let bare = citation.date.is_none() && citation.clue != BodyClue::Symbol && !is_cited_bare(symbol);
            if !first || !bare || quotes.hold(context, citation) || said.is_said_beside(draft, &list[index..]) {
                continue;
            }
            let entry = context.registry.lookup(symbol);
            let day = entry.and_then(Entry::day);
            if day.is_some_and(|day| said.is_said_in(draft, citation.paragraph, day))
                || is_begun(context.text, draft, citation)
            {
                continue;
            }
            // A number without a body may be of one that the registry has never heard of.
            let doubtful = citation.clue == BodyClue::Shape || symbol.body == Body::SecurityCouncil;
            if doubtful && entry.is_none() {
                continue;
            }
            let certain = entry.is_some() && !doubtful;
            // Whoever cites a row of Council resolutions without dates is told once.
            if certain || !std::mem::replace(&mut informed, true) {
                report(context, list, index, entry, if certain { Severity::Warning } else { Severity::Info });
            }
        }
    }
}

fn report(context: &mut Context<'_>, list: &[Citation], index: usize, entry: Option<Entry<'_>>, severity: Severity) {
    let citation = &list[index];
    let Some(symbol) = citation.symbol else { return };
    let locale = context.locale;
    let name = names::name(locale, symbol);
    let day = entry.filter(|entry| entry.basis().is_certain()).and_then(Entry::day);
    let edit = day.and_then(|day| insertion(context.text, context.draft, list, index, day));
    let applicability =
        if list.len() == 1 && severity == Severity::Warning { Applicability::Safe } else { Applicability::Suggested };
    let (key, date, known) = match (day, entry) {
        (Some(day), Some(entry)) => ("known", locale.language().format_date(day), names::how_known(locale, entry)),
        _ => ("unknown", String::new(), String::new()),
    };
    context
        .report(citation.span.clone(), key, &[("name", &name), ("date", &date), ("known", &known)])
        .at_most(severity)
        .rests_on(entry)
        .fix(applicability, &[("date", &date)], edit.into_iter().collect())
        .done();
}

/// The edit that gives a citation of a draft its date, which it has not yet; `index` is that of the citation. None where the
/// date would come between things that belong together.
pub fn date_insertion(text: &str, draft: &Draft, index: usize, date: Date) -> Option<Edit> {
    let citations = &draft.citations;
    if is_begun(text, draft, &citations[index]) {
        return None;
    }
    let first = (0..=index).rev().find(|at| !citations[*at].listed)?;
    let end = (index + 1..citations.len()).find(|at| !citations[*at].listed).unwrap_or(citations.len());
    insertion(text, draft, &citations[first..end], index - first, date)
}

/// The edit that gives a citation its date. None where a body is named after several numbers or has a note,
/// where the letter of another part follows, or within a range: the date would come between them.
fn insertion(text: &str, draft: &Draft, list: &[Citation], index: usize, date: Date) -> Option<Edit> {
    let (citation, language) = (&list[index], draft.language);
    let letter = |citation: &Citation| lists::is_letter(text, citation);
    let goes_with_next = list.get(index + 1).is_some_and(|next| letter(next) || next.ends_range);
    if goes_with_next || letter(citation) || citation.ends_range {
        return None;
    }
    let (at, inserted) = match &citation.clue {
        BodyClue::Named(named) if named.span.start >= citation.span.end => {
            let called = lists::holds_call(draft, &(named.span.end..named.span.end + 1));
            if list.len() > 1 || called {
                return None;
            }
            language.date_insertion_with_body(text, &citation.span, &named.span, date)
        }
        _ => language.date_insertion(text, &citation.span, date),
    };
    Some(Edit { span: at..at, text: inserted })
}

/// The texts that are cited without a date wherever they are: the institution-building package of the Human Rights Council.
fn is_cited_bare(symbol: Symbol) -> bool {
    let package = |number| Number::Session { session: Session::regular(5), number };
    symbol.body == Body::HumanRightsCouncil && (1..=2).any(|number| symbol.number == package(number))
}

/// Whether a date begins beside the number that can't be read: "of 15 of December of 2022", "2022年12月12第77/133号".
fn is_begun(text: &str, draft: &Draft, citation: &Citation) -> bool {
    let language = draft.language;
    let number = language.with_marks(text, &citation.span);
    if language.date_comes_first() {
        return text[..number.start].ends_with(|c: char| c.is_numeric());
    }
    let after = text[number.end..].trim_start();
    let is_month = |rest: &str| {
        (1..=12).filter_map(|month| Month::try_from(month).ok()).any(|month| {
            let name = language.month_name(month).split('/').next().unwrap_or_default();
            rest.starts_with(name)
        })
    };
    language.date_connectors().any(|connector| {
        let begins = after.get(..connector.len()).is_some_and(|words| words.to_lowercase() == connector);
        let rest = after.get(connector.len()..).unwrap_or_default().trim_start();
        begins && (rest.starts_with(|c: char| c.is_numeric()) || is_month(rest))
    })
}

/// The stretches of a paragraph that are in quotation marks, such as the titles of reports.
#[derive(Default)]
struct Quotes {
    /// The paragraph that was asked for last.
    paragraph: Option<usize>,
    /// In the order of the text.
    spans: Vec<Span>,
}

impl Quotes {
    /// Whether a citation is in quotation marks.
    fn hold(&mut self, context: &Context<'_>, citation: &Citation) -> bool {
        if self.paragraph != Some(citation.paragraph) {
            self.paragraph = Some(citation.paragraph);
            self.spans = quoted(context.text, &context.draft.paragraphs[citation.paragraph].span);
        }
        let next = self.spans.partition_point(|span| span.end <= citation.span.start);
        self.spans.get(next).is_some_and(|span| span.start < citation.span.start)
    }
}

/// What stands between quotation marks in a stretch of the text. Of “ and ” the one that comes first opens: Arabic has
/// them the other way round.
fn quoted(text: &str, stretch: &Span) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut double = None;
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text[stretch.clone()].char_indices() {
        let at = stretch.start + at;
        match open {
            Some((start, close)) if c == close => {
                spans.push(start..at);
                open = None;
            }
            Some(_) => {}
            None => {
                let close = match c {
                    '“' | '”' if *double.get_or_insert(c) == c => Some(if c == '“' { '”' } else { '“' }),
                    '«' => Some('»'),
                    '《' => Some('》'),
                    _ => None,
                };
                open = close.map(|close| (at, close));
            }
        }
    }
    // A mark that nobody has closed.
    spans.extend(open.map(|(start, _)| start..stretch.end));
    spans
}

/// The dates that a draft gives in other ways than beside a number.
struct SaidDates {
    /// For each date, the index of the next one from there on that belongs to no citation.
    next_free: Vec<Option<usize>>,
    /// The dates of the paragraph that was asked for last.
    paragraph: Option<usize>,
    dates: HashSet<Date>,
}

impl SaidDates {
    /// How far behind a list a date may stand that belongs to it ("en date des 17 et 22 décembre 2015"), in bytes.
    const NEAR: usize = 120;

    fn new(draft: &Draft) -> SaidDates {
        let uses = mentions::uses_of_dates(draft);
        let mut next_free = vec![None; uses.len()];
        let mut next = None;
        for (index, uses) in uses.iter().enumerate().rev() {
            if *uses == 0 {
                next = Some(index);
            }
            next_free[index] = next;
        }
        SaidDates { next_free, paragraph: None, dates: HashSet::new() }
    }

    /// Whether a date that no number has follows in a list, or right behind it; or stands before it, in a language that
    /// has it there.
    fn is_said_beside(&self, draft: &Draft, rest: &[Citation]) -> bool {
        let [citation, ..] = rest else { return false };
        let here = draft.dates.partition_point(|date| date.span.start < citation.span.start);
        let before = here.checked_sub(1).filter(|index| self.next_free[*index] == Some(*index));
        let near = |index: usize| {
            let date = &draft.dates[index];
            date.paragraph == citation.paragraph && date.span.end + Self::NEAR > citation.span.start
        };
        if draft.language.date_comes_first() && before.is_some_and(near) {
            return true;
        }
        let end = rest[rest.len() - 1].span.end + Self::NEAR;
        let next = draft.dates.partition_point(|date| date.span.start < citation.span.end);
        let free = self.next_free.get(next).copied().flatten();
        free.is_some_and(|index| {
            draft.dates[index].paragraph == citation.paragraph && draft.dates[index].span.start < end
        })
    }

    /// Whether a date is printed anywhere in a paragraph.
    fn is_said_in(&mut self, draft: &Draft, paragraph: usize, date: Date) -> bool {
        if self.paragraph != Some(paragraph) {
            self.paragraph = Some(paragraph);
            let first = draft.dates.partition_point(|date| date.paragraph < paragraph);
            let dates = draft.dates[first..].iter().take_while(|date| date.paragraph == paragraph);
            self.dates = dates.filter_map(|mention| mention.date).collect();
        }
        self.dates.contains(&date)
    }
}
