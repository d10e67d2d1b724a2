//! What a project adds to the languages: verbs of its own, names of bodies.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, OnceLock, PoisonError, Weak},
};

use rapporteur_symbol::Body;

use crate::{Language, language::Data};

/// What is added to one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    /// Phrases that open preambular paragraphs: "Viewing with appreciation".
    pub preambular: Vec<String>,
    /// Phrases that open operative paragraphs: "Strongly suggests".
    pub operative: Vec<String>,
    /// Names of bodies, without articles, with the bodies that they name; [`Body::Other`] for one of which no
    /// resolutions are known.
    pub bodies: Vec<(String, Body)>,
}

/// The languages with what a project adds to them, each compiled when a draft in it is read for the first time.
#[derive(Debug)]
pub struct Vocabulary {
    additions: BTreeMap<Language, Additions>,
    compiled: BTreeMap<Language, OnceLock<Data>>,
}

impl Vocabulary {
    /// The vocabulary with these additions; `None` where there are none. Additions that are alike share one: to compile a
    /// language takes a millisecond, and a project has the same words for all its drafts.
    pub fn with(additions: BTreeMap<Language, Additions>) -> Option<Arc<Vocabulary>> {
        static KNOWN: Mutex<Vec<Weak<Vocabulary>>> = Mutex::new(Vec::new());
        if additions.values().all(|added| *added == Additions::default()) {
            return None;
        }
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|vocabulary| vocabulary.strong_count() > 0);
        if let Some(same) = known.iter().filter_map(Weak::upgrade).find(|other| other.additions == additions) {
            return Some(same);
        }
        let compiled = additions.keys().map(|language| (*language, OnceLock::new())).collect();
        let vocabulary = Arc::new(Vocabulary { additions, compiled });
        known.push(Arc::downgrade(&vocabulary));
        Some(vocabulary)
    }

    /// What is added to a language.
    pub fn added(&self, language: Language) -> Option<&Additions> {
        self.additions.get(&language)
    }

    /// A language with what is added to it.
    pub(crate) fn data(&self, language: Language) -> &Data {
        match self.compiled.get(&language) {
            Some(compiled) => compiled.get_or_init(|| language.with(&self.additions[&language])),
            None => language.data(),
        }
    }
}

impl PartialEq for Vocabulary {
    fn eq(&self, other: &Vocabulary) -> bool {
        self.additions == other.additions
    }
}

impl Eq for Vocabulary {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, Hints, ParagraphKind};

    fn hints(added: Additions) -> Hints {
        Hints { vocabulary: Vocabulary::with(BTreeMap::from([(Language::ENGLISH, added)])), ..Hints::default() }
    }

    #[test]
    fn words_of_a_project_are_read_as_those_of_the_language() {
        let text =
            "The Disarmament Committee,\n\nViewing with appreciation the report,\n\n1. Strongly suggests a ban.\n";
        let added = Additions {
            preambular: vec!["Viewing with appreciation".into()],
            operative: vec!["Strongly suggests".into()],
            bodies: vec![("Disarmament Committee".into(), Body::Other)],
        };
        let draft = Draft::read(text, &hints(added));
        let kinds: Vec<ParagraphKind> = draft.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
        assert_eq!(kinds, [ParagraphKind::EnactingLine, ParagraphKind::Preambular, ParagraphKind::Operative]);
        let leads: Vec<&str> =
            draft.paragraphs.iter().filter_map(|p| Some(&text[p.lead.as_ref()?.span.clone()])).collect();
        assert_eq!(leads, ["Viewing with appreciation", "Strongly suggests"]);
        // Other words, other facts, though the text has stayed the same.
        let other = Hints { kind: Some(draft.kind), ..hints(Additions::default()) };
        assert_eq!(draft.update(text, &other), Draft::read(text, &other));
        assert_ne!(draft.update(text, &other), draft);
    }

    #[test]
    fn additions_that_are_alike_share_a_vocabulary() {
        let added = || Additions { operative: vec!["Begs".into()], ..Additions::default() };
        let (one, two) = (hints(added()).vocabulary.unwrap(), hints(added()).vocabulary.unwrap());
        assert!(Arc::ptr_eq(&one, &two));
        assert_eq!(hints(Additions::default()).vocabulary, None);
    }
}
