//! Names of resolutions, and how the registry knows of them, in the reader's language.

use rapporteur_registry::{Basis, Entry, Registry};
use rapporteur_symbol::{Body, Kind, Symbol};

use crate::Locale;

/// How many characters of a title a message quotes.
const TITLE_LENGTH: usize = 120;

/// What a text is called at the beginning of a sentence: "La résolution 2012/19 du Conseil économique et social".
pub fn name(locale: Locale, symbol: Symbol) -> String {
    say(locale, symbol, ["resolution", "decision", "statement"])
}

/// What a text is called where its name stands alone: "Résolution 2012/19 du Conseil économique et social".
pub fn heading(locale: Locale, symbol: Symbol) -> String {
    say(locale, symbol, ["heading-resolution", "heading-decision", "heading-statement"])
}

fn say(locale: Locale, symbol: Symbol, [resolution, decision, statement]: [&str; 3]) -> String {
    let key = match symbol.kind {
        Kind::Resolution => resolution,
        Kind::Decision => decision,
        Kind::Statement => return locale.say("names", statement, &[("number", &symbol)]),
    };
    locale.say("names", key, &[("number", &symbol.short()), ("of_body", &locale.language().of_body(symbol.body))])
}

/// "as 3 official documents cite it".
pub fn how_known(locale: Locale, entry: Entry<'_>) -> String {
    let key = match entry.basis() {
        Basis::Citations => "citations",
        Basis::Citation => "citation",
        Basis::RollCall => "roll-call",
        Basis::Neighbours => "neighbours",
        Basis::MonthOnly => "month",
        Basis::Bounds => "bounds",
        Basis::Project => "project",
        Basis::Official | Basis::Suspect | Basis::ExistenceOnly => "official",
    };
    let values: &[(&str, &dyn std::fmt::Display)] = match key {
        "citations" => &[("count", &entry.citing())],
        "project" => &[("source", &entry.source().unwrap_or_default())],
        _ => &[],
    };
    locale.say("known", key, values)
}

/// The title of a text in the reader's language, or else in any, cut to a length that a message can bear. Resolutions of
/// the Security Council have none: what the registry has in its place describes them.
pub fn title(locale: Locale, registry: &Registry, symbol: Symbol) -> Option<String> {
    if symbol.body == Body::SecurityCouncil {
        return None;
    }
    let known = |symbol| registry.lookup(symbol);
    let entry = known(symbol).or_else(|| known(symbol.whole()))?;
    let title = entry.title(locale.code()).or_else(|| entry.titles().first().map(|(_, title)| *title))?;
    match title.char_indices().nth(TITLE_LENGTH) {
        Some((end, _)) => {
            let words = title[..end].rfind(' ').unwrap_or(end);
            Some(format!("{} …", &title[..words]))
        }
        None => Some(title.to_owned()),
    }
}
