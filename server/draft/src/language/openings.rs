//! The phrases that paragraphs open with, as they are written: for whoever is about to open one.

use std::collections::HashSet;

use rapporteur_symbol::Body;

use super::{
    Data, Language,
    verbs::{in_gender, written_forms},
};
use crate::{
    Gender, LeadPart, RepeatPlace, as_printed, lead,
    token::{Token, tokenize},
    words::normalise,
};

/// A phrase that opens paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The phrase, as it stands at the head of a paragraph.
    pub phrase: String,
    /// How often a sample of official texts opens a paragraph of that part with it.
    pub count: u32,
}

/// The phrases of either part in the notation of the data files, the most frequent first.
#[derive(Debug, Default)]
pub(crate) struct Openings {
    preambular: Vec<(String, u32)>,
    operative: Vec<(String, u32)>,
}

impl Openings {
    /// What the data has for both parts.
    pub(super) fn of(data: &Data) -> Openings {
        let [pairs, preambular, operative, either, ..] = data.lead_lists();
        let frequent = data.frequent();
        let forms = |part| written_forms(pairs, part);
        // Where a conjunction makes a phrase of the preamble of one of the operative part, it does of all.
        let subordinate = data.conjunctions.as_ref().map(|[bare, _]| bare);
        let with_conjunction = operative.iter().filter_map(|phrase| subordinate.map(|bare| format!("{bare} {phrase}")));
        let preambular = forms(LeadPart::Preambular).chain(preambular.iter().chain(either).cloned());
        let operative = forms(LeadPart::Operative).chain(operative.iter().chain(either).cloned());
        let mut openings = Openings {
            preambular: ranked(&frequent.preambular, preambular.chain(with_conjunction)),
            operative: ranked(&frequent.operative, operative),
        };
        // Of "Recognizing" and "Recognising" published texts have both; who begins a paragraph is offered one.
        openings.preambular.retain(|(phrase, _)| is_spelt_right(phrase, data));
        openings.operative.retain(|(phrase, _)| is_spelt_right(phrase, data));
        openings
    }
}

/// Whether no word of a phrase is spelt otherwise than the United Nations spell it.
fn is_spelt_right(phrase: &str, data: &Data) -> bool {
    let mut tokens = Vec::new();
    tokenize(phrase, 0, true, &data.words, &mut tokens);
    !tokens.iter().filter_map(Token::word).any(|word| data.words.variant(word).is_some())
}

/// Phrases with their counts, and behind them those that have none.
fn ranked(counted: &[String], others: impl Iterator<Item = String>) -> Vec<(String, u32)> {
    let counted = counted.iter().filter_map(|line| {
        let (count, phrase) = line.split_once(' ')?;
        Some((phrase.to_owned(), count.parse().ok()?))
    });
    let mut seen = HashSet::new();
    counted.chain(others.map(|phrase| (phrase, 0))).filter(|(phrase, _)| seen.insert(normalise(phrase))).collect()
}

impl Language {
    /// The phrases that open paragraphs of a part, the most frequent first. `gender` is that of the body that acts; `first`
    /// says that no other paragraph of the part stands before.
    pub fn openings(self, part: LeadPart, gender: Option<Gender>, first: bool) -> impl Iterator<Item = Opening> {
        let data = self.data();
        let openings = data.openings();
        let phrases = match part {
            LeadPart::Preambular => &openings.preambular,
            LeadPart::Operative => &openings.operative,
        };
        let connective = data.connective.as_ref().filter(|_| part == LeadPart::Preambular && !first);
        phrases.iter().map(move |(phrase, count)| {
            let phrase = in_gender(phrase, gender.unwrap_or(Gender::Masculine)).replace('\'', "’");
            Opening { phrase: format!("{}{phrase}", connective.map_or("", String::as_str)), count: *count }
        })
    }

    /// A number that two lead phrases share if they are the same but for the word that says that they are repeated. `None`
    /// where the phrase is not known.
    pub fn opening_identity(self, phrase: &str) -> Option<u64> {
        let tokens = self.tokens(phrase);
        let known = lead::known(&tokens, self.data())?;
        Some(lead::identity(phrase, &tokens[..known.length], self.data()))
    }

    /// A lead phrase with the word that says that it is repeated: from "Requests" to "Also requests", from "Prend note" to
    /// "Prend également note". `None` where the phrase is not known, or is repeated without such a word.
    pub fn repeated(self, phrase: &str, part: LeadPart, place: RepeatPlace) -> Option<String> {
        let data = self.data();
        let tokens = self.tokens(phrase);
        let known = lead::known(&tokens, data)?;
        let word = |at: usize| tokens.get(at).and_then(Token::word);
        if data.repeat_uncounted.longest(0, word).is_some() {
            return None;
        }
        let end = |length: usize| tokens[length - 1].end as usize;
        let at = self.repeat_place(part, &(0..end(known.length)), end(known.verb));
        let (span, insertion) = self.repeat_insertion(phrase, 0, at, self.repeat_word(place))?;
        Some(format!("{}{insertion}{}", &phrase[..span.start], &phrase[span.end..]))
    }

