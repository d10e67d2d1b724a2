//! The words of which the grammars are made, language by language.

use rapporteur_draft::{Language, Lexicon};

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The ISO 639-1 code.
    pub code: &'static str,
    /// What the language calls itself.
    pub name: &'static str,
    /// The lists of the data file, from which repetitions are left out.
    pub lists: Lexicon,
}

/// The words of all languages, in the order of [`Language::all`].
pub fn all() -> Vec<Words> {
    Language::all().map(of).collect()
}

/// The words of a language.
pub fn of(language: Language) -> Words {
    let mut lists = language.lexicon();
    for list in [
        &mut lists.preambular,
        &mut lists.operative,
        &mut lists.modifiers,
        &mut lists.complements,
        &mut lists.bodies,
        &mut lists.short_bodies,
        &mut lists.months,
        &mut lists.citation_nouns,
        &mut lists.paragraph_nouns,
        &mut lists.section_nouns,
        &mut lists.annex_nouns,
        &mut lists.adoption,
    ] {
        list.sort();
        list.dedup();
    }
    Words { code: language.code(), name: language.name(), lists }
}

impl Words {
    /// The verbs that open paragraphs of either part, with those of the preamble that a conjunction makes of the operative
    /// ones: "إذ تشير". What modifies a verb is in [`Lexicon::modifiers`], what it governs in [`Lexicon::complements`].
    pub fn verbs(&self) -> impl Iterator<Item = String> {
        let Lexicon { preambular, operative, conjunctions, .. } = &self.lists;
        let joined = conjunctions.iter().flat_map(|word| operative.iter().map(move |verb| format!("{word} {verb}")));
        let mut verbs: Vec<String> = preambular.iter().chain(operative).cloned().chain(joined).collect();
        verbs.sort();
        verbs.dedup();
        verbs.into_iter()
    }

    /// The lines that say which body acts, without emphasis and comma: article and name, as they are written ("The General
    /// Assembly").
    pub fn enacting_bodies(&self) -> impl Iterator<Item = String> {
        let Lexicon { bodies, enacting_articles, .. } = &self.lists;
        let without = enacting_articles.is_empty().then_some("");
        let articles: Vec<&str> = enacting_articles.iter().map(String::as_str).chain(without).collect();
        let lines = bodies.iter().flat_map(move |body| {
            articles.clone().into_iter().map(move |article| {
                let gap = if article.is_empty() || article.ends_with('\'') { "" } else { " " };
                rapporteur_draft::as_printed("The", &format!("{article}{gap}{body}"))
            })
        });
        lines.collect::<Vec<_>>().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enacting_lines_have_their_articles() {
        let has =
            |code, wanted: &str| of(Language::from_code(code).unwrap()).enacting_bodies().any(|line| line == wanted);
        assert!(has("en", "The General Assembly") && has("fr", "L'Assemblée générale") && has("zh", "大会"));
    }

    #[test]
    fn a_conjunction_makes_verbs_of_the_preamble() {
        assert!(of(Language::from_code("ar").unwrap()).verbs().any(|verb| verb == "إذ تشير"));
    }
}
