//! The resolutions that are cited, by number and by the words of their titles.

use rapporteur_draft::{Span, digits_as_in};
use rapporteur_registry::{Entry, Known};
use rapporteur_symbol::{Body, Kind, Symbol};

use super::{Completions, Item, ItemKind, LIMIT, dates, place::Place, topic::Topic};
use crate::{
    card::title_of,
    context::{Context, Typed},
    printed::plain,
};

/// The resolutions that can be meant at the cursor; behind one and the words that lead to its date, the date.
pub(super) fn items(place: &Place<'_>) -> Completions {
    let (open, close) = place.language.number_marks();
    if !place.asked_after(&format!(" /({open}{close}")) {
        return Completions::default();
    }
    let Some(context) = Context::at(place.text, place.draft, place.offset) else {
        return Completions::whole(dates::items(place));
    };
    let in_figures = matches!(&context.typed, Typed::Number(printed) if printed.contains(['/', '(']));
    if !in_figures && place.is_in_head() && place.language.calls_itself_resolution(place.before()) {
        return Completions::default();
    }
    let entries = match &context.typed {
        Typed::Nothing => place.at_hand(&context),
        Typed::Number(printed) => place.by_number(&context, printed),
        Typed::Words(words) => place.by_words(&context, words),
    };
    // Words are searched anew with every letter; a short number may turn out to be the beginning of others.
    let incomplete =
        entries.len() >= LIMIT || !matches!(&context.typed, Typed::Number(printed) if printed.contains('/'));
    Completions { items: entries.into_iter().map(|entry| place.item(entry, &context)).collect(), incomplete }
}

