//! The wording of what is shown, in the reader's language.

use std::fmt::Display;

use rapporteur_lint::{Catalogue, Locale};

static SHOWN: Catalogue = Catalogue::new([include_str!("../messages/en.toml"), include_str!("../messages/fr.toml")]);

/// The message with a section and key, its names in braces filled in.
pub(crate) fn say(locale: Locale, section: &str, key: &str, values: &[(&str, &dyn Display)]) -> String {
    SHOWN.say(locale, section, key, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_locales_have_the_same_messages() {
        for locale in Locale::all() {
            assert_eq!(SHOWN.shape(locale), SHOWN.shape(Locale::ENGLISH), "messages/{}.toml", locale.code());
        }
    }
}
