//! The official languages, each a data file.

mod data;

use std::sync::OnceLock;

use rapporteur_symbol::Body;
use time::Date;

pub(crate) use data::{Data, LeadPart, Noun};

/// A language that drafts can be written in: one for which `languages/` has a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(u8);

/// The languages by ISO 639-1 code, each with its data file. A new language is a line here and a file there.
const FILES: [(&str, &str); 2] =
    [("en", include_str!("../languages/en.toml")), ("fr", include_str!("../languages/fr.toml"))];

impl Language {
    /// English, the language of a text that does not tell.
    pub const ENGLISH: Language = Language(0);

    /// All languages.
    pub fn all() -> impl Iterator<Item = Language> {
        (0..FILES.len() as u8).map(Language)
    }

    /// The language with this ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Language> {
        FILES.iter().position(|(known, _)| *known == code).map(|index| Language(index as u8))
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        FILES[usize::from(self.0)].0
    }

    /// What the language calls itself.
    pub fn name(self) -> &'static str {
        &self.data().name
    }

    /// A date as running text writes it: `21 December 2010`, `1er mars 2021`.
    pub fn format_date(self, date: Date) -> String {
        let dates = &self.data().dates;
        let day = if date.day() == 1 { dates.first.clone() } else { date.day().to_string() };
        dates
            .written
            .replace("{day}", &day)
            .replace("{month}", &self.data().months[usize::from(u8::from(date.month())) - 1])
            .replace("{year}", &date.year().to_string())
    }

    /// The name of a month, 1 to 12.
    pub fn month_name(self, month: time::Month) -> &'static str {
        &self.data().months[usize::from(u8::from(month)) - 1]
    }

    /// The name of a body in this language, without an article; for [`Body::Other`] the key.
    pub fn body_name(self, body: Body) -> &'static str {
        self.data().body_name(body)
    }

    /// A body with "of the" before it, as in "resolution 65/230 of the General Assembly"; for [`Body::Other`] nothing.
    pub fn of_body(self, body: Body) -> &'static str {
        self.data().of.get(&body).map_or("", String::as_str)
    }

    /// What stands before and after emphasised words: `*`.
    pub fn emphasis_mark(self) -> &'static str {
        &self.data().emphasis_mark
    }

    /// Names the body of a citation in the place of a possessive: from "its" and "resolutions" to "Economic and Social
    /// Council resolutions", from "ses" and "résolutions" to "les résolutions du Conseil économique et social".
    pub fn attribute(self, possessive: &str, noun: &str, body: Body) -> String {
        let citations = &self.data().citations;
        let article = citations.definite.get(&possessive.to_lowercase()).map_or("", String::as_str);
        citations
            .attributed
            .replace("{article}", article)
            .replace("{noun}", noun)
            .replace("{body}", self.body_name(body))
            .replace("{of_body}", self.of_body(body))
    }

    /// What stands between a number and its date: ` of `, ` du `.
    pub fn date_connector(self) -> &'static str {
        &self.data().citations.connector
    }

    /// The words "resolution", "resolutions", "decision", "decisions", in lower case, and whether they name decisions.
    pub fn citation_nouns(self) -> impl Iterator<Item = (&'static str, bool)> {
        let citations = &self.data().citations;
        let resolutions = citations.resolution.iter().chain(&citations.resolutions).map(|noun| (noun.as_str(), false));
        let decisions = citations.decision.iter().chain(&citations.decisions).map(|noun| (noun.as_str(), true));
        resolutions.chain(decisions)
    }

    /// The words "its", "sa", "ses", in lower case.
    pub fn possessives(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.possessives.iter().map(String::as_str)
    }

    /// The words that join the items of a list of citations, in lower case: "and", "ainsi que".
    pub fn citation_joiners(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.joiners.iter().map(String::as_str)
    }

    /// The words between a number and its date, in lower case: "of", "en date du".
    pub fn date_connectors(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.date_connectors.iter().map(String::as_str)
    }

    /// The words between a citation and the body that is named with it, in lower case: "of the", "de l'".
    pub fn body_connectors(self) -> impl Iterator<Item = &'static str> {
        self.data().citations.of_body.iter().map(String::as_str)
    }

    /// All the names by which bodies are called in full, with their bodies.
    pub fn body_names(self) -> impl Iterator<Item = (&'static str, Body)> {
        self.data().bodies.iter().flat_map(|(body, names)| names.iter().map(|name| (name.as_str(), *body)))
    }

    /// What the language is made of, compiled once.
    pub(crate) fn data(self) -> &'static Data {
        static DATA: [OnceLock<Data>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        let index = usize::from(self.0);
        DATA[index].get_or_init(|| {
            let (code, text) = FILES[index];
            // The files are part of the program, and a test reads each of them.
            Data::parse(text).unwrap_or_else(|error| panic!("languages/{code}.toml: {error}"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Month;

    #[test]
    fn every_data_file_is_read() {
        for language in Language::all() {
            assert!(!language.name().is_empty());
            assert_eq!(Language::from_code(language.code()), Some(language));
            for body in Body::all().filter(|body| *body != Body::Other) {
                assert_ne!(language.body_name(body), body.key(), "{} has no name in {}", body.key(), language.code());
            }
        }
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let write = |code: &str, day| {
            let date = Date::from_calendar_date(2021, Month::March, day).unwrap();
            Language::from_code(code).unwrap().format_date(date)
        };
        assert_eq!(write("en", 1), "1 March 2021");
        assert_eq!(write("fr", 1), "1er mars 2021");
        assert_eq!(write("fr", 21), "21 mars 2021");
    }
}
