//! What a language does about a verb that is repeated: whether the second paragraph says "also", and where.

use super::{Data, Language, Position};
use crate::{
    Lead, LeadPart, RepeatPlace, Span, as_printed, inline, is_ideograph,
    token::{Token, TokenKind},
    words::{WordId, normalise},
};

/// How much of a paragraph is read, in bytes: it has whoever is addressed, or else it does not matter.
const READ: usize = 480;

/// Whether two paragraphs with the same verb say the same with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// They do: the second says "also".
    Same,
    /// They do in part, so that the second may say so or not.
    Partial,
    /// They don't, or it can't be told.
    None,
}

/// What follows the verb of a paragraph.
struct Tail<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

/// What stands behind the name of whoever is addressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// Punctuation.
    Mark,
    /// A word that ends the name, or an infinitive.
    Word,
    /// What opens a clause.
    Clause,
    /// Punctuation behind which somebody more is addressed.
    List,
}

impl Language {
    /// Whether two paragraphs with the same verb say the same with it. A verb that tells somebody to do something is the
    /// same if it tells the same; in some languages "recalling that …" is not "recalling the …". The texts are what
    /// follows the verb in each.
    pub fn likeness(self, first: &str, second: &str, lead: &Lead) -> Likeness {
        let data = self.data();
        let [first, second] = [first, second].map(|text| {
            let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
            let end = (0..=READ.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
            Tail { text: &text[..end], tokens: inline::read(text, 0..end, true, &data.words).tokens }
        });
        // "Recalling, in particular, …": what is added is no part of the phrase, and yet changes it.
        let start = second.tokens.iter().position(|token| token.word().is_some()).unwrap_or_default();
        if data.lead_modifiers.longest(start, |at| second.word(at)).is_some() {
            return Likeness::None;
        }
        if lead.addresses {
            return addressees(&first, &second, data);
        }
        let opens_clause = |tail: &Tail<'_>| {
            tail.word(0)?;
            Some(data.clause_openers.longest(0, |at| tail.word(at)).is_some())
        };
        match (opens_clause(&first), opens_clause(&second)) {
            _ if data.clause_openers.is_empty() => Likeness::Same,
            (Some(first), Some(second)) if first == second => Likeness::Same,
            (Some(_), Some(_)) => Likeness::Partial,
            _ => Likeness::None,
        }
    }

    /// The word that says that a verb is repeated: "also", "further".
    pub fn repeat_word(self, place: RepeatPlace) -> &'static str {
        let repeats = &self.data().repeating;
        let words = match place {
            RepeatPlace::Second => &repeats.second,
            RepeatPlace::Third => &repeats.third,
            RepeatPlace::Any => &repeats.any,
        };
        words.first().map_or("", String::as_str)
    }

    /// Where such a word belongs in a lead phrase of the preamble or of the operative part: an offset into the text. At the
    /// start of the phrase it takes its capital.
    pub fn repeat_position(self, lead: &Lead, preambular: bool) -> usize {
        let part = if preambular { LeadPart::Preambular } else { LeadPart::Operative };
        self.repeat_place(part, &lead.span, lead.verb.end)
    }

    /// The same for a phrase of which it is known where its verb ends.
    pub(super) fn repeat_place(self, part: LeadPart, phrase: &Span, verb_end: usize) -> usize {
        let repeats = &self.data().repeating;
        match if part == LeadPart::Preambular { repeats.preambular } else { repeats.operative } {
            Position::Start => phrase.start,
            Position::Verb => verb_end,
            Position::End => phrase.end,
        }
    }

    /// What puts such a word into a phrase that begins at `start`, where it belongs, at `at`: what is replaced, and by what.
    /// At the start it takes the capital of the phrase. `None` where there is no phrase.
    pub fn repeat_insertion(self, text: &str, start: usize, at: usize, word: &str) -> Option<(Span, String)> {
        let first = text[start..].chars().next()?;
        if at > start {
            return Some((at..at, format!(" {word}")));
        }
        if is_ideograph(first) {
            return Some((at..at, word.to_owned()));
        }
        let small: String = first.to_lowercase().collect();
        let word = as_printed(&text[start..], word);
        Some((at..at + first.len_utf8(), format!("{word} {small}")))
    }
}

