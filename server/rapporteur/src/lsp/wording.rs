//! What the server itself says to the user, in the language of the reader.

use std::fmt::Display;

use rapporteur_lint::{Catalogue, Locale};

static SAID: Catalogue =
    Catalogue::new([include_str!("../../messages/en.toml"), include_str!("../../messages/fr.toml")]);

/// The message under a key, its names in braces filled in.
pub(super) fn say(locale: Locale, key: &str, values: &[(&str, &dyn Display)]) -> String {
    SAID.say(locale, "server", key, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_locales_have_the_same_messages() {
        for locale in Locale::all() {
            assert_eq!(SAID.shape(locale), SAID.shape(Locale::ENGLISH), "messages/{}.toml", locale.code());
        }
    }
}
