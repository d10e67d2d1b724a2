//! The reader's language, in which findings are worded.

use std::{collections::BTreeMap, fmt::Display, sync::OnceLock};

use rapporteur_draft::Language;

/// A language for which `messages/` has a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locale(usize);

/// The files, by ISO 639-1 code. Another language is a line here and a file there.
const FILES: [(&str, &str); 2] =
    [("en", include_str!("../messages/en.toml")), ("fr", include_str!("../messages/fr.toml"))];

/// Templates by section (the rule) and key.
type Messages = BTreeMap<String, BTreeMap<String, String>>;

impl Locale {
    /// English, the default.
    pub const ENGLISH: Locale = Locale(0);

    /// The locale for a POSIX or BCP 47 name (`fr_CA.UTF-8`, `fr-CH`, `fr`); `None` where messages are not
    /// available in that language.
    pub fn from_name(name: &str) -> Option<Locale> {
        let code = name.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase();
        FILES.iter().position(|(known, _)| *known == code).map(Locale)
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        FILES[self.0].0
    }

    /// The language, for dates and names within messages.
    pub fn language(self) -> Language {
        Language::from_code(self.code()).unwrap_or(Language::ENGLISH)
    }

    /// The message with a section and key, its names in braces filled in.
    pub(crate) fn say(self, section: &str, key: &str, values: &[(&str, &dyn Display)]) -> String {
        let template = self.messages().get(section).and_then(|messages| messages.get(key));
        let template =
            template.unwrap_or_else(|| panic!("messages/{}.toml has no `{key}` in [{section}]", self.code()));
        let mut message = String::with_capacity(template.len() + 64);
        let mut rest = template.as_str();
        // Values are put in as they are: braces within them are not filled in again.
        while let Some((before, name, after)) = placeholder(rest) {
            message.push_str(before);
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => message.push_str(&value.to_string()),
                None => panic!("messages/{}.toml: nothing is given for {{{name}}} in [{section}] {key}", self.code()),
            }
            rest = after;
        }
        message.push_str(rest);
        message
    }

    fn messages(self) -> &'static Messages {
        static MESSAGES: [OnceLock<Messages>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        MESSAGES[self.0].get_or_init(|| {
            let (code, text) = FILES[self.0];
            // The files are part of the program, and a test reads each of them.
            toml::from_str(text).unwrap_or_else(|error| panic!("messages/{code}.toml: {error}"))
        })
    }
}

/// What stands before the first name in braces, the name, and what stands after.
fn placeholder(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

impl Default for Locale {
    fn default() -> Locale {
        Locale::ENGLISH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sections and keys of a locale with the names in each template.
    fn shape(locale: Locale) -> Vec<(String, String, Vec<String>)> {
        let messages = locale.messages().iter();
        messages
            .flat_map(|(section, messages)| messages.iter().map(move |(key, template)| (section, key, template)))
            .map(|(section, key, template)| {
                let mut names = Vec::new();
                let mut rest = template.as_str();
                while let Some((_, name, after)) = placeholder(rest) {
                    names.push(name.to_owned());
                    rest = after;
                }
                names.sort();
                (section.clone(), key.clone(), names)
            })
            .collect()
    }

    #[test]
    fn all_locales_have_the_same_messages() {
        for (index, (code, _)) in FILES.iter().enumerate() {
            assert_eq!(shape(Locale(index)), shape(Locale::ENGLISH), "messages/{code}.toml");
        }
    }

    #[test]
    fn names_of_locales_are_read_in_both_forms() {
        assert_eq!(Locale::from_name("fr_CA.UTF-8").map(Locale::code), Some("fr"));
        assert_eq!(Locale::from_name("en-GB").map(Locale::code), Some("en"));
        assert_eq!(Locale::from_name("tlh"), None);
    }
}
