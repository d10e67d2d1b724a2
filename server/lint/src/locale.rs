//! The reader's language, in which findings are worded.

use rapporteur_draft::Language;

/// A language for which `messages/` has a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locale(Language);

impl Locale {
    /// English, the default.
    pub const ENGLISH: Locale = Locale(Language::ENGLISH);

    /// The locale for a POSIX or BCP 47 name (`fr_CA.UTF-8`, `fr-CH`, `fr`); `None` where messages are not
    /// available in that language.
    pub fn from_name(name: &str) -> Option<Locale> {
        let code = name.split(['_', '-', '.', '@']).next()?;
        let language = Language::from_code(code)?;
        ["en", "fr"].contains(&language.code()).then_some(Locale(language))
    }

    /// The language, for dates and names within messages.
    pub fn language(self) -> Language {
        self.0
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale::ENGLISH
    }
}
