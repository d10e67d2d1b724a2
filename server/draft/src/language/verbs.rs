//! Verbs that open paragraphs: their forms in the two parts of a resolution, and what agrees with the body that acts.

use rapporteur_symbol::Body;
use rustc_hash::FxHashMap;

use super::Language;
use crate::{
    Gender, LeadPart, Span,
    capitals::as_printed,
    lead::{self, Known},
    token::{self, Token},
    words::{Phrases, WordId, Words, normalise},
};

/// What a phrase that opens paragraphs is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) part: LeadPart,
    /// The gender of the body that it speaks of, where it tells.
    pub(crate) gender: Option<Gender>,
    /// The verb of which it is a form, as an index into
    /// [`Data::pairs`](super::Data::pairs).
    pub(crate) pair: Option<usize>,
}

/// A verb as it opens a paragraph of the preamble and one of the operative part, in the notation of the data files:
/// "Conscient|Consciente" and "Est conscient|consciente".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) preambular: String,
    pub(crate) operative: String,
}

/// Compiles the phrases that open paragraphs.
pub(super) struct Leads<'a> {
    words: &'a mut Words,
    pub(super) phrases: Phrases<Form>,
    /// See [`Data::agreeing`](super::Data::agreeing).
    pub(super) agreeing: FxHashMap<WordId, (Gender, String)>,
}

impl<'a> Leads<'a> {
    pub(super) fn new(words: &'a mut Words) -> Leads<'a> {
        Leads { words, phrases: Phrases::default(), agreeing: FxHashMap::default() }
    }

    /// Adds a verb in the notation of the data files: "Concerned, Being concerned / Is concerned". `index` is that of the
    /// pair. The error says what is wrong.
    pub(super) fn add_pair(&mut self, verb: &str, index: usize) -> Result<Pair, String> {
        let (preambular, operative) = verb.split_once(" / ").ok_or_else(|| format!("`{verb}` has no ` / `"))?;
        for (forms, part) in [(preambular, LeadPart::Preambular), (operative, LeadPart::Operative)] {
            for phrase in forms.split(", ") {
                self.add(phrase, part, Some(index))?;
            }
        }
        let written = |forms: &str| forms.split(", ").next().unwrap_or_default().to_owned();
        Ok(Pair { preambular: written(preambular), operative: written(operative) })
    }

    /// Adds a phrase.
    pub(super) fn add(&mut self, phrase: &str, part: LeadPart, pair: Option<usize>) -> Result<(), String> {
        self.add_agreeing(phrase)?;
        if !phrase.contains('|') {
            self.phrases.add(self.words, phrase, Form { part, gender: None, pair });
            return Ok(());
        }
        for gender in [Gender::Masculine, Gender::Feminine] {
            self.phrases.add(self.words, &in_gender(phrase, gender), Form { part, gender: Some(gender), pair });
        }
        Ok(())
    }

    /// Complements, and whether they agree with the body that acts.
    pub(super) fn complements(&mut self, phrases: &[String]) -> Result<Phrases<bool>, String> {
        let mut complements = Phrases::default();
        for phrase in phrases {
            self.add_agreeing(phrase)?;
            if !phrase.contains('|') {
                complements.add(self.words, phrase, false);
                continue;
            }
            for gender in [Gender::Masculine, Gender::Feminine] {
                complements.add(self.words, &in_gender(phrase, gender), true);
            }
        }
        Ok(complements)
    }

    /// Notes the words of a phrase that have two genders.
    fn add_agreeing(&mut self, phrase: &str) -> Result<(), String> {
        for (masculine, feminine) in phrase.split(' ').filter_map(|word| word.split_once('|')) {
            for (word, gender, other) in
                [(masculine, Gender::Masculine, feminine), (feminine, Gender::Feminine, masculine)]
            {
                let id = self.words.intern(&normalise(word));
                let known = self.agreeing.entry(id).or_insert_with(|| (gender, other.to_lowercase()));
                if known.0 != gender {
                    return Err(format!("`{word}` is of both genders"));
                }
            }
        }
        Ok(())
    }
}

/// A phrase of the data files in one gender: they write words that have two genders "saisi|saisie".
pub(super) fn in_gender(phrase: &str, gender: Gender) -> String {
    let choose = |word: &str| match word.split_once('|') {
        Some((masculine, feminine)) => gender.choose(masculine, feminine).to_owned(),
        None => word.to_owned(),
    };
    phrase.split(' ').map(choose).collect::<Vec<_>>().join(" ")
}

/// The phrases of a part in a list of verbs, of each verb all its forms, the first one before the others.
pub(super) fn written_forms(pairs: &[String], part: LeadPart) -> impl Iterator<Item = String> {
    pairs.iter().filter_map(|pair| pair.split_once(" / ")).flat_map(move |(preambular, operative)| {
        let forms = if part == LeadPart::Preambular { preambular } else { operative };
        forms.split(", ").map(str::to_owned)
    })
}

impl Gender {
    /// The one or the other of two values.
    fn choose<T>(self, masculine: T, feminine: T) -> T {
        match self {
            Gender::Masculine => masculine,
            Gender::Feminine => feminine,
        }
    }
}

impl Language {
    /// The gender of a body, where lead phrases agree with it.
    pub fn gender(self, body: Body) -> Option<Gender> {
        self.data().genders.iter().find(|(known, _)| *known == body).map(|(_, gender)| *gender)
    }