impl Tail<'_> {
    fn word(&self, at: usize) -> Option<WordId> {
        self.tokens.get(at).and_then(Token::word)
    }

    /// A word as it is printed.
    fn printed(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).filter(|token| token.word().is_some()).map(|token| &self.text[token.span()])
    }

    /// How many tokens name whoever is addressed, and what stands behind them; `None` where that can't be told.
    fn addressee(&self, data: &Data) -> Option<(usize, End)> {
        (1..self.tokens.len()).find_map(|at| Some((at, self.end(at, data)?)))
    }

    /// What the token at an index is, if it is the first one behind the name of whoever is addressed.
    fn end(&self, at: usize, data: &Data) -> Option<End> {
        let word = |at: usize| self.word(at);
        match &self.text[self.tokens[at].span()] {
            "、" => return Some(End::List),
            // What follows a comma is an aside, or else somebody more is addressed.
            "," | "،" if data.asides.longest(at + 1, word).is_none() => return Some(End::List),
            "," | "،" | "，" | ":" | "：" | ";" | "." => return Some(End::Mark),
            _ => {}
        }
        if data.addressee_ends.longest(at, word).is_some() {
            return Some(End::Word);
        }
        if data.addressee_clauses.longest(at, word).is_some() {
            return Some(End::Clause);
        }
        let is_infinitive = |at: usize| {
            self.printed(at).is_some_and(|word| data.infinitives.iter().any(|ending| word.ends_with(ending.as_str())))
        };
        let infinitive = match data.before_infinitive.longest(at, word) {
            // "To the" opens no infinitive.
            Some((length, ())) if data.infinitives.is_empty() => data.articles.longest(at + length, word).is_none(),
            // A pronoun or an adverb may stand before it: "de lui présenter".
            Some((length, ())) => is_infinitive(at + length) || is_infinitive(at + length + 1),
            None => data.before_infinitive.is_empty() && is_infinitive(at),
        };
        infinitive.then_some(End::Word)
    }
}

/// Whether two paragraphs address the same.
fn addressees(first: &Tail<'_>, second: &Tail<'_>, data: &Data) -> Likeness {
    let (Some((first_length, first_end)), Some((second_length, second_end))) =
        (first.addressee(data), second.addressee(data))
    else {
        return Likeness::None;
    };
    let same = |at: &usize| match (first.tokens[*at].kind, second.tokens[*at].kind) {
        (TokenKind::Word(WordId::UNKNOWN), TokenKind::Word(WordId::UNKNOWN)) => {
            first.printed(*at).map(normalise) == second.printed(*at).map(normalise)
        }
        (one, two) => one == two,
    };
    let length = first_length.min(second_length);
    if (0..length).take_while(same).count() < length {
        return Likeness::None;
    }
    // Where one goes on otherwise than the other, it may say which are meant: "a los Gobiernos que …".
    let ends_alike = first_end == second_end || first_end == End::Mark || second_end == End::Mark;
    let is_list = first_end == End::List || second_end == End::List;
    if first_length == second_length && ends_alike && !is_list { Likeness::Same } else { Likeness::Partial }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Draft, Hints};

    /// How alike two paragraphs with the same phrase are.
    fn likeness(code: &str, phrase: &str, first: &str, second: &str) -> Likeness {
        let language = Language::from_code(code).unwrap();
        let hints = Hints { language: Some(language), ..Hints::default() };
        let draft = Draft::read(&format!("1. *{phrase}* {first};\n\n2. *{phrase}* {second}.\n"), &hints);
        language.likeness(first, second, draft.paragraphs[0].lead.as_ref().unwrap())
    }

    #[test]
    fn who_is_told_must_be_the_same() {
        let requests = |first, second| likeness("en", "Requests", first, second);
        assert_eq!(requests("the Secretary-General to go", "the Secretary-General, in time, to stay"), Likeness::Same);
        assert_eq!(requests("the Secretary-General to go", "Member States to stay"), Likeness::None);
        assert_eq!(requests("States to go", "all States to go"), Likeness::None);
        assert_eq!(requests("Member States to go", "Member States and donors to stay"), Likeness::Partial);
        assert_eq!(requests("Member States to go", "Member States, the Fund and donors to stay"), Likeness::Partial);
        assert_eq!(likeness("zh", "请", "秘书长继续工作", "秘书长就此提出报告"), Likeness::Same);
        assert_eq!(likeness("zh", "鼓励", "各国考虑", "联合国系统加强"), Likeness::None);
        let solicita = |first, second| likeness("es", "Alienta", first, second);
        assert_eq!(solicita("a los Gobiernos a ir", "a los Gobiernos que puedan a ir"), Likeness::Partial);
    }

    #[test]
    fn a_clause_is_not_a_noun_in_french() {
        let recalls = |first, second| likeness("fr", "Rappelle", first, second);
        assert_eq!(recalls("sa résolution", "la Charte"), Likeness::Same);
        assert_eq!(recalls("qu’il est tard", "que le temps passe"), Likeness::Same);
        assert_eq!(recalls("sa résolution", "que le temps passe"), Likeness::Partial);
        assert_eq!(likeness("en", "Recalls", "its resolution", "that time passes"), Likeness::Same);
    }
}
