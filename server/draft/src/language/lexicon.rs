//! The words of a language as its data file has them, for whoever makes word lists of them: grammars of editors.

use super::{
    FILES, Language,
    file::File,
    verbs::{in_gender, written_forms},
};
use crate::{Gender, LeadPart};

/// The words of a language, as they are written. What may stand in either gender stands in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// Its most common words, in lower case.
    pub common: Vec<String>,
    /// Verbs that open paragraphs of the preamble.
    pub preambular: Vec<String>,
    /// Verbs that open operative paragraphs.
    pub operative: Vec<String>,
    /// What may stand before, within and after a verb, also what says that it is repeated.
    pub modifiers: Vec<String>,
    /// What may join a verb to the paragraph before it: "و".
    pub connectives: Vec<String>,
    /// What makes a verb of the operative part one of the preamble: "إذ".
    pub conjunctions: Vec<String>,
    /// What may stand before a complement: "عن".
    pub prepositions: Vec<String>,
    /// Complements of verbs.
    pub complements: Vec<String>,
    /// Modifiers that may be adjectives of what follows, unless one of the determiners does.
    pub adjectives: Vec<String>,
    /// See [`Lexicon::adjectives`].
    pub determiners: Vec<String>,
    /// Whether a verb that opens a paragraph has a capital.
    pub verbs_capital: bool,
    /// Whether what modifies a verb may also stand after it.
    pub modifiers_follow: bool,
    /// Whether verbs have one form in the preamble and in the operative part.
    pub verbs_alike: bool,
    /// Names of bodies, without an article.
    pub bodies: Vec<String>,
    /// Short names of bodies: "the Assembly".
    pub short_bodies: Vec<String>,
    /// What stands before the name of the body in an enacting line.
    pub enacting_articles: Vec<String>,
    /// Names of months, in all spellings.
    pub months: Vec<String>,
    /// What may stand between the parts of a date: "de".
    pub date_particles: Vec<String>,
    /// What belongs to a year behind it: "года".
    pub year_endings: Vec<String>,
    /// What may stand directly after the number of a day: "er".
    pub day_ordinals: Vec<String>,
    /// What stands behind year, month and day, where each has its unit: 年, 月, 日.
    pub date_units: Vec<String>,
    /// The forms of the figures from 0 on, where dates are written in words of them.
    pub figures: Vec<String>,
    /// The words for resolutions and decisions, in singular and plural.
    pub citation_nouns: Vec<String>,
    /// What stands before and after the number of a resolution: 第, 号.
    pub number_marks: [String; 2],
    /// What may stand between the number of a resolution and its date.
    pub date_connectors: Vec<String>,
    /// What may stand between the items of a list of citations.
    pub joiners: Vec<String>,
    /// What may stand between a citation and the body that is named behind it: "of the".
    pub body_connectors: Vec<String>,
    /// The forms of names of bodies that stand behind a citation without a word between them: "Генеральной Ассамблеи".
    pub body_genitives: Vec<String>,
    /// The names of the letters of resolutions that have parts, where they are not those of English.
    pub parts: Vec<String>,
    /// The nouns for paragraphs and sub-paragraphs.
    pub paragraph_nouns: Vec<String>,
    /// The nouns for sections.
    pub section_nouns: Vec<String>,
    /// The nouns with which headings of annexes begin.
    pub annex_nouns: Vec<String>,
    /// What tells that a line says when the text was adopted, or at which meeting.
    pub adoption: Vec<String>,
    /// What tells that a line above the title says when the text was adopted.
    pub adopted: Vec<String>,
    /// What lines of a masthead begin with that are no title.
    pub distribution: Vec<String>,
    /// What calls a text a draft.
    pub draft: Vec<String>,
    /// What a report begins with.
    pub report: Vec<String>,
    /// What stands alone on a line of a decision.
    pub decision: Vec<String>,
    /// How a session is named, by "{ordinal}" or "{year}".
    pub sessions: Vec<String>,
    /// The ordinals of sessions in words.
    pub session_ordinals: Vec<String>,
    /// Letters that are words of their own where they are written together with the next word, with the letter that this
    /// word then loses.
    pub prefixes: Vec<(char, Option<char>)>,
    /// Ideographs that are taken for others: traditional and simplified form.
    pub ideographs: Vec<(char, char)>,
    /// Spellings that are taken for others: "recognising", "recognizing".
    pub spellings: Vec<(String, String)>,
}