    /// Whether a lead phrase tells somebody to do something: "Requests".
    pub fn opening_addresses(self, phrase: &str) -> bool {
        let tokens = self.tokens(phrase);
        let known = lead::known(&tokens, self.data());
        known.is_some_and(|known| lead::addresses(&tokens[..known.length], self.data()))
    }

    /// The line that says which body acts, in its emphasis and with its comma: `*The General Assembly*,`. `None` for
    /// [`Body::Other`], which has no name.
    pub fn enacting_line(self, body: Body) -> Option<String> {
        let (name, mark) = (self.body_name(body), self.emphasis_mark());
        let enacting = &self.data().enacting;
        let article = match self.gender(body) {
            _ if !enacting.elided.is_empty() && name.starts_with(vowel) => &enacting.elided,
            Some(Gender::Feminine) => &enacting.feminine,
            _ => &enacting.masculine,
        };
        let line = as_printed("The", &format!("{article}{name}")).replace('\'', "’");
        (body != Body::Other).then(|| format!("{mark}{line}{mark}{}", self.comma()))
    }
}

/// Whether an article loses its vowel before a name that begins so.
fn vowel(letter: char) -> bool {
    "AEIOUHaeiouhÉÈÊéèê".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, Hints};

    fn language(code: &str) -> Language {
        Language::from_code(code).unwrap()
    }

    #[test]
    fn every_phrase_is_read_as_one_of_its_part() {
        let mut unread = Vec::new();
        for language in Language::all() {
            for (part, label) in [(LeadPart::Preambular, ""), (LeadPart::Operative, "1. ")] {
                for gender in [Gender::Masculine, Gender::Feminine] {
                    for Opening { phrase, .. } in language.openings(part, Some(gender), true) {
                        let text = format!("{label}*{phrase}* xyz");
                        let hints = Hints { language: Some(language), ..Hints::default() };
                        let draft = Draft::read(&text, &hints);
                        let lead = draft.paragraphs[0].lead.as_ref();
                        let read = lead.is_some_and(|lead| match part {
                            LeadPart::Preambular => lead.preambular,
                            LeadPart::Operative => lead.operative,
                        });
                        if !read {
                            unread.push(format!("{} {part:?} {phrase}", language.code()));
                        }
                    }
                }
            }
        }
        unread.sort();
        unread.dedup();
        assert!(unread.is_empty(), "{unread:#?}");
    }

    #[test]
    fn the_most_frequent_come_first_and_agree() {
        use Gender::{Feminine, Masculine};
        let top = |code, part, gender, first| {
            let first = language(code).openings(part, Some(gender), first).next();
            first.map(|opening| opening.phrase).unwrap_or_default()
        };
        assert_eq!(top("en", LeadPart::Preambular, Feminine, true), "Recalling");
        assert_eq!(top("ar", LeadPart::Preambular, Feminine, true), "إذ تشير");
        assert_eq!(top("ar", LeadPart::Preambular, Masculine, false), "وإذ يشير");
        assert_eq!(top("ar", LeadPart::Operative, Masculine, false), "يشجع");
        let has = |code, gender, wanted: &str| {
            language(code).openings(LeadPart::Preambular, Some(gender), true).any(|opening| opening.phrase == wanted)
        };
        assert!(has("fr", Feminine, "Consciente") && !has("fr", Feminine, "Conscient"));
        assert!(has("ru", Masculine, "будучи убежден"));
        assert!(has("en", Masculine, "Recognizing") && !has("en", Masculine, "Recognising"));
    }

    #[test]
    fn the_word_for_a_repetition_stands_where_it_belongs() {
        use LeadPart::{Operative, Preambular};
        for (code, part, phrase, repeated) in [
            ("en", Operative, "Requests", "Also requests"),
            ("en", Preambular, "Taking note", "Taking note also"),
            ("fr", Operative, "Prend note", "Prend note également"),
            ("es", Operative, "Solicita", "Solicita también"),
            ("ru", Operative, "просит", "просит также"),
            ("ar", Preambular, "وإذ تشير", "وإذ تشير أيضا"),
            ("zh", Operative, "请", "又请"),
        ] {
            let found = language(code).repeated(phrase, part, RepeatPlace::Second);
            assert_eq!(found.as_deref(), Some(repeated));
            assert_eq!(language(code).opening_identity(phrase), language(code).opening_identity(repeated));
        }
        assert_eq!(language("en").repeated("Whereas", Preambular, RepeatPlace::Second), None);
    }

    #[test]
    fn each_language_says_who_acts() {
        for (code, body, line) in [
            ("en", Body::GeneralAssembly, "*The General Assembly*,"),
            ("fr", Body::GeneralAssembly, "*L’Assemblée générale*,"),
            ("fr", Body::HumanRightsCouncil, "*Le Conseil des droits de l’homme*,"),
            ("es", Body::GeneralAssembly, "*La Asamblea General*,"),
            ("es", Body::SecurityCouncil, "*El Consejo de Seguridad*,"),
            ("ru", Body::GeneralAssembly, "*Генеральная Ассамблея*,"),
            ("ar", Body::GeneralAssembly, "***إن الجمعية العامة***،"),
            ("zh", Body::GeneralAssembly, "**大会**，"),
        ] {
            assert_eq!(language(code).enacting_line(body).as_deref(), Some(line));
        }
    }
}
