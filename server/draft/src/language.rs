//! The official languages, each a data file.

use rapporteur_symbol::Body;
use time::Date;

/// A language that drafts can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(u8);

const CODES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

impl Language {
    /// English, the language of a text that does not tell.
    pub const ENGLISH: Language = Language(0);

    /// All languages.
    pub fn all() -> impl Iterator<Item = Language> {
        (0..CODES.len() as u8).map(Language)
    }

    /// The language with this ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Language> {
        CODES.iter().position(|known| *known == code).map(|index| Language(index as u8))
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        CODES[usize::from(self.0)]
    }

    /// A date as running text writes it: `21 December 2010`, `1er mars 2021`.
    pub fn format_date(self, date: Date) -> String {
        date.to_string()
    }

    /// The name of a body in this language, without an article.
    pub fn body_name(self, body: Body) -> &'static str {
        body.key()
    }

    /// What stands between a number and its date: ` of `, ` du `.
    pub fn date_connector(self) -> &'static str {
        " of "
    }
}
