//! Where a session that is still to come is named.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::words::{Phrases, Words};

/// The section of a data file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DueSessionNames {
    agenda: Vec<String>,
    own: Vec<String>,
    before_body: Vec<String>,
    behind_body: Vec<String>,
    session: Vec<String>,
    #[serde(default)]
    session_agenda: Vec<String>,
    done: Vec<String>,
    #[serde(default)]
    endings: BTreeMap<String, String>,
}

/// The same, ready for use.
#[derive(Debug)]
pub(crate) struct DueSessions {
    /// What stands before the number, where the body that acts is meant; whether an agenda is spoken of.
    pub(crate) own: Phrases<bool>,
    /// What stands before the name of a body.
    pub(crate) before_body: Phrases<()>,
    /// What stands between that name and the number.
    pub(crate) behind_body: Phrases<()>,
    /// The numbers in words.
    pub(crate) numbers: Phrases<u32>,
    /// The numbers in words, from the first on, as they are written.
    pub(crate) written: Vec<String>,
    /// What stands behind the number, if anything does; whether it says that an agenda is spoken of.
    pub(crate) session: Phrases<bool>,
    /// What tells of something that was done already.
    pub(crate) done: Phrases<()>,
}

impl DueSessions {
    /// `ordinals` are the numbers from the first on in their plain form, the forms of one parted by `|`.
    pub(super) fn new(names: &DueSessionNames, ordinals: &[String], words: &mut Words) -> DueSessions {
        let mut numbers = Phrases::default();
        let mut written = Vec::with_capacity(ordinals.len());
        for (number, forms) in (1..).zip(ordinals) {
            let forms: Vec<String> = forms.split('|').map(|form| names.inflected(form)).collect();
            numbers.add_all(words, &forms, number);
            written.extend(forms.into_iter().next());
        }
        let mut told = |agenda: &[String], plain: &[String]| {
            let mut phrases = Phrases::default();
            phrases.add_all(words, agenda, true);
            phrases.add_all(words, plain, false);
            phrases
        };
        let (own, session) = (told(&names.agenda, &names.own), told(&names.session_agenda, &names.session));
        let mut set = |list: &[String]| {
            let mut phrases = Phrases::default();
            phrases.add_all(words, list, ());
            phrases
        };
        let [before_body, behind_body, done] = [&names.before_body, &names.behind_body, &names.done].map(|l| set(l));
        DueSessions { own, before_body, behind_body, numbers, written, session, done }
    }
}

impl DueSessionNames {
    /// A number as it stands there.
    fn inflected(&self, number: &str) -> String {
        let inflect = |(from, to): (&String, &String)| Some(format!("{}{to}", number.strip_suffix(from.as_str())?));
        self.endings.iter().find_map(inflect).unwrap_or_else(|| number.to_owned())
    }
}
