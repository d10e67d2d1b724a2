//! The reader's language, and the wording of messages in it.

use std::{collections::BTreeMap, fmt::Display, sync::OnceLock};

use rapporteur_draft::Language;

/// A language in which messages are worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locale(usize);

/// The ISO 639-1 codes. Another language is a code here, and a file in each [`Catalogue`].
const CODES: [&str; 2] = ["en", "fr"];

/// The wording of the findings.
static FINDINGS: Catalogue = Catalogue::new([include_str!("../messages/en.toml"), include_str!("../messages/fr.toml")]);

impl Locale {
    /// English, the default.
    pub const ENGLISH: Locale = Locale(0);

    /// The locale for a POSIX or BCP 47 name (`fr_CA.UTF-8`, `fr-CH`, `fr`); `None` where messages are not
    /// available in that language.
    pub fn from_name(name: &str) -> Option<Locale> {
        let code = name.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase();
        CODES.iter().position(|known| *known == code).map(Locale)
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        CODES[self.0]
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Locale> {
        (0..CODES.len()).map(Locale)
    }

    /// The language, for dates and names within messages.
    pub fn language(self) -> Language {
        Language::from_code(self.code()).unwrap_or(Language::ENGLISH)
    }

    /// The message of a finding with a section (the rule) and key, its names in braces filled in.
    pub(crate) fn say(self, section: &str, key: &str, values: &[(&str, &dyn Display)]) -> String {
        FINDINGS.say(self, section, key, values)
    }
}

/// Templates by section and key.
type Messages = BTreeMap<String, BTreeMap<String, String>>;

/// Messages in all languages of readers: TOML files with sections of templates, which have names in braces.
#[derive(Debug)]
pub struct Catalogue {
    files: [&'static str; CODES.len()],
    parsed: [OnceLock<Messages>; CODES.len()],
}

impl Catalogue {
    /// The catalogue of these files, in the order of [`Locale::all`].
    pub const fn new(files: [&'static str; CODES.len()]) -> Catalogue {
        Catalogue { files, parsed: [const { OnceLock::new() }; CODES.len()] }
    }

    /// The message with a section and key, its names in braces filled in.
    ///
    /// # Panics
    /// If the files don't have the message, or it has a name for which there is no value.
    pub fn say(&self, locale: Locale, section: &str, key: &str, values: &[(&str, &dyn Display)]) -> String {
        let code = locale.code();
        let template = self.messages(locale).get(section).and_then(|messages| messages.get(key));
        let template = template.unwrap_or_else(|| panic!("messages/{code}.toml has no `{key}` in [{section}]"));
        let mut message = String::with_capacity(template.len() + 64);
        let mut rest = template.as_str();
        // Values are put in as they are: braces within them are not filled in again.
        while let Some((before, name, after)) = placeholder(rest) {
            message.push_str(before);
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => message.push_str(&value.to_string()),
                None => panic!("messages/{code}.toml: nothing is given for {{{name}}} in [{section}] {key}"),
            }
            rest = after;
        }
        message.push_str(rest);
        message
    }

    /// The sections and keys in a language, with the names in each template: what all languages have alike.
    pub fn shape(&self, locale: Locale) -> Vec<(&str, &str, Vec<&str>)> {
        let messages = self.messages(locale).iter();
        messages
            .flat_map(|(section, messages)| messages.iter().map(move |(key, template)| (section, key, template)))
            .map(|(section, key, template)| {
                let mut names = Vec::new();
                let mut rest = template.as_str();
                while let Some((_, name, after)) = placeholder(rest) {
                    names.push(name);
                    rest = after;
                }
                names.sort_unstable();
                (section.as_str(), key.as_str(), names)
            })
            .collect()
    }

    fn messages(&self, locale: Locale) -> &Messages {
        self.parsed[locale.0].get_or_init(|| {
            // The files are part of the program, and a test reads each of them.
            toml::from_str(self.files[locale.0])
                .unwrap_or_else(|error| panic!("messages/{}.toml: {error}", locale.code()))
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

    #[test]
    fn all_locales_have_the_same_messages() {
        for locale in Locale::all() {
            assert_eq!(FINDINGS.shape(locale), FINDINGS.shape(Locale::ENGLISH), "messages/{}.toml", locale.code());
        }
    }

    #[test]
    fn names_of_locales_are_read_in_both_forms() {
        assert_eq!(Locale::from_name("fr_CA.UTF-8").map(Locale::code), Some("fr"));
        assert_eq!(Locale::from_name("en-GB").map(Locale::code), Some("en"));
        assert_eq!(Locale::from_name("tlh"), None);
    }
}
