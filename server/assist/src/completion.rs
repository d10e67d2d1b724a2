//! Completing the resolutions that a draft cites, by number and by the words of their titles.

use rapporteur_draft::{Draft, Language, Span};
use rapporteur_registry::{Entry, Known, Registry};
use rapporteur_symbol::{Body, Kind, Symbol};

use crate::context::{Context, Typed};

/// How many items are offered at once.
const LIMIT: usize = 100;

/// What can stand at a place in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The best first.
    pub items: Vec<Item>,
    /// Whether typing on may bring other items than some of these.
    pub incomplete: bool,
}

/// A resolution that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which one it is.
    pub symbol: Symbol,
    /// Its number as running text has it: `65/230`.
    pub label: String,
    /// Its title, in the language of the draft where there is one.
    pub title: Option<String>,
    /// Its date, in the language of the draft.
    pub date: Option<String>,
    /// The name of its body, in the language of the draft.
    pub body: &'static str,
    /// What is replaced: all of the number or of the words that were typed. Within one line.
    pub span: Span,
    /// What takes its place: the number, with its date where one is due.
    pub insert: String,
    /// What the item is to be compared with what is typed by; it starts as that does.
    pub filter: String,
}

/// The resolutions that can be meant at a byte offset of the text.
///
/// `draft` may be the reading of an earlier state of the text: only its language, its body and what it cites matter.
pub fn complete(text: &str, draft: &Draft, offset: usize, registry: &Registry) -> Completions {
    let Some(context) = Context::at(text, draft, offset) else { return Completions::default() };
    let entries = match &context.typed {
        Typed::Nothing => at_hand(&context, draft, registry),
        Typed::Number(printed) => by_number(&context, printed, text, draft, registry),
        Typed::Words(words) => by_words(&context, words, registry),
    };
    // Words are searched anew with every letter; a short number may turn out to be the beginning of others.
    let incomplete =
        entries.len() >= LIMIT || !matches!(&context.typed, Typed::Number(printed) if printed.contains('/'));
    let dated_after = context.is_dated(text, draft.language);
    let item = |entry| item(entry, &context, dated_after, text, draft);
    Completions { items: entries.into_iter().map(item).collect(), incomplete }
}

/// Before anything is typed: what the draft has already cited, then what the body has adopted last.
fn at_hand<'r>(context: &Context, draft: &Draft, registry: &'r Registry) -> Vec<Entry<'r>> {
    let body = context.body.or(draft.body).unwrap_or(Body::GeneralAssembly);
    let fits = |symbol: &Symbol| symbol.kind == context.kind && symbol.body == body;
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for symbol in draft.citations.iter().rev().filter_map(|citation| citation.symbol).filter(fits) {
        if !entries.iter().any(|entry| entry.symbol() == symbol) {
            entries.extend(registry.lookup(symbol));
        }
    }
    let mut recent: Vec<Entry<'_>> =
        registry.entries().filter(|entry| fits(&entry.symbol()) && entry.day().is_some()).collect();
    recent.sort_by_key(|entry| std::cmp::Reverse((entry.day(), entry.symbol())));
    entries.extend(recent.into_iter().take(LIMIT));
    entries.truncate(LIMIT);
    entries
}

fn by_number<'r>(
    context: &Context,
    printed: &str,
    text: &str,
    draft: &Draft,
    registry: &'r Registry,
) -> Vec<Entry<'r>> {
    let starting_with = |body: Option<Body>| {
        let mut entries = registry.with_number_prefix(body, printed, LIMIT);
        if !printed.is_empty() && printed.bytes().all(|byte| byte.is_ascii_digit()) {
            // A session or a year that is typed in full, before its stroke.
            entries.extend(registry.with_number_prefix(body, &format!("{printed}/"), LIMIT));
        }
        entries.retain(|entry| entry.symbol().kind == context.kind);
        entries
    };
    let mut entries = context.body.map(|body| starting_with(Some(body))).unwrap_or_default();
    if entries.is_empty() {
        // "In its resolution 2005/15, the Council …": the body may come only after the number.
        entries = starting_with(None);
        entries.sort_by_key(|entry| Some(entry.symbol().body) != draft.body);
    }
    // The number that the cursor stands in is likely to be meant, however far down the list it is.
    let whole = registry.find(&text[context.span.clone()], context.body);
    let whole = whole.into_iter().find(|symbol| symbol.kind == context.kind).and_then(|symbol| registry.lookup(symbol));
    if let Some(whole) = whole {
        entries.retain(|entry| entry.symbol() != whole.symbol());
        entries.insert(0, whole);
    }
    entries.truncate(LIMIT);
    entries
}

fn by_words<'r>(context: &Context, words: &str, registry: &'r Registry) -> Vec<Entry<'r>> {
    let hits = registry.search(words, LIMIT).into_iter().map(|hit| hit.entry);
    let mut entries: Vec<Entry<'_>> = hits.filter(|entry| entry.symbol().kind == context.kind).collect();
    if let Some(body) = context.body {
        entries.sort_by_key(|entry| entry.symbol().body != body);
    }
    entries
}

fn item(entry: Entry<'_>, context: &Context, dated_after: bool, text: &str, draft: &Draft) -> Item {
    let (symbol, language) = (entry.symbol(), draft.language);
    let label = symbol.short();
    let due = !dated_after && is_date_due(symbol, context, draft);
    let insert = match entry.day().filter(|_| due) {
        Some(day) => language.dated(&label, day),
        None => label.clone(),
    };
    // Editors keep an item only as long as what stands in the span leads to its filter.
    let replaced = &text[context.span.clone()];
    let filter = if label.starts_with(replaced) { label.clone() } else { replaced.to_owned() };
    Item {
        symbol,
        title: title(entry, language).map(str::to_owned),
        date: date(entry, language),
        body: language.body_name(symbol.body),
        span: context.span.clone(),
        insert,
        filter,
        label,
    }
}

/// Whether a citation is to have its date: the Security Council's have their year, and a repeated one had it before.
fn is_date_due(symbol: Symbol, context: &Context, draft: &Draft) -> bool {
    let before = draft.citations.iter().filter(|citation| citation.span.end <= context.span.start);
    symbol.body != Body::SecurityCouncil
        && symbol.kind == Kind::Resolution
        && !before.into_iter().any(|citation| citation.symbol == Some(symbol) && citation.date.is_some())
}

fn title<'r>(entry: Entry<'r>, language: Language) -> Option<&'r str> {
    entry.title(language.code()).or_else(|| entry.titles().first().map(|(_, title)| *title))
}

/// The date as far as it is known.
fn date(entry: Entry<'_>, language: Language) -> Option<String> {
    match entry.known() {
        Known::Day(day) => Some(language.format_date(day)),
        Known::Month { year, month } => Some(format!("{} {year}", language.month_name(month))),
        _ => None,
    }
}