impl Language {
    /// The words of the language. The data file is read for it: whoever needs them more than once keeps them.
    pub fn lexicon(self) -> Lexicon {
        let (code, text) = FILES[usize::from(self.0)];
        // The files are part of the program, and a test reads each of them.
        let file = toml::from_str(text).unwrap_or_else(|error| panic!("languages/{code}.toml: {error}"));
        Lexicon { common: self.head().common.clone(), ..lexicon(file) }
    }
}

fn lexicon(file: File) -> Lexicon {
    let File { verbs, citations, dates, references, structure, enacting, .. } = file;
    let modifiers = [verbs.modifiers, verbs.repeats.second, verbs.repeats.third, verbs.repeats.any].concat();
    let forms = |part, own: &[String]| {
        let phrases: Vec<String> =
            written_forms(&verbs.pairs, part).chain(own.iter().chain(&verbs.either).cloned()).collect();
        in_both_genders(&phrases)
    };
    let month_names = file.months.iter().flat_map(|name| name.split('/')).map(str::to_owned);
    let ideograph = |pair: &str| {
        let mut letters = pair.chars();
        letters.next().zip(letters.next())
    };
    Lexicon {
        common: Vec::new(),
        preambular: forms(LeadPart::Preambular, &verbs.preambular),
        operative: forms(LeadPart::Operative, &verbs.operative),
        modifiers,
        connectives: verbs.connectives,
        conjunctions: verbs.conjunctions,
        prepositions: verbs.prepositions,
        complements: in_both_genders(&verbs.tails),
        adjectives: verbs.repeats.adjectives,
        determiners: verbs.repeats.determiners,
        verbs_capital: verbs.capital,
        modifiers_follow: verbs.modifiers_follow,
        verbs_alike: !verbs.either.is_empty(),
        bodies: file.bodies.into_values().flatten().collect(),
        short_bodies: file.short_bodies.into_keys().collect(),
        enacting_articles: enacting.articles,
        months: month_names.chain(dates.variants.into_keys()).collect(),
        date_particles: dates.particles,
        year_endings: dates.endings,
        day_ordinals: dates.ordinals,
        date_units: dates.units,
        figures: dates.figures,
        citation_nouns: [
            citations.resolution,
            citations.resolutions,
            citations.own_resolution,
            citations.decision,
            citations.decisions,
            citations.own_decision,
        ]
        .concat(),
        number_marks: file.number_marks,
        date_connectors: citations.date_connectors,
        joiners: [citations.joiners, citations.ranges].concat(),
        body_connectors: citations.of_body,
        body_genitives: citations.genitives,
        parts: citations.parts,
        paragraph_nouns: [references.paragraph, references.subparagraph].concat(),
        section_nouns: references.section,
        annex_nouns: structure.annex,
        adoption: structure.adoption,
        adopted: structure.adopted,
        distribution: structure.distribution,
        draft: structure.draft,
        report: structure.report,
        decision: structure.decision,
        sessions: file.session_names.patterns().cloned().collect(),
        session_ordinals: file
            .session_names
            .ordinals
            .iter()
            .flat_map(|forms| forms.split('|'))
            .map(str::to_owned)
            .collect(),
        prefixes: file.prefixes.iter().map(|(letter, elided)| (*letter, elided.chars().next())).collect(),
        ideographs: file.variants.split_whitespace().filter_map(ideograph).collect(),
        // The words of each data file are read by a test.
        spellings: file.spelling.pairs().unwrap_or_default(),
    }
}

/// Phrases of the data files, which write words that have two genders "saisi|saisie", in either.
fn in_both_genders(phrases: &[String]) -> Vec<String> {
    let genders = |phrase: &String| {
        let masculine = in_gender(phrase, Gender::Masculine);
        let feminine = in_gender(phrase, Gender::Feminine);
        let differs = masculine != feminine;
        std::iter::once(masculine).chain(differs.then_some(feminine))
    };
    phrases.iter().flat_map(genders).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_words() {
        for language in Language::all() {
            let words = language.lexicon();
            for list in [&words.preambular, &words.operative, &words.bodies, &words.months, &words.citation_nouns] {
                assert!(!list.is_empty() && !list.iter().any(|word| word.contains('|')), "{}", language.code());
            }
        }
        let has = |list: &[String], wanted: &str| list.iter().any(|word| word == wanted);
        let french = Language::from_code("fr").unwrap().lexicon();
        assert!(has(&french.preambular, "Consciente") && has(&french.preambular, "Conscient"));
        assert!(has(&Language::ENGLISH.lexicon().operative, "Requests"));
    }
}