    /// A lead phrase as it stands in a part of a resolution: from "Also requesting" to "Also requests", from "تشير" to
    /// "وإذ تشير". Modifiers and complements stay where they are. `gender` is that of the body that acts; `first` says that
    /// no other paragraph of the part stands before.
    ///
    /// `None` where the phrase is not known, or its verb has no form for that part.
    pub fn lead_in(self, lead: &str, part: LeadPart, gender: Option<Gender>, first: bool) -> Option<String> {
        let data = self.data();
        let tokens = self.tokens(lead);
        let known = lead::known(&tokens, data)?;
        if let Some([bare, joined]) = &data.conjunctions {
            return Some(match part {
                LeadPart::Preambular => format!("{} {lead}", if first { bare } else { joined }),
                LeadPart::Operative => lead[tokens.get(known.subordinate?)?.start as usize..].to_owned(),
            });
        }
        let pair = &data.pairs[known.form.pair?];
        let phrase = match part {
            LeadPart::Preambular => &pair.preambular,
            LeadPart::Operative => &pair.operative,
        };
        let phrase = in_gender(phrase, gender.or(known.form.gender).unwrap_or(Gender::Masculine)).to_lowercase();
        let reworded = reword(lead, &tokens, &known, &data.words, &phrase)?;
        Some(if data.leads_capital { as_printed(lead, &reworded) } else { reworded })
    }

    /// The words of a lead phrase that are of the other gender than the body that acts: where they stand, and what they
    /// ought to be.
    pub fn disagreeing(self, lead: &str, gender: Gender) -> Vec<(Span, String)> {
        let data = self.data();
        let tokens = self.tokens(lead);
        let Some(known) = lead::known(&tokens, data) else { return Vec::new() };
        let words = lead::agreeing(&tokens, &known, data);
        let wrong = words
            .filter(|(_, found, _)| *found != gender)
            .map(|(token, _, other)| (token.span(), as_printed(&lead[token.span()], other)));
        wrong.collect()
    }