impl<'a> Place<'a> {
    /// Before anything is typed: what was adopted on the day that is given, what the draft has already cited, then what the
    /// body has adopted last.
    fn at_hand(self, context: &Context) -> Vec<Entry<'a>> {
        let body = context.body.or(self.draft.body).unwrap_or(Body::GeneralAssembly);
        let fits = |symbol: &Symbol| symbol.kind == context.kind && symbol.body == body;
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for symbol in self.draft.citations.iter().rev().filter_map(|citation| citation.symbol).filter(fits) {
            if !entries.iter().any(|entry| entry.symbol() == symbol) {
                entries.extend(self.registry.lookup(symbol));
            }
        }
        let mut recent: Vec<Entry<'_>> =
            self.registry.entries().filter(|entry| fits(&entry.symbol()) && entry.day().is_some()).collect();
        // A date that stands before the number tells, wherever else the text was cited.
        let date = context.date.and_then(|dated| dated.date);
        let dated = |entry: &Entry<'_>| date.is_some() && entry.day() == date;
        recent.sort_by_key(|entry| std::cmp::Reverse((dated(entry), entry.day(), entry.symbol())));
        let cited = |entry: &Entry<'_>| entries.iter().any(|cited| cited.symbol() == entry.symbol());
        let others: Vec<Entry<'_>> = recent.into_iter().take(LIMIT).filter(|entry| !cited(entry)).collect();
        entries.extend(others);
        entries.sort_by_key(|entry| !dated(entry));
        entries.truncate(LIMIT);
        entries
    }

    fn by_number(self, context: &Context, printed: &str) -> Vec<Entry<'a>> {
        let starting_with = |body: Option<Body>| {
            let mut entries = self.registry.with_number_prefix(body, printed, LIMIT);
            if !printed.is_empty() && printed.bytes().all(|byte| byte.is_ascii_digit()) {
                // A session or a year that is typed in full, before its stroke.
                entries.extend(self.registry.with_number_prefix(body, &format!("{printed}/"), LIMIT));
            }
            entries.retain(|entry| entry.symbol().kind == context.kind);
            entries
        };
        let mut entries = context.body.map(|body| starting_with(Some(body))).unwrap_or_default();
        if entries.is_empty() {
            // Of a number that the body can't have, another body may be meant.
            entries = starting_with(None);
            entries.sort_by_key(|entry| Some(entry.symbol().body) != self.draft.body);
        }
        // The number that the cursor stands in is likely to be meant, however far down the list it is.
        let whole = self.registry.find(&plain(&self.text[context.number.clone()], self.draft.language), context.body);
        let whole = whole.into_iter().find(|symbol| symbol.kind == context.kind);
        if let Some(whole) = whole.and_then(|symbol| self.registry.lookup(symbol)) {
            entries.retain(|entry| entry.symbol() != whole.symbol());
            entries.insert(0, whole);
        }
        // So is what was adopted on the day that the text gives already.
        if let Some(date) = context.date.and_then(|dated| dated.date) {
            entries.sort_by_key(|entry| entry.day() != Some(date));
        }
        entries.truncate(LIMIT);
        entries
    }

    fn by_words(self, context: &Context, words: &str) -> Vec<Entry<'a>> {
        let hits = self.registry.search(words, LIMIT).into_iter().map(|hit| hit.entry);
        let mut entries: Vec<Entry<'_>> = hits.filter(|entry| entry.symbol().kind == context.kind).collect();
        if let Some(body) = context.body {
            entries.sort_by_key(|entry| entry.symbol().body != body);
        }
        entries
    }

    fn item(self, entry: Entry<'_>, context: &Context) -> Item {
        let (symbol, language) = (entry.symbol(), self.draft.language);
        if context.in_full {
            let symbol = symbol.to_string();
            return self.offer(entry, &context.span, symbol.clone(), symbol);
        }
        let number = language.number(symbol);
        let (open, close) = language.number_marks();
        let due = !context.date.is_some_and(|dated| dated.serves(entry.day())) && self.is_date_due(symbol, context);
        let insert = match entry.day().filter(|_| due) {
            Some(day) => language.dated(&number, day),
            None => format!("{open}{number}{close}"),
        };
        let printed = &self.text[context.span.clone()];
        self.offer(entry, &context.span, self.in_digits(printed, number), self.in_digits(printed, insert))
    }

    /// A resolution that is offered, or what stands for it.
    pub(super) fn offer(self, entry: Entry<'_>, span: &Span, label: String, insert: String) -> Item {
        let (symbol, language) = (entry.symbol(), self.draft.language);
        // Editors keep an item only as long as what is typed of the span leads to its filter.
        let typed = &self.text[span.start..self.offset];
        let marked = format!("{}{label}", language.number_marks().0);
        let leads = |whole: &&String| whole.starts_with(typed);
        let filter = [&label, &marked].into_iter().find(leads).cloned().unwrap_or_else(|| typed.to_owned());
        let aside = self.date(entry);
        let body = language.body_name(symbol.body);
        Item {
            title: title_of(symbol, self.registry, language),
            detail: aside.as_ref().map_or_else(|| body.to_owned(), |date| format!("{body}, {date}")),
            aside,
            filter,
            ..Item::new(ItemKind::Resolution, label, "", span.clone())
        }
        .inserting(insert)
        .about(Topic::Text(symbol))
    }

    /// Whether a citation is to have its date: the Security Council's have their year, and a repeated one had it before.
    fn is_date_due(self, symbol: Symbol, context: &Context) -> bool {
        let mut before = self.draft.citations.iter().filter(|citation| citation.span.end <= context.span.start);
        symbol.body != Body::SecurityCouncil
            && symbol.kind == Kind::Resolution
            && !before.any(|citation| citation.symbol == Some(symbol) && citation.date.is_some())
    }

    /// The date as far as it is known.
    fn date(self, entry: Entry<'_>) -> Option<String> {
        let language = self.draft.language;
        match entry.known() {
            Known::Day(day) => Some(language.format_date(day)),
            Known::Month { year, month } => Some(format!("{} {year}", language.month_name(month))),
            _ => None,
        }
    }

    /// A text in the digits of what is typed, or else of what the draft has cited last.
    pub(super) fn in_digits(self, typed: &str, text: String) -> String {
        let cited = self.draft.citations.last().map(|citation| self.printed(&citation.span));
        digits_as_in(&format!("{typed}{}", cited.unwrap_or_default()), &text)
    }
}