    pub(super) fn tokens(self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        token::tokenize(text, 0, true, &self.data().words, &mut tokens);
        tokens
    }
}

/// The lead with another phrase in the place of its own. A phrase with as many words takes the place word by word, since
/// modifiers may part them ("Prend également note"); a word more, or less, stands before all of them ("Est profondément
/// préoccupée", "Profondément préoccupée").
fn reword(lead: &str, tokens: &[Token], known: &Known<'_>, words: &Words, phrase: &str) -> Option<String> {
    let own = positions(tokens, known, words)?;
    let new: Vec<&str> = phrase.split(' ').collect();
    let word = |at: usize| lead[tokens[own[at]].span()].to_lowercase();
    let after = |at: usize| &lead[tokens[at].end as usize..];
    let head = tokens[known.start].start as usize;
    if new.len() == own.len() {
        let mut reworded = String::with_capacity(lead.len() + 8);
        let mut end = 0;
        for (at, new) in own.iter().zip(new) {
            reworded.push_str(&lead[end..tokens[*at].start as usize]);
            reworded.push_str(new);
            end = tokens[*at].end as usize;
        }
        reworded.push_str(&lead[end..]);
        return Some(reworded);
    }
    if new.len() == own.len() + 1 && (0..own.len()).all(|at| word(at) == new[at + 1]) {
        let mut lower = lead.chars();
        let first = lower.next()?;
        return Some(format!("{} {}{}", new[0], first.to_lowercase(), lower.as_str()));
    }
    if own.len() == new.len() + 1 && (0..new.len()).all(|at| word(at + 1) == new[at]) {
        return Some(format!("{}{}", &lead[..head], after(own[0]).trim_start()));
    }
    let contiguous = own.len() == own.last()? + 1 - known.start;
    contiguous.then(|| format!("{}{phrase}{}", &lead[..head], after(*own.last().unwrap_or(&0))))
}

/// Which tokens are the words of the phrase itself, without the modifiers between them.
fn positions(tokens: &[Token], known: &Known<'_>, words: &Words) -> Option<Vec<usize>> {
    let mut at = known.start;
    let mut position = |id: &WordId| {
        let word = |at: usize| tokens[at].word().map(|id| words.canonical(id));
        let found = (at..known.head).find(|at| word(*at) == Some(*id))?;
        at = found + 1;
        Some(found)
    };
    known.phrase.iter().map(&mut position).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> Language {
        Language::from_code(code).unwrap()
    }

    #[test]
    fn a_lead_phrase_goes_into_the_other_part() {
        use Gender::{Feminine, Masculine};
        for (code, gender, preambular, operative) in [
            ("en", None, "Recalling with appreciation", "Recalls with appreciation"),
            ("en", None, "Also requesting", "Also requests"),
            ("en", None, "Deeply concerned", "Is deeply concerned"),
            ("fr", None, "Prenant également note avec satisfaction", "Prend également note avec satisfaction"),
            ("fr", Some(Feminine), "Profondément préoccupée", "Est profondément préoccupée"),
            ("fr", Some(Masculine), "Conscient", "Est conscient"),
            ("es", Some(Feminine), "Profundamente preocupada también", "Está profundamente preocupada también"),
            ("es", None, "Haciendo suyas", "Hace suyas"),
            ("es", None, "Adhiriéndose también", "Se adhiere también"),
            ("ru", None, "с удовлетворением отмечая", "с удовлетворением отмечает"),
            ("ru", Some(Feminine), "будучи глубоко обеспокоена", "глубоко обеспокоена"),
            ("ar", None, "وإذ تشير", "تشير"),
        ] {
            let lead = |lead, part| language(code).lead_in(lead, part, gender, false);
            assert_eq!(lead(preambular, LeadPart::Operative).as_deref(), Some(operative));
            assert_eq!(lead(operative, LeadPart::Preambular).as_deref(), Some(preambular));
        }
        let first = language("ar").lead_in("تشير", LeadPart::Preambular, None, true);
        assert_eq!(first.as_deref(), Some("إذ تشير"));
        assert_eq!(language("en").lead_in("Whereas", LeadPart::Operative, None, false), None);
        assert_eq!(language("en").lead_in("The delegates", LeadPart::Operative, None, false), None);
    }

    #[test]
    fn words_of_the_other_gender_are_found() {
        use Gender::{Feminine, Masculine};
        let wrong = |code, lead: &str, gender| {
            let words = language(code).disagreeing(lead, gender).into_iter();
            words.map(|(span, right)| format!("{} {right}", &lead[span])).collect::<Vec<_>>()
        };
        assert_eq!(wrong("fr", "Conscient également", Feminine), ["Conscient Consciente"]);
        assert_eq!(wrong("fr", "Se déclarant gravement préoccupée", Masculine), ["préoccupée préoccupé"]);
        assert_eq!(wrong("fr", "Faisant siennes", Masculine), [""; 0]);
        assert_eq!(wrong("es", "Habiendo decidido", Feminine), [""; 0]);
        assert_eq!(wrong("ru", "будучи убежден", Feminine), ["убежден убеждена"]);
        assert_eq!(wrong("ar", "وإذ يعرب عن قلقه", Feminine), ["يعرب تعرب", "قلقه قلقها"]);
        assert_eq!(wrong("ar", "وإذ تعرب عن قلقها", Feminine), [""; 0]);
    }
}
